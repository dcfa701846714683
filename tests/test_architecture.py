"""The house rules: imports point down the layers, nobody imports the package root, no file or function is too large."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "ctgraph"

# Lowest first. Names on one line never import each other; a package may import within itself.
LAYERS = (
    ("errors", "version"),
    ("assets", "namespaces", "settings"),
    ("identifiers", "dates"),
    ("model",),
    ("text",),
    ("sources", "readers", "extract", "link", "graph"),
    ("store",),
    ("questions",),
    ("pipeline", "export", "api"),
    ("cli",),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
DUMPING_GROUNDS = {"utils", "helpers", "common", "misc", "services", "base"}


def _files() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def _layer(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    """Every module imported anywhere in a file, lazy and typing imports too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from (f"{module}.{alias.name}" for alias in node.names) if module == "ctgraph" else (module,)


def faults(path: Path, layer: str) -> list[str]:
    """What is wrong with the imports of a file that belongs to a layer."""
    found = []
    for module in _imports(path):
        if module.startswith("."):
            found.append(f"relative import {module}")
        if module == "ctgraph":
            found.append("imports the package root")
        if not module.startswith("ctgraph."):
            continue
        other = module.split(".")[1]
        if other != layer and RANK.get(other, -1) >= RANK[layer]:
            found.append(f"imports {module}, which is not below {layer}")
    return found


@pytest.mark.parametrize("path", _files(), ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_point_down(path: Path) -> None:
    """A file imports only from its own package and from the layers below it."""
    layer = _layer(path)
    if layer in ("__init__", "__main__"):
        return

    assert layer in RANK, f"{layer} has no place among the layers"
    assert [] == faults(path, layer)


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("from ctgraph.api import app", "imports ctgraph.api, which is not below link"),
        ("def f():\n    from ctgraph.extract import scan", "imports ctgraph.extract, which is not below link"),
        ("import ctgraph", "imports the package root"),
        ("from . import account", "relative import ."),
    ],
)
def test_planted_faults_are_found(tmp_path: Path, code: str, fault: str) -> None:
    """An import upwards, to a sibling, to the root or a relative one is reported, lazy or not."""
    file = tmp_path / "planted.py"
    file.write_text(code, encoding="utf-8")

    assert [fault] == faults(file, "link")


def test_no_dumping_grounds() -> None:
    """No module is called by a name that means everything else."""
    assert [] == [str(p) for p in _files() if p.stem in DUMPING_GROUNDS]


def test_files_are_one_idea() -> None:
    """A file stays under 350 lines and a function under 45: a little more than the house's measure, never much."""
    long_files = [(p.name, n) for p in _files() if (n := p.read_text(encoding="utf-8").count("\n")) > 350]
    long_functions = [
        (p.name, node.name)
        for p in _files()
        for node in ast.walk(ast.parse(p.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno > 45
    ]

    assert [] == long_files
    assert [] == long_functions
