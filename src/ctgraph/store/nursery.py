"""A process that holds a release in memory, and forks the workers that answer from it.

The workers share its pages, so that a release is in memory once however many they are, and a new one is there in
milliseconds. Started as `python -m ctgraph.store.nursery CONTROL QUADS DIGEST STORED MEMORY_BYTES`: the descriptor of
a socket that keeps messages apart, the canonical file of the release and its SHA-256, how many statements the store is
to hold, and what a worker may take.

Messages are a letter and two numbers. To the nursery: `W` and the descriptors of three pipes for a new worker, `K` and
a worker to kill, or `E`: end with the last worker. It does so too when the other end is closed. From it: `R` when it is
ready, `P` and a new worker, `X` with a worker that has ended and its exit code, as `subprocess` gives it.
"""

from __future__ import annotations

import ctypes
import gc
import hashlib
import os
import select
import signal
import socket
import struct
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Final, NoReturn

from pyoxigraph import Store

from ctgraph.store import confine, worker
from ctgraph.store.gathering import bytes_of
from ctgraph.store.slices import load, union_of

MESSAGE: Final = struct.Struct(">cii")
PIPES: Final = 3


class Nursery:
    """The loop of the process; `store` is what its workers answer from."""

    def __init__(self, control: socket.socket, store: Store, memory_bytes: int, denied: bool) -> None:
        self._control = control
        self._store = store
        self._memory_bytes = memory_bytes
        self._denied = denied
        self._children: set[int] = set()
        self._ending = False
        self._woken, self._wake = os.pipe()
        for end in (self._woken, self._wake):
            os.set_blocking(end, False)

    def run(self) -> None:
        """Do as told until that is to end, and no worker is left."""
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)
        self._tell(b"R")
        watched: list[socket.socket | int] = [self._control, self._woken]
        while self._children or not self._ending:
            ready, _, _ = select.select(watched, (), ())
            if self._control in ready and not self._obey():
                self._ending = True
                watched.remove(self._control)
            if self._woken in ready:
                os.read(self._woken, 4_096)
                self._reap()

    def _obey(self) -> bool:
        """Take one message; False when the other end is closed."""
        message, descriptors, _, _ = socket.recv_fds(self._control, MESSAGE.size, PIPES)
        if not message:
            return False
        kind, pid, _ = MESSAGE.unpack(message)
        if kind == b"K" and pid in self._children:
            os.kill(pid, signal.SIGKILL)
        elif kind == b"W":
            self._fork(descriptors)
        elif kind == b"E":
            self._ending = True
        return True

    def _fork(self, pipes: list[int]) -> None:
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            try:
                self._become_worker(pipes, parent)
            finally:
                os._exit(1)
        for pipe in pipes:
            os.close(pipe)
        self._children.add(pid)
        self._tell(b"P", pid)

    def _become_worker(self, pipes: list[int], parent: int) -> NoReturn:
        confine.end_with_parent()
        if os.getppid() != parent:  # it ended before it could be watched
            os._exit(1)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for place, pipe in enumerate(pipes):
            os.dup2(pipe, place)
        for unwanted in (*pipes, self._control.fileno(), self._woken, self._wake):
            os.close(unwanted)
        worker.answer_all(self._store, self._memory_bytes, self._denied)

    def _reap(self) -> None:
        for pid in tuple(self._children):
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                self._children.discard(pid)
                self._tell(b"X", pid, os.waitstatus_to_exitcode(status))

    def _tell(self, kind: bytes, pid: int = 0, code: int = 0) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):  # nobody is there any more, as the next read will say
            self._control.send(MESSAGE.pack(kind, pid, code))


def main(arguments: list[str]) -> None:
    """Load, and run."""
    descriptor, quads, digest, stored, memory_bytes = arguments
    control = socket.socket(fileno=int(descriptor))
    confine.end_with_parent()
    for stop in (signal.SIGINT, signal.SIGTERM):  # sent to all processes, but for the one that ends this
        signal.signal(stop, signal.SIG_IGN)
    denied = confine.deny_sockets()
    with open(quads, "rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != digest:
            sys.exit(f"{quads}: damaged; its statements are not those that the release was made of")
    store = Store()
    # In a thread of its own, which has a heap of its own: loading leaves one full of holes, and a worker that looks for
    # room among them, in the heap of the thread that it is forked from, takes twice as long for a small query.
    with ThreadPoolExecutor(1) as aside:
        aside.submit(_load, store, Path(quads)).result()
    if len(store) != int(stored):
        sys.exit(f"{quads}: {len(store)} statements instead of {stored}")
    _settle_memory()
    Nursery(control, store, int(memory_bytes), denied).run()


def _load(store: Store, quads: Path) -> None:
    for pieces in (bytes_of(quads), union_of(quads)):
        load(store, pieces)


def _settle_memory() -> None:
    """Give back what loading left free, and have the collector leave alone what the workers are to share."""
    gc.collect()
    gc.freeze()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of glibc alone
    if trim is not None:
        trim(0)


if __name__ == "__main__":
    main(sys.argv[1:])
