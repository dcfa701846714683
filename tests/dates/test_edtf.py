"""EDTF strings and the days that they stand for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgraph.dates.edtf import period, reading
from ctgraph.dates.reading import TimeReading
from ctgraph.errors import UsageError

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2022-06-16", "2022-06-16", "2022-06-16"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2022-12", "2022-12-01", "2022-12-31"),
        ("2016", "2016-01-01", "2016-12-31"),
        ("2022-21", "2022-03-01", "2022-06-20"),
        ("2022-22", "2022-06-01", "2022-09-22"),
        ("2022-23", "2022-09-01", "2022-12-20"),
        ("2022-24", "2022-12-01", "2023-03-20"),
        ("2023-33", "2023-01-01", "2023-03-31"),
        ("2023-34", "2023-04-01", "2023-06-30"),
        ("2023-35", "2023-07-01", "2023-09-30"),
        ("2023-36", "2023-10-01", "2023-12-31"),
        ("2018-06-01~", "2018-05-25", "2018-06-08"),
        ("2018-06~", "2018-05-17", "2018-07-15"),
        ("2022-23~", "2022-08-17", "2023-01-04"),
        ("2024~", "2024-01-01", "2024-12-31"),
        ("2021-10/2021-12", "2021-10-01", "2021-12-31"),
        ("2018-04-10/2018-04-11", "2018-04-10", "2018-04-11"),
        ("2022/2026", "2022-01-01", "2026-12-31"),
        ("2016/..", "2016-01-01", None),
        ("2016/", "2016-01-01", None),
        ("../2018-22", None, "2018-09-22"),
        ("/2018", None, "2018-12-31"),
        ("../..", None, None),
        ("2021-03-31/2023-08-01", "2021-03-31", "2023-08-01"),
    ],
)
def test_a_form_has_its_widest_days(edtf: str, earliest: str | None, latest: str | None) -> None:
    """Each form that is written stands for its first and last defensible day."""
    first, last = period(edtf)

    assert (first and first.isoformat(), last and last.isoformat()) == (earliest, latest)


@pytest.mark.parametrize(
    "edtf",
    [
        "", "/", "22-06", "2022-6", "2022-00", "2022-13", "2022-25", "2022-32", "2022-37", "2022-02-30",
        "2022-06-00", "2022-23-01", "202X", "20", "2022?", "2022%", "~2022", "2022-06-16T10:00", "0000",
        "2023/2022", "2022/2023/2024", "../../..", " 2022", "2022\n", "２０２２", "y12022", "2021-Q4",
        "eind 2021", "9999-24",
    ],
)  # fmt: skip
def test_what_is_no_edtf_is_refused(edtf: str) -> None:
    """A string outside the subset is refused with the string and the known forms."""
    with pytest.raises(UsageError) as refusal:
        period(edtf)

    assert refusal.value.given == edtf
    assert "2021-10/2021-12" in str(refusal.value)


def test_a_reading_keeps_the_string_and_its_days() -> None:
    """A reading holds the EDTF string as given, its days, and whether it was relative."""
    found = reading("2022-23", relative=True)

    assert found == TimeReading("2022-23", date(2022, 9, 1), date(2022, 12, 20), relative=True)


@given(DAYS)
def test_a_day_is_itself(day: date) -> None:
    """Any day written in EDTF reads back as that day alone."""
    assert period(day.isoformat()) == (day, day)


@given(DAYS)
def test_a_month_and_a_quarter_hold_their_days(day: date) -> None:
    """Any day lies in its own month, quarter and year, and they begin on a first and end before a first."""
    for edtf in (f"{day:%Y-%m}", f"{day.year}-{33 + (day.month - 1) // 3}", f"{day.year}"):
        first, last = period(edtf)

        assert first is not None
        assert last is not None
        assert first <= day <= last
        assert first.day == 1
        assert (last + timedelta(days=1)).day == 1


@given(DAYS, DAYS)
def test_an_interval_runs_from_its_first_to_its_last_day(one: date, other: date) -> None:
    """Two days in order are an interval; in the wrong order they are refused."""
    first, last = sorted((one, other))

    assert period(f"{first}/{last}") == (first, last)
    if first != last:
        with pytest.raises(UsageError):
            period(f"{last}/{first}")


@given(st.text(alphabet="0123456789-/.~?", max_size=24))
def test_any_string_is_read_or_refused(edtf: str) -> None:
    """No string of EDTF characters raises anything but the refusal, and days come in order."""
    try:
        first, last = period(edtf)
    except UsageError:
        return

    assert first is None or last is None or first <= last


def test_approximate_days_stop_at_the_ends_of_the_calendar() -> None:
    """A margin never leaves the calendar."""
    assert period("0001-01-01~")[0] == date.min
    assert period("9999-12-31~")[1] == date.max
