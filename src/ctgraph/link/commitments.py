"""Promises to a chamber: made earlier and told here (`reported`), or made here (`new`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ctgraph.link.context import Context
from ctgraph.link.deadlines import due
from ctgraph.link.debates import LinkedDebate, at, spoken_here
from ctgraph.link.kept import is_kept
from ctgraph.link.motions import ASKING
from ctgraph.link.promise_columns import Row, rows
from ctgraph.link.promise_guards import asks
from ctgraph.link.promise_lists import Listed, labelled, listed, promised_elsewhere
from ctgraph.link.promise_places import last_place, made_on, names_debate, place_of, said_there, told_before
from ctgraph.link.promised_words import promised
from ctgraph.link.spoken import Turns, chair_tells, dated_later, later_days, promises_aloud
from ctgraph.link.told_promises import REPORTED, told, told_by_member
from ctgraph.link.wording import unstopped
from ctgraph.model.claims import Agent, Commitment, Ref
from ctgraph.model.mentions import PersonReference, PostReference

# In a debate of what has just been promised: "Dit is een toezegging aan mevrouw Bos", in the list of the chair.
_NAMES_IT = re.compile(r"(?:Dit|Dat|Het) (?:is|betreft|was) een toezegging\b")
# In a list of promises, without an article: "Kamer wordt geïnformeerd", "Kamer krijgt in maart de resultaten".
_NOTED = re.compile(r"\bkamer (?:wordt|ontvangt|krijgt|informeren)\b")
_PARTS = re.compile(r";\s")
_CELLS = re.compile(r"\s?\|\s?|;\s")
_BY_SENDER = re.compile(r"\b(?:ik|wij)\b", re.IGNORECASE)
_RECIPIENT = re.compile(r"\b(?:uw|de|aan uw|aan de) (?:Tweede |Eerste )?Kamer\b", re.IGNORECASE)


_SHORTEST = 12
"""Characters of the shortest clause that promises something."""


class Found(Struct, frozen=True):
    """A commitment's clause, clean offsets in the body."""

    start: int
    end: int
    kind: Literal["reported", "new"]


def commitments(
    context: Context, debates: Sequence[LinkedDebate], offered: Sequence[Ref], here: LinkedDebate | None = None
) -> list[Commitment]:
    """The commitments of the body in order.

    `offered` are the reports that the paper presents; `here` is the debate that it reports, in which the new ones were
    made.
    """
    made: list[Commitment] = []
    last: LinkedDebate | None = None
    turns = Turns(context) if spoken_here(context) else None
    entries = [] if turns or context.document.header.kind in ASKING else _entries(context, debates)
    for found, entry in _with_entries(context, _find(context, turns), entries):
        debate = entry.debate if isinstance(entry, Listed) else at(debates, *context.sentences.around(found.start))
        if debate is None and found.kind == "reported" and not isinstance(entry, Row):
            debate = place_of(context, debates, found.start) or last_place(context, debates, last, made, found.start)
            debate = debate or told_before(context, debates, found.start)
        # What the chair tells of without another debate was promised in this one.
        by_chair = debate is None and turns is not None and turns.speaker(found.start) == "chair"
        debate = here if here and (found.kind == "new" or by_chair) else debate
        if found.kind == "new" and turns is None:
            debate = None
        last = debate if found.kind == "reported" and debate else last
        made.append(_commitment(context, found, debate, offered))
        if isinstance(entry, Row):
            made[-1] = replace(made[-1], made_on=context.time(entry.day))
    return made


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
        behind = _behind(context, listed_there.end)
        merged |= {item.start: (item, None) for item in behind if item.start not in by_start}
    for item in found:
        index = bisect_right(starts, item.end) - 1
        entry = by_start[starts[index]][1] if index >= 0 else None
        if entry is None or item.start >= entry.end:
            merged[item.start] = (item, None)
    return [merged[start] for start in sorted(merged)]


def _behind(context: Context, stop: int) -> Iterator[Found]:
    """What the same sentence promises behind an entry, part by part: "| Loopt; de Kamer hoort hierover in juni. |"."""
    end = context.sentences.ends[context.sentences.index(stop - 1)]
    cuts = [stop, *(cut.end() for cut in _CELLS.finditer(context.text, stop, end))]
    for cut, after in pairwise([*cuts, end]):
        words = context.text[cut:after].strip(" .,|;\n")
        begin = context.text.find(words, cut)
        later = dated_later(context, begin, after)
        if len(words) >= _SHORTEST and (found := _in_words(context, begin, begin + len(words), None, dated=later)):
            yield found


def _find(context: Context, turns: Turns | None) -> Iterator[Found]:
    if context.document.header.kind in ASKING:
        return
    headings = {h.start for h in context.document.headings}
    noted = set(turns.noted()) if turns else set[tuple[int, int]]()
    later = {context.sentences.index(day) for day in later_days(context)}
    cues = [
        *context.cues["promise"],
        *(context.cues["saying"] if turns else ()),
        *(start for start, _ in noted),
    ]
    for index in sorted(later | {context.sentences.index(at_) for at_ in cues}):
        start, end = context.sentences.at(index)
        if start in headings or end - start < _SHORTEST:
            continue
        if (start, end) in noted:
            found: Found | None = Found(start, _without_stop(context.text, end), "new")
        else:
            found = _in_sentence(context, start, end, turns, dated=index in later)
        if found:
            yield found


def _in_sentence(context: Context, start: int, end: int, turns: Turns | None, *, dated: bool) -> Found | None:
    """The promise of a sentence, which is `dated` if it names a later time."""
    text = context.text
    speaker = turns.speaker(start) if turns else ""
    if speaker == "member":
        return _by_member(context, start, end)
    before = told(text, start, end, aloud=turns is not None)
    if before and turns is not None and _NAMES_IT.match(text[start:end]):
        return None
    if turns is None and (begin := labelled(context, start)):
        return Found(begin, _without_stop(text, end), "reported")
    if before is None and said_there(context, start, end):
        return Found(start, _without_stop(text, end), "reported")
    if before:
        return Found(before.begin, _clause_end(context, before.after, end), "reported")
    if speaker == "chair":
        return Found(start, _without_stop(text, end), "new") if chair_tells(text[start:end]) else None
    return _made_here(context, start, end, turns, dated=dated)


def _by_member(context: Context, start: int, end: int) -> Found | None:
    """What a member tells that was promised in an earlier debate, which the sentence names."""
    if not names_debate(context, start, end) or not told_by_member(context.text[start:end]):
        return None
    return Found(start, _without_stop(context.text, end), "reported")


def _made_here(context: Context, start: int, end: int, turns: Turns | None, *, dated: bool) -> Found | None:
    """The promise that a sentence makes, or a clause of it: "Zij is in uitvoering; u ontvangt in mei de uitkomst"."""
    is_parted = turns is None and context.text.find(";", start, end) >= 0  # most sentences are not
    if is_parted and not context.text[start:end].rstrip().endswith("?"):
        cuts = [cut.start() for cut in _PARTS.finditer(context.text, start, end)]
        for stop, following in pairwise([start - len("; "), *cuts, end]) if cuts else ():
            begin = stop + len("; ")
            later = dated_later(context, begin, following)
            if following - begin >= _SHORTEST and (found := _in_words(context, begin, following, None, dated=later)):
                return found
    return _in_words(context, start, end, turns, dated=dated)


def _in_words(context: Context, start: int, end: int, turns: Turns | None, *, dated: bool) -> Found | None:
    words = context.text[start:end]
    lowered = unstopped(words.lower())
    # A question promises nothing: "Wanneer ontvangt de Kamer de evaluatie?".
    if lowered.rstrip().endswith("?") or ((turns is None or not turns.speaker(start)) and asks(lowered)):
        return None
    listed_there = turns is None and promised_elsewhere(context, start)
    aloud = turns is not None and promises_aloud(context, start, end)
    if (
        aloud
        or (listed_there and _NOTED.search(lowered))
        or promised(words, lowered, dated=dated, aloud=turns is not None)
    ):
        return Found(start, _without_stop(context.text, end), "reported" if listed_there else "new")
    return None


def _clause_end(context: Context, after: int, end: int) -> int:
    """To the sentence's end, or to the ", waarbij" or " (Kamerstuk" that leaves what was promised."""
    text = context.text
    stops = [p for word in (" en het onderzoek", "; ", " • ") if (p := text.find(word, after, end)) != -1]
    return _without_stop(text, min(stops, default=end))


def _without_stop(text: str, end: int) -> int:
    while end and text[end - 1] in " .;,:|":
        end -= 1
    return end


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
