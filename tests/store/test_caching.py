"""Answers that are kept, and questions that are asked once for all who wait."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field

import pytest

from ctgraph.errors import ClientLimit, QueryTimeout
from ctgraph.settings import CacheLimits
from ctgraph.store.backend import Blocks, Form, Lane, Question
from ctgraph.store.caching import CachedBackend, KeptAnswer, is_fleeting
from store.specimen import question


@dataclass
class Engine:
    """A backend that gives `parts` with `pause` before each, and counts."""

    parts: Sequence[bytes] = (b"a", b"b")
    pause: float = 0.0
    release: str = "r1"
    fails: list[Exception] = field(default_factory=list)
    asked: int = 0
    closed: int = 0

    async def answer(self, question: Question, lane: Lane = "open") -> Given:
        self.asked += 1
        await asyncio.sleep(self.pause)
        if self.fails:
            raise self.fails.pop()
        return Given(self, self.release)

    async def close(self) -> None:
        """Nothing runs."""


@dataclass
class Given:
    """The blocks of one answer."""

    engine: Engine
    release: str

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self.engine.parts:
            await asyncio.sleep(self.engine.pause)
            yield part

    async def aclose(self) -> None:
        self.engine.closed += 1


async def read(blocks: Blocks) -> bytes:
    async with aclosing(blocks):
        return b"".join([block async for block in blocks])


async def ask(cached: CachedBackend, query: str = "ASK {}", media_type: str = "text/csv") -> bytes:
    return await read(await cached.answer(question(query, media_type)))


def run(work: Callable[[], Awaitable[None]]) -> None:
    async def main() -> None:
        await work()

    asyncio.run(main())


def test_the_same_question_is_answered_from_memory() -> None:
    """Query, format, dataset and release decide; the deadline does not."""

    async def work() -> None:
        engine = Engine()
        cached = CachedBackend(engine, CacheLimits())
        assert await ask(cached) == b"ab"
        assert await read(await cached.answer(question("ASK {}", "text/csv", seconds=3))) == b"ab"
        assert (engine.asked, engine.closed) == (1, 1)
        await ask(cached, media_type="application/json")
        await ask(cached, "ASK { }")
        engine.release = "r2"
        assert (await cached.answer(question("ASK {}", "text/csv"))).release == "r2"
        assert engine.asked == 4

    run(work)


def test_a_crowd_asks_once() -> None:
    """Those who ask what is being asked get the same answer from one piece of work."""

    async def work() -> None:
        engine = Engine(pause=0.02)
        cached = CachedBackend(engine, CacheLimits())
        answers = await asyncio.gather(*(ask(cached) for _ in range(50)))

        assert set(answers) == {b"ab"}
        assert engine.asked == 1

    run(work)


def test_a_crowd_shares_a_failure_but_not_a_limit() -> None:
    """A deadline is everybody's; a limit of the client that asked first is its own, and kept is neither."""

    async def work() -> None:
        engine = Engine(pause=0.02, fails=[QueryTimeout(1)])
        cached = CachedBackend(engine, CacheLimits())
        ends = await asyncio.gather(*(ask(cached) for _ in range(3)), return_exceptions=True)
        assert {type(end) for end in ends} == {QueryTimeout}

        engine.fails = [ClientLimit("seconds", 60, 5)]
        ends = await asyncio.gather(*(ask(cached) for _ in range(3)), return_exceptions=True)
        assert [type(end) for end in ends] == [ClientLimit, bytes, bytes]
        assert await ask(cached) == b"ab"

    run(work)


def test_work_ends_with_the_last_who_waits() -> None:
    """One of two may go; when both are gone the work ends, and the next one asks anew."""

    async def work() -> None:
        engine = Engine(pause=0.03)
        cached = CachedBackend(engine, CacheLimits())
        first, second = (asyncio.create_task(ask(cached)) for _ in range(2))
        await asyncio.sleep(0.01)
        first.cancel()
        assert await second == b"ab"

        lone = asyncio.create_task(ask(cached, "ASK { }"))
        await asyncio.sleep(0.04)
        lone.cancel()
        await asyncio.gather(lone, return_exceptions=True)
        assert (engine.asked, engine.closed) == (2, 2)
        assert await ask(cached, "ASK { }") == b"ab"
        assert engine.asked == 3

    run(work)


@pytest.mark.parametrize(
    ("parts", "pause"), [([b"x" * 300_000] * 3, 0.0), ([b"x" * 40_000] * 3, 0.0), ([b"slow"] * 3, 0.04)]
)
def test_large_and_slow_answers_pass_as_streams(parts: list[bytes], pause: float) -> None:
    """What is not whole in a moment is sent as it comes, whole to each who asks, and kept if it fits."""

    async def work() -> None:
        engine = Engine(parts=parts, pause=pause)
        cached = CachedBackend(engine, CacheLimits(answer_bytes=1_000_000))
        blocks = await cached.answer(question("ASK {}"))
        assert not isinstance(blocks, KeptAnswer)
        assert await read(blocks) == b"".join(parts)
        assert isinstance(await cached.answer(question("ASK {}")), KeptAnswer)

        answers = await asyncio.gather(*(ask(cached, "ASK { }") for _ in range(3)))
        assert set(answers) == {b"".join(parts)}

    run(work)


@pytest.mark.parametrize(
    ("form", "size", "whole"), [("select", 40_000, True), ("construct", 20_000, False), ("describe", 16_000, True)]
)
def test_a_graph_begins_sooner(form: Form, size: int, whole: bool) -> None:
    """Of a graph, which takes the engine longer, a quarter is held back; what is whole by then comes whole."""

    async def work() -> None:
        cached = CachedBackend(Engine(parts=[b"x" * size]), CacheLimits())
        assert isinstance(await cached.answer(question("", form=form)), KeptAnswer) is whole

    run(work)


def test_what_is_too_large_is_not_kept() -> None:
    """An answer above the limit goes through whole, each time anew."""

    async def work() -> None:
        engine = Engine(parts=[b"x" * 200_000] * 5)
        cached = CachedBackend(engine, CacheLimits(answer_bytes=500_000))
        assert [len(await ask(cached)) for _ in range(2)] == [1_000_000] * 2
        assert engine.asked == 2
        assert cached.cache.size == 0

    run(work)


@pytest.mark.parametrize("limit", [0, 1_000_000])
def test_no_block_is_too_large(limit: int) -> None:
    """A first block beyond all limits goes through like any other, also where nothing is kept."""

    async def work() -> None:
        cached = CachedBackend(Engine(parts=[b"a" * 2_000_000, b"b"]), CacheLimits(answer_bytes=limit))
        assert await ask(cached) == b"a" * 2_000_000 + b"b"

    run(work)


def test_a_stream_let_go_of_early_ends_the_work() -> None:
    """Who closes a stream in the middle ends what is behind it, and nothing cut is kept."""

    async def work() -> None:
        engine = Engine(parts=[b"slow"] * 9, pause=0.04)
        cached = CachedBackend(engine, CacheLimits())
        blocks = await cached.answer(question("ASK {}"))
        await blocks.aclose()
        assert engine.closed == 1
        assert not isinstance(await cached.answer(question("ASK {}")), KeptAnswer)

    run(work)


def test_memory_is_bounded() -> None:
    """The answers not asked for longest go first, with their compressed forms."""

    async def work() -> None:
        engine = Engine(parts=[b"x" * 10_000])
        cached = CachedBackend(engine, CacheLimits(total_bytes=100_000))
        for number in range(50):
            await ask(cached, f"ASK {{}} #{number}")
            kept = cached.kept(question("ASK {} #0", "text/csv"))
            assert kept is not None
            assert cached.cache.encode(kept, "zstd", lambda body: body[:100]) == b"x" * 100
            assert cached.cache.size <= 100_000
        assert cached.kept(question("ASK {} #1", "text/csv")) is None
        assert engine.asked == 50

    run(work)


@pytest.mark.parametrize(
    "query", ["SELECT (NOW() AS ?n) {}", "SELECT (rand ( ) AS ?n) {}", "CONSTRUCT{?s ?p ?o}{BIND(UUID() AS ?s)}"]
)
def test_fleeting_answers_are_not_kept(query: str) -> None:
    """What may answer differently each time is asked each time."""

    async def work() -> None:
        engine = Engine()
        cached = CachedBackend(engine, CacheLimits())
        await ask(cached, query)
        await ask(cached, query)
        assert engine.asked == 2

    assert is_fleeting(query)
    run(work)
