"""How many questions are put to a remote store at a time: as many for each lane as there would be workers."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Iterator

from ctgraph.errors import StoreBusy
from ctgraph.store.answer import Answer
from ctgraph.store.backend import Lane
from ctgraph.store.queues import LANES, QUEUE_LENGTH


class Seats:
    """So many seats in each lane, and a queue of limited length and patience (seconds) before them."""

    def __init__(self, number: int, patience: float) -> None:
        self._number = number
        self._patience = patience
        self._free: dict[Lane, asyncio.Semaphore] = {lane: asyncio.Semaphore(number) for lane in LANES}
        self._taken: dict[Lane, int] = dict.fromkeys(LANES, 0)
        self._waiting: dict[Lane, int] = dict.fromkeys(LANES, 0)
        self._answers: set[Answer] = set()

    def taken(self) -> Iterator[tuple[Lane, int]]:
        """How many seats are taken in each lane."""
        yield from self._taken.items()

    def answers(self) -> tuple[Answer, ...]:
        """The answers under way."""
        return tuple(self._answers)

    async def take(self, lane: Lane) -> None:
        """Wait for a seat; raises StoreBusy."""
        busy = StoreBusy(math.ceil(self._patience))
        if self._waiting[lane] >= QUEUE_LENGTH:
            raise busy
        self._waiting[lane] += 1
        try:
            async with asyncio.timeout(self._patience):
                await self._free[lane].acquire()
        except TimeoutError:
            raise busy from None
        finally:
            self._waiting[lane] -= 1
        self._taken[lane] += 1

    def sit(self, answer: Answer) -> None:
        """Write down whose seat it is."""
        self._answers.add(answer)

    def give(self, lane: Lane, answer: Answer) -> None:
        """Give the seat back."""
        self._answers.discard(answer)
        self._taken[lane] -= 1
        self._free[lane].release()
