"""What one client may take of the workers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from ctgraph.errors import ClientLimit
from ctgraph.settings import ClientLimits
from ctgraph.store.clients import Clients


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def run(work: Callable[[], Awaitable[None]]) -> None:
    async def main() -> None:
        await work()

    asyncio.run(main())


def test_no_client_holds_more_than_half() -> None:
    """With four workers a client has two turns; a third waits for its own, while others have theirs at once."""

    async def work() -> None:
        clients = Clients(ClientLimits(), workers=4, patience=5)
        first = await clients.enter("a", "open")
        await clients.enter("a", "open")
        third = asyncio.create_task(clients.enter("a", "open"))
        await asyncio.sleep(0.01)
        assert not third.done()
        await asyncio.wait_for(clients.enter("b", "open"), 0.1)
        first.end()
        first.end()

        assert await asyncio.wait_for(third, 0.1)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(clients.enter("a", "open"), 0.05)

    run(work)


def test_the_line_of_a_client_has_an_end() -> None:
    """A question too many is refused at once, one that waits too long afterwards; both say when to come back."""

    async def work() -> None:
        clients = Clients(ClientLimits(waiting=1), workers=2, patience=0.1)
        turn = await clients.enter("a", "open")
        waiting = asyncio.create_task(clients.enter("a", "open"))
        await asyncio.sleep(0)
        with pytest.raises(ClientLimit) as caught:
            await clients.enter("a", "open")
        with pytest.raises(ClientLimit):
            await waiting

        assert (caught.value.status, caught.value.retry_after) == (429, 1)
        turn.end()
        (await asyncio.wait_for(clients.enter("a", "open"), 0.05)).end()

    run(work)


def test_who_gives_up_waiting_leaves_nothing_behind() -> None:
    """A place that came at the moment of giving up is handed on."""

    async def work() -> None:
        clients = Clients(ClientLimits(), workers=2, patience=5)
        turn = await clients.enter("a", "open")
        tasks = [asyncio.create_task(clients.enter("a", "open")) for _ in range(3)]
        await asyncio.sleep(0)
        tasks[1].cancel()
        turn.end()
        tasks[0].cancel()
        ends = await asyncio.gather(*tasks[:2], return_exceptions=True)

        assert {type(end) for end in ends} == {asyncio.CancelledError}
        (await asyncio.wait_for(tasks[2], 0.1)).end()
        (await asyncio.wait_for(clients.enter("a", "open"), 0.1)).end()

    run(work)


def test_query_time_a_minute() -> None:
    """Who has spent its minute is told when it has time again, and has it then; others do not feel it."""

    async def work() -> None:
        clock = Clock()
        clients = Clients(ClientLimits(seconds=60), workers=2, patience=1, clock=clock)
        for _ in range(2):
            turn = await clients.enter("a", "open")
            turn.begin()
            clock.now += 30
            turn.end()
        with pytest.raises(ClientLimit) as caught:
            await clients.enter("a", "open")
        await clients.enter("b", "open")

        assert (caught.value.status, caught.value.retry_after) == (429, 30)
        clock.now += 30
        (await clients.enter("a", "open")).end()

    run(work)


def test_waiting_costs_no_query_time() -> None:
    """Time before a worker begins is not the client's."""

    async def work() -> None:
        clock = Clock()
        clients = Clients(ClientLimits(seconds=1), workers=2, patience=1, clock=clock)
        turn = await clients.enter("a", "open")
        clock.now += 50
        turn.end()

        (await clients.enter("a", "open")).end()

    run(work)


def test_clients_are_forgotten() -> None:
    """A flood of addresses leaves no memory behind once its minute is over; the server itself is no client."""

    async def work() -> None:
        clock = Clock()
        clients = Clients(ClientLimits(), workers=2, patience=1, clock=clock)
        for number in range(1000):
            turn = await clients.enter(f"client {number}", "open")
            turn.begin()
            clock.now += 0.01
            turn.end()
        clock.now += 200
        for _ in range(10):
            await clients.enter("", "open")
        await clients.enter("last", "open")

        assert len(clients) == 1

    run(work)


def test_what_a_refusal_says() -> None:
    """A refusal says the limit, and what to do instead."""
    for error in (ClientLimit("questions waiting", 100, 10), ClientLimit("seconds", 60, 12)):
        assert f"{error.limit:g} " in str(error)
        assert "/export" in str(error)
        assert f"{error.retry_after} s" in str(error)
