"""What a motion asks for is told to be there, with no word for it: "… vraagt om een fonds. Dit fonds bestaat"."""

from __future__ import annotations

import re
from typing import Final

from ctgraph.model.claims import FulfilmentStatus

# "Dit fonds is operationeel", "Het gevraagde overzicht treft u aan". Not "Dit is gereed".
_THING: Final = re.compile(
    r"(?P<which>Dit|Deze|Dat|Die|(?:Het|De)\s(?:gevraagde|verzochte))\s(?P<thing>[a-zà-ž-]{4,40})\s(?P<said>[^.;:]{3,200})"
)
_ASKED: Final = re.compile(r"\b(?:vraagt|vroeg|verzoekt|verzocht|gevraagd|verzoek|om\seen)\b")
_DENIED: Final = re.compile(r"\b(?:niet|geen|deels|gedeeltelijk|grotendeels|zal|zullen|moet|kan|bijna|nog)\b")
_DONE: Final = re.compile(
    r"(?:is|zijn|heb|heeft|hebben|werd)\s[^.;:]{0,120}?\b(?:operationeel|gereed(?:gekomen)?|beschikbaar|ingericht|opgericht|ingesteld"
    r"|afgerond|verricht|uitgevoerd|aangeboden|verzonden|toegezonden|gezonden|gestuurd|gepubliceerd|bijgevoegd|verschenen"
    r"|opgeleverd|voltooid|van\skracht|in\swerking(?:\sgetreden)?)\b"
    r"|(?:treft|vindt|ontvangt)\su\b|(?:zend|stuur|bied|doe|voeg)\s(?:ik|wij)\b|bestaat\b|gaat\shierbij\b"
)
_BEGUN: Final = re.compile(
    r"(?:is|zijn)\s(?:[\w-]+\s){0,5}?(?:gestart|begonnen|in\s(?:voorbereiding|ontwikkeling|oprichting|de\smaak))\b"
    r"|(?:wordt|worden)\s(?:momenteel|thans|nu|op\sdit\smoment|inmiddels)\b|loopt\b"
)
# What is asked is refused: "Wij zullen dit niet doen", "Dat ga ik niet doen". Not "Dit is niet gedaan".
_WHO: Final = r"(?:ik|wij|we|het\skabinet|de\sregering)"
_WILL: Final = r"(?:zal|zullen|ga|gaat|gaan|wil|willen)"
_REFUSED: Final = re.compile(
    rf"(?:(?:dit|dat)\s{_WILL}\s{_WHO}|{_WHO}\s{_WILL}\s(?:dit|dat))\s(?:\w+\s)?niet\sdoen\b"
    rf"|(?:{_WHO}\sdoe(?:t|n)?\s(?:dit|dat)|(?:dit|dat)\sdoe(?:t|n)?\s{_WHO})\sniet\b",
    re.IGNORECASE,
)


def told_of_what_is_asked(asking: str, words: str) -> FulfilmentStatus | None:
    """The status that a sentence tells of the thing that the sentence before it, with the motion, asks for."""
    if _REFUSED.match(words) and _ASKED.search(asking):
        return "declined"
    told = _THING.match(words)
    if told is None or _DENIED.search(told["said"]) or not _ASKED.search(asking):
        return None
    # "Dit rapport", of a report that is there already, is not what is asked: that is "een rapport".
    thing = re.escape(told["thing"])
    if " " not in told["which"] and re.search(rf"\been\s(?:[\w-]+\s){{0,3}}?{thing}\b", asking) is None:
        return None
    if _BEGUN.match(told["said"]):
        return "in-progress"
    return "fulfilled" if _DONE.match(told["said"]) else None
