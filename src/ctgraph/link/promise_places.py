"""In which debate, or on which day, a promise was made that a paper tells, where its own words leave that open."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from ctgraph.link.context import Context
from ctgraph.link.debates import LinkedDebate, at
from ctgraph.link.wording import wording
from ctgraph.model.claims import Time
from ctgraph.model.mentions import DateReference, DebateReference

# "Bij die gelegenheid heb ik toegezegd", "Die toezegging betrof": the debate stands in a sentence before.
_THERE: Final = re.compile(
    r"(?:Bij die gelegenheid|D(?:ie|eze) toezegging|Daarbij|Daarin|Toen|Destijds"
    r"|(?:Tijdens|In|Bij) (?:dit|het) (?:debat|overleg|commissiedebat))\b"
)
_BACK: Final = 2
"""Sentences before in which that debate is looked for: an answer may open with "Antwoord."."""
# "heb ik daar toegezegd": the debate of the sentence before. "in dat debat", "genoemd commissiedebat": the last of its
# kind, wherever it was named. Not "daar toe", nor "dit debat", the one that goes on.
_RIGHT_THERE: Final = re.compile(r"\bdaar (?=toegezegd|beloofd|gezegd)")
_THAT: Final = re.compile(
    r"\b(?:(?:in|tijdens|bij|na) (?:dat|hetzelfde)|(?:genoemd|voornoemd|bovengenoemd|voormeld)e?) "
    r"(?P<kind>commissiedebat|debat|tweeminutendebat|algemeen overleg|\w*overleg)\b",
    re.IGNORECASE,
)
_BEFORE: Final = 20
"""Debates before a promise among which that one is looked for."""
# With a debate in the sentence: "In het debat van 14 mei heb ik aangegeven u te zullen informeren", "… is afgesproken
# dat uw Kamer een brief ontvangt". Not "In het debat van 14 mei heb ik aangegeven dat dit niet kan".
_SAID_THERE: Final = wording(
    r"(?:heb|heeft|hebben|had|hadden|is|zijn|werd) … (?:aangegeven|aangekondigd|aangeboden|afgesproken|gezegd|gemeld) "
    r"… (?:te (?:zullen )?\w+en|zou(?:den)?|zal|zullen|ontvangt|krijgt|wordt)\b",
    gap=12,
)
_SAID_WORDS: Final = ("aangegeven", "aangekondigd", "aangeboden", "afgesproken", "gezegd", "gemeld")
_ASIDE: Final = re.compile(r"\s\([^()]{1,80}\)")
_HEARERS: Final = re.compile(r"\bKamer\b|\s(?:u|ik|wij)\s")
# The day of a promise that is told without its debate: "toezegging van 3 mei", "Op 3 mei heb ik … toegezegd".
_MADE_ON: Final = re.compile(
    r"\b[Tt]oezegging\s(?:(?:aan|die)\s(?:(?!brief|rapport|motie|nota)[^\s.;:]{1,30}\s){1,8})?"
    r"(?:d\.d\.|dd\.?|van|(?:gedaan\s)?op)\s$"
)
_MADE_AFTER: Final = re.compile(r"\s(?:heb|heeft|hebben|is|zegde)\s")
_DAY_REACH: Final = 90
_ALSO: Final = re.compile(r"(?:Ook|Tevens|Daarnaast|Voorts|Verder|Hierbij)\b")


_NEAR: Final = 4
"""Sentences behind the telling of a promise with its debate within which it is told again: "Ja. Ik heb toegezegd …"."""
_FAR: Final = 60
"""Sentences behind "de toezeggingen uit het debat van 3 mei" within which they are told one by one."""
# "Ik heb het lid Bos toegezegd", "zegde ik toe": by who spoke in the debate that the sentence before tells of.
_BY_ME: Final = re.compile(
    r"\b(?:ik heb|heb ik|ik zegde|zegde ik|ik zei|zei ik|ik beloofde|beloofde ik|door mij)\b", re.IGNORECASE
)


def place_of(context: Context, debates: Sequence[LinkedDebate], position: int) -> LinkedDebate | None:
    """The debate that a sentence without one points back to: "Bij die gelegenheid", "daar", "in dat debat"."""
    start, end = context.sentences.around(position)
    if named := _THAT.search(context.text, start, end):
        until = bisect_right(debates, named.start(), key=lambda item: item.mention.start)
        before = [item for item in debates[max(0, until - _BEFORE) : until] if item.debate.time]
        kind = named["kind"].lower()
        return next((item for item in reversed(before) if kind in (item.debate.kind, "debat", "overleg")), None)
    index = context.sentences.index(position)
    back = _BACK if _THERE.match(context.text, start) else 1 if _RIGHT_THERE.search(context.text, start, end) else 0
    for step in range(1, min(back, index) + 1):
        if found := at(debates, *context.sentences.at(index - step)):
            return found
    return None


def goes_on(context: Context, position: int) -> bool:
    """Whether the sentence goes on about the debate of the promise before it: "Ook heb ik toegezegd"."""
    return _ALSO.match(context.text, context.sentences.around(position)[0]) is not None


def told_before(context: Context, debates: Sequence[LinkedDebate], position: int) -> LinkedDebate | None:
    """The debate of the head that a promise stands under, or the last one told, if it was told of promises."""
    section = context.section_of(position)
    if found := at(debates, section.start, section.start + len(section.heading)):
        return found
    index = bisect_right(debates, position, key=lambda item: item.mention.start) - 1
    if index < 0 or made_on(context, position, None):
        return None
    last, told = debates[index], context.sentences.index(debates[index].mention.start)
    behind = context.sentences.index(position) - told
    words = context.text[slice(*context.sentences.at(told))].lower()
    if "toezegging" in words and behind <= (_FAR if "toezeggingen" in words else _NEAR):
        return last
    start, end = context.sentences.around(position)
    return last if behind == 1 and _BY_ME.search(context.text, start, end) else None


def said_there(context: Context, start: int, end: int) -> bool:
    """Whether a sentence tells what was said in a debate that will be done."""
    words = context.text[start:end]
    if not any(word in words for word in _SAID_WORDS) or _HEARERS.search(words) is None:
        return False
    if not any(v.reading for _, v in context.between(start, end, DebateReference)):
        return False
    return _SAID_THERE.fits(_ASIDE.sub("", words).lower())


def made_on(context: Context, position: int, debate: LinkedDebate | None) -> Time | None:
    """The day of its debate, else the one that is told with it: "toezegging d.d. 12 september 2024"."""
    if debate is not None:
        return debate.debate.time
    start, end = context.sentences.around(position)
    for mention, value in context.between(start, end, DateReference):
        told = _MADE_ON.search(context.text, max(start, mention.start - _DAY_REACH), mention.start)
        opens = mention.start - start <= len("Op ") and _MADE_AFTER.match(context.text, mention.end)
        if (told or opens) and context.day and value.reading.latest and value.reading.latest <= context.day:
            return context.time(mention)
    return None
