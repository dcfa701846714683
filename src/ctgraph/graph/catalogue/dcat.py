"""The catalogue as DCAT, for those who look for data: every shape of DCAT-AP-NL 3.0 passes.

The shapes ask for the class of each thing that is named, also where it is somebody else's, so that stands here too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.graph.catalogue.words import (
    ABOUT,
    LICENSE,
    MAKER,
    NAME,
    TITLE,
    TYPE,
    dataset_iri,
    maker,
    piece,
    rights,
    state,
)
from ctgraph.namespaces import BASE, DCAT, DCTERMS, FOAF, RDF, SKOS, SPDX, VCARD, XSD

_AUTHORITY: Final = "http://publications.europa.eu/resource/authority/"
_MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types/"
_PROTOCOL: Final = NamedNode("https://www.w3.org/TR/sparql11-protocol/")
_OPENAPI: Final = NamedNode("https://spec.openapis.org/oas/v3.1.0.html")
_ONTOLOGY: Final = NamedNode(BASE + "def")
_SHA256: Final = NamedNode(SPDX + "checksumAlgorithm_sha256")
_THEMES: Final = tuple(NamedNode(f"{_AUTHORITY}data-theme/{code}") for code in ("GOVE", "JUST"))
_THEME_NAMES: Final = (
    ("Overheid en publieke sector", "Government and public sector"),
    ("Justitie, rechtsstelsel en openbare veiligheid", "Justice, legal system and public safety"),
)
_LANGUAGES: Final = tuple(NamedNode(f"{_AUTHORITY}language/{code}") for code in ("NLD", "ENG"))
_ACCESS: Final = NamedNode(_AUTHORITY + "access-right/PUBLIC")
_KEYWORDS: Final = (
    Literal("Kamerstukken", language="nl"), Literal("moties", language="nl"), Literal("toezeggingen", language="nl"),
    Literal("terrorismebestrijding", language="nl"), Literal("parliamentary papers", language="en"),
    Literal("motions", language="en"), Literal("commitments", language="en"),
    Literal("counterterrorism", language="en"),
)  # fmt: skip
_SPARQL: Final = (
    (Literal("SPARQL-dienst van ctgraph", language="nl"), Literal("SPARQL of ctgraph", language="en")),
    (
        Literal("Beantwoordt vragen in SPARQL 1.1 over de huidige uitgave, alleen lezen.", language="nl"),
        Literal("Answers questions in SPARQL 1.1 about the current release, read only.", language="en"),
    ),
)
_REST: Final = (
    (Literal("REST-API van ctgraph", language="nl"), Literal("REST API of ctgraph", language="en")),
    (
        Literal("Vaste vragen, stukken, moties, toezeggingen en verwijzingen als JSON en CSV.", language="nl"),
        Literal("Canned questions, papers, motions, commitments and references as JSON and CSV.", language="en"),
    ),
)
_Words = tuple[tuple[Literal, ...], tuple[Literal, ...]]


class Distribution(Struct, frozen=True):
    """A file: `media_type` is that of its content, `packing` that of what is around it, empty for nothing.

    One that is served has an address to fetch it at.
    """

    name: str
    about: str
    media_type: str
    packing: str
    size: int
    sha256: str
    is_served: bool = True


class Host(Struct, frozen=True):
    """Who gives the data out: the address under which everything lies, and where they can be reached.

    `contact` is a web address, or `mailto:` with one of mail; empty where the host names none: then the first page
    stands for it. `issued` is the day of the release (ISO); empty in files that are to be the same on every run.
    """

    origin: str
    contact: str = ""
    issued: str = ""


def dcat(host: Host, release: str, distributions: Sequence[Distribution]) -> list[Quad]:
    """The catalogue, the dataset with its files, and the two services."""
    catalogue, dataset = NamedNode(f"{host.origin}/catalog"), dataset_iri(release)
    sparql, rest = NamedNode(f"{host.origin}/sparql"), NamedNode(f"{host.origin}/v1")
    return [
        *maker(),
        *state(catalogue, TYPE, NamedNode(DCAT + "Catalog")),
        *_described(host, catalogue),
        *state(catalogue, NamedNode(DCTERMS + "license"), LICENSE),
        *state(catalogue, NamedNode(FOAF + "homepage"), NamedNode(f"{host.origin}/")),
        *state(catalogue, NamedNode(DCAT + "dataset"), dataset),
        *state(catalogue, NamedNode(DCAT + "service"), sparql, rest),
        *_dataset(host, dataset, release, distributions),
        *_service(host, sparql, _SPARQL, sparql, _PROTOCOL, dataset),
        *_service(host, rest, _REST, NamedNode(f"{host.origin}/v1/openapi.json"), _OPENAPI, dataset),
        *(quad for each in distributions for quad in distribution_of(host, dataset, each)),
        *contact_of(host),
        *classes(host),
    ]


def _described(host: Host, thing: NamedNode) -> Iterator[Quad]:
    """What a catalogue and a dataset both have to say."""
    yield from state(thing, NamedNode(DCTERMS + "title"), *TITLE)
    yield from state(thing, NamedNode(DCTERMS + "description"), *ABOUT)
    yield from made(host, thing)


def made(host: Host, thing: NamedNode) -> Iterator[Quad]:
    """Language, publisher, maker and contact."""
    yield from state(thing, NamedNode(DCTERMS + "language"), *_LANGUAGES)
    yield from state(thing, NamedNode(DCTERMS + "publisher"), MAKER)
    yield from state(thing, NamedNode(DCTERMS + "creator"), MAKER)
    yield from state(thing, NamedNode(DCAT + "contactPoint"), _contact_iri(host))


def offered(thing: NamedNode) -> Iterator[Quad]:
    """What a dataset and a service both have to say."""
    yield from state(thing, NamedNode(DCTERMS + "identifier"), Literal(thing.value))
    yield from state(thing, NamedNode(DCTERMS + "accessRights"), _ACCESS)
    yield from state(thing, NamedNode(DCAT + "theme"), *_THEMES)
    yield from state(thing, NamedNode(DCAT + "keyword"), *_KEYWORDS)


def _dataset(host: Host, dataset: NamedNode, release: str, distributions: Iterable[Distribution]) -> Iterator[Quad]:
    yield from state(dataset, TYPE, NamedNode(DCAT + "Dataset"))
    yield from _described(host, dataset)
    yield from offered(dataset)
    yield from rights(dataset)
    yield from state(dataset, NamedNode(DCAT + "version"), Literal(release))
    if host.issued:
        day = Literal(host.issued, datatype=NamedNode(XSD + "date"))
        yield from state(dataset, NamedNode(DCTERMS + "issued"), day)
    yield from state(dataset, NamedNode(DCTERMS + "conformsTo"), _ONTOLOGY)
    landing = NamedNode(f"{host.origin}/release/{release}")
    yield from state(dataset, NamedNode(DCAT + "landingPage"), landing)
    yield from state(landing, TYPE, NamedNode(FOAF + "Document"))
    yield from state(dataset, NamedNode(FOAF + "page"), NamedNode(f"{host.origin}/docs"))
    yield from state(dataset, NamedNode(DCAT + "distribution"), *(file_iri(dataset, each) for each in distributions))


def _service(
    host: Host, service: NamedNode, words: _Words, description: NamedNode, standard: NamedNode, dataset: NamedNode
) -> Iterator[Quad]:
    title, about = words
    yield from state(service, TYPE, NamedNode(DCAT + "DataService"))
    yield from state(service, NamedNode(DCTERMS + "title"), *title)
    yield from state(service, NamedNode(DCTERMS + "description"), *about)
    yield from made(host, service)
    yield from state(service, NamedNode(DCTERMS + "license"), LICENSE)
    yield from offered(service)
    yield from state(service, NamedNode(DCTERMS + "conformsTo"), standard)
    # A bare GET of the endpoint that asks for RDF is answered with the service description.
    yield from state(service, NamedNode(DCAT + "endpointDescription"), description)
    yield from state(service, NamedNode(DCAT + "endpointURL"), service)
    yield from state(service, NamedNode(DCAT + "servesDataset"), dataset)


def file_iri(dataset: NamedNode, distribution: Distribution) -> NamedNode:
    """The IRI of a file of a dataset."""
    return piece(dataset, distribution.name)


def distribution_of(host: Host, dataset: NamedNode, given: Distribution) -> Iterator[Quad]:
    """A file of a dataset, with its size and checksum."""
    node, address = file_iri(dataset, given), NamedNode(f"{host.origin}/export/{given.name}")
    size = Literal(str(given.size), datatype=NamedNode(XSD + "nonNegativeInteger"))
    types = [NamedNode(_MEDIA_TYPES + name) for name in (given.media_type, given.packing) if name]
    yield from state(node, TYPE, NamedNode(DCAT + "Distribution"))
    yield from state(node, NamedNode(DCTERMS + "title"), Literal(given.name, language="en"))
    if given.about:
        yield from state(node, NamedNode(DCTERMS + "description"), Literal(given.about, language="en"))
    yield from state(node, NamedNode(DCTERMS + "license"), LICENSE)
    yield from state(node, NamedNode(DCTERMS + "language"), *_LANGUAGES)
    yield from state(node, NamedNode(DCTERMS + "conformsTo"), _ONTOLOGY)
    yield from state(node, NamedNode(DCAT + "accessURL"), NamedNode(f"{host.origin}/export"))
    yield from state(node, NamedNode(DCAT + "accessService"), NamedNode(f"{host.origin}/sparql"))
    if given.is_served:
        yield from state(node, NamedNode(DCAT + "downloadURL"), address)
    yield from state(node, NamedNode(DCAT + "mediaType"), types[0])
    yield from state(node, NamedNode(DCAT + "compressFormat"), *types[1:])
    for media_type in types:
        yield from state(media_type, TYPE, NamedNode(DCTERMS + "MediaType"))
    yield from state(node, NamedNode(DCAT + "byteSize"), size)
    yield from _checksum(node, given.sha256)


def _checksum(node: NamedNode, sha256: str) -> Iterator[Quad]:
    checksum = NamedNode(f"{node.value}-sha256")
    yield from state(node, NamedNode(SPDX + "checksum"), checksum)
    yield from state(checksum, TYPE, NamedNode(SPDX + "Checksum"))
    yield from state(checksum, NamedNode(SPDX + "algorithm"), _SHA256)
    value = Literal(sha256, datatype=NamedNode(XSD + "hexBinary"))
    yield from state(checksum, NamedNode(SPDX + "checksumValue"), value)


def _contact_iri(host: Host) -> NamedNode:
    return NamedNode(f"{host.origin}/catalog#contact")


def contact_of(host: Host) -> Iterator[Quad]:
    """Where to write to; without an address of its own, the host is reached through its first page."""
    contact = _contact_iri(host)
    name = "hasEmail" if host.contact.startswith("mailto:") else "hasURL"
    yield from state(contact, TYPE, NamedNode(VCARD + "Kind"))
    yield from state(contact, NamedNode(VCARD + "fn"), Literal(NAME))
    yield from state(contact, NamedNode(VCARD + name), NamedNode(host.contact or f"{host.origin}/"))


def classes(host: Host) -> Iterator[Quad]:
    """The classes of what is not ours, as the vocabularies have them."""
    pages = [NamedNode(f"{host.origin}/"), NamedNode(f"{host.origin}/docs")]
    kinds = (
        (DCTERMS + "LinguisticSystem", _LANGUAGES),
        (SKOS + "Concept", _THEMES),
        (DCTERMS + "RightsStatement", (_ACCESS,)),
        (DCTERMS + "LicenseDocument", (LICENSE,)),
        (DCTERMS + "Standard", (_PROTOCOL, _OPENAPI, _ONTOLOGY)),
        (SPDX + "ChecksumAlgorithm", (_SHA256,)),
        (FOAF + "Document", pages),
    )
    for kind, things in kinds:
        for thing in things:
            yield from state(thing, NamedNode(RDF + "type"), NamedNode(kind))
    for theme, (nl, en) in zip(_THEMES, _THEME_NAMES, strict=True):
        yield from state(theme, NamedNode(SKOS + "prefLabel"), Literal(nl, language="nl"), Literal(en, language="en"))
