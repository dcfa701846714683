"""Offsets in a text as it was sent, where reading it dropped a byte order mark or the CR of CR LF."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

# What decoding drops: a byte order mark at the beginning, and the CR before an LF. Not a CR alone.
_DROPPED = re.compile(r"\A\ufeff|\r(?=\n)")


def in_sent_text(records: Sequence[Mapping[str, object]], sent: str) -> list[dict[str, object]]:
    """The records with every offset as it stands in the text that was sent; a `text` that was exact stays exact."""
    dropped = [found.start() for found in _DROPPED.finditer(sent)]
    # Where each dropped character would stand in the text that was read.
    before = [place - count for count, place in enumerate(dropped)]
    read = _DROPPED.sub("", sent) if dropped else sent
    return [_moved(record, before, read, sent) for record in records]


def _moved(record: Mapping[str, object], before: Sequence[int], read: str, sent: str) -> dict[str, object]:
    moved = dict(record)
    if not before:
        return moved
    for name, value in record.items():
        if isinstance(value, int) and name.endswith("start"):
            moved[name] = value + bisect_right(before, value)
        elif isinstance(value, int) and name.endswith("end"):
            # The end stands behind the last character of the mention, and before what was dropped there.
            moved[name] = value + bisect_right(before, value - 1)
    if record["text"] == read[_place(record, "start") : _place(record, "end")]:
        moved["text"] = sent[_place(moved, "start") : _place(moved, "end")]
    return moved


def _place(record: Mapping[str, object], name: str) -> int:
    place = record[name]
    assert isinstance(place, int)
    return place
