"""A release of the specimen of the questions, and of words that are hard to write."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.namespaces import BASE, DCTERMS, XSD
from ctgraph.settings import Settings
from ctgraph.store.manifest import Input, Refused
from ctgraph.store.releases import Release
from ctgraph.store.writing import Contents, ReleaseWriter
from questions.engines import specimen_quads

_THING = NamedNode(BASE + "id/document/kst-1-1/é%20ş")
_GRAPHS = (NamedNode(BASE + "graph/register/a"), NamedNode(BASE + "graph/text/b"))
_LITERALS = (
    Literal('"quoted", \\ back\\slash\r\n\ttab and line\n'),
    Literal("Yeşilgöz – « ş » \U0001f5f3"),
    Literal("=1+1"),
    Literal("", language="nl"),
    Literal("colour", language="en-gb"),
    Literal("007", datatype=NamedNode(XSD + "integer")),
    Literal("1.50", datatype=NamedNode(XSD + "decimal")),
    Literal("true", datatype=NamedNode(XSD + "boolean")),
    Literal("1E0", datatype=NamedNode(XSD + "double")),
    Literal("2022-07-06", datatype=NamedNode(XSD + "date")),
)


def quads() -> tuple[Quad, ...]:
    """What the release holds: the specimen, and each hard literal in two graphs."""
    title = NamedNode(DCTERMS + "description")
    hard = (Quad(_THING, title, literal, graph) for literal in _LITERALS for graph in _GRAPHS)
    return (*specimen_quads(), *hard)


def usual_quads() -> tuple[Quad, ...]:
    """The same, but for numbers in forms that stores rewrite, as "007": a build writes none."""
    numbers = {NamedNode(XSD + name) for name in ("integer", "decimal", "double")}
    hard = {literal for literal in _LITERALS if literal.datatype in numbers}
    return tuple(quad for quad in quads() if quad.object not in hard)


def write(folder: Path, held: tuple[Quad, ...] | None = None) -> Release:
    """Write a release of these quads, or of all, and make it the current one of that data folder."""
    contents = Contents(
        quads=quads() if held is None else held,
        software_version="0.1.0",
        texts=("a text\n",),
        documents=2,
        inputs=(Input("/home/someone/letters/kst-36999-12.txt", "d0", "kst-36999-12"),),
        refused=(Refused("/home/someone/letters/broken.pdf", "it is empty"),),
        run={"seconds": 1.5},
    )
    with ReleaseWriter(Settings(data=folder)) as writer:
        return writer.write(contents)
