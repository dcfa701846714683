"""Promises made aloud: who speaks in the report of a debate, and the words in which a minister gives a promise there.

A member who asks for a promise makes none ("kan de Minister toezeggen dat …"), nor does a minister who refuses one
("dat kan ik niet toezeggen") or will come back to something within the same debate ("daar kom ik zo op terug").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, Literal

from ctgraph.link.context import Context
from ctgraph.link.spoken_deeds import takes_on
from ctgraph.link.wording import wording
from ctgraph.model.mentions import DateReference, PersonReference

Speaker = Literal["government", "member", "chair", ""]

_CHAIR: Final = re.compile(r"(?:^|\n)De (?:fungerend )?[Vv]oorzitter\s?:")
# "Ik noteer de volgende toezeggingen", "Er zijn twee toezeggingen genoteerd", "Ik lees de toezeggingen voor".
_NOTES: Final = re.compile(
    r"\b(?:noteer\w*|genoteerd|opgeschreven|lees|volgende|gedane|heb)\b[^.:\n]{0,60}\btoezegging(?:en)?\b"
    r"|\btoezegging(?:en)?\s(?:genoteerd|gedaan|opgeschreven)\b"
)
# Barely, before a list with dashes or numbers: "De toezeggingen.", "Ik vat de toezeggingen samen.", "Dan kom ik bij de
# toezeggingen:". Not "Er zijn geen toezeggingen", nor "Tot zover de toezeggingen".
_NOTES_LIST: Final = re.compile(r"(?<!geen )(?<!zover de )(?<!geen enkele )\b[Tt]oezegging(?:en)?\b[^?\n]{0,60}[.:]")
_LISTED: Final = re.compile(r"(?:[-–−•]\s|\d{1,2}[.)]\s)(?:de\s)?[A-ZÀ-Ž]")
# An item of that list: "– De Minister informeert …", "1. De reactie komt …", "De Kamer ontvangt …". Not "Ik dank de
# Minister".
_SUMMED: Final = re.compile(
    r"(?:[-–−•]\s|\d{1,2}[.)]\s)(?:de\s)?[A-ZÀ-Ž]"
    r"|De (?:[Mm]inister|[Ss]taatssecretaris|bewindsp)|(?:De|Uw) Kamer (?:ontvangt|krijgt|wordt|zal)\b"
)
_PLEDGES: Final = wording(
    r"(?:kan|kunnen|wil|willen|zal|zullen|ga|gaan|mag|durf) (?:ik|wij|we) … toezeggen\b",
    r"(?:ik|wij|we) (?:kan|kunnen|wil|willen|zal|zullen|ga|gaan|mag|durf) … toezeggen\b",
    r"(?:kan|wil|zal) ik … toezeggen\b",
    r"zeg(?:gen)? (?:ik|wij|we) … toe\b",
    r"(?:ik|wij|we) zeg(?:gen)? … toe\b",
    r"(?:dit|dat|het) is (?:\w+ )?een toezegging\b",
    r"als toezegging\b",
    r"toezegging doe (?:ik|wij|we)\b",
    r"doe (?:ik|wij|we) … toezegging\b",
    gap=12,
)
_ACTS: Final = (
    r"(?:informeren|berichten|laten weten|op de hoogte (?:houden|brengen|stellen)|sturen|opsturen|toesturen|toezenden"
    r"|doen toekomen|meenemen|betrekken|nagaan|navragen|uitzoeken|uit laten zoeken|terugkomen|terugkoppelen"
    r"|op papier zetten|onderzoeken|inventariseren|bezien|schetsen|melden)"
)
_SENT: Final = (
    r"(?:brief|cijfers|overzicht|notitie|reactie|antwoord|schriftelijk"
    r"|van (?:mij|ons)(?=\s(?:een|nog|daar|die|de)\b))"
)
_MEMBER: Final = r"(?:mevrouw|de heer|het lid|de leden)"
_DOES: Final = wording(
    rf"(?:zal|zullen|ga|gaan) (?:ik|wij|we) … {_ACTS}\b",
    rf"(?:ik|wij|we) (?:zal|zullen|ga|gaan) … {_ACTS}\b",
    r"(?:doe|doen|stuur|sturen|zend|zenden) (?:ik|wij|we) (?:u|uw kamer|de kamer) … (?:toe|toekomen)\b",
    r"(?:stuur|sturen|zend|zenden) (?:ik|wij|we) … (?:brief|overzicht|informatie)\b",
    r"(?:ik|wij|we) (?:stuur|sturen|zend|zenden) … (?:brief|overzicht|informatie)\b",
    r"(?:bereid|genegen) … "
    r"te (?:informeren|sturen|onderzoeken|bezien|inventariseren|bespreken|nemen|vragen|verkennen|agenderen|gaan"
    r"|laten)\b",
    r"(?:zoek|zoeken) (?:ik|wij|we) … uit\b",
    r"(?:zoek|zoeken) (?:ik|wij|we) uit\b",
    r"(?:ik|wij|we) (?:zoek|zoeken) … uit\b",
    r"krijgt (?:u|uw kamer|de kamer|hij|zij) … van (?:mij|ons)\b",
    r"(?:de heer|mevrouw|het lid) … krijgt … van (?:mij|ons)\b",
    r"krijgt (?:u|uw kamer|de kamer|hij|zij) … (?:brief|cijfers|overzicht|notitie|reactie)\b",
    rf"(?:u|uw kamer|de kamer) krijgt … {_SENT}\b",
    rf"(?:u|uw kamer|de kamer) krijgt {_SENT}\b",
    r"(?:zal|zullen|ga|gaan) (?:ik|wij|we) … (?:brief|brieven) … (?:schrijven|sturen)\b",
    r"(?:zal|zullen|ga|gaan) (?:ik|wij|we) … (?:brief|brieven) (?:schrijven|sturen)\b",
    r"(?:zal|zullen|ga|gaan) (?:ik|wij|we) … (?:onder de aandacht brengen|aandacht (?:\w+ )?besteden)\b",
    r"(?:ik|wij|we) (?:zal|zullen|ga|gaan) … (?:onder de aandacht brengen|aandacht (?:\w+ )?besteden)\b",
    r"(?:ik|wij|we) (?:neem|nemen) … mee (?:in|bij) … (?:\w*brief|\w*rapportage|beleidsreactie|evaluatie)\b",
    r"(?:ik|wij|we) (?:neem|nemen) … mee (?:in|bij) de (?:\w*brief|\w*rapportage|beleidsreactie|evaluatie)\b",
    r"geleid(?:en)? (?:ik|wij|we) … door (?:naar|aan)\b",
    r"(?:ik|wij|we) geleid(?:en)? … door (?:naar|aan)\b",
    r"(?:ik|wij|we) (?:hou|houd|houden) (?:u|uw kamer|de kamer) … (?:op de hoogte|geïnformeerd)\b",
    r"(?:ik|wij|we) (?:hou|houd|houden) (?:u|uw kamer|de kamer) (?:op de hoogte|geïnformeerd)\b",
    r"zorg(?:en)? (?:ik |wij |we )?(?:er ?voor |er )?dat (?:u|uw kamer|de kamer) … (?:krijgt|heeft|ontvangt)\b",
    r"volgt schriftelijk\b",
    rf"laat (?:het |dat |ik |wij )?(?:u|de kamer|uw kamer|deze kamer|de commissie|hem|haar|{_MEMBER}) … weten\b",
    r"laat (?:het |dat |ik |wij )?(?:u|de kamer|uw kamer|hem|haar) weten\b",
    r"(?:neem|nemen) (?:ik|wij|we) … mee (?:in|bij) … (?:\w*brief|\w*rapportage|beleidsreactie|evaluatie)\b",
    r"(?:neem|nemen) (?:ik|wij|we) mee (?:in|bij) … (?:\w*brief|\w*rapportage|beleidsreactie|evaluatie)\b",
    r"(?:per|in een) brief … (?:hebben|liggen|komen)\b",
    r"(?:ga|gaan) (?:ik|wij|we) … na\b",
    r"(?:ik|wij|we) (?:ga|gaan) … na\b",
    r"(?:ga|gaan) (?:ik|wij|we) … in gesprek\b",
    r"(?:ik|wij|we) (?:ga|gaan) … in gesprek\b",
    r"(?:ik|wij|we) (?:laat|laten) … (?:uitzoeken|onderzoeken|nagaan|inventariseren)\b",
    r"(?:dat|dit|die|daar\w*) (?:laat|laten) (?:ik|wij|we) … (?:uitzoeken|onderzoeken|nagaan|inventariseren)\b",
    r"(?:zal|zullen|ga|gaan) (?:ik|wij|we) … met … (?:bespreken|opnemen|overleggen)\b",
    r"(?:ik|wij|we) (?:zal|zullen|ga|gaan) … met … (?:bespreken|opnemen|overleggen)\b",
    r"(?:zal|zullen|kan|kunnen) (?:ik|wij|we) … schriftelijk … (?:beantwoorden|doen|informeren|reageren|terugkomen)\b",
    r"(?:zal|zullen|kan|kunnen) (?:ik|wij|we) … schriftelijk (?:beantwoorden|doen|informeren|reageren|terugkomen)\b",
    r"(?:zal|zullen|kan|kunnen) (?:ik|wij|we) schriftelijk (?:beantwoorden|doen|informeren|reageren|terugkomen)\b",
    r"(?:ik|wij|we) (?:zal|zullen) … schriftelijk (?:beantwoorden|doen|reageren)\b",
    r"beantwoord(?:en)? (?:ik|wij|we) (?:\w+ ){0,3}schriftelijk\b",
    r"(?:antwoord|reactie|dat|die) (?:volgt|komt) schriftelijk\b",
    r"(?:antwoord|reactie) … (?:volgt|komt) schriftelijk\b",
    gap=14,
)
_COLLEAGUE: Final = r"(?:collega(?:'s)?|ministers?|staatssecretaris|bewindspersoon|kabinet)\b"
_PASSES_ON: Final = r"(?:doorgeleiden|doorgeven|overbrengen|voorleggen|doorsturen|meegeven)"
_PAPER: Final = r"(?:\w*brief|\w*rapportage|\w*reactie|\w*verslag|overzicht|notitie|\w*voorstel|plan)\b"
# What is passed on, joined to a paper or brought, unless it is denied: "leg ik voor aan collega Bos", "voeg ik bij de
# volgende brief", "ik kom voor de zomer met een brief". Not "ik kom niet met een brief".
_HANDS_ON: Final = wording(
    rf"leg(?:gen)? (?:ik|wij|we) … (?:voor|neer) (?:aan|bij) … {_COLLEAGUE}",
    rf"(?:ik|wij|we) leg(?:gen)? … (?:voor|neer) (?:aan|bij) … {_COLLEAGUE}",
    rf"(?:zal|zullen|ga|gaan) (?:ik|wij|we) … {_PASSES_ON}\b",
    rf"breng(?:en)? (?:ik|wij|we) … over aan … {_COLLEAGUE}",
    rf"(?:ik|wij|we) breng(?:en)? … over aan … {_COLLEAGUE}",
    rf"(?:ik|wij|we) (?:zal|zullen|ga|gaan) … {_PASSES_ON}\b",
    rf"(?:kom|komen) (?:ik|wij|we) … met een … {_PAPER}",
    rf"(?:ik|wij|we) (?:kom|komen) … met een … {_PAPER}",
    rf"voeg(?:en)? (?:ik|wij|we) … (?:bij|toe aan) … {_PAPER}",
    rf"(?:ik|wij|we) voeg(?:en)? … (?:bij|toe aan) … {_PAPER}",
    # "Dat komt in de volgende voortgangsbrief", "Die cijfers neem ik op in het jaarverslag".
    r"(?:komt|komen|staat|staan) (?:\w+ ){0,2}in (?:de|het|mijn) (?:eerst)?(?:volgende|komende) "
    rf"(?:\w+ ){{0,2}}?{_PAPER}",
    rf"(?:neem|nemen) (?:ik|wij|we) … op in (?:de|het|mijn|een) (?:\w+ ){{0,3}}?{_PAPER}",
    rf"(?:ik|wij|we) (?:neem|nemen) … op in (?:de|het|mijn|een) (?:\w+ ){{0,3}}?{_PAPER}",
    r"(?:leg|leggen) (?:ik|wij|we) … ter inzage\b",
    r"(?:ik|wij|we) (?:leg|leggen) … ter inzage\b",
    r"(?:zal|zullen|ga|gaan) (?:ik|wij|we) … ter inzage (?:leggen|aanbieden|geven)\b",
    r"(?:ik|wij|we) (?:zal|zullen|ga|gaan) … ter inzage (?:leggen|aanbieden|geven)\b",
    r"(?:komt|komen) (?:\w+ ){0,3}ter inzage\b",
    rf"(?:neem|nemen) (?:ik|wij|we) … op met … {_COLLEAGUE}",
    rf"(?:ik|wij|we) (?:neem|nemen) … op met … {_COLLEAGUE}",
    r"koppel(?:en)? (?:(?:ik|wij|we|dat|dit|het|u|de \w+) ){1,3}(?:aan (?:u|uw kamer|de kamer) )?terug\b",
    rf"(?:informeer|informeren|bericht) (?:ik|wij|we) (?:de commissie|deze kamer|{_MEMBER}) … (?:over|schriftelijk)\b",
    rf"(?:ik|wij|we) (?:informeer|informeren|bericht) (?:de commissie|deze kamer|{_MEMBER}) … (?:over|schriftelijk)\b",
    gap=11,
)
_SENT_ON: Final = (
    r"(?:\w*brief|\w*reactie|antwoord|antwoorden|cijfers|overzicht|notitie|appreciatie|\w*rapportage|informatie"
    r"|lijst)\b"
)
# With a time to come: "dat overzicht krijgt u voor 3 december", "hij krijgt die reactie voor 1 juli". Not "zij krijgt
# in mei meer geld".
_RECEIVED: Final = wording(
    r"(?:krijgt|ontvangt) (?:u|uw kamer|de kamer|deze kamer|de commissie|mevrouw|de heer|het lid)\b",
    r"(?:u|uw kamer|de kamer|deze kamer|de commissie) (?:krijgt|ontvangt)\b",
    rf"{_SENT_ON} … (?:krijgt|ontvangt) (?:hij|zij|ze)\b",
    rf"{_SENT_ON} (?:krijgt|ontvangt) (?:hij|zij|ze)\b",
    rf"(?:hij|zij|ze) (?:krijgt|ontvangt) … {_SENT_ON}",
    rf"{_MEMBER} … (?:krijgt|ontvangt) … {_SENT_ON}",
    r"(?:ligt er|heeft (?:u|uw kamer|de kamer)) (?:\w+ )?een \w*(?:brief|rapportage|reactie|verslag|voorstel)\b",
    gap=12,
)
_DENIES: Final = (" niet", " geen ", " nooit ")
# When it comes, in words that give no later day on the day itself. Not "zo": "dat antwoord krijgt u zo".
_SHORTLY: Final = re.compile(
    r"\b(?:(?:nog )?(?:deze|volgende|komende) (?:week|maand)|morgen|overmorgen|binnenkort|spoedig|op korte termijn"
    r"|zo snel mogelijk|(?:na|voor|vóór) (?:de zomer|het (?:\w+ )?\w*reces|de begrotingsbehandeling)"
    r"|nog (?:dit jaar|voor))\b"
)
_RETURNS: Final = wording(
    r"(?:kom|komen) (?:ik|wij|we) … terug\b",
    r"(?:ik|wij|we) (?:kom|komen) … terug\b",
    r"(?:ik|wij|we) … (?:terugkom|terugkomen)\b",
    gap=14,
)
_LATER: Final = wording(
    r"schriftelijk\b",
    r"brief\b",
    r"(?:uw|de) kamer\b",
    r"toezegging\b",
    r"\w*rapportage\b",
    r"(?:in|bij) (?:de |mijn |een )?(?:nota|memorie)\b",
    r"(?:in|met) (?:het|mijn) verslag\b",
    r"(?:in|bij) de geannoteerde agenda\b",
    r"(?:in|bij|tijdens) (?:het|een) (?:plenaire|(?:eerst)?volgende|komende) \w*(?:debat|overleg)\b",
    r"(?:in|bij|tijdens) het (?:commissiedebat|tweeminutendebat|notaoverleg|wetgevingsoverleg)\b",
    r"(?:in|bij|tijdens) … (?:termijn van )?de \w*begrotingsbehandeling\b",
    r"bij (?:de|mijn|onze) (?:\w*begroting\w*|plenaire behandeling|evaluatie|voorjaarsnota|beleidsreactie)\b",
)
_SOON: Final = wording(
    r"(?:zo|straks|zometeen|zo meteen|dadelijk|zodadelijk|nu) (?:nog |even |op |in |aan )",
    r"(?:in|bij) (?:mijn |het |de )?(?:tweede(?! termijn van de )|volgende|vervolg|blokje|betoog)",
    r"(?:aan het eind|verderop)",
)
# What is done with a motion answers it: "Die motie zal ik bij het wetsvoorstel betrekken".
_OF_MOTION: Final = re.compile(
    r"^(?![^;]{0,240}\b(?:kamer|u|brief)\b)[^;]{0,160}\bmoties?\b[^.;]{0,120}\b(?:betrekken|uitvoeren|meenemen)\b"
)
_DENIED: Final = wording(
    r"(?:niet|geen|nooit) … (?:toezeg|toezegg)\w*", r"(?:niet|geen) toezeg\w*", r"toezegging … (?:niet|geen)\b", gap=5
)


class Turns:
    """Who speaks where in the report of a debate."""

    def __init__(self, context: Context) -> None:
        self._context = context
        turns: list[tuple[int, Speaker]] = [
            (context.line_of(chair.end()), "chair") for chair in _CHAIR.finditer(context.text)
        ]
        for mention in context.turns:
            value = mention.value
            if isinstance(value, PersonReference):
                turns.append((context.line_of(mention.start), "government" if value.office else "member"))
        self._turns = sorted(turns)
        self._starts = [start for start, _ in self._turns]

    def speaker(self, position: int) -> Speaker:
        """Who speaks at a position of the body; empty where nobody has the floor."""
        index = bisect_right(self._starts, position)
        return self._turns[index - 1][1] if index else ""

    def noted(self) -> Iterator[tuple[int, int]]:
        """The sentences in which the chair sums up what was promised."""
        context = self._context
        for index, (start, speaker) in enumerate(self._turns):
            end = self._starts[index + 1] if index + 1 < len(self._turns) else len(context.text)
            if speaker != "chair":
                continue
            if opening := _NOTES.search(context.text, start, end):
                yield from _summed(context, opening.end(), end, _SUMMED)
            elif opening := _NOTES_LIST.search(context.text, start, end):
                yield from _summed(context, opening.start(), end, _LISTED)


def _summed(context: Context, start: int, stop: int, item: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    index = context.sentences.index(start) + 1
    while index < len(context.sentences):
        begin, end = context.sentences.at(index)
        if begin >= stop:
            return
        if item.match(context.text, begin):
            yield begin, end
        index += 1


def promises_aloud(context: Context, start: int, end: int) -> bool:
    """Whether a sentence spoken by a member of the government gives a promise."""
    lowered = context.text[start:end].rstrip().lower()
    if lowered.endswith("?") or _DENIED.fits(lowered) or ("motie" in lowered and _OF_MOTION.search(lowered)):
        return False
    if _PLEDGES.fits(lowered) or _DOES.fits(lowered) or takes_on(lowered) or _brings(context, start, end, lowered):
        return True
    return (
        _RETURNS.fits(lowered)
        and not _SOON.fits(lowered)
        and (_LATER.fits(lowered) or dated_later(context, start, end))
    )


def _brings(context: Context, start: int, end: int, lowered: str) -> bool:
    """Whether a sentence passes a question on, joins something to a paper, or brings it by a later time."""
    brings = _HANDS_ON.fits(lowered) or (
        _RECEIVED.fits(lowered) and (dated_later(context, start, end) or _SHORTLY.search(lowered) is not None)
    )
    return brings and not any(word in lowered for word in _DENIES)


def later_days(context: Context) -> Iterator[int]:
    """Where times after the day of the paper stand in the body."""
    written = context.day
    for mention, value in context.between(0, len(context.text), DateReference):
        latest = value.reading.latest
        if written is not None and latest is not None and latest > written:
            yield mention.start


def dated_later(context: Context, start: int, end: int) -> bool:
    """Whether a time after the day of the paper is named."""
    written = context.day
    return any(
        written is not None and value.reading.latest is not None and value.reading.latest > written
        for _, value in context.between(start, end, DateReference)
    )
