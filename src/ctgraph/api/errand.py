"""What a connection asks by itself, until its answer leaves, the application takes over, or the client goes.

A new small query passes here without a task of its own: the flight that it waits for calls when it has landed.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast

from starlette.types import Scope
from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

from ctgraph.api.direct import FOUND
from ctgraph.api.express import Asked, AskedLookup, AskedQuery, Express
from ctgraph.api.request_log import BEGAN
from ctgraph.api.shelf import Ready
from ctgraph.api.sparql import LANDED
from ctgraph.store.caching import Seat

if TYPE_CHECKING:
    from uvicorn._types import ASGI3Application


What = TypeVar("What", AskedQuery, AskedLookup)
"""What was asked."""


class Sender(Protocol):
    """The connection that it runs for."""

    app: ASGI3Application
    loop: asyncio.AbstractEventLoop
    tasks: set[asyncio.Task[None]]
    transport: asyncio.Transport

    def end_errand(self) -> None:
        """It needs no more to be told when the client goes."""

    def send_ready(self, cycle: RequestResponseCycle, ready: Ready) -> None:
        """Send the answer, and go on to the next request."""


def errand(sender: Sender, cycle: RequestResponseCycle, express: Express, asked: Asked) -> QueryErrand | LookupErrand:
    """What answers a request of the connection."""
    if isinstance(asked, AskedQuery):
        return QueryErrand(sender, cycle, express, asked)
    return LookupErrand(sender, cycle, express, asked)


class _Errand(Generic[What]):
    """One request of a connection."""

    def __init__(self, sender: Sender, cycle: RequestResponseCycle, express: Express, asked: What) -> None:
        self._sender = sender
        self._cycle = cycle
        self._scope = cast(Scope, cycle.scope)
        self._express = express
        self._asked: What = asked
        self._began = time.perf_counter()
        self._task: asyncio.Task[None] | None = None

    def leave(self) -> None:
        """End it, and take note: the client has gone."""
        self._express.left(self._scope, self._asked, time.perf_counter() - self._began)
        if self._task is not None:
            self._task.cancel()

    def _send(self, ready: Ready) -> None:
        self._sender.end_errand()
        self._sender.send_ready(self._cycle, ready)
        self._express.sent(self._scope, ready, time.perf_counter() - self._began)

    async def _hand_on(self) -> None:
        """Have the application send what has been found, and count from where this began."""
        self._scope[BEGAN] = self._began
        self._sender.end_errand()
        await self._cycle.run_asgi(self._sender.app)

    def _keep(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = self._sender.loop.create_task(work)
        self._sender.tasks.add(task)
        task.add_done_callback(self._sender.tasks.discard)
        return task


class QueryErrand(_Errand[AskedQuery]):
    """A query: it has no task unless its answer does not come whole."""

    _seat: Seat | None = None

    def begin(self) -> None:
        """Send what is kept, or ask."""
        ready = self._express.at_hand(self._scope, self._asked)
        if ready is not None:
            self._send(ready)
        else:
            self._seat = self._express.board(self._scope, self._asked, self._land)

    def leave(self) -> None:
        """End it, and take note: the client has gone."""
        super().leave()
        if self._task is None and self._seat is not None:
            self._keep(self._seat.leave())

    def _land(self, seat: Seat) -> None:
        ready = self._express.landed(self._scope, self._asked, seat)
        if ready is not None:
            self._send(ready)
        else:
            self._task = self._keep(self._go_on(seat))

    async def _go_on(self, seat: Seat) -> None:
        landed = None
        try:
            landed = self._scope[LANDED] = await self._express.settle(self._asked, seat)
        finally:
            if landed is None:  # the client has gone, or there is a defect, which the log tells
                self._sender.transport.close()
        try:
            await self._hand_on()
        finally:
            await landed.drop()


class LookupErrand(_Errand[AskedLookup]):
    """A lookup: it may ask several queries, one after the other."""

    def begin(self) -> None:
        """Ask."""
        self._task = self._keep(self._look_up())

    async def _look_up(self) -> None:
        ready = None
        try:
            ready = await self._express.look_up(self._scope, self._asked)
        finally:
            if ready is None and FOUND not in self._scope:  # the client has gone
                self._sender.transport.close()
        if ready is None:
            await self._hand_on()
        else:
            self._send(ready)
