"""What the dataset says of itself: VoID for those who query it, DCAT for those who look for data.

Only terms that VoID, DCAT 3, DCMI Terms, FOAF and SPDX define; no blank nodes, no time of making. What can be fetched
stands under `origin`, the address of a server, as that server lays it out (`/sparql`, `/export/…`). Of what DCAT-AP-NL
3.0 requires, only the contact point is missing: there is none that could be named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.namespaces import BASE, DCAT, DCTERMS, FOAF, PREFIXES, RDF, RDFS, RELEASE, SPDX, VOID, XSD

LICENSE: Final = NamedNode("https://creativecommons.org/publicdomain/zero/1.0/")
_AUTHORITY: Final = "http://publications.europa.eu/resource/authority/"
_MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types/"
_PROTOCOL: Final = NamedNode("https://www.w3.org/TR/sparql11-protocol/")
_SHA256: Final = NamedNode(SPDX + "checksumAlgorithm_sha256")
_TYPE: Final = NamedNode(RDF + "type")
_VOCABULARIES: Final = ("ctg", "skos", "dcterms", "prov", "cito", "org", "foaf")
_MAKER: Final = NamedNode(BASE + "#maker")
_NAME: Final = "ctgraph"
_TITLE: Final = (
    Literal("ctgraph: moties, toezeggingen en verwijzingen in Kamerstukken over terrorismebestrijding", language="nl"),
    Literal("ctgraph: motions, commitments and references in Dutch papers on counterterrorism", language="en"),
)
_ABOUT: Final = (
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
_SERVICE: Final = (Literal("SPARQL-dienst van ctgraph", language="nl"), Literal("SPARQL of ctgraph", language="en"))
_SERVICE_ABOUT: Final = (
    Literal("Beantwoordt vragen in SPARQL 1.1 over de huidige uitgave, alleen lezen.", language="nl"),
    Literal("Answers questions in SPARQL 1.1 about the current release, read only.", language="en"),
)


@dataclass(frozen=True, slots=True)
class Distribution:
    """A file to fetch: `media_type` is that of its content, `compressed` if it is gzip around that."""

    name: str
    about: str
    media_type: str
    compressed: bool
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Usage:
    """How often each class has an instance, and each property stands in a triple, by IRI."""

    classes: Mapping[str, int] = field(default_factory=dict)
    properties: Mapping[str, int] = field(default_factory=dict)


def dataset_iri(release: str) -> NamedNode:
    """The dataset as of one release."""
    return NamedNode(RELEASE + release)


def void(
    origin: str, release: str, counts: Mapping[str, int], dumps: Iterable[str], usage: Usage | None = None
) -> list[Quad]:
    """The dataset as VoID: where to query it, where its dumps are, how large it is, and which terms it uses.

    `counts` go by the names that VoID has for them (`triples`, `documents`); `dumps` are paths below `origin`.
    """
    dataset = dataset_iri(release)
    return [
        *_state(dataset, _TYPE, NamedNode(VOID + "Dataset")),
        *_state(dataset, NamedNode(DCTERMS + "title"), *_TITLE),
        *_state(dataset, NamedNode(DCTERMS + "identifier"), Literal(release)),
        *_state(dataset, NamedNode(DCTERMS + "license"), LICENSE),
        *_state(dataset, NamedNode(FOAF + "homepage"), NamedNode(f"{origin}/")),
        *_state(dataset, NamedNode(VOID + "sparqlEndpoint"), NamedNode(f"{origin}/sparql")),
        *_state(dataset, NamedNode(VOID + "uriSpace"), Literal(BASE)),
        *_state(dataset, NamedNode(VOID + "vocabulary"), *(NamedNode(PREFIXES[name]) for name in _VOCABULARIES)),
        *_state(dataset, NamedNode(VOID + "dataDump"), *(NamedNode(origin + dump) for dump in dumps)),
        *(quad for name, number in sorted(counts.items()) for quad in _count(dataset, name, number)),
        *_partitions(dataset, usage or Usage()),
    ]


def dcat(origin: str, release: str, distributions: Sequence[Distribution]) -> list[Quad]:
    """The catalogue, the dataset with its files, and the SPARQL service, as DCAT."""
    catalogue, service, dataset = NamedNode(f"{origin}/catalog"), NamedNode(f"{origin}/sparql"), dataset_iri(release)
    return [
        *_state(_MAKER, _TYPE, NamedNode(FOAF + "Agent")),
        *_state(_MAKER, NamedNode(FOAF + "name"), Literal(_NAME)),
        *_state(catalogue, _TYPE, NamedNode(DCAT + "Catalog")),
        *_described(catalogue),
        *_state(catalogue, NamedNode(FOAF + "homepage"), NamedNode(f"{origin}/")),
        *_state(catalogue, NamedNode(DCAT + "dataset"), dataset),
        *_state(catalogue, NamedNode(DCAT + "service"), service),
        *_dataset(dataset, release, distributions),
        *_service(service, dataset),
        *(quad for each in distributions for quad in _distribution(origin, dataset, each)),
    ]


def _described(thing: NamedNode) -> Iterator[Quad]:
    """What a catalogue and a dataset both have to say."""
    languages = (NamedNode(f"{_AUTHORITY}language/{code}") for code in ("NLD", "ENG"))
    yield from _state(thing, NamedNode(DCTERMS + "title"), *_TITLE)
    yield from _state(thing, NamedNode(DCTERMS + "description"), *_ABOUT)
    yield from _state(thing, NamedNode(DCTERMS + "language"), *languages)
    yield from _state(thing, NamedNode(DCTERMS + "publisher"), _MAKER)
    yield from _state(thing, NamedNode(DCTERMS + "license"), LICENSE)


def _offered(thing: NamedNode) -> Iterator[Quad]:
    """What a dataset and a service both have to say."""
    themes = (NamedNode(f"{_AUTHORITY}data-theme/{code}") for code in ("GOVE", "JUST"))
    yield from _state(thing, NamedNode(DCTERMS + "identifier"), Literal(thing.value))
    yield from _state(thing, NamedNode(DCTERMS + "accessRights"), NamedNode(_AUTHORITY + "access-right/PUBLIC"))
    yield from _state(thing, NamedNode(DCAT + "theme"), *themes)


def _dataset(dataset: NamedNode, release: str, distributions: Iterable[Distribution]) -> Iterator[Quad]:
    rights = NamedNode(f"{dataset.value}#rights")
    yield from _state(dataset, _TYPE, NamedNode(DCAT + "Dataset"))
    yield from _described(dataset)
    yield from _offered(dataset)
    yield from _state(dataset, NamedNode(DCTERMS + "creator"), _MAKER)
    yield from _state(dataset, NamedNode(DCTERMS + "rights"), rights)
    yield from _state(rights, _TYPE, NamedNode(DCTERMS + "RightsStatement"))
    yield from _state(rights, NamedNode(RDFS + "comment"), *_RIGHTS)
    yield from _state(dataset, NamedNode(DCAT + "version"), Literal(release))
    yield from _state(dataset, NamedNode(DCAT + "distribution"), *(_file(dataset, each) for each in distributions))


def _service(service: NamedNode, dataset: NamedNode) -> Iterator[Quad]:
    yield from _state(service, _TYPE, NamedNode(DCAT + "DataService"))
    yield from _state(service, NamedNode(DCTERMS + "title"), *_SERVICE)
    yield from _state(service, NamedNode(DCTERMS + "description"), *_SERVICE_ABOUT)
    yield from _state(service, NamedNode(DCTERMS + "publisher"), _MAKER)
    yield from _state(service, NamedNode(DCTERMS + "license"), LICENSE)
    yield from _offered(service)
    yield from _state(service, NamedNode(DCTERMS + "conformsTo"), _PROTOCOL)
    # A bare GET of the endpoint that asks for RDF is answered with the service description.
    yield from _state(service, NamedNode(DCAT + "endpointDescription"), service)
    yield from _state(service, NamedNode(DCAT + "endpointURL"), service)
    yield from _state(service, NamedNode(DCAT + "servesDataset"), dataset)


def _file(dataset: NamedNode, distribution: Distribution) -> NamedNode:
    return NamedNode(f"{dataset.value}#{distribution.name}")


def _distribution(origin: str, dataset: NamedNode, given: Distribution) -> Iterator[Quad]:
    node, address = _file(dataset, given), NamedNode(f"{origin}/export/{given.name}")
    checksum = NamedNode(f"{node.value}-sha256")
    size = Literal(str(given.size), datatype=NamedNode(XSD + "nonNegativeInteger"))
    yield from _state(node, _TYPE, NamedNode(DCAT + "Distribution"))
    yield from _state(node, NamedNode(DCTERMS + "title"), Literal(given.name, language="en"))
    yield from _state(node, NamedNode(DCTERMS + "description"), Literal(given.about, language="en"))
    yield from _state(node, NamedNode(DCTERMS + "license"), LICENSE)
    yield from _state(node, NamedNode(DCAT + "accessURL"), NamedNode(f"{origin}/export"))
    yield from _state(node, NamedNode(DCAT + "downloadURL"), address)
    yield from _state(node, NamedNode(DCAT + "mediaType"), NamedNode(_MEDIA_TYPES + given.media_type))
    if given.compressed:
        yield from _state(node, NamedNode(DCAT + "compressFormat"), NamedNode(_MEDIA_TYPES + "application/gzip"))
    yield from _state(node, NamedNode(DCAT + "byteSize"), size)
    yield from _state(node, NamedNode(SPDX + "checksum"), checksum)
    yield from _state(checksum, _TYPE, NamedNode(SPDX + "Checksum"))
    yield from _state(checksum, NamedNode(SPDX + "algorithm"), _SHA256)
    digest = Literal(given.sha256, datatype=NamedNode(XSD + "hexBinary"))
    yield from _state(checksum, NamedNode(SPDX + "checksumValue"), digest)


def _partitions(dataset: NamedNode, usage: Usage) -> Iterator[Quad]:
    kinds = (("class", "entities", usage.classes), ("property", "triples", usage.properties))
    for kind, measure, numbers in kinds:
        for term, number in sorted(numbers.items()):
            part = NamedNode(f"{dataset.value}#{kind}/{_short(term)}")
            yield from _state(dataset, NamedNode(f"{VOID}{kind}Partition"), part)
            yield from _state(part, _TYPE, NamedNode(VOID + "Dataset"))
            yield from _state(part, NamedNode(VOID + kind), NamedNode(term))
            yield from _count(part, measure, number)


def _short(term: str) -> str:
    """A term as a part of an IRI: `ctg:Motion`, or the whole IRI, escaped, if no prefix is known."""
    for prefix, namespace in PREFIXES.items():
        local = term.removeprefix(namespace)
        if local != term and not set(local) & set("/#"):
            return f"{prefix}:{local}"
    return quote(term, safe="")


def _state(subject: NamedNode, predicate: NamedNode, *objects: NamedNode | Literal) -> Iterator[Quad]:
    return (Quad(subject, predicate, value) for value in objects)


def _count(subject: NamedNode, name: str, number: int) -> Iterator[Quad]:
    return _state(subject, NamedNode(VOID + name), Literal(str(number), datatype=NamedNode(XSD + "integer")))
