"""The sentences and clauses of a paper that promise something, or tell what was promised, before it is asked where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from ctgraph.link.context import Context
from ctgraph.link.motions import ASKING
from ctgraph.link.promise_guards import asks
from ctgraph.link.promise_lists import labelled, promised_elsewhere
from ctgraph.link.promise_places import names_debate, said_there
from ctgraph.link.promised_words import promised
from ctgraph.link.spoken import Turns, dated_later, later_days, promises_aloud
from ctgraph.link.spoken_chair import chair_tells
from ctgraph.link.told_promises import told, told_by_member
from ctgraph.link.wording import unstopped

# In a debate of what has just been promised: "Dit is een toezegging aan mevrouw Bos", in the list of the chair.
_NAMES_IT = re.compile(r"(?:Dit|Dat|Het) (?:is|betreft|was) een toezegging\b")
# In a list of promises, without an article: "Kamer wordt geïnformeerd", "Kamer krijgt in maart de resultaten".
_NOTED = re.compile(r"\bkamer (?:wordt|ontvangt|krijgt|informeren)\b")
_PARTS = re.compile(r";\s")
_AND_I = re.compile(r",?\sen\s(?=(?:ik|wij)\s(?:zal|zullen|ga|gaan|laat|stuur|kom|informeer|leg|neem)\b)")
# Where a clause of a motion begins that considers or asks something, as its paragraphs may be joined to one sentence.
_CONSIDERED = re.compile(
    r"[,;]\s(?=(?:constaterende|overwegende|gelet|gezien|van (?:mening|oordeel)|verzoekt|roept|spreekt)\b)"
)
_ASKS = ("verzoekt", "Verzoekt", "roept", "spreekt uit", "vraagt")
"""How the clauses of a motion begin that ask for something: a promise among it."""
_CELLS = re.compile(r"\s?\|\s?|;\s")
_SHORTEST = 12
"""Characters of the shortest clause that promises something."""


class Found(Struct, frozen=True):
    """A commitment's clause, clean offsets in the body."""

    start: int
    end: int
    kind: Literal["reported", "new"]


def find_promises(context: Context, turns: Turns | None) -> Iterator[Found]:
    asking = context.document.header.kind in ASKING
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
        elif asking:
            found = _in_motion(context, start, end)
        else:
            found = _in_sentence(context, start, end, turns, dated=index in later)
        if found and turns and found.kind == "new" and turns.speaker(start) == "government":
            yield from _parted(context, found, end, turns)
        elif found:
            yield found
            yield from () if asking else _further(context, found, end, turns)


def _in_motion(context: Context, start: int, end: int) -> Found | None:
    """What a motion or an amendment considers that was promised in a debate: it makes no promise itself."""
    text = context.text
    cuts = [start, *(cut.end() for cut in _CONSIDERED.finditer(text, start, end)), end]
    for begin, stop in pairwise(cuts):
        if text.startswith(_ASKS, begin) or not names_debate(context, begin, stop):
            continue
        # What was held out there is less than a promise: "verbetering in het vooruitzicht heeft gesteld".
        before = told(text, begin, stop, aloud=False)
        if before and text.find("vooruitzicht", begin, stop) < 0:
            return Found(before.begin, _clause_end(context, before.after, stop), "reported")
    return None


def _further(context: Context, found: Found, end: int, turns: Turns | None) -> Iterator[Found]:
    """What is promised behind one that is told in the same sentence: "… toegezegd; u ontvangt die in mei"."""
    if found.kind != "reported" or (turns and turns.speaker(found.start) not in ("", "government")):
        return
    for cut in _PARTS.finditer(context.text, found.start, end):
        begin = cut.end()
        if end - begin < _SHORTEST:
            return
        made = _in_words(context, begin, end, turns, dated=dated_later(context, begin, end))
        if made and made.kind == "new":
            yield made
            return


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


def _parted(context: Context, found: Found, end: int, turns: Turns) -> Iterator[Found]:
    """The promises of a sentence with two clauses behind "ik": "Ik ga dat na en ik zal u de uitkomst sturen"."""
    cut = _AND_I.search(context.text, found.start, end)
    if cut:
        halves = ((found.start, cut.start()), (cut.end(), end))
        both = [_in_words(context, *half, turns, dated=dated_later(context, *half)) for half in halves]
        if all(both):
            yield from (half for half in both if half)
            return
    yield found


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


def found_behind(context: Context, stop: int) -> Iterator[Found]:
    """What the same sentence promises behind an entry, part by part: "| Loopt; de Kamer hoort hierover in juni. |"."""
    end = context.sentences.ends[context.sentences.index(stop - 1)]
    cuts = [stop, *(cut.end() for cut in _CELLS.finditer(context.text, stop, end))]
    for cut, after in pairwise([*cuts, end]):
        words = context.text[cut:after].strip(" .,|;\n")
        begin = context.text.find(words, cut)
        later = dated_later(context, begin, after)
        if len(words) >= _SHORTEST and (found := _in_words(context, begin, begin + len(words), None, dated=later)):
            yield found
