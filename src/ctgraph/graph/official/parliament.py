"""Cases, decisions with their votes, agenda points, meetings and commitments of the official registers."""

from __future__ import annotations

from pyoxigraph import NamedNode

from ctgraph.graph.derived import Subject
from ctgraph.graph.official import things
from ctgraph.graph.official.sheet import RecordSheet
from ctgraph.graph.terms import IDENTIFIER, LABEL, TITLE, boolean, concept, integer, text, thing
from ctgraph.identifiers import parse_paper, slug
from ctgraph.model.official import (
    AgendaItemRecord,
    CaseRecord,
    CaseRef,
    CommitmentRecord,
    DecisionRecord,
    MeetingRecord,
    NamedSubmitter,
    Vote,
)


def case(sheet: RecordSheet, record: CaseRecord) -> None:
    """A case: the paper that it put into the dossier, and the motion or bill, if it is one."""
    identifier = things.paper_of(sheet, record.case)
    if identifier:
        _paper(sheet, record, identifier)
    if record.case.type == "Motie":
        _motion(sheet, record, identifier)
        return
    things.case_node(sheet, record.case)
    if identifier:
        subject = sheet.about(thing("document", identifier))
        for who in record.submitters:
            things.participation(sheet, subject, identifier, who, record.started)


def _paper(sheet: RecordSheet, record: CaseRecord, identifier: str) -> None:
    subject = things.paper(sheet, identifier, record.kind).words(TITLE, record.title, "nl")
    subject.when("documentDate", record.started).words("sessionYear", record.session_year)
    subject.words("caseNumber", record.case.number)
    if record.kind:
        subject.say("documentKind", concept("document-kind", record.kind))
    subject.words(IDENTIFIER, record.document)
    things.entries(sheet, identifier, things.placed(sheet, record.case.placements))


def _motion(sheet: RecordSheet, record: CaseRecord, identifier: str) -> None:
    found = things.motion(sheet, identifier, record.case.number)
    if found is None:
        return
    subject = sheet.about(found).words(TITLE, record.title, "nl")
    for who in record.submitters:
        things.participation(sheet, subject, identifier or record.case.number, who, record.started)
    if record.others_unnamed:
        subject.say("othersUnnamed", boolean(True))
    if record.advice:
        subject.say("governmentAdvice", concept("government-advice", record.advice))
    replaced = things.motion(sheet, record.replaces, "") if parse_paper(record.replaces) else None
    if replaced:
        subject.say("modifies", replaced)


def decision(sheet: RecordSheet, record: DecisionRecord) -> None:
    """A decision with its votes. One that does not say what it is on is stated if the register knows what that is.

    A source of votes alone gives no result: its votes are stated of the decision that they are part of.
    """
    known = sheet.crosswalk.key(record.id)
    reference = known or record.id
    node = thing("decision", *reference.split("/"))
    if not record.result:
        _votes(sheet, sheet.about(node), record, known)
        return
    subjects = [each for each in (things.case_node(sheet, case) for case in record.subjects) if each]
    if known and not subjects:
        # The register knows the decision by the paper of its motion and the day.
        subjects = [each for each in (things.motion(sheet, reference.rpartition("/")[0], ""),) if each]
    if not subjects:
        return
    subject = sheet.about(node, "Decision").say("decidesOn", *subjects)
    subject.say("decisionResult", concept("decision-result", record.result)).when("onDate", record.date)
    subject.words("decisionText", record.text, "nl")
    if record.by_roll_call is not None:
        subject.say("byRollCall", boolean(record.by_roll_call))
    if record.agenda_item:
        subject.say("takenAt", _agenda_item(sheet, record.agenda_item).node)
    _votes(sheet, subject, record, known)


def _votes(sheet: RecordSheet, decided: Subject, record: DecisionRecord, known: str) -> None:
    """The votes go by the paper of the motion if the register knows the decision, else by the decision's id."""
    for vote in record.votes:
        _vote(sheet, decided, known.rpartition("/")[0] or record.id, vote, record.date)


def _vote(sheet: RecordSheet, decided: Subject, reference: str, vote: Vote, day: str) -> None:
    """A member's vote counts for one and names the group it belongs to."""
    cast_by = things.group(sheet, vote.group, vote.group_name)
    who = NamedSubmitter(vote.member_name, "", vote.group_name, "", vote.member, vote.group)
    member = things.person(sheet, who, day) if vote.member or vote.member_name else None
    voter = member or cast_by
    if voter is None:
        return
    key = voter.node.value.rpartition("/")[2]
    subject = sheet.about(thing("vote", reference, key), "VotePosition").say("voter", voter.node)
    subject.say("choice", concept("vote-choice", vote.choice)).say("mistaken", boolean(vote.mistaken))
    if member and cast_by:
        subject.say("onBehalfOf", cast_by.node)
    elif vote.seats is not None:
        subject.say("seats", integer(vote.seats))
    decided.say("votePosition", subject.node)


def agenda_item(sheet: RecordSheet, record: AgendaItemRecord) -> None:
    """A point on an agenda, with what it treats."""
    subject = _agenda_item(sheet, record.number, record.title)
    if record.activity:
        subject.say("partOfDebate", thing("debate", record.activity))
        _meeting(sheet, record.activity)
    subject.say("treats", *_treated(sheet, record.cases))


def _agenda_item(sheet: RecordSheet, number: str, title: str = "") -> Subject:
    subject = sheet.about(thing("debate", number), "AgendaItem").say(IDENTIFIER, text(number))
    return subject.say(LABEL, text(title or number, "nl"))


def _meeting(sheet: RecordSheet, number: str, title: str = "") -> Subject:
    subject = sheet.about(thing("debate", number), "Debate").say(IDENTIFIER, text(number))
    return subject.say(LABEL, text(title or number, "nl"))


def meeting(sheet: RecordSheet, record: MeetingRecord) -> None:
    """A meeting, on the day that it is or was to be held; its report is a paper with a day of its own."""
    subject = _meeting(sheet, record.number, record.title).words("topicText", record.title)
    if record.kind:
        subject.say("debateKind", concept("debate-kind", record.kind))
    if record.status:
        subject.say("debateStatus", concept("debate-status", record.status))
    subject.when("onDate", record.date)
    if record.holder and record.holder != "TK":
        subject.say("heldBy", things.committee(sheet, record.committee, record.holder).node)
    elif record.chamber:
        subject.say("heldBy", things.chamber(sheet, record.chamber))
    subject.say("reportedIn", *(things.paper(sheet, report).node for report in record.reports))
    subject.say("treats", *_treated(sheet, record.cases))


def _treated(sheet: RecordSheet, cases: tuple[CaseRef, ...]) -> list[NamedNode]:
    return [each for each in (things.case_node(sheet, case) for case in cases) if each]


def commitment(sheet: RecordSheet, record: CommitmentRecord) -> None:
    """A commitment of the official register, with its status and the letter that met it."""
    subject = sheet.about(thing("commitment", record.number), "Commitment").say(IDENTIFIER, text(record.number))
    subject.say("commitmentKind", concept("commitment-kind", "registered"))
    subject.say("commitmentText", text(record.text)).when("madeOn", record.made_on)
    subject.say("commitmentStatus", concept("commitment-status", record.status))
    _parties(sheet, subject, record)
    if record.activity:
        subject.say("madeIn", _meeting(sheet, record.activity).node)
    subject.when("fulfilledOn", record.met_on).words("fulfilmentText", record.letter, "nl")
    if record.letter_id:
        subject.say("fulfilledBy", things.paper(sheet, record.letter_id).node)
    for earlier in record.modifies:
        subject.say("modifies", sheet.about(thing("commitment", earlier)).node)


def _parties(sheet: RecordSheet, subject: Subject, record: CommitmentRecord) -> None:
    """Who made it, as a person and in the office that he held; and to whom."""
    if record.maker:
        made_by = things.person(sheet, record.maker, record.made_on)
        if made_by:
            subject.say("madeBy", made_by.node)
        if record.maker.function and slug(record.maker.function):
            subject.say("madeBy", things.post(sheet, record.maker.function).node)
    for each in record.recipients:
        to = things.person(sheet, each, record.made_on) if each.person or each.name else None
        to = to or things.group(sheet, each.group, each.group_name)
        if to:
            subject.say("madeTo", to.node)
