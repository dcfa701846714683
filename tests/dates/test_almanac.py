"""Arithmetic with days, weeks, months and seasons."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgraph.dates import almanac

ANCHORS = st.dates(date(1910, 1, 1), date(2090, 12, 31))


@given(ANCHORS, st.integers(1, 12), st.integers(1, 28))
def test_last_and_next_enclose_the_anchor(anchor: date, month: int, day: int) -> None:
    """The last day is at or before the anchor, the next after it, and they lie one year apart."""
    last, coming = almanac.last_day(anchor, month, day), almanac.next_day(anchor, month, day)

    assert last is not None
    assert coming is not None
    assert last <= anchor < coming
    assert coming.year - last.year == 1


def test_the_leap_day_is_looked_for() -> None:
    """29 February is found years away, and 30 February never."""
    anchor = date(2022, 7, 6)

    assert almanac.last_day(anchor, 2, 29) == date(2020, 2, 29)
    assert almanac.next_day(anchor, 2, 29) == date(2024, 2, 29)
    assert almanac.last_day(anchor, 2, 30) is None
    assert almanac.next_day(anchor, 2, 30) is None


@pytest.mark.parametrize("day", [(2021, 2, 29), (2021, 13, 1), (2021, 0, 1), (2021, 1, 0), (2021, 1, 32), (0, 1, 1)])
def test_a_day_that_does_not_exist_is_none(day: tuple[int, int, int]) -> None:
    """A day outside the calendar is no day."""
    assert almanac.make_day(*day) is None


def test_months_quarters_and_weeks_cross_the_year() -> None:
    """Counting from January goes back into the year before, from December on into the next."""
    january, december = date(2023, 1, 3), date(2022, 12, 30)

    assert almanac.shift_month(january, -1) == "2022-12"
    assert almanac.shift_month(december, 1) == "2023-01"
    assert almanac.shift_quarter(january, -1) == "2022-36"
    assert almanac.shift_quarter(december, 1) == "2023-33"
    assert almanac.week(january, -1) == "2022-12-26/2023-01-01"


@pytest.mark.parametrize(
    ("anchor", "season", "past", "running", "coming"),
    [
        (date(2022, 7, 6), 21, 2022, 2022, 2023),
        (date(2022, 7, 6), 22, 2021, 2022, 2023),
        (date(2022, 7, 6), 23, 2021, 2022, 2022),
        (date(2022, 7, 6), 24, 2021, 2022, 2022),
        (date(2022, 1, 20), 24, 2020, 2021, 2022),
        (date(2022, 1, 20), 21, 2021, 2022, 2022),
        (date(2022, 6, 1), 22, 2021, 2022, 2022),
        (date(2022, 12, 15), 24, 2021, 2022, 2022),
    ],
)
def test_seasons_around_a_day(anchor: date, season: int, past: int, running: int, coming: int) -> None:
    """The last season that is over, the one of "dit", and the first that is still to begin."""
    years = (
        almanac.past_season(anchor, season),
        almanac.running_season(anchor, season),
        almanac.coming_season(anchor, season),
    )

    assert years == (past, running, coming)
