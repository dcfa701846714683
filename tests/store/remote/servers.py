"""SPARQL servers of others, started on loopback with a temporary folder: what the remote backend is for.

A server is looked for at the address in an environment variable, then on PATH:
CTGRAPH_TEST_OXIGRAPH, `oxigraph` (`pip install oxigraph`); CTGRAPH_TEST_VIRTUOSO, `virtuoso-t` (Debian:
`apt-get install virtuoso-opensource-7-bin`).
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from ctgraph.settings import RemoteStore, Settings

_START_SECONDS = 60

_VIRTUOSO = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 10000
[Client]
[Plugins]
"""
"""As the package sets it up: with a cap of 10,000 rows."""


@contextmanager
def oxigraph(folder: Path) -> Iterator[Settings]:
    """The Oxigraph server, and the settings with which it is spoken to."""
    port = _free_port()
    program = _found("oxigraph", "CTGRAPH_TEST_OXIGRAPH")
    command = [program, "serve", "--location", str(folder / "store"), "--bind", f"127.0.0.1:{port}"]
    with _running(command, folder, f"http://127.0.0.1:{port}/"):
        yield Settings(store=f"http://127.0.0.1:{port}/query", remote=RemoteStore(retire=0))


@contextmanager
def virtuoso(folder: Path) -> Iterator[Settings]:
    """Virtuoso, asked as anybody, written to with the password that it has at first."""
    port = _free_port()
    program = _found("virtuoso-t", "CTGRAPH_TEST_VIRTUOSO")
    configuration = folder / "virtuoso.ini"
    configuration.write_text(_VIRTUOSO.format(folder=folder, sql=_free_port(), port=port))
    where = f"http://127.0.0.1:{port}"
    with _running([program, "+foreground", "+configfile", str(configuration)], folder, f"{where}/sparql"):
        remote = RemoteStore(update=f"{where}/sparql-auth", user="dba", password="dba", digest=True, retire=0)
        yield Settings(store=f"{where}/sparql", remote=remote)


STORES = {"oxigraph": oxigraph, "virtuoso": virtuoso}

_TRUTH = "what an expression makes true or false comes as 1 or 0, or not at all"
_SLOW = "the answer is right, and takes half a minute on 8,700 statements"
_BOXES = "the store fails on a long string (`Incomplete RDF box`)"
CANNOT: Mapping[str, Mapping[str, str]] = {
    "oxigraph": {},
    "virtuoso": {
        "account-of-motion": _TRUTH,
        "contradictions": "an OPTIONAL around two others loses its rows",
        "cross-chamber-answers": _SLOW,
        "how-to-cite": _BOXES,
        "motions-answered-in": _BOXES,
        "requests-answered": _TRUTH,
        "statements-about": "the query ends the process of the store",
        "traces-of-measure": _SLOW,
    },
}
"""Canned queries that a store gets wrong, late or not at all, with the reason: Oxigraph 0.5.13, Virtuoso 7.2.5.1."""


def _found(program: str, variable: str) -> str:
    path = shutil.which(os.environ.get(variable, program))
    if path is None:
        pytest.skip(f"there is no {program} on PATH, and ${variable} names none")
    return path


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def _running(command: list[str], folder: Path, address: str) -> Iterator[None]:
    with (
        open(folder / "said", "wb") as said,
        subprocess.Popen(command, cwd=folder, stdout=said, stderr=subprocess.STDOUT) as process,
    ):
        try:
            _wait_for(address, process, folder / "said")
            yield
        finally:
            process.kill()


def _wait_for(address: str, process: subprocess.Popen[bytes], said: Path) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until:
        try:
            httpx.get(address, timeout=5)
        except httpx.TransportError:
            assert process.poll() is None, said.read_text()
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{address} did not answer within {_START_SECONDS} s: {said.read_text()}")
