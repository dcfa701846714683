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
from collections.abc import Iterable, Sequence
from functools import cached_property
from sys import maxsize
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

from ctgraph.link.stems import Stems, stems

N = TypeVar("N")
Phrases = tuple[int, ...]
"""Some phrases of a wording, by their numbers."""

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
    def stems(self) -> Stems:
        """Strings in lower case, of which every text that the phrases fit holds one."""
        return stems(self._bare)

    @cached_property
    def turns(self) -> Sequence[tuple[str, Phrases]]:
        """Each stem with the phrases that turn on it; stems of the same phrases stand together."""
        held: dict[str, list[int]] = {stem: [] for stem in self.stems}
        for number, phrase in enumerate(self._bare):
            for stem in dict.fromkeys(next(kept for kept in held if kept in each) for each in stems([phrase])):
                held[stem].append(number)
        return sorted(((stem, tuple(numbers)) for stem, numbers in held.items()), key=lambda turn: turn[1])

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first place in `[start, end)` of a text that the phrases fit, as a pattern's own `search` gives it."""
        return self._pattern.search(text, start, end) if self.fits(text[start:end].lower()) else None

    def fits(self, lowered: str) -> bool:
        """Whether the phrases fit a text, given in lower case, anywhere."""
        tried: Phrases = ()
        for stem, phrases in self.turns:
            if stem in lowered and phrases is not tried:
                if self.some_fit(phrases, lowered):
                    return True
                tried = phrases
        return False

    def some_fit(self, phrases: Phrases, lowered: str) -> bool:
        """Whether one of some phrases fits a text, given in lower case, anywhere."""
        pattern = self._lowered.get(phrases)
        if pattern is None:
            either = "|".join(self._full[number] for number in phrases)
            pattern = self._lowered[phrases] = re.compile(rf"\b(?:{either.lower()})")
        return pattern.search(lowered) is not None


class Choice(Generic[N]):
    """Several wordings by name, of which the first that fits holds; one pass looks up the stems of all."""

    def __init__(self, *named: tuple[N, Wording]) -> None:
        self.named = named

    @cached_property
    def _turns(self) -> Sequence[Sequence[tuple[int, Phrases]]]:
        """For each stem, the wordings that have it, by number, with the phrases of theirs that turn on it."""
        held: dict[str, list[tuple[int, Phrases]]] = {stem: [] for stem in self._stems}
        for number, (_, used) in enumerate(self.named):
            for stem, phrases in used.turns:
                held[stem].append((number, phrases))
        return tuple(held.values())

    @cached_property
    def _stems(self) -> Stems:
        return tuple(dict.fromkeys(stem for _, used in self.named for stem in used.stems))

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(list(self._stems))

    def first(self, lowered: str) -> N | None:
        """The name of the first wording that fits a text, given in lower case; None if none does."""
        turns = self._turns
        hits = self._automaton.find_matches_as_indexes(lowered, overlapping=True)
        for number, phrases in sorted({turn for index, _, _ in hits for turn in turns[index]}) if hits else ():
            name, used = self.named[number]
            if used.some_fit(phrases, lowered):
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
