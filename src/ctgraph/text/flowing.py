"""Make a flow of raw stretches: line ends joined, hyphens resolved, letters composed, the way back kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence, Set

from ctgraph.model.document import Flow
from ctgraph.text.hyphens import joint
from ctgraph.text.ligatures import LIGATURE, expand

# What cannot stay as it is inside a line: white space other than one space, soft hyphens, zero-width signs, BOM.
_UNEVEN = re.compile(r"[^\S ]| {2,}|[\u00ad\u200b-\u200f\u2060\ufeff]")
# White space, hidden signs, or what stands between these.
_RUN = re.compile(r"\s+|[\u00ad\u200b-\u200f\u2060\ufeff]+|[^\s\u00ad\u200b-\u200f\u2060\ufeff]+")
# The word part behind a line end with a hyphen: "veilig-" + "heidshuis".
_FIRST_WORD = re.compile(r"[\w’'/]+")

Piece = tuple[int, str]
"""A raw offset and the characters that stand there."""


class FlowBuilder:
    """Collects pieces of raw text in reading order; `known` is the document's own hyphenated words."""

    def __init__(self, name: str, known: Set[str]) -> None:
        self._name = name
        self._known = known
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._origins: list[int] = []
        self.length = 0
        self._shift = 0
        """How far the raw text runs ahead of the flow in the last segment."""
        self._tail = ""

    def add(self, origin: int, text: str) -> None:
        """Append characters that stand at `origin` in the raw text."""
        if is_even(text):
            self._put(origin, text)
            return
        for at, piece in _even(origin, text):
            self._put(at, piece)

    def line(self, origin: int, text: str, separator: str) -> None:
        """Append a line after an earlier one, with `separator` between, or as its hyphen demands."""
        if self._tail == "-" and separator == " ":
            self._join_hyphenated(origin, text)
        elif self.length:
            if text and is_even(text):
                self._put(origin - 1, separator + text)
                return
            self._put(origin - 1, separator)
        self.add(origin, text)

    def lines(self, lines: Sequence[Piece]) -> None:
        """Append lines that can stay as they are, each after a blank; none but the last may end in a hyphen."""
        if self._tail == "-" or not self.length:
            self.line(*lines[0], " ")
            lines = lines[1:]
        length, shift = self.length, self._shift
        for origin, text in lines:
            if origin - 1 - length != shift:
                shift = origin - 1 - length
                self._starts.append(length)
                self._origins.append(origin - 1)
            self._parts += (" ", text)
            length += len(text) + 1
        self.length, self._shift, self._tail = length, shift, self._parts[-1][-1]

    def build(self) -> Flow:
        """The flow of all that was added."""
        return Flow(self._name, "".join(self._parts), tuple(self._starts) or (0,), tuple(self._origins) or (0,))

    def _join_hyphenated(self, origin: int, text: str) -> None:
        left = _last_word(self._parts[-1][-60:-1])
        right = _FIRST_WORD.match(text)
        if right is None or not left:
            self._put(origin - 1, " ")
            return
        between = joint(left, right.group(), self._known)
        if not between:
            self._parts[-1] = self._parts[-1][:-1]
            self.length -= 1
        elif between == "- ":
            self._put(origin - 1, " ")

    def _put(self, origin: int, text: str) -> None:
        if not text:
            return
        shift = origin - self.length
        if shift != self._shift or not self._starts:
            if self._starts and self._starts[-1] == self.length:
                self._origins[-1] = origin
            else:
                self._starts.append(self.length)
                self._origins.append(origin)
            self._shift = shift
        self._parts.append(text)
        self.length += len(text)
        self._tail = text[-1]


def _last_word(text: str) -> str:
    """The word part that a text ends in, walked back letter by letter: a pattern would be tried at each of them."""
    token = text.rpartition(" ")[2]
    if token.isalnum():
        return token
    start = len(text)
    while start and (text[start - 1].isalnum() or text[start - 1] in "_’'"):
        start -= 1
    return text[start:]


def is_even(text: str) -> bool:
    """Whether a line can stay as it is. What is printable holds no white space but blanks, and no hidden sign."""
    # Plain ASCII, as most lines are, is decided without a pattern.
    if text.isascii():
        return "  " not in text and "\t" not in text
    if "  " in text or not unicodedata.is_normalized("NFC", text) or LIGATURE.search(text):
        return False
    return text.isprintable() or _UNEVEN.search(text) is None


def _even(origin: int, text: str) -> Sequence[Piece]:
    """Cut a line into pieces as they stand in the flow: letters composed, single spaces, no hidden sign or ligature."""
    pieces: list[Piece] = []
    for found in _RUN.finditer(text):
        word = found.group()
        at = origin + found.start()
        if word.isspace():
            pieces.append((at, " "))
        elif unicodedata.is_normalized("NFC", word):
            if word[0] not in "\u00ad\u2060\ufeff" and not "\u200b" <= word[0] <= "\u200f":
                pieces.extend(expand(at, word))
        else:
            pieces.extend(_compose(at, word))
    return pieces


def _compose(origin: int, word: str) -> Sequence[Piece]:
    """Compose letter by letter, each composed letter at the place of its base."""
    pieces: list[Piece] = []
    position = 0
    while position < len(word):
        end = position + 1
        while end < len(word) and unicodedata.combining(word[end]):
            end += 1
        pieces.append((origin + position, unicodedata.normalize("NFC", word[position:end])))
        position = end
    return pieces
