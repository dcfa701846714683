"""Letters that a PDF draws as one sign, written out again: "ﬁnanciën", "informaƟe", "YeƟilgöz".

Word draws "ti" and "tt" in its usual letter as one sign; taken out of a PDF they come as Ɵ and Ʃ, which no Dutch word
has. Every letter written out stands at the place of its sign, so that what is found leads back to the sign as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

_LETTERS: Final[Mapping[str, str]] = MappingProxyType(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "Ɵ": "ti", "Ʃ": "tt"}
)
# A sign within or beside small letters: "acƟe", "ﬁnanciën"; not "Ɵ = 3". It begins with one
# class, so that the search skips from one such sign to the next.
LIGATURE: Final = re.compile(r"[ﬀ-ﬆƟƩ](?:(?<=[ﬀ-ﬆ])|(?<=[a-zà-ž].)|(?=[a-zà-ž]))")
# The same sign comes for the ş of a Turkish name: before "il" behind "Ye".
_CEDILLA: Final = re.compile(r"(?<=\bYe)Ɵ(?=il)")


def expand(origin: int, word: str) -> Iterator[tuple[int, str]]:
    """The pieces of a word without ligatures, each with its place in the raw text.

    >>> list(expand(10, "acƟe"))
    [(10, 'ac'), (12, 't'), (12, 'i'), (13, 'e')]
    """
    done = 0
    for sign in LIGATURE.finditer(word):
        if sign.start() > done:
            yield origin + done, word[done : sign.start()]
        letters = "ş" if _CEDILLA.match(word, sign.start()) else _LETTERS[sign[0]]
        for letter in letters:
            yield origin + sign.start(), letter
        done = sign.end()
    if done < len(word):
        yield origin + done, word[done:]
