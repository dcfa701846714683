"""A worker process: has one release open, answers one question at a time, and may be killed at any moment.

Started as `python -m ctgraph.store.worker STORE MEMORY_BYTES`, or forked by a nursery that holds the release in memory;
requests come on standard input, frames leave on standard output. It imports no more than it needs, so that a new one is
ready soon. Results live and die in the one thread there is: pyoxigraph ends the process when another one touches them.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import IO, Final, NoReturn, TypeVar, cast

import pyoxigraph
from pyoxigraph import QueryBoolean, QuerySolutions, Store

from ctgraph.namespaces import PREFIXES
from ctgraph.store import confine, dataset, frames
from ctgraph.store.backend import Question
from ctgraph.store.formats import GRAPHS, PREFIXED, RESULTS
from ctgraph.store.frames import FrameKind
from ctgraph.store.syntax import locate

_IN: Final = 0
_OUT: Final = 1
_READ_BYTES: Final = 64 * 1024
_REHEARSED: Final = (
    Question("SELECT * WHERE { ?s ?p ?o } LIMIT 20", "select", "application/sparql-results+json", 1.0),
    Question("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 20", "construct", "text/turtle", 1.0),
)
_Format = TypeVar("_Format")


class Blocks:
    """Takes what pyoxigraph writes, about 8 KiB at a time, and sends it on in frames.

    The first piece leaves as soon as a second one shows that there is more; the ones after it are gathered.
    """

    def __init__(self) -> None:
        self._pending = bytearray()
        self._room = 0

    def write(self, piece: bytes) -> int:
        """Take one piece."""
        if self._pending and len(self._pending) + len(piece) > self._room:
            _send(FrameKind.BLOCK, self._pending)
            self._pending.clear()
            self._room = frames.BLOCK_BYTES if self._room else frames.SECOND_BYTES
        self._pending += piece
        return len(piece)

    def flush(self) -> None:
        """Do nothing: `finish` sends what is left."""

    def finish(self) -> None:
        """Send the last frame."""
        _send(FrameKind.LAST, self._pending)


def main(arguments: list[str]) -> NoReturn:
    """Serve questions until standard input ends."""
    path, memory_bytes = arguments
    confine.end_with_parent()
    for stop in (signal.SIGINT, signal.SIGTERM):  # sent to all processes, but for the parent, which ends its workers
        signal.signal(stop, signal.SIG_IGN)
    denied = confine.deny_sockets()
    try:
        store = Store.read_only(path)
    except (OSError, RuntimeError) as error:
        _send(FrameKind.FAULT, frames.pack_fault("store", str(error)))
        os._exit(1)
    answer_all(store, int(memory_bytes), denied)


def answer_all(store: Store, memory_bytes: int, denied: bool) -> NoReturn:
    """Answer from the store, and end this process; `denied` says that it can open no socket any more."""
    confine.limit_memory(memory_bytes)
    confine.give_way()
    if not denied:
        confine.fill_descriptors()
    _rehearse(store)
    _send(FrameKind.READY, b"")
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    for question in _questions():
        confine.die_after(question.seconds)
        _answer(store, question)
        confine.die_after(0)
    os._exit(0)


def _rehearse(store: Store) -> None:
    """Answer two small questions to nobody: the first of each form takes twice as long, and is not to be a client's."""
    with suppress(ValueError, RuntimeError, OSError):  # of a damaged store, which a client's question will tell
        for question in _REHEARSED:
            _write(store, question, io.BytesIO())


def _questions() -> Iterator[Question]:
    """What the parent asks, until it closes the pipe; a question of usual length takes one call of the system."""
    start = frames.LENGTH.size
    while request := os.read(_IN, _READ_BYTES):
        while len(request) < start or len(request) < start + frames.LENGTH.unpack_from(request)[0]:
            more = os.read(_IN, _READ_BYTES)
            if not more:
                return
            request += more
        yield frames.unpack_question(request[start:])


def _answer(store: Store, question: Question) -> None:
    """Send the frames of one answer; whatever pyoxigraph raises becomes a fault."""
    try:
        blocks = Blocks()
        _write(store, question, cast(IO[bytes], blocks))  # pyoxigraph needs `write` and `flush` only
        blocks.finish()
    except SyntaxError as error:
        spot = locate(question.query, str(error), store.query)
        _send(FrameKind.FAULT, frames.pack_fault("syntax", spot.message, spot.line, spot.column))
    except (ValueError, RuntimeError) as error:
        # pyoxigraph says RuntimeError for a store that is damaged and for a function that does not exist.
        kind: frames.FaultKind = "store" if str(error).startswith("Corruption") else "invalid"
        _send(FrameKind.FAULT, frames.pack_fault(kind, str(error)))
    except MemoryError:
        _send(FrameKind.FAULT, frames.pack_fault("memory"))
    except OSError as error:
        _send(FrameKind.FAULT, frames.pack_fault("store", str(error)))


def _write(store: Store, question: Question, output: IO[bytes]) -> None:
    results = dataset.run(store, question.query, question.default_graphs, question.named_graphs)
    wanted = question.media_type
    if isinstance(results, QuerySolutions | QueryBoolean):
        results.serialize(output, _format(RESULTS, wanted))
    else:
        prefixes = dict(PREFIXES) if wanted in PREFIXED else None
        pyoxigraph.serialize(results, output, _format(GRAPHS, wanted), prefixes=prefixes)


def _format(offered: Mapping[str, _Format], wanted: str) -> _Format:
    if wanted not in offered:
        raise ValueError(f"this form of query is not answered as {wanted}, but as {', '.join(offered)}")
    return offered[wanted]


def _send(kind: FrameKind, payload: bytes | bytearray) -> None:
    """Write one frame whole; a parent that is gone ends the worker."""
    rest = memoryview(frames.HEADER.pack(kind, len(payload)) + payload)
    try:
        while rest:
            rest = rest[os.write(_OUT, rest) :]
    except BrokenPipeError:
        os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
