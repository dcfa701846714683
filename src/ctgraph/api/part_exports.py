"""One document or one dossier as N-Quads or TriG: `/export/document/{id}.nq`, `/export/dossier/{number}.trig`.

It holds what `ctgraph export --document|--dossier` writes, and goes out graph by graph as the store gives it, so that
memory does not grow with it. A whole release is a file with a checksum; a part is made when it is asked for.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import aclosing
from typing import Final

from msgspec import Struct
from pyoxigraph import NamedNode, Quad, RdfFormat, serialize
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ctgraph.api.asking import Lookups
from ctgraph.api.graph_page import N_TRIPLES
from ctgraph.api.headers import entity_tag
from ctgraph.api.responses import look, redirect, unchanged
from ctgraph.api.streaming import StreamedAnswer
from ctgraph.api.things import find, read_quads
from ctgraph.errors import NotFound, StoreBusy
from ctgraph.namespaces import ID
from ctgraph.store.backend import Blocks

_TYPES: Final = {"nq": "application/n-quads", "trig": "application/trig"}
_KINDS: Final = ("document", "dossier")
_BATCH: Final = 200
"""Things that one query asks about."""


class _Part(Struct, frozen=True):
    """What goes out: statements of other sources about the things themselves, then whole graphs."""

    quads: tuple[Quad, ...]
    graphs: tuple[NamedNode, ...]


class PartBlocks:
    """The blocks of a part. A release that changes meanwhile ends them: two are never mixed."""

    def __init__(self, lookups: Lookups, release: str, part: _Part, suffix: str) -> None:
        self._lookups = lookups
        self._release = release
        self._part = part
        self._suffix = suffix

    @property
    def release(self) -> str:
        """The release that the statements come from."""
        return self._release

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b"".join(_written(self._part.quads, self._suffix))
        for graph in self._part.graphs:
            async with aclosing(await self._lookups.stream("graph", N_TRIPLES, graph=graph)) as blocks:
                if blocks.release != self._release:
                    raise StoreBusy
                async for block in _in_graph(blocks, graph, self._suffix):
                    yield block

    async def aclose(self) -> None:
        """Nothing is held between two blocks."""


class PartExports:
    """Answers for parts of the current release."""

    def __init__(self, lookups: Lookups) -> None:
        self._lookups = lookups

    def routes(self) -> Sequence[Route]:
        return (Route("/export/{kind}/{name:path}", self.part),)

    async def part(self, request: Request) -> Response | StreamedAnswer:
        """A document or a dossier, in any spelling of its id."""
        kind, name = request.path_params["kind"], request.path_params["name"]
        reference, _, suffix = name.rpartition(".")
        if kind not in _KINDS or suffix not in _TYPES or not reference:
            raise NotFound(request.url.path)
        tag = entity_tag(look(), self._lookups.release, request.url.path)
        if (held := unchanged(request, tag)) is not None:
            return held
        found = await find(self._lookups, kind, reference)
        if found is None:
            raise NotFound(request.url.path)
        thing, spelling = found
        if spelling != reference:
            return redirect(301, f"/export/{thing.value.removeprefix(ID)}.{suffix}")
        headers = {"Content-Type": _TYPES[suffix], "ETag": tag, "Content-Disposition": _attachment(spelling, suffix)}

        async def start() -> PartBlocks:
            release = self._lookups.release
            return PartBlocks(self._lookups, release, await self._part(thing), suffix)

        return StreamedAnswer(start, lambda blocks: headers)

    async def _part(self, thing: NamedNode) -> _Part:
        things = [thing]
        if thing.value.startswith(f"{ID}dossier/"):
            rows = await self._lookups.rows("dossier-things", dossier=thing)
            things = [term for row in rows if isinstance(term := row["thing"], NamedNode)]
        quads: list[Quad] = []
        for start in range(0, len(things), _BATCH):
            rows = await self._lookups.rows("stated-of", things=things[start : start + _BATCH])
            quads += read_quads(rows)
        papers = {each.value.removeprefix(f"{ID}document/") for each in things}
        own = {graph for quad in quads if isinstance(graph := quad.graph_name, NamedNode) and _paper(graph) in papers}
        others = (quad for quad in quads if quad.graph_name not in own)
        return _Part(tuple(others), tuple(sorted(own, key=str)))


def _paper(graph: NamedNode) -> str:
    """What a graph was read from: `kst-29754-645` of `…/graph/text/kst-29754-645`."""
    return graph.value.partition("/graph/")[2].partition("/")[2]


def _written(quads: Iterable[Quad], suffix: str) -> Iterator[bytes]:
    if suffix == "nq":
        yield serialize(quads, format=RdfFormat.N_QUADS) or b""
        return
    for quad in quads:
        yield f"{quad.graph_name} {{ {quad.triple} . }}\n".encode()


async def _in_graph(triples: Blocks, graph: NamedNode, suffix: str) -> AsyncIterator[bytes]:
    """N-Triples as they come, as statements of a graph: each line gets its name, or all stand in its braces."""
    rest = b""
    if suffix == "trig":
        yield f"{graph} {{\n".encode()
    end = f" {graph} .\n".encode()
    async for block in triples:
        if suffix == "trig":
            yield block
            continue
        lines = (rest + block).split(b"\n")
        rest = lines.pop()
        yield b"".join(line.removesuffix(b" .") + end for line in lines if line)
    if suffix == "trig":
        yield b"}\n"


def _attachment(reference: str, suffix: str) -> str:
    name = "".join(sign if (sign.isalnum() and sign.isascii()) or sign in "-." else "_" for sign in reference)
    return f'attachment; filename="{name}.{suffix}"'
