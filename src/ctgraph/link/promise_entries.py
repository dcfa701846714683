"""In which debate a promise was made that is told without it: in the lines of its entry, or what the letter deals with.

"De Minister zegt het lid Bos toe … / Gedaan op: plenair debat van 8 februari 2022" in a list of the Eerste Kamer; "Ik
ga in op wat is gewisseld in het debat van 3 mei. … Mevrouw Bos (D66) heb ik toegezegd …" in a letter.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from ctgraph.link.context import Context
from ctgraph.link.debates import LinkedDebate, at
from ctgraph.link.promise_places import made_elsewhere, made_on
from ctgraph.model.mentions import DateReference, Mention

_LABEL: Final = (
    r"(?:Vindplaats|Debat|Overleg|Bron|Herkomst|Ontstaan|Kader|Activiteit|Vergadering|Bijeenkomst"
    r"|Kerngegevens|Gegevens|Datum(?:\s(?:en\splaats|toezegging|debat|vergadering))?|Gedaan(?:\s(?:in|op|tijdens|bij|d\.d\.))?"
    r"|Toegezegd(?:\s(?:in|op|tijdens|bij|d\.d\.))?)"
)
# What stands before the debate in its line: "Gedaan op: ", "Datum toezegging: 7 februari 2017, ", "Vindplaats:
# Handelingen I 2017/18, nr. 36, item 14; ", "Gedaan tijdens het ". Not "Status: besproken in het ".
_PLACED: Final = re.compile(
    rf"(?:{_LABEL}\s?:\s[^:\n]{{0,100}}?|Gedaan\s(?:in|tijdens|bij)\s(?:het|de)\s|^\(?)$", re.MULTILINE
)
# "Datum toezegging: ", "Gedaan op: ", "Gedaan op ". Not "Datum afdoening: ".
_DATED: Final = re.compile(rf"(?:{_LABEL}\s?:\s(?:datum\s(?:toezegging|debat)\s)?|(?:Gedaan|Toegezegd)\sop\s)$")
_LONGEST: Final = 140
"""Characters of a line before the debate or the day in it."""
_LINES: Final = 6
"""Sentences of an entry behind or before the one that tells the promise."""
# Where another entry begins: "Toezegging 4", "T03588 – Jaarverslag", "2. De Minister …", "– De Minister …".
_NEXT: Final = re.compile(r"Toezegging(?:en)?\b|TZ\d{6}-\d{3}|T\d{5}\b|\d{1,3}[.)]\s|[-–•]\s")
_LABELLED: Final = re.compile(r"Toezegging\s?:\s")
_ANY_LABEL: Final = re.compile(rf"{_LABEL}\s?:|(?:Status|Stand|Termijn|Deadline|Aan|Door|Dossier|Wet)\s?:|Gedaan\s")
# "De Minister zegt … toe", "Omschrijving: …": another promise between this one and its line.
_TELLS: Final = re.compile(r"\b(?:zegt|zegde|zei)\b[^.;]{0,160}\btoe\b|\btoegezegd\sdat\b|^(?:Omschrijving|Inhoud)\s?:")
_DAY: Final = len("2017-06-29")

# To one who spoke in a debate: "De heer Bos (SP) heb ik toegezegd", "Aan het lid Bos (SP) is toegezegd", "Mevrouw Bos
# (D66) kreeg de toezegging", "heb ik het lid Bos beloofd". Not of a predecessor, whose debate may be another.
_TO_MEMBER: Final = re.compile(r"\b(?:[Dd]e\sheer|[Mm]evrouw|[Hh]et\slid|[Dd]e\sleden)\s[A-ZÀ-Ž’']")
_PREDECESSOR: Final = re.compile(r"voorgang(?:er|ster)")
# What a letter says that it deals with: "Ik ga in op wat is gewisseld in het debat", "toezeggingen uit het debat",
# "kom ik terug op enkele punten uit het debat", "vragen die zijn gesteld tijdens het debat". Not "in het debat sprak ik
# over de opvolging van de heer Bos".
_DEALS: Final = re.compile(
    r"toezeggingen|\b(?:hetgeen|wat|onderwerpen|punten|vragen|kwesties|zaken|verzoeken)\b[^.;]{0,60}?"
    r"\b(?:uit|in|tijdens|bij|van)\s(?:het|de)\b|\b(?:naar\saanleiding\svan|in\svervolg\sop|in\saansluiting\sop|volgend\sop)\shet\b"
    r"|\b(?:ga|gaan|kom|komen)\s(?:ik|wij)\b[^.;]{0,60}\b(?:in|terug)\sop\b"
    # "In het debat van 3 mei sprak ik met uw Kamer over drones", "heb ik met u van gedachten gewisseld".
    r"|\bmet\s(?:u|(?:uw|de)\sKamer)\s(?:\w+\s){0,4}?(?:gesproken|gedebatteerd|gewisseld|overlegd)\b"
    r"|\b(?:sprak|spraken|debatteerde|overlegde)\s(?:ik|wij)\smet\s(?:u|(?:uw|de)\sKamer)\b"
    # "In het debat van 3 mei heb ik uw Kamer een aantal zaken toegezegd".
    r"|\b(?:zaken|punten|onderwerpen|dingen)\stoegezegd\b"
    # "In het debat van 3 mei heeft uw Kamer vragen gesteld".
    r"|\b(?:vragen|verzoeken|punten)\s(?:gesteld|gedaan|ingebracht|naar\svoren\sgebracht)\b",
    re.IGNORECASE,
)


def entry_place(context: Context, debates: Sequence[LinkedDebate], position: int) -> LinkedDebate | Mention | None:
    """The debate in the lines of an entry behind or before its promise, else the day that stands there alone."""
    start, end = context.sentences.around(position)
    if made_on(context, position, None):
        return None
    stop, begin = _behind(context, end), _before(context, start)
    for low, high in ((end, stop), (begin, start)):
        first = bisect_left(debates, low, key=lambda item: item.mention.start)
        until = bisect_left(debates, high, key=lambda item: item.mention.start)
        for debate in debates[first:until]:
            if _PLACED.search(context.text, max(low, debate.mention.start - _LONGEST), debate.mention.start):
                return debate
    for low, high in ((end, stop), (begin, start)):
        for day, value in context.between(low, high, DateReference):
            if len(value.reading.edtf) == _DAY and _DATED.search(context.text, max(low, day.start - 40), day.start):
                return day
    return None


def _behind(context: Context, end: int) -> int:
    """Where the entry ends that goes on behind a sentence."""
    index = context.sentences.index(end - 1) + 1
    for begin, stop in _sentences(context, range(index, index + _LINES)):
        if _NEXT.match(context.text, begin) or _TELLS.search(context.text, begin, stop) or _heads(context, begin):
            return begin
        end = stop
    return end


def _before(context: Context, start: int) -> int:
    """Where the entry begins that goes on with a sentence."""
    if _NEXT.match(context.text, start) and not _LABELLED.match(context.text, start):
        return start
    index = context.sentences.index(start)
    for begin, stop in _sentences(context, range(index - 1, max(-1, index - 1 - _LINES), -1)):
        if _TELLS.search(context.text, begin, stop):
            return start
        start = begin
        if _NEXT.match(context.text, begin) or _heads(context, begin):
            return start
    return start


def _heads(context: Context, begin: int) -> bool:
    """Whether a section begins here; the line of an entry ("Gedaan op: …") may have been taken for its head."""
    return context.section_of(begin).start == begin and not _ANY_LABEL.match(context.text, begin)


def _sentences(context: Context, indexes: range) -> Iterator[tuple[int, int]]:
    return (context.sentences.at(index) for index in indexes if 0 <= index < len(context.sentences))


def subject_place(
    context: Context, debates: Sequence[LinkedDebate], made: Sequence[LinkedDebate], position: int
) -> LinkedDebate | None:
    """The debate that a letter deals with, for a promise to a member; `made` are those of the promises before.

    It is the one from which most promises are told, else the one that the letter says it deals with.
    """
    start, end = context.sentences.around(position)
    text = context.text
    if not _TO_MEMBER.search(text, start, end) or _PREDECESSOR.search(text, start, end):
        return None
    if made_on(context, position, None) or made_elsewhere(text, start, end):
        return None
    if made:
        often = Counter(item.debate.ref for item in made).most_common(1)[0][0]
        return next(item for item in made if item.debate.ref == often)
    until = bisect_right(debates, start, key=lambda item: item.mention.start)
    for item in debates[:until]:
        sentence = context.sentences.around(item.mention.start)
        if item.debate.time and _is_past(context, item) and _DEALS.search(text, *sentence):
            return at(debates, *sentence)
    return None


def _is_past(context: Context, item: LinkedDebate) -> bool:
    latest = item.debate.time.reading.latest if item.debate.time else None
    return context.day is None or latest is None or latest <= context.day
