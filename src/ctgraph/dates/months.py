"""Times around the name of a month: "7 december 2021", "16 juni jl.", "10-11 april 2018", "mei van dit jaar"."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from ctgraph.dates.almanac import last_day, last_month, make_day, next_day, next_month
from ctgraph.dates.cues import before, tense
from ctgraph.dates.edtf import reading
from ctgraph.dates.lexicon import BEFORE, DASHES, DAY_ORDINALS, MONTHS, SHIFTS, WEEKDAYS, is_full_month
from ctgraph.dates.lookback import LookBack
from ctgraph.dates.reading import Expression, Form, TimeReading
from ctgraph.dates.yearphrase import SHIFT_WORDS, marked_year_after, year_after

_REACH, _NEAR = 40, 28
_NAME = re.compile(r"[^\W\d_]{3,9}(?!\w)")
# Not over the end of a line: "Antwoord op vraag 1", below it "Tot en met 31 augustus".
_JOIN = rf"[^\S\n]{{0,2}}(?:[{DASHES}/]|\ben\b|\bt/m\b|\b(?-i:t)ot en met\b|\b(?-i:t)ot\b)\s{{0,2}}"
_MONTH_WORDS = "|".join(sorted(MONTHS, key=lambda word: (-len(word), word)))

# What stands before a month: "7 ", "03 ", "donderdag 29 ", "10-11 ", "7, 8 en 9 ", "1, 2, 6 en 9 ", "12e ".
# A dash behind a year joins two days: "1 januari 2022–31 ". Must not match "3.5 ", "29 7546 " or "nr. 2018-11 ".
_DAYS = LookBack(
    rf"(?=[0-9mdwvz])(?<!\w)(?<!\d[.,/])(?:(?<!\d[{DASHES}])|(?<=[a-z]\s(?:19|20)\d\d[{DASHES}]))(?:(?P<weekday>{'|'.join(WEEKDAYS)})\s{{1,4}})?"
    rf"(?:(?P<first>\d{{1,2}})(?:,\s{{1,2}}\d{{1,2}}){{0,6}}{_JOIN})?(?P<last>\d{{1,2}})(?:e|de|ste)?\s{{1,4}}$",
    "0123456789e",
)
_BEFORE_DAYS = (*WEEKDAYS, "en", "t/m", "met", "tot")
# "in de nacht van 12 op 13 juni".
_NIGHT = re.compile(r"\bnacht\svan\s(?P<day>\d{1,2})\sop\s$")
# "de dertigste juni 2021", as the Staatsblad closes: "Uitgegeven de dertigste juni 2021".
_SPELLED = LookBack(rf"(?<!\w)(?P<day>{'|'.join(DAY_ORDINALS)})\s{{1,4}}$", ("ste", "de"))
# "begin mei", "eind augustus", "eind van mei"; "medio mei" and "half mei" are read as approximate.
_PART = LookBack(
    r"(?<!\w)(?:(?P<part>begin|einde?)|medio|half|halverwege|midden)\s{1,4}(?:van\s{1,4})?$",
    ("begin", "eind", "einde", "medio", "half", "halverwege", "midden", "van"),
)
# "afgelopen mei", "komende 20 april", "vorig jaar december".
_QUALIFIER = LookBack(rf"(?<!\w)(?P<which>{SHIFT_WORDS})\s{{1,4}}(?P<year>jaar\s{{1,4}})?$", (*SHIFTS, "jaar"))
# A month alone is a time only behind one of these: "in mei", "sinds maart", "mei en juni"; not "het lid Mei".
_PREPOSITION = LookBack(
    r"(?<!\w)(?:in|sinds|sedert|vanaf|tot|v[oó]{2}r|na|van|per|rond|rondom|omstreeks|over|tussen|uit|uiterlijk|maand|"
    r"maanden|tegen|richting|gedurende|tot\sen\smet|t/m|en|of)\s{1,4}$",
    (
        "in", "sinds", "sedert", "vanaf", "tot", *BEFORE, "na", "van", "per", "rond", "rondom", "omstreeks", "over",
        "tussen", "uit", "uiterlijk", "maand", "maanden", "tegen", "richting", "gedurende", "en met", "t/m", "en", "of",
    ),
)  # fmt: skip
# "16 juni jl.", "j.l.", "jongstleden", "20 april a.s.", "aanstaande".
_CLOSING = re.compile(
    r",?\s{0,4}(?:(?:jl\.?|j\.\s?l\.?|jongstleden|jongstl\.|ll\.|l\.l\.|laatstleden)"
    r"|(?P<next>a\.\s?s\.?|as\.|aanst\.|aanstaande))(?!\w)",
    re.IGNORECASE,
)
# "30 maart, 17.00 uur", "7 november om 23:00 uur": the hour of an appointment.
_CLOCK = re.compile(r",?\s(?:om\s|van\s)?\d{1,2}[.:]\d\d\b")
# A later date in the same breath gives the year: "3 april en 5 mei 2018", "januari, februari en maart 2020",
# "van 3 april naar 5 mei 2018".
_CHAIN = re.compile(
    rf"(?:(?:,\s{{1,2}}|{_JOIN}|\s{{1,2}}naar\s{{1,2}})(?:(?:in|op|vanaf|begin|eind|medio|half)\s{{1,2}})?(?:\d{{1,2}}\s{{1,2}})?"
    rf"(?P<month>{_MONTH_WORDS})\b\.?){{1,3}}",
    re.IGNORECASE,
)


class _Head(Struct, frozen=True):
    """A month name in a text, with what stands directly before it; `first` and `last` are days, 0 for none.

    `weekday` counts from Monday, -1 for none. `alone` says that nothing before it shows that a time is meant: it needs
    its year in so many words.
    """

    text: str
    anchor: date | None
    start: int
    end: int
    month: int
    first: int = 0
    last: int = 0
    part: str = ""
    shift: int | None = None
    years: int | None = None
    alone: bool = False
    weekday: int = -1


class _Year(Struct, frozen=True):
    end: int
    year: int
    relative: bool
    inferred: bool = False
    marked: bool = False


_SOON: Final = 120
"""Days."""
_HALF: Final = 15


def read_month(text: str, position: int, anchor: date | None) -> Expression | None:
    """Read the time whose month name begins at `position`."""
    name = _NAME.match(text, position)
    month = MONTHS.get(name[0].lower()) if name else None
    if name is None or month is None:
        return None
    full = is_full_month(name[0].lower())
    dot = not full and text.startswith(".", name.end())
    head = _head(_Head(text, anchor, position, name.end() + dot, month), full, name[0].islower())
    dated = _year(head)
    found = _reading(head, dated) if dated else None
    if dated is None or found is None:
        return None
    return Expression(head.start, dated.end, found, _form(head, dated))


def _head(head: _Head, full: bool, lower: bool) -> _Head:
    left = before(head.text, head.start, _REACH)
    offset = head.start - len(left)
    days = _days(left)
    if days is not None:
        return _with_days(head, days, offset)
    left = left[-_NEAR:]
    offset = head.start - len(left)
    spelled = _SPELLED.search(left) if full else None
    if spelled is not None:
        return replace(head, start=offset + spelled.start(), last=DAY_ORDINALS[spelled["day"].lower()])
    part = _PART.search(left) if full else None
    if part is not None and part["part"]:
        return replace(head, start=offset + part.start(), part=part["part"].lower())
    if part is not None:
        return replace(head, part="medio")
    qualifier = _QUALIFIER.search(left) if full else None
    if qualifier is None:
        return replace(head, alone=not (full and lower and _PREPOSITION.search(left)))
    shift = SHIFTS[qualifier["which"].lower()]
    start = offset + qualifier.start()
    return replace(head, start=start, years=shift) if qualifier["year"] else replace(head, start=start, shift=shift)


def _days(left: str) -> re.Match[str] | None:
    """The days before a month; mostly one number behind a word that is part of no longer form, and tried alone."""
    before, _, day = left.rstrip().rpartition(" ")
    alone = day.isdecimal() and before[-1:].isalpha() and not before.lower().endswith(_BEFORE_DAYS)
    return _DAYS.search(left, len(before) if alone else 0)


def _with_days(head: _Head, days: re.Match[str], offset: int) -> _Head:
    first, last = int(days["first"] or 0), int(days["last"])
    if days["weekday"]:
        head = replace(head, weekday=WEEKDAYS.index(days["weekday"].lower()))
    if days["first"] and not 1 <= first < last:
        # "week 41, 10 t/m 12 oktober": the list begins behind what is no day of it.
        later = _DAYS.pattern.search(days.string, days.end("first"))
        if later and later["first"]:
            return _with_days(head, later, offset)
        return replace(head, start=offset + days.start("last"), last=last or 99)
    if not days["first"] and (night := _NIGHT.search(days.string, 0, days.start("last"))) and int(night["day"]) < last:
        return replace(head, start=offset + night.start("day"), first=int(night["day"]), last=last)
    qualifier = _QUALIFIER.search(days.string[: days.start()])
    if qualifier is None or qualifier["year"]:
        return replace(head, start=offset + days.start(), first=first, last=last or 99)
    shift = SHIFTS[qualifier["which"].lower()]
    return replace(head, start=offset + qualifier.start(), first=first, last=last or 99, shift=shift)


def _year(head: _Head) -> _Year | None:
    """The year that goes with a day or month, by what is written, else by the date of the document."""
    phrase = year_after(head.text, head.end, head.anchor)
    if phrase is None and head.last:
        phrase = marked_year_after(head.text, head.end)
    closing = _CLOSING.match(head.text, phrase.end if phrase else head.end)
    if phrase is not None:
        end = closing.end() if closing else phrase.end
        return None if phrase.year is None else _Year(end, phrase.year, phrase.relative, marked=phrase.marked)
    if closing is not None:
        return _nearest(head, closing.end(), ahead=bool(closing["next"]))
    return _chained(head) or (None if head.alone else _by_context(head))


def _by_context(head: _Head) -> _Year | None:
    if head.anchor is None:
        return None
    if head.years is not None:
        return _Year(head.end, head.anchor.year + head.years, True)
    if head.shift is not None:
        return _nearest(head, head.end, ahead=head.shift > 0)
    told = tense(head.text, head.start, head.end)
    appointed = head.weekday >= 0 or (head.last and _CLOCK.match(head.text, head.end))
    inferred = _closest(head) if appointed or not told else None
    if inferred is None or not (appointed or _soon(head, inferred.year)):
        inferred = _running(head, told) or _nearest(head, head.end, ahead=told == "future")
    return inferred and replace(inferred, inferred=True)


def _running(head: _Head, told: str) -> _Year | None:
    """In the first half of a month, what comes "in juli" comes in this one: the next would be told with its year."""
    anchor = head.anchor
    if anchor is None or head.last or told != "future" or (anchor.month, anchor.day < _HALF) != (head.month, True):
        return None
    return _Year(head.end, anchor.year, True)


def _closest(head: _Head) -> _Year | None:
    """The closest such day or month, on that weekday if one is named: an appointment may lie ahead or behind."""
    if head.anchor is None:
        return None
    years = range(head.anchor.year - 1, head.anchor.year + 2)
    days = [day for year in years if (day := make_day(year, head.month, head.last or 15))]
    fitting = [day for day in days if head.weekday in (-1, day.weekday())]
    anchor = head.anchor
    closest = min(fitting, key=lambda day: abs((day - anchor).days), default=None)
    return None if closest is None else _Year(head.end, closest.year, True)


def _soon(head: _Head, year: int) -> bool:
    """Whether a day or month lies so near ahead that one of the year before would have been told with its year."""
    day = make_day(year, head.month, head.last or 15)
    return day is not None and head.anchor is not None and 0 <= (day - head.anchor).days <= _SOON


def _nearest(head: _Head, end: int, ahead: bool) -> _Year | None:
    if head.anchor is None:
        return None
    if not head.last:
        return _Year(end, (next_month if ahead else last_month)(head.anchor, head.month), True)
    found = (next_day if ahead else last_day)(head.anchor, head.month, head.last)
    return None if found is None else _Year(end, found.year, True)


def _chained(head: _Head) -> _Year | None:
    chain = _CHAIN.match(head.text, head.end)
    if chain is None:
        return None
    month = MONTHS[chain["month"].lower()]
    phrase = year_after(head.text, chain.end(), head.anchor)
    closing = _CLOSING.match(head.text, chain.end()) if phrase is None and head.anchor else None
    if closing is not None and head.anchor is not None:
        year = (next_month if closing["next"] else last_month)(head.anchor, month)
        return _Year(head.end, year - (month < head.month), True)
    if phrase is None or phrase.year is None:
        return None
    return _Year(head.end, phrase.year - (month < head.month), phrase.relative)


def _reading(head: _Head, dated: _Year) -> TimeReading | None:
    if not head.last:
        return _month_reading(f"{dated.year:04}-{head.month:02}", head.part, dated.relative)
    last = make_day(dated.year, head.month, head.last)
    first = make_day(dated.year, head.month, head.first) if head.first else None
    if last is None:
        return None
    return reading(f"{first}/{last}" if first else f"{last}", dated.relative)


def _month_reading(month: str, part: str, relative: bool) -> TimeReading:
    """Begin, middle and end of a month are its first ten days, the 10th to the 20th, and the days from the 21st."""
    whole = reading(month, relative)
    if not part or whole.earliest is None:
        return whole
    if part == "medio":
        return TimeReading(month + "~", whole.earliest.replace(day=10), whole.earliest.replace(day=20), relative)
    if part == "begin":
        return reading(f"{month}-01/{month}-10", relative)
    return reading(f"{month}-21/{whole.latest}", relative)


def _form(head: _Head, dated: _Year) -> Form:
    if head.part:
        return "vague"
    if dated.relative:
        return "context" if dated.inferred else "relative"
    if dated.marked:
        return "repaired"
    if not head.last:
        return "month"
    return "interval" if head.first else "day"
