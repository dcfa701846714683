"""The year that stands behind a day, month, season or quarter: "2022", "van 2023", "van dit jaar", "vorig jaar"."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from ctgraph.dates.lexicon import NO_DECIMALS, SHIFTS

SHIFT_WORDS = "|".join(sorted(SHIFTS, key=lambda word: (-len(word), word)))

# " 2022", " van 2023", " van dit jaar", " van het vorige jaar", " volgend jaar", " van dat jaar".
# Must not match " 20224" (see _MARKED), " 2.022", " 2016 van", " vijf jaar", " van dit jaarverslag".
_YEAR_AFTER = re.compile(
    rf"\s{{1,4}}(?:van\s{{1,4}})?(?:"
    rf"(?P<year>(?:1[89]|20)\d\d)(?!\w){NO_DECIMALS}"
    rf"|(?:het\s{{1,4}})?(?P<which>{SHIFT_WORDS}|dat|datzelfde|hetzelfde|elk|ieder)\s{{1,4}}(?:kalender)?jaar(?!\w)"
    r")",
    re.IGNORECASE,
)


# " 20224" behind a day: the year with the mark of a note that is not at hand. Not " 20000" or " 2022450".
_MARKED = re.compile(r"\s{1,4}(?:van\s{1,4})?(?P<year>(?:19|20)\d\d)(?=[1-9]\d?(?!\w)(?![.,/:-]\d))")


# "19 november van dat jaar" is of the year named last: "uit november 2015".
_SAME = ("dat", "datzelfde", "hetzelfde")
_NAMED = re.compile(r"(?<![\w.,/–-])(?:19|20)\d\d(?![\w/–-])")
_BACK = 200


class YearPhrase(Struct, frozen=True):
    """A year that ends at `end`; `year` is None where the words need a context that is not there ("dat jaar")."""

    end: int
    year: int | None
    relative: bool
    marked: bool = False
    """Whether a note's mark is glued to it."""


def marked_year_after(text: str, position: int) -> YearPhrase | None:
    """Read the year that begins at `position` and runs on into the mark of a note; None if there is none."""
    found = _MARKED.match(text, position)
    return YearPhrase(found.end(), int(found["year"]), False, marked=True) if found else None


def year_after(text: str, position: int, anchor: date | None) -> YearPhrase | None:
    """Read the year that begins at `position`, blanks included; None if there is none."""
    found = _YEAR_AFTER.match(text, position)
    if found is None:
        return None
    if found["year"]:
        return YearPhrase(found.end(), int(found["year"]), False)
    which = found["which"].lower()
    if which in _SAME and (named := _NAMED.findall(text, max(0, position - _BACK), position)):
        return YearPhrase(found.end(), int(named[-1]), False)
    shift = SHIFTS.get(which)
    if anchor is None or shift is None:
        return YearPhrase(found.end(), None, True)
    return YearPhrase(found.end(), anchor.year + shift, True)
