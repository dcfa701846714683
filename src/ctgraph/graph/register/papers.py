"""Papers, dossiers, threat assessments, and corrections of what a document says."""

from __future__ import annotations

from ctgraph.graph.pages import publication_links
from ctgraph.graph.register.table import TableSheet
from ctgraph.graph.statements.targets import document_class
from ctgraph.graph.terms import CREATOR, TITLE, boolean, concept, text, thing
from ctgraph.model.records import AssessmentRow, CorrectionRow, DocumentRow, DossierRow


def document(sheet: TableSheet, row: DocumentRow) -> None:
    """A numbered paper with its places in dossiers; the first is the one whose numbering it follows."""
    subject = sheet.about(thing("document", row.key), document_class(row.key, row.kind))
    subject.say("officialIdentifier", text(row.key)).say(TITLE, text(row.title, "nl"))
    subject.when("documentDate", row.date)
    if row.confidence != "low":
        subject.led(publication_links(row.key))
    if row.kind:
        subject.say("documentKind", concept("document-kind", row.kind))
    subject.words("sessionYear", row.session_year).words(CREATOR, row.author)
    for position, dossier_key in enumerate(filter(None, (row.dossier, *row.also_dossiers))):
        entry = sheet.about(thing("entry", row.key, dossier_key), "DossierEntry")
        entry.say("inDossier", thing("dossier", dossier_key)).say("isMainDossier", boolean(position == 0))
        entry.words("subNumber", row.number)
        subject.say("dossierEntry", entry.node)


def dossier(sheet: TableSheet, row: DossierRow) -> None:
    """A dossier: 35925-VI is number 35925 with the suffix VI."""
    number, _, suffix = row.key.partition("-")
    subject = sheet.about(thing("dossier", row.key), "Dossier").say("dossierNumber", text(number))
    subject.words("dossierSuffix", suffix).words(TITLE, row.title, "nl")


def assessment(sheet: TableSheet, row: AssessmentRow) -> None:
    """An edition of a threat assessment. A level of which the scale is not known is in the row only."""
    subject = sheet.about(thing("document", row.key), "ThreatAssessment").say(TITLE, text(row.name, "nl"))
    subject.say("documentKind", concept("document-kind", "dreigingsbeeld"))
    subject.when("documentDate", row.date).words("editionNumber", row.edition)
    if row.series:
        subject.say("editionOf", thing("series", row.series))
    if row.level and row.scale:
        subject.say("threatLevel", concept(f"threat-level-{row.scale}", row.level))
    if row.letter:
        subject.say("annexOf", thing("document", row.letter))
        sheet.about(thing("document", row.letter)).say("offers", subject.node)


def correction(sheet: TableSheet, row: CorrectionRow) -> None:
    """A correction, which stays beside what it corrects, or in its place if that is withdrawn."""
    subject = sheet.about(thing("correction", row.key), "Correction")
    subject.say("corrects", thing("document", row.document))
    subject.say("correctionText", text(row.text_nl, "nl"), text(row.text_en, "en"))
