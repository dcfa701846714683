"""Promises to a chamber: made earlier and told here (`reported`), or made here (`new`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ctgraph.link.context import Context
from ctgraph.link.deadlines import due
from ctgraph.link.debates import LinkedDebate, at, spoken_here
from ctgraph.link.found_promises import Found, find_promises, found_behind
from ctgraph.link.kept import is_kept
from ctgraph.link.motions import ASKING
from ctgraph.link.promise_columns import Row, rows
from ctgraph.link.promise_entries import entry_place, subject_place
from ctgraph.link.promise_lists import Listed, listed
from ctgraph.link.promise_places import last_place, made_on, place_of, told_before
from ctgraph.link.spoken import Turns
from ctgraph.link.told_promises import REPORTED
from ctgraph.model.claims import Agent, Commitment, Ref
from ctgraph.model.mentions import Mention, PersonReference, PostReference

_BY_SENDER = re.compile(r"\b(?:ik|wij)\b", re.IGNORECASE)
_RECIPIENT = re.compile(r"\b(?:uw|de|aan uw|aan de) (?:Tweede |Eerste )?Kamer\b", re.IGNORECASE)


def commitments(
    context: Context, debates: Sequence[LinkedDebate], offered: Sequence[Ref], here: LinkedDebate | None = None
) -> list[Commitment]:
    """The commitments of the body in order.

    `offered` are the reports that the paper presents; `here` is the debate that it reports, in which the new ones were
    made.
    """
    made: list[Commitment] = []
    places: list[LinkedDebate] = []
    turns = Turns(context) if spoken_here(context) else None
    entries = [] if turns or context.document.header.kind in ASKING else _entries(context, debates)
    for found, entry in _with_entries(context, find_promises(context, turns), entries):
        debate = entry.debate if isinstance(entry, Listed) else at(debates, *context.sentences.around(found.start))
        day = entry.day if isinstance(entry, Row) else None
        if debate is None and found.kind == "reported" and not isinstance(entry, Row):
            told_in = _place(context, debates, turns, places, made, found.start)
            debate, day = (told_in, None) if isinstance(told_in, LinkedDebate) else (None, told_in)
        # What the chair tells of without another debate was promised in this one.
        by_chair = debate is None and turns is not None and turns.speaker(found.start) == "chair"
        debate = here if here and (found.kind == "new" or by_chair) else debate
        if found.kind == "new" and turns is None:
            debate = None
        if found.kind == "reported" and debate:
            places.append(debate)
        made.append(_commitment(context, found, debate, offered))
        if day:
            made[-1] = replace(made[-1], made_on=context.time(day))
    return made


def _place(
    context: Context,
    debates: Sequence[LinkedDebate],
    turns: Turns | None,
    places: Sequence[LinkedDebate],
    made: Sequence[Commitment],
    position: int,
) -> LinkedDebate | Mention | None:
    """The debate, or the day alone, of a promise whose sentence names none; `places` are those of the ones before."""
    if found := place_of(context, debates, position):
        return found
    if turns is None and (entry := entry_place(context, debates, position)):
        return entry
    found = last_place(context, debates, places[-1] if places else None, made, position)
    found = found or told_before(context, debates, position)
    return found or (None if turns else subject_place(context, debates, places, position))


def _entries(context: Context, debates: Sequence[LinkedDebate]) -> list[Listed | Row]:
    """The promises of lists with their debate, and of tables with their day alone."""
    told = list(listed(context, debates))
    return [*told, *(row for row in rows(context) if not any(row.start < e.end and e.start < row.end for e in told))]


def _with_entries(
    context: Context, found: Iterator[Found], entries: Sequence[Listed | Row]
) -> list[tuple[Found, Listed | Row | None]]:
    """The promises with those of lists among them; what an entry of a list tells was promised there, and not here."""
    by_start = {entry.start: (Found(entry.start, entry.end, "reported"), entry) for entry in entries}
    starts = sorted(by_start)
    merged: dict[int, tuple[Found, Listed | Row | None]] = {**by_start}
    for listed_there in entries:
        behind = found_behind(context, listed_there.end)
        merged |= {item.start: (item, None) for item in behind if item.start not in by_start}
    for item in found:
        index = bisect_right(starts, item.end) - 1
        entry = by_start[starts[index]][1] if index >= 0 else None
        if entry is None or item.start >= entry.end:
            merged[item.start] = (item, None)
    return [merged[start] for start in sorted(merged)]


def _commitment(context: Context, found: Found, debate: LinkedDebate | None, offered: Sequence[Ref]) -> Commitment:
    start, end = context.sentences.around(found.start)
    evidence = context.evidence(found.start, found.end, f"commitment.{found.kind}", 0.8)
    kept = found.kind == "reported" and is_kept(context, start, found.start, found.end, REPORTED)
    met = tuple(offered) or (Ref("document", context.document.id),)
    return Commitment(
        ref=context.ref("commitment", evidence.readable),
        kind=found.kind,
        text=evidence.readable,
        state="fulfilled" if kept else "open",
        evidence=(evidence,),
        made_by=_maker(context, start, found),
        made_to=_recipient(context, start, end),
        made_in=debate.debate.ref if debate else None,
        made_on=made_on(context, found.start, debate) if found.kind == "reported" else None,
        due=None if kept else due(context, found.start, debate, new=found.kind == "new"),
        fulfilled_by=met if kept else (),
    )


def _maker(context: Context, start: int, found: Found) -> Agent | None:
    """The office named before the promise, else who says "ik": the speaker of a report, the signer of a letter.

    A promise told without "ik" ("die is gedaan tijdens het debat") binds the office; a predecessor may have made it.
    """
    posts = [v for _, v in context.between(start, found.end, PostReference)]
    if posts and not re.search(r"\b(?:ik|wij)\b", context.text[start : found.end]):
        return context.post(posts[0].name, posts[0].country)
    if not spoken_here(context):
        told = found.kind == "reported" and not _BY_SENDER.search(context.text, found.start, found.end)
        return context.sender_post if told else context.sender
    says = context.speaker(found.start)
    person = says.value if says is not None else None
    # What a member tells was promised by another.
    if not isinstance(person, PersonReference) or (found.kind == "reported" and not person.office):
        return None
    return context.person(person)


def _recipient(context: Context, start: int, end: int) -> Agent | None:
    """The member to whom it was promised, else the chamber."""
    text = context.text
    for mention, value in context.between(start, end, PersonReference):
        if re.search(r"(?:aan )?(?:het lid|de heer|mevrouw) $", text[max(start, mention.start - 16) : mention.start]):
            return context.person(value)
    return context.chamber if _RECIPIENT.search(text, start, end) or not spoken_here(context) else None
