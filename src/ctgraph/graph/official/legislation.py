"""Laws, their versions and articles, and the publications that made them, as BWB and the gazettes describe them.

    law ◄─ versionOf ─ version           article ─ articleOf ─► law
     ▲                    │ textFrom        ▲ versionOf
     │ changesLaw         ▼                 │
     └───────────── publication ◄─ textFrom ─ version of an article
                          │ cameFromDossier
                          ▼
                       dossier

A law goes by its BWB id, also where the register has it under a name of its own: both are stated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from ctgraph.graph.derived import DerivedSheet, Subject
from ctgraph.graph.pages import law_links, publication_links
from ctgraph.graph.terms import ALT_LABEL, IDENTIFIER, LABEL, SEE_ALSO, TITLE, concept, node, text, thing
from ctgraph.identifiers import law_version, slug
from ctgraph.model.legislation import (
    ArticleRecord,
    GazetteRecord,
    LawPublication,
    LawRecord,
    LawTitle,
    LawVersionRecord,
    RelatedLaw,
)


def law(sheet: DerivedSheet, record: LawRecord) -> None:
    """A law with its names, what it hangs together with, and what changed or would change it."""
    subject = sheet.about(thing("law", record.id))
    if record.name:
        _named(sheet, record.id, record.name)
    subject.words("bwbIdentifier", record.id).words(TITLE, record.heading, "nl").words("jci", record.jci)
    subject.words("regulationKind", record.kind).words("responsibleDepartment", record.department)
    subject.say("lawField", *(text(each, "nl") for each in record.fields))
    subject.say(ALT_LABEL, *(text(each, "nl") for each in record.abbreviations))
    subject.when("inForceFrom", record.in_force_from).led(law_links(record.id))
    for title in record.titles:
        _title(sheet, subject, record, title)
    for other in record.related:
        _related(sheet, subject, record, other)
    for publication in record.changes:
        _publication(sheet, publication).say("changesLaw", subject.node)
    for dossier in record.pending:
        bill = sheet.about(thing("bill", dossier), "LegislativeProposal").say(LABEL, text(dossier, "nl"))
        bill.say(IDENTIFIER, text(dossier)).say("amendsLaw", subject.node)


def version(sheet: DerivedSheet, record: LawVersionRecord) -> None:
    """A version of a law with the periods in which it holds and is seen, and the document that its text is read in."""
    reference = law_version(record.law, record.day, record.serial)
    name = f"{record.law}_{record.day}_{record.serial}"
    subject = sheet.about(thing("law", reference), "LawVersion").say("versionOf", thing("law", record.law))
    subject.say(LABEL, text(f"{record.title or record.law}, {record.day}", "nl")).words(TITLE, record.title, "nl")
    subject.say(IDENTIFIER, text(name)).words("jci", record.jci).words("fileDigest", record.digest)
    subject.when("inForceFrom", record.day).when("validDuring", record.valid).when("seenDuring", record.seen)
    subject.led(law_links(record.law, record.day))
    if record.address:
        subject.say(SEE_ALSO, node(record.address))
    subject.say("textFrom", *(each.node for each in _publications(sheet, record.made_by)))
    document = sheet.about(thing("document", name), "Document").say("officialIdentifier", text(name))
    subject.say("versionText", document.words(TITLE, record.title, "nl").node)


def article(sheet: DerivedSheet, record: ArticleRecord) -> None:
    """An article, and its text as it holds from a day on with the publications that it comes from."""
    whole = sheet.about(thing("law", record.law, record.place), "LawArticle").say(LABEL, text(record.label, "nl"))
    whole.say("articleOf", thing("law", record.law)).words("articleNumber", record.number).words("jci", record.jci)
    subject = sheet.about(thing("law", record.law, record.place, record.day), "ArticleVersion")
    subject.say("versionOf", whole.node).say(LABEL, text(f"{record.label}, {record.day}", "nl"))
    subject.words(TITLE, record.title, "nl").words("articleText", record.text, "nl").words("articlePath", record.path)
    subject.words("changeEffect", record.effect, "nl").when("inForceFrom", record.day)
    subject.say("textFrom", *(each.node for each in _publications(sheet, record.made_by)))
    subject.say("commencedBy", *(each.node for each in _publications(sheet, record.commenced_by)))


def gazette(sheet: DerivedSheet, record: GazetteRecord) -> None:
    """A publication as it stands in its gazette, with the dossiers and papers that led to it."""
    subject = _gazette(sheet, record.id, record.signed, record.issued, record.dossiers)
    subject.words(TITLE, record.title, "nl")
    if record.kind:
        subject.say("documentKind", concept("document-kind", record.kind))
    for paper in record.papers:
        led = sheet.about(thing("document", paper), "ParliamentaryPaper").say("officialIdentifier", text(paper))
        subject.say("cameFromPaper", led.node)
    subject.say("changesLaw", *(thing("law", each) for each in record.changes))


def _named(sheet: DerivedSheet, identifier: str, name: str) -> Subject:
    """Only what has a name is said to be a law: a manifest has none to give."""
    return sheet.about(thing("law", identifier), "Law").say(LABEL, text(name, "nl"))


def _title(sheet: DerivedSheet, subject: Subject, record: LawRecord, title: LawTitle) -> None:
    """A citation title that held for a period; one that is no more is still a name that papers use."""
    held = sheet.about(thing("law", record.id, "citeertitel", slug(title.text)), "LawTitle")
    held.say(TITLE, text(title.text, "nl")).words("titleStatus", title.status, "nl").when("validDuring", title.valid)
    subject.say("citationTitle", held.node)
    if title.text != record.name:
        subject.say(ALT_LABEL, text(title.text, "nl"))


def _related(sheet: DerivedSheet, subject: Subject, record: LawRecord, other: RelatedLaw) -> None:
    related = _named(sheet, other.id, other.name).say("bwbIdentifier", text(other.id))
    if other.relation == "basis":
        subject.say("basedOn", related.node)
    elif other.relation == "refers-to-this":
        related.say("refersToLaw", subject.node)
    elif other.place:
        basis = sheet.about(thing("law", record.id, other.place), "LawArticle").say("articleOf", subject.node)
        number = other.place.rpartition("/")[2]
        basis.say("articleNumber", text(number)).say(LABEL, text(f"Artikel {number}", "nl"))
        related.say("basedOn", basis.node)
    else:
        related.say("basedOn", subject.node)


def _publications(sheet: DerivedSheet, publications: Iterable[LawPublication]) -> list[Subject]:
    """The publications that have an id; the others cannot be told apart."""
    return [_publication(sheet, each) for each in publications if each.id]


def _publication(sheet: DerivedSheet, publication: LawPublication) -> Subject:
    return _gazette(sheet, publication.id, publication.signed, publication.issued, publication.dossiers)


def _gazette(sheet: DerivedSheet, identifier: str, signed: str, issued: str, dossiers: Iterable[str]) -> Subject:
    subject = sheet.about(thing("document", identifier), "GazettePublication")
    subject.led(publication_links(identifier))
    subject.say("officialIdentifier", text(identifier)).when("signedOn", signed).when("publicationDate", issued)
    for each in dossiers:
        number, _, suffix = each.partition("-")
        dossier = sheet.about(thing("dossier", each), "Dossier").say("dossierNumber", text(number))
        subject.say("cameFromDossier", dossier.words("dossierSuffix", suffix).node)
    return subject


WRITERS: Final[Mapping[type, Callable[[Any, Any], None]]] = MappingProxyType(
    {LawRecord: law, LawVersionRecord: version, ArticleRecord: article, GazetteRecord: gazette}
)
"""The writer of each class of record."""
