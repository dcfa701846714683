"""A part of a release, one document or one dossier, as a dataset of its own within it: VoID and DCAT together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.graph.catalogue.dcat import (
    Distribution,
    Host,
    classes,
    contact_of,
    distribution_of,
    file_iri,
    made,
    offered,
)
from ctgraph.graph.catalogue.void import Usage, partitions
from ctgraph.graph.catalogue.words import TYPE, count, dataset_iri, maker, rights, state
from ctgraph.namespaces import DCAT, DCTERMS, FOAF, VOID

_TITLE: Final = (("ctgraph over {name}", "nl"), ("ctgraph on {name}", "en"))
_ABOUT: Final = (
    ("Wat een uitgave van ctgraph stelt op grond van en over {name}.", "nl"),
    ("What a release of ctgraph states from and about {name}.", "en"),
)


class Part(Struct, frozen=True):
    """A part of a release: its name, the IRI of what it is about, and its figures by the names that VoID has."""

    release: str
    name: str
    topic: str
    counts: Mapping[str, int]
    usage: Usage

    @property
    def iri(self) -> NamedNode:
        """The part as a dataset: a fragment of the release's IRI."""
        return NamedNode(f"{dataset_iri(self.release).value}#part/{self.name}")


def part(host: Host, described: Part, distributions: Sequence[Distribution]) -> list[Quad]:
    """The dataset with its files, within the one of the whole release."""
    dataset, whole = described.iri, dataset_iri(described.release)
    return [
        *maker(),
        *state(whole, NamedNode(VOID + "subset"), dataset),
        *state(dataset, TYPE, NamedNode(VOID + "Dataset"), NamedNode(DCAT + "Dataset")),
        *state(dataset, NamedNode(DCTERMS + "title"), *_words(_TITLE, described.name)),
        *state(dataset, NamedNode(DCTERMS + "description"), *_words(_ABOUT, described.name)),
        *state(dataset, NamedNode(DCTERMS + "isPartOf"), whole),
        *state(dataset, NamedNode(FOAF + "primaryTopic"), NamedNode(described.topic)),
        *made(host, dataset),
        *offered(dataset),
        *rights(dataset),
        *state(dataset, NamedNode(DCAT + "version"), Literal(described.release)),
        *state(dataset, NamedNode(DCAT + "distribution"), *(file_iri(dataset, each) for each in distributions)),
        *(quad for name, number in sorted(described.counts.items()) for quad in count(dataset, name, number)),
        *partitions(dataset, described.usage),
        *(quad for each in distributions for quad in distribution_of(host, dataset, each)),
        *contact_of(host),
        *classes(host),
    ]


def _words(words: Sequence[tuple[str, str]], name: str) -> list[Literal]:
    return [Literal(text.format(name=name), language=language) for text, language in words]
