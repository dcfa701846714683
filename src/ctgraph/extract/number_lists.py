"""Lists of numbers behind "nr." or "items": "12 en 13", "5-8", "5 t/m 8", "5, 6 en 9", "B en C"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

# Longer ranges are a misprint or an attack; then the two ends are kept.
LONGEST_RANGE: Final = 50
_LONGEST_LIST: Final = 40

# A number of a list: "645", "B", "AB". Not the "6" of "6 juli", the "27" of "27 925" (a dossier), "2021Z1" or
# the "A" of "A.B. Jansen".
_ITEM: Final = re.compile(
    r"(?:\d{1,4}(?!\w|\.\d|/\d|\s(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec))"
    r"|[A-Z]{1,2}(?!\w|\.\w|[-’']))"
)
_DOSSIER_REST: Final = re.compile(r"\s\d{3}(?!\d)")

# What stands between two numbers: " en ", ", ", "-", " t/m ", each with "nr." said once more or not.
_BETWEEN: Final = re.compile(
    r"(?:(?P<range>[-–‑‐]|\s(?:t/m|tot\sen\smet)\s)|(?P<joined>\s(?:en|alsmede|&|of)\s)|(?P<comma>\s?,\s?))"
    r"(?P<again>nrs?\.?\s?|nummers?\s|items?\s)?"
)

# Where "nr. 5 en 9" may end if "nr." promises one number only: "nr. 5 en 3 moties" is nr. 5.
_CLOSED: Final = re.compile(r"\s?(?:[).,;:»”]|$)")


class Numbers(NamedTuple):
    """The numbers of a list in the order printed, ranges written out, and where the list ends."""

    items: tuple[str, ...]
    end: int


def read_numbers(text: str, start: int, *, plural: bool, word: str = "n") -> Numbers | None:
    """Read the list at `start`; `plural` says that "nrs." or "items" announced more than one.

    The word before the list may be said again before a number if it begins with `word`.
    """
    first = _ITEM.match(text, start)
    if first is None:
        return None
    items, end, listed = [first[0]], first.end(), False
    while len(items) < _LONGEST_LIST:
        between = _BETWEEN.match(text, end)
        if between is None or not _may_go_on(between, word, listed=listed):
            break
        following = _next(text, between, items[-1], plural=plural)
        if following is None:
            break
        if between["range"]:
            items.extend(_span(items.pop(), following[0]))
        else:
            items.append(following[0])
        listed = listed or bool(between["joined"])
        end = following.end()
    return Numbers(tuple(items), end)


def _may_go_on(between: re.Match[str], word: str, *, listed: bool) -> bool:
    """After "en" no comma goes on with the list; another word than that of the list begins something else."""
    again = between["again"]
    return again.startswith(word) if again else not (between["comma"] and listed)


def _next(text: str, between: re.Match[str], last: str, *, plural: bool) -> re.Match[str] | None:
    """The number that goes on with the list, or None where it only looks like one."""
    found = _ITEM.match(text, between.end())
    if found is None or found[0].isdigit() != last.isdigit():
        return None
    if len(found[0]) == 2 and _DOSSIER_REST.match(text, found.end()):
        return None
    if between["range"]:
        return found if last.isdigit() and int(found[0]) > int(last) else None
    if plural or between["again"]:
        return found
    return found if between["joined"] and _CLOSED.match(text, found.end()) else None


def _span(first: str, last: str) -> Iterator[str]:
    """All numbers of a range."""
    numbers = range(int(first), int(last) + 1)
    return map(str, numbers if len(numbers) <= LONGEST_RANGE else (numbers[0], numbers[-1]))
