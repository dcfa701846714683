"""What the descriptions of the dataset share: its names, its licence and rights, and how a statement is made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.namespaces import BASE, DCTERMS, FOAF, RDF, RDFS, RELEASE, VOID, XSD

LICENSE: Final = NamedNode("https://creativecommons.org/publicdomain/zero/1.0/")
TYPE: Final = NamedNode(RDF + "type")
MAKER: Final = NamedNode(BASE + "#maker")
"""Who made the data: the project. Who serves it is for the catalogue of a server to say."""
NAME: Final = "ctgraph"
TITLE: Final = (
    Literal("ctgraph: moties, toezeggingen en verwijzingen in Kamerstukken over terrorismebestrijding", language="nl"),
    Literal("ctgraph: motions, commitments and references in Dutch papers on counterterrorism", language="en"),
)
ABOUT: Final = (
    Literal(
        "Een kennisgraaf van Nederlandse Kamerstukken over terrorismebestrijding. Elke uitspraak leidt terug naar de "
        "woorden van een stuk, of naar een rij van het register en de bron daarvan.",
        language="nl",
    ),
    Literal(
        "A knowledge graph of Dutch parliamentary papers on counterterrorism. Every statement leads back to the words "
        "of a paper, or to a row of the register and its source.",
        language="en",
    ),
)
_RIGHTS: Final = (
    Literal(
        "Het register, de ontologie en wat deze graaf eruit afleidt vallen onder CC0 1.0. Citaten blijven woorden van "
        "de stukken waaruit zij komen; wat bij de genoemde bronnen staat, hoort niet bij deze verklaring.",
        language="nl",
    ),
    Literal(
        "The register, the ontology and what this graph derives from them are under CC0 1.0. Quotations stay the words "
        "of the papers that they come from; what stands at the sources named is not part of this dedication.",
        language="en",
    ),
)


def dataset_iri(release: str) -> NamedNode:
    """The dataset as of one release."""
    return NamedNode(RELEASE + release)


def piece(dataset: NamedNode, name: str) -> NamedNode:
    """Something of a dataset: a fragment of its IRI, or more of the fragment if it is one itself."""
    return NamedNode(f"{dataset.value}{'/' if '#' in dataset.value else '#'}{name}")


def state(subject: NamedNode, predicate: NamedNode, *objects: NamedNode | Literal) -> Iterator[Quad]:
    """A statement for each object."""
    return (Quad(subject, predicate, value) for value in objects)


def count(subject: NamedNode, name: str, number: int) -> Iterator[Quad]:
    """A figure by the name that VoID has for it."""
    return state(subject, NamedNode(VOID + name), Literal(str(number), datatype=NamedNode(XSD + "integer")))


def maker() -> Iterator[Quad]:
    """The maker as an agent."""
    yield from state(MAKER, TYPE, NamedNode(FOAF + "Agent"))
    yield from state(MAKER, NamedNode(FOAF + "name"), Literal(NAME))


def rights(dataset: NamedNode) -> Iterator[Quad]:
    """Licence and rights of a dataset, the words of the rights too."""
    node = piece(dataset, "rights")
    yield from state(dataset, NamedNode(DCTERMS + "license"), LICENSE)
    yield from state(dataset, NamedNode(DCTERMS + "rights"), node)
    yield from state(node, TYPE, NamedNode(DCTERMS + "RightsStatement"))
    yield from state(node, NamedNode(RDFS + "comment"), *_RIGHTS)
