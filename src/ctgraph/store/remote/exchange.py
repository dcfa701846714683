"""One question on its way to a remote store: what a worker process is to the embedded one.

The event loop takes the blocks off the network; a thread reads and rewrites them, since neither may wait for the other.
The last frame waits until the answer was found to be whole, and of a release that still stands.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from concurrent.futures import Executor
from typing import IO, Any, Final, TypeVar, cast

from ctgraph.errors import QueryAborted, QueryError, ServerStopping, StoreFailed
from ctgraph.store import frames
from ctgraph.store.backend import Question
from ctgraph.store.frames import Frame, FrameKind
from ctgraph.store.remote.adapting import Sent
from ctgraph.store.remote.client import ACCEPT_TRIPLES, RESULTS, Arrived, RemoteClient
from ctgraph.store.remote.reading import Source, transcode

Check = Callable[[int, int | None], Awaitable[None]]
"""Takes how many rows came and how many the store says that it gives at most; raises if the answer is not whole."""

_AHEAD: Final = 4
"""Frames that wait for the reader."""
_Result = TypeVar("_Result")


class Exchange:
    """Sends one question to the store, and gives the frames of its answer."""

    def __init__(self, client: RemoteClient, sent: Sent, release: str, check: Check, threads: Executor) -> None:
        self.release = release
        self._client = client
        self._sent = sent
        self._check = check
        self._threads = threads
        self._frames: asyncio.Queue[Frame | None] = asyncio.Queue()
        self._room = asyncio.Semaphore(_AHEAD)
        self._task: asyncio.Task[None] | None = None

    def send(self, question: Question) -> None:
        """Ask; the frames of the answer follow."""
        self._task = asyncio.create_task(self._run(question))

    async def frame(self) -> Frame:
        """The next frame; raises QueryError or StoreBusy."""
        frame = await self._frames.get()
        self._room.release()
        if frame is None:
            assert self._task is not None
            await asyncio.wait({self._task})
            raise ServerStopping if self._task.cancelled() else self._task.exception() or QueryAborted()
        return frame

    async def verdict(self, question: Question) -> QueryError:
        """Never asked for: `frame` says itself what is wrong."""
        return QueryAborted()

    async def stop(self) -> None:
        """End the work; the store learns it from the broken connection."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})
            if not self._task.cancelled():
                self._task.exception()  # who reads frames has seen it, or has left

    async def _run(self, question: Question) -> None:
        try:
            accept = ACCEPT_TRIPLES if question.form in ("construct", "describe") else RESULTS
            sent = self._sent
            asked = self._client.ask(sent.query, accept, question.seconds, sent.default_graphs, sent.named_graphs)
            async with asked as arrived:
                last, rows = await self._transcoded(arrived, question)
            await self._check(rows, arrived.most_rows)
            self._frames.put_nowait(Frame(FrameKind.LAST, last))
        finally:
            self._frames.put_nowait(None)

    async def _transcoded(self, arrived: Arrived, question: Question) -> tuple[bytes, int]:
        """Have a thread rewrite the answer; its last block, and the number of rows."""
        bridge = _Bridge(arrived.blocks, self._put)
        source = Source(bridge.fetch, arrived.media_type == RESULTS)
        work = asyncio.get_running_loop().run_in_executor(
            self._threads, transcode, source, arrived.media_type, question.form, question.media_type, bridge.file
        )
        try:
            await asyncio.shield(work)
        except (SyntaxError, ValueError) as error:
            raise StoreFailed(self._client.where, f"what it sent does not read ({error})") from error
        except asyncio.CancelledError:
            bridge.close()
            await asyncio.gather(work, return_exceptions=True)
            raise
        return bytes(bridge.pending), source.rows

    async def _put(self, block: bytes) -> None:
        await self._room.acquire()
        self._frames.put_nowait(Frame(FrameKind.BLOCK, block))


class _Bridge:
    """What a thread reads from and writes to, while the event loop does the waiting.

    `pending` is what is written and not yet sent on.
    """

    def __init__(self, blocks: AsyncIterator[bytes], put: Callable[[bytes], Coroutine[Any, Any, None]]) -> None:
        self._loop = asyncio.get_running_loop()
        self._blocks = blocks
        self._put = put
        self._waits: set[asyncio.Future[Any]] = set()
        self._closed = False
        self.pending = bytearray()

    @property
    def file(self) -> IO[bytes]:
        """Where to write to."""
        return cast(IO[bytes], self)  # pyoxigraph needs `write` and `flush` only

    def fetch(self) -> bytes:
        """The next block from the network; empty at the end."""
        return self._done(anext(self._blocks, b""))

    def write(self, piece: bytes) -> int:
        """Gather pieces; a whole block goes on."""
        if self.pending and len(self.pending) + len(piece) > frames.BLOCK_BYTES:
            self._done(self._put(bytes(self.pending)))
            self.pending.clear()
        self.pending += piece
        return len(piece)

    def flush(self) -> None:
        """Do nothing: the last block waits for the check."""

    def close(self) -> None:
        """End what the thread waits for; it gets an exception there, or at its next step."""
        self._closed = True
        for task in self._waits:
            task.cancel()

    def _done(self, work: Awaitable[_Result]) -> _Result:
        """Have the event loop do something, and wait for it here."""
        return asyncio.run_coroutine_threadsafe(self._kept(work), self._loop).result()

    async def _kept(self, work: Awaitable[_Result]) -> _Result:
        task = asyncio.ensure_future(work)
        self._waits.add(task)
        if self._closed:
            task.cancel()
        try:
            return await task
        finally:
            self._waits.discard(task)
