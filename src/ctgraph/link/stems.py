"""The words that a phrase cannot do without, read from the regular expression that it is written as.

Knows what the phrases of wordings use: letters, classes, `(?:…|…)`, look-aheads and quantifiers behind them. What it
does not know breaks a word in two, which makes the words shorter and never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

Stems = tuple[str, ...]

# The parts of a phrase: an escape, a class, the start of a group, its parts, a quantifier, any other character.
_TOKEN = re.compile(r"\\.|\[[^\]]*\]|\(\?[:=!]|\(|\)|\||\{\d+(?:,\d*)?\}\??|[?*+]\??|.", re.DOTALL)
_OPTIONAL = ("?", "*", "{0")
_LITERAL = re.compile(r"[^\W_]|[ -]")
_COMMON = frozenset({"motie", "kamer", "niet", "geen", "over", "de", "die", "uw"})
"""Words that half of the sentences hold at which wordings are tried, so that they spare little."""


def stems(phrases: Iterable[str]) -> Stems:
    """Lower-case strings of which every text that fits one of the phrases holds at least one.

    >>> stems(["tegemoet gekomen", r"voer(?:t|en)? … uit", r"(?:omdat|doordat)"])
    ('tegemoet gekomen', 'voer', 'omdat', 'doordat')
    """
    found = [stem for phrase in phrases for stem in _Phrase(phrase).best().stems or ("",)]
    return tuple(stem for stem in dict.fromkeys(found) if not any(o in stem for o in found if o != stem))


class Turn(Struct, frozen=True):
    """Some phrases that turn on a stem, by their numbers; it `leads` them if it is what they begin with."""

    phrases: tuple[int, ...]
    leads: bool


def turns(phrases: Sequence[str]) -> Mapping[str, tuple[Turn, ...]]:
    r"""The stems of some phrases, each with the phrases that turn on it.

    >>> turns([r"zeg(?:gen)? (?:ik|wij) toe", r"\w+ toegezegd"])
    {'zeg': (Turn(phrases=(0,), leads=True),), ' toegezegd': (Turn(phrases=(1,), leads=False),)}
    """
    held: dict[str, dict[bool, list[int]]] = {stem: {True: [], False: []} for stem in stems(phrases)}
    for number, phrase in enumerate(phrases):
        part = _Phrase(phrase).best()
        for whole in part.stems or ("",):
            # What it begins with, if one does: a phrase is then tried at one place only.
            first = (stem for stem in held if whole.startswith(stem))
            stem = next(first, None) or next(stem for stem in held if stem in whole)
            numbers = held[stem][part.leads and stem[:1].isalnum() and whole.startswith(stem)]
            if number not in numbers:
                numbers.append(number)
    return {
        stem: tuple(Turn(tuple(numbers), leads) for leads, numbers in both.items() if numbers)
        for stem, both in held.items()
    }


class _Part(Struct, frozen=True):
    """The stems of a part of a phrase, of which it holds one; `leads` if it begins with that one, nothing before it."""

    stems: Stems
    leads: bool


_NOTHING = _Part((), False)


class _Phrase:
    """Reads one phrase from left to right."""

    def __init__(self, phrase: str) -> None:
        self._tokens = _TOKEN.findall(phrase.lower())
        self._next = 0

    def best(self) -> _Part:
        """The stems of the whole phrase, none if it has none."""
        return self._alternatives()

    def _alternatives(self) -> _Part:
        """The stems of alternatives up to the bracket that closes them: all must have some."""
        found = [self._sequence()]
        while self._peek() == "|":
            self._next += 1
            found.append(self._sequence())
        if not all(part.stems for part in found):
            return _NOTHING
        return _Part(tuple(stem for part in found for stem in part.stems), all(part.leads for part in found))

    def _sequence(self) -> _Part:
        """The stems of what must be there one after the other: those of its most telling part."""
        parts: list[_Part] = []
        run = ""
        while self._peek() not in ("", "|", ")"):
            token = self._take()
            literal = token if _LITERAL.fullmatch(token) else ""
            inner = self._group(token) if token.startswith("(") else _NOTHING
            if self._is_optional():
                literal, inner = "", _NOTHING
            if literal and not self._quantified:
                run += literal
                continue
            begins = not parts
            parts.extend([_Part((run,), begins), inner if begins and not run else replace(inner, leads=False)])
            run = ""
        return max([*parts, _Part((run,), not parts)], key=_telling)

    def _group(self, opening: str) -> _Part:
        inner = self._alternatives()
        self._take()
        return _NOTHING if opening in ("(?=", "(?!") else inner

    def _is_optional(self) -> bool:
        """Take the quantifier that follows, if one does; whether it lets what stands before it be missing."""
        self._quantified = self._peek()[:1] in ("?", "*", "+", "{") and self._peek() != ""
        return self._quantified and self._take().startswith(_OPTIONAL)

    def _peek(self) -> str:
        return self._tokens[self._next] if self._next < len(self._tokens) else ""

    def _take(self) -> str:
        self._next += 1
        return str(self._tokens[self._next - 1])


def _telling(part: _Part) -> tuple[int, int]:
    """Longer words are rarer, but for the common ones; of those as long, fewer are quicker to look up."""
    if not part.stems or not all(part.stems):
        return 0, 0
    return min(1 if stem.strip() in _COMMON else len(stem.strip()) for stem in part.stems), -len(part.stems)
