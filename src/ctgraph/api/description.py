"""What this service says of itself in RDF: the SPARQL service description."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.namespaces import BASE, RDF, SD, VOID, XSD

_FORMATS: Final = "http://www.w3.org/ns/formats/"
_RESULT_FORMATS: Final = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "JSON-LD", "RDF_XML", "TriG", "N-Quads",
)  # fmt: skip
_TYPE: Final = NamedNode(RDF + "type")


def service_description(endpoint: str, graphs: Sequence[str]) -> list[Quad]:
    """The service at `endpoint`, its formats, and the dataset with its named graphs.

    The default graph is the union of the named ones, and says so. Federation is off, so it is not named.
    """
    service = NamedNode(endpoint)
    dataset, default = NamedNode(f"{endpoint}#dataset"), NamedNode(f"{endpoint}#default-graph")
    quads = [
        *_state(service, _TYPE, NamedNode(SD + "Service")),
        *_state(service, NamedNode(SD + "endpoint"), service),
        *_state(service, NamedNode(SD + "supportedLanguage"), NamedNode(SD + "SPARQL11Query")),
        *_state(service, NamedNode(SD + "feature"), NamedNode(SD + "UnionDefaultGraph")),
        *_state(service, NamedNode(SD + "resultFormat"), *(NamedNode(_FORMATS + name) for name in _RESULT_FORMATS)),
        *_state(service, NamedNode(SD + "defaultDataset"), dataset),
        *_state(dataset, _TYPE, NamedNode(SD + "Dataset")),
        *_state(dataset, NamedNode(SD + "defaultGraph"), default),
        *_state(default, _TYPE, NamedNode(SD + "Graph")),
    ]
    for graph in graphs:
        named = NamedNode(f"{endpoint}#{graph.removeprefix(BASE)}")
        quads += _state(dataset, NamedNode(SD + "namedGraph"), named)
        quads += _state(named, _TYPE, NamedNode(SD + "NamedGraph"))
        quads += _state(named, NamedNode(SD + "name"), NamedNode(graph))
    return quads


def _state(subject: NamedNode, predicate: NamedNode, *objects: NamedNode | Literal) -> Iterator[Quad]:
    return (Quad(subject, predicate, value) for value in objects)


def _count(subject: NamedNode, name: str, number: int) -> Iterator[Quad]:
    value = Literal(str(number), datatype=NamedNode(XSD + "integer"))
    return _state(subject, NamedNode(VOID + name), value)
