"""The workers of the embedded store: lanes, queues, deaths, start and end."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from ctgraph.errors import (
    CtgraphError,
    QueryTimeout,
    ReleaseError,
    ServerStopping,
    StoreBusy,
)
from ctgraph.store import pool, process, queues
from ctgraph.store.backend import Lane
from ctgraph.store.pool import EmbeddedStore
from store import specimen
from store.serving import pids, until, with_store
from store.specimen import ask, body, question


def test_a_worker_that_died_while_idle(data: Path) -> None:
    """A process that the system ended meanwhile is replaced before a question goes to it."""

    async def work(store: EmbeddedStore) -> None:
        await store.start()
        victims = list(store._live)
        for worker in victims:
            worker.kill()
        await until(lambda: not any(worker.alive for worker in victims))

        assert await ask(store, "ASK {}") == b"true"
        assert await ask(store, "ASK {}", lane="reserved") == b"true"

    with_store(specimen.settings(data), work)


def test_a_worker_that_gave_a_large_answer(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is replaced by a fresh one, which is no kill; after a small answer it goes on."""
    monkeypatch.setattr(pool, "_WEARING_BYTES", 5_000)

    async def work(store: EmbeddedStore) -> None:
        await store.start()
        before = pids(store)
        await ask(store, "ASK {}")
        assert pids(store) == before

        assert len(await ask(store, specimen.ALL)) > 5_000
        await until(lambda: len(pids(store)) == len(before) and pids(store) != before)

        assert len(pids(store) & before) == len(before) - 1
        assert await ask(store, "ASK {}") == b"true"
        assert [each.values for each in store.figures() if each.name == "ctgraph_worker_kills_total"] == [(({}, 0),)]

    with_store(specimen.settings(data), work)


def test_canned_queries_pass_a_busy_open_lane(data: Path) -> None:
    """While users' queries hold and await all open workers, the reserved lane answers."""

    async def work(store: EmbeddedStore) -> None:
        slow = [asyncio.create_task(ask(store, specimen.RUNAWAY, seconds=1.0)) for _ in range(2)]
        await asyncio.sleep(0.5)

        assert await ask(store, "ASK {}", lane="reserved") == b"true"
        assert not any(query.done() for query in slow)
        assert [type(end) for end in await asyncio.gather(*slow, return_exceptions=True)] == [QueryTimeout] * 2

    with_store(specimen.settings(data), work)


@pytest.mark.parametrize("lane", ["open", "reserved"])
def test_a_full_queue(data: Path, lane: Lane, monkeypatch: pytest.MonkeyPatch) -> None:
    """The queue has an end, and so has the wait in it; both say when to try again."""
    monkeypatch.setattr(queues, "QUEUE_LENGTH", 1)

    async def work(store: EmbeddedStore) -> None:
        running = [asyncio.create_task(ask(store, specimen.RUNAWAY, lane=lane, seconds=5)) for _ in range(2)]
        await until(lambda: not store._idle[lane] and not store._idle["open"])
        waiting = asyncio.create_task(ask(store, "ASK {}", lane=lane))
        await asyncio.sleep(0.05)
        with pytest.raises(StoreBusy) as caught:
            await ask(store, "ASK {}", lane=lane)

        assert caught.value.retry_after == 1
        ends = await asyncio.gather(waiting, *(running[1:] if lane == "open" else ()), return_exceptions=True)
        assert {type(end) for end in ends} == {StoreBusy}
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    with_store(specimen.settings(data, seconds=0.3), work)


def test_many_at_once(data: Path) -> None:
    """More questions than workers wait their turn, and all are answered; some may give up waiting."""

    async def work(store: EmbeddedStore) -> None:
        tasks = [asyncio.create_task(ask(store, "ASK {}", lane="reserved" if i % 3 else "open")) for i in range(60)]
        async with asyncio.timeout(10):
            while store._queues.length("open") == 0:  # all of them may be answered before `until` looks again
                await asyncio.sleep(0)
        for task in tasks[30::7]:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)

        assert ends[:30] == [b"true"] * 30
        assert {end if isinstance(end, bytes) else type(end) for end in ends} == {b"true", asyncio.CancelledError}
        await until(lambda: len(pids(store)) == 2)

    with_store(specimen.settings(data), work)


def test_a_process_that_does_not_start(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a program to run, the error says so, and a later question tries again."""

    async def work(store: EmbeddedStore) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "executable", "/nonexistent/python")
            with pytest.raises(ReleaseError, match="no worker process starts"):
                await ask(store, "ASK {}")

        assert await ask(store, "ASK {}") == b"true"

    with_store(specimen.settings(data), work)


def test_a_worker_that_is_never_ready(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A start that takes too long is given up, and leaves no process."""
    monkeypatch.setattr(process, "_START_SECONDS", 0.001)

    async def work(store: EmbeddedStore) -> None:
        with pytest.raises(ReleaseError, match="did not start"):
            await store.start()

        assert not store._live

    with_store(specimen.settings(data), work)


def test_closing_while_workers_start(data: Path) -> None:
    """A store that is closed during its start leaves no process, and who waits for it gets an error."""

    async def work(store: EmbeddedStore) -> None:
        waiting = asyncio.create_task(ask(store, "ASK {}"))
        await asyncio.sleep(0.02)
        await store.close()
        (end,) = await asyncio.gather(waiting, return_exceptions=True)

        assert isinstance(end, (CtgraphError, asyncio.CancelledError))
        assert not store._live

    with_store(specimen.settings(data), work)


def test_closing_with_an_answer_half_read(data: Path) -> None:
    """An answer that was cut by closing the store ends with an error, never cleanly."""

    async def work(store: EmbeddedStore) -> None:
        answer = await store.answer(question("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"))
        await store.close()
        with pytest.raises(ServerStopping):
            await body(answer)

        assert not store._live

    with_store(specimen.settings(data), work)


def test_closing_with_work_under_way(data: Path) -> None:
    """Closing ends running and waiting questions with an error, and nothing is answered afterwards."""

    async def work(store: EmbeddedStore) -> None:
        tasks = [asyncio.create_task(ask(store, specimen.RUNAWAY)) for _ in range(3)]
        await until(lambda: store._queues.length("open") > 0)
        await store.close()
        ends = await asyncio.gather(*tasks, return_exceptions=True)

        assert [type(end) for end in ends] == [ServerStopping] * 3
        with pytest.raises(ServerStopping):
            await ask(store, "ASK {}")

    with_store(specimen.settings(data), work)
