"""A worker process, spoken to without guard or pool."""

from __future__ import annotations

import errno
import io
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from pyoxigraph import Store

from ctgraph.store import dataset, frames, worker
from ctgraph.store.frames import FrameKind
from ctgraph.store.releases import current
from store import specimen

ENVIRONMENT = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
MODULE = ("-m", "ctgraph.store.worker")
# The same worker where the system has no filter for sockets.
WITHOUT_FILTER = (
    "-c",
    "import sys; from ctgraph.store import confine, worker; confine.deny_sockets = bool; worker.main(sys.argv[1:])",
)


@contextmanager
def _worker(store: Path, start: tuple[str, ...] = MODULE) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        [sys.executable, *start, str(store), str(1024**3)],
        env=ENVIRONMENT,
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        yield process
        process.kill()


def _read(pipe: IO[bytes] | None, size: int) -> bytes:
    assert pipe is not None
    data = b""
    while len(data) < size and (part := pipe.read(size - len(data))):
        data += part
    return data


def _frame(process: subprocess.Popen[bytes]) -> tuple[FrameKind, bytes]:
    kind, size = frames.HEADER.unpack(_read(process.stdout, frames.HEADER.size))
    return FrameKind(kind), _read(process.stdout, size)


def _send(process: subprocess.Popen[bytes], query: str, seconds: float = 10.0) -> None:
    assert process.stdin is not None
    process.stdin.write(frames.pack_question(specimen.question(query, seconds=seconds)))


@contextmanager
def _listener() -> Iterator[tuple[int, list[object]]]:
    """A server on this machine that notes who calls, and hangs up."""
    calls: list[object] = []
    ended = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)

        def listen() -> None:
            while not ended.is_set():
                try:
                    connection, address = server.accept()
                except TimeoutError:
                    continue
                calls.append(address)
                connection.close()

        thread = threading.Thread(target=listen)
        thread.start()
        yield server.getsockname()[1], calls
        ended.set()
        thread.join()


@pytest.fixture
def store(data: Path) -> Path:
    """The store of the specimen."""
    return current(specimen.settings(data)).store


@pytest.mark.parametrize("start", [MODULE, WITHOUT_FILTER], ids=["seccomp", "descriptors"])
def test_no_network(store: Path, start: tuple[str, ...]) -> None:
    """Even a query that went round the guard reaches no server; afterwards the worker still answers."""
    with _listener() as (port, calls), _worker(store, start) as process:
        ready = _frame(process)
        replies = []
        for clause in (
            f"SERVICE <http://127.0.0.1:{port}/> {{ ?a ?b ?c }}",
            f"SERVICE SILENT <http://localhost:{port}/> {{ ?a ?b ?c }}",
            f"FILTER EXISTS {{ SERVICE SILENT <http://127.0.0.1:{port}/> {{ ?a ?b ?c }} }}",
        ):
            _send(process, f"SELECT * {{ {clause} }}")
            replies.append(_frame(process)[0])
        _send(process, f"SELECT (COUNT(*) AS ?n) FROM <http://127.0.0.1:{port}/x> {{ ?s ?p ?o }}")
        empty = _frame(process)
        _send(process, "SELECT (COUNT(*) AS ?n) FROM <file:///etc/passwd> FROM <file:///etc/hosts> { ?s ?p ?o }")

        assert ready == (FrameKind.READY, b"")
        assert replies == [FrameKind.FAULT, FrameKind.LAST, FrameKind.LAST]
        assert empty == _frame(process) == (FrameKind.LAST, b"n\r\n0\r\n")
    assert calls == []


def test_an_orphan_ends_by_itself(store: Path) -> None:
    """A worker whose parent does nothing any more is ended by the kernel soon after the deadline."""
    with _worker(store) as process:
        _frame(process)
        _send(process, specimen.RUNAWAY, seconds=0.2)

        assert process.wait(10) == -signal.SIGALRM


def test_the_end_of_input_ends_the_worker(store: Path) -> None:
    """A worker that waits leaves when its parent closes the pipe, and does so without an error."""
    with _worker(store) as process:
        _frame(process)
        assert process.stdin is not None
        process.stdin.close()

        assert process.wait(10) == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is no such policy")
def test_a_worker_gives_way(store: Path) -> None:
    """A worker does not push in where its parent is at work, also after a question longer than a pipe holds."""
    with _worker(store) as process:
        _frame(process)
        _send(process, f"ASK {{}} # {'x' * 300_000}")

        assert _frame(process)[0] == FrameKind.LAST
        assert os.sched_getscheduler(process.pid) == os.SCHED_BATCH


def test_a_parent_that_stops_reading(store: Path) -> None:
    """A worker that writes to a closed pipe ends without an error."""
    with _worker(store) as process:
        _frame(process)
        _send(process, "SELECT * { ?a ?b ?c . ?d ?e ?f }")
        assert process.stdout is not None
        process.stdout.close()

        assert process.wait(10) == 0


def test_a_store_that_does_not_open(tmp_path: Path) -> None:
    """A folder without a store is reported, and the worker ends."""
    with _worker(tmp_path / "none") as process:
        kind, payload = _frame(process)

        assert kind is FrameKind.FAULT
        assert frames.unpack_fault(payload)["kind"] == "store"
        assert process.wait(10) == 1


def test_blocks_are_gathered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first piece leaves with the second; then come a block of 16 KiB and others of 64; the rest is the last frame."""
    sent = io.BytesIO()
    monkeypatch.setattr(os, "write", lambda _, data: sent.write(data[:50_000]))
    blocks = worker.Blocks()
    for _ in range(20):
        blocks.write(b"x" * 8192)
    blocks.flush()
    blocks.finish()

    sent.seek(0)
    sizes = []
    while header := sent.read(frames.HEADER.size):
        kind, size = frames.HEADER.unpack(header)
        sizes.append((FrameKind(kind), len(sent.read(size))))
    assert sizes == [
        (FrameKind.BLOCK, 8192),
        (FrameKind.BLOCK, 2 * 8192),
        (FrameKind.BLOCK, 8 * 8192),
        (FrameKind.BLOCK, 8 * 8192),
        (FrameKind.LAST, 8192),
    ]


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (MemoryError(), "memory"),
        (OSError("disk"), "store"),
        (RuntimeError("Corruption: block checksum mismatch"), "store"),
        (RuntimeError("The custom function <a:b> is not supported"), "invalid"),
        (ValueError("no such format"), "invalid"),
        (SyntaxError("error at 1:1: expected ASK"), "syntax"),
    ],
)
def test_what_is_raised_becomes_a_fault(
    monkeypatch: pytest.MonkeyPatch, data: Path, raised: Exception, kind: str
) -> None:
    """Every failure of a query is reported in one frame of its kind; the worker goes on."""

    def fail(*_: object) -> None:
        raise raised

    sent = io.BytesIO()
    monkeypatch.setattr(os, "write", lambda _, part: sent.write(part))
    monkeypatch.setattr(dataset, "run", fail)
    worker._answer(Store.read_only(str(current(specimen.settings(data)).store)), specimen.question("AS"))
    number, size = frames.HEADER.unpack(sent.getvalue()[: frames.HEADER.size])

    assert FrameKind(number) is FrameKind.FAULT
    assert size == len(sent.getvalue()) - frames.HEADER.size
    assert frames.unpack_fault(sent.getvalue()[frames.HEADER.size :])["kind"] == kind


def test_questions_survive_the_pipe() -> None:
    """A question arrives as it was sent, graphs and all."""
    asked = specimen.question("ASK { ?s ?p 'é😀' }")
    packed = frames.pack_question(asked)

    assert frames.LENGTH.unpack(packed[:4]) == (len(packed) - 4,)
    assert frames.unpack_question(packed[4:]) == asked


def test_sockets_stay_for_the_parent() -> None:
    """What binds a worker does not bind the process that started it."""
    with socket.socket() as own:
        assert own.connect_ex(("127.0.0.1", 9)) in (errno.ECONNREFUSED, 0)
