"""Debates without a day that are things all the same: asked for, requested, or printed as an item of a list.

"Ik wil een debat met de Minister-President over terreur", "Er is een VAO aangevraagd", "– Debat over paspoorten".
"""

from __future__ import annotations

import re
from typing import Final

# Who asks for a debate: "Ik wil een ", "verzoek om een ", "vraag ik een ", "steun voor het ". Not "na een debat over".
_ASKED: Final = re.compile(
    r"\b(?:wil|willen|vraag|vragen|vroeg|verzoek\w*|steun|aanvraag|aanvragen"
    r"|noteer\w*|kondig\w*|\w*aankondiging)(?:\s[^\s.,;:]+){0,4}?"
    r"\s(?:een|het|dit)\s(?:[a-z]{4,12}\s)?$",
    re.IGNORECASE,
)
# With whom, or whose it is, before the topic: " met de Minister-President over ", " van het lid Bos over ".
_WITH: Final = re.compile(
    r"\s(?:met\s(?:de|het|mijn)|van\s(?:het\slid|de\sleden|mevrouw|de\sheer))\s[^.;:?!\n]{3,90}?(?=\sover\s)"
)
# "een VAO aangevraagd", "een tweeminutendebat aan te vragen", "vraag ik een tweeminutendebat aan".
_SOME: Final = re.compile(r"\b(?:een|het|dit)\s$", re.IGNORECASE)
_REQUESTED: Final = re.compile(
    r",?\s(?:[^\s.;:?!]+\s){0,8}?"
    r"(?:(?:aan)?gevraagd|aanvragen|aan\ste\svragen|ingepland|inplannen|in\ste\splannen|toegezegd|aangekondigd)\b"
)
# "En mijn tweeminutendebat?": one that was asked for.
_MINE: Final = re.compile(r"\b(?:mijn|ons|haar)\s$", re.IGNORECASE)
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
    if asked_for(text, start) or _MINE.search(text, max(0, start - _LOOK_BACK), start):
        return True
    some = _SOME.search(text, max(0, start - _LOOK_BACK), start)
    return some is not None and _REQUESTED.match(text, end) is not None


def titled(text: str, start: int) -> bool:
    """Whether a kind with a capital opens a line as an item of a list."""
    return text[start].isupper() and _ITEM.search(text, max(0, start - 9), start) is not None
