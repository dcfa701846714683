"""A query by GET or POST, asked before the application is entered: what comes whole is answered without it.

The way through the application costs more than the guard, the worker and the engine together. So the connection has a
request for the endpoint read here, and asked, and sends the answer as it sends what is on the shelf. Everything else
goes the long way, with what was found on this one: an answer that is to be streamed, or an error.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from functools import cache
from typing import Final

from msgspec import Struct
from starlette.types import Message, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from ctgraph.api.addresses import is_host
from ctgraph.api.clients import client_of
from ctgraph.api.compression import coding_for
from ctgraph.api.headers import encoded
from ctgraph.api.request_log import DIGEST, Ledger, line_parts
from ctgraph.api.shelf import Ready, Shelf, keep_ready, lines
from ctgraph.api.sparql import ENDPOINT, LANDED, Landed, Prepared, SparqlEndpoint
from ctgraph.errors import CtgraphError
from ctgraph.store.backend import Blocks
from ctgraph.store.caching import KeptAnswer, Seat
from ctgraph.store.clients import CLIENT

EXPRESS: Final = "ctgraph.express"
"""The key of the state of the lifespan under which a connection finds the express."""
LARGEST: Final = 32 * 1024
"""Bytes of a body that is read here; uvicorn hands on twice as much at a time."""
# What makes a request more than its head and a body of known length, or its answer another than the whole one.
_UNFIT: Final = frozenset({b"transfer-encoding", b"expect", b"upgrade", b"if-none-match"})
_LENGTH: Final = b"content-length"
_FORWARDED: Final = frozenset({b"x-forwarded-for", b"x-forwarded-proto"})
_MANNERS: Final = 500
_MANNER_BYTES: Final = 2_048
"""So many sets of headers, of at most this length, are read once and remembered."""

_Headers = tuple[tuple[bytes, bytes], ...]


class Manner(Struct, frozen=True):
    """How a client asks, by the headers that it sends with every request."""

    accept: str
    coding: str
    forwarded: bool
    content_type: str


class Asked(Struct, frozen=True):
    """A request that was read, and may be answered here."""

    prepared: Prepared
    manner: Manner


class Express:
    """Reads, asks and writes for `endpoint`; `proxies` are those whose word for a client is taken."""

    def __init__(self, endpoint: SparqlEndpoint, shelf: Shelf, ledger: Ledger, proxies: str) -> None:
        self._endpoint = endpoint
        self._shelf = shelf
        self._ledger = ledger
        self._proxies = ProxyHeadersMiddleware(nothing, proxies)  # type: ignore[arg-type]  # uvicorn has types of its own
        self._manners: dict[_Headers, Manner | None] = {}

    def read(self, scope: Scope, headers: _Headers) -> Asked | None:
        """What a GET asks, if it may be answered here; a refusal is left to the endpoint."""
        manner = self._manner(headers) if scope["path"] == ENDPOINT else None
        if manner is None or any(name == _LENGTH for name, _ in headers):
            return None
        try:
            prepared = self._endpoint.prepared(scope["query_string"], manner.accept)
        except CtgraphError:
            return None
        return None if prepared is None or prepared.fleeting else Asked(prepared, manner)

    def expects(self, scope: Scope, headers: _Headers) -> bool:
        """Whether a POST may be answered here, once its body is there."""
        if scope["path"] != ENDPOINT or self._manner(_lengthless(headers)) is None:
            return False
        lengths = [value for name, value in headers if name == _LENGTH]
        return len(lengths) == 1 and lengths[0].isdigit() and int(lengths[0]) <= LARGEST

    def read_body(self, scope: Scope, headers: _Headers, body: bytes) -> Asked | None:
        """What such a POST asks, as `read` does."""
        manner = self._manner(_lengthless(headers))
        if manner is None:
            return None
        try:
            prepared = self._endpoint.posted(scope["query_string"], manner.content_type, body, manner.accept)
        except CtgraphError:
            return None
        return None if prepared.fleeting else Asked(prepared, manner)

    def at_hand(self, scope: Scope, asked: Asked) -> Ready | None:
        """The answer, if it is kept."""
        kept = self._endpoint.kept(asked.prepared)
        if kept is None:
            return None
        keep_ready(scope, kept.release)
        return self._written(scope, asked, kept)

    def board(self, scope: Scope, asked: Asked, told: Callable[[Seat], object]) -> Seat:
        """Ask: `told` is called when an answer or an error has come."""
        context = copy_context()
        context.run(CLIENT.set, client_of(self._known(scope, asked)))
        return context.run(self._endpoint.board, asked.prepared, told)

    def landed(self, scope: Scope, asked: Asked, seat: Seat) -> Ready | None:
        """The answer, if it has come whole."""
        kept = seat.kept()
        return None if kept is None else self._written(scope, asked, kept)

    async def settle(self, scope: Scope, asked: Asked, seat: Seat) -> None:
        """Have the scope say what has come else, for the application."""
        try:
            outcome: Blocks | CtgraphError = await seat.settle()
        except CtgraphError as error:
            outcome = error
        scope[LANDED] = Landed(asked.prepared, outcome)

    def sent(self, scope: Scope, ready: Ready, seconds: float) -> None:
        """Take note of an answer that left, and lay it down if it was asked for before."""
        self._ledger.note_again(ready.path, ready.told, seconds, ready.size)
        self._shelf.lay(scope, ready)

    def left(self, scope: Scope, asked: Asked, seconds: float) -> None:
        """Take note of a client that went before its answer."""
        scope[DIGEST] = asked.prepared.digest
        self._ledger.note(scope, 0, seconds, 0, False)

    def _written(self, scope: Scope, asked: Asked, kept: KeptAnswer) -> Ready:
        prepared, scope = asked.prepared, self._known(scope, asked)
        headers, body = self._endpoint.coded(prepared, kept, asked.manner.coding)
        own = "".join(f"{name.lower()}: {value}\r\n" for name, value in headers.items())
        head = f"{own}content-length: {len(body)}\r\n".encode("latin-1")
        rest = b"%b%b\r\n%b" % (head, _standard(scope["scheme"] == "https"), body)
        scope[DIGEST] = prepared.digest
        told = line_parts(scope, 200, len(body), False)
        return Ready(self._shelf.holds(kept.release), rest, ENDPOINT, len(body), told)

    def _manner(self, headers: _Headers) -> Manner | None:
        """How a client asks, if what it sends fits; the same headers are read once."""
        if headers in self._manners:
            return self._manners[headers]
        manner = _read_manner(headers)
        if sum(len(name) + len(value) for name, value in headers) <= _MANNER_BYTES:
            if len(self._manners) >= _MANNERS:
                self._manners.clear()
            self._manners[headers] = manner
        return manner

    def _known(self, scope: Scope, asked: Asked) -> Scope:
        """The scope with the client and scheme that a proxy names."""
        if not asked.manner.forwarded:
            return scope
        known = dict(scope)
        with suppress(StopIteration):  # it changes the scope, and waits for nothing
            self._proxies(known, _never, _nowhere).send(None)  # type: ignore[arg-type]  # the same
        return known


def _read_manner(headers: _Headers) -> Manner | None:
    found: dict[bytes, str] = {}
    for name, value in headers:
        found.setdefault(name, value.decode("latin-1"))
    host = found.get(b"host")
    if not _UNFIT.isdisjoint(found) or (host is not None and not is_host(host)):
        return None
    coding = coding_for(found.get(b"accept-encoding", ""))
    content_type = found.get(b"content-type", "")
    return Manner(found.get(b"accept", ""), coding, not _FORWARDED.isdisjoint(found), content_type)


def _lengthless(headers: _Headers) -> _Headers:
    return tuple(header for header in headers if header[0] != _LENGTH)


@cache
def _standard(secure: bool) -> bytes:
    return lines(encoded(secure))


async def nothing(scope: Scope, receive: Receive, send: Send) -> None:
    """Stand behind what changes a scope only."""


async def _never() -> Message:
    raise AssertionError("what changes a scope only reads nothing")


async def _nowhere(message: Message) -> None:
    raise AssertionError("what changes a scope only sends nothing")
