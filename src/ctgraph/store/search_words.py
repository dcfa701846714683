"""The words of entries, as the index takes them: stems, and the stems of the parts of compounds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from ctgraph.store.search_entries import Entry
from ctgraph.text.words import fold, parts, printed, stem

_PASSAGE: Final = 300
"""Characters after which a passage ends with the next line or sentence."""
_LONGEST_PASSAGE: Final = 600
# Where a passage may end: an empty line, a line that breaks no word, a sentence or a part of one.
# Not the full stop of 29.754, nor the break of drei-\nging.
_BREAK: Final = re.compile(r"(\n[^\S\n]*\n)|(?<!-)\n|[.;:!?](?=\s)")
_COMMON: Final = 2
"""Times that a word stands in the texts before others count as made of it."""

Split = Callable[[str], str]
"""Gives the stems of the parts of a compound with spaces between; empty for another word."""


class Piece(Struct, frozen=True):
    """A stretch of a text, half-open in code points, with the stems of its words and of the parts of its compounds."""

    start: int
    end: int
    words: str
    parts: str


class Words(Struct, frozen=True):
    """What the index holds of an entry."""

    title: str
    title_parts: str
    pieces: tuple[Piece, ...]

    @property
    def row(self) -> tuple[str, str, str]:
        """Title, words and parts of the entry as a whole."""
        words = " ".join(piece.words for piece in self.pieces)
        return self.title, words, " ".join((*(piece.parts for piece in self.pieces), self.title_parts))


def words_of(entry: Entry, text: str, split: Split) -> Words:
    """Take the words of an entry and its text."""
    title = [fold(word) for word in printed(entry.title)]
    pieces = tuple(_piece(text, start, end, split) for start, end in _passages(text))
    return Words(" ".join(map(stem, title)), _joined(title, split), pieces)


def counted(entries: Iterable[Entry], texts: Path) -> Counter[str]:
    """How often each word, in small letters without marks, stands in titles and texts."""
    counts: Counter[str] = Counter()
    for entry in entries:
        counts.update(printed(entry.title))
        counts.update(printed(entry.text(texts)))
    forms: Counter[str] = Counter()
    for word, count in counts.items():
        forms[fold(word)] += count
    return forms


def is_common(word: str, count: int) -> bool:
    """Whether a compound may be made of a word that stands so often in the texts."""
    return count >= _COMMON and word.isalpha()


class Lexicon(dict[str, str]):
    """The stems of the parts of each word asked for so far, found when first asked for; empty for no compound."""

    def __init__(self, common: Collection[str]) -> None:
        """`common` are the words that compounds may be made of."""
        super().__init__()
        self._common = common

    def __missing__(self, word: str) -> str:
        found = self[word] = " ".join(stem(part) for part in parts(word, self._common))
        return found

    def compounds(self) -> Iterator[tuple[str, str]]:
        """Each compound met so far with its stems, sorted."""
        return ((word, stems) for word, stems in sorted(self.items()) if stems)


def _piece(text: str, start: int, end: int, split: Split) -> Piece:
    here = [fold(word) for word in printed(text, start, end)]
    return Piece(start, end, " ".join(map(stem, here)), _joined(here, split))


def _joined(folded: Iterable[str], split: Split) -> str:
    return " ".join(filter(None, map(split, folded)))


def _passages(text: str) -> Iterator[tuple[int, int]]:
    """Stretches that a person reads at a glance, without the white space around them."""
    start = 0
    for found in (*_BREAK.finditer(text), None):
        end = found.end() if found else len(text)
        while end - start > _LONGEST_PASSAGE:
            space = text.rfind(" ", start + _PASSAGE, start + _LONGEST_PASSAGE)
            cut = space if space >= 0 else start + _LONGEST_PASSAGE
            yield from _trimmed(text, start, cut)
            start = cut
        if found is None or found[1] or end - start > _PASSAGE:
            yield from _trimmed(text, start, end)
            start = end


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without white space at its ends; none if it is nothing else."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if left < len(piece):
        yield start + left, start + len(piece.rstrip())
