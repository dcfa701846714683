"""The words that a phrase cannot do without, read from the regular expression that it is written as.

Knows what the phrases of wordings use: letters, classes, `(?:…|…)`, look-aheads and quantifiers behind them. What it
does not know breaks a word in two, which makes the words shorter and never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

Stems = tuple[str, ...]

# The parts of a phrase: an escape, a class, the start of a group, its parts, a quantifier, any other character.
_TOKEN = re.compile(r"\\.|\[[^\]]*\]|\(\?[:=!]|\(|\)|\||\{\d+(?:,\d*)?\}\??|[?*+]\??|.", re.DOTALL)
_OPTIONAL = ("?", "*", "{0")
_LITERAL = re.compile(r"[^\W_]|[ -]")
_COMMON = frozenset({"motie", "kamer", "niet", "de", "die", "uw"})
"""Words that half of the sentences hold at which wordings are tried, so that they spare little."""


def stems(phrases: Iterable[str]) -> Stems:
    """Lower-case strings of which every text that fits one of the phrases holds at least one.

    >>> stems(["tegemoet gekomen", r"voer(?:t|en)? … uit", r"(?:omdat|doordat)"])
    ('tegemoet gekomen', 'voer', 'omdat', 'doordat')
    """
    found: list[str] = []
    for phrase in phrases:
        found.extend(_Phrase(phrase).best() or ("",))
    kept = [stem for stem in dict.fromkeys(found) if not any(o in stem for o in found if o != stem)]
    return tuple(kept)


class _Phrase:
    """Reads one phrase from left to right."""

    def __init__(self, phrase: str) -> None:
        self._tokens = _TOKEN.findall(phrase.lower())
        self._next = 0

    def best(self) -> Stems:
        """The stems of the whole phrase, empty if it has none."""
        return self._alternatives()

    def _alternatives(self) -> Stems:
        """The stems of alternatives up to the bracket that closes them: all must have some."""
        found = [self._sequence()]
        while self._peek() == "|":
            self._next += 1
            found.append(self._sequence())
        return tuple(stem for one in found for stem in one) if all(found) else ()

    def _sequence(self) -> Stems:
        """The stems of what must be there one after the other: those of its most telling part."""
        parts: list[Stems] = []
        run = ""
        while self._peek() not in ("", "|", ")"):
            token = self._take()
            literal = token if _LITERAL.fullmatch(token) else ""
            inner = self._group(token) if token.startswith("(") else ()
            if self._is_optional():
                literal, inner = "", ()
            if literal and not self._quantified:
                run += literal
                continue
            parts.extend([(run,), inner])
            run = ""
        return max([*parts, (run,)], key=_telling)

    def _group(self, opening: str) -> Stems:
        inner = self._alternatives()
        self._take()
        return () if opening in ("(?=", "(?!") else inner

    def _is_optional(self) -> bool:
        """Take the quantifier that follows, if one does; whether it lets what stands before it be missing."""
        self._quantified = self._peek()[:1] in ("?", "*", "+", "{") and self._peek() != ""
        return self._quantified and self._take().startswith(_OPTIONAL)

    def _peek(self) -> str:
        return self._tokens[self._next] if self._next < len(self._tokens) else ""

    def _take(self) -> str:
        self._next += 1
        return str(self._tokens[self._next - 1])


def _telling(part: Stems) -> tuple[int, int]:
    """Longer words are rarer, but for the common ones; of those as long, fewer are quicker to look up."""
    if not part or not all(part):
        return 0, 0
    return min(1 if stem.strip() in _COMMON else len(stem.strip()) for stem in part), -len(part)
