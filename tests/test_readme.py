"""The README's commands run, and print what it says they print."""

from __future__ import annotations

import asyncio
import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from ctgraph.api.app import create_app
from ctgraph.settings import Settings
from ctgraph.store.pool import EmbeddedStore

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LOCAL = "http://127.0.0.1:8000"


def _commands() -> list[tuple[str, str]]:
    """Each command of the console blocks with the output below it, in order."""
    found: list[tuple[str, str]] = []
    for block in BLOCK.findall(README.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


async def _get(path: str, accept: str, data: Path) -> str:
    settings = Settings(data=data)
    store = EmbeddedStore(settings)
    transport = httpx.ASGITransport(app=create_app(settings, store))
    try:
        async with httpx.AsyncClient(transport=transport, base_url=LOCAL) as client:
            return (await client.get(path, headers={"Accept": accept})).text
    finally:
        await store.close()


def _run(command: str, data: Path) -> str:
    """Run one command line; `ctgraph` is this checkout's, and a curl of the local server asks the application."""
    if command.startswith("curl "):
        accept, address = re.findall(r'"(?:Accept: )?([^"]+)"', command)
        return asyncio.run(_get(address.removeprefix(LOCAL), accept, data)).replace("\r\n", "\n")
    line = re.sub(r"^ctgraph\b", f"{sys.executable} -m ctgraph", command)
    environment = {**os.environ, "CTGRAPH_DATA": str(data), "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.replace("\r\n", "\n")


def test_the_console_blocks_are_true(tmp_path: Path) -> None:
    """Run in order on a fresh data folder, each command prints what stands below it."""
    for command, expected in _commands():
        assert expected == _run(command, tmp_path / "data"), command


def test_the_python_is_true() -> None:
    """The Python of the README runs, and gives what it says it gives."""
    results = doctest.testfile(str(README), module_relative=False, verbose=False)

    assert results.attempted > 0
    assert results.failed == 0


@pytest.mark.parametrize("name", re.findall(r"^make (\w+)", README.read_text(encoding="utf-8"), re.MULTILINE))
def test_make_targets_exist(name: str) -> None:
    """Every make command of the README is a target of the Makefile."""
    assert re.search(rf"^{name}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_paths_exist() -> None:
    """Every file that the README links to is there."""
    links = re.findall(r"\]\(((?!https?:)[^)#]+)\)", README.read_text(encoding="utf-8"))

    assert [] == [link for link in links if not (ROOT / link).exists()]
    assert README.read_text(encoding="utf-8").count("\n") <= 120
