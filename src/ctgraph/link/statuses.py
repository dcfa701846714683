"""The words with which a paper says how a motion fares, from the most to the least specific.

The order matters: "niet optimaal uitvoerbaar" must not be read as "niet uitvoerbaar", nor "zal ik niet uitvoeren" as
a promise. Gaps (`…`) are some words of the same clause.
"""

from __future__ import annotations

import re

from ctgraph.link.deeds import RANK, deed_of
from ctgraph.link.status_words import DONE, STATUSES
from ctgraph.link.wording import Choice, wording
from ctgraph.model.claims import FulfilmentStatus

_HELD_UP: frozenset[FulfilmentStatus] = frozenset({"fulfilled", "declined", "in-progress"})
_DENYING: frozenset[FulfilmentStatus] = frozenset(
    {"not-fully-feasible", "partly-fulfilled", "declined", "not-feasible"}
)
_CUES = Choice(*((status, wording(*phrases, gap=9)) for status, phrases in STATUSES))


# What stands alone behind "Stand van zaken:" or a motion's colon: "Onderhanden.", "Uitgevoerd bij brief van 3 mei". Not
# "Lopend onderzoek", "Afgeronde trajecten".
_END = r"(?=\s*(?:[.,;:(]|$)|\s(?:met|bij|via|per|in|door|op|zie|en)\b)"
_ALONE: tuple[tuple[FulfilmentStatus, re.Pattern[str]], ...] = (
    ("not-feasible", re.compile(r"(?:niet uitvoerbaar|onuitvoerbaar)\b")),
    ("declined", re.compile(r"(?:wordt )?niet (?:uitgevoerd|overgenomen)" + _END)),
    ("lapsed", re.compile(r"(?:vervallen|achterhaald)" + _END)),
    (
        "fulfilled",
        re.compile(
            r"(?:(?:is|reeds|inmiddels|hiermee) )?(?:afgerond|afgedaan|uitgevoerd|voldaan|afgehandeld|gereed|nagekomen)"
            + _END
        ),
    ),
    (
        "in-progress",
        re.compile(
            r"(?:onderhanden|(?:nog )?in uitvoering|lopend|loopt|in behandeling|in voorbereiding|opgepakt|onder handen"
            r"|gestart|begonnen|in gang gezet|wordt uitgevoerd|vertraagd)" + _END
        ),
    ),
)


# What is still to be done is not done: "De motie is nog niet uitgevoerd".
_NOT_YET = wording(
    rf"nog (?:altijd |steeds )?(?:niet|geen) (?:\w+ ){{0,2}}{DONE}",
    rf"nog (?:altijd |steeds )?niet (?:is|zijn|wordt|worden|kon|kan) (?:\w+ ){{0,2}}{DONE}",
    rf"(?:pas|eerst|alleen) … (?:kan|kunnen|kon) (?:\w+ )?worden {DONE}",
    rf"(?:kan|kunnen|kon) (?:\w+ )?(?:pas|eerst|alleen) … worden {DONE}",
    rf"(?:kan|kunnen|kon) (?:\w+ )?(?:pas|eerst|alleen) worden {DONE}",
)


# What makes the present done: "Met dit voorstel wordt de motie uitgevoerd". Not "De motie is aangenomen en wordt
# uitgevoerd".
_BY_MEANS = re.compile(r"\b(?:met|als|hiermee|hierbij|daarmee|middels|via|door)\b")
# "Met het plan, dat is vastgesteld, wordt uitvoering gegeven aan de motie": what is done is another thing.
_GIVEN_NOW = re.compile(
    r"\b(?:wordt|worden)\s(?:[\w-]+\s){0,6}?(?:uitvoering|invulling|uitwerking|gevolg|gehoor|opvolging)\s(?:[\w-]+\s){0,4}?gegeven\b"
)
# What a motion asks is not done by asking it: "In de motie wordt verzocht uitvoering te geven aan het plan".
_REQUESTED = re.compile(r"\b(?:wordt|worden|werd)\s(?:\w+\s){0,4}?(?:verzocht|gevraagd|opgeroepen)\b[^;:]*")
# Nor is it what the motion itself asks that is left then: "De motie, waarin wordt verzocht om een plan, is uitgevoerd".
_ASKING_ASIDE = re.compile(
    r"(\bmotie[^\s,]*),?\s(?:die|welke|waarin|waarmee|waartoe)\s"
    r"(?=[^,;:]{0,160}\b(?:verzocht|gevraagd|opgeroepen)\b)[^,;:]{1,240},"
)
# "De motie-Bos verzoekt te bevorderen dat signalen worden betrokken". Not "De motie die verzoekt om een plan, is
# uitgevoerd", "Het meldpunt, waartoe de motie verzoekt, is niet haalbaar", nor what is said behind it: "De motie-Bos
# vraagt iets en is uitgevoerd".
_MOTION_ASKS = re.compile(
    r"\bmotie[^\s,]*\s(?:(?!die\b)[^\s,;:]{1,30}\s){0,4}?(?:verzoekt|verzocht|vraagt|vroeg)\b(?!,)"
    r"[^;:]*?(?=[;:]|,?\s(?:en|maar|doch)\s(?:is|wordt|deze|dit|die|dat|daar\w*|hier\w*|ik|wij)\b|$)"
)


# How it is done is not yet that it is done: "Hierbij informeer ik u over de wijze waarop uitvoering wordt gegeven aan".
_MANNER = re.compile(r"\bover\s(?:de\swijze\swaarop|hoe)\s[^;:]*")


def status_of(words: str) -> FulfilmentStatus | None:
    """The fulfilment status that a sentence words; None if it words none."""
    lowered = words.lower()
    if "verzocht" in lowered or "gevraagd" in lowered or "opgeroepen" in lowered:
        aside = "motie" in lowered and "," in lowered
        lowered = _REQUESTED.sub("", _ASKING_ASIDE.sub(r"\1", lowered) if aside else lowered)
    if "motie" in lowered and ("verz" in lowered or "vra" in lowered or "vroeg" in lowered):
        lowered = _MOTION_ASKS.sub("motie", lowered)
    if " over de wijze" in lowered or " over hoe " in lowered:
        lowered = _MANNER.sub("", lowered)
    status = _CUES.first(lowered)
    told = _surer(lowered, status, deed_of(lowered))
    return None if told in _HELD_UP and _NOT_YET.fits(lowered) else told


def _surer(lowered: str, phrased: FulfilmentStatus | None, told: FulfilmentStatus | None) -> FulfilmentStatus | None:
    """Of the status of a set phrase and that of the clauses the more specific; what is denied is told by its clause."""
    if phrased is None or told is None:
        return phrased or told
    if (phrased in _DENYING and told in _DENYING) or (phrased, told) == ("fulfilled", "announced"):
        return told
    if (phrased, told) == ("fulfilled", "in-progress") and (
        not _BY_MEANS.search(lowered) or _GIVEN_NOW.search(lowered)
    ):
        return told
    return min(phrased, told, key=RANK.index)


def status_alone(words: str) -> FulfilmentStatus | None:
    """The status that words begin with where nothing but a status is expected, as in a list: "Onderhanden"."""
    lowered = words.lower()
    return next((status for status, cue in _ALONE if cue.match(lowered)), None)
