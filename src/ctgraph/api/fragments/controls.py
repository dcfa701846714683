"""The metadata and hypermedia controls of a fragment: what it is a part of, how much there is, where to go on.

Terms of Hydra and VoID as the Triple and Quad Pattern Fragments specifications want them
(https://linkeddatafragments.org/specification/quad-pattern-fragments/). In formats with graphs they stand in a graph
of their own, so that they never mix with the data.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.api.fragments.pattern import COMPONENTS, DEFAULT_GRAPH
from ctgraph.namespaces import DCTERMS, FOAF, HYDRA, RDF, SD, VOID, XSD

PATH: Final = "/fragments"
_MAPPED: Final = dict(zip(COMPONENTS, (RDF + "subject", RDF + "predicate", RDF + "object", SD + "graph"), strict=True))
_SAFE: Final = "/?:@!$&'()*+,;=-._~%"
"""What may stand in a query string as it is; a client knows its fragment by the very address that it asked."""


class Place(Struct, frozen=True):
    """Where a fragment stands: the address of the server, the query string as sent, and the number of the page."""

    base: str
    query: str
    page: int

    @property
    def fragment(self) -> str:
        """The address of the fragment, which is that of its first page."""
        kept = [part for part in self.query.split("&") if part and part.partition("=")[0] != "page"]
        return self.base + PATH + (f"?{quote('&'.join(kept), safe=_SAFE)}" if kept else "")

    def at(self, page: int) -> str:
        """The address of a page."""
        if page == 1:
            return self.fragment
        return f"{self.fragment}{'&' if '?' in self.fragment else '?'}page={page}"

    def local(self, page: int) -> str:
        """The path of a page on this server."""
        return self.at(page).removeprefix(self.base)


class Part(Struct, frozen=True):
    """A page of a fragment: its statements, about how many the whole fragment has, and whether another page follows."""

    place: Place
    quads: tuple[Quad, ...]
    total: int
    more: bool


def metadata(part: Part, size: int) -> list[Quad]:
    """What a page of at most `size` statements says of itself, in its own graph."""
    place = part.place
    here = place.at(place.page)
    graph = NamedNode(f"{here}#metadata")
    dataset = f"{place.base}{PATH}#dataset"
    stated = [
        (graph.value, FOAF + "primaryTopic", NamedNode(here)),
        *_search(place.base, dataset),
        (dataset, VOID + "subset", NamedNode(place.fragment)),
        (place.fragment, RDF + "type", NamedNode(HYDRA + "Collection")),
        (place.fragment, DCTERMS + "source", NamedNode(dataset)),
        (place.fragment, VOID + "triples", _number(part.total)),
        (place.fragment, HYDRA + "totalItems", _number(part.total)),
        (place.fragment, HYDRA + "view", NamedNode(here)),
        (here, RDF + "type", NamedNode(HYDRA + "PartialCollectionView")),
        (here, HYDRA + "itemsPerPage", _number(size)),
        (here, HYDRA + "first", NamedNode(place.fragment)),
    ]
    if place.page > 1:
        stated.append((here, HYDRA + "previous", NamedNode(place.at(place.page - 1))))
    if part.more:
        stated.append((here, HYDRA + "next", NamedNode(place.at(place.page + 1))))
    return [Quad(NamedNode(subject), NamedNode(predicate), value, graph) for subject, predicate, value in stated]


def _search(base: str, dataset: str) -> Iterator[tuple[str, str, NamedNode | Literal]]:
    """The form by which any other fragment is asked for."""
    search = f"{base}{PATH}#search"
    yield dataset, RDF + "type", NamedNode(VOID + "Dataset")
    yield dataset, RDF + "type", NamedNode(HYDRA + "Collection")
    yield dataset, SD + "defaultGraph", DEFAULT_GRAPH
    yield dataset, HYDRA + "search", NamedNode(search)
    yield search, RDF + "type", NamedNode(HYDRA + "IriTemplate")
    yield search, HYDRA + "template", Literal(f"{base}{PATH}{{?{','.join(COMPONENTS)}}}")
    yield search, HYDRA + "variableRepresentation", NamedNode(HYDRA + "ExplicitRepresentation")
    for name, property_ in _MAPPED.items():
        mapping = f"{base}{PATH}#{name}"
        yield search, HYDRA + "mapping", NamedNode(mapping)
        yield mapping, RDF + "type", NamedNode(HYDRA + "IriTemplateMapping")
        yield mapping, HYDRA + "variable", Literal(name)
        yield mapping, HYDRA + "property", NamedNode(property_)


def _number(count: int) -> Literal:
    return Literal(str(count), datatype=NamedNode(XSD + "integer"))
