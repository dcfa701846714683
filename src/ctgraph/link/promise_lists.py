"""Promises in a list of promises: an entry tells what was promised, where, and how it stands, without "toegezegd".

"Omschrijving: De Kamer ontvangt een tijdlijn. Vindplaats: Commissiedebat Terrorismebestrijding d.d. 7 februari 2024."
Under a head of promises an entry is one by the place of its debate: in brackets at its end, behind a head ("Debat:",
"Gedaan in"), or in a cell of its row. Prose under such a head is read as elsewhere, and so is an entry of a motion. In
a table with printed borders the words are those of the cell under "Toezegging" or "Omschrijving".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from ctgraph.link.context import Context
from ctgraph.link.debates import LinkedDebate
from ctgraph.model.mentions import MotionReference

# The head of a list, or the number that the chamber gives a promise, above its entry: "TZ202406-112",
# "T02874".
_HEAD: Final = re.compile(r"toezegging(?:en)?\b|\bTZ\d{6}-\d{3}\b|^T\d{5}\b", re.IGNORECASE)
# The head of a table: "Toezegging | Vindplaats | Stand van zaken", "Nr. | Omschrijving toezegging | Debat". Not
# "Toezegging aan het lid Bos".
_HEAD_ROW: Final = re.compile(
    r"\n(?:[\w.]{1,12}[\s|]{1,3})?(?:Omschrijving\s)?[Tt]oezegging(?:en)?[\s|]{1,3}"
    r"(?=Vindplaats|Debat|Overleg|Gedaan|Datum|Status|Stand|Bron|Activiteit|Herkomst)"
)
# With borders: "| Nr. | Indiener | Omschrijving | Vindplaats |", a table of motions and promises. Not "| Omschrijving |
# Kosten |".
_BORDERED: Final = re.compile(
    r"\n\|(?:[^|\n]{0,40}\|){0,5}?\s?(?:(?:Omschrijving\s)?[Tt]oezegging(?:en)?|Omschrijving)\s\|\s"
    r"(?:[^|\n]{0,40}\|\s){0,3}?(?:Vindplaats|Debat|Overleg|Gedaan|Bron|Activiteit|Herkomst)\b"
)
# Under a head of promises: "C. Openstaande toezeggingen / Omschrijving | Vindplaats | Stand van zaken". Not the same
# row under "Moties en toezeggingen", whose rows may be motions.
_HEADED_ROW: Final = re.compile(
    r"\n(?![^\n]{0,60}\b[Mm]oties?\b)[^\n|]{0,60}[Tt]oezegging(?:en)?\b[^\n|]{0,40}\n"
    r"(?:[\w.]{1,12}[\s|]{1,3})?(?:Omschrijving|Inhoud|Onderwerp)[\s|]{1,3}"
    r"(?=Vindplaats|Debat|Overleg|Gedaan|Datum|Bron|Activiteit|Herkomst)"
)
_TOLD_IN: Final = ("toezegging", "omschrijving")
"""How the head of the column begins that tells what was promised."""
_APART: Final = 200
"""Characters between an entry and the next one of the same list: how the promise stands."""
_TABLE: Final = 4000
"""Characters of a table above a row in which its head is looked for."""
# What opens an entry: "Omschrijving: …", "Toezegging 3: …", "– De Minister …", "2. De Kamer …".
_OPENING: Final = re.compile(
    r"(?:[-–•−·]\s|\d{1,3}(?:[.)]\s|\s(?=[A-Z]))|TZ\d{6}-\d{3}\s)?(?:(?P<label>(?:Omschrijving|Toezegging|Inhoud)(?:\s[\w-]{1,12})?\s?:)\s)?"
)
# What stands before the debate of an entry: "Vindplaats: ", "Parlementaire agenda [03-05-2022] ", "Debat: ",
# "Gedaan in het ", "Gedaan tijdens het ".
_WHERE: Final = re.compile(
    r"(?:(?:Vindplaats|Debat|Overleg|Bron|Herkomst|Ontstaan|Kader|Activiteit|Gedaan(?:\s(?:in|tijdens|bij))?)\s?:\s?"
    r"|Parlementaire agenda:?\s|[Gg]edaan\s(?:in|tijdens|bij)\s)(?:het\s|de\s|\[[\d-]{8,10}\]\s(?:[-–]\s)?)?$"
)
# An entry may begin with its debate: "1. CD Terrorisme 7 februari 2024 – aan Bos (SP): de Kamer informeren". Not
# "Commissiedebat van 7 februari 2024 is verplaatst".
_LEADS: Final = re.compile(r"\s?[–—-]\s\w|(?:,\saan\s[^:]{3,60})?:\s\w")
# A line that goes on with an entry: "Debat: …", "Stand van zaken: …".
_FURTHER: Final = re.compile(
    r"(?:Vindplaats|Debat|Overleg|Bron|Herkomst|Ontstaan|Kader|Activiteit|Gedaan[\w\s]{0,16}|Datum|Door|Aan|Status"
    r"|Termijn|Deadline|Stand van zaken)\s?:|Parlementaire agenda\b"
)
_LINES = 5
"""Lines of an entry before the one that names its debate."""
_CELLS: Final = re.compile(r"\||\t|[ \xa0]{3,}")
_SHORTEST = 12
_REACH = 24
"""Characters before a debate in which a head or a bracket is looked for."""


class Listed(Struct, frozen=True):
    """An entry: the stretch that tells what was promised, and the debate in which it was; clean offsets."""

    start: int
    end: int
    debate: LinkedDebate


def listed(context: Context, debates: Sequence[LinkedDebate]) -> Iterator[Listed]:
    """The promises of lists, in order; `debates` are those of the body with their days."""
    last, below = -1, -1
    for debate in debates:
        start, end = _entry(context, debate.mention.start)
        if cell := _cell(context, start, debate):
            yield Listed(*cell, debate)
            continue
        opening = _OPENING.match(context.text, start, end)
        begin = opening.end() if opening else start
        named = opening is not None and opening["label"] is not None
        if (
            begin <= last
            or _OF_OTHERS.match(context.text, begin)
            or not (named or start <= below or _headed(context, start))
        ):
            continue
        below = end + _APART
        stop = _told_until(context, begin, debate)
        if _NUMBERED.fullmatch(context.text, begin, stop):
            begin, stop = _told_below(context, debate.mention.end)
        if stop - begin < _SHORTEST or _HEAD.fullmatch(context.text, begin, stop):
            continue
        if any(v.form == "full" for _, v in context.between(start, end, MotionReference)):
            continue
        last = begin
        yield Listed(begin, stop, debate)


# An entry of which the first line is but a number: "Toezegging 4", then its debate, then "Inhoud: De Minister …".
_NUMBERED: Final = re.compile(r"(?:Toezegging\s)?(?:nr\.?\s)?\d{1,3}[.:]?|Toezegging(?:\s[\w-]{1,12})?", re.IGNORECASE)
_BELOW: Final = re.compile(r"[^|]{0,200}?\b(?:Omschrijving|Inhoud|Toezegging|Onderwerp)\s?:\s")


def _told_below(context: Context, after: int) -> tuple[int, int]:
    """The words behind the label that follows a debate in its entry; nothing if none follows."""
    below = _BELOW.match(context.text, after, context.section_of(after).end)
    if below is None:
        return after, after
    return below.end(), _trimmed(context.text, below.end(), context.sentences.around(below.end())[1])


# "Toezegging: De Minister …", "Toezegging 3: …", "Toezegging Evaluatie van de wet (T02387) De Minister …". Not
# "Toezegging: zie boven", nor "Toezegging aan het lid Bos: …", nor "Toezegging Evaluatie (T02387) Status: …".
_LABEL: Final = re.compile(
    r"Toezegging(?:(?:\s[\w-]{1,12})?\s?:\s(?=[A-ZÀ-Ž«\"])|\s[^.;:]{3,120}?\s\(T\d{5}\)\s(?=[A-Z][^.:]{24}))"
)


def labelled(context: Context, start: int) -> int:
    """Where the words begin behind the label of a sentence that tells a promise; 0 where it has no label."""
    found = _LABEL.match(context.text, start) if context.text.startswith("Toezegging", start) else None
    return found.end() if found else 0


# An entry under such a head that is a letter by its title, or asks: "Reactie op het verzoek van het lid Bos".
_OF_OTHERS: Final = re.compile(
    r"(?:Reactie|Antwoord(?:en)?|Beantwoording|Uitvoering|Afdoening|Verzoek|Beleidsreactie|Kabinetsreactie)\s(?:op|van|vragen|over)\b"
)
_ITEM: Final = re.compile(r"[-–•−·]\s")


def promised_elsewhere(context: Context, start: int) -> bool:
    """Whether a sentence opens an item under a head of promises, and so tells of one made before."""
    return _ITEM.match(context.text, start) is not None and _HEAD.search(context.section_of(start).heading) is not None


def _cell(context: Context, start: int, debate: LinkedDebate) -> tuple[int, int] | None:
    """What is told in the row of a debate, in a table of promises with borders; None elsewhere, or of a motion."""
    text = context.text
    if not text.startswith("|", start):
        return None
    heads = _BORDERED.findall(text, max(0, start - _TABLE), start)
    cells = text[start : debate.mention.start].split("|")
    if not heads or any(True for _ in context.between(start, debate.mention.start, MotionReference)):
        return None
    names = [name.strip().lower() for name in heads[-1].split("|")]
    column = next(index for index, name in enumerate(names) if name.startswith(_TOLD_IN))
    if column >= len(cells) - 1:
        return None
    begin = start + sum(len(cell) + 1 for cell in cells[:column])
    begin += len(cells[column]) - len(cells[column].lstrip())
    stop = _trimmed(text, begin, begin + len(cells[column].strip()))
    return (begin, stop) if stop - begin >= _SHORTEST else None


def _headed(context: Context, start: int) -> bool:
    """Whether a place stands under a head of promises, or under the head of a table of them."""
    if _HEAD.search(context.section_of(start).heading):
        return True
    above = (context.text, max(0, start - _TABLE), start)
    return _HEAD_ROW.search(*above) is not None or _HEADED_ROW.search(*above) is not None


def _entry(context: Context, position: int) -> tuple[int, int]:
    """The paragraph around a place; each row of a table, and each label, begins an entry of its own."""
    paragraphs = context.document.paragraphs
    index = bisect_right(paragraphs, position)
    for _ in range(_LINES):
        if index < 2 or not _FURTHER.match(context.text, paragraphs[index - 1]):
            break
        index -= 1
    start = paragraphs[index - 1] if index else 0
    index = bisect_right(paragraphs, position)
    end = paragraphs[index] if index < len(paragraphs) else len(context.text)
    # A line of an entry ("Gedaan aan: …") may have been taken for a heading.
    start, end = max(start, context.section_of(start).start), min(end, context.section_of(position).end)
    line = context.text.rfind("\n", start, position) + 1
    if line > start and _row(context, line, min(context.sentences.around(position)[1], end)):
        start = line
    return start, end


def _row(context: Context, start: int, end: int) -> bool:
    printed = context.document.quote(context.document.span(context.body, start, end)) if end > start else ""
    return _CELLS.search(printed) is not None


def _told_until(context: Context, begin: int, debate: LinkedDebate) -> int:
    """Where the words of an entry end that tell what was promised; 0 if its debate does not stand as in a list."""
    text, at = context.text, debate.mention.start
    sentence_end = context.sentences.ends[context.sentences.index(begin)]
    if at <= begin:
        leads = _LEADS.match(text, debate.mention.end, sentence_end)
        return _trimmed(text, begin, sentence_end) if leads else 0
    where = _WHERE.search(text, max(begin, at - _REACH), at)
    cells = _CELLS.split(context.document.quote(context.document.span(context.body, begin, at)))
    if where:
        at = where.start()
    elif len(cells) > 1 and len(cells[-1].strip()) <= _REACH:
        # A day may stand before the debate in its cell.
        at = text.rfind(cells[-1].strip() or text[at], begin, at + 1)
    elif text[at - 1] != "(":
        return 0
    return _trimmed(text, begin, min(at, sentence_end))


def _trimmed(text: str, begin: int, end: int) -> int:
    while end > begin and text[end - 1] in " .;,:(\n|":
        end -= 1
    return end
