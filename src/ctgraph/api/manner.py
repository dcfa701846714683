"""How a client asks: what the headers say that it sends with every request, read once for all of them."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from msgspec import Struct
from starlette.types import Message, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from ctgraph.api.addresses import is_host
from ctgraph.api.compression import coding_for

# What makes a request more than its head and a body of known length, or its answer another than the whole one.
_UNFIT: Final = frozenset({b"transfer-encoding", b"content-encoding", b"expect", b"upgrade", b"if-none-match"})
_FORWARDED: Final = frozenset({b"x-forwarded-for", b"x-forwarded-proto"})
_MANNERS: Final = 500
_MANNER_BYTES: Final = 2_048
"""So many sets of headers, of at most this length, are read once and remembered."""

Headers = tuple[tuple[bytes, bytes], ...]


class Manner(Struct, frozen=True):
    """What its headers say."""

    accept: str
    coding: str
    forwarded: bool
    content_type: str


class Manners:
    """Reads headers; `proxies` are those whose word for a client is taken."""

    def __init__(self, proxies: str) -> None:
        self._proxies = ProxyHeadersMiddleware(nothing, proxies)  # type: ignore[arg-type]  # uvicorn has types of its own
        self._read: dict[Headers, Manner | None] = {}

    def of(self, headers: Headers) -> Manner | None:
        """How a client asks, if what it sends fits; the same headers are read once."""
        if headers in self._read:
            return self._read[headers]
        manner = _read_manner(headers)
        if sum(len(name) + len(value) for name, value in headers) <= _MANNER_BYTES:
            if len(self._read) >= _MANNERS:
                self._read.clear()
            self._read[headers] = manner
        return manner

    def known(self, scope: Scope, manner: Manner) -> Scope:
        """The scope with the client and scheme that a proxy names."""
        if not manner.forwarded:
            return scope
        known = dict(scope)
        with suppress(StopIteration):  # it changes the scope, and waits for nothing
            self._proxies(known, _never, _nowhere).send(None)  # type: ignore[arg-type]  # the same
        return known


def _read_manner(headers: Headers) -> Manner | None:
    found: dict[bytes, str] = {}
    for name, value in headers:
        found.setdefault(name, value.decode("latin-1"))
    hosts = sum(name == b"host" for name, _ in headers)
    if not _UNFIT.isdisjoint(found) or hosts != 1 or not is_host(found[b"host"]):
        return None
    forwarded = not _FORWARDED.isdisjoint(found)
    return Manner(
        found.get(b"accept", ""),
        coding_for(found.get(b"accept-encoding", "")),
        forwarded,
        found.get(b"content-type", ""),
    )


async def nothing(scope: Scope, receive: Receive, send: Send) -> None:
    """Stand behind what changes a scope only."""


async def _never() -> Message:
    raise AssertionError("what changes a scope only reads nothing")


async def _nowhere(message: Message) -> None:
    raise AssertionError("what changes a scope only sends nothing")
