"""Load a large release into its store in many small slices, in a process of its own in which RocksDB tidies up last.

RocksDB makes the files of two slices one as soon as there are two, and again with each slice that follows: at ten
slices that is almost half of all work, and it grows with the square of their number. Nothing of the library turns it
off. But Linux lets a thread work only where no other wants to: then the files are left as they are while slices are
loaded, and made one once, at the end. What a thread was told so it keeps, and the end must not wait for others; so
the loading is done by a process that ends with it. The small slices pay: what is sorted fits in the caches.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from pathlib import Path
from typing import Final

from pyoxigraph import RdfFormat, Store

from ctgraph.store.gathering import bytes_of, lines_of
from ctgraph.store.merging import triples

SLICE_BYTES: Final = 40 * 1024**2
"""Bytes of N-Quads that one bulk load takes: about 200,000 statements, 0.16 GB while it runs, and two run at once."""

_SMALL: Final = 16 * 1024**2
"""Bytes of one where there are many. 951,000 quads and their union, loaded and made one: 31.0 s of processor time in
slices of 40 MB, 28.3 of 16 MB, 26.1 of 8 MB, with 523, 261 and 189 MB. Of the smallest there are too many."""
_TIDYING: Final = "rocksdb:low"
"""What RocksDB calls the threads that make files one."""


def load_apart(store: Path, statements: Path) -> None:
    """Load a sorted file of statements and the union of its graphs into a new store; its files are left apart.

    Raises OSError when the disk is full, or where the process is ended by others.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context, initializer=_end_with_the_build) as process:
        try:
            process.submit(_load_quietly, store, statements).result()
        except BrokenProcessPool as error:
            raise OSError("the process that loaded the store ended early") from error


def load_beside(store: Store, statements: Path, size: int) -> int:
    """Load quads and union beside each other, in slices of so many bytes; how many slices the longer of them took."""
    with ThreadPoolExecutor(2) as beside:
        quads = beside.submit(load, store, bytes_of(statements), size)
        union = beside.submit(load, store, union_of(statements), size)
        return max(quads.result(), union.result())


def union_of(statements: Path) -> Iterator[bytes]:
    """The union of the graphs in a sorted file of statements, some triples at a time, as `load` takes them."""
    return map(b"".join, triples(lines_of(statements)))


def load(store: Store, pieces: Iterable[bytes], size: int = SLICE_BYTES) -> int:
    """Load lines of N-Quads into a store, on disk or in memory, in slices of so many bytes; how many there were."""
    loads, left = 0, iter(pieces)
    while data := _slice(left, size):
        store.bulk_load(data, RdfFormat.N_QUADS, lenient=True)
        del data  # before the next is put together
        loads += 1
    return loads


def _end_with_the_build() -> None:
    """Have this process end where that of the build is ended, so that none goes on to fill a folder given up."""

    def watch() -> None:
        build = multiprocessing.parent_process()
        if build is not None:
            build.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _load_quietly(store: Path, statements: Path) -> None:
    filled = Store(str(store))
    _let_tidying_wait()
    load_beside(filled, statements, _SMALL)
    filled.flush()


def _let_tidying_wait() -> None:
    """Have the threads that make files one work only where no other thread wants to; elsewhere than on Linux nothing.

    A thread that ended meanwhile is none that works, and a system that forbids it only takes longer.
    """
    if not hasattr(os, "SCHED_IDLE"):
        return
    for task in Path("/proc/self/task").iterdir():
        with suppress(OSError):
            if (task / "comm").read_text().startswith(_TIDYING):
                os.sched_setscheduler(int(task.name), os.SCHED_IDLE, os.sched_param(0))


def _slice(pieces: Iterator[bytes], size: int) -> bytes:
    """The next pieces as one; empty at the end."""
    part: list[bytes] = []
    held = 0
    while held < size and (piece := next(pieces, None)) is not None:
        part.append(piece)
        held += len(piece)
    return b"".join(part)
