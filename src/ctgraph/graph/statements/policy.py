"""What the paper tells of policy: claims, announcements, studies, bills, measures, cooperation."""

from __future__ import annotations

from pyoxigraph import NamedNode

from ctgraph.graph.provenance import Sheet
from ctgraph.graph.statements.actors import agent, participation
from ctgraph.graph.statements.targets import about, target, targets
from ctgraph.graph.statements.times import time
from ctgraph.graph.terms import LABEL, concept, text
from ctgraph.model.claims import Announcement, Bill, Claim, Cooperation, Measure, Study


def claim(sheet: Sheet, item: Claim) -> NamedNode:
    """Something said, kept apart from whether it is so."""
    subject = about(sheet, item.ref, item.evidence, "Claim")
    subject.say("claimText", text(item.text)).say("statedIn", sheet.home)
    subject.say("modality", concept("modality", item.modality))
    subject.say("claimAbout", *targets(sheet, item.about, item.evidence))
    if item.said_by:
        subject.say("saidBy", target(sheet, item.said_by, item.evidence))
    if item.valid:
        subject.say("validDuring", time(sheet, item.valid))
    if item.part_of:
        subject.say("partOfStrategy", target(sheet, item.part_of, item.evidence))
    return subject.node


def announcement(sheet: Sheet, item: Announcement) -> NamedNode:
    """A claim that something will come; whether it came is for other sources to tell."""
    subject = about(sheet, item.ref, item.evidence, "Announcement")
    subject.say("claimText", text(item.text)).say("statedIn", sheet.home)
    subject.say("modality", concept("modality", "intention"))
    subject.say("claimAbout", *targets(sheet, item.about, item.evidence))
    if item.expected:
        subject.say("expectedTime", time(sheet, item.expected))
    if item.commitment:
        subject.say("partOfCommitment", target(sheet, item.commitment, item.evidence))
    return subject.node


def study(sheet: Sheet, item: Study) -> NamedNode:
    """A study or evaluation."""
    subject = about(sheet, item.ref, item.evidence, "Study").say(LABEL, text(item.name, "nl"))
    if item.supervised_by:
        subject.say("supervisedBy", agent(sheet, item.supervised_by, item.evidence))
    if item.started:
        subject.say("started", time(sheet, item.started))
    if item.due:
        subject.say("due", time(sheet, item.due))
    if item.requested_by:
        subject.say("requestedBy", target(sheet, item.requested_by, item.evidence))
    if item.matter:
        subject.say("examinedMatter", text(item.matter))
    subject.say("examines", *targets(sheet, item.examines, item.evidence))
    return subject.node


def bill(sheet: Sheet, item: Bill) -> NamedNode:
    """A bill, which may not have a paper yet."""
    subject = about(sheet, item.ref, item.evidence, "LegislativeProposal").say(LABEL, text(item.name, "nl"))
    if item.status:
        subject.say("legislativeStatus", concept("legislative-status", item.status))
    return subject.say("amendsLaw", *targets(sheet, item.amends, item.evidence)).node


def measure(sheet: Sheet, item: Measure) -> NamedNode:
    """A measure; money for others to spend is a funding scheme."""
    name = "FundingScheme" if item.kind == "funding" else "Measure"
    subject = about(sheet, item.ref, item.evidence, name).say(LABEL, text(item.name, "nl"))
    subject.say("measureKind", concept("measure-kind", item.kind))
    subject.say("recipientKind", *(concept("organisation-kind", kind) for kind in item.recipients))
    subject.say("targets", *(concept("phenomenon", notation) for notation in item.targets))
    if item.recurrence:
        subject.say("recurrence", text(item.recurrence))
    return subject.say("legalBasis", *targets(sheet, item.legal_basis, item.evidence)).node


def cooperation(sheet: Sheet, item: Cooperation) -> NamedNode:
    """An arrangement between named parties."""
    subject = about(sheet, item.ref, item.evidence, "Cooperation").say(LABEL, text(item.name, "nl"))
    subject.say("partyTo", *(agent(sheet, party, item.evidence) for party in item.parties))
    if item.since:
        subject.say("onDate", time(sheet, item.since))
    for part in item.participations:
        participation(sheet, part)
    return subject.node
