"""Write a text together with what a reader is expected to find in it.

`Marks.mark` wraps words in signs from a private-use area, so that marked words go into f-strings like any other and
nest freely; `runs` takes the signs out again and keeps their places. Footnote marks become the next number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec import Struct

_OPEN, _CLOSE, _NOTE = "\ue000", "\ue001", "\ue002"
_FIRST = 0xE100


class Expectation(Struct, frozen=True):
    """What marked words are: a type, a value, and whether a reader may leave them out."""

    type: str
    normalized: dict[str, object]
    optional: bool = False


class Run(Struct, frozen=True):
    """Plain text with the places at which marked words begin and end, and where footnotes hang."""

    text: str
    opens: tuple[tuple[int, int], ...]
    closes: tuple[tuple[int, int], ...]
    notes: tuple[tuple[int, int], ...]


@dataclass
class Marks:
    """Collects the expectations and the footnotes of one text."""

    expectations: list[Expectation] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    """The printed number of each footnote that the text calls, by its index."""

    def mark(self, kind: str, words: str, /, **normalized: object) -> str:
        """The words, marked as something of this type; values that say nothing are left out."""
        return self._marked(kind, words, normalized, optional=False)

    def maybe(self, kind: str, words: str, /, **normalized: object) -> str:
        """The words, marked as something that a reader may leave out."""
        return self._marked(kind, words, normalized, optional=True)

    def _marked(self, kind: str, words: str, normalized: dict[str, object], *, optional: bool) -> str:
        sign = chr(_FIRST + len(self.expectations))
        said = {name: value for name, value in normalized.items() if value not in (None, "", [], ())}
        self.expectations.append(Expectation(kind, said, optional))
        return f"{_OPEN}{sign}{words}{_CLOSE}{sign}"

    def note(self, body: str) -> str:
        """The mark of a footnote, to be glued to the word before it."""
        self.notes.append(body)
        return _NOTE + chr(_FIRST + len(self.notes) - 1)

    def run(self, marked: str) -> Run:
        """Take the signs out of a piece of the text; pieces come in the order of the text."""
        text: list[str] = []
        opens: list[tuple[int, int]] = []
        closes: list[tuple[int, int]] = []
        notes: list[tuple[int, int]] = []
        signs = iter(marked)
        for sign in signs:
            if sign == _OPEN:
                opens.append((len(text), ord(next(signs)) - _FIRST))
            elif sign == _CLOSE:
                closes.append((len(text), ord(next(signs)) - _FIRST))
            elif sign == _NOTE:
                index = ord(next(signs)) - _FIRST
                notes.append((len(text), index))
                text.extend(self._number(index))
            else:
                text.append(sign)
        return Run("".join(text), tuple(opens), tuple(closes), tuple(notes))

    def _number(self, index: int) -> str:
        number = self.numbers.setdefault(index, len(self.numbers) + 1)
        return str(number)

    def called(self) -> Iterator[tuple[int, str]]:
        """The footnotes that the text calls, as number and marked body, in the order of their numbers."""
        for index, number in self.numbers.items():
            yield number, self.notes[index]
