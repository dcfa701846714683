"""Questions that wait for a worker, by lane, each in a queue of bounded length."""

from __future__ import annotations

import asyncio
import math
from collections import deque
from collections.abc import Callable
from typing import Final

from ctgraph.errors import CtgraphError, StoreBusy
from ctgraph.store.backend import Lane
from ctgraph.store.process import Worker
from ctgraph.store.waiting import result_within

LANES: Final[tuple[Lane, Lane]] = ("open", "reserved")
QUEUE_LENGTH: Final = 256
"""How many questions may wait in a lane; one more gets StoreBusy."""
# Whose questions a worker of a lane takes first.
_SERVES: Final[dict[Lane, tuple[Lane, ...]]] = {"open": ("open", "reserved"), "reserved": ("reserved",)}


class Queues:
    """The queues of both lanes. `give` gets a worker that came in the moment in which its question left.

    A question waits for so many `seconds` at most; after them a worker is free for certain, unless others were faster.
    """

    def __init__(self, seconds: float, give: Callable[[Worker], None]) -> None:
        self._seconds = seconds
        self._give = give
        self._waiting: dict[Lane, deque[asyncio.Future[Worker]]] = {lane: deque() for lane in LANES}

    def length(self, lane: Lane) -> int:
        """How many wait."""
        return len(self._waiting[lane])

    def busy(self) -> StoreBusy:
        """What a question gets that cannot wait."""
        return StoreBusy(math.ceil(self._seconds))

    async def wait(self, lane: Lane) -> Worker:
        """Wait for a worker; raises StoreBusy."""
        queue = self._waiting[lane]
        if len(queue) >= QUEUE_LENGTH:
            raise self.busy()
        place: asyncio.Future[Worker] = asyncio.get_running_loop().create_future()
        queue.append(place)
        try:
            return await result_within(place, self._seconds)
        except BaseException as error:
            self._leave(queue, place)
            if isinstance(error, TimeoutError):
                raise self.busy() from None
            raise

    def serve(self, worker: Worker) -> bool:
        """Hand the worker to who waits longest for one of its lane; False if nobody does."""
        for lane in _SERVES[worker.lane]:
            queue = self._waiting[lane]
            while queue:
                place = queue.popleft()
                if not place.done():
                    place.set_result(worker)
                    return True
        return False

    def refuse(self, error: CtgraphError) -> None:
        """Let nobody wait any more."""
        for queue in self._waiting.values():
            while queue:
                place = queue.popleft()
                if not place.done():
                    place.set_exception(error)

    def _leave(self, queue: deque[asyncio.Future[Worker]], place: asyncio.Future[Worker]) -> None:
        """Give up a place, and the worker that may have come at the same moment."""
        if place in queue:
            queue.remove(place)
        elif place.done() and not place.cancelled() and place.exception() is None:
            self._give(place.result())
