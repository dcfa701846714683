"""One line of JSON for each request, and its figures.

Nothing that a client sends can begin a line of its own or colour a terminal: everything outside printable
ASCII is escaped, and no line is longer than 2 KB.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ctgraph.api.metrics import Metrics

DIGEST: Final = "ctgraph.query"
"""The key of the ASGI scope under which the endpoint leaves the digest of a query."""
BEGAN: Final = "ctgraph.began"
"""The key of the ASGI scope under which the connection leaves when it began to ask, if it did so itself."""
_PATH_BYTES: Final = 1_000
_SHORT_BYTES: Final = 300

Write = Callable[[str], object]


def digest(query: str) -> str:
    """By which the same query is known again in the log, without its text: 16 hex digits of its SHA-256."""
    return hashlib.sha256(query.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class LineParts(NamedTuple):
    """The line of a request around what differs when the same request comes again: the time and how long it took."""

    before: str
    after: str


class Ledger:
    """Counts requests in `metrics`, and writes a line for each to `write` if there is one."""

    def __init__(self, metrics: Metrics, write: Write | None) -> None:
        self._metrics = metrics
        self._write = write

    def note(self, scope: Scope, status: int, seconds: float, size: int, broken: bool) -> None:
        """Take note of a request that has ended."""
        self._metrics.count(scope["path"], status, seconds, size, broken)
        if self._write is not None:
            self._write(line(line_parts(scope, status, size, broken), seconds))

    def note_again(self, path: str, parts: LineParts, seconds: float, size: int) -> None:
        """Take note of a request that came before, and got the same answer now, a 200."""
        self._metrics.count(path, 200, seconds, size, False)
        if self._write is not None:
            self._write(line(parts, seconds))


class RequestLog:
    """Has each request noted in the ledger when it ends."""

    def __init__(self, app: ASGIApp, ledger: Ledger) -> None:
        self._app = app
        self._ledger = ledger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        exchange = _Exchange(send, scope.get(BEGAN) or time.perf_counter())
        try:
            await self._app(scope, receive, exchange.send)
        except ClientDisconnect:
            # It left before its body was whole. That is no defect, and nobody is there to be told.
            pass
        finally:
            seconds = time.perf_counter() - exchange.began
            self._ledger.note(scope, exchange.status, seconds, exchange.size, exchange.broken)


class _Exchange:
    """What is seen of one answer on its way out."""

    __slots__ = ("_ended", "_send", "began", "size", "status")

    def __init__(self, send: Send, began: float) -> None:
        self._send = send
        self._ended = False
        self.began = began
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


def line(parts: LineParts, seconds: float) -> str:
    """The line of one request, at most 2 KB; times in UTC and milliseconds."""
    return f'{{"time":"{_written(int(time.time()))}",{parts.before}"ms":{round(seconds * 1000, 2)},{parts.after}'


def line_parts(scope: Scope, status: int, size: int, broken: bool) -> LineParts:
    """What of the line is known without a clock; `status` is 0 if the client left before."""
    after = f'"bytes":{size},{_who(str((scope.get("client") or ("",))[0])[:60], _agent(scope)[:_SHORT_BYTES])}'
    if DIGEST in scope:
        after += f',"query":"{scope[DIGEST]}"'
    if broken:
        after += ',"broken":true'
    return LineParts(_what(scope["method"][:20], scope["path"][:_PATH_BYTES], status), after + "}\n")


@lru_cache(maxsize=256)
def _what(method: str, path: str, status: int) -> str:
    return _json({"method": _cut(method, 20), "path": _cut(path, _PATH_BYTES), "status": status})[1:-1] + ","


@lru_cache(maxsize=256)
def _who(client: str, agent: str) -> str:
    return _json({"client": _cut(client, 60), "agent": _cut(agent, _SHORT_BYTES)})[1:-1]


def _json(fields: Mapping[str, Any]) -> str:
    return json.dumps(fields, separators=(",", ":")).replace("\x7f", "\\u007f")


@lru_cache(maxsize=2)
def _written(second: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(second))


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
