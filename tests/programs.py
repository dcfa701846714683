"""Programs of other projects, each a process on loopback while a test needs it.

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

_PATIENCE = 60.0
"""Seconds that a program has to start."""
_VIRTUOSO = """
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
DirsAllowed = {folder}
NumberOfBuffers = 10000
[HTTPServer]
ServerPort = 127.0.0.1:{web}
[SPARQL]
ResultSetMaxRows = {rows}
"""


def program(variable: str, *names: str) -> str:
    """The path of a program; empty if neither the variable nor PATH has it."""
    return os.environ.get(variable) or next(filter(None, map(shutil.which, names)), "")


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return int(server.getsockname()[1])


@contextmanager
def running(command: Sequence[str], folder: Path, *ports: int) -> Iterator[None]:
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


@contextmanager
def running_virtuoso(binary: str, folder: Path, rows: int) -> Iterator[tuple[int, int]]:
    """Virtuoso with a new database that may load from `folder`; gives its ports of SQL and HTTP.

    It cuts an answer after so many `rows`; as Debian sets it up, 10,000.
    """
    sql, web = free_port(), free_port()
    settings = folder / "virtuoso.ini"
    settings.write_text(_VIRTUOSO.format(folder=folder, sql=sql, web=web, rows=rows), encoding="utf-8")
    with running([binary, "+configfile", str(settings), "+foreground"], folder, sql, web):
        yield sql, web


def _wait(process: subprocess.Popen[bytes], port: int, printed: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        assert process.poll() is None, printed.read_text(encoding="utf-8", errors="replace")
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise AssertionError(printed.read_text(encoding="utf-8", errors="replace"))
