"""Wordings of letters to parliament as short phrases, compiled into one bounded pattern.

A phrase is a regular expression in which `…` stands for some words of the same clause ("voer … niet uit" fits
"voert het kabinet niet uit"). Phrases stand at word boundaries; case does not matter. The gap is bounded and lazy,
so that matching stays linear.

Most sentences hold none of the words that the phrases turn on, and looking such a word up costs a hundredth of trying
all phrases at every word: so a pattern is run only where one of its words stands. It is run on lower case first,
because a pattern that ignores case has to enter each of its alternatives, and one that does not skips them by their
first letter, which takes a fifth of the time.
"""

from __future__ import annotations

import re
from functools import cached_property
from sys import maxsize

from ctgraph.link.stems import Stems, stems

_SHORTENED = ("a.s.", "c.s.", "d.d.", "jl.", "nr.", "nrs.", "m.b.t.", "o.a.", "m.i.v.")
"""Words with a stop that ends no clause: `…` goes no further than a stop."""


def unstopped(lowered: str) -> str:
    """A text in lower case, with the stops of shortened words left out, so that phrases fit across them.

    >>> unstopped("de toets vangt op 1 mei a.s. aan.")
    'de toets vangt op 1 mei as aan.'
    """
    for word in _SHORTENED:
        if word in lowered:
            lowered = lowered.replace(word, word.replace(".", ""))
    return lowered


class Wording:
    r"""Some phrases, with the lower-case `stems` of which every text that they fit holds one.

    Phrases are written in escapes of lower case (`\w`, `\s`, `\b`) and look ahead at most, never behind.
    """

    def __init__(self, phrases: tuple[str, ...], gap: int) -> None:
        words = rf"(?:\s[^\s.;]+){{0,{gap}}}?\s"
        self._printed = phrases
        self.phrases = "|".join(f"(?:{phrase.replace(' … ', words)})" for phrase in phrases)

    # Made when first asked for: most wordings are never met in a short text, and making all takes a tenth of a second.
    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{self.phrases})", re.IGNORECASE)

    @cached_property
    def _lowered(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{self.phrases.lower()})")

    @cached_property
    def stems(self) -> Stems:
        """Strings in lower case, of which every text that the phrases fit holds one."""
        # The gap brings its own white space, so that the blanks around it belong to no stem.
        return stems(phrase.replace(" … ", "…") for phrase in self._printed)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first place in `[start, end)` of a text that the phrases fit, as a pattern's own `search` gives it."""
        return self._pattern.search(text, start, end) if self.fits(text[start:end].lower()) else None

    def fits(self, lowered: str) -> bool:
        """Whether the phrases fit a text, given in lower case, anywhere."""
        for stem in self.stems:  # a plain loop: `any` makes a generator, which costs more than most look-ups
            if stem in lowered:
                return self._lowered.search(lowered) is not None
        return False


def wording(*phrases: str, gap: int = 6) -> Wording:
    """One pattern for all phrases; `gap` is the number of words that `…` stands for at most."""
    return Wording(phrases, gap)
