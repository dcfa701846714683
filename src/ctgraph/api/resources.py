"""Addresses of things: /id, /doc, /concept, /graph; each IRI of the data answers under its own path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import quote

from msgspec.structs import replace
from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ctgraph.api import rdf
from ctgraph.api.addresses import local_path
from ctgraph.api.asking import Lookups
from ctgraph.api.graph_page import N_TRIPLES, GraphBlocks, graph_page
from ctgraph.api.responses import Wanted, answer, page_headers, page_tag, redirect, unchanged, wanted
from ctgraph.api.streaming import StreamedAnswer
from ctgraph.api.thing_page import INCOMING_PAGE, thing_page
from ctgraph.api.things import (
    Description,
    describe,
    describe_fully,
    existing,
    find,
    labels,
    surroundings,
    terms_of,
)
from ctgraph.errors import InvalidParameters, NotFound
from ctgraph.namespaces import CONCEPT, GRAPH
from ctgraph.store.backend import Blocks

_SOURCES: Final = 200
"""How many sources the page of a graph lists."""


class Resources:
    """The routes that describe things of the current release."""

    def __init__(self, lookups: Lookups) -> None:
        self._lookups = lookups

    def routes(self) -> Sequence[Route]:
        return (
            Route("/id/{kind}/{reference:path}", self.identify),
            Route("/doc/{kind}/{reference:path}", self.document),
            Route("/concept/{reference:path}", self.concept),
            Route("/graph/{reference:path}", self.graph),
        )

    async def identify(self, request: Request) -> Response:
        """303 from a thing to the document about it; 301 first if it is spelled otherwise."""
        kind, reference = _parameters(request)
        found = await find(self._lookups, kind, reference)
        if found is None:
            raise NotFound(request.url.path)
        thing, spelling = found
        if spelling != reference:
            return redirect(301, f"/id/{_tail(thing)}")
        return redirect(303, f"/doc/{_tail(thing)}")

    async def document(self, request: Request) -> Response:
        """The document about a thing, in the format asked for."""
        kind, reference = _parameters(request)
        asked = wanted(request, reference)
        tag = page_tag(request, self._lookups.release, asked)
        if (held := unchanged(request, tag)) is not None:
            return held
        found = await find(self._lookups, kind, asked.reference)
        if found is None:
            raise NotFound(request.url.path)
        thing, spelling = found
        if spelling != asked.reference:
            suffix = reference[len(asked.reference) :]
            return redirect(301, f"/doc/{_tail(thing)}{suffix}")
        return await self._thing(thing, asked, f"/doc/{_tail(thing)}", tag, _page(request))

    async def concept(self, request: Request) -> Response:
        """A scheme of values, or one value."""
        return await self._ours(request, CONCEPT, "/concept/")

    async def _ours(self, request: Request, namespace: str, prefix: str) -> Response:
        asked = wanted(request, request.path_params["reference"])
        tag = page_tag(request, self._lookups.release, asked)
        if (held := unchanged(request, tag)) is not None:
            return held
        thing = NamedNode(namespace + quote(asked.reference, safe="/-._~"))
        if not asked.reference or not await existing(self._lookups, [thing.value]):
            raise NotFound(request.url.path)
        path = prefix + thing.value.removeprefix(namespace)
        return await self._thing(thing, asked, path, tag, _page(request))

    async def _thing(self, thing: NamedNode, asked: Wanted, path: str, tag: str, page: int) -> Response:
        members = await describe(self._lookups, thing, "members") if path.startswith("/concept/") else ()
        description = await describe_fully(self._lookups, thing, page)
        description = replace(description, quads=(*description.quads, *members))
        if page > description.pages:
            raise InvalidParameters([(INCOMING_PAGE, f"there are {description.pages} pages of what points here.")])
        if asked.form.rdf is not None:
            around = await surroundings(self._lookups, description)
            response = answer(rdf.write((*description.quads, *around), asked.form), asked, path, tag)
        else:
            named = await labels(self._lookups, terms_of(description), asked.language)
            body = thing_page(description, named, rdf.FORMATS, path, asked.language)
            response = answer(body, asked, path, tag)
        response.headers["Link"] = ", ".join([response.headers["Link"], *_neighbours(description, asked, path)])
        return response

    async def graph(self, request: Request) -> Response | StreamedAnswer:
        """A named graph: what it holds and where from; in RDF, all its statements."""
        asked = wanted(request, request.path_params["reference"])
        tag = page_tag(request, self._lookups.release, asked)
        if (held := unchanged(request, tag)) is not None:
            return held
        graph = NamedNode(GRAPH + quote(asked.reference, safe="-._~:;,=@!$'()*+&/"))
        classes = await self._lookups.rows("graph-classes", graph=graph)
        if not classes:
            raise NotFound(request.url.path)
        path = local_path(graph.value) or ""
        if asked.form.rdf is not None:
            return self._statements(graph, asked, path, tag)
        sources = await self._lookups.rows("graph-sources", graph=graph, limit=_SOURCES)
        shown = [term for row in (*classes, *sources) for term in row.values()]
        named = await labels(self._lookups, shown, asked.language)
        return answer(graph_page(graph.value, classes, sources, named, asked.language, path), asked, path, tag)

    def _statements(self, graph: NamedNode, asked: Wanted, path: str, tag: str) -> StreamedAnswer:
        """All statements of a graph, as they come from the store."""

        async def start() -> Blocks:
            if asked.form.suffix != "trig":
                return await self._lookups.stream("graph", asked.form.media_type, graph=graph)
            return GraphBlocks(graph, await self._lookups.stream("graph", N_TRIPLES, graph=graph))

        headers = page_headers(asked, path, tag)
        # What is said of the graph itself stands with the release, in a format without graphs too.
        headers["Link"] += f', </release/{self._lookups.release}>; rel="describedby"'
        return StreamedAnswer(start, lambda blocks: headers)


def _parameters(request: Request) -> tuple[str, str]:
    return request.path_params["kind"], request.path_params["reference"]


def _page(request: Request) -> int:
    """Which page of what points to a thing is asked for, from 1; raises InvalidParameters."""
    given = request.query_params.get(INCOMING_PAGE, "1")
    if not (given.isascii() and given.isdigit() and 0 < len(given) < 7 and int(given)):
        raise InvalidParameters([(INCOMING_PAGE, "is no number of a page: 1, 2, 3 …")])
    return int(given)


def _neighbours(description: Description, asked: Wanted, path: str) -> Iterator[str]:
    """Links to the pages before and after this one."""
    address = quote(f"{path}.{asked.form.suffix}", safe="/-._~:;,=@!$'()*+&%")
    if description.page > 1:
        yield f'<{address}?{INCOMING_PAGE}={description.page - 1}>; rel="prev"'
    if description.page < description.pages:
        yield f'<{address}?{INCOMING_PAGE}={description.page + 1}>; rel="next"'


def _tail(thing: NamedNode) -> str:
    path = local_path(thing.value) or ""
    return path.removeprefix("/doc/")
