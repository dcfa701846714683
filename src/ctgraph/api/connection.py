"""A connection of uvicorn that answers at once what lies ready on the shelf, and refuses in the form of RFC 9457.

Everything else goes the long way, through the application.
"""

from __future__ import annotations

import time

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from ctgraph.api.shelf import KEY, SHELF, Key, Ready, Shelf
from ctgraph.api.unreadable import refusal


class Connection(HttpToolsProtocol):
    """The shelf comes with the state of the application's lifespan."""

    _ready: Ready | None = None
    _began = 0.0

    def send_400_response(self, msg: str) -> None:
        """Refuse what could not be read, and close."""
        self.transport.write(refusal(getattr(self, "url", b"")))
        self.transport.close()

    def on_headers_complete(self) -> None:
        """Look on the shelf, if the answer may leave as soon as the request is whole."""
        shelf: Shelf | None = self.app_state.get(SHELF)
        if shelf is not None and self._may_answer():
            self._began = time.perf_counter()
            key = Key(self.client and self.client[0], self.url, tuple(self.headers))
            self._ready = shelf.get(key)
            if self._ready is not None:
                return
            self.scope["state"][KEY] = key
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Send what was on the shelf; such a request has no body."""
        ready = self._ready
        if ready is None:
            super().on_message_complete()
            return
        self._ready = None
        shelf: Shelf = self.app_state[SHELF]
        self.transport.write(shelf.opening(self.server_state.default_headers) + ready.rest)
        shelf.note(ready, time.perf_counter() - self._began)
        self.on_response_complete()

    def _may_answer(self) -> bool:
        """A GET that keeps the connection open, with nothing before it that is still to be answered or read."""
        return (
            self.parser.get_method() == b"GET"
            and self.parser.should_keep_alive()
            and not self.parser.should_upgrade()
            and (self.cycle is None or self.cycle.response_complete)
            and not self.flow.write_paused
            and not self.transport.is_closing()
        )
