"""What a paper tells besides instruments and answers: its sections, topics, meetings, how bodies hang together."""

from __future__ import annotations

from pyoxigraph import NamedNode

from ctgraph.graph.provenance import Sheet
from ctgraph.graph.statements.actors import agent, participation
from ctgraph.graph.statements.targets import about
from ctgraph.graph.statements.times import time
from ctgraph.graph.terms import BROADER, LABEL, PART_OF_ORGANISATION, TITLE, concept, text
from ctgraph.model.contents import BroaderTopic, Meeting, Section, SubOrganisation, Topic

_SCHEME = "phenomenon"


def section(sheet: Sheet, item: Section) -> NamedNode:
    """A part of the paper under its heading."""
    subject = about(sheet, item.ref, item.evidence, "Section").say(TITLE, text(item.heading, "nl"))
    return subject.say("sectionOf", sheet.home).node


def topic(sheet: Sheet, item: Topic) -> None:
    """What a thing is about."""
    about(sheet, item.of, item.evidence).say("topic", concept(_SCHEME, item.notation))


def broader(sheet: Sheet, item: BroaderTopic) -> None:
    """One phenomenon under another, as far as this paper says so."""
    subject = sheet.about(concept(_SCHEME, item.narrower), item.evidence)
    subject.say(BROADER, concept(_SCHEME, item.broader))


def meeting(sheet: Sheet, item: Meeting) -> NamedNode:
    """A visit or talk, with who took part."""
    subject = about(sheet, item.ref, item.evidence, "Meeting").say(LABEL, text(item.name, "nl"))
    subject.say("meetingKind", concept("meeting-kind", item.kind))
    for part in item.participations:
        participation(sheet, part)
    if item.time:
        subject.say("onDate", time(sheet, item.time))
    if item.place:
        subject.say("placeText", text(item.place))
    if item.state:
        subject.say("inState", agent(sheet, item.state, item.evidence))
    return subject.node


def sub_organisation(sheet: Sheet, item: SubOrganisation) -> NamedNode:
    """A body that is part of another."""
    part = agent(sheet, item.part, item.evidence)
    sheet.about(part, item.evidence).say(PART_OF_ORGANISATION, agent(sheet, item.whole, item.evidence))
    return part
