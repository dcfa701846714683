"""What a footnote hangs on: the motion, debate, letter or strategy named at its mark, else the clause before it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from ctgraph.link.context import Context
from ctgraph.link.wording import holds
from ctgraph.model.claims import Evidence, Footnote, Ref
from ctgraph.model.document import Note
from ctgraph.model.mentions import DateReference, DebateReference, Mention, MotionReference, PolicyReference

# A letter or paper named by its day, up to the day: "mijn brief van ", "de brief van de Minister van X d.d. ".
# Not "het debat van ". The words between may not leave the clause.
_LETTER = re.compile(
    r"(?:(?:mijn|de|bij|onze|deze|een|hun)\s)?(?:\w+\s)?(?:Kamer)?(?:brief|brieven|nota|rapport|voortgangsbrief|missive)\b[^.;:()\n]{0,120}?"
    r"(?:\svan|\sd\.d\.|\sdd\.?|\sgedateerd|\sop)\s$",
    re.IGNORECASE,
)
_LETTER_WORDS = ("brie", "nota", "rapport", "missive")
_CLAUSE_END = re.compile(r"[,;:]\s|\s(?=(?:maar |en |waarbij |omdat |dat ))")
_REACH = 3
"""Characters that may stand between what is supported and the mark: a bracket, a quote, a stop."""
_LOOK_BACK = 160
_WORD = len("gewijzigde motie")


class Support(Struct, frozen=True):
    """What a note supports: the words, the mention behind them if there is one, the day of the letter named."""

    evidence: Evidence
    mention: Mention | None = None
    day: Mention | None = None


def supports(context: Context) -> Mapping[str, Support]:
    """For each note with a mark, by flow name and place, what it supports."""
    found: dict[str, Support] = {}
    for anchor, note in context.marks:
        found[note_key(note)] = _support(context, anchor)
    return found


def letter_before(text: str, start: int, end: int) -> re.Match[str] | None:
    """The letter or paper in `[start, end)` whose day stands at `end`; the pattern is tried where its word stands."""
    return _LETTER.search(text, start, end) if holds(text[start:end].lower(), _LETTER_WORDS) else None


def note_key(note: Note) -> str:
    """One key for one note of a document, also where numbers repeat."""
    return f"{note.number}@{note.body.start}"


def footnotes(context: Context, supported: Mapping[str, Support]) -> tuple[tuple[Note, Footnote], ...]:
    """The notes as linked things; numbers that repeat get the count of their place behind them."""
    made: list[tuple[Note, Footnote]] = []
    seen: dict[str, int] = {}
    for note in context.document.notes:
        seen[note.number] = seen.get(note.number, 0) + 1
        number = note.number if seen[note.number] == 1 else f"{note.number}-{seen[note.number]}"
        support = supported.get(note_key(note))
        evidence = Evidence(note.body, note.flow.text, "footnote.body", 0.95)
        ref = Ref("footnote", f"{context.document.id}/{number}")
        made.append(
            (note, Footnote(ref, note.number, note.flow.text, (evidence,), support.evidence if support else None))
        )
    return tuple(made)


def _support(context: Context, anchor: int) -> Support:
    start, _ = context.sentences.around(max(0, anchor - 1))
    before = context.inside(start, anchor) if anchor > start else []
    around = _around(context, anchor)
    if around is not None:
        return Support(context.of(around), around)
    if directly := _directly(context, before, start, anchor):
        return directly
    for kind in (MotionReference, PolicyReference):
        named = next((m for m in reversed(before) if type(m.value) is kind and not _is_loose(m)), None)
        if named is not None:
            return Support(context.of(named), named)
    return Support(_clause(context, start, anchor))


def _directly(context: Context, before: Sequence[Mention], start: int, anchor: int) -> Support | None:
    """What stands straight before the mark: a motion, policy or debate, or a letter by its day."""
    for mention in reversed(before):
        if anchor - mention.end > _REACH:
            continue
        if isinstance(mention.value, MotionReference | PolicyReference | DebateReference):
            return Support(context.of(mention), mention)
        if isinstance(mention.value, DateReference):
            letter = letter_before(context.text, max(start, mention.start - _LOOK_BACK), mention.start)
            if letter:
                evidence = context.evidence(letter.start(), mention.end, "footnote.letter", 0.9)
                return Support(evidence, None, mention)
    return None


def _around(context: Context, anchor: int) -> Mention | None:
    """The motion in whose name the mark stands: "De motie1 van de leden De Wit en Jansen"."""
    named = context.between(anchor - _WORD, anchor, MotionReference)
    return next((mention for mention, value in named if value.form == "full" and mention.end > anchor), None)


def _is_loose(mention: Mention) -> bool:
    return isinstance(mention.value, MotionReference) and mention.value.form != "full"


def _clause(context: Context, start: int, anchor: int) -> Evidence:
    end = anchor
    while end > start + 1 and context.text[end - 1] in " .,;:":
        end -= 1
    begin = start
    for boundary in _CLAUSE_END.finditer(context.text, start, end):
        if end - boundary.end() >= 25:
            begin = boundary.end()
    return context.evidence(min(begin, end - 1) if end else 0, max(end, 1), "footnote.clause", 0.7)
