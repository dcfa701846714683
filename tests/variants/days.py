"""Days and loose times as Dutch papers word them, with what they mean seen from the day of the paper."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from variants.picking import Pick

MONTHS: Final = "januari februari maart april mei juni juli augustus september oktober november december".split()
_WEEKDAYS: Final = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()


class Worded(NamedTuple):
    """Words for a time, its EDTF, other EDTF that are as fair, and the preposition that goes before it."""

    words: str
    edtf: str
    accept: tuple[str, ...] = ()
    preposition: str = "in "


def full(day: date) -> str:
    """The day with its month and year: "14 maart 2023"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def plain(day: date) -> Worded:
    """A day, month and year."""
    return Worded(full(day), day.isoformat())


def past(pick: Pick, day: date, seen: date) -> Worded:
    """A day of the year before a paper, in one of the ways of papers."""
    name = f"{day.day} {MONTHS[day.month - 1]}"
    options = [plain(day), plain(day), Worded(f"{_WEEKDAYS[day.weekday()]} {full(day)}", day.isoformat())]
    if 0 < (seen - day).days < 300:
        options.append(Worded(f"{name} jl.", day.isoformat()))
    if day.year == seen.year:
        options.append(Worded(f"{name} van dit jaar", day.isoformat()))
    return pick.of(*options)


def month(day: date) -> Worded:
    """A month with its year."""
    return Worded(f"{MONTHS[day.month - 1]} {day.year}", f"{day.year}-{day.month:02d}")


def begin(year: int, words: str) -> Worded:
    """The first months of a year."""
    return Worded(
        words, f"{year}-01/{year}-03", (f"{year}-01", f"{year}~", f"{year}-01~", f"{year}-01/{year}-02", f"{year}-33")
    )


def deadline(pick: Pick, seen: date) -> Worded:
    """A time that is still to come when a paper of March or later is written."""
    this, following = seen.year, seen.year + 1
    autumn = (f"{this}-09/{this}-11", f"{this}-09/{this}-12")
    return pick.of(
        Worded("dit najaar", f"{this}-23", autumn, ""),
        Worded("het najaar van dit jaar", f"{this}-23", autumn),
        Worded(f"het vierde kwartaal van {this}", f"{this}-36", (f"{this}-10/{this}-12", f"{this}-Q4")),
        Worded("het vierde kwartaal van dit jaar", f"{this}-36", (f"{this}-10/{this}-12", f"{this}-Q4")),
        Worded(f"het eerste kwartaal van {following}", f"{following}-33", (f"{following}-01/{following}-03",)),
        Worded(f"mei {following}", f"{following}-05"),
        Worded(f"het voorjaar van {following}", f"{following}-21", (f"{following}-03/{following}-05",)),
        Worded(f"de zomer van {following}", f"{following}-22", (f"{following}-06/{following}-08",)),
    )
