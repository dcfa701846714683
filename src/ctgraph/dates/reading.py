"""A time as a source words it, and its reading."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

Form = Literal["day", "interval", "month", "year", "season", "quarter", "relative", "context", "repaired", "vague"]


class TimeReading(Struct, frozen=True):
    """An EDTF reading (ISO 8601-2) with the widest defensible first and last day.

    `earliest` or `latest` is None where the time is open on that side ("vóór de zomer", an interval `2016/..`).
    `relative` says that the words were read against the date of the document that holds them.
    """

    edtf: str
    earliest: date | None
    latest: date | None
    relative: bool = False


class Expression(Struct, frozen=True):
    """A time expression at `[start, end)` of a text; `form` says how directly its words give the time.

    `context` is a day or month without a year, whose year was inferred from the tense of its clause.
    """

    start: int
    end: int
    reading: TimeReading
    form: Form
