"""The primitives of every statement: nodes, literals, and the terms of our own ontology.

`CLASSES` and `PROPERTIES` list each local name of the ontology that statements are made of; `ctg` knows no
other, so that a test can hold the list against `ontology/`. Nodes are cached: few thousand keep coming back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from ctgraph.identifiers import Kind, concept_iri, iri
from ctgraph.namespaces import (
    CITO,
    DCTERMS,
    DEF,
    EDTF,
    FOAF,
    ORG,
    OWL,
    PROV,
    RDF,
    RDFS,
    SKOS,
    XSD,
)

CLASSES: Final = frozenset({
    "AgendaItem", "Annex", "Announcement", "ArticleVersion", "Chamber", "Citation", "Claim",
    "Commitment", "Committee", "Cooperation", "Correction", "Debate", "Decision", "Document",
    "Dossier", "DossierEntry", "Extraction", "Footnote", "FormerName", "FundingScheme",
    "GazettePublication", "GovernmentLetter", "Law", "LawArticle", "LawCitation", "LawTitle",
    "LawVersion", "LegislativeProposal", "LevelStatement", "Measure", "Meeting", "MemberQuestion",
    "Ministry", "Motion", "Organization", "ParliamentaryGroup", "ParliamentaryInstrument",
    "ParliamentaryPaper", "Participation", "Passage", "Person", "PolicyCitation", "PoliticalParty",
    "Post", "ProceedingsItem", "PublicationSeries", "RegisterRow", "Report", "Request", "Response",
    "Section", "SourceRecord", "Strategy", "Study", "Tenure", "ThreatAssessment", "TimeExpression",
    "VotePosition",
})  # fmt: skip
"""The classes that statements use, by local name."""

PROPERTIES: Final = frozenset({
    "amendsLaw", "annexOf", "answerTo", "area", "articleNumber", "articleOf", "articlePath",
    "articleText", "asks", "basedOn", "bwbIdentifier", "byRollCall", "cameFromDossier",
    "cameFromPaper", "caseNumber", "category", "changeEffect", "changesLaw", "choice",
    "citationText", "citationTitle", "citedArticle", "citedInNote", "citedParagraph",
    "citingPassage", "claimAbout", "claimText", "closed", "commencedBy", "commitmentKind",
    "commitmentStatus", "commitmentText", "confidence", "correctionText", "corrects",
    "coversPeriod", "debateKind", "debateStatus", "decidesOn", "decisionResult", "decisionText",
    "deliveredBy", "deliveredOn", "documentDate", "documentKind", "dossierEntry", "dossierNumber",
    "dossierSuffix", "due", "earliest", "editionNumber", "editionOf", "edtf", "endPosition",
    "exactText", "examinedMatter", "examines", "expectedTime", "extractedBy", "fileDigest",
    "fulfilledBy", "fulfilledOn", "fulfilmentStatus", "fulfilmentText", "givenIn",
    "governmentAdvice", "handledInDossier", "heldBy", "highestSubNumber", "holder", "inDocument",
    "inDossier", "inForceFrom", "inForceTo", "inOrganization", "inPost", "inState", "inTenure",
    "isAttachment", "isMainDossier", "jci", "latest", "lawField", "legalBasis", "legislativeStatus",
    "madeBy", "madeIn", "madeOn", "madeTo", "measureKind", "meetingKind", "mistaken", "modality",
    "modifies", "nameInSource", "nameOf", "noteNumber", "noteOf", "noteText", "ofPost", "offers",
    "officialIdentifier", "onBehalfOf", "onDate", "organisationKind", "othersUnnamed",
    "partOfCommitment", "partOfDebate", "partOfStrategy", "participant", "participation",
    "participationRole", "partyTo", "placeText", "presentedOn", "printedIdentifier", "publicationDate",
    "readRelativeTo", "readableText", "recipientKind", "recurrence", "refersToLaw",
    "regulationKind", "reportedIn", "requestText", "requestedBy", "resolutionReason",
    "resolutionStatus", "respondsTo", "respondsToRequest", "responsibleDepartment", "resultsIn",
    "reviewState", "roleName", "rule", "saidBy", "seats", "sectionOf", "seenDuring", "sessionYear",
    "setOutIn", "signedOn", "softwareVersion", "startPosition", "started", "statedIn",
    "statedObstacle", "step", "subNumber", "suggestedIdentifier", "supervisedBy", "supportedBy",
    "takenAt", "targets", "tenurePeriod", "textDigest", "textFrom", "textInDocument", "threatLevel",
    "titleStatus", "topic", "topicText", "treats", "validDuring", "verbatimTime", "versionOf",
    "versionText", "votePosition", "voter",
})  # fmt: skip
"""The properties that statements use, by local name."""

ORGANISATION_CLASSES: Final = MappingProxyType(
    {
        "chamber": "Chamber",
        "committee": "Committee",
        "ministry": "Ministry",
        "parliamentary-group": "ParliamentaryGroup",
        "political-party": "PoliticalParty",
    }
)
"""The notations of the scheme organisation-kind that have a class of their own."""

_TERMS: Final = {name: NamedNode(DEF + name) for name in CLASSES | PROPERTIES}

TYPE: Final = NamedNode(RDF + "type")
LABEL: Final = NamedNode(RDFS + "label")
COMMENT: Final = NamedNode(RDFS + "comment")
SEE_ALSO: Final = NamedNode(RDFS + "seeAlso")
SAME_AS: Final = NamedNode(OWL + "sameAs")
PAGE: Final = NamedNode(FOAF + "isPrimaryTopicOf")
HAS_FORMAT: Final = NamedNode(DCTERMS + "hasFormat")
ALT_LABEL: Final = NamedNode(SKOS + "altLabel")
TITLE: Final = NamedNode(DCTERMS + "title")
IDENTIFIER: Final = NamedNode(DCTERMS + "identifier")
CREATOR: Final = NamedNode(DCTERMS + "creator")
SOURCE: Final = NamedNode(DCTERMS + "source")
DERIVED_FROM: Final = NamedNode(PROV + "wasDerivedFrom")
USED: Final = NamedNode(PROV + "used")
CITING: Final = NamedNode(CITO + "hasCitingEntity")
BROADER: Final = NamedNode(SKOS + "broader")
PART_OF_ORGANISATION: Final = NamedNode(ORG + "subOrganizationOf")
CITED: Final = NamedNode(CITO + "hasCitedEntity")

_DATE: Final = NamedNode(XSD + "date")
_INTEGER: Final = NamedNode(XSD + "integer")
_DECIMAL: Final = NamedNode(XSD + "decimal")
_BOOLEAN: Final = NamedNode(XSD + "boolean")
_EDTF: Final = NamedNode(EDTF + "EDTF")


def ctg(name: str) -> NamedNode:
    """The term of our ontology with this local name; KeyError for one that the registry above lacks."""
    return _TERMS[name]


def organisation_class(kind: str) -> str:
    """The class of an organisation of this kind."""
    return ORGANISATION_CLASSES.get(kind, "Organization")


@lru_cache(maxsize=65_536)
def node(address: str) -> NamedNode:
    """The node of an IRI."""
    return NamedNode(address)


@lru_cache(maxsize=65_536)
def thing(kind: Kind, *reference: str) -> NamedNode:
    """The node of a thing of ours, by kind and reference."""
    return NamedNode(iri(kind, *reference))


@lru_cache(maxsize=1_024)
def concept(scheme: str, value: str) -> NamedNode:
    """The node of a value of a scheme: `concept("modality", "fact")`."""
    return NamedNode(concept_iri(scheme, value))


def text(value: str, lang: str | None = None) -> Literal:
    """A string, or a text in a language."""
    return Literal(value, language=lang) if lang else Literal(value)


def day(value: date) -> Literal:
    """A day as xsd:date."""
    return Literal(value.isoformat(), datatype=_DATE)


@lru_cache(maxsize=4_096)
def integer(value: int) -> Literal:
    """A whole number as xsd:integer."""
    return Literal(str(value), datatype=_INTEGER)


@lru_cache(maxsize=1_024)
def decimal(value: float | Decimal) -> Literal:
    """A number as xsd:decimal in the form that a store hands back: 0.9 for 0.90, and 1 for 1.0."""
    written = format(Decimal(str(value)), "f")
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return Literal(written, datatype=_DECIMAL)


def boolean(value: bool) -> Literal:
    """A truth value as xsd:boolean."""
    return Literal("true" if value else "false", datatype=_BOOLEAN)


def edtf(value: str) -> Literal:
    """A time in the Extended Date/Time Format (ISO 8601-2)."""
    return Literal(value, datatype=_EDTF)


def typed(subject: NamedNode, names: Iterable[str]) -> Iterator[Triple]:
    """State rdf:type for each class, by local name."""
    for name in names:
        yield Triple(subject, TYPE, _TERMS[name])
