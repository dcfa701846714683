"""Motions in the rows of a table that names who submitted them in a column of its own, without the word "motie".

"Indiener(s) → Vindplaats → Afdoening" above "Bos (SP) en Vos c.s. → 29 754, nr. 5 → Uitgevoerd": the cell of names
means the motion of that paper. The columns are parted by tabs or upright strokes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ctgraph.extract.names import NameList, names_at
from ctgraph.extract.scan import Page, Triggers
from ctgraph.model.mentions import Mention, MotionReference

TRIGGERS: Triggers = {"submitter-column": ("indiener",)}

# "Indiener(s)", "Indieners motie". Not "De indiener wil weten".
_HEAD: Final = re.compile(r"Indieners?(?:\(s\))?(?:\s(?:van\s(?:de\s)?)?moties?)?", re.IGNORECASE)
_PARTS: Final = re.compile(r"\t|\|")
# What makes a row one of a motion: "29 754, nr. 5", "36 600 VI, nr. 12", "36 225, K".
_PAPER: Final = re.compile(r"\b\d\d[\s.]?\d{3}\b[^\t|\n]{0,12},\s?(?:nr\.\s?\d|[A-Z]{1,2}\b)")
_FEWEST: Final = 3
"""Columns of such a table."""
_GAP: Final = 2
"""Lines without cells that end a table."""


def row_motions(page: Page) -> Iterator[tuple[Mention, NameList]]:
    """The motions of rows, each with its names, in order."""
    done = 0
    for at, _ in page.at("submitter-column"):
        if at < done:
            continue
        start = page.flow.text.rfind("\n", 0, at) + 1
        heads = _cells(page, start)
        column = next((n for n, (begin, end) in enumerate(heads) if _HEAD.fullmatch(page.flow.text[begin:end])), None)
        if column is None or len(heads) < _FEWEST:
            continue
        for begin, end in _rows(page, start, len(heads), column):
            done = end
            found = _motion(page, begin, end)
            if found is not None:
                yield found


def _rows(page: Page, start: int, columns: int, column: int) -> Iterator[tuple[int, int]]:
    """The cell of submitters of each row below a row of heads, clean offsets."""
    text, missing = page.flow.text, 0
    at = text.find("\n", start) + 1
    while at and missing < _GAP:
        cells = _cells(page, at)
        end = text.find("\n", at)
        if len(cells) == columns:
            missing = 0
            if _PAPER.search(text, at, end if end >= 0 else len(text)):
                yield cells[column]
        elif text[at : end if end >= 0 else len(text)].strip():
            missing += 1
        at = end + 1


def _cells(page: Page, start: int) -> list[tuple[int, int]]:
    """The cells of the line at a place, clean offsets: the tabs stand in the printed text alone."""
    text = page.flow.text
    end = text.find("\n", start)
    end = len(text) if end == -1 else end
    if end <= start:
        return []
    span = page.document.span(page.flow, start, end)
    printed = page.document.text[span.start : span.end].strip("| \t")
    cells, at = [], start
    for cell in _PARTS.split(printed):
        words = " ".join(cell.split())
        begin = text.find(words, at, end) if words else at
        begin = at if begin == -1 else begin
        at = min(begin + len(words), end)
        cells.append((begin, at))
    return cells


def _motion(page: Page, start: int, end: int) -> tuple[Mention, NameList] | None:
    """The motion that a cell of nothing but names means."""
    text = page.flow.text
    # "Motie-Bos" in such a column is read as elsewhere.
    names = None if "otie" in text[start:end] else names_at(text, start, page.gazetteer)
    if names is None or names.end != end:
        return None
    value = MotionReference(tuple(named.person for named in names.names), names.others_unnamed, form="full")
    return page.mention(start, end, value, "motion.row", 0.9), names
