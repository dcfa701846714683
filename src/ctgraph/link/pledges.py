"""Promises that a letter makes by a deed and its time: "dien ik vóór de zomer in", "een reactie volgt in mei".

What the sender says to do by a later day is promised, also where the chamber is not named; so is what will come to it.
"""

from __future__ import annotations

from typing import Final

from ctgraph.link.wording import wording

_DO: Final = (
    r"(?:dien|dienen|leg|leggen|rond|ronden|bied|bieden|zend|zenden|stuur|sturen|breng|brengen|pas|passen|lever|leveren"
    r"|deel|delen|informeer|informeren|bericht|berichten|rapporteer|rapporteren|zoek|zoeken|meld|melden|start|starten)"
)
# With a later time in the sentence: the sender's own deed, or a thing that comes to the chamber or into consultation.
_DATED: Final = wording(
    rf"{_DO} (?:ik|wij)\b",
    rf"(?:ik|wij) {_DO}\b",
    r"(?:zal|zullen) (?:ik|wij)\b",
    r"(?:ik|wij) (?:zal|zullen)\b",
    r"(?:ik|wij) u … (?:doe|doen) toekomen\b",
    r"(?:\w*reactie|brief|handreiking|\w*rapportage|notitie|uitwerking|overzicht|analyse|appreciatie) … volgt\b",
    r"(?:\w*reactie|brief|handreiking|\w*rapportage|notitie|uitwerking|overzicht|analyse|appreciatie) volgt\b",
    r"gaat … naar (?:de|uw) (?:tweede |eerste )?kamer\b",
    r"(?:wordt|worden|zal|zullen) … (?:bij|aan|met) (?:de|uw|beide) (?:tweede |eerste )?kamers? … "
    r"(?:ingediend|aangeboden|toegezonden|gedeeld|gestuurd|voorgelegd)\b",
    r"(?:wordt|worden|zal|zullen) … (?:bij|aan|met) (?:de|uw|beide) (?:tweede |eerste )?kamers? "
    r"(?:ingediend|aangeboden|toegezonden|gedeeld|gestuurd|voorgelegd)\b",
    r"(?:de|uw) (?:tweede |eerste )?kamer (?:wordt|zal) … (?:geïnformeerd|ingelicht)\b",
    r"\w*voorstel … (?:zal|gaat|wordt) … (?:consultatie|ingediend|voorgehangen)\b",
    gap=14,
)
# Without a time: what reaches the chamber anyway.
_COMES: Final = wording(
    r"gaat u … toe\b",
    r"gaat … naar uw kamer\b",
    r"(?:ik|wij) bied(?:en)? u … aan zodra\b",
    r"zodra … (?:bied|bieden|stuur|sturen|zend|zenden|informeer|informeren|bericht|berichten) (?:ik|wij)\b",
    r"bereid (?:om )?(?:ook )?(?:uw|de|beide) kamers? … te (?:informeren|berichten|sturen)\b",
    gap=12,
)
# Told as done, or by this paper itself, or not at all.
_NOT: Final = wording(
    r"hier(?:bij|mee)\b",
    r"bijgaand\b",
    r"niet\b",
    r"geen\b",
    r"(?:hieronder|onderstaand)\b",
)


def pledged(lowered: str, *, dated: bool) -> bool:
    """Whether a sentence of a letter promises by what will be done, or will come; `dated` if it names a later time."""
    # A few plain look-ups first: most sentences name no later time and hold none of these.
    if not dated and "gaat " not in lowered and "zodra" not in lowered and "bereid" not in lowered:
        return False
    if not (dated and _DATED.fits(lowered)) and not _COMES.fits(lowered):
        return False
    return not _NOT.fits(lowered) and not lowered.rstrip().endswith("?")
