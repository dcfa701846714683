"""Triple and Quad Pattern Fragments at /fragments, for clients that answer queries by themselves.

A format with graphs (TriG, N-Quads) and HTML give the quads of the named graphs; one without gives triples, each once.
`graph=urn:ldf:defaultGraph` asks for the union of all graphs in any format.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ctgraph.api import rdf
from ctgraph.api.asking import Lookups, Row, Value
from ctgraph.api.fragments.controls import PATH, Part, Place, metadata
from ctgraph.api.fragments.fragment_page import fragment_page
from ctgraph.api.fragments.pattern import COMPONENTS, DEFAULT_GRAPH, Pattern, Term, pattern, read_component
from ctgraph.api.paging import whole_number
from ctgraph.api.parameters import ANYWHERE, Parameters
from ctgraph.api.responses import VARY, page_tag, unchanged, wanted
from ctgraph.api.things import labels

PAGE_SIZE: Final = 100
COUNTED: Final = 1_000_000
"""No more than this is counted of one pattern; a larger fragment says that it has this many."""
_KEPT_COUNTS: Final = 10_000
_LAST_PAGE: Final = 10_000_000
_FORMATS: Final = (
    rdf.BY_SUFFIX["html"],
    rdf.BY_SUFFIX["trig"],
    rdf.PageFormat("nq", "application/n-quads", "N-Quads", RdfFormat.N_QUADS),
    rdf.BY_SUFFIX["ttl"],
    rdf.BY_SUFFIX["nt"],
)


class Fragments:
    """Answers /fragments."""

    def __init__(self, lookups: Lookups) -> None:
        self._lookups = lookups
        self._counts: OrderedDict[tuple[str, str, Pattern], int] = OrderedDict()

    def routes(self) -> Sequence[Route]:
        return (Route(PATH, self.fragment),)

    async def fragment(self, request: Request) -> Response:
        """A page of the statements that fit a pattern, with the way to every other."""
        asked = wanted(request, "fragments", _FORMATS)
        parameters = Parameters(request)
        parameters.refuse_unknown((*COMPONENTS, "page", *ANYWHERE))
        terms = {name: _component(parameters, name) for name in COMPONENTS}
        number = parameters.read("page", lambda: _page_number(parameters.value("page")), 1)
        parameters.check()
        tag = page_tag(request, self._lookups.release, asked)
        if (held := unchanged(request, tag)) is not None:
            return held
        sought = pattern(terms)
        with_graphs = asked.form.suffix in (*rdf.WITH_GRAPHS, "html") and sought.graph != DEFAULT_GRAPH
        quads, more = await self._page(sought, with_graphs, number)
        total = max(await self._count(sought, with_graphs), (number - 1) * PAGE_SIZE + len(quads))
        part = Part(Place(str(request.base_url).rstrip("/"), request.url.query, number), quads, total, more)
        headers = {"ETag": tag, "Vary": VARY, "Content-Type": asked.form.content_type}
        if more:
            headers["Link"] = f'<{part.place.at(number + 1)}>; rel="next"'
        if asked.form.rdf is not None:
            return Response(rdf.write([*quads, *metadata(part, PAGE_SIZE)], asked.form), 200, headers)
        named = await labels(self._lookups, [term for quad in quads for term in _terms(quad)], asked.language)
        given = {name: parameters.value(name) or "" for name in COMPONENTS}
        return Response(fragment_page(part, given, named, asked.language), 200, headers)

    async def _page(self, sought: Pattern, with_graphs: bool, number: int) -> tuple[tuple[Quad, ...], bool]:
        """The statements of a page, and whether another follows."""
        places: dict[str, Value] = dict(sought.terms())
        template = _template(sought, with_graphs)
        offset = (number - 1) * PAGE_SIZE
        rows = await self._lookups.rows(template, **places, limit=PAGE_SIZE + 1, offset=offset)
        return tuple(_quad(row, sought, with_graphs) for row in rows[:PAGE_SIZE]), len(rows) > PAGE_SIZE

    async def _count(self, sought: Pattern, with_graphs: bool) -> int:
        """How many statements fit; counted once a release."""
        template = _template(sought, with_graphs)
        key = (self._lookups.release, template, sought)
        if key not in self._counts:
            places: dict[str, Value] = dict(sought.terms())
            [row] = await self._lookups.rows(f"{template}-count", **places, limit=COUNTED)
            self._counts[key] = int(row["count"].value)
            if len(self._counts) > _KEPT_COUNTS:
                self._counts.popitem(last=False)
        return self._counts[key]


def _component(parameters: Parameters, name: str) -> Term | None:
    return parameters.read(name, lambda: read_component(name, parameters.value(name)), None)


def _page_number(given: str | None) -> int:
    return 1 if given is None else whole_number(given, _LAST_PAGE)


def _template(sought: Pattern, with_graphs: bool) -> str:
    """Triples of one graph stand in no other, so that they are asked for as quads."""
    return "fragment-quads" if with_graphs or sought.graph not in (None, DEFAULT_GRAPH) else "fragment-triples"


def _quad(row: Row, sought: Pattern, with_graphs: bool) -> Quad:
    """A statement out of a row, which leaves out what the pattern gave."""
    terms = {**row, **sought.terms()}
    subject, predicate, graph = terms["subject"], terms["predicate"], terms.get("graph")
    assert isinstance(subject, NamedNode)
    assert isinstance(predicate, NamedNode)
    named = graph if isinstance(graph, NamedNode) and with_graphs else DefaultGraph()
    return Quad(subject, predicate, terms["object"], named)


def _terms(quad: Quad) -> list[NamedNode]:
    parts = (quad.subject, quad.predicate, quad.object, quad.graph_name)
    return [part for part in parts if isinstance(part, NamedNode)]
