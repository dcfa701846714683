"""The text with what was found in it, as a page of HTML that stands alone: no script, no style, nothing from elsewhere.

Stretches may nest and overlap, so the text is cut at every end of one, and each piece links to the narrowest thing
that it names; a title tells all that covers it. Below the text a table lists every finding. Whatever the text holds
is escaped, and characters that are invisible or turn the writing direction are shown by their number, so that what a
person sees is what stands there.
"""

from __future__ import annotations

import html
import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

from ctgraph.export.annotations.record import Record
from ctgraph.export.annotations.targets import targets

# Controls that a page may not hold or that reorder what stands around them: NUL, RLO, LRI, PDI, lone surrogates.
# Not the line end, the tab, and the joiners that words of other scripts need.
_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_MOST_TITLES: Final = 12
"""Findings that a title names at most; the table has all."""


class _Found(Struct, frozen=True):
    """A record at its place, with the address that it leads to and its number in the table."""

    start: int
    end: int
    number: int
    label: str
    address: str


def annotated_page(records: Sequence[Record], text: str, title: str) -> str:
    """The whole page."""
    found = [_found(record, number) for number, record in enumerate(records, 1)]
    head = f'<meta charset="utf-8">\n<title>{_shown(title)} · ctgraph</title>'
    body = "\n".join(_paragraphs(text, found))
    rows = "\n".join(_row(record, each) for record, each in zip(records, found, strict=True))
    columns = "".join(f'<th scope="col">{name}</th>' for name in ("#", "type", "text", "start", "end", "value"))
    table = f"<table>\n<thead><tr>{columns}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    return (
        f'<!DOCTYPE html>\n<html lang="nl">\n<head>\n{head}\n</head>\n<body>\n<article>\n{body}\n</article>\n<hr>\n'
        f"{table}\n</body>\n</html>\n"
    )


def _found(record: Record, number: int) -> _Found:
    address = next(iter(targets(record)), "")
    doubt = f" ({record['status']})" if record.get("status") in ("suspect", "ambiguous") else ""
    return _Found(int(str(record["start"])), int(str(record["end"])), number, f"{record['type']}{doubt}", address)


def _paragraphs(text: str, found: Sequence[_Found]) -> Iterator[str]:
    """A paragraph between blank lines, a break at each line end; the direction is that of its own first letters."""
    pieces = list(_pieces(text, found))
    starts = [start for start, _, _ in pieces]
    position = 0
    for block in re.split(r"(\n\s*\n)", text):
        end = position + len(block)
        if block.strip():
            inside = pieces[bisect_left(starts, position) : bisect_left(starts, end)]
            yield f'<p dir="auto">{"".join(_marked(text[s:e], covering) for s, e, covering in inside)}</p>'
        position = end


def _pieces(text: str, found: Sequence[_Found]) -> Iterator[tuple[int, int, list[_Found]]]:
    """The text cut where a stretch begins or ends and between paragraphs, each piece with what covers it."""
    gaps = [cut for gap in re.finditer(r"\n\s*\n", text) for cut in gap.span()]
    cuts = sorted({0, len(text), *gaps, *(each.start for each in found), *(each.end for each in found)})
    ordered = sorted(found, key=lambda each: each.start)
    opened: list[_Found] = []
    index = 0
    for start, end in pairwise(cuts):
        opened = [each for each in opened if each.end > start]
        while index < len(ordered) and ordered[index].start <= start:
            opened.append(ordered[index])
            index += 1
        yield start, end, sorted(opened, key=lambda each: (each.end - each.start, each.number))


def _marked(words: str, covering: Sequence[_Found]) -> str:
    shown = _shown(words).replace("\n", "<br>\n")
    if not covering:
        return shown
    title = _shown("; ".join(f"{each.label} #{each.number}" for each in covering[:_MOST_TITLES]))
    linked = next((each.address for each in covering if each.address), "")
    if linked:
        return f'<a href="{html.escape(linked)}" title="{title}"><mark>{shown}</mark></a>'
    return f'<mark title="{title}">{shown}</mark>'


def _row(record: Record, found: _Found) -> str:
    words = _shown(str(record["text"]))
    named = f'<a href="{html.escape(found.address)}">{words}</a>' if found.address else words
    value = _shown(json.dumps(record["normalized"], ensure_ascii=False))
    place = (str(found.start), str(found.end))
    cells = (str(found.number), _shown(found.label), f"<bdi>{named}</bdi>", *place, f"<bdi>{value}</bdi>")
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _shown(words: str) -> str:
    """Words escaped for text and attributes; hidden characters by their number: [U+202E]."""
    return html.escape(_HIDDEN.sub(lambda hidden: f"[U+{ord(hidden[0]):04X}]", words))
