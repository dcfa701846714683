"""Small RDF graphs as answers: the formats that pages of things come in, and how they are written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct
from pyoxigraph import Quad, RdfFormat, Triple, serialize

from ctgraph.namespaces import PREFIXES

HTML: Final = "text/html"


def content_type(media_type: str) -> str:
    """The Content-Type header for a media type; with the charset only where the type is a text."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


class PageFormat(Struct, frozen=True):
    """A format of a resource page: the suffix that asks for it, its media type and its name for people."""

    suffix: str
    media_type: str
    name: str
    rdf: RdfFormat | None = None

    @property
    def content_type(self) -> str:
        """The Content-Type header of the format."""
        return content_type(self.media_type)


FORMATS: Final = (
    PageFormat("html", HTML, "HTML"),
    PageFormat("ttl", "text/turtle", "Turtle", RdfFormat.TURTLE),
    PageFormat("jsonld", "application/ld+json", "JSON-LD", RdfFormat.JSON_LD),
    PageFormat("nt", "application/n-triples", "N-Triples", RdfFormat.N_TRIPLES),
    PageFormat("rdf", "application/rdf+xml", "RDF/XML", RdfFormat.RDF_XML),
    PageFormat("trig", "application/trig", "TriG", RdfFormat.TRIG),
)
TRIPLE_FORMATS: Final = FORMATS[1:5]
WITH_GRAPHS: Final = frozenset({"trig", "nq"})
"""The suffixes of formats in which each statement keeps its graph."""
BY_TYPE: Final = {form.media_type: form for form in FORMATS}
BY_SUFFIX: Final = {form.suffix: form for form in FORMATS}


def write(quads: Iterable[Quad], form: PageFormat) -> bytes:
    """The quads in a format, sorted; without their graphs, each triple once, unless it is one of `WITH_GRAPHS`."""
    assert form.rdf is not None
    ordered = sorted(set(quads), key=str)
    content: list[Quad] | list[Triple] = ordered
    if form.suffix not in WITH_GRAPHS:
        content = sorted({quad.triple for quad in ordered}, key=str)
    written = serialize(content, format=form.rdf, prefixes=_used(ordered)) or b""
    return _in_order(written) if form.suffix in {"ttl", "trig"} else written


def _used(quads: Iterable[Quad]) -> dict[str, str]:
    """The prefixes that the quads use, with which a text is shorter."""
    text = "\n".join(str(quad) for quad in quads)
    return {name: namespace for name, namespace in PREFIXES.items() if namespace in text}


def _in_order(turtle: bytes) -> bytes:
    """The same text with its prefixes sorted, since pyoxigraph writes them in no order of its own."""
    lines = turtle.splitlines(keepends=True)
    count = next((index for index, line in enumerate(lines) if not line.startswith(b"@prefix ")), len(lines))
    return b"".join([*sorted(lines[:count]), *lines[count:]])
