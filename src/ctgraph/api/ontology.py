"""The words of the data: /def (the ontology, hash IRIs), its JSON-LD context, /shape, and the value lists at /concept.

The ontology's terms, values and shapes come from the release; what stands beside them (context, alignments, examples)
from the files that this version ships.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final
from urllib.parse import quote

from anyio import to_thread
from pyoxigraph import Literal, NamedNode, Quad
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ctgraph import assets
from ctgraph.api import rdf
from ctgraph.api.asking import Lookups
from ctgraph.api.headers import entity_tag
from ctgraph.api.markup import Markup, element, join, page, table
from ctgraph.api.ontology_examples import read_examples
from ctgraph.api.ontology_page import CONTEXT, Beside, ontology_page
from ctgraph.api.responses import VARY, Wanted, answer, page_tag, redirect, unchanged, wanted
from ctgraph.api.thing_page import alternates, format_links, term
from ctgraph.api.things import existing, labels, read_quads
from ctgraph.api.wording import Language, word
from ctgraph.errors import NotFound
from ctgraph.graph.alignments import read_alignments
from ctgraph.graph.vocabulary import read_vocabulary
from ctgraph.namespaces import BASE, RDF, RDFS, SH, SHAPE, SKOS

_TYPE: Final = NamedNode(RDF + "type")
_SHAPE: Final = frozenset({NamedNode(SH + "NodeShape"), NamedNode(SH + "PropertyShape")})
_NAMES: Final = (NamedNode(RDFS + "label"), NamedNode(SKOS + "prefLabel"), NamedNode(SH + "name"))
_MEANINGS: Final = (
    NamedNode(SKOS + "definition"), NamedNode(RDFS + "comment"), NamedNode(SH + "message"),
    NamedNode(SH + "description"),
)  # fmt: skip

_KEPT: Final = 16
"""How many drawings of the ontology are kept: its formats and languages, on this release and the last one."""


class Ontology:
    """The routes of the ontology of the release that answers."""

    def __init__(self, lookups: Lookups) -> None:
        self._lookups = lookups
        self._drawn: dict[str, bytes] = {}

    def routes(self) -> Sequence[Route]:
        return (
            Route("/def", self.definitions),
            Route("/def.{suffix}", self.definitions),
            Route(CONTEXT, self.context),
            Route("/def/{version}", self.version),
            Route("/shape", self.shapes),
            Route("/shape.{suffix}", self.shapes),
            Route("/concept", self.schemes),
        )

    async def definitions(self, request: Request) -> Response:
        """The whole ontology: hash IRIs, so that each term is a fragment of this one page."""
        asked = _asked(request)
        tag = entity_tag(page_tag(request, self._lookups.release, asked), _shipped_digest())
        if (held := unchanged(request, tag)) is not None:
            return held
        if tag not in self._drawn:
            rows = await self._lookups.rows("ontology")
            values = [] if asked.form.rdf is not None else await self._lookups.rows("ontology-values")
            self._drawn[tag] = await to_thread.run_sync(_draw_definitions, read_quads([*rows, *values]), asked)
            while len(self._drawn) > _KEPT:
                self._drawn.pop(next(iter(self._drawn)))
        return answer(self._drawn[tag], asked, "/def", tag)

    async def context(self, request: Request) -> Response:
        """The JSON-LD context of the ontology, for JSON by the names of our terms."""
        text = _file("context.jsonld")
        tag = entity_tag(text)
        if (held := unchanged(request, tag)) is not None:
            return held
        return Response(text, 200, {"ETag": tag, "Vary": VARY}, "application/ld+json")

    async def version(self, request: Request) -> Response:
        """The IRI of the version that the release holds leads to the ontology; others are not kept here."""
        address = f"{BASE}def/{quote(request.path_params['version'], safe='.-')}"
        if not await existing(self._lookups, [address]):
            raise NotFound(request.url.path)
        return redirect(303, "/def")

    async def shapes(self, request: Request) -> Response:
        """The SHACL shapes that the release passes."""
        asked = _asked(request)
        tag = page_tag(request, self._lookups.release, asked)
        if (held := unchanged(request, tag)) is not None:
            return held
        quads = read_quads(await self._lookups.rows("shapes"))
        if asked.form.rdf is not None:
            return answer(rdf.write(quads, asked.form), asked, "/shape", tag)
        body = [_listing(quads, "shapes", _SHAPE, SHAPE, asked.language)]
        return answer(_page("shapes", "/shape", body, asked.language), asked, "/shape", tag)

    async def schemes(self, request: Request) -> Response:
        """The schemes of values, each with a link."""
        html = (rdf.BY_SUFFIX["html"],)
        asked = wanted(request, "/concept", html)
        tag = page_tag(request, self._lookups.release, asked)
        if (held := unchanged(request, tag)) is not None:
            return held
        rows = await self._lookups.rows("schemes")
        named = await labels(self._lookups, (row["scheme"] for row in rows), asked.language)
        listing = table(
            (word("name", asked.language), word("count", asked.language)),
            ((term(row["scheme"], named), row["count"].value) for row in rows),
            word("concepts", asked.language),
        )
        body = page(word("concepts", asked.language), listing, language=asked.language)
        return answer(body, asked, "/concept", tag, html)


def _draw_definitions(quads: Sequence[Quad], asked: Wanted) -> bytes:
    if asked.form.rdf is not None:
        return rdf.write(quads, asked.form)
    return ontology_page(read_vocabulary(quads), _beside(), asked.language)


def _asked(request: Request) -> Wanted:
    asked = wanted(request, request.url.path)
    if "." in asked.reference:
        raise NotFound(request.url.path)
    return asked


def _file(name: str) -> str:
    """The text of one of the ontology's files."""
    return (assets.folder("ontology") / name).read_text(encoding="utf-8")


@cache
def _beside() -> Beside:
    """What this version ships beside the ontology itself."""
    folder = assets.folder("ontology")
    return Beside(
        read_alignments(folder / "alignments"), read_examples(folder / "examples"), _file("examples/kst-99999-12.txt")
    )


@cache
def _shipped_digest() -> str:
    """A digest of what stands beside the ontology: another version may tell the same release with other examples."""
    return entity_tag(repr(_beside()))


def _page(title: str, path: str, body: Sequence[Markup], language: Language) -> bytes:
    return page(
        word(title, language),
        format_links(path, rdf.FORMATS, language),
        *body,
        head=alternates(path, rdf.FORMATS),
        language=language,
    )


def _listing(
    quads: Sequence[Quad], title: str, types: frozenset[NamedNode], namespace: str, language: Language
) -> Markup:
    """The terms of some types in our namespace: name, labels and meaning in both languages."""
    about: dict[str, list[Quad]] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode):
            about.setdefault(quad.subject.value, []).append(quad)
    own = [
        address
        for address, said in sorted(about.items())
        if any(quad.predicate == _TYPE and quad.object in types for quad in said)
    ]
    rows = (
        (_anchor(address, namespace), _texts(about[address], _NAMES), _texts(about[address], _MEANINGS))
        for address in own
    )
    heads = ("IRI", word("name", language), word("meaning", language))
    return element("section", element("h2", word(title, language)), table(heads, rows, word(title, language)))


def _anchor(address: str, namespace: str) -> Markup:
    local = address.removeprefix(namespace)
    return element("code", local, id=local) if address.startswith(namespace) else element("code", address)


def _texts(quads: Sequence[Quad], predicates: Sequence[NamedNode]) -> Markup:
    literals = [quad.object for quad in quads if quad.predicate in predicates and isinstance(quad.object, Literal)]
    ordered = sorted(literals, key=lambda literal: (literal.language or "", literal.value))
    return join([element("p", literal.value, lang=literal.language) for literal in ordered])
