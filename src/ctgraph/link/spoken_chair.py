"""What the chair of a debate tells of what has just been promised in it."""

from __future__ import annotations

import re
from typing import Final

# The chair, of what has just been promised, without the word: "De Minister laat de Kamer voor 1 mei informeren". Not
# "De Minister komt daar in tweede termijn op terug", nor "De Minister gaat nu antwoorden".
_CHAIR_TELLS: Final = re.compile(
    r"(?:[-–−•]\s|[^.?!]{0,30}\b(?:concludeer|constateer|noteer|noteren)\b[^.?!]{0,12}\bdat )?"
    r"[Dd]e (?:[Mm]inister|[Ss]taatssecretaris|bewindspersoon)\b[^.?!]{0,80}?\s"
    r"(?:(?:informeert|stuurt|zendt|bericht|rapporteert)\b"
    r"|(?:laat|zal|gaat|komt)\s(?=[^.?!]*\b(?:informeren|weten|sturen|toesturen|schriftelijk|brief)\b))"
)


_TO_WHOM: Final = re.compile(r"\b(?:Kamer|commissie|schriftelijk|brief)\b")


def chair_tells(words: str) -> bool:
    """Whether a sentence of the chair tells what a minister will do for the chamber."""
    tells = _CHAIR_TELLS.match(words) is not None and _TO_WHOM.search(words) is not None
    return tells and "termijn" not in words and not words.rstrip().endswith("?")
