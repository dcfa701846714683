"""One record: a stretch of text, its type and its value."""

from __future__ import annotations

from operator import itemgetter
from typing import Final

from ctgraph.dates.reading import TimeReading
from ctgraph.model.claims import Ref, Time
from ctgraph.model.document import Document, Span

Record = dict[str, object]


_NUMBERS: Final = frozenset({bool, int, float})


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
        if value:
            said[name] = list(value) if type(value) is tuple else value
        elif type(value) in _NUMBERS:
            said[name] = value
    return said


def times(reading: TimeReading) -> Record:
    """A time as EDTF with its first and last day."""
    first, last = reading.earliest, reading.latest
    # No call of `known`: every third mention is a time.
    said: Record = {"edtf": reading.edtf} if reading.edtf else {}
    if first:
        said["earliest"] = first.isoformat()
    if last:
        said["latest"] = last.isoformat()
    return said


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
