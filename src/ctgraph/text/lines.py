"""The lines of a stored text, and which of them are page furniture.

Furniture is what a typesetter prints on each page: the publication id, the ISSN, place and year, the running
foot with the paper's own number and the page, a page number by itself. It is kept in the stored text and left
out of the flows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ctgraph.model.document import Span


class Line(NamedTuple):
    """One line without its line end and surrounding white space; `start` is the raw offset of its first character."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The raw offset after the last character."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """The stretch of the raw text."""
        return Span(self.start, self.end)


# Lines of page furniture. Each alternative is anchored to the whole line, so that a sentence that merely
# mentions the words does not match:
#   kst-29754-645 · ISSN 0921 - 7371 · ’s-Gravenhage 2022 · Tweede Kamer, vergaderjaar 2021–2022, 29 754, nr. 645 1
#   (also with the three run together, as some PDFs give them) · 12 · - 3 - · pagina 2 van 5 · KST123456
# Must not match: "2021 (Handelingen II 2021/22, nr. 31)" · "nr. 641)." · "Kamerstuk 29 754, nr. 645".
FURNITURE = re.compile(
    r"""
      (?:kst|ah|h|blg|kv|stb)-[A-Za-z0-9-]{4,30}
    | KST\d{4,7}
    | ISSN\s+[\dX\s–-]{8,14}(?:\s+[’'‘]s-Gravenhage\s+\d{4})?
    | (?:[’'‘]s-Gravenhage|Den\ Haag)\s+\d{4}
    | (?:(?:[’'‘]s-Gravenhage|Den\ Haag)\s+\d{4}\s+)?(?:Tweede|Eerste)\ Kamer,\ vergaderjaar\ \d{4}[–-]\d{4},\ .{3,60}
    | [–-]?\ ?\d{1,3}\ ?[–-]?
    | [Pp]agina\ \d{1,3}(?:\ (?:van|/)\ \d{1,3})?
    """,
    re.VERBOSE,
)

_STARTS = (
    "kst-", "ah-", "h-", "blg-", "kv-", "stb-", "KST", "ISSN", "’s-G", "'s-G", "‘s-G", "Den Haag", "Tweede Kamer",
    "Eerste Kamer", "pagina ", "Pagina ",
)  # fmt: skip
"""How furniture begins that is no bare number."""
_FIRSTS = frozenset("-–").union(start[0] for start in _STARTS)


def split(text: str) -> list[Line]:
    """The lines of a text in order, blank ones with an empty `text`. A form feed ends a line too."""
    lines = []
    offset = 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        # Few lines are set in: only for those the blanks before the first character are counted.
        if stripped and raw[0] != stripped[0]:
            lines.append(Line(offset + raw.find(stripped), stripped))
        else:
            lines.append(Line(offset, stripped))
        offset += len(raw)
    return lines


def furniture_in(lines: Sequence[Line]) -> list[int]:
    """The indices of the lines that are page furniture."""
    # Nearly every line is told by its first letter, without a call.
    return [
        index
        for index, (_, text) in enumerate(lines)
        if text and (text[0] in _FIRSTS or text[0].isdigit()) and is_furniture(text)
    ]


def is_furniture(line: str) -> bool:
    """Whether a line is page furniture by its own form."""
    if len(line) > 120 or not line:
        return False
    first = line[0]
    if first.isdigit() or first in "-–":
        return len(line) <= 8 and FURNITURE.fullmatch(line) is not None
    return line.startswith(_STARTS) and FURNITURE.fullmatch(line) is not None
