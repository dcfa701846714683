"""A connection of uvicorn that sends at once what lies ready on the shelf, has queries asked, and refuses by RFC 9457.

Everything else goes the long way, through the application. A request has a time to become whole and a size of its head:
uvicorn knows neither, so that a handful of clients could hold all connections, or one the event loop.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Final, cast

from starlette.types import Scope
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from ctgraph.api.doors import DOORS, Doors
from ctgraph.api.errand import LookupErrand, QueryErrand, errand
from ctgraph.api.express import EXPRESS, Asked, Express
from ctgraph.api.headers import joined
from ctgraph.api.problems import from_error
from ctgraph.api.shelf import KEY, SHELF, Key, Ready, Shelf
from ctgraph.api.unreadable import LONGEST_ADDRESS, closing, refusal
from ctgraph.errors import AddressTooLong, CtgraphError, HeadersTooLarge, RequestTooSlow

if TYPE_CHECKING:
    from uvicorn._types import ASGI3Application

REQUEST_SECONDS: Final = 30.0
"""From the first byte, or the start of the connection, to the whole request."""
HEAD_BYTES: Final = 384 * 1024
"""Of a head, counted by what is read at a time: more than thrice what any client has to say."""


class Connection(HttpToolsProtocol):
    """The shelf comes with the state of the application's lifespan."""

    _network: str | None = None
    _ready: Ready | None = None
    _began = 0.0
    _errand: QueryErrand | LookupErrand | None = None
    _posting: tuple[RequestResponseCycle, ASGI3Application] | None = None
    _may_hold = False
    _late: asyncio.TimerHandle | None = None
    _is_whole = False
    _arrived = b""
    _is_in_head = True
    _head_bytes = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        """Begin to wait for a request, unless this is one connection too many."""
        super().connection_made(transport)
        doors: Doors | None = self.app_state.get(DOORS)
        if doors is not None:
            self._network = doors.enter(self.client and self.client[0])
            if self._network is None:
                transport.write(doors.refusal)
                transport.close()
                return
        self._late = self.loop.call_later(REQUEST_SECONDS, self._give_up)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more, and end what is asked for a client that has gone."""
        self._calm()
        super().connection_lost(exc)
        if self._network:
            doors: Doors = self.app_state[DOORS]
            doors.leave(self._network)
        if self._posting is not None:  # the application tells of who left before its body was whole
            super()._start_asgi_task(*self._posting)
        if self._errand is not None:
            self._errand.leave()

    def data_received(self, data: bytes) -> None:
        """Read on, for as long and as far as a request may go."""
        self._is_whole = False
        self._arrived = data
        super().data_received(data)
        # Behind a whole request another may have begun; that is timed from its next piece on, or by keep-alive.
        if not self._is_whole:
            self._go_on(len(data))

    def send_400_response(self, msg: str) -> None:
        """Refuse what could not be read, and close."""
        self.transport.write(refusal(getattr(self, "url", b""), self._arrived))
        self.transport.close()

    def on_headers_complete(self) -> None:
        """Look on the shelf, if the answer may leave as soon as the request is whole."""
        self.headers[:] = joined(self.headers)
        self._is_in_head = False
        shelf: Shelf | None = self.app_state.get(SHELF)
        self._may_hold = self._may_answer(b"POST")
        if shelf is not None and self._may_answer(b"GET"):
            self._began = time.perf_counter()
            key = Key(self.client and self.client[0], self.url, tuple(self.headers))
            self._ready = shelf.get(key)
            if self._ready is not None:
                return
            self.scope["state"][KEY] = key
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Send what was on the shelf, since such a request has no body; begin on a query that is one."""
        self._is_whole = self._is_in_head = True
        self._head_bytes = 0
        self._calm()
        ready = self._ready
        if ready is None:
            super().on_message_complete()
            if self._posting is not None:
                self._begin_post(*self._posting)
            return
        self._ready = None
        shelf: Shelf = self.app_state[SHELF]
        self.transport.write(shelf.opening(self.server_state.default_headers) + ready.rest)
        shelf.note(ready, time.perf_counter() - self._began)
        self.on_response_complete()

    def timeout_keep_alive_handler(self) -> None:
        """Close an idle connection, unless a request came together with one that was answered at once."""
        if self.cycle is None or self.cycle.response_complete:
            super().timeout_keep_alive_handler()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        """Begin on a request, here if it is a query or a lookup that may be answered here."""
        express: Express | None = self.app_state.get(EXPRESS)
        scope = cast(Scope, cycle.scope)
        asked = None
        if express is not None and app is self.app:
            if KEY in scope["state"]:
                asked = express.read(scope, scope["state"][KEY].headers)
            elif self._may_hold and express.expects(scope, tuple(self.headers)):
                self._posting = cycle, app
                return
        self._begin(cycle, app, express, asked)

    def _begin_post(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        """Begin on a query by POST, all of which is there."""
        self._posting = None
        express: Express = self.app_state[EXPRESS]
        asked = express.read_body(cast(Scope, cycle.scope), tuple(self.headers), bytes(cycle.body))
        self._begin(cycle, app, express, asked)

    def _begin(
        self, cycle: RequestResponseCycle, app: ASGI3Application, express: Express | None, asked: Asked | None
    ) -> None:
        if express is None or asked is None:
            super()._start_asgi_task(cycle, app)
        else:
            self._errand = errand(self, cycle, express, asked)
            self._errand.begin()

    def end_errand(self) -> None:
        """Tell the errand no more when the client goes."""
        self._errand = None

    def send_ready(self, cycle: RequestResponseCycle, ready: Ready) -> None:
        """Send an answer as a cycle of uvicorn does."""
        shelf: Shelf = self.app_state[SHELF]
        opening = shelf.opening(self.server_state.default_headers)
        cycle.response_started = cycle.response_complete = True
        if cycle.keep_alive:
            self.transport.write(opening + ready.rest)
        else:  # the server has been told to stop
            self.transport.write(opening + b"connection: close\r\n" + ready.rest)
            self.transport.close()
        self.on_response_complete()

    def _may_answer(self, method: bytes) -> bool:
        """A request that keeps the connection open, with nothing before it that is still to be answered or read."""
        return (
            self.parser.get_method() == method
            and self.parser.should_keep_alive()
            and not self.parser.should_upgrade()
            and (self.cycle is None or self.cycle.response_complete)
            and not self.flow.write_paused
            and not self.transport.is_closing()
        )

    def _go_on(self, size: int) -> None:
        """A request is on its way, of which so much came now."""
        if self._is_in_head:
            self._head_bytes += size
            if self._head_bytes > HEAD_BYTES:
                size = len(getattr(self, "url", b""))
                is_address = size > LONGEST_ADDRESS
                self._refuse(AddressTooLong(size, LONGEST_ADDRESS) if is_address else HeadersTooLarge(HEAD_BYTES))
        if self._late is None and not self.transport.is_closing():
            self._late = self.loop.call_later(REQUEST_SECONDS, self._give_up)

    def _calm(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _give_up(self) -> None:
        """Close on a client that takes too long to ask, unless an answer to it is under way."""
        self._late = None
        if self.cycle is None or self.cycle.response_complete or not self.cycle.response_started:
            self._refuse(RequestTooSlow(REQUEST_SECONDS))

    def _refuse(self, error: CtgraphError) -> None:
        if not self.transport.is_closing():
            self.transport.write(closing(from_error(error)))
            self.transport.close()
