"""Debates as things: one for the same kind and day, with the paper or proceedings that report it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from ctgraph.construction import frozen, replace
from ctgraph.identifiers import slug
from ctgraph.link.context import Context
from ctgraph.link.footnotes import Support
from ctgraph.model.claims import Debate, Ref, Time
from ctgraph.model.mentions import (
    DateReference,
    DebateReference,
    Mention,
    PaperReference,
    ProceedingsReference,
)

_OPENING = re.compile(r"\s?\(\s?$")
_PLENARY = frozenset({"plenair debat", "dertigledendebat", "vragenuur", "interpellatiedebat", "ordedebat"})


@frozen
class LinkedDebate:
    """A debate with the mention it was read from."""

    mention: Mention
    debate: Debate


def debates(context: Context, supported: Mapping[str, Support], suspect: frozenset[str]) -> Sequence[LinkedDebate]:
    """The debates that the body names with their day."""
    made: list[LinkedDebate] = []
    for mention, value in context.between(0, len(context.text), DebateReference):
        if value.reading is not None:
            made.append(LinkedDebate(mention, _debate(context, mention, value, supported, suspect)))
    return _joined(made)


def _joined(made: Sequence[LinkedDebate]) -> Sequence[LinkedDebate]:
    """A debate told without topic and report is the only one of its kind and day that the paper tells more of."""
    told: dict[tuple[str, str], dict[Ref, Debate]] = {}
    for item in made:
        if item.debate.topic or item.debate.reports:
            told.setdefault(_kind_and_day(item.debate), {})[item.debate.ref] = item.debate
    joined: list[LinkedDebate] = []
    for item in made:
        others = told.get(_kind_and_day(item.debate), {})
        bare = not item.debate.topic and not item.debate.reports
        if bare and len(others) == 1:
            (fuller,) = others.values()
            told_here = replace(item.debate, ref=fuller.ref, topic=fuller.topic, reports=fuller.reports)
            joined.append(LinkedDebate(item.mention, replace(told_here, chamber=fuller.chamber)))
        else:
            joined.append(item)
    return joined


def _kind_and_day(debate: Debate) -> tuple[str, str]:
    return debate.kind, debate.time.reading.edtf if debate.time else ""


def _debate(
    context: Context,
    mention: Mention,
    value: DebateReference,
    supported: Mapping[str, Support],
    suspect: frozenset[str],
) -> Debate:
    reports = tuple(r for r in _reports(context, mention, supported) if r.id not in suspect)
    time = _time(context, mention)
    if reports:
        ref = Ref("debate", reports[0].id)
    else:
        day = value.reading.edtf if value.reading else ""
        ref = Ref("debate", "-".join(part for part in (slug(value.kind), day, _topic_key(value.topic)) if part))
    proceedings = any(r.id.startswith("h-") for r in reports)
    chamber = "ek" if any(r.id.startswith("h-ek") for r in reports) else "tk"
    kind = "plenair debat" if proceedings and value.kind in _PLENARY else value.kind
    return Debate(ref, kind, value.topic, chamber, time, reports, (context.of(mention),))


def _topic_key(topic: str) -> str:
    """The topic without the small words, so that "terrorisme en extremisme" meets "terrorisme/extremisme"."""
    return "-".join(word for word in slug(topic).split("-") if word not in {"en", "de", "het", "van", "over"})[:60]


def _time(context: Context, mention: Mention) -> Time | None:
    day = [m for m, _ in context.between(mention.start, mention.end, DateReference)]
    return context.time(day[-1]) if day else None


def _reports(context: Context, mention: Mention, supported: Mapping[str, Support]) -> tuple[Ref, ...]:
    """The paper or proceedings in the brackets papers behind a debate, or in the footnote that hangs on it."""
    found: list[Ref] = []
    position = mention.end
    behind = [(m, v.ids) for m, v in context.between(position, position + 4, PaperReference)]
    behind.extend((m, v.ids) for m, v in context.between(position, position + 4, ProceedingsReference))
    for reported, ids in behind:
        if _OPENING.search(context.text[position : reported.start]):
            found.extend(Ref("document", identifier) for identifier in ids)
    for _, note in context.marks_in(position - 1, position + 3):
        for inside in context.of_note(note):
            if isinstance(inside.value, PaperReference | ProceedingsReference):
                found.extend(Ref("document", identifier) for identifier in inside.value.ids)
    return tuple(dict.fromkeys(found))


def at(debates_: Sequence[LinkedDebate], start: int, end: int) -> LinkedDebate | None:
    """The first debate named in `[start, end)` of the body."""
    index = bisect_left(debates_, start, key=lambda d: d.mention.start)
    return debates_[index] if index < len(debates_) and debates_[index].mention.start < end else None


def spoken_here(context: Context) -> bool:
    """Whether the text is the report of a debate, in which "ik" is the speaker and not a signer."""
    return context.document.id.startswith("h-") or context.document.header.kind.startswith("verslag")
