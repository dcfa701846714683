"""The servers that `serving.py` measures, each started on loopback with the same statements, and ended.

Ours and the Oxigraph server open the same store, each its own copy. rdflib-endpoint and Virtuoso load the canonical
file of the release: Virtuoso with its graphs, rdflib, which keeps them in memory, as one graph.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final
from urllib.error import URLError
from urllib.request import urlopen

from ctgraph.store.releases import Release

OURS: Final = "ctgraph"
_READY_SECONDS: Final = 600
_IDLE: Final = 0.03
"""Seconds of the processor in one of the clock, below which a server is idle."""
_ASK: Final = "?query=ASK%20%7B%7D"
_RDFLIB: Final = """
import sys, uvicorn
from rdflib import Graph
from rdflib_endpoint import SparqlEndpoint
graph = Graph()
graph.parse(sys.argv[1], format="nt")
uvicorn.run(SparqlEndpoint(graph=graph), port=int(sys.argv[2]), log_level="error")
"""
_VIRTUOSO: Final = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = {sql}
NumberOfBuffers = 170000
MaxDirtyBuffers = 130000
DirsAllowed = {folder}
[HTTPServer]
ServerPort = {port}
ServerThreads = 70
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryExecutionTime = 600
"""


class Absent(Exception):
    """A peer that is not here, with what would bring it."""


@dataclass
class Server:
    """A running server: where its SPARQL endpoint is, and the process whose tree it is."""

    name: str
    port: int
    path: str
    process: subprocess.Popen[bytes]
    stop_signal: signal.Signals = signal.SIGTERM
    rest: int = field(default=0)
    said: IO[bytes] | None = None
    """What it says on standard error, if that is kept."""

    def wait(self) -> None:
        """Wait until it answers a query."""
        until = time.monotonic() + _READY_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            try:
                with urlopen(f"http://127.0.0.1:{self.port}{self.path}{_ASK}", timeout=5):
                    return
            except (URLError, OSError):
                time.sleep(0.1)
        raise Absent(f"{self.name} {self._fate()}")

    def _fate(self) -> str:
        """What has become of a server that does not answer, with its last words."""
        code = self.process.poll()
        if code is None:
            self.stop()
        fate = f"did not become ready in {_READY_SECONDS} s" if code is None else f"ended with {code}"
        if self.said is None:
            return fate
        self.said.seek(0)
        words = self.said.read().decode(errors="replace").splitlines()
        return f"{fate}: {words[-1]}" if words else fate

    def wait_for_memory(self) -> None:
        """Wait until ours holds the release in memory, for a minute at most: a larger one stays on disk."""
        for _ in range(600):
            with urlopen(f"http://127.0.0.1:{self.port}/metrics") as figures:
                if b"\nctgraph_release_in_memory 0" not in figures.read():
                    return
            time.sleep(0.1)

    def settle(self) -> None:
        """Wait until it does nothing of its own any more, as ours does when it warms up; for two minutes at most."""
        before = self.seconds()
        for _ in range(120):
            time.sleep(1)
            now = self.seconds()
            if now - before < _IDLE:
                return
            before = now

    def processes(self) -> list[int]:
        """The process and all that come from it."""
        parents = {int(entry): _parent(int(entry)) for entry in os.listdir("/proc") if entry.isdigit()}
        found = [self.process.pid]
        for pid in found:
            found += [child for child, parent in parents.items() if parent == pid]
        return found

    def seconds(self) -> float:
        """Processor time of all its processes so far, without those that have ended."""
        ticks = sum(sum(int(value) for value in _stat(pid)[11:13]) for pid in self.processes())
        return ticks / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """Bytes of all its processes, pages that they share counted once (PSS)."""
        return sum(_proportional(pid) for pid in self.processes())

    def stop(self) -> None:
        """End it, and wait for that."""
        self.process.send_signal(self.stop_signal)
        self.process.wait(60)


def _stat(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ["0"] * 40


def _parent(pid: int) -> int:
    return int(_stat(pid)[1])


def _proportional(pid: int) -> int:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next(int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:"))


def _started(
    *command: str | Path, environment: dict[str, str] | None = None, said: IO[bytes] | None = None
) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen([*map(str, command)], stdout=quiet, stderr=said or quiet, env=environment)


def ours(data: Path, port: int, options: tuple[str, ...] = ()) -> Server:
    """Our server, as `ctgraph serve` runs it. One client asks everything, so its budget is lifted."""
    environment = {**os.environ, "CTGRAPH_CLIENTS_SECONDS": "1000000"}
    command = (sys.executable, "-m", "ctgraph", "serve", "--data", str(data), "--port", str(port), *options)
    return Server(OURS, port, "/sparql", _started(*command, environment=environment))


def oxigraph(release: Release, port: int, scratch: Path, binary: str) -> Server:
    """The Oxigraph server on a copy of the store."""
    found = shutil.which(binary)
    if found is None:
        raise Absent("no Oxigraph server (pip install oxigraph; --oxigraph PATH)")
    store = scratch / "oxigraph"
    shutil.copytree(release.store, store)
    command = (found, "serve-read-only", "--location", store, "--bind", f"127.0.0.1:{port}")
    return Server("oxigraph", port, "/query", _started(*command))


def rdflib(release: Release, port: int, scratch: Path, python: str) -> Server:
    """rdflib-endpoint, the statements in memory."""
    found = shutil.which(python)
    # Without its extra `cli` it brings no server along.
    wanted = "import rdflib_endpoint, uvicorn"
    if found is None or subprocess.call([found, "-c", wanted], stderr=subprocess.DEVNULL):
        raise Absent("no rdflib-endpoint (pip install rdflib-endpoint uvicorn; --rdflib its PYTHON)")
    triples = scratch / "rdflib.nt"
    with release.quads.open("rb") as quads, triples.open("wb") as file:
        file.writelines(line.rsplit(b" ", 2)[0] + b" .\n" for line in quads)
    said = (scratch / "rdflib.log").open("w+b")
    process = _started(found, "-c", _RDFLIB, triples, str(port), said=said)
    return Server("rdflib-endpoint", port, "/", process, said=said)


def virtuoso(release: Release, port: int, scratch: Path, binary: str) -> Server:
    """Virtuoso 7, loaded by one loader, and counted, since it has lost statements without a word."""
    server, client = shutil.which(binary), shutil.which("isql-vt") or shutil.which("isql")
    if server is None or client is None:
        raise Absent("no Virtuoso (apt-get install virtuoso-opensource-7; --virtuoso PATH)")
    folder = scratch / "virtuoso"
    folder.mkdir()
    sql = port + 1_000
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(folder=folder, port=port, sql=sql))
    shutil.copy(release.quads, folder / "release.nq")
    process = _started(server, "+foreground", "+wait", "+configfile", folder / "virtuoso.ini")
    running = Server("virtuoso", port, "/sparql", process)
    running.wait()
    statements = f"ld_dir('{folder}', 'release.nq', 'urn:none'); rdf_loader_run(); checkpoint;"
    subprocess.run([client, f"127.0.0.1:{sql}", "dba", "dba", f"exec={statements}"], check=True, capture_output=True)
    return running


Start = Callable[[], Server]


def started(starts: list[Start]) -> list[Server]:
    """Start all; one that is absent is left out, and said so."""
    running: list[Server] = []
    for start in starts:
        try:
            server = start()
            server.wait()
            if server.name == OURS:
                server.wait_for_memory()
            server.settle()
            server.rest = server.memory()
            running.append(server)
        except Absent as error:
            print(f"left out: {error}")
    return running
