"""How a release was made, as PROV: what went in, with digests, by which software; and where each graph is from."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import quote

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.graph.catalogue.words import LICENSE, MAKER, NAME, TYPE, count, dataset_iri, maker, rights, state
from ctgraph.identifiers import iri
from ctgraph.namespaces import BASE, DCTERMS, DEF, GRAPH, PROV, RDFS, SPDX, VOID, XSD

_SHA256: Final = NamedNode(SPDX + "checksumAlgorithm_sha256")


class Ingredient(Struct, frozen=True):
    """A file that went in: its name without folders, the SHA-256 of its bytes, the id of the paper if it is one."""

    name: str
    sha256: str
    document: str


def build_record(
    release: str, software: str, ended: str, ingredients: Iterable[Ingredient], graphs: Mapping[str, int]
) -> list[Quad]:
    """The release, the activity that made it, what that used, and each named graph with its source and licence.

    `ended` is the time at which the build ended (ISO 8601 with a zone), `graphs` counts statements by IRI.
    """
    dataset = dataset_iri(release)
    activity, agent = NamedNode(f"{dataset.value}#build"), NamedNode(f"{BASE}#ctgraph-{quote(software, safe='')}")
    used = list(ingredients)
    papers = {each.document for each in used}
    return [
        *maker(),
        *state(dataset, TYPE, NamedNode(PROV + "Entity")),
        *state(dataset, NamedNode(PROV + "wasGeneratedBy"), activity),
        *state(dataset, NamedNode(PROV + "wasAttributedTo"), MAKER),
        *rights(dataset),
        *state(activity, TYPE, NamedNode(PROV + "Activity")),
        *state(activity, NamedNode(PROV + "wasAssociatedWith"), agent),
        *_ended(activity, ended),
        *state(agent, TYPE, NamedNode(PROV + "SoftwareAgent")),
        *state(agent, NamedNode(RDFS + "label"), Literal(f"{NAME} {software}")),
        *state(agent, NamedNode(DEF + "softwareVersion"), Literal(software)),
        *state(agent, NamedNode(PROV + "actedOnBehalfOf"), MAKER),
        *(quad for each in used for quad in _ingredient(dataset, activity, each)),
        *(quad for graph, number in sorted(graphs.items()) for quad in _graph(dataset, graph, number, papers)),
    ]


def _ended(activity: NamedNode, ended: str) -> Iterator[Quad]:
    if ended:
        time = Literal(ended, datatype=NamedNode(XSD + "dateTime"))
        yield from state(activity, NamedNode(PROV + "endedAtTime"), time)


def _ingredient(dataset: NamedNode, activity: NamedNode, given: Ingredient) -> Iterator[Quad]:
    node = NamedNode(f"{dataset.value}#input-{quote(given.sha256, safe='')}")
    checksum = NamedNode(f"{node.value}-sha256")
    yield from state(activity, NamedNode(PROV + "used"), node)
    yield from state(node, TYPE, NamedNode(PROV + "Entity"))
    yield from state(node, NamedNode(DCTERMS + "title"), Literal(given.name))
    yield from state(node, NamedNode(SPDX + "checksum"), checksum)
    yield from state(checksum, TYPE, NamedNode(SPDX + "Checksum"))
    yield from state(checksum, NamedNode(SPDX + "algorithm"), _SHA256)
    value = Literal(given.sha256, datatype=NamedNode(XSD + "hexBinary"))
    yield from state(checksum, NamedNode(SPDX + "checksumValue"), value)
    if given.document:
        yield from state(node, NamedNode(PROV + "specializationOf"), NamedNode(iri("document", given.document)))


def _graph(dataset: NamedNode, graph: str, number: int, papers: Container[str]) -> Iterator[Quad]:
    """A named graph: how many statements, under which licence, and the paper that it was read from, if it was one."""
    node = NamedNode(graph)
    identifier = graph.removeprefix(GRAPH).partition("/")[2]
    yield from state(dataset, NamedNode(VOID + "subset"), node)
    yield from state(node, TYPE, NamedNode(VOID + "Dataset"))
    yield from count(node, "triples", number)
    yield from state(node, NamedNode(DCTERMS + "license"), LICENSE)
    yield from state(node, NamedNode(DCTERMS + "rights"), NamedNode(f"{dataset.value}#rights"))
    if identifier in papers:
        yield from state(node, NamedNode(DCTERMS + "source"), NamedNode(iri("document", identifier)))
