"""Sentences of a flow. A heading or a paragraph ends one too."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import sub

from msgspec import Struct

# A possible sentence end: a stop, perhaps a closing quote or bracket, white space, then a capital, digit or opener,
# or the letter of an item. Example: "terecht. Hier" · "goed.» De" · "gedaan. b) De". A paragraph break always ends one.
# A mark of a note may be glued to it, as where the note itself is lost: "terecht.1 Hier", "in 2019.2 Daarin"; but no
# other number has one in it: not "2.1 Aanpak", "3.5 Miljoen".
# Words taken out (`masking`) begin a sentence as those did that stood there.
# It begins with one class, not with alternatives: so the search skips from one such sign to the next.
_STOP = re.compile(
    r"[.?!…\n](?:(?<=\n)|[»”’\"')]?(?P<mark>(?<=[^\d\s][.?!…])\d{1,3}|(?<=\b(?:19|20)\d\d\.)\d{1,3}|(?<=[.?!…][»”’\"')])\d{1,3}|[¹²³⁰⁴-⁹]{1,3})?"
    r"\s+(?=[A-ZÀ-ÖØ-Þ0-9«“\"'‘(•█]|[a-z]\)\s))"
)

# The letter of a paper of the Eerste Kamer ends a sentence: "over bewaartermijnen, 36 225, G. Deze motie". Not
# "Den Haag, 3 mei 2022, D. Yeşilgöz".
_LETTERED = re.compile(r"(?<!\d)[1-3]\d[\s.]?\d{3}(?:\s\(R\s?\d{3,4}\))?,\s[A-Z]$")

# Words whose full stop ends no sentence, in lower case without the stop.
_ABBREVIATIONS = frozenset(
    "nr nrs blz p pp art artt jl a.s c.s d.d o.a m.n i.c i.v.m t.a.v t.v.v t/m resp stb stcrt trb pb mr dr drs ir prof "
    "ds ing mw mevr dhr bijv bijv.b ca enz etc vgl zgn incl excl jo juncto sub lid".split()
)
_LONGEST = 4000
_LAST_TOKEN = re.compile(r"[\w./-]{1,12}$")


class Sentences(Struct, frozen=True):
    """The starts of the sentences of one flow, ascending, and their ends without the mark of a note and the white space
    behind.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def around(self, position: int) -> tuple[int, int]:
        """The sentence that holds a position, without white space at its ends."""
        index = bisect_right(self.starts, position)
        index -= index > 0
        return self.starts[index], self.ends[index]

    def index(self, position: int) -> int:
        """The number of the sentence that holds a position, from 0."""
        index = bisect_right(self.starts, position)
        return index - 1 if index else 0

    def at(self, index: int) -> tuple[int, int]:
        """The sentence with this number, without white space at its ends."""
        return self.starts[index], self.ends[index]

    def __len__(self) -> int:
        return len(self.starts)


def sentences(text: str, breaks: Sequence[int] = ()) -> Sentences:
    """Cut a flow into sentences; `breaks` are further offsets at which one starts (headings)."""
    starts = {0, *breaks}
    marks: dict[int, int] = {}
    for found in _STOP.finditer(text):
        start, end = found.span()
        if text[start] != "." or not _abbreviated(text, start) or "\n" in found.group():
            starts.add(end)
            if found["mark"]:
                marks[end] = found.start("mark")
    ordered = tuple(_none_too_long(text, sorted([s for s in starts if s < len(text)]))) or (0,)
    stops = zip(ordered, (*ordered[1:], len(text)), strict=True)
    ends = [start + len(text[start : marks.get(end, end)].rstrip()) for start, end in stops]
    return Sentences(text, ordered, tuple(ends))


def _none_too_long(text: str, starts: Sequence[int]) -> Iterable[int]:
    """The starts, and further ones at blanks within stretches that no sentence is as long as.

    Linking reads the sentence around a mention, so that a text of one line would take it the square of the time.
    """
    if max(map(sub, (*starts[1:], len(text)), starts), default=0) <= _LONGEST:
        return starts
    return _cut(text, starts)


def _cut(text: str, starts: Sequence[int]) -> Iterator[int]:
    for start, end in zip(starts, (*starts[1:], len(text)), strict=True):
        yield start
        reached = start
        while end - reached > _LONGEST and (blank := text.find(" ", reached + _LONGEST, end - 1)) != -1:
            reached = blank + 1
            yield reached


def _abbreviated(text: str, stop: int) -> bool:
    # Most words before a stop are letters behind a blank, and are cut off without a pattern.
    word = text[max(0, stop - 12) : stop].rpartition(" ")[2].lower()
    if not word.isalpha():
        token = _LAST_TOKEN.search(text, max(0, stop - 12), stop)
        if token is None:
            return False
        word = token.group().lower()
    # An initial: "D. Yeşilgöz", "F.B.J. Grapperhaus". Not the ending of "de jezidi’s.", nor the letter of a paper.
    initial = len(word) == 1 and word.isalpha() and text[stop - 2 : stop - 1] not in ("’", "'")
    if initial and text[stop - 3 : stop - 1] == ", " and _LETTERED.search(text, max(0, stop - 24), stop):
        return False
    return word in _ABBREVIATIONS or initial or (len(word) > 2 and word[-2] == ".")
