"""Break lines as a typesetter does: at spaces, at the hyphens of words, and inside words with a hyphen added."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

_VOWELS = frozenset("aeiouyäëïöüáéèóàâêîôû")
_LEAST = 3
"""Letters of a word that stay together before and after a break."""
_SHORTEST = 7


class Piece(NamedTuple):
    """The stretch of a paragraph that one line holds, and the hyphen that the typesetter adds behind it."""

    start: int
    end: int
    hyphen: str


def wrap(text: str, width: int, hyphenate: bool = True) -> list[Piece]:
    """The lines of a paragraph; no line is longer than `width` unless a single word is."""
    pieces: list[Piece] = []
    begin = end = 0
    for start, stop in _words(text):
        if start == begin or stop - begin <= width:
            end = stop
            continue
        cut = _cut(text, start, stop, begin + width) if hyphenate else 0
        if cut:
            pieces.append(Piece(begin, cut, "" if text[cut - 1] == "-" else "-"))
            begin = cut
        else:
            pieces.append(Piece(begin, end, ""))
            begin = start
        end = stop
    pieces.append(Piece(begin, end, ""))
    return pieces


def _words(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        stop = text.find(" ", start)
        stop = len(text) if stop == -1 else stop
        yield start, stop
        start = stop + 1


def _cut(text: str, start: int, stop: int, limit: int) -> int:
    """The last place in a word at which a line of that length may break, 0 if there is none."""
    for cut in range(min(stop - 2, limit), start + 1, -1):
        if text[cut - 1] == "-":
            if text[cut - 2].islower() and text[cut].isalpha():
                return cut
        elif cut < limit and _is_syllable_end(text, cut):
            return cut
    return 0


def _is_syllable_end(text: str, cut: int) -> bool:
    """Between a vowel and a consonant with a vowel, or between two consonants; far enough inside a long word."""
    left, right = cut, cut
    while left > 0 and text[left - 1].isalpha():
        left -= 1
    while right < len(text) and text[right].isalpha():
        right += 1
    if right - left < _SHORTEST or cut - left < _LEAST or right - cut < _LEAST or not text[left + 1].islower():
        return False
    before, one, two = (text[i].lower() in _VOWELS for i in (cut - 2, cut - 1, cut))
    after = text[cut + 1].lower() in _VOWELS
    return not two and after and (one or before) and text[cut - 1 : cut + 1] != "ch"
