"""Promises that were made earlier and are told: "heb ik toegezegd", "kreeg de toezegging dat", "heb afgesproken om …".

In a report a member tells of them as well, of an earlier debate: "In het debat van 3 mei zei de Minister dat hij het
zou navragen". Not of the one that goes on ("De Minister heeft toegezegd …" is repeated from the minister's own words).
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from ctgraph.link.wording import holds, wording

_CHAMBER: Final = r"(?:(?:de|uw) (?:tweede |eerste )?kamer|u)"
_INFORM: Final = r"(?:kunnen )?(?:informeren|berichten|rapporteren|sturen|zenden|melden|bieden|doen toekomen)"
_MEMBER: Final = "(?:het lid|de heer|mevrouw|de leden)"
# Told here: "heb ik uw Kamer toegezegd", "is een brief toegezegd", "de toezegging aan uw Kamer", "heb ik gezegd: voor
# de zomer". Not the bare plural in "een aantal moties en toezeggingen", nor "vraagt om de toezegging dat".
REPORTED: Final = wording(
    r"toegezegd\b",
    r"zeg(?:de|den) … toe\b",
    r"zeg(?:de|den) toe\b",
    r"(?:kreeg|kregen|gaf|gaven|deed|heeft|hebben|had|is|werd|met) … toezegging(?: gekregen| gedaan| gegeven)? dat\b",
    r"toezegging(?=,?\s(?:aan|die|om|tijdens|van|over|uit|in|inzake|betreffende|gedaan|gekregen|gestand die)\b"
    r"|\sd\.d\.|\sna\s(?!en)\w|\s[«“\"]|\s\(?t\d{5}\b)",
    # "de toezegging de cijfers te delen, die ik toen deed", "de toezegging luidt dat". Not "vraagt om een toezegging".
    r"toezegging(?=\s[^.;]{1,160}?(?:, gedaan\b|\sgedaan\s(?:in|tijdens|bij|op|aan|door)\b|\s(?:deed|deden)\b))",
    r"toezegging(?=\s(?:is|werd|was) gedaan\b|\s(?:luidt|luidde|houdt in|hield in|betreft|betrof)\b)",
    r"(?:deed|deden|leverde|leverden) … toezegging\b",
    r"mijn toezegging (?:was|is|dat|te)\b",
    r"(?:heb|heeft|hebben|had|hadden|is|werd)(?:\s[^\s.;]+){0,20}?\sbeloofd\b",
    r"in het vooruitzicht gesteld\b",
    r"stelde(?:n)? … in het vooruitzicht\b",
    # Behind "dat": "dat de Kamer de toezegging heeft gekregen", "waarin hij toezegde dat te bezien".
    r"toezegging (?:heeft|hebben|had|hadden) gekregen\b",
    r"toe(?:zegde|zegden|zei|zeiden)\b",
    r"in het vooruitzicht (?:heeft|hebben|had|hadden|is|zijn|was|waren) gesteld\b",
    r"(?:brief|reactie|antwoord|overzicht) … (?:verschuldigd|tegoed|te goed)\b",
    r"gedane toezegging\b",
    r"beloof(?:de|den)\b",
    r"zei(?:den)? … toe\b",
    r"heb ik (?:het lid|de heer|mevrouw|de leden) … gezegd dat\b",
    r"(?:is|heb ik|hebben wij) gemeld dat (?:de|uw) kamer … (?:wordt|zal)\b",
    rf"heb ik {_MEMBER} … gezegd … te \w{{3,}}en\b",
    r"heb ik gezegd\b",
    # "De heer Bos (SP) zou van mij de cijfers ontvangen". Not "De heer Bos zou nog een kans krijgen".
    rf"{_MEMBER} … zou(?:den)? (?:\w+ )?van (?:mij|ons) … (?:ontvangen|krijgen)\b",
    rf"{_MEMBER} … zou(?:den)? nog (?:(?:een|het) )?(?:\w+ )?(?:antwoord|reactie|brief) (?:ontvangen|krijgen)\b",
    # Not "Ook zou ik graag bespreken".
    rf"zou(?:den)? (?:ik|wij),? op verzoek van {_MEMBER} … "
    r"(?:bespreken|nagaan|bezien|uitzoeken|navragen|informeren|sturen|zenden)\b",
    rf"afgesproken (?:om |dat )?{_CHAMBER} … (?:te {_INFORM}|{_INFORM}|wordt|worden|ontvangt|krijgt|zal|zou)\b",
    rf"(?:laten weten|gemeld|aangegeven|aangekondigd|bericht|meegedeeld|medegedeeld) dat (?:ik|wij|{_CHAMBER}) … "
    r"(?:zou|zouden)\b",
    rf"(?:kondigde|kondigden) … aan dat (?:ik|wij|{_CHAMBER}) … (?:zou|zouden)\b",
    rf"(?:laten weten|gemeld|aangegeven|aangekondigd) (?:dat )?(?:ik|wij|{_CHAMBER}),? … "
    rf"(?:te {_INFORM}|terugkom|terug te komen|(?:zal|zou|zullen|zouden) {_INFORM}|met een \w+ kom|ontvangt|krijgt)\b",
    gap=10,
)
# In a list of promises that were made elsewhere: "De Minister zegt toe met de G4 te spreken"; aloud it is new.
_TELLS: Final = wording(
    r"(?:minister|staatssecretaris|kabinet|regering) zegt,? … toe\b",
    r"(?:minister|staatssecretaris) (?:van|voor) … zegt,? … toe\b",
    gap=24,
)
_TOLD_BY: Final = (
    "toe", "Toe", "gezegd", "beloof", "gemeld", "vooruitzicht", "afgesproken", "laten weten", "aangegeven",
    "aangekondigd", "kondigde", "meegedeeld", "medegedeeld", "bericht dat", "verschuldigd", "tegoed", "te goed",
    "zou van", "zouden van", "van mij", "van ons", "zou nog", "zouden nog", "op verzoek van",
)  # fmt: skip
# "Wanneer komt het beloofde wetsvoorstel?" Not "de Minister die beloofde dat".
_PROMISED_THING: Final = re.compile(r"\b(?:het|de|een|deze|dit|dat)\s$", re.IGNORECASE)
# "Facebook heeft toegezegd", "De verdachte beloofde": who is not of the government promises a chamber nothing.
_BY_SOMEBODY: Final = re.compile(r"\b(?:heeft|hebben|had|hadden)\b[^.;]{1,120}\b(?:toegezegd|beloofd)\b|\bbeloofden?\b")
_PASSIVE: Final = re.compile(r"\b(?:is|zijn|werd|werden|was|waren|wordt|worden)\b[^.;]{0,160}\b(?:toegezegd|beloofd)\b")
_MAKER: Final = re.compile(
    r"\b(?:[Ii]k|[Ww]ij|[Ww]e|mij|ons|[Kk]abinet|[Bb]ewinds\w+|[Oo]ndergetekende|\w*[Vv]oorgang(?:er|ster)s?"
    r"|\w*[Aa]mbts?geno\w+|\w*[Cc]ollega\w*|NCTV|\w*[Kk]amer|[Dd]ebat|\w*debat)\b"
    r"|(?<![a-z]se )(?<![a-z]he )\b(?:[Mm]inisters?|[Mm]inister-\w+|[Ss]taatssecretaris(?:sen)?|[Rr]egering)\b"
    r"|Nederlandse regering"
)
# What only says that it was promised: "De heer Bos heeft gelijk dat ik dat heb toegezegd", "Het klopt dat dit is
# toegezegd", "Dat heb ik inderdaad beloofd". Not "Het klopt dat ik een brief heb toegezegd".
_CONFIRMED: Final = re.compile(
    r"\b(?:gelijk|klopt|juist|waar|terecht|zeker|aan)\b[^.;]{0,30}\bdat\s(?:ik|wij|we|de\s\w+)?\s?(?:dat|dit|die)\s"
    r"(?:\w+\s){0,3}(?:toegezegd|beloofd)(?:\s(?:heb|heeft|hebben|is))?\W*$"
    r"|^(?:Ja, |Inderdaad, |Nee, )?(?:[Dd]at|[Dd]it|[Dd]ie)\s(?:heb|heeft|hebben|had)\s(?:ik|wij|we)\s(?:\w+\s){0,2}"
    r"(?:toegezegd|beloofd)\W*$"
)
# The number of a promise alone: "1. Toezegging T02448". Not "toezegging T02448 om de cijfers te delen".
_NUMBER_ALONE: Final = re.compile(r"\s\(?T\d{5}\)?(?=\W*$|\s[A-ZÀ-Ž])")
# What a letter on an agenda is about: "brief inzake afdoening toezegging over drones". Not "de afdoening van de
# toezegging aan het lid Bos".
_DEALT_WITH: Final = re.compile(
    r"\b(?:inzake|over|betreffende)\s(?:de\s)?(?:afdoening|uitvoering|nakoming|stand van zaken)\s$", re.IGNORECASE
)
# To whom, where or when something was promised, in an entry that tells above what it was: "Toegezegd aan het lid Bos".
_BARE: Final = re.compile(r"Toegezegd\s(?:aan|door|op|in|tijdens|bij)\b(?![^.;]{0,80}\b(?:om|dat|te)\b)[^.;:]{0,80}$")
# What a title says a letter is about: "Toezeggingen, gedaan tijdens het AO van 3 mei, over drones".
_TITLED: Final = re.compile(r"Toezeggingen,?\sgedaan\s(?:in|tijdens|bij)\s[^.;:]{8,160}?,?\sover\s")
# What a member tells that the government said in an earlier debate.
_GOVERNMENT: Final = (
    r"(?:de )?(?:minister|staatssecretaris|minister-president|bewindspersoon|kabinet|regering"
    r"|(?:ambts)?voorgang(?:er|ster))"
)
_SAID_TO_MEMBER: Final = wording(
    r"(?:beloofde|beloofden) (?:hij|zij|de|het|uw|zijn|haar|u|minister|staatssecretaris)\b",
    rf"{_GOVERNMENT} … (?:beloofde|toezegde|toezei)\b",
    rf"{_GOVERNMENT} (?:beloofde|toezegde|toezei)\b",
    r"(?:hij|zij|u) (?:[^\s.;]+ ){0,6}(?:beloofde|toezegde|toezei)\b",
    rf"(?:zegde|zei) {_GOVERNMENT} … toe\b",
    rf"{_GOVERNMENT} (?:[^\s.;]+ ){{1,4}}(?:zegde|zei) … toe\b",
    r"(?:kreeg|kregen) (?:ik|wij|we|deze kamer|de kamer|mijn) … toezegging\b",
    r"(?:ik|wij|we|deze kamer|de kamer) (?:kreeg|kregen) … toezegging\b",
    r"(?:heeft|had) (?:minister|staatssecretaris) … (?:toegezegd|beloofd)\b",
    r"(?:is|was|werd) (?:mij|ons|aan mij|aan ons|deze kamer|de kamer) … (?:toegezegd|beloofd)\b",
    r"(?:zegde|zei) (?:de )?(?:minister|staatssecretaris|minister-president|hij|zij) … toe\b",
    r"(?:minister|staatssecretaris|hij|zij) (?:zegde|zei) … toe\b",
    r"(?:minister|staatssecretaris|hij|zij) (?:zei )?(?:\w+ )?dat (?:hij|zij|het kabinet) … (?:zou|zouden)\b",
    r"zei (?:hij|zij) dat (?:hij|zij|het kabinet) … (?:zou|zouden)\b",
    r"(?:heeft|had) (?:de )?(?:minister|staatssecretaris|hij|zij) … (?:toegezegd|beloofd)\b",
    r"(?:minister|staatssecretaris|hij|zij) (?:heeft|had) … (?:toegezegd|beloofd)\b",
    r"(?:heeft|had) (?:zijn|haar|uw|diens|de) (?:ambts)?voorgang(?:er|ster),? … (?:toegezegd|beloofd)\b",
    r"(?:zijn|haar|uw|diens) (?:ambts)?voorgang(?:er|ster) (?:heeft|had) … (?:toegezegd|beloofd)\b",
    r"is (?:[^\s.;]+ ){0,4}toegezegd dat (?:de|uw|deze) kamer … (?:zou|zal|wordt)\b",
    r"is (?:[^\s.;]+ ){0,4}toegezegd dat (?:de|uw|deze) kamer (?:zou|zal|wordt)\b",
    gap=10,
)


_NOTHING: Final = re.compile(r"\b(?:beloofde|toezegde|zegde)\b[^,.;]{0,30}\sniets\b")


class Told(Struct, frozen=True):
    """Where the clause of a told promise begins, and behind what its end is looked for."""

    begin: int
    after: int


def told(text: str, start: int, end: int, *, aloud: bool) -> Told | None:
    """The promise that a sentence tells; `aloud` in the report of a debate."""
    words = text[start:end]
    if words.startswith("Toezeggingen") and (titled := _TITLED.match(text, start, end)):
        return Told(start, titled.end())
    # Plain look-ups first: most sentences hold none of these, and a pattern costs fifty times as much.
    found = REPORTED.search(text, start, end) if holds(words, _TOLD_BY) else None
    if found is None and not aloud and "zegt" in words:
        found = _TELLS.search(text, start, end)
    if found is None or _BARE.match(words.rstrip(" .")) or _is_of_thing(text, found) or _is_of_others(words):
        return None
    if _CONFIRMED.search(words) or _NUMBER_ALONE.match(text, found.end(), end):
        return None
    if _DEALT_WITH.search(text, max(start, found.start() - 32), found.start()):
        return None
    by_name = found.group().lower().endswith("toezegging") and text[found.start() - 1 : found.start()] != "("
    return Told(found.start() if by_name else start, found.end())


def _is_of_thing(text: str, found: re.Match[str]) -> bool:
    """Whether "beloofde" stands with a thing as its adjective."""
    if found.group().lower() != "beloofde":
        return False
    return _PROMISED_THING.search(text, max(0, found.start() - 8), found.start()) is not None


def _is_of_others(words: str) -> bool:
    """Whether the one who promises is told and is not of the government."""
    if _BY_SOMEBODY.search(words) is None or _PASSIVE.search(words):
        return False
    return _MAKER.search(words) is None and "oezegging" not in words


def told_by_member(words: str) -> bool:
    """Whether a member tells what the government promised, and does not ask for it.

    >>> told_by_member("Op 3 mei zei de Minister dat hij het zou navragen."), told_by_member("Zei hij dat toe?")
    (True, False)
    """
    lowered = words.lower()
    if " niet " in lowered or " geen " in lowered or _NOTHING.search(lowered):
        return False
    return _SAID_TO_MEMBER.fits(lowered) and not words.rstrip().endswith("?")
