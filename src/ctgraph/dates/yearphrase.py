"""The year that stands behind a day, month, season or quarter: "2022", "van 2023", "van dit jaar", "vorig jaar"."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from ctgraph.dates.lexicon import SHIFTS

SHIFT_WORDS = "|".join(sorted(SHIFTS, key=lambda word: (-len(word), word)))

# " 2022", " van 2023", " van dit jaar", " van het vorige jaar", " volgend jaar", " van dat jaar".
# Behind the stop a mark of a note may be glued: " 2015.3 ".
# Must not match " 20224" (a glued mark), " 2.022", " 2016 van", " vijf jaar", " van dit jaarverslag".
_YEAR_AFTER = re.compile(
    r"\s{1,4}(?:van\s{1,4})?(?:"
    r"(?P<year>(?:1[89]|20)\d\d)(?!\w)(?!,\d|\.\d(?!\d?(?:\s|$)))"
    rf"|(?:het\s{{1,4}})?(?P<which>{SHIFT_WORDS}|dat|datzelfde|hetzelfde|elk|ieder)\s{{1,4}}(?:kalender)?jaar(?!\w)"
    r")",
    re.IGNORECASE,
)


class YearPhrase(Struct, frozen=True):
    """A year that ends at `end`; `year` is None where the words need a context that is not there ("dat jaar")."""

    end: int
    year: int | None
    relative: bool


def year_after(text: str, position: int, anchor: date | None) -> YearPhrase | None:
    """Read the year that begins at `position`, blanks included; None if there is none."""
    found = _YEAR_AFTER.match(text, position)
    if found is None:
        return None
    if found["year"]:
        return YearPhrase(found.end(), int(found["year"]), False)
    shift = SHIFTS.get(found["which"].lower())
    if anchor is None or shift is None:
        return YearPhrase(found.end(), None, True)
    return YearPhrase(found.end(), anchor.year + shift, True)
