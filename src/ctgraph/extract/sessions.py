"""The chamber and the parliamentary year, as references to papers and proceedings print them.

`CHAMBER` and `YEAR` are pieces for larger patterns; the functions read what the pieces matched.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from ctgraph.identifiers import session_year

# "II", "(II)", "Ii" (a misprint), "TK", "Tweede Kamer"; never the "I" of "II" or of "IS".
CHAMBER: Final = (
    r"\(?(?P<chamber>II|Ii|I|TK|EK|(?:de\s|der\s|van\sde\s)?(?:Tweede|Eerste)\sKamer)\)?(?![\w-])"
    r"(?:\sder\sStaten-Generaal)?"
)

# "2021/22", "2021–2022", "1999/2000", "vergaderjaar 2020–2021"; with a misprint "207/18". A stroke is
# demanded where the first number has not four digits: "29754-64" is a paper, no year.
YEAR: Final = (
    r"(?:vergaderjaar\s|zitting\s)?"
    r"(?P<first>\d{4}(?=\s?[/–‑‐-])|\d{3}(?=\s?/)|\d{5}(?=\s?/))\s?[/–‑‐-]\s?(?P<second>\d{4}|\d{2})(?!\d)"
)

_CHAMBERS: Final = MappingProxyType({"ii": "tk", "tk": "tk", "tweede": "tk", "i": "ek", "ek": "ek", "eerste": "ek"})


def read_chamber(printed: str | None) -> str:
    """`tk` or `ek`; empty where nothing is printed."""
    if not printed:
        return ""
    words = printed.lower().split()
    return _CHAMBERS.get(words[0]) or _CHAMBERS[words[-2]]


def read_year(first: str, second: str) -> str:
    """The parliamentary year as ids write it; empty if the two numbers cannot be one year.

    A digit lost, doubled or swapped in the first number is put right, since the second one settles it.

    >>> read_year("2021", "22"), read_year("207", "18"), read_year("2017", "19")
    ('20212022', '20172018', '')
    """
    last = int(second) if len(second) == 4 else _full(first, second)
    meant = str(last - 1)
    if first == meant or _one_slip(first, meant):
        return session_year(last - 1)
    return ""


def is_misprint(chamber: str | None, first: str | None, second: str | None) -> bool:
    """Whether the printed chamber or year had to be read as meant."""
    if chamber == "Ii":
        return True
    return bool(first and second) and not read_year(first or "", second or "").startswith(first or "")


def _full(first: str, second: str) -> int:
    """The year of two digits nearest to the first: 1999/00 is 2000."""
    century = int(first[:2]) * 100 if len(first) == 4 else 2000
    last = century + int(second)
    return last + 100 if second == "00" and first.endswith("99") else last


def _one_slip(printed: str, meant: str) -> bool:
    """Whether one digit too many, one too few or two neighbours swapped make `printed` out of `meant`."""
    if len(printed) == len(meant):
        return any(meant[:i] + meant[i + 1] + meant[i] + meant[i + 2 :] == printed for i in range(len(meant) - 1))
    longer, shorter = sorted((printed, meant), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
