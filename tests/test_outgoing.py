"""Nothing in the product opens an outgoing connection, but for one module of the sources and one of the store."""

from __future__ import annotations

import ast
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from ctgraph import assets
from ctgraph.pipeline.build import build
from ctgraph.pipeline.stock import Folders
from ctgraph.settings import Settings

SOURCE = Path(__file__).resolve().parents[1] / "src" / "ctgraph"
CLIENT = SOURCE / "sources" / "official" / "client.py"
REMOTE = SOURCE / "store" / "remote" / "client.py"
"""Speaks to the store that `--store` names."""
SOCKETS = {SOURCE / "api" / "fronts.py", SOURCE / "store" / "homes.py", SOURCE / "store" / "nursery.py"}
"""Make the sockets that the servers listen on, and pairs of sockets between our own processes: nothing calls out."""
FIGURES = SOURCE / "api" / "summing.py"
"""Asks the other front-door processes of the same server for their figures."""

OUTGOING = frozenset({
    "aiohttp", "ftplib", "http.client", "httpcore", "httpx", "imaplib", "poplib", "pycurl", "requests", "smtplib",
    "socket", "telnetlib", "urllib.request", "urllib3", "websockets", "xmlrpc.client",
})  # fmt: skip
"""What a connection can be opened with."""

CALLED = {"open_connection", "create_connection"}
"""Functions of asyncio that open a connection."""


def _modules(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def means(code: str) -> set[str]:
    """What in the code can open a connection: imported anywhere, or called by its name."""
    tree = ast.parse(code)
    called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} & CALLED
    imported = {name for name in _modules(tree) for outgoing in OUTGOING if f"{name}.".startswith(f"{outgoing}.")}
    return imported | called


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_only_the_clients_can_open_a_connection(path: Path) -> None:
    """No other module imports the clients' library, a socket or anything else that calls out."""
    code = path.read_text(encoding="utf-8")
    if path in SOCKETS:
        assert means(code) == {"socket"}
        assert ".connect(" not in code
        assert ".connect_ex(" not in code
    elif path == FIGURES:
        assert means(code) == {"open_connection"}
        assert code.count("open_connection(") == code.count('open_connection("127.0.0.1"') == 1
    elif path not in (CLIENT, REMOTE):
        assert means(code) == set()


def test_the_client_is_used_by_the_sources_only() -> None:
    """What lies above gets at it through `download` alone."""
    users = {path for path in SOURCE.rglob("*.py") if "sources.official.client" in path.read_text(encoding="utf-8")}

    assert {path.parent for path in users} == {CLIENT.parent}


def test_the_remote_client_is_used_by_the_remote_store_only() -> None:
    """Nothing else can ask a store for anything."""
    users = {path for path in SOURCE.rglob("*.py") if "store.remote.client" in path.read_text(encoding="utf-8")}

    assert {path.parent for path in users} == {REMOTE.parent}


@pytest.mark.parametrize(
    "code",
    [
        "import httpx",
        "def f():\n    import socket",
        "from urllib.request import urlopen",
        "from urllib import request",
        "import http.client as c",
        "import asyncio\nasync def f(): await asyncio.open_connection('x', 1)",
    ],
)
def test_planted_calls_are_found(code: str) -> None:
    """An import of any of them is found, lazy or not."""
    assert means(code)


@pytest.mark.parametrize("code", ["from urllib.parse import quote", "import httptools", "socket = 1"])
def test_what_calls_nobody_is_let_through(code: str) -> None:
    """Parsing addresses and requests opens nothing."""
    assert means(code) == set()


def test_reading_and_building_stay_at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A build with papers beside the register does not try to connect anywhere."""
    tried = []
    monkeypatch.setattr(socket.socket, "connect", lambda self, address: tried.append(address))
    specimen = Path(__file__).parent / "specimens" / "letter.txt"
    folders = Folders(assets.folder("register"), assets.folder("ontology"))
    build(Settings(data=tmp_path), folders, [specimen], False, lambda *_: None)

    assert tried == []
