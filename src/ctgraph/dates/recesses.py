"""Recesses and feasts that papers set times by: "vóór het kerstreces", "rond de jaarwisseling", "met Prinsjesdag"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, NamedTuple

from ctgraph.dates.cues import before, tense
from ctgraph.dates.edtf import reading
from ctgraph.dates.lexicon import BEFORE
from ctgraph.dates.lookback import LookBack
from ctgraph.dates.reading import Expression, Form, TimeReading
from ctgraph.dates.yearphrase import year_after


class _Recess(NamedTuple):
    """Month and day at which it begins at the earliest, begins at the latest, and is over."""

    first: tuple[int, int]
    latest: tuple[int, int]
    over: tuple[int, int]


_RECESSES: Final = {
    "kerst": _Recess((12, 24), (12, 24), (12, 27)),
    "kerstmis": _Recess((12, 24), (12, 24), (12, 27)),
    "kerstreces": _Recess((12, 15), (12, 24), (1, 5)),
    "jaarwisseling": _Recess((12, 31), (12, 31), (1, 2)),
    "voorjaarsreces": _Recess((2, 10), (2, 28), (3, 1)),
    "krokusreces": _Recess((2, 10), (2, 28), (3, 1)),
    "meireces": _Recess((4, 20), (5, 1), (5, 10)),
    "herfstreces": _Recess((10, 10), (10, 25), (10, 25)),
}
_SUMMER: Final = _Recess((7, 1), (7, 10), (9, 1))
_PLAIN: Final = "reces"
"""The recess that ends a half of the parliamentary year: in summer, and from August on at Christmas."""
_FROM_CHRISTMAS: Final = 8
_BUDGET_DAY: Final = "prinsjesdag"
HEADS: Final = (
    _BUDGET_DAY,
    "kerst",
    "jaarwisseling",
    "voorjaarsreces",
    "krokusreces",
    "meireces",
    "herfstreces",
    _PLAIN,
)
_NAME: Final = re.compile(
    rf"(?:{'|'.join(sorted((*_RECESSES, _PLAIN, _BUDGET_DAY), key=len, reverse=True))})(?!\w)", re.IGNORECASE
)
# What makes a time of it: "vóór de kerst", "na het meireces", "rond de jaarwisseling"; not "de kerst van de familie".
_BEFORE: Final = LookBack(
    r"(?<!\w)(?:(?P<until>v[oó]{2}r|tot)|(?P<since>na|sinds)|rond|rondom|omstreeks|tijdens|gedurende|in|met)\s{1,4}"
    r"(?:(?:de|het)\s{1,4})?(?:aanstaande\s{1,4}|komende\s{1,4})?$",
    (*BEFORE, "tot", "na", "sinds", "rond", "rondom", "omstreeks", "tijdens", "gedurende", "in", "met", "de", "het",
     "aanstaande", "komende"),
)  # fmt: skip
_REACH: Final = 36


def read_recess(text: str, position: int, anchor: date | None) -> Expression | None:
    """Read the time whose recess or feast begins at `position`; the preposition "vóór" or "na" is part of it."""
    name = _NAME.match(text, position)
    left = before(text, position, _REACH)
    if name is not None and name[0].lower() == _BUDGET_DAY:
        return _budget_day(text, name, anchor)
    cut = _BEFORE.search(left) if name else None
    # "De Kamer is met reces van vrijdag 13 oktober": away, and no time.
    if name is None or cut is None or (name[0].lower() == _PLAIN and cut[0].split()[0] == "met"):
        return None
    recess = _RECESSES.get(name[0].lower()) or _plain(anchor)
    phrase = year_after(text, name.end(), anchor)
    year = phrase.year if phrase else _likely_year(recess, anchor, tense(text, position, name.end()))
    if year is None:
        return None
    found = _reading(recess, year, until=bool(cut["until"]), since=bool(cut["since"]), relative=phrase is None)
    start = position - len(left) + cut.start() if cut["until"] or cut["since"] else position
    return Expression(start, phrase.end if phrase else name.end(), found, "vague")


def _budget_day(text: str, name: re.Match[str], anchor: date | None) -> Expression | None:
    """Prinsjesdag is the third Tuesday of September; without a year, the one to come or, told as past, the last."""
    phrase = year_after(text, name.end(), anchor)
    if phrase is not None and phrase.year is not None:
        day = _third_tuesday(phrase.year)
        form: Form = "relative" if phrase.relative else "day"
        return Expression(name.start(), phrase.end, reading(str(day), phrase.relative), form)
    if anchor is None or phrase is not None:
        return None
    coming = _third_tuesday(anchor.year + (_third_tuesday(anchor.year) < anchor))
    past = tense(text, name.start(), name.end()) == "past"
    day = _third_tuesday(coming.year - past)
    return Expression(name.start(), name.end(), reading(str(day), True), "relative")


def _third_tuesday(year: int) -> date:
    first = date(year, 9, 1)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 14)


def _plain(anchor: date | None) -> _Recess:
    """What "het reces" is on a day."""
    return _RECESSES["kerstreces"] if anchor and anchor.month >= _FROM_CHRISTMAS else _SUMMER


def _likely_year(recess: _Recess, anchor: date | None, looks: str) -> int | None:
    """The year of the one to come, or of the last one where the clause looks back."""
    if anchor is None:
        return None
    coming = anchor.year + (date(anchor.year, *recess.latest) < anchor)
    return coming - 1 if looks == "past" else coming


def _reading(recess: _Recess, year: int, *, until: bool, since: bool, relative: bool) -> TimeReading:
    over = date(year + (recess.over < recess.first), *recess.over)
    if until:
        latest = date(year, *recess.latest)
        return TimeReading(f"{latest:%Y-%m}~", None, latest, relative)
    if since:
        return TimeReading(f"{over:%Y-%m}~", over, None, relative)
    return reading(f"{date(year, *recess.first)}/{over}", relative)
