"""Whether a hyphen at a line end belongs to the word.

Typesetters break words with a hyphen ("veilig-/heidshuis"), and words that have one may break at it
("rechts-/extremistische"). The document itself is asked first; then the habits of Dutch spelling.
"""

from __future__ import annotations

import re
from collections.abc import Set

# The word parts around a hyphen inside a line: "rechts-extremistische", "IS-strijders". Not "- en".
_AFTER = re.compile(r"[^\W\d_]{1,40}")
_LONGEST = 40

# First parts that keep their hyphen before a lower-case letter (Woordenlijst: positions, ranks, "niet-", "oud-").
_KEEPING = frozenset(
    "rechts links extreem niet oud ex vice adjunct aspirant kandidaat sociaal christen politiek "
    "interim chef leerling kabinets- pro semi quasi non zij".split()
)
_CONJUNCTIONS = frozenset({"en", "of", "dan", "als", "tot", "en/of"})


def vocabulary(text: str) -> Set[str]:
    """The hyphenated words that stand unbroken in a text, in lower case."""
    found: set[str] = set()
    position = text.find("-")
    while position != -1:
        after = _AFTER.match(text, position + 1)
        before = _letters_before(text, position) if after else ""
        if before and after:
            found.add(f"{before}-{after.group()}".lower())
        position = text.find("-", position + 1)
    return found


def _letters_before(text: str, position: int) -> str:
    """The letters that end at a position, walked back one by one: a pattern would be tried at each of them."""
    start, low = position, max(0, position - _LONGEST)
    while start > low and text[start - 1].isalnum() and not text[start - 1].isdecimal():
        start -= 1
    return text[start:position]


def joint(left: str, right: str, known: Set[str]) -> str:
    """What stands between the word parts `left` (without its hyphen) and `right` once the line end is undone.

    "" for a broken word, "-" for a word that has the hyphen, "- " for a shared part ("inlichtingen- en").
    """
    if right in _CONJUNCTIONS:
        return "- "
    if not right[:1].islower() or not left[-1:].isalpha() or left.isupper():
        return "-"
    word = left.lower()
    if f"{word}-{right.lower()}" in known or word in _KEEPING:
        return "-"
    return ""
