"""Reports that a letter presents, and questions of members that it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from ctgraph.dates import edtf
from ctgraph.link.context import Context
from ctgraph.link.debates import LinkedDebate, at
from ctgraph.model.claims import OfferedReport, Participation, Question, Time
from ctgraph.model.mentions import DateReference, Mention, PersonReference, PolicyReference

# "In bijgaande rapportage «…»", "Hierbij bied ik u het rapport … aan".
_OFFERED = re.compile(
    r"(?:bijgaande?|hierbij|bijgevoegde?|bij deze brief)\b[^.;]{0,120}?\b"
    r"(?P<kind>\w*(?:rapportage|rapport|evaluatie|dreigingsbeeld|strategie|voortgangsbrief|nota|onderzoek))\b"
    r"(?:\s«(?P<title>[^»]{3,120})»)?",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\bover\s(?:de\speriode|het\stijdvak)\s(?:van(?:af)?\s)?$|\bperiode\s(?:van(?:af)?\s)?$", re.IGNORECASE
)
_IT_COVERS = re.compile(r"(?:Zij|Deze|Dit|Het|De)\s(?:\w+\s)?(?:gaat|beslaat|betreft|ziet|bestrijkt|loopt)\b")
_UNTIL = re.compile(r"^\s(?:tot(?: en met)?|t/m|–|-)\s$")

_ASKED = re.compile(r"\b(?:vroeg|vroegen|vraagt)\s(?:(?:het lid|de leden|mevrouw|de heer)\s)?$")
_QUOTED = re.compile(r"«([^»]{8,600})»")


def reports(context: Context) -> list[OfferedReport]:
    """Reports that a letter presents, with title and period where it gives them."""
    found = []
    for at_ in context.cues["offer"]:
        offered = _OFFERED.match(context.text, at_)
        if offered is None or _is_policy(context, offered.start("kind")):
            continue
        title = offered["title"] or offered["kind"]
        start = offered.start("kind")
        evidence = context.evidence(start, offered.end(), "report.offered", 0.85)
        ref = context.ref("document", evidence.readable)
        found.append(OfferedReport(ref, title, (evidence,), _period(context, offered.end())))
    return found


def _is_policy(context: Context, position: int) -> bool:
    """Whether a policy document is named here: "Dreigingsbeeld Terrorisme Nederland 71" is told as such."""
    return any(
        m.start <= position < m.end for m, _ in context.between(max(0, position - 1), position + 1, PolicyReference)
    )


def _period(context: Context, position: int) -> Time | None:
    """The period a report covers: "over de periode vanaf april 2019 tot 1 mei 2022" (tot: up to, not including)."""
    index = context.sentences.index(max(0, position - 1))
    _, end = context.sentences.at(index)
    if index + 1 < len(context.sentences) and _IT_COVERS.match(context.text, context.sentences.at(index + 1)[0]):
        _, end = context.sentences.at(index + 1)
    days = [m for m, _ in context.between(position, end, DateReference)]
    for first, second in pairwise(days):
        before = context.text[max(0, first.start - 30) : first.start]
        link = _UNTIL.match(context.text[first.end : second.start])
        if _PERIOD.search(before) and link:
            return _interval(context, first, second, "en met" in link.group() or "t/m" in link.group())
    return None


def _interval(context: Context, first: Mention, second: Mention, inclusive: bool) -> Time:
    from_, until = context.time(first).reading, context.time(second).reading
    evidence = context.evidence(first.start, second.end, "time.period", 0.9)
    last = until.edtf.split("/")[-1]
    if not inclusive and until.earliest is not None:
        last = (until.earliest - timedelta(days=1)).isoformat()
    reading = edtf.reading(f"{from_.edtf.split('/')[0]}/{last}", relative=from_.relative or until.relative)
    return Time(context.ref("time", evidence.readable), reading, evidence.readable, (evidence,))


def questions(context: Context, debates: Sequence[LinkedDebate]) -> Iterator[Question]:
    """Questions of members that the paper quotes: "vroeg het lid Ephraim (…) uw Kamer «of …»"."""
    text = context.text
    for mention, value in _questioners(context):
        start, end = context.sentences.around(mention.start)
        quoted = _QUOTED.search(text, mention.end, min(len(text), end + 400))
        if quoted is None or quoted.start() >= end:
            continue
        evidence = context.evidence(quoted.start(1), quoted.end(1), "question.quoted", 0.85)
        ref = context.ref("question", evidence.readable)
        asked_by = Participation(
            ref=context.ref("participation", f"{ref.id} {value.name}"),
            agent=context.person(value),
            role="questioner",
            of=ref,
            name_in_source=value.name,
            evidence=(context.of(mention),),
            group=context.knowledge.group(value.party) if value.party else None,
        )
        debate = at(debates, start, end)
        yield Question(ref, evidence.readable, asked_by, debate.debate.ref if debate else None, (evidence,))


def _questioners(context: Context) -> Iterator[tuple[Mention, PersonReference]]:
    for mention, value in context.between(0, len(context.text), PersonReference):
        left = context.text[max(0, mention.start - 30) : mention.start]
        if "vr" in left and _ASKED.search(left):
            yield mention, value
