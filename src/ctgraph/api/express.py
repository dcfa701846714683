"""A query or a lookup, asked before the application is entered: what comes whole is answered without it.

The way through the application costs more than the guard, the worker and the engine together. So the connection has a
request read here, and asked, and sends the answer as it sends what is on the shelf. Everything else goes the long way,
with what was found on this one: an answer that is to be streamed, another status, or an error.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextvars import copy_context
from functools import lru_cache
from typing import Final, NamedTuple

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from ctgraph.api.clients import client_of
from ctgraph.api.compression import SMALLEST, compressor
from ctgraph.api.direct import FOUND, Raised
from ctgraph.api.headers import encoded
from ctgraph.api.lookup_paths import Lookup, LookupPaths
from ctgraph.api.manner import Headers, Manner, Manners
from ctgraph.api.request_log import DIGEST, Ledger, line_parts
from ctgraph.api.shelf import Ready, Shelf, keep_ready, kept_release, lines
from ctgraph.api.sparql import ENDPOINT, Landed, Prepared, SparqlEndpoint
from ctgraph.api.tables import JSON
from ctgraph.errors import CtgraphError
from ctgraph.store.backend import Blocks
from ctgraph.store.caching import KeptAnswer, Seat
from ctgraph.store.clients import CLIENT

EXPRESS: Final = "ctgraph.express"
"""The key of the state of the lifespan under which a connection finds the express."""
LARGEST: Final = 32 * 1024
"""Bytes of a body that is read here; uvicorn hands on twice as much at a time."""
_LENGTH: Final = b"content-length"
_JSON: Final = (b"content-type", JSON.encode())
_OK: Final = 200


class AskedQuery(NamedTuple):
    """A query that was read, and may be answered here."""

    prepared: Prepared
    manner: Manner


class AskedLookup(NamedTuple):
    """A lookup that may be answered here."""

    lookup: Lookup
    manner: Manner


Asked = AskedQuery | AskedLookup


class Express:
    """Reads, asks and writes for the endpoint and the lookups; `proxies` are those whose word for a client is taken."""

    def __init__(
        self, endpoint: SparqlEndpoint, lookups: LookupPaths, shelf: Shelf, ledger: Ledger, proxies: str
    ) -> None:
        self._endpoint = endpoint
        self._lookups = lookups
        self._shelf = shelf
        self._ledger = ledger
        self._manners = Manners(proxies)

    def read(self, scope: Scope, headers: Headers) -> Asked | None:
        """What a GET asks, if it may be answered here; a refusal of a query is left to the endpoint."""
        is_query = scope["path"] == ENDPOINT
        lookup = None if is_query else self._lookups.find(scope["path"])
        if not is_query and lookup is None:
            return None
        manner = self._manners.of(headers)
        if manner is None or any(name == _LENGTH for name, _ in headers):
            return None
        if lookup is not None:
            return AskedLookup(lookup, manner)
        try:
            prepared = self._endpoint.prepared(scope["query_string"], manner.accept)
        except CtgraphError:
            return None
        return None if prepared is None or prepared.fleeting else AskedQuery(prepared, manner)

    def expects(self, scope: Scope, headers: Headers) -> bool:
        """Whether a POST may be answered here, once its body is there."""
        if scope["path"] != ENDPOINT or self._manners.of(_lengthless(headers)) is None:
            return False
        lengths = [value for name, value in headers if name == _LENGTH]
        return len(lengths) == 1 and lengths[0].isdigit() and int(lengths[0]) <= LARGEST

    def read_body(self, scope: Scope, headers: Headers, body: bytes) -> AskedQuery | None:
        """What such a POST asks, as `read` does."""
        manner = self._manners.of(_lengthless(headers))
        if manner is None:
            return None
        try:
            prepared = self._endpoint.posted(scope["query_string"], manner.content_type, body, manner.accept)
        except CtgraphError:
            return None
        return None if prepared.fleeting else AskedQuery(prepared, manner)

    def at_hand(self, scope: Scope, asked: AskedQuery) -> Ready | None:
        """The answer to a query, if it is kept."""
        kept = self._endpoint.kept(asked.prepared)
        if kept is None:
            return None
        keep_ready(scope, kept.release)
        return self._queried(scope, asked, kept)

    def board(self, scope: Scope, asked: AskedQuery, told: Callable[[Seat], object]) -> Seat:
        """Ask a query: `told` is called when an answer or an error has come."""
        context = copy_context()
        context.run(CLIENT.set, client_of(self._manners.known(scope, asked.manner)))
        return context.run(self._endpoint.board, asked.prepared, told)

    def landed(self, scope: Scope, asked: AskedQuery, seat: Seat) -> Ready | None:
        """The answer, if it has come whole."""
        kept = seat.kept()
        return None if kept is None else self._queried(scope, asked, kept)

    async def settle(self, asked: AskedQuery, seat: Seat) -> Landed:
        """What has come else, for the application."""
        try:
            outcome: Blocks | CtgraphError = await seat.settle()
        except CtgraphError as error:
            outcome = error
        return Landed(asked.prepared, outcome)

    async def look_up(self, scope: Scope, asked: AskedLookup) -> Ready | None:
        """The answer to a lookup, if it comes whole; else the scope says what came."""
        known = self._manners.known(scope, asked.manner)
        CLIENT.set(client_of(known))
        try:
            response = await asked.lookup.endpoint(Request({**known, "path_params": asked.lookup.parameters}))
        except Exception as error:  # raised anew in the application, which answers it, or tells of a defect
            scope[FOUND] = Raised(error)
            return None
        if type(response) is Response and response.status_code == _OK and _JSON in response.raw_headers:
            body = _coded(response, asked.manner.coding)
            return self._written(known, kept_release(scope), response.raw_headers, body)
        scope[FOUND] = response
        return None

    def sent(self, scope: Scope, ready: Ready, seconds: float) -> None:
        """Take note of an answer that left, and lay it down if it was asked for before."""
        self._ledger.note_again(ready.path, ready.told, seconds, ready.size)
        self._shelf.lay(scope, ready)

    def left(self, scope: Scope, asked: Asked, seconds: float) -> None:
        """Take note of a client that went before its answer."""
        if isinstance(asked, AskedQuery):
            scope[DIGEST] = asked.prepared.digest
        self._ledger.note(scope, 0, seconds, 0, False)

    def _queried(self, scope: Scope, asked: AskedQuery, kept: KeptAnswer) -> Ready:
        scope = self._manners.known(scope, asked.manner)
        headers, body = self._endpoint.coded(asked.prepared, kept, asked.manner.coding)
        scope[DIGEST] = asked.prepared.digest
        own = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()]
        return self._written(scope, kept.release, [*own, (_LENGTH, b"%d" % len(body))], body)

    def _written(self, scope: Scope, release: str, own: Sequence[tuple[bytes, bytes]], body: bytes) -> Ready:
        names = frozenset(name for name, _ in own)
        rest = b"%b%b\r\n%b" % (lines(own), _standard(scope["scheme"] == "https", names), body)
        told = line_parts(scope, _OK, len(body), False)
        return Ready(self._shelf.holds(release), rest, scope["path"], len(body), told)


def _lengthless(headers: Headers) -> Headers:
    return tuple(header for header in headers if header[0] != _LENGTH)


def _coded(response: Response, coding: str) -> bytes:
    """The body in the coding, and the headers of the response with it: as `Compression` makes both."""
    body = bytes(response.body)
    if len(body) < SMALLEST:
        return body
    headers = MutableHeaders(raw=response.raw_headers)
    if coding:
        body = compressor(coding)(body)
        headers["Content-Encoding"] = coding
        headers["Content-Length"] = str(len(body))
    return body


@lru_cache(maxsize=64)
def _standard(secure: bool, own: frozenset[bytes]) -> bytes:
    """The headers that every answer gets, but for those of its own."""
    return lines(pair for pair in encoded(secure) if pair[0] not in own)
