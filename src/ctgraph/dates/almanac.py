"""Arithmetic with days, weeks, months and seasons; no words, no text."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

# How many years to look for 29 February: 1896 to 1904 and 2096 to 2104 are the longest waits.
_LEAP_WAIT = 8

# The last month of each season by the meteorological calendar; winter ends in the next year.
_SEASON_LAST_MONTH = {21: 5, 22: 8, 23: 11, 24: 14}


@lru_cache(maxsize=4096)  # a paper names the same days many times
def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None if the calendar has no such day."""
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def last_day(anchor: date, month: int, day: int) -> date | None:
    """The last such day before or at the anchor."""
    for back in range(_LEAP_WAIT + 1):
        found = make_day(anchor.year - back, month, day)
        if found is not None and found <= anchor:
            return found
    return None


def next_day(anchor: date, month: int, day: int) -> date | None:
    """The first such day after the anchor."""
    for ahead in range(_LEAP_WAIT + 1):
        found = make_day(anchor.year + ahead, month, day)
        if found is not None and found > anchor:
            return found
    return None


def last_month(anchor: date, month: int) -> int:
    """The year of the last such month before the anchor; the anchor's own month counts."""
    return anchor.year if month <= anchor.month else anchor.year - 1


def next_month(anchor: date, month: int) -> int:
    """The year of the first such month after the anchor's month."""
    return anchor.year if month > anchor.month else anchor.year + 1


def shift_month(anchor: date, months: int) -> str:
    """The month that lies so many months from the anchor's, as EDTF."""
    count = anchor.year * 12 + anchor.month - 1 + months
    return f"{count // 12:04}-{count % 12 + 1:02}"


def shift_quarter(anchor: date, quarters: int) -> str:
    """The quarter that lies so many quarters from the anchor's, as EDTF."""
    count = anchor.year * 4 + (anchor.month - 1) // 3 + quarters
    return f"{count // 4:04}-{count % 4 + 33}"


def monday(anchor: date, weeks: int) -> date:
    """The Monday of the ISO week that lies so many weeks from the anchor's."""
    return anchor + timedelta(days=7 * weeks - anchor.weekday())


def week(anchor: date, weeks: int) -> str:
    """The ISO week that lies so many weeks from the anchor's, as an EDTF interval."""
    first = monday(anchor, weeks)
    return f"{first}/{first + timedelta(days=6)}"


def running_season(anchor: date, season: int) -> int:
    """The year of this season as "dit voorjaar" means it: in January and February "deze winter" has begun."""
    return anchor.year - 1 if season == 24 and anchor.month <= 2 else anchor.year


def past_season(anchor: date, season: int) -> int:
    """The year of the last such season that is over (meteorologically) by the anchor."""
    year = anchor.year
    while year * 12 + _SEASON_LAST_MONTH[season] >= anchor.year * 12 + anchor.month:
        year -= 1
    return year


def coming_season(anchor: date, season: int) -> int:
    """The year of the first such season that begins in the anchor's month or later."""
    return anchor.year if anchor.month <= _SEASON_LAST_MONTH[season] - 2 else anchor.year + 1


def nearly_over(anchor: date, season: int) -> bool:
    """Whether the anchor lies in the last month of this season or behind it, when one to come is the next one."""
    return (anchor.month - _SEASON_LAST_MONTH[season]) % 12 <= 1
