"""What a sentence that sounds like a promise has to be cleared of: what must be over first, and what others ask."""

from __future__ import annotations

import re
from typing import Final

from ctgraph.link.wording import wording

# What must be over first is no part of what is promised: "Wanneer de evaluatie is afgerond, wordt deze aangeboden".
_ONCE: Final = re.compile(r"^(?:wanneer|zodra|als|nadat|indien)\s[^,;]{3,140},\s")
_ASKING: Final = r"(?:vraagt|vragen|vroeg|vroegen|verzoekt|verzoeken|verzocht|verzochten|wil|willen)"
_WHO: Final = r"(?:leden|lid|fractie|fracties|commissie|heer|mevrouw|motie|kamer)"
# Who asks promises nothing: "De leden van de SP-fractie vragen of de Kamer wordt geïnformeerd". Not "Op de vragen van
# deze leden …".
_ASKED: Final = wording(
    rf"{_WHO} … {_ASKING} … (?:of|wanneer|om|dat|te)\b",
    rf"{_WHO} {_ASKING} … (?:of|wanneer|om|dat|te)\b",
    rf"{_ASKING} (?:of|wanneer|om)\b",
    rf"zo {_ASKING} … {_WHO}\b",
    rf"zo {_ASKING} {_WHO}\b",
    gap=10,
)
# "Ik kan niet toezeggen dat u in juni wordt geïnformeerd": denied in the clause before.
_REFUSED: Final = re.compile(r"\b(?:niet|geen)\b[^.;]{0,40}\b(?:toezeg|belo[fv])")
_SENDER: Final = re.compile(r"\b(?:ik|wij)\b")


def promised_part(lowered: str) -> str:
    """A sentence in lower case without the clause that tells what must be over first."""
    return _ONCE.sub("", lowered)


def refused(lowered: str) -> bool:
    """Whether a sentence in lower case says that something is not promised."""
    return _REFUSED.search(lowered) is not None


def asks(lowered: str) -> bool:
    """Whether a sentence in lower case tells what others ask, and nothing that its writer does.

    >>> asks("de leden vragen of de kamer wordt geïnformeerd"), asks("zij vragen of ik de kamer informeer")
    (True, False)
    """
    return _ASKED.fits(lowered) and _SENDER.search(lowered) is None
