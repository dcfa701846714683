"""Laws that a text points back to: "artikel 5 van die wet", "artikel 2 van diezelfde wet", "artikel 3 van dat verdrag".

What is pointed to is the law named last in the same paragraph whose own kind fits the word: "dat wetboek" is no
"Paspoortwet". "De wet" points to nothing, and a law text means itself by "deze wet".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from msgspec import Struct

FURTHEST: Final = 600
"""Further back than this, a paragraph has gone on to something else."""

# "die wet", "diezelfde wet", "genoemde Rijkswet", "deze regeling"; not "de wet", nor the "wet" of "wetgeving".
_POINTER: Final = re.compile(
    r"(?:(?P<near>dezelfde|deze|dit|hetzelfde)|diezelfde|die|dat|datzelfde|genoemde?|voornoemde?|bovengenoemde?|laatstgenoemde?)"
    r"\s(?P<kind>rijkswet|wetboek|wet|besluit|regeling|verdrag|protocol)(?![\w-])",
    re.IGNORECASE,
)
_BEGINNINGS: Final = frozenset("dhgvblDHGVBL")
# The word that tells the kind in the name of a law; "Sr" alone does not, but its full name does.
_KINDS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "rijkswet": re.compile(r"rijkswet", re.IGNORECASE),
        "wetboek": re.compile(r"wetboek", re.IGNORECASE),
        "wet": re.compile(r"wet(?!boek|geving)", re.IGNORECASE),
        "besluit": re.compile(r"besluit", re.IGNORECASE),
        "regeling": re.compile(r"regeling", re.IGNORECASE),
        "verdrag": re.compile(r"verdrag", re.IGNORECASE),
        "protocol": re.compile(r"protocol", re.IGNORECASE),
    }
)
# Papers that hold the text of a law, in which "deze wet" is that law.
_LAW_TEXTS: Final = frozenset(
    ("voorstel-van-wet", "memorie-van-toelichting", "nota-van-wijziging", "nota-naar-aanleiding-van-verslag",
     "advies-raad-van-state", "amendement")
)  # fmt: skip


class Pointer(Struct, frozen=True):
    """Words that point to a law, at `[start, end)`, and the kind of law they mean."""

    start: int
    end: int
    kind: str

    def fits(self, text: str, name: str, end: int) -> bool:
        """Whether a law called `name`, whose words end at `end`, may be meant."""
        return "\n" not in text[end : self.start] and _KINDS[self.kind].search(name) is not None


def find_pointers(text: str, starts: Iterable[int], *, law_text: bool) -> Iterator[Pointer]:
    """The pointers among the places that articles lead to."""
    for start in starts:
        found = _POINTER.match(text, start) if text[start : start + 1] in _BEGINNINGS else None
        if found is not None and not (law_text and found["near"]):
            yield Pointer(start, found.end(), found["kind"].lower())


def is_law_text(identifier: str, kind: str) -> bool:
    """Whether a paper holds or explains the text of a law, so that "deze wet" is that law."""
    return identifier.startswith(("stb-", "stcrt-")) or kind in _LAW_TEXTS
