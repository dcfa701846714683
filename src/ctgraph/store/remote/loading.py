"""Bring a release into a remote store, so that who asks there never gets half of it.

    1  the marker says that the release is being loaded; its union is written, and counted
    2  the marker says that the named graphs are not settled; those that changed are replaced, and all are counted
    3  the marker says that the release is current: one request, the switch
    4  the one before stays for the answers under way, then its union goes

A load that is broken off before 3 leaves the earlier release current. What it left is removed by the next one. Broken
off within 2, queries with GRAPH or FROM have no answer until a load has ended; all others have. One load at a time:
nothing here keeps two machines apart.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, islice
from typing import Final

from msgspec.structs import replace
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Triple

from ctgraph.errors import QueryError, ReleaseError, StoreBusy
from ctgraph.namespaces import GRAPH
from ctgraph.settings import Settings
from ctgraph.store.gathering import lines_of
from ctgraph.store.merging import triples
from ctgraph.store.releases import Release
from ctgraph.store.remote.client import RemoteClient
from ctgraph.store.remote.facts import Inquiry
from ctgraph.store.remote.layout import DIGEST, GRAPHS, KIND, MARKER, STORE, Marker, Rows, Size, union

Step = Callable[[str, int, int], None]
"""Told what is done, how much of it, and of how much."""

_BATCH: Final = 1_000
"""Statements in a request: Virtuoso 7.2 takes no update of 5,000."""
_PAGE: Final = 5_000


def load_release(settings: Settings, release: Release, step: Step) -> None:
    """Make `release` current in the store at `settings.store`; raises ReleaseError, and the one before stays."""
    asyncio.run(_load(settings, release, step))


async def _load(settings: Settings, release: Release, step: Step) -> None:
    client = RemoteClient(settings)
    try:
        await _Loading(client, settings.remote.write, release, step).run(settings.remote.retire)
    except (QueryError, StoreBusy) as error:
        advice = "The one before is still current there. Mend the store, and run the same command again"
        raise ReleaseError(client.where, f"release {release.id} was not loaded ({error})", advice) from error
    finally:
        await client.close()


class _Loading:
    """One release on its way into one store."""

    def __init__(self, client: RemoteClient, seconds: float, release: Release, step: Step) -> None:
        self._client = client
        self._inquiry = Inquiry(client, seconds)
        self._release = release
        self._step = step
        self._marker = Marker()

    async def run(self, retire: float) -> None:
        """Load it; `retire` is how many seconds the answers of the release before get."""
        self._marker = await self._inquiry.marker() or Marker()
        for unfinished in self._marker.loading:
            await self._client.drop(union(unfinished).value)
        size = await self._load_union()
        changed = await self._replace_graphs()
        earlier = self._marker
        if changed or earlier.current != self._release.id or not earlier.settled:
            whole = {**earlier.whole, self._release.id: size}
            await self._mark(Marker(earlier.generation + 1, self._release.id, settled=True, whole=whole))
        await self._retire(retire)

    async def _load_union(self) -> Size:
        """Write the union of the release, unless it is there; its size."""
        identifier, manifest = self._release.id, self._release.manifest
        quads = sum(manifest.statements.values())
        held = self._marker.whole.get(identifier)
        if held is not None and await self._inquiry.triples(identifier) == held.triples:
            return held
        others = {name: size for name, size in self._marker.whole.items() if name != identifier}
        if self._marker.current == identifier:
            self._marker = replace(self._marker, current="", settled=False)
        await self._mark(replace(self._marker, whole=others, loading=(identifier,)))
        await self._client.drop(union(identifier).value)
        size = Size(quads, manifest.stored - quads, self._marker.generation + 1)
        lines = chain.from_iterable(triples(lines_of(self._release.quads)))
        await self._append(union(identifier).value, lines, "loading the union", size.triples)
        self._expect(await self._inquiry.triples(identifier), size.triples, "triples in the union")
        return size

    async def _replace_graphs(self) -> bool:
        """Write the named graphs that are not there as they should be, remove the others; whether there were any."""
        store = Store.read_only(str(self._release.store))
        wanted = {name: _lines(store, name) for name in self._release.manifest.statements}
        digests = {name: _digest(lines()) for name, lines in wanted.items()}
        listed, present = await self._listed(), await self._present()
        good = {name for name, digest in digests.items() if listed.get(name) == digest and name in present}
        wrong = sorted((present | digests.keys()) - good)
        if not wrong and listed.keys() == good:
            if await self._quads_are_right():
                return False
            wrong = sorted(digests)
        await self._mark(replace(self._marker, settled=False))
        await self._list({name: digests[name] for name in good})
        for count, name in enumerate(wrong):
            self._step("replacing graphs", count, len(wrong))
            await self._client.drop(name)
            await self._append(name, wanted[name]() if name in wanted else ())
        quads = sum(self._release.manifest.statements.values())
        self._expect(await self._inquiry.quads(), quads, "statements in the named graphs")
        await self._list(digests)
        return True

    async def _quads_are_right(self) -> bool:
        return await self._inquiry.quads() == sum(self._release.manifest.statements.values())

    async def _retire(self, seconds: float) -> None:
        """Remove the unions of other releases, once the answers that they still give have had their time."""
        others = sorted(self._marker.whole.keys() - {self._release.id})
        if not others:
            return
        self._step("letting answers of the release before end", 0, 1)
        await asyncio.sleep(seconds)
        kept = {self._release.id: self._marker.whole[self._release.id]}
        await self._mark(replace(self._marker, whole=kept, loading=tuple(others)))
        for name in others:
            await self._client.drop(union(name).value)
        await self._mark(replace(self._marker, loading=()))

    async def _mark(self, marker: Marker) -> None:
        await self._client.replace(MARKER.value, _ntriples(marker.triples()))
        self._marker = marker

    async def _listed(self) -> dict[str, str]:
        """The digest of each named graph that the store lists."""
        rows = await self._paged(f"?g {DIGEST} ?d", str(GRAPHS))
        return {row["g"].value: row["d"].value for row in rows}

    async def _present(self) -> set[str]:
        """The named graphs with a name of ours that are there, listed or left by a load that was broken off."""
        return {row["g"].value for row in await self._paged("?s ?p ?o", "?g")}

    async def _paged(self, pattern: str, graph: str) -> Rows:
        """All `?g`, with `?d` where the pattern has it, in pages, since stores have caps."""
        found: list[Mapping[str, NamedNode | Literal]] = []
        while True:
            after = found[-1]["g"].value if found else GRAPH
            rows = await self._inquiry.rows(
                f"SELECT DISTINCT ?g ?d {{ GRAPH {graph} {{ {pattern} }} FILTER(STRSTARTS(STR(?g), {Literal(GRAPH)})"
                f" && STR(?g) > {Literal(after)}) }} ORDER BY STR(?g) LIMIT {_PAGE}"
            )
            found += rows
            if len(rows) < _PAGE:
                return found

    async def _list(self, digests: Mapping[str, str]) -> None:
        """Write the list of graphs anew."""
        await self._client.replace(GRAPHS.value, _ntriples([Triple(MARKER, KIND, STORE)]))
        entries = (Triple(NamedNode(name), DIGEST, Literal(digest)) for name, digest in sorted(digests.items()))
        await self._append(GRAPHS.value, (f"{entry} .\n".encode() for entry in entries))

    async def _append(self, graph: str, lines: Iterable[bytes], doing: str = "", total: int = 0) -> None:
        """Add lines of N-Triples to a graph, request by request."""
        rest = iter(lines)
        count = 0
        while batch := list(islice(rest, _BATCH)):
            await self._client.append(graph, b"".join(batch))
            count += len(batch)
            if doing:
                self._step(doing, count, total)

    def _expect(self, found: int, wanted: int, what: str) -> None:
        if found != wanted:
            reason = f"it holds {found} {what} of release {self._release.id} instead of {wanted}"
            raise ReleaseError(self._client.where, reason, "See whether it caps or drops statements, and load again")


def _lines(store: Store, graph: str) -> Callable[[], list[bytes]]:
    """The triples of a named graph as sorted lines, read when they are needed."""

    def read() -> list[bytes]:
        dumped = store.dump(format=RdfFormat.N_TRIPLES, from_graph=NamedNode(graph))
        return sorted((dumped or b"").splitlines(keepends=True))

    return read


def _digest(lines: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line)
    return digest.hexdigest()


def _ntriples(statements: Iterable[Triple]) -> bytes:
    return b"".join(f"{triple} .\n".encode() for triple in statements)
