"""The part of EDTF (ISO 8601-2) that ctgraph writes, and the days that it stands for.

Day `2022-06-16`, month `2022-06`, year `2022`, season `2022-21` to `2022-24`, quarter `2022-33` to `2022-36`,
each with `~` (approximate) if need be, and intervals `a/b`, where `..` or nothing is an open end.
EDTF keeps the word of the source; the days are the widest defensible reading of it:

    spring `21`   1 March to 20 June        autumn `23`   1 September to 20 December
    summer `22`   1 June to 22 September    winter `24`   1 December to 20 March of the next year

which is the meteorological first day to the astronomical last day. `~` widens a day by a week on either
side, a month, season or quarter by half a month; a year stays itself, because `2024~` is how "medio 2024"
is written.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from ctgraph.dates.reading import TimeReading
from ctgraph.errors import UsageError

Period = tuple[date | None, date | None]

# One point in time: 2022, 2022-06, 2022-23, 2022-06-16, 2022-06-16~.
# Must not match 22-06, 2022-6, 202X, 2022-06-16T10:00 or 2022?.
_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~?)", re.ASCII)

_SEASONS = {21: ((3, 1), (6, 20)), 22: ((6, 1), (9, 22)), 23: ((9, 1), (12, 20)), 24: ((12, 1), (3, 20))}
_FORMS = ("2022-06-16", "2022-06", "2022", "2022-23", "2022-35", "2022-06-01~", "2021-10/2021-12", "2016/..")


def period(edtf: str) -> Period:
    """The first and the last day that an EDTF string can mean; None at an open end.

    >>> period("2022-23")
    (datetime.date(2022, 9, 1), datetime.date(2022, 12, 20))
    """
    first, separator, last = edtf.partition("/")
    if not separator:
        return _point(edtf, edtf)
    earliest = None if first in ("", "..") else _point(first, edtf)[0]
    latest = None if last in ("", "..") else _point(last, edtf)[1]
    if len(edtf) == 1 or (earliest and latest and earliest > latest):
        raise _malformed(edtf)
    return earliest, latest


@lru_cache(maxsize=4096)  # a paper names the same days many times
def reading(edtf: str, relative: bool = False) -> TimeReading:
    """An EDTF string with its days; `relative` as in TimeReading."""
    earliest, latest = period(edtf)
    return TimeReading(edtf, earliest, latest, relative)


@lru_cache(maxsize=4096)
def _point(point: str, whole: str) -> tuple[date, date]:
    found = _POINT.fullmatch(point)
    if found is None:
        raise _malformed(whole)
    year, part, day, approximate = found.groups()
    try:
        days = _days(int(year), int(part) if part else None, int(day) if day else None)
    except ValueError:
        raise _malformed(whole) from None
    if not approximate or part is None:
        return days
    margin = timedelta(days=7 if day else 15)
    return max(days[0], date.min + margin) - margin, min(days[1], date.max - margin) + margin


def _days(year: int, part: int | None, day: int | None) -> tuple[date, date]:
    """First and last day of a year, month, season, quarter or day. ValueError if the calendar has none."""
    if part is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is not None:
        exact = date(year, part, day)
        return exact, exact
    if part in _SEASONS:
        begin, end = _SEASONS[part]
        return date(year, *begin), date(year + (end < begin), *end)
    if 33 <= part <= 36:
        last = 3 * (part - 32)
        return date(year, last - 2, 1), date(year, last, monthrange(year, last)[1])
    return date(year, part, 1), date(year, part, _length(year, part))


def _length(year: int, month: int) -> int:
    return monthrange(year, month)[1] if 1 <= month <= 12 else 1


def _malformed(edtf: str) -> UsageError:
    return UsageError("Not a time in the EDTF forms that are read", edtf, _FORMS)
