"""Wordings of letters to parliament as short phrases, compiled into bounded patterns.

A phrase is a regular expression in which `…` stands for some words of the same clause ("voer … niet uit" fits
"voert het kabinet niet uit"). Phrases stand at word boundaries; case does not matter. The gap is bounded and lazy,
so that matching stays linear.

Most sentences hold none of the words that the phrases turn on, and looking such a word up costs a hundredth of trying
all phrases at every word: so a phrase is tried only where one of its words stands. It is tried on lower case first,
because a pattern that ignores case has to enter each of its alternatives, and one that does not skips them by their
first letter, which takes a fifth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from sys import maxsize
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

from ctgraph.link.stems import Turn, turns

N = TypeVar("N")
Phrases = tuple[int, ...]
"""Some phrases of a wording, by their numbers."""
ANYWHERE = -1
"""The place of phrases that do not begin with their stem, and are looked for in the whole text."""

_SHORTENED = ("a.s.", "c.s.", "d.d.", "jl.", "nr.", "nrs.", "m.b.t.", "o.a.", "m.i.v.")
"""Words with a stop that ends no clause: `…` goes no further than a stop."""


class Wording:
    r"""Some phrases, with the lower-case `stems` of which every text that they fit holds one.

    Phrases are written in escapes of lower case (`\w`, `\s`, `\b`) and look ahead at most, never behind.
    """

    def __init__(self, phrases: tuple[str, ...], gap: int) -> None:
        words = rf"(?:\s[^\s.;]+){{0,{gap}}}?\s"
        # The gap brings its own white space, so that the blanks around it belong to no stem.
        self._bare = tuple(phrase.replace(" … ", "…") for phrase in phrases)
        self._full = tuple(f"(?:{phrase.replace(' … ', words)})" for phrase in phrases)
        self._lowered: dict[Phrases, re.Pattern[str]] = {}
        self.phrases = "|".join(self._full)

    # Made when first asked for: most wordings are never met in a short text, and making all takes a tenth of a second.
    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{self.phrases})", re.IGNORECASE)

    @cached_property
    def turns(self) -> Mapping[str, tuple[Turn, ...]]:
        """Each stem with the phrases that turn on it."""
        return turns(self._bare)

    @cached_property
    def _lookup(self) -> _Lookup:
        return _Lookup((self,))

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first place in `[start, end)` of a text that the phrases fit, as a pattern's own `search` gives it."""
        lowered = text[start:end].lower()
        tries = self._lookup.tries(lowered)
        begins = [found.start() for _, phrases, at in tries if (found := self.fit(lowered, phrases, at))]
        if not begins:
            return None
        # Ignoring case is slow, and is done at the place alone; `İ` is two characters in lower case, and moves it.
        return self._pattern.match(text, start + min(begins), end) or self._pattern.search(text, start, end)

    def fits(self, lowered: str) -> bool:
        """Whether the phrases fit a text, given in lower case, anywhere."""
        for _, phrases, at in self._lookup.tries(lowered):  # noqa: SIM110 - as in `holds`
            if self.fit(lowered, phrases, at):
                return True
        return False

    def fit(self, lowered: str, phrases: Phrases, at: int) -> re.Match[str] | None:
        """What one of some phrases fits in a text, given in lower case, at a place or `ANYWHERE`."""
        pattern = self._lowered.get(phrases)
        if pattern is None:
            either = "|".join(self._full[number] for number in phrases)
            pattern = self._lowered[phrases] = re.compile(rf"\b(?:{either.lower()})")
        return pattern.search(lowered) if at == ANYWHERE else pattern.match(lowered, at)


class _Lookup:
    """The stems of some wordings, looked up in one pass; which phrases of which wording to try then, and where."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        held: dict[str, list[tuple[int, Turn]]] = {}
        for number, used in enumerate(wordings):
            for stem, turned in used.turns.items():
                held.setdefault(stem, []).extend((number, turn) for turn in turned)
        # A phrase without a stem is tried in every text.
        self._always = [(number, turn.phrases, ANYWHERE) for number, turn in held.pop("", ())]
        self._turns = tuple(tuple((n, turn.phrases, turn.leads) for n, turn in turned) for turned in held.values())
        self._automaton = AhoCorasick(list(held))

    def tries(self, lowered: str) -> Iterable[tuple[int, Phrases, int]]:
        """Number of a wording, phrases of it, and the place at which they may fit, or `ANYWHERE`; each once."""
        hits = self._automaton.find_matches_as_indexes(lowered, overlapping=True)
        if not hits:
            return self._always
        turns_ = self._turns
        found = dict.fromkeys(self._always)
        for index, start, _ in hits:
            for number, phrases, leads in turns_[index]:
                if not leads:
                    found[number, phrases, ANYWHERE] = None
                elif not start or not lowered[start - 1].isalnum():
                    found[number, phrases, start] = None
        return found


class Choice(Generic[N]):
    """Several wordings by name, of which the first that fits holds; one pass looks up the stems of all."""

    def __init__(self, *named: tuple[N, Wording]) -> None:
        self.named = named

    @cached_property
    def _lookup(self) -> _Lookup:
        return _Lookup([used for _, used in self.named])

    def first(self, lowered: str) -> N | None:
        """The name of the first wording that fits a text, given in lower case; None if none does."""
        for number, phrases, at in sorted(self._lookup.tries(lowered)):
            name, used = self.named[number]
            if used.fit(lowered, phrases, at):
                return name
        return None


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether a text holds one of some words; a plain loop, because `any` makes a generator, which costs more."""
    for word in words:  # noqa: SIM110 - `any` would make a generator for each sentence
        if word in text:
            return True
    return False


def unstopped(lowered: str) -> str:
    """A text in lower case, with the stops of shortened words left out, so that phrases fit across them.

    >>> unstopped("de toets vangt op 1 mei a.s. aan.")
    'de toets vangt op 1 mei as aan.'
    """
    for word in _SHORTENED:
        if word in lowered:
            lowered = lowered.replace(word, word.replace(".", ""))
    return lowered


def wording(*phrases: str, gap: int = 6) -> Wording:
    """One pattern for all phrases; `gap` is the number of words that `…` stands for at most."""
    return Wording(phrases, gap)
