"""Write docs/settings.md from the dataclasses of settings: name, variable, default, and the sentence below each field.

Usage: python scripts/settings_table.py docs/settings.md
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from ctgraph import settings

_HEAD = """# Settings

Written by `make settings` from `src/ctgraph/settings.py`.

A setting comes from a flag of `ctgraph serve` (`--data --host --port --workers --processes --store`), else from its
environment variable, else from the TOML file that `CTGRAPH_SETTINGS` names, else from the default. In the file, groups
are tables:

```toml
port = 8080
workers = 8

[limits]
seconds = 5
```

What is no value of its setting, or no setting at all, stops the start with all that is wrong.
"""


def table() -> str:
    """The page."""
    tree = ast.parse(Path(settings.__file__).read_text(encoding="utf-8"))
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    parts = [_HEAD, "## Server and data", _rows("", settings.Settings, classes["Settings"])]
    for group, kind in settings.GROUPS.items():
        about = (ast.get_docstring(classes[kind.__name__]) or "").replace("\n", " ")
        parts += [f"## `[{group}]`", about + "\n", _rows(group, kind, classes[kind.__name__])]
    return "\n".join(parts)


def _rows(group: str, kind: type, node: ast.ClassDef) -> str:
    lines = ["| setting | variable | default | |", "|---|---|---|---|"]
    for name, about in _documented(node):
        if name not in settings.GROUPS:
            default = getattr(kind(), name)
            written = f"{default:,}" if isinstance(default, int) and not isinstance(default, bool) else str(default)
            written = written.lower() if isinstance(default, bool) else written
            lines.append(f"| `{name}` | `{settings.variable(group, name)}` | {written} | {about} |")
    return "\n".join((*lines, ""))


def _documented(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """The fields of a class, each with the string below it."""
    for field, after in zip(node.body, (*node.body[1:], None), strict=True):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            text = after.value if isinstance(after, ast.Expr) else None
            about = str(text.value) if isinstance(text, ast.Constant) else ""
            yield field.target.id, " ".join(about.split())


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(table(), encoding="utf-8")
