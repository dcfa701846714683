"""Debates as things: one for the same kind and day, with the paper or proceedings that report it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

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
_FIELD = "terrorisme"
"""The topic of all debates on terrorism and extremism, which papers word in many ways."""
_STEMS = ("terroris", "contraterroris", "extremis", "jihadis", "radicalis", "bestrijding")
_BEFORE, _BEHIND = 2500, 3000
"""Where the day of a debate may stand that is not told with it."""
_SMALL = 4
"""Letters of the longest word of a topic that says nothing: "en", "over", "the"."""
_PLENARY = frozenset({"plenair debat", "dertigledendebat", "interpellatiedebat", "ordedebat"})


class LinkedDebate(Struct, frozen=True):
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
    ref = Ref("debate", reports[0].id if reports else _identity(context, value))
    proceedings = any(r.id.startswith("h-") for r in reports)
    chamber = "ek" if any(r.id.startswith("h-ek") for r in reports) else "tk"
    kind = "plenair debat" if proceedings and value.kind in _PLENARY else value.kind
    return Debate(ref, kind, value.topic, chamber, time, reports, (context.of(mention),))


def _identity(context: Context, value: DebateReference) -> str:
    """One key for a debate in whatever paper it is told: its known report, else its kind, day and topic.

    "Commissiedebat Terrorisme/extremisme" and "commissiedebat terrorisme" of one day are one; so is one told by its
    day alone, in a paper of the dossier whose subject that is.
    """
    day = value.reading.edtf if value.reading else ""
    topic = _topic_key(value.topic) if value.topic else _FIELD if _is_of_field(_own_title(context)) else ""
    known = context.knowledge.reports.get((value.kind, day), ())
    if len(known) == 1 and topic in ("", _FIELD, _topic_key(known[0].topic)):
        return known[0].id
    return "-".join(part for part in (slug(value.kind), day, topic) if part)


def _own_title(context: Context) -> str:
    """The title of the dossier that the paper is in."""
    header = context.document.header
    dossiers = context.knowledge.gazetteer.dossiers
    known = (dossiers[dossier].title for dossier in header.dossiers if dossier in dossiers)
    return header.dossier_title or next(known, "")


def _topic_key(topic: str) -> str:
    """The topic without the small words, so that "terrorisme en extremisme" meets "terrorisme/extremisme"."""
    if _is_of_field(topic):
        return _FIELD
    return "-".join(word for word in slug(topic).split("-") if word not in {"en", "de", "het", "van", "over"})[:60]


def _is_of_field(topic: str) -> bool:
    """Whether every word of a topic that says something is of the field: "Terrorisme/extremisme"."""
    words = [word for word in slug(topic).split("-") if len(word) > _SMALL]
    return bool(words) and all(word.startswith(_STEMS) for word in words)


def _time(context: Context, mention: Mention) -> Time | None:
    day = [m for m, _ in context.between(mention.start, mention.end, DateReference)]
    if not day and isinstance(mention.value, DebateReference) and (reading := mention.value.reading):
        # "Op 3 maart 2021 vond een schriftelijk overleg plaats", "(Zie vergadering van 9 juni 2022.)"
        around = context.between(mention.start - _BEFORE, mention.end + _BEHIND, DateReference)
        day = [m for m, value in around if value.reading.edtf == reading.edtf][:1]
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
    return context.spoken
