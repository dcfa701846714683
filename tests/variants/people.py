"""Invented people for the specimens, with the spellings that printers make of their names."""

from __future__ import annotations

import unicodedata
from typing import Final

from msgspec import Struct


class Member(Struct, frozen=True):
    """A member of a chamber: name and party as they are, and as a paper prints them."""

    name: str
    party: str
    printed: str = ""
    party_printed: str = ""

    @property
    def in_print(self) -> str:
        """The name as printed."""
        return self.printed or self.name

    @property
    def group_in_print(self) -> str:
        """The party as printed."""
        return self.party_printed or self.party


def decomposed(name: str) -> str:
    """A name with its accents as signs of their own, as some PDFs store them."""
    return unicodedata.normalize("NFD", name)


_D66: Final = "D»66"

FIRST_CAST: Final = (
    Member("Van der Lindenhof", "D66", party_printed=_D66),
    Member("Kolstee", "BBB"),
    Member("Brinkhuis-Postma", "CDA", printed="Brinkhuis Postma"),
    Member("Ter Haverkate", "ChristenUnie"),
    Member("Lévêque", "SP", printed=decomposed("Lévêque")),
    Member("De Wildeboer", "SGP"),
    Member("El Amraoui", "DENK"),
    Member("Rademaekers", "VVD"),
    Member("Zandwijk", "Volt"),
    Member("Yıldızhan", "GroenLinks"),
    Member("Oldekamp", "PvdA"),
    Member("Le Févre", "JA21"),
)
"""The members of the base texts, in the order in which they come up."""

MEMBERS: Final = (
    *FIRST_CAST,
    Member("Van ’t Klooster", "CDA"),
    Member("Šimić", "GroenLinks"),
    Member("Akçalı", "PvdA"),
    Member("Ünal-Terwisga", "D66", printed=decomposed("Ünal-Terwisga")),
    Member("Op de Weegh", "PVV"),
    Member("Bäumler", "Volt"),
    Member("Van den Eertwegh-Smit", "VVD"),
    Member("Núñez", "PvdD"),
    Member("Ten Brinke", "JA21"),
    Member("Hoogeveld", "D66", party_printed=_D66),
    Member("Den Uijlenbroek", "PvdA"),
    Member("Van Zuylenburg", "NSC"),
    Member("Terpstra-Van Rhijn", "ChristenUnie"),
    Member("De la Motte", "SP"),
    Member("Van Grünfeld", "GroenLinks"),
    Member("Kruithof", "Volt", party_printed="VOLT"),
)
"""All members that variants choose from."""

MINISTERS: Final = (
    ("N. " + decomposed("Taşkın-Hoogervliet"), "Minister van Justitie en Veiligheid"),
    ("A.M. van Oldenmark", "Minister van Justitie en Veiligheid"),
    ("J.H.C. de Graeff-Visser", "Minister van Binnenlandse Zaken en Koninkrijksrelaties"),
    ("E. Schönfeld", "Minister van Financiën"),
    ("Th.W. Kuipers", "Staatssecretaris van Justitie en Veiligheid"),
)
"""Those who sign letters: name with initials, office."""
