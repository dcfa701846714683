"""References: to papers, to laws, to policy documents, and the footnotes that carry them."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import NamedNode

from ctgraph.graph.provenance import Sheet, Subject
from ctgraph.graph.statements.targets import about, entries, target
from ctgraph.graph.statements.times import time
from ctgraph.graph.terms import CITED, CITING, LABEL, TITLE, boolean, concept, text, thing
from ctgraph.identifiers import parse_paper
from ctgraph.model.claims import Citation, Evidence, Footnote, LawCitation, PolicyMention, Ref


def citation(sheet: Sheet, item: Citation, notes: Sequence[Footnote] = ()) -> NamedNode:
    """A reference to a numbered paper: of a suspect or ambiguous one, nothing is said to be cited.

    `notes` are the footnotes of the paper, one of which may carry the reference.
    """
    subject = _reference(sheet, item.ref, item.evidence, "Citation")
    subject.say("printedIdentifier", *map(text, item.printed))
    subject.say("resolutionStatus", concept("resolution-status", item.status))
    if item.status in ("resolved", "identified"):
        subject.say(CITED, *(_cited(sheet, ref, item) for ref in item.targets))
    if item.reason:
        subject.say("resolutionReason", text(item.reason.nl, "nl"), text(item.reason.en, "en"))
    if item.suggestion:
        subject.say("suggestedIdentifier", text(item.suggestion))
    if item.attachment:
        subject.say("isAttachment", boolean(True))
    _place(sheet, subject, item, notes)
    return subject.node


def law_citation(sheet: Sheet, item: LawCitation) -> NamedNode:
    """A mention of a law, with what is cited of it."""
    law = target(sheet, item.law, item.evidence)
    if item.name:
        about(sheet, item.law, item.evidence).say(LABEL, text(item.name, "nl"))
    subject = _reference(sheet, item.ref, item.evidence, "LawCitation")
    subject.say(CITED, law).say("citedArticle", *map(text, item.articles))
    if item.paragraph:
        subject.say("citedParagraph", text(item.paragraph))
    return subject.node


def policy_mention(sheet: Sheet, item: PolicyMention) -> NamedNode:
    """A mention of a strategy, of a threat assessment or of the series it is an edition of."""
    subject = _reference(sheet, sheet.mint("citation", item.evidence), item.evidence, "PolicyCitation")
    document = item.ref.kind == "document"
    name = "ThreatAssessment" if document and item.kind == "threat-assessment" else ""
    subject.say(CITED, target(sheet, item.ref, item.evidence, name))
    named = about(sheet, item.ref, item.evidence)
    named.say(TITLE if document else LABEL, text(item.name, "nl"))
    _told(sheet, named, item)
    return subject.node


def _told(sheet: Sheet, named: Subject, item: PolicyMention) -> None:
    """What the mention tells of the thing itself: its series and edition, its period, the paper it came with."""
    if item.series:
        named.say("editionOf", target(sheet, item.series, item.evidence))
    if item.edition:
        named.say("editionNumber", text(item.edition))
    if item.valid:
        named.say("validDuring", time(sheet, item.valid))
    if item.attached_to:
        predicate = "annexOf" if item.ref.kind == "document" else "setOutIn"
        named.say(predicate, target(sheet, item.attached_to, item.evidence))
    if item.presented:
        named.say("presentedOn", time(sheet, item.presented))
    if item.recurrence:
        named.say("recurrence", text(item.recurrence))


def footnote(sheet: Sheet, item: Footnote) -> NamedNode:
    """A footnote, and the words that it hangs on."""
    subject = about(sheet, item.ref, item.evidence, "Footnote")
    subject.say("noteOf", sheet.home).say("noteNumber", text(item.number)).say("noteText", text(item.text))
    if item.supports:
        subject.say("citingPassage", sheet.passage(item.supports))
    return subject.node


def _reference(sheet: Sheet, ref: Ref, evidence: Sequence[Evidence], name: str) -> Subject:
    subject = about(sheet, ref, evidence, name)
    subject.say(CITING, sheet.home)
    return subject.say("citationText", text(sheet.document.quote(evidence[0].span)))


def _cited(sheet: Sheet, ref: Ref, item: Citation) -> NamedNode:
    """A paper in two dossiers is numbered by the first; the others are placements of the same paper."""
    number = parse_paper(ref.id) if ref.kind == "document" else None
    if number and item.also_dossiers:
        entries(sheet, ref, (number.dossier_id, *item.also_dossiers), item.evidence)
    return target(sheet, ref, item.evidence)


def _place(sheet: Sheet, subject: Subject, item: Citation, notes: Sequence[Footnote]) -> None:
    """The footnote of that number that holds the words: numbers begin anew on some pages."""
    for note in notes:
        if note.number == item.note and _holds(note, item):
            subject.say("citedInNote", thing(note.ref.kind, note.ref.id))
    if item.supports:
        subject.say("citingPassage", sheet.passage(item.supports))


def _holds(note: Footnote, item: Citation) -> bool:
    words = item.evidence[0].span
    return any(rests.span.start <= words.start and words.end <= rests.span.end for rests in note.evidence)
