"""The day that a paper prints as its own, in the forms of each kind.

Den Haag, 6 juli 2022 · Voorgesteld 25 juni 2019     letters, motions, reports; "Datum 6 juli 2022" on others
Antwoord van Minister Jansen (ontvangen 3 mei 2022)  answers to questions; before them "(ingezonden 1 april 2022)"
Verslag van de vergadering van 22 februari 2022      reports of the chambers; "Dinsdag 7 december 2021" on a line
Besluit van 28 januari 2014 tot wijziging van        laws and decrees; "23 juni 2017" below "Nader Rapport"
Nummer: 2024D51222, datum: 2024-12-17                pages on the chamber's data, where the paper itself prints no day
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from ctgraph.text.lines import Line

_MONTHS: Final = "januari februari maart april mei juni juli augustus september oktober november december".split()
_DAY: Final = rf"(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(_MONTHS)})\s+(?P<year>\d{{4}})"
_WEEKDAY: Final = r"(?:(?i:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\s)"

_PLACED: Final = re.compile(
    r"(?P<place>Den Haag|[’'‘]s-Gravenhage|Voorgesteld|Vastgesteld|Ontvangen|Gepubliceerd|Ontvangen ter Griffie"
    r"|Datum(?: uitspraak)?)"
    rf"[:,]?\s+(?:op )?{_DAY}"
)
_RANK: Final = ("Den Haag", "s-Gravenhage", "Voorgesteld", "Datum", "Ontvangen", "Vastgesteld", "Gepubliceerd")
_SETTLED: Final = "Vastgesteld"
# Questions and their answers begin so; what a letter tells of questions does not.
_ASKED: Final = re.compile(r"(?:Vragen|Antwoord|Mededeling)\svan\s")
_RECEIVED: Final = re.compile(rf"\(ontvangen\s{_DAY}\)")
_SENT: Final = re.compile(rf"\(ingezonden\s{_DAY}\)")
_MEETING: Final = re.compile(rf"Verslag van de (?:plenaire )?vergadering van {_WEEKDAY}?{_DAY}")
_SITTING: Final = re.compile(rf"{_WEEKDAY}{_DAY}")
_ENACTED: Final = re.compile(rf"(?:Besluit|Wet|Rijkswet) van {_DAY}(?:,|\s(?:tot|houdende))")
_ALONE: Final = re.compile(rf"{_DAY},?")
_ON_PAGE: Final = re.compile(r"Nummer: \d{4}D\d{5}, datum: (?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_TOP: Final = 6
"""Lines within which a report of a chamber or a law tells its day."""


class Dated(NamedTuple):
    """A day, the line that prints it, and how sure its form is: the lowest rank holds, of equal ones the first."""

    rank: int
    day: date
    line: Line


def read_dateline(lines: Sequence[Line]) -> tuple[date, Line] | None:
    """The day of a paper from the lines of its head, and the line that prints it."""
    found = [*_placed(lines), *_asked(lines), *_at_the_top(lines), *_on_page(lines)]
    best = min(found, key=lambda dated: dated.rank, default=None)
    return (best.day, best.line) if best else None


def _placed(lines: Sequence[Line]) -> Iterator[Dated]:
    """Datelines. A report's own day stands before the letters that it prints."""
    first = True
    for line in lines:
        printed = _PLACED.match(line.text) if line.text[0] in "DVOG’'‘" else None
        day = _day(printed) if printed else None
        if printed is None or day is None:
            continue
        rank = next(i for i, word in enumerate(_RANK) if word in printed["place"])
        yield Dated(-1 if first and printed["place"] == _SETTLED else rank, day, line)
        first = False


def _asked(lines: Sequence[Line]) -> Iterator[Dated]:
    """The days on which questions were answered and sent."""
    asked = False
    for line in lines:
        asked = asked or _ASKED.match(line.text) is not None
        for rank, pattern in ((10, _RECEIVED), (11, _SENT)) if asked else ():
            printed = pattern.search(line.text)
            if printed and (day := _day(printed)):
                yield Dated(rank, day, line)


def _at_the_top(lines: Sequence[Line]) -> Iterator[Dated]:
    """Reports of the chambers, laws, and reports to the King."""
    for number, line in enumerate(lines[:_TOP]):
        below = lines[number - 1].text if number else ""
        printed = _MEETING.search(line.text) or _ENACTED.match(line.text)
        if below.startswith("Plenair verslag") or "vergadering" in below:
            printed = printed or _SITTING.fullmatch(line.text)
        if below == "Nader Rapport":
            printed = printed or _ALONE.fullmatch(line.text)
        if printed and (day := _day(printed)):
            yield Dated(12, day, line)


def _on_page(lines: Sequence[Line]) -> Iterator[Dated]:
    for line in lines:
        printed = _ON_PAGE.match(line.text) if line.text.startswith("Nummer") else None
        if printed and (day := _day(printed)):
            yield Dated(20, day, line)


def _day(printed: re.Match[str]) -> date | None:
    month = printed["month"]
    try:
        return date(
            int(printed["year"]), int(month) if month.isdigit() else _MONTHS.index(month) + 1, int(printed["day"])
        )
    except ValueError:
        return None
