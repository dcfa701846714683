"""Stores of other projects that a dump is loaded into, each a process on this machine while a test needs it.

A program is found by an environment variable that has its path, or else on PATH.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

import httpx
from msgspec import Struct
from pyoxigraph import NamedNode, Quad, QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

from ctgraph.namespaces import GRAPH

_PATIENCE = 60.0
"""Seconds that a program has to start."""
_OURS = f'GRAPH ?g {{ ?s ?p ?o }} FILTER (STRSTARTS(STR(?g), "{GRAPH}"))'
"""What is ours: Virtuoso holds graphs of its own too."""


def program(variable: str, *names: str) -> str:
    """The path of a program; empty if neither the variable nor PATH has it."""
    return os.environ.get(variable) or next(filter(None, map(shutil.which, names)), "")


class Elsewhere(Protocol):
    """A store that holds what was loaded."""

    def count(self) -> int:
        """How many statements it counts."""

    def quads(self) -> list[Quad]:
        """All that it gives back."""


class Endpoint(Struct, frozen=True):
    """A store with a SPARQL endpoint at an address."""

    address: str

    def count(self) -> int:
        """By COUNT, as the store itself counts."""
        rows = self._rows(f"SELECT (COUNT(*) AS ?n) WHERE {{ {_OURS} }}")
        return int(rows[0][0].value)

    def quads(self) -> list[Quad]:
        """As rows of a SELECT, whose terms have the datatype and language that the store has."""
        return [Quad(s, p, o, g) for s, p, o, g in self._rows(f"SELECT ?s ?p ?o ?g WHERE {{ {_OURS} }}")]

    def _rows(self, query: str) -> list[Sequence[NamedNode]]:
        headers = {"Accept": "application/sparql-results+json"}
        response = httpx.get(self.address, params={"query": query}, headers=headers, timeout=60, trust_env=False)
        response.raise_for_status()
        found = parse_query_results(response.content, QueryResultsFormat.JSON)
        assert isinstance(found, QuerySolutions)
        return [tuple(row) for row in found]


class OxigraphServer(Endpoint, frozen=True):
    """The same, with the dump that it writes itself."""

    dump: str

    def quads(self) -> list[Quad]:
        """Its own N-Quads."""
        response = httpx.get(self.dump, headers={"Accept": "application/n-quads"}, timeout=60, trust_env=False)
        return list(parse(response.content, RdfFormat.N_QUADS))


@contextmanager
def oxigraph(binary: str, dump: Path, folder: Path) -> Iterator[Elsewhere]:
    """The Oxigraph server on a store into which its own loader put the dump."""
    location = ["--location", str(folder / "store")]
    subprocess.run([binary, "load", *location, "--file", str(dump)], check=True, capture_output=True, timeout=300)
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    with _running([binary, "serve-read-only", *location, "--bind", f"127.0.0.1:{port}"], folder, port):
        yield OxigraphServer(f"{base}/query", f"{base}/store")


@contextmanager
def virtuoso(binary: str, isql: str, dump: Path, folder: Path) -> Iterator[Elsewhere]:
    """Virtuoso with a new database, loaded by its own bulk loader: one, since two at once lose statements."""
    sql, web = free_port(), free_port()
    dumps = folder / "dumps"
    dumps.mkdir()
    shutil.copy(dump, dumps / "release.nq")
    (folder / "virtuoso.ini").write_text(_INI.format(folder=folder, sql=sql, web=web), encoding="utf-8")
    command = [binary, "+configfile", str(folder / "virtuoso.ini"), "+foreground"]
    with _running(command, folder, sql, web):
        orders = f"ld_dir('{dumps}', 'release.nq', 'urn:none'); rdf_loader_run(); checkpoint;"
        isql_command = [isql, f"127.0.0.1:{sql}", "dba", "dba", f"EXEC={orders}"]
        subprocess.run(isql_command, check=True, capture_output=True, timeout=300)
        yield Endpoint(f"http://127.0.0.1:{web}/sparql")


@contextmanager
def _running(command: Sequence[str], folder: Path, *ports: int) -> Iterator[None]:
    """A program from when it listens on all ports until the end of the block; what it prints goes to a file."""
    with (folder / "printed.txt").open("wb") as printed:
        process = subprocess.Popen(command, cwd=folder, stdout=printed, stderr=subprocess.STDOUT)
    try:
        for port in ports:
            _wait(process, port, folder / "printed.txt")
        yield
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(30)


def _wait(process: subprocess.Popen[bytes], port: int, printed: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        assert process.poll() is None, printed.read_text(encoding="utf-8", errors="replace")
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise AssertionError(printed.read_text(encoding="utf-8", errors="replace"))


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return int(server.getsockname()[1])


_INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {folder}/dumps
NumberOfBuffers = 10000
[HTTPServer]
ServerPort = 127.0.0.1:{web}
[SPARQL]
ResultSetMaxRows = 1000000
"""
