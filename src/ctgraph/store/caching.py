"""Answers that were given before: kept in memory by release, query, format and dataset.

A release never changes, so an answer is good for as long as its release is current. Who asks what is being
asked waits for that answer (single flight), so a crowd costs one worker. The beginning of an answer is
gathered for a moment before it goes out: small ones are whole then, with a clean status for any failure, and
large ones go through as a stream that nobody else waits for.
"""

from __future__ import annotations

import asyncio
import re
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Final, NamedTuple

from ctgraph.errors import ClientLimit, ReleaseError
from ctgraph.settings import CacheLimits
from ctgraph.store.answer import Answer
from ctgraph.store.backend import Backend, Blocks, Lane, Question
from ctgraph.store.figures import Figure, Measured
from ctgraph.store.flights import Flight

# Functions that answer differently each time: `NOW()`, `rand ( )`, and those that make blank nodes or UUIDs, `STRUUID`
# with them. May be met inside a string or comment: then the answer is only not kept.
_FLEETING: Final = ("NOW", "RAND", "UUID", "BNODE")
_CALLED: Final = re.compile(r"\s*\(")
_GATHER_SECONDS: Final = 0.05
_GATHER_BYTES: Final = 64 * 1024
_GATHER_GRAPH_BYTES: Final = 16 * 1024
"""A graph takes the engine ten times as long for so many bytes as rows do."""
_ENTRY_BYTES: Final = 512
"""What an entry costs beside its bytes, about."""


def is_fleeting(query: str) -> bool:
    """Whether the query may answer differently each time it is asked."""
    upper = query.upper()  # a pattern tried at each character would cost more than the guard: "unkNOWn" is common
    return any(_is_called(name, upper) for name in _FLEETING)


def _is_called(name: str, upper: str) -> bool:
    at = upper.find(name)
    while at >= 0:
        if _CALLED.match(upper, at + len(name)):
            return True
        at = upper.find(name, at + 1)
    return False


class _Key(NamedTuple):
    """What decides an answer within one release."""

    query: str
    media_type: str
    default_graphs: tuple[str, ...] | None
    named_graphs: tuple[str, ...] | None


@dataclass(slots=True)
class KeptAnswer:
    """A whole answer of `release`, with the compressed forms that were asked for so far."""

    release: str
    body: bytes
    encoded: dict[str, bytes] = field(default_factory=dict)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self.body

    async def aclose(self) -> None:
        """Nothing is under way."""


class AnswerCache:
    """Kept answers of one release, the ones not asked for longest going first when the bytes are too many."""

    def __init__(self, limits: CacheLimits) -> None:
        self._limits = limits
        self._release = ""
        self._kept: OrderedDict[_Key, KeptAnswer] = OrderedDict()
        self._bytes = 0
        self.hits = 0
        self.misses = 0

    @property
    def size(self) -> int:
        """About how many bytes of memory the answers take."""
        return self._bytes

    def get(self, release: str, question: Question) -> KeptAnswer | None:
        """The answer to this question, if it is kept."""
        kept = self._kept.get(_key(question)) if release == self._release else None
        if kept is None:
            return None
        self.hits += 1
        self._kept.move_to_end(_key(question))
        return kept

    def put(self, question: Question, answer: KeptAnswer) -> None:
        """Keep an answer; one of another release than those kept sends all of them away."""
        if answer.release != self._release:
            self._kept.clear()
            self._bytes = 0
            self._release = answer.release
        key = _key(question)
        if key not in self._kept:
            self._kept[key] = answer
            self._grow(_ENTRY_BYTES + len(question.query) + len(answer.body))

    def encode(self, answer: KeptAnswer, coding: str, compress: Callable[[bytes], bytes]) -> bytes:
        """The answer in a content coding, made once; the form counts with the rest."""
        if coding not in answer.encoded:
            answer.encoded[coding] = compress(answer.body)
            self._grow(len(answer.encoded[coding]))
        return answer.encoded[coding]

    def _grow(self, size: int) -> None:
        self._bytes += size
        while self._bytes > self._limits.total_bytes and self._kept:
            key, answer = self._kept.popitem(last=False)
            self._bytes -= _ENTRY_BYTES + len(key.query) + len(answer.body)
            self._bytes -= sum(len(form) for form in answer.encoded.values())


def _key(question: Question) -> _Key:
    return _Key(question.query, question.media_type, question.default_graphs, question.named_graphs)


class CachedBackend:
    """A backend whose small answers are kept, and asked for once at a time."""

    def __init__(self, backend: Backend, limits: CacheLimits) -> None:
        self._backend = backend
        self._limits = limits
        self._flights: dict[tuple[Question, Lane], Flight[Outcome]] = {}
        self.cache = AnswerCache(limits)

    @property
    def release(self) -> str:
        """The id of the release that answers now; raises ReleaseError if there is none."""
        return self._backend.release

    async def answer(self, question: Question, lane: Lane = "open") -> Blocks:
        """As `Backend.answer`; a small answer comes whole, as a KeptAnswer."""
        if is_fleeting(question.query):
            return await self._backend.answer(question, lane)
        return self.kept(question) or await self._fly(question, lane)

    def kept(self, question: Question) -> KeptAnswer | None:
        """The answer of the current release, if it is kept."""
        try:
            return self.cache.get(self.release, question)
        except ReleaseError:  # the backend itself says so when it is asked, or has one by then
            return None

    def keep(self, question: Question, answer: KeptAnswer) -> KeptAnswer:
        """Keep an answer, unless it is too large; it is given back."""
        if len(answer.body) <= self._limits.answer_bytes:
            self.cache.put(question, answer)
        return answer

    def figures(self) -> Iterator[Figure]:
        """The answers kept, and the figures of the backend."""
        text = "Questions by whether their answer was kept."
        counts = (({"result": "hit"}, self.cache.hits), ({"result": "miss"}, self.cache.misses))
        yield Figure("ctgraph_cache_questions_total", text, "counter", counts)
        yield Figure("ctgraph_cache_bytes", "About what the kept answers take.", "gauge", (({}, self.cache.size),))
        if isinstance(self._backend, Measured):
            yield from self._backend.figures()

    async def close(self) -> None:
        """End all workers."""
        await self._backend.close()

    def board(self, question: Question, told: Callable[[Seat], object]) -> Seat:
        """Ask in the open lane, or join who asks the same, without waiting: `told` is called when it has landed.

        For a question that is neither kept nor fleeting, in the context of its request.
        """
        return Seat(*self._flight(question, "open"), told, lambda: self._ask(question, "open"))

    async def _fly(self, question: Question, lane: Lane) -> Blocks:
        """Ask, or wait for who asks the same."""
        flight, leads = self._flight(question, lane)
        with suppress(ClientLimit):
            await flight.join()
        return await _settled(flight, leads, lambda: self._ask(question, lane))

    def _flight(self, question: Question, lane: Lane) -> tuple[Flight[Outcome], bool]:
        """The flight of who asks the same, or a new one; and whether this one asks first."""
        key = question, lane
        flight = self._flights.get(key)
        if flight is not None and not flight.is_over:
            return flight, False
        flight = self._flights[key] = Flight(self._ask(question, lane), partial(self._forget, key))
        return flight, True

    def _forget(self, key: tuple[Question, Lane], flight: Flight[Outcome]) -> None:
        """Take a flight that is over off the list, where another may have its place already."""
        if self._flights.get(key) is flight:
            del self._flights[key]

    async def _ask(self, question: Question, lane: Lane) -> Outcome:
        """Gather the beginning of the answer, and keep it if that was all of it."""
        self.cache.misses += 1
        blocks = await self._backend.answer(question, lane)
        if isinstance(blocks, Answer) and (body := blocks.whole()) is not None:
            return self.keep(question, KeptAnswer(blocks.release, body))
        stream = _Stream(blocks, self._limits.answer_bytes, lambda whole: self.keep(question, whole))
        try:
            is_graph = question.form in ("construct", "describe")
            return await stream.gather(_GATHER_GRAPH_BYTES if is_graph else _GATHER_BYTES) or stream
        except BaseException:
            await stream.aclose()
            raise


class _Stream:
    """An answer that is too large, or too slow, to be held back: its beginning, and what follows.

    If all of it passes, and no more than `limit`, it goes to `keep`.
    """

    def __init__(self, blocks: Blocks, limit: int, keep: Callable[[KeptAnswer], object]) -> None:
        self.release = blocks.release
        self._blocks = blocks
        self._rest = aiter(blocks)
        self._next: asyncio.Future[bytes | None] | None = None
        self._limit = limit
        self._keep = keep
        self._seen: list[bytes] = []
        self._size = 0
        self._claimed = False

    async def gather(self, most: int) -> KeptAnswer | None:
        """Read for a moment, and until there is more than `most`; the answer if it is whole by then."""
        loop = asyncio.get_running_loop()
        until = loop.time() + _GATHER_SECONDS
        while self._size <= most:
            self._next = asyncio.ensure_future(anext(self._rest, None))
            await asyncio.wait({self._next}, timeout=until - loop.time())
            if not self._next.done():
                return None
            block = self._next.result()
            if block is None:
                await self._blocks.aclose()
                return self._finish()
            self._note(block)
        self._next = None
        return None

    def claim(self) -> bool:
        """Take the stream for one reader; False if another has it."""
        first, self._claimed = not self._claimed, True
        return first

    async def __aiter__(self) -> AsyncIterator[bytes]:
        begun, self._claimed = tuple(self._seen), True
        for block in begun:
            yield block
        late = await self._next if self._next else None
        if late is not None:
            self._note(late)
            yield late
        async for block in self._rest:
            self._note(block)
            yield block
        if self._size <= self._limit:
            self._finish()

    async def aclose(self) -> None:
        """Drop what is left, and end the work if it is still under way."""
        if self._next is not None and not self._next.done():
            self._next.cancel()
            await asyncio.wait({self._next})
        await self._blocks.aclose()

    def _note(self, block: bytes) -> None:
        self._size += len(block)
        # What was gathered is not sent yet: only a reader's own blocks can go.
        if self._claimed and self._size > self._limit + _GATHER_BYTES:
            self._seen.clear()
        else:
            self._seen.append(block)

    def _finish(self) -> KeptAnswer:
        whole = KeptAnswer(self.release, b"".join(self._seen))
        self._keep(whole)
        return whole


Outcome = KeptAnswer | _Stream
_Again = Callable[[], Awaitable[Outcome]]


class Seat:
    """A place on a flight of one who does not wait in a task of its own, which would cost as much as the flight."""

    def __init__(self, flight: Flight[Outcome], leads: bool, told: Callable[[Seat], object], again: _Again) -> None:
        self._flight = flight
        self._leads = leads
        self._told = told
        self._again = again
        flight.board(self._land)

    def kept(self) -> KeptAnswer | None:
        """The answer, if it has come, and whole."""
        landed = self._flight.landed
        return landed if isinstance(landed, KeptAnswer) else None

    async def settle(self) -> Blocks:
        """What has come else, as from `CachedBackend.answer`."""
        return await _settled(self._flight, self._leads, self._again)

    async def leave(self) -> None:
        """Wait for it no more."""
        await self._flight.leave(self._land)

    def _land(self, task: object) -> None:
        self._told(self)


async def _settled(flight: Flight[Outcome], leads: bool, again: _Again) -> Outcome:
    """What a flight has brought for one of those who waited; what is not for all of them is asked for once more."""
    try:
        landed = flight.result
    except ClientLimit:
        if leads:
            raise
        return await again()
    return landed if isinstance(landed, KeptAnswer) or landed.claim() else await again()
