"""The dataset as VoID: for those who query it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import quote

from msgspec import Struct, field
from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.graph.catalogue.words import LICENSE, TITLE, TYPE, count, dataset_iri, piece, state
from ctgraph.namespaces import BASE, DCTERMS, FOAF, PREFIXES, VOID

_VOCABULARIES: Final = ("ctg", "skos", "dcterms", "prov", "cito", "org", "foaf")


class Usage(Struct, frozen=True):
    """How often each class has an instance, and each property stands in a triple, by IRI.

    `links` counts triples that lead out of the dataset, by property and by the web address at which the IRIs of the
    other dataset begin.
    """

    classes: Mapping[str, int] = field(default_factory=dict)
    properties: Mapping[str, int] = field(default_factory=dict)
    links: Mapping[tuple[str, str], int] = field(default_factory=dict)


def void(
    origin: str, release: str, counts: Mapping[str, int], dumps: Iterable[str], usage: Usage | None = None
) -> list[Quad]:
    """The dataset as VoID: where to query it, where its dumps are, how large it is, and which terms it uses.

    `counts` go by the names that VoID has for them (`triples`, `documents`); `dumps` are paths below `origin`.
    """
    dataset = dataset_iri(release)
    return [
        *state(dataset, TYPE, NamedNode(VOID + "Dataset")),
        *state(dataset, NamedNode(DCTERMS + "title"), *TITLE),
        *state(dataset, NamedNode(DCTERMS + "identifier"), Literal(release)),
        *state(dataset, NamedNode(DCTERMS + "license"), LICENSE),
        *state(dataset, NamedNode(FOAF + "homepage"), NamedNode(f"{origin}/")),
        *state(dataset, NamedNode(VOID + "sparqlEndpoint"), NamedNode(f"{origin}/sparql")),
        *state(dataset, NamedNode(VOID + "uriSpace"), Literal(BASE)),
        *state(dataset, NamedNode(VOID + "vocabulary"), *(NamedNode(PREFIXES[name]) for name in _VOCABULARIES)),
        *state(dataset, NamedNode(VOID + "dataDump"), *(NamedNode(origin + dump) for dump in dumps)),
        *(quad for name, number in sorted(counts.items()) for quad in count(dataset, name, number)),
        *partitions(dataset, usage or Usage()),
        *_linksets(dataset, (usage or Usage()).links),
    ]


def partitions(dataset: NamedNode, usage: Usage) -> Iterator[Quad]:
    """How often each class and property is used, as parts of a dataset."""
    kinds = (("class", "entities", usage.classes), ("property", "triples", usage.properties))
    for kind, measure, numbers in kinds:
        for term, number in sorted(numbers.items()):
            part = piece(dataset, f"{kind}/{_short(term)}")
            yield from state(dataset, NamedNode(f"{VOID}{kind}Partition"), part)
            yield from state(part, TYPE, NamedNode(VOID + "Dataset"))
            yield from state(part, NamedNode(VOID + kind), NamedNode(term))
            yield from count(part, measure, number)


def _linksets(dataset: NamedNode, links: Mapping[tuple[str, str], int]) -> Iterator[Quad]:
    """A linkset for each property and other dataset that it leads to."""
    for (term, space), number in sorted(links.items()):
        key = hashlib.sha256(f"{term} {space}".encode()).hexdigest()[:8]
        linkset, other = NamedNode(f"{dataset.value}#links/{key}"), NamedNode(f"{dataset.value}#other/{_key(space)}")
        yield from state(linkset, TYPE, NamedNode(VOID + "Linkset"))
        yield from state(linkset, NamedNode(VOID + "linkPredicate"), NamedNode(term))
        yield from state(linkset, NamedNode(VOID + "subjectsTarget"), dataset)
        yield from state(linkset, NamedNode(VOID + "objectsTarget"), other)
        yield from count(linkset, "triples", number)
        yield from state(dataset, NamedNode(VOID + "subset"), linkset)
        yield from state(other, TYPE, NamedNode(VOID + "Dataset"))
        yield from state(other, NamedNode(VOID + "uriSpace"), Literal(space))


def _key(space: str) -> str:
    return space.partition("://")[2].strip("/")


def _short(term: str) -> str:
    """A term as a part of an IRI: `ctg:Motion`, or the whole IRI, escaped, if no prefix is known."""
    for prefix, namespace in PREFIXES.items():
        local = term.removeprefix(namespace)
        if local != term and not set(local) & set("/#"):
            return f"{prefix}:{local}"
    return quote(term, safe="")
