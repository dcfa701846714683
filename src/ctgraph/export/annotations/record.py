"""One record: a stretch of text, its type and its value."""

from __future__ import annotations

from datetime import date
from operator import itemgetter
from typing import Final

from ctgraph.dates.reading import TimeReading
from ctgraph.model.claims import Ref, Time
from ctgraph.model.document import Document, Span

Record = dict[str, object]


in_place: Final = itemgetter("start", "end", "type")
"""Sorts records in the order of the text."""


def record(document: Document, kind: str, span: Span, normalized: Record, **details: object) -> Record:
    """A record at a span; empty details are left out."""
    start, end = span.start, span.end
    made: Record = {
        "type": kind,
        "start": start,
        "end": end,
        "text": document.text[start:end],
        "normalized": normalized,
    }
    made.update(known(**details))
    return made


def known(**values: object) -> Record:
    """The values that say something: not None, not empty; False and 0 stay. Tuples become lists."""
    said: Record = {}
    for name, value in values.items():
        if type(value) is tuple:
            if value:
                said[name] = list(value)
        elif value or value is False or value == 0:
            said[name] = value
    return said


def times(reading: TimeReading) -> Record:
    """A time as EDTF with its first and last day."""
    return known(edtf=reading.edtf, earliest=_day(reading.earliest), latest=_day(reading.latest))


def edtf(time: Time | None) -> str:
    """The EDTF of a time, empty for none."""
    return time.reading.edtf if time else ""


def official(ref: Ref) -> str:
    """The id of a thing as annotations write it: a dossier alone is `kst-35917`."""
    return f"kst-{ref.id}" if ref.kind == "dossier" else ref.id


def papers(refs: tuple[Ref, ...]) -> Record:
    """The first report of proceedings and the first Kamerstuk among several papers."""
    ids = [official(ref) for ref in refs]
    return known(
        handelingen=next((item for item in ids if item.startswith("h-")), ""),
        kamerstuk=next((item for item in ids if item.startswith("kst-")), ""),
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
