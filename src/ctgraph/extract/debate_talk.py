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
# What a committee does with a paper before a kind: "Agenderen voor een nog te plannen ", "Betrekken bij het ". Not
# "besproken na het".
_PLACED: Final = re.compile(
    r"\b(?:(?:ge)?agende(?:ren|erd)\s(?:voor|bij|ten\sbehoeve\svan)|betr(?:ekken|okken)\s(?:bij|in)|to?e(?:ge)?voeg(?:en|d)\saan"
    r"|meenemen\s(?:in|bij)|behandelen\sin|doorgeleiden\snaar)\s(?:het|een|de)\s(?:(?:nog\s(?:in\s)?te\s\w+|\w*komende?|\w*volgende?)\s)?$",
    re.IGNORECASE,
)
# How a chair opens or closes it: "Ik open hierbij dit ", "Ik schors het ".
_CHAIRED: Final = re.compile(
    r"\b(?:[Oo]pen|[Hh]eropen|[Ss]luit|[Ss]chors|[Vv]ervolg)\s(?:hierbij\s|nu\s)?(?:het|dit|ons)\s$"
)
# A briefing is known by who gives it: " door de NCTV", " van de AIVD". Not " van gisteren".
_GIVEN_BY: Final = re.compile(r"\s(?:door|van)\s(?:(?:de|het)\s)?[A-ZÀ-Ž]")
_BEFORE_GIVEN: Final = re.compile(
    r"\b(?:komt|volgt|verzoek\w*|vraagt|vragen|aanvragen|krijgt|krijgen|wil|willen|organiseren)\s(?:[^\s.,;:]+\s){0,5}?een\s$",
    re.IGNORECASE,
)
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


def placed(text: str, start: int) -> bool:
    """Whether a committee puts a paper on the agenda of a debate: "Betrekken bij het debat over drones"."""
    return _PLACED.search(text, max(0, start - _LOOK_BACK), start) is not None


def chaired(text: str, start: int) -> bool:
    """Whether the chair opens or closes the debate: "Ik open dit algemeen overleg over drones"."""
    return _CHAIRED.search(text, max(0, start - _LOOK_BACK), start) is not None


def briefed(text: str, start: int, end: int) -> bool:
    """Whether a briefing is to come from a body: "Er komt een technische briefing van de NCTV"."""
    asked = _BEFORE_GIVEN.search(text, max(0, start - _LOOK_BACK), start)
    return asked is not None and text[start:end].endswith("briefing") and _GIVEN_BY.match(text, end) is not None


def titled(text: str, start: int) -> bool:
    """Whether a kind with a capital opens a line as an item of a list."""
    return text[start].isupper() and _ITEM.search(text, max(0, start - 9), start) is not None
