"""The versions that releases gave to things, as a Linked Data Event Stream in RDF.

Terms of TREE (https://w3id.org/tree/specification) and LDES 1.0 (https://w3id.org/ldes/specification). A member is what
one release says of one thing, under an IRI of its own; the stream says by which properties a member names its thing and
its time, and by which types it tells a new thing from a changed one and one that is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import Final

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from ctgraph.graph.catalogue.words import LICENSE, TITLE, state
from ctgraph.identifiers import change_iri, stream_iri
from ctgraph.namespaces import AS, DCTERMS, LDES, RDF, TREE, VOID, XSD
from ctgraph.store.changed import Version

PATH: Final = "/feed/ldes"
WHOLE: Final = "start"
"""Stands in an address for the release before, where there is none: the release is told whole."""
_TYPE: Final = NamedNode(RDF + "type")
_CREATED: Final = NamedNode(DCTERMS + "created")
_VERSION_OF: Final = NamedNode(DCTERMS + "isVersionOf")
_DONE: Final = MappingProxyType({"new": "Create", "changed": "Update", "removed": "Delete"})
"""The word that Activity Streams has for what befell a thing, by status."""


class Step(Struct, frozen=True):
    """What one release changed: its id, that of the release before (`WHOLE` for none), and when it was built."""

    release: str
    since: str
    time: str

    def path(self, page: int) -> str:
        """Where a page of it lies on this server."""
        return f"{PATH}/{self.release}/{self.since}/{page}"


def root(base: str, steps: Sequence[Step]) -> list[Quad]:
    """The view that leads to every release, and what the stream is; `base` is the address of the server."""
    stream, here = NamedNode(stream_iri()), NamedNode(base + PATH)
    quads = [
        *_view(stream, here),
        *state(stream, NamedNode(DCTERMS + "title"), *TITLE),
        *state(stream, NamedNode(DCTERMS + "license"), LICENSE),
        *state(stream, NamedNode(LDES + "timestampPath"), _CREATED),
        *state(stream, NamedNode(LDES + "versionOfPath"), _VERSION_OF),
        *state(here, _TYPE, NamedNode(TREE + "Node")),
    ]
    for word in _DONE.values():
        quads += state(stream, NamedNode(f"{LDES}version{word}Path"), _TYPE)
        quads += state(stream, NamedNode(f"{LDES}version{word}Object"), NamedNode(AS + word))
    for step in steps:
        quads += _relations(here, NamedNode(base + step.path(1)), step)
    return quads


def fragment(base: str, step: Step, page: int, members: Iterable[Version], more: bool) -> list[Quad]:
    """A page of what one release changed; once made it stays as it is."""
    stream, here = NamedNode(stream_iri()), NamedNode(base + step.path(page))
    quads = [
        *_view(stream, NamedNode(base + PATH)),
        *state(stream, NamedNode(VOID + "subset"), here),
        *state(here, _TYPE, NamedNode(TREE + "Node")),
    ]
    for version in members:
        quads += _member(stream, step, version)
    if more:
        quads += _relations(here, NamedNode(base + step.path(page + 1)), step)
    return quads


def _view(stream: NamedNode, view: NamedNode) -> Iterator[Quad]:
    yield from state(stream, _TYPE, NamedNode(LDES + "EventStream"))
    yield from state(stream, NamedNode(TREE + "view"), view)


def _relations(here: NamedNode, there: NamedNode, step: Step) -> Iterator[Quad]:
    """Two relations to one page, of which both hold: every member there is of the time of that release."""
    for kind in ("GreaterThanOrEqualTo", "LessThanOrEqualTo"):
        relation = NamedNode(f"{here.value}#{step.release}-{kind}")
        yield from state(here, NamedNode(TREE + "relation"), relation)
        yield from state(relation, _TYPE, NamedNode(f"{TREE}{kind}Relation"))
        yield from state(relation, NamedNode(TREE + "path"), _CREATED)
        yield from state(relation, NamedNode(TREE + "value"), _time(step))
        yield from state(relation, NamedNode(TREE + "node"), there)


def _member(stream: NamedNode, step: Step, version: Version) -> Iterator[Quad]:
    """The statements about a thing, made about this version of it."""
    member = NamedNode(change_iri(step.release, version.iri))
    yield from state(stream, NamedNode(TREE + "member"), member)
    yield from state(member, _TYPE, NamedNode(AS + _DONE[version.status]))
    yield from state(member, _VERSION_OF, NamedNode(version.iri))
    yield from state(member, _CREATED, _time(step))
    for quad in parse(b"".join(line + b" .\n" for line in version.said), RdfFormat.N_TRIPLES):
        yield Quad(member, quad.predicate, quad.object)


def _time(step: Step) -> Literal:
    return Literal(step.time, datatype=NamedNode(XSD + "dateTime"))
