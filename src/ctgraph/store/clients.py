"""What one client may take of the workers: a share of them at a time, and query time a minute.

A client is whom the front door names before it asks, in the context of the request: lookups reach the workers
through layers that need not know of clients. Who would take more than its share waits for its own questions
to end, not for those of others, and so it has never more than its share in the queue of the pool: a client
that floods the server delays itself.
"""

from __future__ import annotations

import asyncio
import math
from collections import deque
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Final, Literal

from ctgraph.errors import ClientLimit
from ctgraph.settings import ClientLimits
from ctgraph.store.backend import Lane
from ctgraph.store.waiting import result_within

CLIENT: Final[ContextVar[str]] = ContextVar("client", default="")
"""Who asks, in the context of a request; the empty name is the server itself, which has no limits."""

MINUTE: Final = 60.0
_TIME: Final = "seconds of query time a minute"
_RUNNING: Final = "questions running at once, and a limited time to wait for one more"
_WAITING: Final = "questions waiting for its own to end"
Clock = Callable[[], float]


class Clients:
    """The clients that have a question here, or have spent query time within the last minute.

    `workers` is how many processes answer what users send; `patience` how many seconds a question may wait
    for its client's own. To be used in one event loop.
    """

    def __init__(self, limits: ClientLimits, workers: int, patience: float, clock: Clock | None = None) -> None:
        self._limits = limits
        self._share = max(1, workers // 2)
        self._patience = patience
        self._clock = clock or (lambda: asyncio.get_running_loop().time())
        self._accounts: dict[str, _Account] = {}
        self._next_sweep = 0.0
        self.refusals = 0

    def __len__(self) -> int:
        return len(self._accounts)

    async def enter(self, name: str, lane: Lane) -> Turn:
        """Wait for a turn of this client; raises ClientLimit. Give the turn back."""
        if not name:
            return Turn(None, lane, self._clock)
        self._sweep()
        account = self._accounts.setdefault(name, _Account())
        self._check_time(account)
        if account.held[lane] >= self._share:
            await self._wait(account, lane)
        else:
            account.held[lane] += 1
        return Turn(account, lane, self._clock)

    def _check_time(self, account: _Account) -> None:
        now = self._clock()
        wait = account.excess_ends(now, self._limits.seconds) - now
        if wait > 0:
            self.refusals += 1
            raise ClientLimit(_TIME, self._limits.seconds, math.ceil(wait))

    async def _wait(self, account: _Account, lane: Lane) -> None:
        """Stand in the client's own line; who leaves it hands the place on."""
        line = account.waiting[lane]
        retry_after = max(1, math.ceil(self._patience))
        if len(line) >= self._limits.waiting:
            self.refusals += 1
            raise ClientLimit(_WAITING, self._limits.waiting, retry_after)
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        line.append(place)
        try:
            await result_within(place, self._patience)
            self._check_time(account)
        except BaseException as error:
            if place.done() and not place.cancelled():
                account.leave(lane)
            elif place in line:
                line.remove(place)
            if isinstance(error, TimeoutError):
                self.refusals += 1
                raise ClientLimit(_RUNNING, self._share, retry_after) from None
            raise

    def _sweep(self) -> None:
        """Forget, once a minute, who has neither a question nor spent time: their number has no other end."""
        now = self._clock()
        if now < self._next_sweep:
            return
        self._next_sweep = now + MINUTE
        self._accounts = {name: account for name, account in self._accounts.items() if not account.is_blank(now)}


@dataclass(slots=True)
class _Account:
    """What a client holds and has spent; `spent` has one entry a second of the clock: second, query time. `total` is
    their sum, but for the error of floating point.
    """

    held: dict[Lane, int] = field(default_factory=lambda: {"open": 0, "reserved": 0})
    waiting: dict[Lane, deque[asyncio.Future[None]]] = field(
        default_factory=lambda: {"open": deque(), "reserved": deque()}
    )
    spent: deque[list[float]] = field(default_factory=deque)
    total: float = 0.0

    def spend(self, now: float, seconds: float) -> None:
        """Write down query time that ended now."""
        self.total += seconds
        second = float(math.floor(now))
        if self.spent and self.spent[-1][0] == second:
            self.spent[-1][1] += seconds
        else:
            self.spent.append([second, seconds])

    def excess_ends(self, now: float, allowed: float) -> float:
        """When the query time of the minute before will be under what is allowed."""
        while self.spent and self.spent[0][0] <= now - MINUTE:
            self.total -= self.spent.popleft()[1]
        excess = self.total - allowed
        if excess < 0:
            return now
        for second, seconds in self.spent:
            excess -= seconds
            if excess < 0:
                return second + MINUTE
        return now + MINUTE

    def leave(self, lane: Lane) -> None:
        """Hand the place on to the next in the line, or lay it down."""
        line = self.waiting[lane]
        while line:
            place = line.popleft()
            if not place.done():
                place.set_result(None)
                return
        self.held[lane] -= 1

    def is_blank(self, now: float) -> bool:
        """Whether there is nothing to remember."""
        self.excess_ends(now, math.inf)
        return not self.spent and not any(self.held.values())


class Turn:
    """The right to hold one worker. `begin` when one is taken, `end` when it is given back or never came."""

    def __init__(self, account: _Account | None, lane: Lane, clock: Clock) -> None:
        self._account = account
        self._lane: Literal["open", "reserved"] = lane
        self._clock = clock
        self._began: float | None = None

    def begin(self) -> None:
        """A worker begins on the question."""
        self._began = self._clock()

    def end(self) -> None:
        """The worker is free again."""
        account, self._account = self._account, None
        if account is None:
            return
        if self._began is not None:
            now = self._clock()
            account.spend(now, now - self._began)
        account.leave(self._lane)
