"""What stands above motions in a list or a card and is said of them: "De volgende moties beschouw ik als afgedaan:"."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final

from ctgraph.link.context import Context

# What a list of motions begins with. Not "De moties zijn: die van", which goes on in its line.
_LEAD: Final = re.compile(r"oties\b[^.:\n]{0,160}:\s?\n")
# What stands before a motion that opens a line of the list: "– de ", "2. ".
_ITEM: Final = re.compile(
    r"(?:[-–•]\s|\(?(?:\d{1,3}|[a-z])[.)]\s)?(?:de\s|uw\s)?(?:(?:nader\s)?gewijzigde\s)?", re.IGNORECASE
)
_LONGEST: Final = 6_000
"""Characters of a list below what it begins with."""
# A line that gives nothing but the name of what stands below it, in a card: "Status", "Stand van zaken:".
_LABEL_LINE: Final = re.compile(
    r"(?:Stand van zaken|Stand|Status|Voortgang|Afdoening)(?:\s(?:van\s(?:de\s)?)?motie)?\s?:?\s*",
    re.IGNORECASE,
)
_LABEL_LENGTH: Final = 40


class Leads:
    """The sentences of one paper that begin a list of motions."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @cached_property
    def _ends(self) -> list[int]:
        text = self._context.text
        return [found.end() - 1 for found in _LEAD.finditer(text)] if "oties" in text else []

    def above(self, position: int) -> tuple[int, int] | None:
        """The sentence that begins the list in which a motion opens a line, each line above it with a motion too."""
        index = bisect_right(self._ends, position)
        end = self._ends[index - 1] if index else -1
        if end < 0 or position - end > _LONGEST:
            return None
        text = self._context.text
        *above, line = text[end:position].split("\n")
        if _ITEM.fullmatch(line) is None or any(words.strip() and "otie" not in words for words in above):
            return None
        return self._context.sentences.around(end - 1)


def is_label(words: str) -> bool:
    """Whether a line only names what stands below it."""
    return len(words) <= _LABEL_LENGTH and _LABEL_LINE.fullmatch(words) is not None
