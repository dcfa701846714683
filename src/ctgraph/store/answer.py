"""The blocks of one answer on their way from a worker, or a remote store, to a client."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from typing import Final, Protocol, Self

from ctgraph.errors import (
    CtgraphError,
    QueryAborted,
    QueryAnswerTooLarge,
    QueryError,
    QueryMemory,
    QuerySyntaxError,
    QueryTimeout,
    ReleaseUnreadable,
    ServerStopping,
)
from ctgraph.settings import QueryLimits
from ctgraph.store.backend import Question
from ctgraph.store.frames import Frame, FrameKind, unpack_fault
from ctgraph.store.process import WorkerDied
from ctgraph.store.waiting import done_by

_READ_AHEAD: Final = 1024 * 1024

Done = Callable[[bool], None]
"""Takes the worker back; the flag says whether it can answer another question."""


class Answering(Protocol):
    """What gives the frames of one answer: a worker process, or an exchange with a remote store."""

    @property
    def release(self) -> str:
        """The id of the release that answers."""

    def send(self, question: Question) -> None:
        """Ask; the frames of the answer follow."""

    async def frame(self) -> Frame:
        """The next frame; raises WorkerDied, or what went wrong."""

    async def verdict(self, question: Question) -> QueryError:
        """Why `frame` raised WorkerDied."""


class Answer(AsyncIterator[bytes]):
    """Blocks, the first of them there already.

    It reads up to 1 MiB ahead, so that a slow client does not hold a worker for an answer of normal size.
    A failure raises after the blocks that came before it. `aclose` ends the work; `release` is the id of
    the release that answers.
    """

    def __init__(self, worker: Answering, question: Question, limits: QueryLimits, done: Done) -> None:
        self.release: str = worker.release
        self._worker = worker
        self._question = question
        self._limits = limits
        self._done = done
        self._deadline = asyncio.get_running_loop().time() + question.seconds
        self._blocks: deque[bytes] = deque()
        self._held = 0
        self._total = 0
        self._usable = False
        self._ended = False
        self._handed_back = False
        self._error: CtgraphError | None = None
        self._changed = asyncio.Event()
        self._pump: asyncio.Task[None] | None = None

    async def start(self) -> Self:
        """Ask, and wait for the first block; raises QueryError."""
        try:
            self._worker.send(self._question)
            self._ended = await self._receive()
        except BaseException:
            self._hand_back()
            raise
        if self._ended:
            self._hand_back()
        else:
            self._pump = asyncio.create_task(self._run())
        return self

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        while not self._blocks:
            if self._error is not None:
                raise self._error
            if self._ended:
                raise StopAsyncIteration
            self._changed.clear()
            await self._changed.wait()
        block = self._blocks.popleft()
        self._held -= len(block)
        self._changed.set()
        return block

    @property
    def size(self) -> int:
        """How many bytes came from the worker so far."""
        return self._total

    def whole(self) -> bytes | None:
        """All blocks as one, which are taken by that; None while some are to come, or after a failure.

        A small answer comes in one frame, and needs no waiting.
        """
        if not self._ended or self._error is not None:
            return None
        blocks = b"".join(self._blocks)
        self._blocks.clear()
        return blocks

    async def aclose(self) -> None:
        """Drop what is left, and end the work if it is still under way."""
        self._blocks.clear()
        await self._stop()

    def refuse(self) -> None:
        """The store ends: who reads on gets that for an error, not an end, and not what its worker died of."""
        if not self._ended:
            self._error = ServerStopping()

    async def abort(self) -> None:
        """End the work on behalf of the store."""
        self.refuse()
        if not self._ended:
            await self._stop()

    async def _stop(self) -> None:
        if self._pump is not None and not self._pump.done():
            self._pump.cancel()
            with suppress(asyncio.CancelledError):
                await self._pump
            self._hand_back()  # a task that is cancelled before its first step does not do it

    async def _run(self) -> None:
        """Read ahead until the answer is whole, with no more in hand than allowed."""
        try:
            while not await self._receive():
                await self._wait_for_room()
        except CtgraphError as error:
            self._error = error
        finally:
            self._hand_back()

    def _hand_back(self) -> None:
        """Give the worker back, once."""
        self._ended = True
        self._changed.set()
        if not self._handed_back:
            self._handed_back = True
            self._done(self._usable)

    async def _receive(self) -> bool:
        """Take one frame in; True if it was the last."""
        try:
            frame = await done_by(self._worker.frame(), self._deadline)
        except TimeoutError:
            raise QueryTimeout(self._question.seconds) from None
        except WorkerDied:
            raise self._error or await self._worker.verdict(self._question) from None
        if frame.kind is FrameKind.FAULT:
            raise self._fault(frame)
        return self._take(frame)

    def _take(self, frame: Frame) -> bool:
        whole = frame.kind is FrameKind.LAST
        self._usable = whole
        self._total += len(frame.payload)
        if self._total > self._limits.answer_bytes:
            raise QueryAnswerTooLarge(self._limits.answer_bytes)
        self._held += len(frame.payload)
        self._blocks.append(frame.payload)
        self._changed.set()
        return whole

    async def _wait_for_room(self) -> None:
        try:
            async with asyncio.timeout_at(self._deadline):
                while self._held > _READ_AHEAD:
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            raise QueryTimeout(self._question.seconds) from None

    def _fault(self, frame: Frame) -> QueryError:
        fault = unpack_fault(frame.payload)
        if fault["kind"] == "memory":
            return QueryMemory(self._limits.memory_bytes)
        if fault["kind"] == "store":
            # Anything else that fails in the store is the query's own doing, such as SERVICE, which finds no network.
            return ReleaseUnreadable() if "Corruption" in fault["message"] else QueryAborted()
        self._usable = True
        if fault["kind"] == "syntax":
            return QuerySyntaxError(fault["message"], fault["line"], fault["column"])
        return QueryError(fault["message"])
