"""What parliament asks and the government answers: motions, responses, questions, debates, commitments."""

from __future__ import annotations

from pyoxigraph import NamedNode

from ctgraph.graph.provenance import Sheet, Subject
from ctgraph.graph.statements.actors import CHAMBERS, agent, participation
from ctgraph.graph.statements.policy import claim
from ctgraph.graph.statements.targets import about, target, targets
from ctgraph.graph.statements.times import time
from ctgraph.graph.terms import LABEL, boolean, concept, text, thing
from ctgraph.identifiers import parse_paper, slug
from ctgraph.model.claims import Commitment, Debate, Motion, Question, Ref, Request, Response
from ctgraph.model.contents import UnnamedInstrument


def motion(sheet: Sheet, item: Motion) -> NamedNode:
    """A motion with its submitters, what it asks, and its paper if the source gives a plausible one."""
    subject = about(sheet, item.ref, (*item.evidence, *item.advice_evidence), "Motion")
    if item.advice:
        subject.say("governmentAdvice", concept("government-advice", item.advice))
    if item.paper:
        subject.say("textInDocument", target(sheet, Ref("document", item.paper), item.evidence))
    for submitter in item.submitters:
        participation(sheet, submitter)
    if item.others_unnamed:
        subject.say("othersUnnamed", boolean(True))
    subject.say("asks", *(request(sheet, asked) for asked in item.requests))
    if parse_paper(item.replaces):
        subject.say("modifies", target(sheet, Ref("motion", item.replaces), item.evidence))
    return subject.node


def request(sheet: Sheet, item: Request) -> NamedNode:
    """One thing asked."""
    return about(sheet, item.ref, item.evidence, "Request").say("requestText", text(item.text)).node


def response(sheet: Sheet, item: Response) -> NamedNode:
    """What this paper says of the carrying out of a motion."""
    subject = about(sheet, item.ref, item.evidence, "Response")
    subject.say("respondsTo", target(sheet, item.motion, item.evidence)).say("givenIn", sheet.home)
    subject.say("fulfilmentStatus", concept("fulfilment-status", item.status))
    if item.obstacle:
        subject.say("statedObstacle", claim(sheet, item.obstacle))
    subject.say("fulfilledBy", *targets(sheet, item.fulfilled_by, item.evidence))
    subject.say("respondsToRequest", *(thing(ref.kind, ref.id) for ref in item.requests))
    return subject.node


def unnamed(sheet: Sheet, item: UnnamedInstrument) -> NamedNode:
    """An instrument that the paper means without naming it; a person has to find out which."""
    subject = about(sheet, item.ref, item.evidence, "ParliamentaryInstrument")
    subject.say(LABEL, text(item.words, "nl"))
    return subject.say("reviewState", concept("review-state", "needs-review")).node


def question(sheet: Sheet, item: Question) -> NamedNode:
    """A question of a member, as the paper tells it."""
    subject = about(sheet, item.ref, item.evidence, "MemberQuestion")
    subject.say("requestText", text(item.text))
    if item.asked_by:
        participation(sheet, item.asked_by)
    if item.debate:
        subject.say("madeIn", target(sheet, item.debate, item.evidence))
    return subject.node


def debate(sheet: Sheet, item: Debate) -> NamedNode:
    """A debate, by kind, topic and day."""
    subject = about(sheet, item.ref, item.evidence, "Debate")
    subject.say("debateKind", concept("debate-kind", slug(item.kind)))
    if item.topic:
        subject.say("topicText", text(item.topic))
    if item.time:
        subject.say("onDate", time(sheet, item.time))
    if item.chamber in CHAMBERS:
        subject.say("heldBy", agent(sheet, CHAMBERS[item.chamber], item.evidence))
    day = item.time.reading.edtf if item.time else ""
    label = " ".join(filter(None, (item.kind, item.topic, day)))
    subject.say("reportedIn", *targets(sheet, item.reports, item.evidence))
    return subject.say(LABEL, text(label, "nl")).node


def commitment(sheet: Sheet, item: Commitment) -> NamedNode:
    """A promise to a chamber, made earlier or here."""
    subject = about(sheet, item.ref, item.evidence, "Commitment")
    subject.say("commitmentKind", concept("commitment-kind", item.kind))
    subject.say("commitmentText", text(item.text)).say("statedIn", sheet.home)
    subject.say("commitmentStatus", concept("commitment-status", item.state))
    _circumstances(sheet, subject, item)
    subject.say("fulfilledBy", *targets(sheet, item.fulfilled_by, item.evidence))
    return subject.node


def _circumstances(sheet: Sheet, subject: Subject, item: Commitment) -> None:
    if item.made_by:
        subject.say("madeBy", agent(sheet, item.made_by, item.evidence))
    if item.made_to:
        subject.say("madeTo", agent(sheet, item.made_to, item.evidence))
    if item.made_in:
        subject.say("madeIn", target(sheet, item.made_in, item.evidence))
    if item.made_on:
        subject.say("madeOn", time(sheet, item.made_on))
    if item.due:
        subject.say("due", time(sheet, item.due))
