"""Where workers come from: started one by one on the store of a release on disk, or forked from one that is in memory.

In memory, what touches many statements is four to six times as fast. It takes about 0.45 GB for a million statements
of the store, which counts each in its graph and once in the union, so only releases up to a stated size are held.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Protocol, Self

from ctgraph.errors import ReleaseError
from ctgraph.settings import Settings
from ctgraph.store.backend import Lane
from ctgraph.store.nursery import MESSAGE
from ctgraph.store.process import BUFFER_BYTES, Worker, environment
from ctgraph.store.releases import Release


class Home(Protocol):
    """Makes workers on one release."""

    @property
    def release(self) -> Release:
        """The release."""

    @property
    def alive(self) -> bool:
        """Whether it can make workers still, and those that it made can live."""

    async def worker(self, lane: Lane) -> Worker:
        """A new worker that is ready; raises ReleaseError."""

    async def close(self) -> None:
        """Make no more; the workers that there are go on."""


class OnDisk:
    """Every worker opens the store on its own."""

    def __init__(self, release: Release, memory_bytes: int) -> None:
        self.release = release
        self._memory_bytes = memory_bytes

    @property
    def alive(self) -> bool:
        """Always: nothing is held."""
        return True

    async def worker(self, lane: Lane) -> Worker:
        """Start one."""
        return await Worker.start(self.release.store, self.release.id, lane, self._memory_bytes)

    async def close(self) -> None:
        """Nothing is held."""


class Homes:
    """Chooses where the workers of a release live."""

    def __init__(self, settings: Settings) -> None:
        self._statements = settings.in_memory
        self._memory_bytes = settings.limits.memory_bytes
        self.unfit = ""
        """The id of a release whose nursery ended by itself, which stays on disk from then on."""

    def in_memory(self, release: Release) -> bool:
        """Whether it is to be held in memory; on Linux alone."""
        is_held = 0 < release.manifest.stored <= self._statements and release.quads.is_file()
        return is_held and release.id != self.unfit and sys.platform.startswith("linux")

    def on_disk(self, release: Release) -> OnDisk:
        """Where workers are ready at once."""
        return OnDisk(release, self._memory_bytes)

    async def best(self, release: Release) -> Home:
        """In memory, if the release is to be there and there is room for it; else on disk."""
        if self.in_memory(release):
            with suppress(ReleaseError):
                return await InMemory.open(release, self._memory_bytes)
        return self.on_disk(release)


async def start_all(home: Home, count: int) -> list[Worker]:
    """A full set: so many open workers, and a reserved one; raises ReleaseError, and leaves none then."""
    starts = [asyncio.create_task(home.worker("open")) for _ in range(count)]
    starts.append(asyncio.create_task(home.worker("reserved")))
    try:
        return await asyncio.gather(*starts)
    except BaseException:
        for outcome in await asyncio.gather(*starts, return_exceptions=True):
            if isinstance(outcome, Worker):
                await outcome.stop()
        raise


class InMemory:
    """A nursery holds the release, and forks the workers. To be used in one event loop."""

    def __init__(
        self, release: Release, memory_bytes: int, nursery: asyncio.subprocess.Process, control: socket.socket
    ):
        self.release = release
        self._memory_bytes = memory_bytes
        self._nursery = nursery
        self._control = control
        self._loop = asyncio.get_running_loop()
        self._ready: asyncio.Future[None] = self._loop.create_future()
        self._born: deque[asyncio.Future[int]] = deque()
        self._running: dict[int, asyncio.Future[int]] = {}
        self._loop.add_reader(control, self._hear)

    @classmethod
    async def open(cls, release: Release, memory_bytes: int) -> Self:
        """Load the release; raises ReleaseError."""
        here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        here.setblocking(False)
        with there:
            told = release.manifest
            given = (there.fileno(), release.quads, told.canonical_hash, told.stored, memory_bytes)
            nursery = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", "ctgraph.store.nursery", *map(str, given)),
                pass_fds=(there.fileno(),),
                stdin=asyncio.subprocess.DEVNULL,
                env=environment(),
            )
        home = cls(release, memory_bytes, nursery, here)
        try:
            await home._ready
        except BaseException:
            with suppress(ProcessLookupError):
                nursery.kill()
            await nursery.wait()
            raise
        return home

    @property
    def alive(self) -> bool:
        """Whether the nursery lives; its workers end with it."""
        return self._control.fileno() >= 0

    async def worker(self, lane: Lane) -> Worker:
        """Fork one; raises ReleaseError."""
        born: asyncio.Future[int] = self._loop.create_future()
        (their_in, our_in), (our_out, their_out), (our_err, their_err) = os.pipe(), os.pipe(), os.pipe()
        ours = (our_in, our_out, our_err)
        theirs = [their_in, their_out, their_err]
        try:
            socket.send_fds(self._control, [MESSAGE.pack(b"W", 0, 0)], theirs)
            self._born.append(born)
            pid = await born
        except BaseException as error:
            for pipe in ours:
                os.close(pipe)  # a worker that is born nevertheless ends, since its input has ended
            if isinstance(error, OSError):
                raise self._gone() from error
            raise
        finally:
            for pipe in theirs:
                os.close(pipe)
        child = Forked(pid, self._running[pid], self._kill)
        await child.attach(*ours)
        return await Worker(child, self.release.id, lane, self._memory_bytes).ready(self.release.store)

    async def close(self) -> None:
        """Have the nursery end with its last worker, and wait for that."""
        with suppress(OSError):
            self._control.send(MESSAGE.pack(b"E", 0, 0))
        await self._nursery.wait()

    def _kill(self, pid: int) -> None:
        with suppress(OSError):
            self._control.send(MESSAGE.pack(b"K", pid, 0))

    def _hear(self) -> None:
        """Take one message of the nursery."""
        try:
            message = self._control.recv(MESSAGE.size)
        except ConnectionResetError:  # it ended with a message of ours unread
            message = b""
        if not message:
            self._mourn()
            return
        kind, pid, code = MESSAGE.unpack(message)
        if kind == b"P":
            self._running[pid] = self._loop.create_future()
            born = self._born.popleft()
            if not born.done():
                born.set_result(pid)
        elif kind == b"X":
            self._running.pop(pid).set_result(code)
        elif not self._ready.done():
            self._ready.set_result(None)

    def _mourn(self) -> None:
        """The nursery has ended, and all that came from it."""
        self._loop.remove_reader(self._control)
        self._control.close()
        for ended in self._running.values():
            ended.set_result(-signal.SIGKILL)
        self._running.clear()
        if not self._ready.done():
            self._ready.set_exception(self._gone())
        for born in self._born:
            if not born.done():
                born.set_exception(self._gone())
        self._born.clear()

    def _gone(self) -> ReleaseError:
        reason = "the process that held the release in memory ended"
        return ReleaseError(str(self.release.quads), reason, "Free memory, or set `in_memory` to 0")


class Forked:
    """A worker that a nursery forked, in the shape of `process.Child`."""

    def __init__(self, pid: int, ended: asyncio.Future[int], kill: Callable[[int], None]) -> None:
        self.pid = pid
        self.stdin: asyncio.WriteTransport | None = None
        self.stdout = asyncio.StreamReader(BUFFER_BYTES)
        self._stderr = asyncio.StreamReader(BUFFER_BYTES)
        self._pipes: list[asyncio.BaseTransport] = []
        self._ended = ended
        self._kill = kill

    async def attach(self, stdin: int, stdout: int, stderr: int) -> None:
        """Take our ends of its pipes."""
        loop = asyncio.get_running_loop()
        self.stdin, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, os.fdopen(stdin, "wb", 0))
        for reader, pipe in ((self.stdout, stdout), (self._stderr, stderr)):
            protocol = partial(asyncio.StreamReaderProtocol, reader)
            transport, _ = await loop.connect_read_pipe(protocol, os.fdopen(pipe, "rb", 0))
            self._pipes.append(transport)

    @property
    def returncode(self) -> int | None:
        """The exit code, negative for a signal; None while it runs."""
        return self._ended.result() if self._ended.done() else None

    def kill(self) -> None:
        """Have it ended now."""
        if self.returncode is None:
            self._kill(self.pid)

    async def communicate(self) -> tuple[bytes, bytes]:
        """Wait for its end; what it left on standard output and error."""
        if self.stdin is not None:
            self.stdin.close()
        left, said = await asyncio.gather(self.stdout.read(), self._stderr.read())
        await asyncio.shield(self._ended)
        for pipe in self._pipes:
            pipe.close()
        return left, said
