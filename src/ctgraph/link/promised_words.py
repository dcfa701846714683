"""The words in which a paper promises its chamber something: that it will be told, sent or brought, or done in time."""

from __future__ import annotations

import re

from ctgraph.link.pledges import pledged
from ctgraph.link.promise_guards import promised_part, refused
from ctgraph.link.promise_parts import promised_by_parts
from ctgraph.link.wording import holds, wording

# Made here: the paper will bring, send or tell something to the chamber it speaks to.
_TELL = (
    r"(?:informeren|informeert|informeer|rapporteren|rapporteert|rapporteer|meedelen|inlichten|laten weten|krijgen"
    r"|krijgt|stuur|zend|stuurt|zendt|ge[iï]nformeerd|gerapporteerd|ingelicht|berichten|bericht|toesturen|toezenden|toegezonden|toegestuurd|sturen|zenden"
    r"|aanbieden|aangeboden|gezonden|gestuurd|verzonden|verstuurd"
    r"|gedeeld|delen|voorleggen|voorgelegd|doen toekomen|ontvangen|ontvangt|op de hoogte)"
)
_WILL_TELL = (
    r"(?:zal|zullen|wordt|worden|ontvangt|informeert|informeer|rapporteer|rapporteert|stuur|stuurt|zend|zendt|bericht|deel"
    r"|deelt|verwacht|hoop|laat)"
)
_TO_CHAMBER = wording(
    rf"{_WILL_TELL} … (?:uw Kamer|(?:de|deze) (?:Tweede |Eerste )?Kamer|beide Kamers|u)\b",
    rf"{_WILL_TELL} (?:uw Kamer|(?:de|deze) (?:Tweede |Eerste )?Kamer|beide Kamers|u)\b",
    r"(?:uw|de) Kamer (?:\w+ ){0,2}(?:zal|zullen|wordt|worden|ontvangt|informeer|stuur)\b",
    r"zeg(?:gen)? (?:ik|wij) … toe\b",
    r"(?:ik|wij) zeg(?:gen)? … toe\b",
    r"(?:kom|komen) … schriftelijk (?:\w+ ){0,2}terug\b",
    r"(?:kom|komen) … volgende \w+ (?:\w+ ){0,3}terug\b",
    r"u ontvangt\b",
    r"(?:voornemens|van plan) (?:om )?(?:u|uw Kamer|de Kamer)\b",
    r"ik (?:kom|ga|stuur|informeer) … (?:Kamer|brief)\b",
    gap=12,
)
# With a time to come only: "In antwoord op uw vragen doe ik u het overzicht toekomen" has been done.
_BRINGS = wording(r"doe(?:n)? (?:ik|wij) … toekomen\b", r"zal (?:ik|wij) … doen toekomen\b", gap=16)
# Outright, also behind "In antwoord op de leden Bos en Vos", which tells what else a paper does itself.
_OUTRIGHT = wording(r"zeg(?:gen)? (?:ik|wij) … toe\b", r"(?:ik|wij) zeg(?:gen)? … toe\b", gap=12)
_STRIVE = wording(
    r"streef(?:t|en)? (?:ik |wij |het kabinet )?(?:er\s?naar|naar|er)\b", r"streven (?:wij |er)\b", r"streven is\b"
)
_HEARERS = ("Kamer", " u ", "U ", "zeg", "terug")
_TELLING = wording(
    rf"{_TELL}\b",
    r"brief\b",
    r"indienen\b",
    r"in te dienen\b",
    r"indiening\b",
    r"terug\b",
    r"toe\b",
    r"toe te (?:sturen|zenden)\b",
    r"aan te bieden\b",
    r"afschrift\b",
)
_PAST = wording(
    r"(?:werd|werden|is|zijn|was|heeft|heb|hebben) … (?:aangeboden|gedeeld|geïnformeerd|toegezonden|gestuurd)\b", gap=12
)
_FUTURE_VERB = wording(
    r"(?:zal|zullen|wordt|worden|ontvangt|streef|streven|verwacht|hoop|kom|komen|zeg|zeggen"
    r"|informeert|informeer|bericht|rapporteer|rapporteert|stuur|stuurt|zend|zendt|deelt|laat|voornemens|van plan)\b"
)
# What the paper itself does promises nothing more: "Hierbij zend ik u …".
_DONE_HERE = re.compile(
    r"(?:Hierbij|Hieronder|Bijgaand|(?:Gelijktijdig|Tegelijk|Tegelijkertijd|Samen) met (?:deze|dit)|Mede namens"
    r"|(?:Met|In|Bij|Via|Middels|Door middel van) deze(?: brief)?|Hiermee"
    r"|In (?:antwoord|reactie|vervolg|aansluiting|navolging|aanvulling) (?:op|van)"
    r"|(?:Thans|Nu) (?:zend|stuur|bied|informeer|ontvangt))\b"
)
_RECEIVED_HERE = re.compile(
    r"\b(?:ontvangt|treft) (?:u|uw Kamer) (?:hierbij|bijgaand)\b|\bu ontvangt (?:hierbij|bijgaand)\b|een dezer dagen\b"
    r"|\b(?:informeer|bericht)(?:en|t)? (?:ik|wij|het kabinet) (?:u|uw Kamer|de Kamer) hierbij\b",
    re.IGNORECASE,
)
# Before a debate to come, the letter itself: "Met het oog op het debat van 3 mei informeer ik u over de voortgang". Not
# "Ten behoeve van dat debat zal ik u een brief sturen".
_AHEAD = re.compile(
    r"(?:Vooruitlopend op|Met het oog op|Ten behoeve van|Ter voorbereiding (?:op|van)|In (?:de )?aanloop naar)\s"
    r"(?![^.;]*\b(?:zal|zullen|ontvangt|krijgt|wordt|worden|vóór|uiterlijk|nog|voornemens)\b)"
)
# "In verband met het reces ontvangt u deze brief nu" tells of this letter too.
_SENDS = r"(?:ontvangt|ontvangen|zend|zenden|stuur|sturen|bied|bieden|doe)"
_SAID_HERE = wording(
    r"(?:bericht|meld|informeer|deel) (?:ik|wij) (?:u|uw Kamer|de Kamer)(?: mede| mee)?,?"
    r" (?:dat|als volgt|het volgende)\b",
    r"(?:in|met) deze brief\b",
    r"over het volgende\b",
    rf"{_SENDS} (?:\w+ ){{0,4}}(?:deze \w*(?:brief|reactie|rapportage|nota)|dit \w*(?:verslag|overzicht|rapport))\b",
)


def promised(words: str, lowered: str, *, dated: bool, aloud: bool) -> bool:
    """Whether a sentence says that something will be brought, sent or told, or done by a later time."""
    if _AHEAD.match(words):
        return False
    lowered = lowered.replace("in verband hiermee", "daarom")
    brought = (dated and _BRINGS.fits(lowered)) or pledged(lowered, dated=dated)
    said = brought or _told_to_chamber(words, promised_part(lowered))
    return (said or promised_by_parts(lowered, dated=dated, aloud=aloud)) and not refused(lowered)


def _told_to_chamber(words: str, lowered: str) -> bool:
    """Whether a sentence promises to tell the chamber something, which this paper itself does not do."""
    if not _promises(words, lowered) or _SAID_HERE.fits(lowered):
        return False
    return not _done_here(words) or _OUTRIGHT.fits(lowered)


def _done_here(words: str) -> bool:
    """Whether a sentence tells what this paper itself does: "Hierbij zend ik u …", "ontvangt u hierbij het fiche"."""
    return _DONE_HERE.match(words) is not None or _RECEIVED_HERE.search(words) is not None


def _promises(words: str, lowered: str) -> bool:
    """Whether a sentence says that the chamber will be told something."""
    if not _STRIVE.fits(lowered) and not (holds(words, _HEARERS) and _TO_CHAMBER.fits(lowered)):
        return False
    return _TELLING.fits(lowered) and _FUTURE_VERB.fits(lowered) and not _PAST.fits(lowered)
