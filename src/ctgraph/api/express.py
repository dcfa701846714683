"""A query or a lookup by GET, asked before the application is entered: what comes whole is answered without it.

The way through the application costs more than the guard, the worker and the engine together. So the connection has a
request read here, and asked, and sends the answer as it sends what is on the shelf. Everything else goes the long way,
with what was found on this one: an answer that is to be streamed, another status, or an error.
"""

from __future__ import annotations

from collections.abc import Sequence
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
from ctgraph.api.sparql import ENDPOINT, LANDED, Landed, Prepared, SparqlEndpoint
from ctgraph.api.tables import JSON
from ctgraph.errors import CtgraphError
from ctgraph.store.caching import KeptAnswer
from ctgraph.store.clients import CLIENT

EXPRESS: Final = "ctgraph.express"
"""The key of the state of the lifespan under which a connection finds the express."""
_JSON: Final = (b"content-type", JSON.encode())
_OK: Final = 200


class Asked(NamedTuple):
    """A request that was read, and may be answered here."""

    what: Prepared | Lookup
    manner: Manner


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
        """What is asked, if it may be answered here; a refusal of a query is left to the endpoint."""
        is_query = scope["path"] == ENDPOINT
        lookup = None if is_query else self._lookups.find(scope["path"])
        if not is_query and lookup is None:
            return None
        manner = self._manners.of(headers)
        if manner is None:
            return None
        if lookup is not None:
            return None if manner.weighs else Asked(lookup, manner)
        try:
            prepared = self._endpoint.prepared(scope["query_string"], manner.accept)
        except CtgraphError:
            return None
        return None if prepared is None or prepared.fleeting else Asked(prepared, manner)

    async def answer(self, scope: Scope, asked: Asked) -> Ready | None:
        """The answer, if it comes whole; else the scope says what came."""
        known = await self._manners.known(scope, asked.manner)
        CLIENT.set(client_of(known))
        if isinstance(asked.what, Lookup):
            return await self._look_up(scope, known, asked.what, asked.manner)
        return await self._query(scope, known, asked.what, asked.manner)

    def sent(self, scope: Scope, ready: Ready, seconds: float) -> None:
        """Take note of an answer that left, and lay it down if it was asked for before."""
        self._ledger.note_again(ready.path, ready.told, seconds, ready.size)
        self._shelf.lay(scope, ready)

    def left(self, scope: Scope, asked: Asked, seconds: float) -> None:
        """Take note of a client that went before its answer."""
        if isinstance(asked.what, Prepared):
            scope[DIGEST] = asked.what.digest
        self._ledger.note(scope, 0, seconds, 0, False)

    async def _query(self, scope: Scope, known: Scope, prepared: Prepared, manner: Manner) -> Ready | None:
        kept = self._endpoint.kept(prepared)
        if kept is not None:
            keep_ready(scope, kept.release)
            return self._queried(known, prepared, manner, kept)
        try:
            answer = await self._endpoint.ask(prepared)
        except CtgraphError as error:
            scope[LANDED] = Landed(prepared, error)
            return None
        if isinstance(answer, KeptAnswer):
            return self._queried(known, prepared, manner, answer)
        scope[LANDED] = Landed(prepared, answer)
        return None

    async def _look_up(self, scope: Scope, known: Scope, lookup: Lookup, manner: Manner) -> Ready | None:
        try:
            response = await lookup.endpoint(Request({**known, "path_params": lookup.parameters}))
        except Exception as error:  # raised anew in the application, which answers it, or tells of a defect
            scope[FOUND] = Raised(error)
            return None
        if type(response) is Response and response.status_code == _OK and _JSON in response.raw_headers:
            body = _coded(response, manner.coding)
            return self._written(known, kept_release(scope), response.raw_headers, body)
        scope[FOUND] = response
        return None

    def _queried(self, scope: Scope, prepared: Prepared, manner: Manner, kept: KeptAnswer) -> Ready:
        headers, body = self._endpoint.coded(prepared, kept, manner.coding)
        scope[DIGEST] = prepared.digest
        own = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()]
        return self._written(scope, kept.release, [*own, (b"content-length", b"%d" % len(body))], body)

    def _written(self, scope: Scope, release: str, own: Sequence[tuple[bytes, bytes]], body: bytes) -> Ready:
        names = frozenset(name for name, _ in own)
        rest = b"%b%b\r\n%b" % (lines(own), _standard(scope["scheme"] == "https", names), body)
        told = line_parts(scope, _OK, len(body), False)
        return Ready(self._shelf.holds(release), rest, scope["path"], len(body), told)


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
    if "vary" in headers:
        headers.add_vary_header("Accept-Encoding")
    return body


@lru_cache(maxsize=64)
def _standard(secure: bool, own: frozenset[bytes]) -> bytes:
    """The headers that every answer gets, but for those of its own."""
    return lines(pair for pair in encoded(secure) if pair[0] not in own)
