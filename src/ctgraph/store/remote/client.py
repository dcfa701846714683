"""The HTTP of the SPARQL 1.1 Protocol and Graph Store Protocol, as a client; what is no answer becomes an error here.

Requests are forms by POST with everything in the body: Virtuoso 7.2 hangs on `application/sparql-query`, and addresses
have limits. Stores that say 200 are not believed: an answer has the type that was asked for, no header that calls it
partial, and an end that can be told from a cut.
"""

from __future__ import annotations

import math
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Final

import httpx
from msgspec import Struct

from ctgraph.errors import CtgraphError, QueryError, QueryTimeout, StoreBusy, StoreFailed
from ctgraph.settings import Settings

RESULTS: Final = "application/sparql-results+xml"
TRIPLES: Final = "application/n-triples"
_TURTLE: Final = "text/turtle"
ACCEPT_TRIPLES: Final = f"{TRIPLES}, {_TURTLE};q=0.5"
_EXPECTED: Final = {RESULTS: (RESULTS,), ACCEPT_TRIPLES: (TRIPLES, _TURTLE)}
_SAID_BYTES: Final = 2_000
"""What is read of the words of a failure."""
_TOO_LONG: Final = ("cancelled", "timed out", "timeout", "took too long", "estimated execution time")
"""What stores write of a query that took too long, beside status 429, 500 or 503: Oxigraph, Fuseki, QLever, GraphDB,
and Virtuoso, which refuses some by its estimate."""
_SECOND: Final = {"virtuoso": 1_000, "fuseki": 1, "graphdb": 1}
"""By a word of the Server header: in what parts of a second a store is told when to give up, if it can be told."""


class Arrived(Struct, frozen=True):
    """An answer whose head was found good: its type, its bytes as they come, and how many rows the store gives at most.

    `most_rows` is None where the store does not say.
    """

    media_type: str
    blocks: AsyncIterator[bytes]
    most_rows: int | None


class RemoteClient:
    """Speaks to one store; to be closed. `where` is its address as messages may show it."""

    def __init__(self, settings: Settings) -> None:
        remote = settings.remote
        url = httpx.URL(settings.store)
        self.where = str(url.copy_with(username=None, password=None, query=None))
        self._query = settings.store
        self._update = remote.update or _update_address(settings.store)
        self._graphs = remote.graphs
        self._write_seconds = remote.write
        self._product = ""
        auth = httpx.DigestAuth if remote.digest else httpx.BasicAuth
        self._http = httpx.AsyncClient(
            auth=auth(remote.user, remote.password) if remote.user else None,
            timeout=httpx.Timeout(None, connect=remote.connect),
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=settings.workers + 2),
            headers={"Accept-Encoding": "identity", "User-Agent": "ctgraph"},
            trust_env=False,
        )

    @asynccontextmanager
    async def ask(
        self, query: str, accept: str, seconds: float, default: Sequence[str] = (), named: Sequence[str] = ()
    ) -> AsyncIterator[Arrived]:
        """Put a query; raises QueryError or StoreBusy, and from the blocks StoreFailed.

        `seconds` is when the store is told to give up; nothing here waits by it.
        """
        form = {"query": [query], "default-graph-uri": [*default], "named-graph-uri": [*named]}
        parts = next((parts for name, parts in _SECOND.items() if name in self._product), 0)
        if parts:
            form["timeout"] = [str(math.ceil(seconds) * parts)]
        request = self._http.build_request("POST", self._query, data=form, headers={"Accept": accept})
        response = await self._send(request)
        try:
            self._product = response.headers.get("server", "").lower()
            if response.status_code != httpx.codes.OK:
                raise await self._failure(response, seconds)
            yield self._arrived(response, accept, seconds)
        finally:
            await response.aclose()

    async def update(self, text: str) -> None:
        """Carry out a SPARQL update; raises StoreFailed."""
        await self._write("POST", self._update, data={"update": text})

    async def append(self, graph: str, ntriples: bytes) -> None:
        """Add triples to a graph, through the Graph Store Protocol if its address is known."""
        if self._graphs:
            await self._write("POST", self._graph_address(graph), content=ntriples, headers={"Content-Type": TRIPLES})
        else:
            await self.update(f"INSERT DATA {{ GRAPH <{graph}> {{\n{ntriples.decode()}}} }}")

    async def replace(self, graph: str, ntriples: bytes) -> None:
        """Put triples in the place of a graph, in one request."""
        if self._graphs:
            await self._write("PUT", self._graph_address(graph), content=ntriples, headers={"Content-Type": TRIPLES})
        else:
            body = f"INSERT DATA {{ GRAPH <{graph}> {{\n{ntriples.decode()}}} }}"
            await self.update(f"DROP SILENT GRAPH <{graph}> ;\n{body}")

    async def drop(self, graph: str) -> None:
        """Remove a graph, if it is there."""
        if self._graphs:
            await self._write("DELETE", self._graph_address(graph), also_good=httpx.codes.NOT_FOUND)
        else:
            await self.update(f"DROP SILENT GRAPH <{graph}>")

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    def _graph_address(self, graph: str) -> str:
        return str(httpx.URL(self._graphs).copy_merge_params({"graph": graph}))

    async def _write(
        self,
        method: str,
        address: str,
        data: Mapping[str, str] | None = None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        also_good: int = httpx.codes.OK,
    ) -> None:
        timeout = httpx.Timeout(self._write_seconds)
        request = self._http.build_request(
            method, address, data=data, content=content, headers=headers, timeout=timeout
        )
        response = await self._send(request)
        try:
            if not response.is_success and response.status_code != also_good:
                raise await self._failure(response, self._write_seconds)
            await response.aread()
        except httpx.HTTPError as error:
            raise StoreFailed(self.where, f"the connection broke while it wrote ({_named(error)})") from error
        finally:
            await response.aclose()

    async def _send(self, request: httpx.Request) -> httpx.Response:
        """Send it, a second time if a kept connection turns out to be closed: nothing that is sent here adds up."""
        try:
            with suppress(httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
                return await self._http.send(request, stream=True)
            return await self._http.send(request, stream=True)
        except httpx.HTTPError as error:
            raise StoreFailed(self.where, f"it cannot be reached ({_named(error)})") from error

    def _arrived(self, response: httpx.Response, accept: str, seconds: float) -> Arrived:
        """The answer, if its head is one of a whole answer in a type that was asked for."""
        state = response.headers.get("x-sql-state")
        if state == "S1TAT":  # Virtuoso ran out of time, and gives what it has
            raise QueryTimeout(seconds)
        if state is not None:
            raise StoreFailed(self.where, f"a partial answer ({state} {response.headers.get('x-sql-message', '')})")
        given = response.headers.get("content-type", "")
        media_type = given.partition(";")[0].strip().lower()
        if media_type not in _EXPECTED[accept]:
            raise StoreFailed(self.where, f"it sent {given or 'something without a type'} instead of {accept}")
        if media_type != RESULTS and not _end_is_known(response):
            raise StoreFailed(self.where, "nothing tells the end of its answer from a cut")
        most = response.headers.get("x-sparql-maxrows", "")
        return Arrived(media_type, self._blocks(response), int(most) if most.isdecimal() else None)

    async def _blocks(self, response: httpx.Response) -> AsyncIterator[bytes]:
        try:
            async for block in response.aiter_bytes():
                yield block
        except httpx.HTTPError as error:
            raise StoreFailed(self.where, f"its answer broke off ({_named(error)})") from error

    async def _failure(self, response: httpx.Response, seconds: float) -> CtgraphError:
        """What a status that is no success means."""
        said = await self._said(response)
        status = response.status_code
        too_long = status >= httpx.codes.TOO_MANY_REQUESTS and any(words in said.lower() for words in _TOO_LONG)
        if too_long or status in (httpx.codes.GATEWAY_TIMEOUT, httpx.codes.REQUEST_TIMEOUT):
            return QueryTimeout(seconds)
        if status in (httpx.codes.TOO_MANY_REQUESTS, httpx.codes.SERVICE_UNAVAILABLE):
            wait = response.headers.get("retry-after", "")
            return StoreBusy(int(wait) if wait.isdecimal() else 1)
        if status == httpx.codes.BAD_REQUEST:
            return QueryError(f"The store does not take this query: {said[:500]}")
        return StoreFailed(self.where, f"status {status}: {said}")

    async def _said(self, response: httpx.Response) -> str:
        """The first words of a failure, in one line."""
        words = b""
        try:
            async for block in response.aiter_bytes():
                words += block
                if len(words) > _SAID_BYTES:
                    break
        except httpx.HTTPError:
            words += b" (broken off)"
        return " ".join(words[:_SAID_BYTES].decode("utf-8", "replace").split())


def _update_address(query: str) -> str:
    """Where updates go if nobody says: beside `…/query`, as with Oxigraph and Fuseki, or at the same address."""
    head, slash, last = query.rpartition("/")
    return f"{head}{slash}update" if last == "query" else query


def _end_is_known(response: httpx.Response) -> bool:
    return "content-length" in response.headers or response.headers.get("transfer-encoding", "").lower() == "chunked"


def _named(error: httpx.HTTPError) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
