"""One line of JSON for each request, and its figures.

Nothing that a client sends can begin a line of its own or colour a terminal: everything outside printable
ASCII is escaped, and no line is longer than 2 KB.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from typing import Any, Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ctgraph.api.metrics import Metrics

DIGEST: Final = "ctgraph.query"
"""The key of the ASGI scope under which the endpoint leaves the digest of a query."""
_PATH_BYTES: Final = 1_000
_SHORT_BYTES: Final = 300

Write = Callable[[str], object]


def digest(query: str) -> str:
    """By which the same query is known again in the log, without its text: 16 hex digits of its SHA-256."""
    return hashlib.sha256(query.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class RequestLog:
    """Counts each request in `metrics` when it ends, and writes a line to `write` if there is one."""

    def __init__(self, app: ASGIApp, metrics: Metrics, write: Write | None) -> None:
        self._app = app
        self._metrics = metrics
        self._write = write

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        exchange = _Exchange(send)
        try:
            await self._app(scope, receive, exchange.send)
        finally:
            seconds = time.perf_counter() - exchange.began
            self._metrics.count(scope["path"], exchange.status, seconds, exchange.size, exchange.broken)
            if self._write is not None:
                self._write(line(scope, exchange.status, seconds, exchange.size, exchange.broken))


class _Exchange:
    """What is seen of one answer on its way out."""

    __slots__ = ("_ended", "_send", "began", "size", "status")

    def __init__(self, send: Send) -> None:
        self._send = send
        self._ended = False
        self.began = time.perf_counter()
        self.status = 0
        self.size = 0

    @property
    def broken(self) -> bool:
        """Whether the answer stopped between its status line and its end."""
        return self.status > 0 and not self._ended

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
        elif message["type"] == "http.response.body":
            self.size += len(message.get("body", b""))
            self._ended = not message.get("more_body", False)
        await self._send(message)


def line(scope: Scope, status: int, seconds: float, size: int, broken: bool) -> str:
    """The line of one request, at most 2 KB; times in UTC and milliseconds, `status` 0 if the client left before."""
    fields: dict[str, Any] = {
        "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "method": _cut(scope["method"], 20),
        "path": _cut(scope["path"], _PATH_BYTES),
        "status": status,
        "ms": round(seconds * 1000, 2),
        "bytes": size,
        "client": _cut(str((scope.get("client") or ("",))[0]), 60),
        "agent": _cut(_agent(scope), _SHORT_BYTES),
    }
    if DIGEST in scope:
        fields["query"] = scope[DIGEST]
    if broken:
        fields["broken"] = True
    return json.dumps(fields, separators=(",", ":")).replace("\x7f", "\\u007f") + "\n"


def _agent(scope: Scope) -> str:
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == b"user-agent"), "")


def _cut(text: str, room: int) -> str:
    """As much of a text as takes at most `room` bytes once it is escaped."""
    if 2 * len(text) <= room and text.isascii() and text.isprintable():
        return text
    text = text[:room]
    while len(json.dumps(text)) + 5 * text.count("\x7f") > room + 2:
        text = text[: len(text) * 3 // 4]
    return text
