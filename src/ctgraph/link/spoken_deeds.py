"""Deeds that a minister takes on aloud without a word to the chamber: to ask others, lay down, bring to notice."""

from __future__ import annotations

import re
from typing import Final

from ctgraph.link.wording import wording

_WILL: Final = r"(?:(?:zal|ga) ik|ik (?:zal|ga)|(?:zullen|gaan) (?:wij|we)|(?:wij|we) (?:zullen|gaan))"
_ASKED_OTHERS: Final = (
    r"(?:\w*dienst|\w*inspectie|gemeenten|politie|wodc|nctv|aivd|om|\w*raad|\w*autoriteit|vng|collega|minister"
    r"|staatssecretaris|commissie|politie|burgemeesters|openbaar ministerie)"
)
_TAKES_ON: Final = wording(
    # "Dat zal ik het WODC verzoeken", "Ik zal de gemeenten per brief vragen dat te doen".
    rf"{_WILL} … (?:het|de|mijn) {_ASKED_OTHERS} … (?:vragen|verzoeken)\b",
    rf"{_WILL} (?:het|de|mijn) {_ASKED_OTHERS} … (?:vragen|verzoeken)\b",
    rf"{_WILL} (?:het|de|mijn) {_ASKED_OTHERS} (?:vragen|verzoeken)\b",
    rf"{_WILL} … (?:vragen|verzoeken) aan (?:het|de|mijn) {_ASKED_OTHERS}\b",
    # "Ik breng het bij hem onder de aandacht", "Dat breng ik onder de aandacht van mijn collega".
    r"(?:ik breng|breng ik|(?:wij|we) brengen|brengen (?:wij|we)) … onder (?:de|zijn|haar|hun) aandacht\b",
    r"(?:ik breng|breng ik|(?:wij|we) brengen|brengen (?:wij|we)) onder (?:de|zijn|haar|hun) aandacht\b",
    # "Ik zal dat vastleggen in het besluit", "Dat ga ik opnemen in de toelichting".
    rf"{_WILL} … (?:vastleggen|opnemen) in (?:het|de|een)\b",
    rf"{_WILL} (?:vastleggen|opnemen) in (?:het|de|een)\b",
    rf"{_WILL} … in (?:het|de|een) (?:\w+ )?(?:wet|\w*besluit|toelichting|regeling|\w*brief) (?:vastleggen|opnemen)\b",
    # "Ik zal dat besluit aan uw Kamer voorhangen".
    rf"{_WILL} … (?:uw|de|deze|beide) kamers? (?:\w+ )?voorhangen\b",
    gap=12,
)
# "Ik zal de Kamer vragen de motie aan te houden", "Ik ga dat niet aan de gemeenten vragen".
_NOT: Final = re.compile(r"\b(?:niet|geen|nooit|moties?|indieners?)\b")


def takes_on(lowered: str) -> bool:
    """Whether a sentence spoken by a minister, in lower case, takes on a deed.

    >>> takes_on("dat zal ik het wodc verzoeken."), takes_on("ik zal de kamer vragen dat af te wachten.")
    (True, False)
    """
    return _TAKES_ON.fits(lowered) and _NOT.search(lowered) is None
