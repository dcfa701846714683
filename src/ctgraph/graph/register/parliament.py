"""Motions with their submitters, and the decisions on them with the votes."""

from __future__ import annotations

from ctgraph.graph.register.table import TableSheet
from ctgraph.graph.terms import LABEL, TITLE, boolean, concept, integer, text, thing
from ctgraph.identifiers import slug
from ctgraph.model.records import Ballot, Choice, DecisionRow, MotionRow, Submitter


def motion(sheet: TableSheet, row: MotionRow) -> None:
    """A motion; its text stands in the paper that it goes by."""
    subject = sheet.about(thing("motion", row.key), "Motion").say("textInDocument", thing("document", row.key))
    subject.say(TITLE, text(row.title, "nl"))
    for position, submitter in enumerate(row.submitters):
        _participation(sheet, row, submitter, position)
    if row.others_unnamed:
        subject.say("othersUnnamed", boolean(True))
    if row.replaces:
        replaced = sheet.about(thing("motion", row.replaces), "Motion")
        paper = sheet.about(thing("document", row.replaces), "ParliamentaryPaper")
        paper.say("officialIdentifier", text(row.replaces))
        subject.say("modifies", replaced.say("textInDocument", paper.node).node)
    if row.advice:
        subject.say("governmentAdvice", concept("government-advice", row.advice))


def decision(sheet: TableSheet, row: DecisionRow) -> None:
    """A decision with the votes of the groups, as far as they are known."""
    paper, _, day = row.key.rpartition("/")
    subject = sheet.about(thing("decision", paper, day), "Decision")
    subject.say("decidesOn", thing("motion", row.motion)).when("onDate", row.date)
    subject.say("decisionResult", concept("decision-result", row.result))
    votes: tuple[tuple[Choice, tuple[Ballot, ...]], ...] = (
        ("for", row.in_favour),
        ("against", row.against),
        ("did-not-take-part", row.not_voting),
    )
    for choice, ballots in votes:
        for ballot in ballots:
            vote = sheet.about(thing("vote", paper, ballot.group), "VotePosition")
            vote.say("voter", thing("organisation", ballot.group)).say("choice", concept("vote-choice", choice))
            vote.say("mistaken", boolean(ballot.mistaken))
            if ballot.seats is not None:
                vote.say("seats", integer(ballot.seats))
            subject.say("votePosition", vote.node)


def _participation(sheet: TableSheet, row: MotionRow, submitter: Submitter, position: int) -> None:
    """The part of one submitter. A name that is no known person is a person of this motion only."""
    if submitter.person:
        agent = thing("person", submitter.person)
    else:
        agent = sheet.about(thing("person", row.key, slug(submitter.name)), "Person").say(
            LABEL, text(submitter.name)
        ).node  # fmt: skip
    part = sheet.about(thing("participation", row.key, slug(submitter.name)), "Participation")
    part.say("participant", agent).say("nameInSource", text(submitter.name))
    role = "co-signatory" if position else "first-signatory"
    part.say("participationRole", concept("participation-role", role))
    if submitter.group:
        part.say("onBehalfOf", thing("organisation", submitter.group))
    sheet.about(thing("motion", row.key)).say("participation", part.node)
