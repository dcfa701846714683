"""Dates and other times: every day, month, year, season, quarter and relative expression of a flow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import attrgetter

from ctgraph.dates.dutch import FIGURES, HEADS, expression_at
from ctgraph.dates.edtf import reading
from ctgraph.dates.periods import joined
from ctgraph.dates.reading import Expression
from ctgraph.dates.retold import retold
from ctgraph.extract.scan import Page, Triggers
from ctgraph.model.mentions import DateReference, Mention
from ctgraph.text.held import day_spoken

_CLASSES = tuple((kind, f"date-{kind}") for kind in HEADS)
TRIGGERS: Triggers = {name: HEADS[kind] for kind, name in _CLASSES}

_CONFIDENCE = {
    "day": 0.99,
    "interval": 0.95,
    "month": 0.95,
    "year": 0.95,
    "season": 0.95,
    "quarter": 0.95,
    "relative": 0.9,
    "repaired": 0.9,
    "context": 0.85,
    "vague": 0.8,
}


def find_dates(page: Page) -> Iterator[Mention]:
    """Find the times in one flow; of those that overlap, the longest."""
    text = page.flow.text
    anchor = day_spoken(page.document)
    found_at = list(_longest(sorted(_expressions(page, anchor), key=attrgetter("start", "end"))))
    times = list(joined(text, list(retold(text, found_at, anchor))))
    years = _years_by_day(times)
    for found in times:
        day = found.reading.earliest
        year = years.get((day.month, day.day)) if day and found.form == "context" and _is_day(found) else None
        value = DateReference(reading(f"{year:04}{found.reading.edtf[4:]}") if year else found.reading)
        yield page.mention(found.start, found.end, value, f"date.{found.form}", _CONFIDENCE[found.form])


def _is_day(found: Expression) -> bool:
    return len(found.reading.edtf) == len("2022-07-06")


def _years_by_day(times: list[Expression]) -> dict[tuple[int, int], int]:
    """The years of the days that a text dates for sure: "7 november" is that of "7 november 2018" elsewhere in it.

    A day that stands there with two years is left out.
    """
    years: dict[tuple[int, int], set[int]] = {}
    for found in times:
        day: date | None = found.reading.earliest
        if day is not None and found.form in ("day", "relative") and _is_day(found):
            years.setdefault((day.month, day.day), set()).add(day.year)
    return {day: min(found) for day, found in years.items() if len(found) == 1}


def _expressions(page: Page, anchor: date | None) -> Iterator[Expression]:
    text = page.flow.text
    for kind, name in _CLASSES:
        for start, _ in page.hits.get(name, ()):
            # Half of the hits stand inside words ("gemeente", "jaarlijks" behind its first letters): no call for these.
            if start and text[start - 1].isalpha():
                continue
            found = expression_at(text, start, kind, anchor)
            if found is not None:
                yield found
    for figures in FIGURES.finditer(text):
        found = expression_at(text, figures.start(), "figures", anchor)
        if found is not None:
            yield found


def _longest(ordered: list[Expression]) -> Iterator[Expression]:
    """Drop what overlaps a longer expression; of two that are equally long, the first stays."""
    kept: Expression | None = None
    for found in ordered:
        if kept is None or found.start >= kept.end:
            if kept is not None:
                yield kept
            kept = found
        elif found.end - found.start > kept.end - kept.start:
            kept = found
    if kept is not None:
        yield kept
