"""The number of a Kamerstuk as papers print it: dossiers with their suffix, then what is cited of them.

    29 754, nr. 645            35 925 VI, nr. 69        34 775, VI, T          35 228, B
    27 925 en 29754, nr. 613   21501-02, nrs. 5 t/m 8   34775-XVI-129          35 917 (R2160), nr. 3

Reading starts at the first digit of a dossier and looks ahead a bounded stretch only.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from ctgraph.extract.number_lists import Numbers, read_numbers
from ctgraph.identifiers import PaperNumber

# Every dossier on the Council of the EU has a suffix of two digits, one for each formation: "21501-02".
_COUNCIL: Final = "21501"
_MOST_DOSSIERS: Final = 8

# What opens an item of an agenda: a line, its number or bullet. Not words: "in 2020 30 171-190".
ITEM_OPENS: Final = re.compile(r"(?:^|\n)(?:\d{1,3}[.)]?\s)?(?:[-–•]\s)?$")
_ITEM_BACK: Final = 8
# What follows the number of an item: a dash, a title with a capital, the line's end.
_ITEM_GOES_ON: Final = re.compile(r"\s[-–]\s|\s(?=[A-Z])|\s?(?:\n|$)")

# "Bijlage bij Kamerstuk", "bijlage 2 bij de".
_ATTACHED: Final = re.compile(
    r"\bbijlagen?\s(?:[\dA-Z]{1,2}\s)?(?:bij|van|behorende?\sbij)\s(?:de\s|het\s)?$", re.IGNORECASE
)
_ATTACHED_BACK: Final = 60

# "29 754", "29754", with a misprint "29.754"; not the "29 754" of "29 7540". What follows may be the number of
# a bill of the Kingdom ("(R2160)"), which ids leave out.
_DOSSIER: Final = re.compile(r"(?P<a>\d{2})(?P<gap>[\s.]?)(?P<b>\d{3})(?!\d)(?:\s?-?\(R\s?\d{3,4}\))?")

# A chapter of the budget or a formation of the Council: " VI", "-VII", ", VI" before ", T", " A" before ", nr.",
# "-02" before ", nr." or "-2798". Not the "-42" of "34775-42", which is the number of a paper.
_SUFFIX: Final = re.compile(
    r"\s?[-–‑‐]?\s?(?P<chapter>[IVX]{1,5}[A-E]?)(?!\w|\.\w)"
    r"|\s?,\s?(?P<listed>[IVX]{1,5}[A-E]?)(?=\s?,\s?(?:nrs?\b|[A-Z]{1,2}(?!\w)))"
    r"|\s?[-–‑‐]?\s?(?P<fund>[A-Z])(?=\s?,?\s?nrs?\b|[-–‑‐]\d)"
    r"|\s?[-–‑‐]\s?(?P<council>\d{2})(?!\w)"
)

# ", nr. 645", " nrs. 5", ", no. 5", " (nr. 5", ", nr.: 5", ", letter G", with a misprint "nr, 5".
_NUMBERED: Final = re.compile(
    r"\s?\)?\s?[,(]?\s?(?:onder\s)?(?P<word>nrs?[.,]?|nummers?|no\.|letters?(?=\s(?-i:[A-Z]{1,2})(?!\w))):?\s?(?=[\dA-Z])",
    re.IGNORECASE,
)
# "29754-645", "36867-A"; not "29754-64512", and not "21501-08" where ", nr." is still to come.
_HYPHENED: Final = re.compile(r"[-–‑‐](?P<sub>\d{1,4}|[A-Z]{1,2})(?:-n\d)?(?!\w|[-–‑‐/]\d)")
# ", B" of the Eerste Kamer; ", 645" of journals, believed only where a year was printed before.
_LETTERED: Final = re.compile(r"\s?,\s?(?=[A-Z](?!\w|\.\w|[-’'])|[A-Z]{2}\s?(?:[).,;:]|$))")
_PLAIN: Final = re.compile(r"\s?,\s?(?=\d{1,4}(?!\d|\s\d{3}(?!\d)|/|[-–]\d{1,2}[-–]))")

# Between the dossiers of one paper: "27 925 en 29754", "29 754, 27 925", "29 754/27 925".
_NEXT_DOSSIER: Final = re.compile(r"\s?(?:,|/|;|\sen|\s&)\s?(?=\d{2}[\s.]?\d{3}(?!\d))")

# ", was nr. 655", "(was nr. 655)", ", t.v.v. nr. 655".
_WAS: Final = re.compile(
    r"\s?,?\s?\(?(?:was|t\.v\.v\.|ter\svervanging\svan)\s(?:die\s)?(?:gedrukt\sonder\s)?nr\.?\s?(?P<sub>\d{1,4})(?!\w)"
)


class Dossier(Struct, frozen=True):
    """A dossier as printed: five digits and its suffix; `repaired` if a point stood for the space."""

    digits: str
    suffix: str
    end: int
    repaired: bool = False

    @property
    def number(self) -> str:
        """The dossier as ids write it: 35925-VI."""
        return PaperNumber(self.digits, "", self.suffix).dossier_id

    def paper(self, sub: str) -> str:
        """The id of one paper of this dossier."""
        return str(PaperNumber(self.digits, sub, self.suffix))


class Paper(Struct, frozen=True):
    """What one expression cites: `subs` of the first of `dossiers`, or these as a whole if there are none.

    `numbered` says that "nr." or a letter was printed, not only a hyphen; `end` is where the expression ends.
    """

    dossiers: tuple[Dossier, ...]
    subs: tuple[str, ...]
    end: int
    numbered: bool = False

    @property
    def ids(self) -> tuple[str, ...]:
        """The official ids in the order printed."""
        if self.subs:
            return tuple(dict.fromkeys(self.dossiers[0].paper(sub) for sub in self.subs))
        return tuple(dict.fromkeys(f"kst-{dossier.number}" for dossier in self.dossiers))

    @property
    def also(self) -> tuple[str, ...]:
        """The further dossiers that the same paper belongs to."""
        return tuple(dossier.number for dossier in self.dossiers[1:]) if self.subs else ()


class Earlier(Struct, frozen=True):
    """The number that a paper replaces, and where the words that say so end."""

    sub: str
    end: int


def read_paper(text: str, start: int, *, plain: bool = False) -> Paper | None:
    """Read a paper whose dossier begins at `start`; `plain` allows ", 645" without "nr."."""
    dossiers = [dossier] if (dossier := read_dossier(text, start)) else []
    while dossiers and len(dossiers) < _MOST_DOSSIERS:
        found = _cited(text, dossiers, plain=plain)
        if found is not None:
            return found
        between = _NEXT_DOSSIER.match(text, dossiers[-1].end)
        following = read_dossier(text, between.end()) if between else None
        if following is None:
            break
        dossiers.append(following)
    return Paper(tuple(dossiers), (), dossiers[-1].end) if dossiers else None


def read_dossier(text: str, start: int) -> Dossier | None:
    """Read a dossier with its suffix."""
    found = _DOSSIER.match(text, start)
    if found is None:
        return None
    digits, repaired = found["a"] + found["b"], found["gap"] == "."
    suffix = _SUFFIX.match(text, found.end())
    if suffix is None or (suffix["council"] and not _is_council(text, digits, suffix.end())):
        return Dossier(digits, "", found.end(), repaired)
    return Dossier(digits, suffix[suffix.lastgroup or 0], suffix.end(), repaired)


def _is_council(text: str, digits: str, end: int) -> bool:
    """Whether two digits behind a hyphen are a suffix: in that dossier always, elsewhere before a number."""
    return digits == _COUNCIL or bool(_HYPHENED.match(text, end) or _NUMBERED.match(text, end))


def read_earlier(text: str, start: int) -> Earlier | None:
    """Read ", was nr. 655" directly behind a number."""
    found = _WAS.match(text, start)
    return Earlier(found["sub"], found.end()) if found else None


def read_subs(text: str, start: int) -> Numbers | None:
    """Read "nr. 645" or "nrs. 5-8" with its word, as it stands behind a dossier or alone."""
    word = _NUMBERED.match(text, start)
    return read_numbers(text, word.end(), plural=_is_plural(word["word"])) if word else None


def _is_plural(word: str) -> bool:
    return word.lower().rstrip(".,") in ("nrs", "nummers", "letters")


def _cited(text: str, dossiers: list[Dossier], *, plain: bool) -> Paper | None:
    """What stands behind the last dossier read: a number, a letter, or nothing that belongs to it."""
    last = dossiers[-1]
    if subs := read_subs(text, last.end):
        return Paper(tuple(dossiers), subs.items, subs.end, numbered=True)
    if hyphened := _HYPHENED.match(text, last.end):
        return Paper(tuple(dossiers), (hyphened["sub"],), hyphened.end())
    listed = _LETTERED.match(text, last.end) or (_PLAIN.match(text, last.end) if plain else None)
    if listed and (subs := read_numbers(text, listed.end(), plural=False)):
        return Paper(tuple(dossiers), subs.items, subs.end, numbered=True)
    if len(last.suffix) == 1 and not text[last.end - 2].isspace():
        # A single Roman letter behind a hyphen, with nothing after it, is a number of the Eerste Kamer: 35228-I.
        return Paper((*dossiers[:-1], replace(last, suffix="")), (last.suffix,), last.end)
    return None


def as_item(text: str, paper: Paper, start: int) -> Paper | None:
    """The paper of an item of an agenda, which its place alone makes certain: "3. 30 171-190 - Brief regering".

    Further numbers belong to it: "35 869-12 en 13 - Brieven". None where the number does not open a line, or
    something else than a dash, a title or the line's end follows: "30 171-190 euro".
    """
    if not paper.subs or not ITEM_OPENS.search(text, max(0, start - _ITEM_BACK), start):
        return None
    listed = read_numbers(text, paper.end - len(paper.subs[-1]), plural=True)
    for subs, end in ((listed.items, listed.end) if listed else (paper.subs, paper.end), (paper.subs, paper.end)):
        if _ITEM_GOES_ON.match(text, end):
            return replace(paper, subs=subs, end=end)
    return None


def attachment_start(text: str, start: int, done: int) -> int:
    """Where "bijlage bij" begins, if it stands directly before; else `start`."""
    low = max(done, start - _ATTACHED_BACK)
    if "ijlage" not in text[low:start]:
        return start
    found = _ATTACHED.search(text, low, start)
    return found.start() if found else start
