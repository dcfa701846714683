"""Debates without a day that are things all the same: asked for, requested, or printed as an item of a list.

"Ik wil een debat met de Minister-President over terreur", "Er is een VAO aangevraagd", "– Debat over paspoorten".
"""

from __future__ import annotations

import re
from typing import Final

# Who asks for a debate: "Ik wil een ", "verzoek om een ", "vraag ik een ", "steun voor het ". Not "na een debat over".
_ASKED: Final = re.compile(
    r"\b(?:wil|willen|vraag|vragen|vroeg|verzoek\w*|steun|aanvraag|aanvragen)(?:\s[^\s.,;:]+){0,4}?"
    r"\s(?:een|het|dit)\s(?:[a-z]{4,12}\s)?$",
    re.IGNORECASE,
)
# With whom, before the topic: " met de Minister-President over ".
_WITH: Final = re.compile(r"\smet\s(?:de|het|mijn)\s[^.;:?!\n]{3,90}?(?=\sover\s)")
# "een VAO aangevraagd", "een tweeminutendebat aan te vragen", "vraag ik een tweeminutendebat aan".
_SOME: Final = re.compile(r"\b(?:een|het|dit)\s$", re.IGNORECASE)
_REQUESTED: Final = re.compile(r"\s(?:[^\s.;:?!]+\s){0,8}?(?:aangevraagd|aanvragen|aan\ste\svragen)\b")
_AT_ONCE: Final = re.compile(r"\saan\b")
# What opens an item of a list before a kind in capitals: nothing, or "– ", "3. ", "Nog te plannen: ".
_ITEM: Final = re.compile(r"(?:(?:^|\n)(?:[-–•]\s|\d{1,2}[.)]\s)?|[Pp]lannen:\s)$")
_LOOK_BACK: Final = 70


def asked_for(text: str, start: int) -> bool:
    """Whether the words before a kind ask for such a debate."""
    return _ASKED.search(text, max(0, start - _LOOK_BACK), start) is not None


def past_company(text: str, end: int) -> int:
    """Where the topic begins behind a kind, past those with whom it is held."""
    found = _WITH.match(text, end)
    return found.end() if found else end


def requested(text: str, start: int, end: int) -> bool:
    """Whether a debate is told as requested, so that it needs no topic: "Er is een VAO aangevraagd"."""
    if _SOME.search(text, max(0, start - _LOOK_BACK), start) is None:
        return False
    return _REQUESTED.match(text, end) is not None or (asked_for(text, start) and _AT_ONCE.match(text, end) is not None)


def titled(text: str, start: int) -> bool:
    """Whether a kind with a capital opens a line as an item of a list."""
    return text[start].isupper() and _ITEM.search(text, max(0, start - 9), start) is not None
