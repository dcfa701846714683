"""A named graph as a page (what it holds, which run or register rows it comes from) and as TriG."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import Final

from pyoxigraph import NamedNode

from ctgraph.api.asking import Row
from ctgraph.api.markup import Markup, element, page, table
from ctgraph.api.rdf import FORMATS
from ctgraph.api.thing_page import alternates, format_links, term
from ctgraph.api.things import Labels, short
from ctgraph.api.wording import Language, word
from ctgraph.store.backend import Blocks

N_TRIPLES: Final = "application/n-triples"


class GraphBlocks:
    """One graph in TriG: N-Triples are valid between its braces, so that it can go out as it comes."""

    def __init__(self, graph: NamedNode, triples: Blocks) -> None:
        self._graph = graph
        self._triples = triples

    @property
    def release(self) -> str:
        """The release that the triples come from."""
        return self._triples.release

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield f"{self._graph} {{\n".encode()
        async for block in self._triples:
            yield block
        yield b"}\n"

    async def aclose(self) -> None:
        """End the work behind it."""
        await self._triples.aclose()


def graph_page(
    graph: str, classes: Sequence[Row], sources: Sequence[Row], labels: Labels, language: Language, path: str
) -> bytes:
    """The page of a graph at `path`, without suffix."""
    holds = table(
        (word("class", language), word("count", language)),
        ((term(row["class"], labels), row["count"].value) for row in classes),
        word("holds", language),
    )
    return page(
        word("graph-title", language, name=short(graph).removeprefix("graph/")),
        element("p", element("code", graph), class_="iri"),
        element("p", word("graph-intro", language)),
        format_links(path, FORMATS, language),
        element("h2", word("holds", language)),
        holds,
        element("h2", word("from", language)) if sources else None,
        _origin(sources, labels, language) if sources else None,
        head=alternates(path, FORMATS),
        language=language,
    )


def _origin(sources: Sequence[Row], labels: Labels, language: Language) -> Markup:
    columns = ("run", "document", "digest", "version", "source")
    used = [name for name in columns if any(name in row for row in sources)]
    rows = sorted([term(row[name], labels) if name in row else "" for name in used] for row in sources)
    return table((word(name, language) for name in used), rows, word("from", language))
