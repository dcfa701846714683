"""Papers and dossiers, as the publisher of a paper or the chamber describes them."""

from __future__ import annotations

from ctgraph.graph.derived import Subject
from ctgraph.graph.official import things
from ctgraph.graph.official.sheet import RecordSheet
from ctgraph.graph.pages import publication_links
from ctgraph.graph.terms import CREATOR, IDENTIFIER, LABEL, TITLE, boolean, concept, integer, text, thing
from ctgraph.identifiers import parse_paper
from ctgraph.model.official import DossierRecord, PaperRecord

_MOTIONS = frozenset({"motie", "gewijzigde-motie"})


def paper(sheet: RecordSheet, record: PaperRecord) -> None:
    """A paper. A motion's paper tells of the motion too, a report's of the meeting."""
    places = things.placed(sheet, record.placements)
    identifier = _identifier(record, places[0].dossier if places else "", places[0].number if places else "")
    if not identifier:
        return
    subject = things.paper(sheet, identifier, record.kind)
    if record.reasoned:
        sheet.reasoned()
    else:
        subject.led(publication_links(identifier))
    _describe(sheet, subject, record)
    things.entries(sheet, identifier, places)
    _relations(sheet, subject, record)
    _people(sheet, subject, identifier, record)
    if identifier.startswith("h-") and record.met:
        _meeting(sheet, subject, identifier, record)


def dossier(sheet: RecordSheet, record: DossierRecord) -> None:
    """A dossier with its title, the highest number in it, and whether it is closed."""
    subject = things.dossier(sheet, record.id, record.title)
    if record.highest is not None:
        subject.say("highestSubNumber", integer(record.highest))
    if record.closed is not None:
        subject.say("closed", boolean(record.closed))


def _identifier(record: PaperRecord, dossier_id: str, number: str) -> str:
    """The id given; for a document that has its number only, the id that dossier and number make, if they do."""
    if not things.DOCUMENT_NUMBER.fullmatch(record.id) or not dossier_id or number in ("", "0"):
        return record.id
    return f"kst-{dossier_id}-{number}"


def _describe(sheet: RecordSheet, subject: Subject, record: PaperRecord) -> None:
    subject.words(TITLE, record.title, "nl").when("documentDate", record.date)
    subject.when("publicationDate", record.issued).words("sessionYear", record.session_year)
    if record.kind:
        subject.say("documentKind", concept("document-kind", record.kind))
    subject.words(CREATOR, record.creator).say("category", *(text(each, "nl") for each in record.subjects))
    subject.say(IDENTIFIER, *(text(each) for each in record.numbers))


def _relations(sheet: RecordSheet, subject: Subject, record: PaperRecord) -> None:
    if record.annex_of:
        subject.say("annexOf", things.paper(sheet, record.annex_of).node)
    for annex in record.annexes:
        things.paper(sheet, annex).say("annexOf", subject.node)
    if record.answers:
        subject.say("answerTo", things.paper(sheet, record.answers).node)
    if record.answered_by:
        things.paper(sheet, record.answered_by).say("answerTo", subject.node)


def _people(sheet: RecordSheet, subject: Subject, identifier: str, record: PaperRecord) -> None:
    """Those who submitted a motion did so to the motion, which is not its paper."""
    of, day = subject, record.date
    if record.kind in _MOTIONS and parse_paper(identifier):
        of = sheet.about(thing("motion", identifier), "Motion").say("textInDocument", subject.node)
        of.words(TITLE, record.title, "nl")
    for who in record.submitters:
        things.participation(sheet, of, identifier, who, day)


def _meeting(sheet: RecordSheet, subject: Subject, identifier: str, record: PaperRecord) -> None:
    """The sitting that an item of the proceedings reports: its day is not that of the publication."""
    meeting = sheet.about(thing("debate", identifier), "Debate").say(LABEL, text(record.title or identifier, "nl"))
    meeting.say("debateKind", concept("debate-kind", "plenair-debat")).when("onDate", record.met)
    meeting.say("reportedIn", subject.node)
    if record.chamber:
        meeting.say("heldBy", things.chamber(sheet, record.chamber))
    for treated in record.debated:
        if treated.startswith("kst-"):
            meeting.say("treats", things.paper(sheet, treated).node)
        else:
            meeting.say("treats", things.dossier(sheet, treated).node)
