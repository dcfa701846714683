"""Who took part: people, bodies and posts as the paper names them, and the parts they had."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from pyoxigraph import NamedNode

from ctgraph.graph.provenance import Sheet
from ctgraph.graph.statements.targets import about
from ctgraph.graph.terms import LABEL, concept, organisation_class, text, thing
from ctgraph.model.claims import Agent, Evidence, Participation, Ref

CHAMBERS: Final = MappingProxyType(
    {
        "tk": Agent(Ref("organisation", "tweede-kamer"), "Tweede Kamer", "chamber"),
        "ek": Agent(Ref("organisation", "eerste-kamer"), "Eerste Kamer", "chamber"),
    }
)
"""The chambers by their letters in official ids."""


def agent(sheet: Sheet, item: Agent, evidence: Sequence[Evidence]) -> NamedNode:
    """A person, post or organisation; only an organisation has a kind of its own."""
    if item.ref.kind == "person":
        return about(sheet, item.ref, evidence, "Person").say(LABEL, text(item.name)).node
    if item.ref.kind == "post":
        return about(sheet, item.ref, evidence, "Post").say(LABEL, text(item.name, "nl")).node
    subject = about(sheet, item.ref, evidence, organisation_class(item.kind))
    subject.say(LABEL, text(item.name, "nl"))
    if item.kind:
        subject.say("organisationKind", concept("organisation-kind", item.kind))
    return subject.node


def participation(sheet: Sheet, item: Participation) -> NamedNode:
    """One part in a thing; group and post are those printed with the name."""
    subject = about(sheet, item.ref, item.evidence, "Participation")
    subject.say("participant", agent(sheet, item.agent, item.evidence))
    subject.say("participationRole", concept("participation-role", item.role))
    subject.say("nameInSource", text(item.name_in_source))
    if item.group:
        subject.say("onBehalfOf", agent(sheet, item.group, item.evidence))
    if item.post:
        subject.say("inPost", agent(sheet, item.post, item.evidence))
    if item.tenure:
        subject.say("inTenure", thing(item.tenure.kind, item.tenure.id))
    about(sheet, item.of, item.evidence).say("participation", subject.node)
    return subject.node
