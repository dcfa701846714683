"""Visits and talks that a letter tells of: where to, with whom, when.

Only what was: "reisde ik", "sprak ik", "heb ik gesproken". What will be is an announcement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from ctgraph.dates import edtf
from ctgraph.link.context import Context
from ctgraph.link.measures import COUNTRIES, state
from ctgraph.model.claims import Agent, Evidence, Participation, Ref, Time
from ctgraph.model.contents import Meeting
from ctgraph.model.mentions import (
    DateReference,
    Mention,
    OrganisationReference,
    PersonReference,
    PostReference,
)

# "reisde ik in mei van dit jaar naar Irak", "bracht ik een werkbezoek aan Turkije", "ik bezocht in juni de eenheid".
_VISITED = re.compile(
    r"(?:reisden?\s(?:ik|wij)|(?:ik|wij)\sreisden?)(?:\s[^\s.;]+){0,9}?\snaar\s(?P<to>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)"
    r"|(?:bracht(?:en)?|heb|hebben)\s(?:ik|wij)(?:\s[^\s.;]+){0,8}?\s(?:werk)?bezoek(?:\sgebracht)?\saan\s"
    r"(?:de\s|het\s)?(?P<paid>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)"
    r"|(?:bezocht(?:en)?\s(?:ik|wij)|(?:ik|wij)\sbezocht(?:en)?)(?:\s[^\s.;]+){0,8}?\s(?P<seen>[A-Z][\w-]+)\b"
)
# "sprak ik in Den Haag met de directeur van Europol", "heb ik op 3 mei gesproken met", "ik sprak onder meer met".
_SPOKE = re.compile(
    r"(?:(?:sprak(?:en)?|overlegden?)\s(?:ik|wij)"
    r"|(?:ik|wij)\s(?:(?:onder\smeer|ook|daar|er)\s){0,2}(?:sprak(?:en)?|overlegden?)"
    r"|(?:heb|hebben)\s(?:ik|wij)(?P<before>(?:\s[^\s.;]+){0,8}?)\s(?:gesproken|overlegd|overleg\sgevoerd))"
    r"(?P<where>(?:\s[^\s.;]+){0,8}?)\smet\s"
)
_PLACE = re.compile(r"\bin\s(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})")
# Roles of people who are met, by body: "de directeur van Europol", "de secretaris-generaal van de VN".
_ROLE = re.compile(
    r"(?:uitvoerend\sdirecteur|directeur(?:-generaal)?|voorzitter|hoofd|secretaris-generaal|ambassadeur)\svan\s"
    r"(?:de\s|het\s)?$"
)
# What ends the naming of who was met.
_LEFT = re.compile(r",\s(?:de|het|die|dat|waar|over|en)\b|\sover\s|\som\s")


def meetings(context: Context) -> Iterator[Meeting]:
    """The visits and talks of the sender, one a sentence."""
    if context.sender is None:
        return
    done = -1
    for at in context.cues["meeting"]:
        index = context.sentences.index(at)
        if index == done:
            continue
        start, end = context.sentences.at(index)
        visit = _VISITED.search(context.text, start, end)
        talk = _SPOKE.search(context.text, start, end)
        done = index
        if visit or talk:
            yield _meeting(context, visit, talk, end)


def _meeting(context: Context, visit: re.Match[str] | None, talk: re.Match[str] | None, end: int) -> Meeting:
    first = visit or talk
    assert first is not None
    last = talk or first
    stop = _stop(context, last.end(), end) if talk else last.end()
    evidence = context.evidence(first.start(), stop, "meeting.visit" if visit else "meeting.talk", 0.75)
    ref = context.ref("meeting", evidence.readable)
    place, state_ = _place(visit, talk)
    parts = [_sender(context, ref, evidence)] if context.sender else []
    met = _met(context, talk.end(), stop) if talk else iter(())
    parts.extend(_part(context, ref, agent, evidence) for evidence, agent in met)
    return Meeting(
        ref=ref,
        kind="visit" if visit else "talk",
        name=evidence.readable,
        evidence=(evidence,),
        participations=tuple(parts),
        time=_time(context, first.start(), stop),
        place=place,
        state=state_,
    )


def _stop(context: Context, start: int, end: int) -> int:
    """To the comma, "over" or stop that leaves who was met."""
    cut = _LEFT.search(context.text, start, end)
    stop = cut.start() if cut else end
    while stop > start and context.text[stop - 1] in " .,;":
        stop -= 1
    return stop


def _place(visit: re.Match[str] | None, talk: re.Match[str] | None) -> tuple[str, Agent | None]:
    place = next((p for p in (visit["to"], visit["paid"], visit["seen"]) if p), "") if visit else ""
    if not place and talk:
        named = _PLACE.search(f"{talk['before'] or ''} {talk['where']}")
        place = named["place"] if named else ""
    country = next((c for c in COUNTRIES if place == c or place.startswith(f"{c} ")), "")
    return place, state(country) if country else None


def _time(context: Context, start: int, end: int) -> Time | None:
    """The day, month or year in the words, else in the sentence before them."""
    sentence = context.sentences.around(start)[0]
    inside = context.between(start, end, DateReference)
    for mention, value in chain(inside, context.between(sentence, start, DateReference)):
        if edtf.period(value.reading.edtf)[0] is not None:
            return context.time(mention)
    return None


def _met(context: Context, start: int, end: int) -> Iterator[tuple[Evidence, Agent]]:
    """Who was met: offices, people, and heads of bodies by their role."""
    taken = start
    for mention in context.inside(start, end):
        value = mention.value
        if mention.start < taken:
            continue
        if isinstance(value, PostReference):
            taken = mention.end
            yield context.of(mention), context.post(value.name, value.country)
        elif isinstance(value, PersonReference):
            taken = mention.end
            yield context.of(mention), context.person(value)
        elif isinstance(value, OrganisationReference):
            taken = mention.end
            yield _head_or_body(context, mention, value, start)


def _head_or_body(
    context: Context, mention: Mention, value: OrganisationReference, start: int
) -> tuple[Evidence, Agent]:
    role = _ROLE.search(context.text, start, mention.start)
    if role is None:
        return context.of(mention), Agent(Ref("organisation", value.key), value.name, value.kind or "other")
    words = role.group().strip()
    evidence = context.evidence(role.start(), mention.end, "post.head", 0.8)
    return evidence, context.post(f"{words[0].upper()}{words[1:]} {value.name}")


def _sender(context: Context, of: Ref, evidence: Evidence) -> Participation:
    agent = context.sender
    assert agent is not None
    ref = context.ref("participation", f"{of.id} {agent.ref.id}")
    return Participation(ref, agent, "participant", of, "ik", (evidence,))


def _part(context: Context, of: Ref, agent: Agent, evidence: Evidence) -> Participation:
    ref = context.ref("participation", f"{of.id} {agent.ref.id}")
    return Participation(ref, agent, "participant", of, evidence.readable, (evidence,))
