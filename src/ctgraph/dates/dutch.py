"""Reads Dutch time expressions: one head word each ("december", "najaar", "kwartaal", "jaar", "2016"), its
surroundings read by the module that knows the head.

Readers look a bounded stretch to the left and right of the head, so reading a text is linear in its length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from ctgraph.dates import recesses
from ctgraph.dates.cues import approximate, tells_birth
from ctgraph.dates.lexicon import MONTH_STEMS, SEASONS, WEEKDAYS
from ctgraph.dates.months import read_month
from ctgraph.dates.numeric import read_figures
from ctgraph.dates.quarters import read_part, read_q
from ctgraph.dates.reading import Expression, TimeReading
from ctgraph.dates.seasons import read_season
from ctgraph.dates.spans import read_near, read_span
from ctgraph.dates.weekdays import read_weekday
from ctgraph.dates.years import read_year

Reader = Callable[[str, int, date | None], Expression | None]

HEADS: Mapping[str, tuple[str, ...]] = {
    "month": MONTH_STEMS,
    "season": tuple(SEASONS),
    "recess": recesses.HEADS,
    "part": ("kwartaal", "helft", "halfjaar", "half jaar"),
    "q": ("q1", "q2", "q3", "q4"),
    "span": ("jaar", "kalenderjaar", "maand", "maanden", "week", "weken", "dagen"),
    "weekday": (*WEEKDAYS, "weekend", "weekeinde"),
    "near": (
        "vandaag",
        "vanochtend",
        "vanmorgen",
        "vanmiddag",
        "vanavond",
        "gisteren",
        "gisterochtend",
        "gistermiddag",
        "gisteravond",
        "eergisteren",
        "morgen",
        "morgenochtend",
        "morgenmiddag",
        "morgenavond",
        "overmorgen",
    ),
}
"""Lower-case words (for months: how they begin) that a time expression is built around, by kind."""

# Figures that may be a year or a date and do not hang on a word: "2016", "2022-07-06", "24/11/2022", "07/03".
# Must not match in "W16", "20224567890123", "754" or "7".
FIGURES = re.compile(r"[0-9](?<!\w[0-9])(?:(?<=[12])[09]\d\d(?!\d)|\d?[/.\-]\d)")

_READERS: Mapping[str, Reader] = {
    "month": read_month,
    "season": read_season,
    "recess": recesses.read_recess,
    "part": read_part,
    "q": read_q,
    "span": read_span,
    "weekday": read_weekday,
    "near": read_near,
}
_ANY_HEAD = re.compile(
    "|".join(f"(?P<{kind}>{'|'.join(sorted(words, key=len, reverse=True))})" for kind, words in HEADS.items())
    + f"|(?P<figures>{FIGURES.pattern})",
    re.IGNORECASE,
)
_REACH = 64
# Words that may stand between where reading begins and the expression: "het najaar van dit jaar" is read from "najaar".
_LEADING = re.compile(
    r"(?:(?:d\.d\.|het|de|medio|half|halverwege|rond|in|op|van|eind|begin)\s{1,4}){0,3}", re.IGNORECASE
)

_FIRST_ANCHOR, _LAST_ANCHOR = 1900, 2100


def expression_at(text: str, position: int, kind: str, anchor: date | None) -> Expression | None:
    """Read the expression whose head of this kind (a key of HEADS, or `figures`) begins at `position`.

    `anchor` is the day that relative words count from; without it, or with one that no paper of ours can
    have, they stay unread. The days of people's birth are never read.
    """
    if position and (text[position - 1].isalnum() or text[position - 1] == "_"):
        return None
    if anchor is not None and not _FIRST_ANCHOR <= anchor.year <= _LAST_ANCHOR:
        anchor = None
    found = _figures(text, position, anchor) if kind == "figures" else _READERS[kind](text, position, anchor)
    if found is None or tells_birth(text, found.start):
        return None
    known = approximate(text, found.start, found.reading)
    return found if known is found.reading else Expression(found.start, found.end, known, found.form)


def read(text: str, position: int, anchor: date | None) -> tuple[int, int, TimeReading] | None:
    """Read the longest time expression that begins at `position`, or behind an article or preposition there.

    >>> from datetime import date
    >>> start, end, reading = read("van 16 juni jl. heb ik", 4, date(2022, 7, 6)) or (0, 0, None)
    >>> (start, end, reading.edtf)
    (4, 15, '2022-06-16')
    """
    heads = _ANY_HEAD.finditer(text, position, position + _REACH)
    found = [expression_at(text, head.start(), str(head.lastgroup), anchor) for head in heads]
    here = [one for one in found if one is not None and _begins(text, position, one)]
    best = max(here, key=lambda one: one.end - one.start, default=None)
    return None if best is None else (best.start, best.end, best.reading)


def _begins(text: str, position: int, found: Expression) -> bool:
    if found.start <= position:
        return position < found.end
    leading = _LEADING.match(text, position)
    return leading is not None and leading.end() >= found.start


def _figures(text: str, position: int, anchor: date | None) -> Expression | None:
    # Four figures in a row and no hyphen behind them, as in nearly every hit, are a year or nothing.
    plain = text[position : position + 4].isdecimal() and text[position + 4 : position + 5] != "-"
    found = None if plain else read_figures(text, position, anchor)
    if found is None and text.startswith(("19", "20"), position):
        return read_year(text, position, anchor)
    return found
