"""The words of a Dutch text as search knows them: where each stands, its stem, and the words that it is made of."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from msgspec import Struct
from snowballstemmer import stemmer

# A word: letters and digits, with the marks on them, soft hyphens within, and a hyphen at the end of a line between
# small letters: dreigingsbeeld, co\u00f6rdinatie, drei-\nging. Must not match an underscore, or `EU-\nBurger` as one.
# Each part after the first begins with a sign that no part holds, so that there is one way to read a word.
_WORD: Final = re.compile(r"[^\W_]+(?:(?:[\u0300-\u036f\u00ad]|-\n(?=[a-z]))[^\W_]*)*")
_WITHIN: Final = re.compile(r"[\u00ad\u0300-\u036f]|-\n")
_STEMMER: Final = stemmer("dutch_porter")

_SHORTEST_PART: Final = 4
_SHORTEST_END: Final = 6
_LONGEST_COMPOUND: Final = 60
"""Characters; a longer word is neither taken apart nor given a stem, so that one costs little whatever its length."""
_LINKS: Final = ("", "s", "e", "en", "n")
"""What may stand between the parts of a compound: dreiging-s-beeld, held-en-moed."""


class Word(Struct, frozen=True):
    """A word in a text: half-open offsets in code points, and the word in small letters without marks."""

    start: int
    end: int
    folded: str


def words(text: str) -> Iterator[Word]:
    """The words of a text, in order."""
    for found in _WORD.finditer(text):
        yield Word(found.start(), found.end(), fold(found[0]))


def printed(text: str, start: int = 0, end: int = sys.maxsize) -> list[str]:
    """The words of a stretch of a text as printed; much quicker than `words` where places do not matter."""
    return _WORD.findall(text, start, end)


@lru_cache(maxsize=131072)
def fold(word: str) -> str:
    r"""A word in small letters, without marks on them and without what breaks it over lines.

    >>> fold("Coördi\u00adnatie"), fold("drei-\nging")
    ('coordinatie', 'dreiging')
    """
    return _WITHIN.sub("", unicodedata.normalize("NFKD", word).casefold())


@lru_cache(maxsize=131072)
def stem(folded: str) -> str:
    """What the forms of a word have in common: Snowball's Dutch stemmer, and the spellings that it leaves apart.

    >>> stem("brieven") == stem("brief"), stem("moties") == stem("motie"), stem("toezeggingen") == stem("toezegging")
    (True, True, True)
    """
    if len(folded) > _LONGEST_COMPOUND:
        return folded
    # It keeps the s of motie-s, and ends in v, z or two consonants where the singular has f, s or one.
    singular = folded.removesuffix("s") if folded.endswith("ies") else folded
    made = str(_STEMMER.stemWord(singular))
    if len(made) > 2 and made[-1] in "vz":
        return made[:-1] + {"v": "f", "z": "s"}[made[-1]]
    return made[:-1] if len(made) > 3 and made[-1] == made[-2] and made[-1] not in "aeiou" else made


def parts(folded: str, lexicon: Collection[str]) -> tuple[str, ...]:
    """The words of the lexicon that a compound is made of, the last as long as can be; none for what is no compound.

    Where only the end is known, it is given if it is long: a compound is a kind of what its last word means.

    >>> parts("dreigingsbeeld", {"dreiging", "beeld"})
    ('dreiging', 'beeld')
    >>> parts("terreurdreiging", {"dreiging"})
    ('dreiging',)
    """
    whole = _whole(folded, lexicon)
    if whole or len(folded) > _LONGEST_COMPOUND:
        return whole
    ends = (folded[cut:] for cut in range(_SHORTEST_PART, len(folded) - _SHORTEST_END + 1))
    return next(((end,) for end in ends if end in lexicon), ())


def _whole(folded: str, lexicon: Collection[str]) -> tuple[str, ...]:
    if not 2 * _SHORTEST_PART <= len(folded) <= _LONGEST_COMPOUND:
        return ()
    for cut in range(_SHORTEST_PART, len(folded) - _SHORTEST_PART + 1):
        tail = folded[cut:]
        if tail not in lexicon:
            continue
        for link in _LINKS:
            head = folded[:cut].removesuffix(link)
            if not folded[:cut].endswith(link) or len(head) < _SHORTEST_PART:
                continue
            first = (head,) if head in lexicon else _whole(head, lexicon)
            if first:
                return (*first, tail)
    return ()
