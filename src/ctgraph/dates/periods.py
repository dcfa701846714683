"""Two times that are the ends of one: "de periode maart 2017 tot maart 2020", "1 mei – 3 juni 2021".

A dash joins two ends, and so does "tot" behind the word "periode" or between months that share their year, and "tot en
met" between years. Elsewhere "van 1 mei 2021 tot 3 juni 2021" is two times, each told with its preposition, and so is
"tussen 2015 en 2018".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ctgraph.dates.edtf import reading
from ctgraph.dates.lexicon import DASHES
from ctgraph.dates.reading import Expression

# What stands between the ends: " tot ", " tot en met ", " t/m ", "–", " - ".
_BETWEEN: Final = re.compile(rf"\s{{1,2}}(?P<until>tot(?:\sen\smet)?|t/m)\s{{1,2}}|\s{{0,2}}[{DASHES}]\s{{0,2}}")
# "de periode ", "over het tijdvak "; "periode van " before months alone: of days it tells both with a preposition.
_PERIOD: Final = re.compile(r"(?<!\w)(?:periode|tijdvak|jaren|maanden|looptijd)\s{1,2}$", re.IGNORECASE)
_PERIOD_OF: Final = re.compile(r"(?<!\w)(?:periode|tijdvak)\svan\s$", re.IGNORECASE)
# "de week van 30 juni t/m 4 juli 2025", "(30 juni tot en met 2 juli 2025)". Not "van 30 juni tot en met 2 juli", nor "1
# januari tot en met 31 december 2021".
_FROM: Final = re.compile(r"(?<!week\s)\b(?:van|vanaf|sinds)\s(?:\w+dag\s)?$", re.IGNORECASE)
_YEAR, _MONTH, _DAY = 4, 7, 10
"""The lengths of a year, a month and a day in EDTF."""
_TENS: Final = len("2022-")
_PARTS: Final = "23"
"""Seasons and quarters are written as months of that ten: "2022-21", "2022-33"."""
_EVENT: Final = 14
"""Days from the first to the last of an event."""
_LONGEST: Final = 14
"""Characters between the two ends."""
_REACH: Final = 16


def joined(text: str, times: Sequence[Expression]) -> Iterator[Expression]:
    """The times of a text in order, the two ends of a period as one."""
    held: Expression | None = None
    for found in times:
        whole = _period(text, held, found) if held is not None else None
        if held is not None and whole is None:
            yield held
        held = whole or found
    if held is not None:
        yield held


def _period(text: str, first: Expression, last: Expression) -> Expression | None:
    if last.start - first.end > _LONGEST:
        return None
    begin, end = first.reading.edtf, last.reading.edtf
    if len(begin) != len(end) or len(begin) not in (_YEAR, _MONTH, _DAY) or begin >= end:
        return None
    if len(begin) == _MONTH and (begin[_TENS] in _PARTS or end[_TENS] in _PARTS):
        return None
    between = _BETWEEN.fullmatch(text, first.end, last.start)
    if between is None:
        return None
    until = between["until"]
    if not (_is_one(text, first, last, with_last=until != "tot") if until else len(begin) > _YEAR):
        return None
    relative = first.reading.relative and last.reading.relative
    form = last.form if relative else "interval"
    return Expression(first.start, last.end, reading(f"{begin}/{end}", relative), form)


def _is_one(text: str, first: Expression, last: Expression, *, with_last: bool) -> bool:
    """Whether "tot" joins the ends: behind "periode", or where the first month has its year from the last.

    "2015 tot en met 2022", the last one included, is one too.
    """
    if with_last and len(first.reading.edtf) == _YEAR:
        return True
    if _PERIOD.search(text, max(0, first.start - _REACH), first.start):
        return True
    years_apart = text[first.start : first.end].endswith(tuple("0123456789"))
    if len(first.reading.edtf) == _DAY:
        return with_last and not years_apart and _is_event(text, first, last)
    if _PERIOD_OF.search(text, max(0, first.start - _REACH), first.start):
        return True
    return not years_apart and last.form in ("month", "relative")


def _is_event(text: str, first: Expression, last: Expression) -> bool:
    """Whether two days are the ends of one event: some days apart, and told without "van"."""
    begin, end = first.reading.earliest, last.reading.latest
    if begin is None or end is None or (end - begin).days > _EVENT:
        return False
    return _FROM.search(text, max(0, first.start - _REACH), first.start) is None
