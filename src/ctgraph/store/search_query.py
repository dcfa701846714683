"""What is searched for, as a person writes it, and as FTS5 takes it.

    dreiging jihadisme            both words, in any form, also within a compound
    "integrale aanpak"            these words one after the other, in any form, not within a compound
    dreiging -artikel -"nr. 5"    and not these

Only stems made here reach FTS5, each in quotation marks; nothing that was written does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from ctgraph.text.words import stem, words

LONGEST: Final = 500
"""Characters of a question."""
_MOST_TERMS: Final = 32
_PREFIX: Final = 6
"""Letters from which a word also finds longer words that begin with it."""
# A part of a question: a phrase in quotation marks, which the end closes too, or what stands between spaces; either
# with a hyphen before it for what must not be there: -"nr. 5", -artikel. A hyphen within a word is no sign.
_PART: Final = re.compile(r'(-?)(?:["“”]([^"“”]*)(?:["“”]|$)|(\S+))')


class Term(Struct, frozen=True):
    """A word, or a phrase, whose words must follow each other: in small letters, and their stems."""

    folded: tuple[str, ...]
    stems: tuple[str, ...]
    is_phrase: bool

    @property
    def prefix(self) -> str:
        """What longer words may begin with to count as found; empty for none."""
        return self.folded[0] if not self.is_phrase and len(self.folded[0]) >= _PREFIX else ""


class SearchQuery(Struct, frozen=True):
    """What must be in a text, and what must not."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...]

    def in_entries(self) -> str:
        """The question to whole texts and titles."""
        wanted = " AND ".join(f"({_entry(term)})" for term in self.wanted)
        unwanted = " OR ".join(f"({_entry(term)})" for term in self.unwanted)
        return f"({wanted}) NOT ({unwanted})" if unwanted else wanted

    def in_passages(self) -> list[str]:
        """The questions to passages, one for each word or phrase; of a phrase, any word."""
        return [_passage(term) for term in self.wanted]


def read_query(text: str) -> SearchQuery:
    """Read a question; raises ValueError, with what it takes, for one without a word to find."""
    if len(text) > LONGEST:
        raise ValueError(f"has {len(text)} characters. It takes at most {LONGEST}.")
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for sign, phrase, word in _PART.findall(text):
        term = _term(phrase or word, bool(phrase))
        if term is not None:
            (unwanted if sign else wanted).append(term)
    if not wanted:
        raise ValueError('has no word to find. It takes words, "phrases", and -words to leave out.')
    if len(wanted) + len(unwanted) > _MOST_TERMS:
        raise ValueError(f"has {len(wanted) + len(unwanted)} words and phrases. It takes at most {_MOST_TERMS}.")
    return SearchQuery(tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(unwanted)))


def _term(written: str, quoted: bool) -> Term | None:
    """A word or phrase; what a hyphen or the like joins, such as 29754-645, is a phrase."""
    folded = tuple(word.folded for word in words(written) if word.folded)
    return Term(folded, tuple(map(stem, folded)), quoted or len(folded) > 1) if folded else None


def _entry(term: Term) -> str:
    """A word counts in its title, text and compounds; a phrase where its words are printed."""
    printed = _phrase(term.stems)
    if term.is_phrase:
        return f"{{title words}} : {printed}"
    return f"{printed} OR {{title words}} : {_phrase([term.prefix])} *" if term.prefix else printed


def _passage(term: Term) -> str:
    if term.is_phrase:
        return " OR ".join(f"words : {_phrase([one])}" for one in term.stems)
    each = _phrase(term.stems)
    return f"{each} OR words : {_phrase([term.prefix])} *" if term.prefix else each


def _phrase(stems: Iterable[str]) -> str:
    return '"' + " ".join(stems).replace('"', '""') + '"'


def found_in(query: SearchQuery, text: str, compounds: dict[str, frozenset[str]]) -> list[tuple[int, int]]:
    """Where the words of a question stand in a piece of text: half-open offsets in code points, in order.

    `compounds` are the stems of the parts of compounds.
    """
    here = list(words(text))
    stems = [stem(word.folded) for word in here]
    found: set[int] = set()
    for term in query.wanted:
        size = len(term.stems)
        for first in range(len(here) - size + 1):
            if tuple(stems[first : first + size]) == term.stems:
                found.update(range(first, first + size))
        if not term.is_phrase:
            found.update(place for place, word in enumerate(here) if _within(term, word.folded, compounds))
    return [(here[place].start, here[place].end) for place in sorted(found)]


def _within(term: Term, word: str, compounds: dict[str, frozenset[str]]) -> bool:
    if term.prefix and word.startswith(term.prefix):
        return True
    return term.stems[0] in compounds.get(word, ())
