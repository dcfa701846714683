"""A worker process as its parent sees it: started, asked, read from, killed."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final, Protocol, Self, cast

from ctgraph.errors import QueryAborted, QueryError, QueryMemory, QueryTimeout, ReleaseError
from ctgraph.store import sums
from ctgraph.store.backend import Lane, Question
from ctgraph.store.frames import Frame, FrameKind, pack_question, take_frame, unpack_fault
from ctgraph.store.releases import MEND

_START_SECONDS: Final = 30.0
BUFFER_BYTES: Final = 128 * 1024
# What a program needs to start at all where libraries or the allocator are set by the environment.
_KEPT: Final = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LD_PRELOAD")
# What Rust and C++ print when an allocation fails, before they end the process.
_MEMORY_MARKS: Final = (b"memory allocation of", b"bad_alloc", b"MemoryError")


class Sink(Protocol):
    """Where bytes for a process go."""

    def write(self, data: bytes) -> None:
        """Send, without waiting."""

    def close(self) -> None:
        """Send no more."""


class Child(Protocol):
    """A process with pipes, as `asyncio.subprocess.Process` is one."""

    @property
    def pid(self) -> int:
        """The process id."""

    @property
    def returncode(self) -> int | None:
        """The exit code, negative for a signal; None while it runs."""

    @property
    def stdin(self) -> Sink | None:
        """Its standard input."""

    @property
    def stdout(self) -> asyncio.StreamReader | None:
        """Its standard output."""

    def kill(self) -> None:
        """End it; may raise ProcessLookupError if it has ended."""

    async def communicate(self) -> tuple[bytes | None, bytes]:
        """Wait for its end; what it said on standard error comes second."""


class WorkerDied(Exception):
    """The process ended in the middle; `Worker.verdict` says why."""


class Worker:
    """One process that has one release open. Answers one question at a time."""

    def __init__(self, process: Child, release: str, lane: Lane, memory_bytes: int) -> None:
        self._process = process
        self._memory_bytes = memory_bytes
        self._read = bytearray()
        self.release = release
        self.lane = lane

    @classmethod
    async def start(cls, store: Path, release: str, lane: Lane, memory_bytes: int) -> Self:
        """Start a process on the store folder, and wait until it has opened it; raises ReleaseError."""
        sums.check_store(store)
        try:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", "ctgraph.store.worker", str(store), str(memory_bytes)),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                limit=BUFFER_BYTES,
                env=environment(),
            )
        except OSError as error:
            reason = f"no worker process starts ({error})"
            raise ReleaseError(str(store), reason, "Free memory or processes, and ask again") from error
        return await cls(cast(Child, process), release, lane, memory_bytes).ready(store)

    async def ready(self, store: Path) -> Self:
        """Wait until the process says that it can answer; raises ReleaseError, and ends it, if it does not."""
        try:
            async with asyncio.timeout(_START_SECONDS):
                frame = await self.frame()
        except (TimeoutError, WorkerDied):
            frame = None
        except BaseException:
            await self.stop()
            raise
        if frame is None or frame.kind is not FrameKind.READY:
            await self.stop()
            reason = unpack_fault(frame.payload)["message"] if frame else "a worker did not start on it"
            raise ReleaseError(str(store), f"the store cannot be opened ({reason})", MEND)
        return self

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process was still there when the event loop last looked."""
        return self._process.returncode is None

    def send(self, question: Question) -> None:
        """Ask; the frames of the answer follow."""
        if self._process.stdin is not None:
            self._process.stdin.write(pack_question(question))

    async def frame(self) -> Frame:
        """The next frame; raises WorkerDied if there comes none."""
        if self._process.stdout is None:
            raise WorkerDied
        while (frame := take_frame(self._read)) is None:
            part = await self._process.stdout.read(BUFFER_BYTES)
            if not part:
                raise WorkerDied
            self._read += part
        return frame

    def kill(self) -> None:
        """End the process now, whatever it does; `stop` collects it."""
        with suppress(ProcessLookupError):
            self._process.kill()

    async def stop(self) -> bytes:
        """Kill the process, wait for its end, and close the pipes; return what it said on standard error."""
        self.kill()
        if self._process.stdin is not None:
            self._process.stdin.close()
        _, said = await self._process.communicate()
        return said

    async def verdict(self, question: Question) -> QueryError:
        """Why the process died on this question, once `frame` has raised WorkerDied."""
        _, said = await self._process.communicate()
        code = self._process.returncode
        if code == -signal.SIGALRM:
            return QueryTimeout(question.seconds)
        # A SIGKILL that is not ours is the system's, and it is short of memory.
        if code == -signal.SIGKILL or any(mark in said for mark in _MEMORY_MARKS):
            return QueryMemory(self._memory_bytes)
        return QueryAborted()


def environment() -> dict[str, str]:
    """Nothing of ours but the way to our modules: the child finds what this process found."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
