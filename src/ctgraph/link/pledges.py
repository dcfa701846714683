"""Promises that a letter makes by a deed and its time: "dien ik vóór de zomer in", "een reactie volgt in mei".

What the sender says to do by a later day is promised, also where the chamber is not named; so is what will come to it.
"""

from __future__ import annotations

import re
from typing import Final

from ctgraph.link.wording import holds, wording

_DO: Final = (
    r"(?:dien|dienen|leg|leggen|rond|ronden|bied|bieden|zend|zenden|stuur|sturen|breng|brengen|pas|passen|lever|leveren"
    r"|deel|delen|informeer|informeren|bericht|berichten|rapporteer|rapporteren|zoek|zoeken|meld|melden|start|starten"
    r"|betrek|betrekken|verwerk|verwerken|bezie|bezien|evalueer|evalueren|bespreek|bespreken)"
)
_THING: Final = (
    r"(?:\w*reactie|\w*brief|handreiking|\w*rapportage|notitie|uitwerking|overzicht|analyse|appreciatie|\w*verslag"
    r"|nota(?: van wijziging)?|berichtgeving|informatie|terugkoppeling|beantwoording|antwoord|antwoorden)"
)
_MEAN: Final = (
    r"(?:verwacht|verwachten|hoop|hopen|hoopt|beoog|beoogt|streef|streeft|streven|streven is|voornemen|voornemens)"
)
_COLLEAGUE: Final = "mijn (?:ambts)?(?:collega|ambtgenoot|ambtgenote)"
_BRING: Final = r"(?:bieden|sturen|zenden|delen|informeren|leggen|berichten|doen)"
# With a later time in the sentence: the sender's own deed, or a thing that comes to the chamber or into consultation.
_DATED: Final = wording(
    rf"{_DO} (?:ik|wij)\b",
    rf"(?:ik|wij) {_DO}\b",
    r"(?:zal|zullen) (?:ik|wij)\b",
    r"(?:ik|wij) (?:zal|zullen)\b",
    r"(?:ik|wij) u … (?:doe|doen) toekomen\b",
    rf"{_THING} … volgt\b",
    rf"{_THING} (?:volgt|verschijnt)\b",
    rf"{_THING} … verschijnt\b",
    rf"{_THING} (?:\w+ ){{0,4}}(?:zal|zullen) … (?:volgen|komen|verschijnen|plaatsvinden|verzonden|gegeven|bereiken)\b",
    # The thing of the sentence before: "Die volgt in mei". Not "Dat komt neer op", "Die komt voort uit".
    r"(?:die|deze|zij|dat|dit) (?:komt|volgt|verschijnt) (?!voort|neer|overeen|tot|uit|doordat|omdat)",
    r"(?:gaat|gaan|komt|komen) (?:[^\s.;]+ ){0,14}?naar (?:u|(?:de|uw|beide) (?:tweede |eerste )?kamers?)\b",
    r"(?:\w*brief|\w*reactie|overzicht|notitie) komt\b",
    rf"(?:komt|komen) … een (?:\w+ ){{0,2}}{_THING}\b",
    rf"(?:komt|komen) een (?:\w+ ){{0,2}}{_THING}\b",
    r"(?:wordt|worden|zal|zullen) … (?:bij|aan|met) (?:de|uw|beide) (?:tweede |eerste )?kamers? … "
    r"(?:ingediend|aangeboden|toegezonden|gedeeld|gestuurd|voorgelegd|gezonden|verzonden|verstuurd|toegestuurd)\b",
    r"(?:wordt|worden|zal|zullen) … (?:bij|aan|met) (?:de|uw|beide) (?:tweede |eerste )?kamers? (?:worden )?"
    r"(?:ingediend|aangeboden|toegezonden|gedeeld|gestuurd|voorgelegd|gezonden|verzonden|verstuurd|toegestuurd)\b",
    rf"{_MEAN} … (?:uw|de|beide) kamers? … te (?:kunnen )?{_BRING}\b",
    rf"{_MEAN} … (?:uw|de|beide) kamers? (?:aan |toe )?te {_BRING}\b",
    rf"{_MEAN} (?:uw|de|beide) kamers? … te {_BRING}\b",
    rf"{_COLLEAGUE} … zal (?:u|uw kamer|de kamer) … (?:schrijven|informeren|berichten)\b",
    rf"{_COLLEAGUE} zal (?:u|uw kamer|de kamer) … (?:schrijven|informeren|berichten)\b",
    # Not "In de bijlage treft u het plan voor 2024 aan".
    r"(?:treft|vindt) u … in een (?:aparte|afzonderlijke|separate|latere|nieuwe) \w+ aan\b",
    r"krijgt (?:u|(?:uw|de) (?:tweede |eerste )?kamer)\b",
    r"(?:u|(?:uw|de) (?:tweede |eerste )?kamer) krijgt\b",
    r"(?:kan|kunt|mag) (?:u|uw kamer|de kamer) … verwachten\b",
    r"(?:u|uw kamer|de kamer) (?:kan|kunt|mag) … verwachten\b",
    r"(?:kom|komen) (?:ik|wij) (?:[^\s.;]+ ){0,8}met (?:een|de|het|mijn|onze)\b",
    r"(?:ik|wij) (?:kom|komen) (?:[^\s.;]+ ){0,8}met (?:een|de|het|mijn|onze)\b",
    r"wordt (?:[^\s.;]+ ){0,8}teruggekomen\b",
    r"(?:kom|komen) (?:ik|wij) … terug\b",
    r"(?:ik|wij) (?:kom|komen) … terug\b",
    r"kan (?:ik|het kabinet) (?:uw|de|beide) kamers? … (?:informeren|berichten|sturen|zenden|aanbieden|toezenden)\b",
    r"u wordt … (?:geïnformeerd|ingelicht|bericht)\b",
    rf"volgt … {_THING}\b",
    r"(?:wordt|worden) … bij (?:uw kamer|de kamer|beide kamers) voorgehangen\b",
    r"(?:kan|kunt|kunnen) … tegemoet ?zien\b",
    r"(?:de|uw) (?:tweede |eerste )?kamer (?:wordt|zal) … (?:geïnformeerd|ingelicht)\b",
    r"lukt (?:mij |ons )?(?:dat|dit) (?:naar verwachting )?pas\b",
    r"\w*voorstel … (?:zal|gaat|wordt) … (?:consultatie|ingediend|voorgehangen)\b",
    gap=14,
)
# Told of the entry before it in a list, without a subject: "Volgt in november 2023.", "Wordt eind 2023 toegezonden."
_OF_ENTRY: Final = re.compile(
    r"(?:volgt|verwacht|toegezonden|gereed)\b(?! uit\b)[^.;]{0,60}$"
    r"|(?:wordt|worden|zal|zullen)\b[^.;]{0,90}\b(?:toegezonden|toegestuurd|verzonden|verstuurd|gestuurd|aangeboden"
    r"|gezonden|geïnformeerd|ingediend|opgeleverd|verwacht)\b"
)
_NEXT: Final = r"(?:in|bij|met) (?:de|het|een|mijn) (?:eerst)?volgende\b"
# A time in words that no day can be given to: "na de zomer", "na afloop van de Raad", "in de volgende rapportage".
_LATER: Final = wording(
    r"(?:na|voor|vóór) (?:de zomer|het (?:\w+ )?\w*reces)\b",
    r"(?:na ommekomst|na afloop van|te zijner tijd|zodra|binnenkort|zo spoedig mogelijk|op korte termijn)\b",
    rf"{_NEXT} (?:\w*rapportage|\w*brief|begroting|jaarverslag)\b",
)
# Without a time: what reaches the chamber anyway.
_COMES: Final = wording(
    r"gaat u … toe\b",
    r"gaat … naar uw kamer\b",
    r"zodra … (?:bied|bieden|stuur|sturen|zend|zenden|informeer|informeren|bericht|berichten) (?:ik|wij)\b",
    r"(?:ik|wij) bied(?:en)? u … aan zodra\b",
    r"(?:kan|kunnen|wil|willen|durf|mag) (?:ik|wij) … toezeggen\b",
    r"(?:ik|wij) (?:kan|kunnen|wil|willen|durf|mag) … toezeggen\b",
    r"(?:nadere|afzonderlijke|aparte|separate) (?:brief|reactie|informatie|berichtgeving) (?:\w+ ){0,3}volgt\b",
    r"bereid (?:om )?(?:ook )?(?:uw|de|beide) kamers? … te (?:informeren|berichten|sturen)\b",
    r"wordt u … (?:ingelicht|geïnformeerd)\b",
    r"(?:houd|houden|hou) (?:ik |wij )?(?:uw kamer|de kamer|u) … (?:op de hoogte|geïnformeerd)\b",
    r"(?:houd|houden|hou) (?:ik |wij )?(?:uw kamer|de kamer|u) (?:op de hoogte|geïnformeerd)\b",
    rf"(?:kom|komen) (?:ik|wij) (?:hier|daar)(?:op|over) … {_NEXT}",
    rf"(?:ik|wij) (?:kom|komen) (?:hier|daar)(?:op|over) … {_NEXT}",
    r"(?:kom|komen) (?:ik|wij) … (?:bij|in|tijdens) (?:de|het|een|mijn) "
    r"(?:\w*behandeling|\w*debat|\w*overleg|\w*brief|\w*rapportage|\w*reactie|\w*begroting) … terug\b",
    r"(?:kom|komen) (?:ik|wij) … (?:bij|in|tijdens) (?:de|het|een|mijn) "
    r"(?:\w*behandeling|\w*debat|\w*overleg|\w*brief|\w*rapportage|\w*reactie|\w*begroting) terug\b",
    rf"{_NEXT} … (?:ga|gaan|kom|komen|informeer|zal|zullen) (?:ik|wij)\b",
    rf"(?:neem|nemen) (?:ik|wij) … mee {_NEXT}",
    rf"(?:ik|wij) (?:neem|nemen) … mee {_NEXT}",
    r"(?:deel|delen) (?:ik|wij) (?:\w+ ){0,2}met (?:uw|de|beide) kamers?\b",
    r"(?:voeg|voegen) (?:ik|wij) … (?:bij|toe aan) (?:de|het|een|mijn) (?:eerst)?volgende\b",
    gap=12,
)
# Told as done, or by this paper itself, or not at all.
_NOT: Final = wording(
    r"hier(?:bij|mee)\b",
    r"bijgaand\b",
    r"niet\b",
    r"geen\b",
    r"(?:hieronder|onderstaand)\b",
    r"(?:met|door middel van|middels) (?:deze|dit) (?:\w+ )?(?:\w*brief|nota|\w*rapportage|\w*reactie|verslag)\b",
)


# Words of which every sentence that promises without a later day holds one: most sentences hold none of them.
_WITHOUT_DAY: Final = (
    "gaat u", "naar uw kamer", " terug", "zodra", "bereid", "wordt u", "houd", "volgende", "deel ik", "delen wij",
    "de zomer", "reces", "ommekomst", "na afloop", "zijner tijd", "toezeggen", "volgt",
    "binnenkort", "mogelijk", "termijn",
)  # fmt: skip


def pledged(lowered: str, *, dated: bool) -> bool:
    """Whether a sentence of a letter promises by what will be done, or will come; `dated` if it names a later time."""
    if dated and _OF_ENTRY.match(lowered.rstrip(" .")):
        return True
    if not dated and not holds(lowered, _WITHOUT_DAY):
        return False
    if not _COMES.fits(lowered) and not ((dated or _LATER.fits(lowered)) and _DATED.fits(lowered)):
        return False
    return not _NOT.fits(lowered) and not lowered.rstrip().endswith("?")
