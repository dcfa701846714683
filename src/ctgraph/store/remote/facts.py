"""What has to be known of a remote store before it is trusted, found out by asking and not by its name."""

from __future__ import annotations

import asyncio
from typing import Final

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results

from ctgraph.errors import ReleaseError, StoreFailed
from ctgraph.namespaces import GRAPH
from ctgraph.store.remote.client import RESULTS, RemoteClient
from ctgraph.store.remote.layout import GRAPHS, KIND, MARKER, Marker, Rows, read_marker, union

_MARKER: Final = f"SELECT ?s ?p ?o {{ GRAPH {MARKER} {{ ?s ?p ?o }} }}"
_TRIPLES: Final = "SELECT (COUNT(*) AS ?n) {{ GRAPH {} {{ ?s ?p ?o }} }}"
_QUADS: Final = f'SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{GRAPH}")) }}'
_SHARED: Final = f"SELECT (COUNT(*) AS ?n) {{ {MARKER} {KIND} ?o }}"
_COMMON_CAP: Final = 10_000

_TERMS: Final = (NamedNode, Literal)


class Facts(Struct, frozen=True):
    """`most_rows` is how many rows the store gives at most, None if no such number was met up to 10,000.

    `adds_as_set` says that a triple in two default graphs counts once.
    """

    most_rows: int | None
    adds_as_set: bool


class Inquiry:
    """Asks a store the small questions of ours, whose answers come whole; each may take `seconds`."""

    def __init__(self, client: RemoteClient, seconds: float) -> None:
        self._client = client
        self._seconds = seconds
        self._look: asyncio.Task[Marker | None] | None = None
        self._next_look: asyncio.Task[Marker | None] | None = None

    async def shared_marker(self) -> Marker | None:
        """As `marker`, by a look that begins after this call; all who wait for one share it."""
        if self._next_look is None:
            self._next_look = asyncio.create_task(self._look_after(self._look))
        return await asyncio.shield(self._next_look)

    async def _look_after(self, earlier: asyncio.Task[Marker | None] | None) -> Marker | None:
        if earlier is not None:
            await asyncio.wait({earlier})
        self._look, self._next_look = self._next_look, None
        return await self.marker()

    async def marker(self) -> Marker | None:
        """What the store says of its releases; None while that is being written, or was never."""
        return read_marker(await self.rows(_MARKER))

    async def check(self, marker: Marker) -> None:
        """Count what the store holds of the current release; raises ReleaseError if that is not what it should be."""
        quads, triples, expected = await self.quads(), await self.triples(marker.current), marker.whole[marker.current]
        if (quads, triples) != (expected.quads, expected.triples):
            reason = (
                f"of release {marker.current} it holds {quads} statements and a union of {triples}, instead of"
                f" {expected.quads} and {expected.triples}"
            )
            raise ReleaseError(self._client.where, reason, "Run `ctgraph build --store` again")

    async def quads(self) -> int:
        """How many statements there are in all named graphs of ours."""
        return await self.number(_QUADS)

    async def triples(self, release: str) -> int:
        """How many triples there are in the union of a release."""
        return await self.number(_TRIPLES.format(union(release)))

    async def facts(self, marker: Marker) -> Facts:
        """How this store answers; a release must be there."""
        shared = await self.number(_SHARED, default=(MARKER.value, GRAPHS.value))
        return Facts(await self._most_rows(marker), shared == 1)

    async def _most_rows(self, marker: Marker) -> int | None:
        """Ask for pairs of triples, of which there are more than the cap that is met most."""
        if marker.whole[marker.current].triples ** 2 <= _COMMON_CAP:
            return None
        graph, limit = union(marker.current), _COMMON_CAP + 1
        found = len(await self.rows(f"SELECT ?s ?t {{ GRAPH {graph} {{ ?s ?p ?o . ?t ?q ?r }} }} LIMIT {limit}"))
        return found if found <= _COMMON_CAP else None

    async def number(self, query: str, default: tuple[str, ...] = (), named: tuple[str, ...] = ()) -> int:
        """The number `n` that a query gives; raises StoreFailed if it gives none."""
        rows = await self.rows(query, default, named)
        if len(rows) != 1 or not rows[0].get("n", Literal("")).value.isdecimal():
            raise StoreFailed(self._client.where, "it does not count")
        return int(rows[0]["n"].value)

    async def rows(self, query: str, default: tuple[str, ...] = (), named: tuple[str, ...] = ()) -> Rows:
        """All rows of a SELECT whose answer is small."""
        body = await self._body(query, default, named)
        try:
            found = parse_query_results(body, QueryResultsFormat.XML)
            if not isinstance(found, QuerySolutions):
                raise StoreFailed(self._client.where, "it said yes or no where rows were asked for")
            names = [variable.value for variable in found.variables]
            solutions = [{name: solution[name] for name in names} for solution in found]
        except (SyntaxError, ValueError) as error:
            raise StoreFailed(self._client.where, f"what it sent does not read ({error})") from error
        return [
            {name: term for name, term in row.items() if isinstance(term, NamedNode | Literal)} for row in solutions
        ]

    async def _body(self, query: str, default: tuple[str, ...], named: tuple[str, ...]) -> bytes:
        try:
            async with (
                asyncio.timeout(self._seconds),
                self._client.ask(query, RESULTS, self._seconds, default, named) as arrived,
            ):
                return b"".join([block async for block in arrived.blocks])
        except TimeoutError:
            raise StoreFailed(self._client.where, f"it took longer than {self._seconds:g} s") from None
