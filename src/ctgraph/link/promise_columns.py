"""Promises in a table whose columns are parted by tabs, under a row of heads with "Datum": each row is one of its day.

"Datum → Aan → Inhoud en afdoening" under "TOEZEGGINGEN", "Datum → Toezegging → Stand" under any head. The promise is
the first sentence of the cell that tells, which may sound like one made anew; what stands behind it tells how it fares.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from ctgraph.link.context import Context
from ctgraph.model.mentions import DateReference, Mention, MotionReference

_TAB: Final = "\t"
# The head of a list of promises alone. Not "Moties en toezeggingen", whose rows may be motions.
_PROMISES: Final = re.compile(r"(?:^|\s)toezegging(?:en)?\b", re.IGNORECASE)
_MOTIONS: Final = re.compile(r"\bmoties?\b", re.IGNORECASE)
# What the head of the column is called that tells: "Toezegging", "Inhoud en afdoening", "Omschrijving toezegging".
_PROMISE: Final = re.compile(r"(?:omschrijving\s)?toezegging(?:en)?\b", re.IGNORECASE)
_TELLS: Final = re.compile(r"(?:inhoud|omschrijving|onderwerp|tekst)\b", re.IGNORECASE)
# "Datum", "Gedaan op", "Datum toezegging". Not "Datum afdoening", when it was kept.
_DAY: Final = re.compile(r"(?:datum|gedaan op)(?!\s(?:afdoening|afgedaan|gereed))\b", re.IGNORECASE)
# The head of a column: some words without a figure or a stop. Not a row: "29-06-2017", "Bos (SP)".
_NAME: Final = re.compile(r"[A-Z][^\W\d]{0,24}\.?(?:\([a-z]{1,3}\))?(?:[\s/][^\W\d]{1,24}){0,4}")
_FEWEST: Final = 2
"""Columns of a table."""
_SHORTEST: Final = 12
"""Characters of a cell that tells something."""
_DATE: Final = len("2017-06-29")


class Row(Struct, frozen=True):
    """What a row tells was promised, clean offsets in the body, and the mention of its day."""

    start: int
    end: int
    day: Mention


class _Table(Struct, frozen=True):
    """Which columns tell what was promised and when, and how many there are."""

    columns: int
    told: int
    day: int


def rows(context: Context) -> Iterator[Row]:
    """The promises of the tables in tab columns, in order."""
    document = context.document
    if _TAB not in document.text or "oezegging" not in document.text.replace("OEZEGGING", "oezegging"):
        return
    table: _Table | None = None
    heading = ""
    for start, end in _lines(context):
        cells = _cells(context, start, end)
        # A row of heads may have been taken for a heading; one without tabs ends the table.
        if len(cells) < _FEWEST and context.section_of(start).start == start:
            heading, table = context.text[start:end], None
        if len(cells) < _FEWEST:
            continue
        if headed := _table(context, cells, heading):
            table = headed
        elif table is not None and len(cells) == table.columns and (row := _row(context, cells, table)):
            yield row


def _lines(context: Context) -> Iterator[tuple[int, int]]:
    text, start = context.text, 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end == -1 else end
        if end > start:
            yield start, end
        start = end + 1


def _cells(context: Context, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of a line, clean offsets: the tabs stand in the printed text alone."""
    span = context.document.span(context.body, start, end)
    printed = context.document.text[span.start : span.end]
    if _TAB not in printed:
        return []
    cells, at = [], start
    for cell in printed.split(_TAB):
        words = " ".join(cell.split())
        begin = context.text.find(words, at, end) if words else at
        begin = at if begin == -1 else begin
        at = min(begin + len(words), end)
        cells.append((begin, at))
    return cells


def _table(context: Context, cells: list[tuple[int, int]], heading: str) -> _Table | None:
    """The table that a row of heads begins; None if the line is none, or heads no promises with their day."""
    names = [context.text[start:end] for start, end in cells]
    if not all(_NAME.fullmatch(name) for name in names):
        return None
    promises = _PROMISES.search(heading) is not None and _MOTIONS.search(heading) is None
    told = next((at for at, name in enumerate(names) if _PROMISE.match(name) and not _DAY.match(name)), None)
    if told is None and promises:
        told = next((at for at, name in enumerate(names) if _TELLS.match(name)), None)
    day = next((at for at, name in enumerate(names) if _DAY.match(name)), None)
    return None if told is None or day is None else _Table(len(names), told, day)


def _row(context: Context, cells: list[tuple[int, int]], table: _Table) -> Row | None:
    """The promise of a row: the first sentence of the cell that tells; None without a whole day, or of a motion."""
    days = [m for m, v in context.between(*cells[table.day], DateReference) if len(v.reading.edtf) == _DATE]
    begin, stop = cells[table.told]
    if not days or any(value.form == "full" for _, value in context.between(cells[0][0], begin, MotionReference)):
        return None
    ends = context.sentences.ends
    end = min(stop, ends[bisect_left(ends, begin + 1)])
    while end > begin and context.text[end - 1] in " .;,:":
        end -= 1
    return Row(begin, end, days[0]) if end - begin >= _SHORTEST else None
