"""Clauses of which the verb alone says that something will take place, whatever it is: "De screening vangt aan op …".

With a later time such a clause is an announcement. It tells what others do, too ("Het ROR biedt in het voorjaar een
training aan"); what depends on something, is denied or asked announces nothing.
"""

from __future__ import annotations

import re
from typing import Final

from ctgraph.link.wording import wording

_DONE: Final = (
    r"(?:aangevangen|gestart|begonnen|geopend|gesloten|ingediend|geëvalueerd|herzien|geactualiseerd|herijkt|uitgebreid"
    r"|ingevoerd|opgericht|ingesteld|verlengd|afgerond|opgeleverd|gepubliceerd|aangeboden|georganiseerd"
    r"|behandeld|ingericht|uitgerold|geïmplementeerd|geplaatst|gerealiseerd|voorgelegd|vastgesteld|voortgezet|hervat"
    r"|aangescherpt|aangepast|gewijzigd|doorgevoerd|samengevoegd|overgedragen|bekendgemaakt|ingetrokken|getoetst"
    r"|onderzocht|bezien|gemonitord)"
)
# What others set out to do, in a verb whose second half closes the clause: "Het kabinet dient in mei een voorstel in".
# Not "dient in mei te worden ingediend", nor "dient in beginsel".
_SETS_OUT: Final = (
    r"(?:(?:dient|dienen)(?! te\b) … in|(?:legt|leggen) … voor|(?:voert|voeren) … (?:in|uit)|(?:breidt|breiden) … uit"
    r"|(?:richt|richten) … (?:in|op)|(?:past|passen) … aan|(?:rondt|ronden) … af"
    r"|(?:levert|leveren) … op|(?:stelt|stellen) … (?:in|open|vast|beschikbaar)|(?:zet|zetten) … voort)(?=[^\w]*$)"
)
# The second half may stand before the time: "De inspectie stelt het vast in december".
_HALF_FIRST: Final = (
    r"(?:(?:stelt|stellen) … vast|(?:rondt|ronden) … af|(?:levert|leveren) … op|(?:legt|leggen) … voor"
    r"|(?:brengt|brengen) … uit|(?:breidt|breiden) … uit|(?:zet|zetten) … voort|(?:past|passen) … aan"
    r"|(?:biedt|bieden) … aan) (?=(?:in|eind|begin|medio|voor|vóór|na|per|uiterlijk|dit|nog|deze)\b)"
)
_TOLD_THAT: Final = (
    r"(?:is|heeft|hebben) (?:\w+ )?(?:bericht|gemeld|laten weten|meegedeeld|medegedeeld|aangegeven|aangekondigd) dat"
)
_BRINGS_OUT: Final = (
    r"(?:oplevert|opleveren|afrondt|afronden|uitbrengt|uitbrengen|publiceert|publiceren|presenteert|presenteren|indient"
    r"|indienen|aanbiedt|aanbieden|vaststelt|vaststellen|verschijnt|verschijnen|start|starten|begint|volgt)"
)
# What will be done, whatever it is: "wordt in juni omgezet". Not "worden voor 2024 geraamd op", which is no plan.
_ANY_DONE: Final = (
    r"(?!ge(?:raamd|schat|noemd|houden|vraagd|rekend|kregen|zien|dacht|weest|daan)\b|ver(?:wezen|geleken|moed|leend)\b|be(?:kend|paald|doeld)\b"
    r"|verwacht\b|bericht\b|ge[iï]nformeerd\b)\w*(?:ge|ver|be|ont|her)\w{2,}(?:d|t|en)"
)
_WHEN: Final = (
    r"(?:in|op|per|voor|vóór|na|tussen|begin|eind|medio|uiterlijk|dit|deze|nog|later|binnenkort|naar verwachting)"
)
# Not of people, nor of more of something: "op 3 mei in de rechtbank verwacht", "in 2024 meer reizigers verwacht".
_OF_TIME: Final = r"(?:(?!(?:meer|minder|veel|in|bij|te)\b)[^\s,;]+ )"
_ENDS: Final = r"(?=[^\w]*$|,| en )"
_OUTCOME: Final = (
    r"(?:akkoord|besluit|beslissing|uitspraak|arrest|advies|voorstel|oordeel|\w*rapport|reactie|standpunt)"
)
_READY: Final = r"(?:operationeel|actief|beschikbaar|gereed|klaar|afgerond|voltooid|bedrijf|gebruik|werking)"
_TAKES_PLACE: Final = wording(
    rf"(?:wordt|worden) … {_ANY_DONE}(?=[^\w]*$| en )",
    r"(?:zal|zullen) … (?!informeren\b|berichten\b|rapporteren\b)\w{2,}en(?=[^\w]*$| en )",
    r"(?:eindigt|eindigen|verhuist|verhuizen)\b",
    r"(?:komt|komen|brengt|brengen)(?!(?: [^\s]+){0,8} verslag\b) … uit(?=[^\w]*$|,)",
    r"(?:neemt|nemen) … (?:in gebruik|besluit|beslissing)\b",
    r"(?:neemt|nemen) … (?:op|mee) in\b",
    # "wordt eind 2023 verwacht", "Eind 2023 wordt de derde meting verwacht". Not "worden meer reizigers verwacht".
    rf"(?:wordt|worden) (?:pas |uiterlijk |nog )?{_WHEN} {_OF_TIME}{{0,5}}?verwacht{_ENDS}",
    rf"(?:wordt|worden) (?:de|het|een) (?:[^\s,;]+ ){{1,8}}?verwacht{_ENDS}",
    # "verwacht begin 2024 een akkoord". Not "verwacht dat", nor "verwacht in 2024 meer reizigers".
    rf"(?:verwacht|verwachten|voorziet|beoogt) (?:nog )?{_WHEN} (?:[^\s,;]+ ){{1,5}}?een "
    rf"(?:\w+ )?{_OUTCOME}\b",
    rf"(?:verwacht|verwachten) … een (?:\w+ )?{_OUTCOME} {_WHEN}\b",
    # "wordt op 14 mei in Den Haag gehouden", "houdt op 14 mei een conferentie".
    rf"(?:wordt|worden) {_WHEN} (?:[^\s,;]+ ){{1,10}}?(?:gehouden|georganiseerd){_ENDS}",
    # "De Eerste Kamer behandelt het voorstel op 14 maart", "Het parlement stemt naar verwachting in mei".
    rf"(?:behandelt|bespreekt) (?:het|de|dit|deze|dat) (?:[^\s;]+ ){{1,8}}?{_WHEN}\b",
    rf"(?:behandelt|bespreekt|stemt|stemmen) (?:hierover |daarover |er )?{_WHEN}\b",
    rf"{_WHEN} (?:[^\s,;]+ ){{1,3}}?(?:behandelt|bespreekt|stemt) (?:de|het)\b",
    # What others have said they will do: "heeft aangegeven op 3 mei het advies uit te brengen".
    r"(?:heeft|hebben) (?:aangegeven|aangekondigd|laten weten|gemeld|meegedeeld|toegezegd) … "
    r"(?:(?:uit|in|op|af|aan|vast|voor) te \w+en|te (?:zullen )?\w+en)(?=[^\w]*$|,)",
    r"(?:doet|doen) … (?:voorstel|voorstellen|\w*onderzoek|uitspraak|verslag)\b",
    r"er (?:komt|komen) … (?:een|nieuwe|extra|aanvullende)\b",
    rf"(?:overige|andere|resterende|deze|die|zij|beide) (?:\w+ ){{0,2}}volgen {_WHEN}\b",
    r"(?:is|zijn)(?!(?: [^\s]+){0,4} (?:euro|miljoen|procent)\b) … (?:beschikbaar|bekend|rond)\b",
    r"(?:vindt|vinden) … plaats\b",
    r"(?:vindt|vinden) plaats\b",
    r"(?:is|zijn) voorzien in (?:het|de) (?:voorjaar|najaar|zomer|winter|herfst|\w+ (?:kwartaal|helft))\b",
    r"(?:streven|planning|bedoeling) is\b",
    r"(?:vangt|vangen) … aan\b",
    r"(?:vangt|vangen) aan\b",
    r"(?:start|starten|begint|beginnen|opent|openen|verschijnt|verschijnen)\b",
    r"volgt (?!dat\b|uit\b)",
    r"(?:gaat|gaan) … (?:van start|in (?:internet)?consultatie|open|in werking)\b",
    r"(?:gaat|gaan) (?:van start|in (?:internet)?consultatie|open)\b",
    r"(?:treedt|treden) … in werking\b",
    r"(?:treedt|treden) in werking\b",
    r"(?:publiceert|publiceren|presenteert|presenteren|organiseert|organiseren|lanceert|evalueert|actualiseert)\b",
    r"(?:besluit|besluiten|beslist|beslissen|adviseert|adviseren|oordeelt) … over\b",
    r"(?:biedt|bieden) … aan\b",
    r"(?:houdt|houden) … (?:bijeenkomst|conferentie|oefening|campagne|overleg|hoorzitting|zitting)\b",
    rf"(?:wordt|worden) … {_DONE}\b",
    rf"(?:wordt|worden) {_DONE}\b",
    rf"(?:zal|zullen) … (?:(?:worden|zijn) {_DONE}|{_DONE} (?:worden|zijn))\b",
    r"(?:is|zijn|wordt|worden|staat|staan) … (?:te voorzien|te verwachten|voorzien(?! (?:van|in)\b)|gepland)\b",
    r"(?:is|zijn|wordt|worden|staat|staan) (?:voorzien(?! (?:van|in (?:de|het|een)\b))|gepland)\b",
    r"(?:geldt|gelden) … (?:vanaf|per|met ingang van)\b",
    r"(?:geldt|gelden) (?:vanaf|per|met ingang van)\b",
    rf"{_SETS_OUT}",
    rf"(?:zal|zullen) … {_READY} zijn(?=[^\w]*$|,)",
    r"(?:ligt|liggen) … voor (?:bij|aan|ter)\b",
    r"(?:is|zijn) (?:nu |inmiddels )?aangekondigd voor (?:begin|medio|eind|het|de|\d{1,2}|[a-z]+ \d{4})\b",
    # What others have told: "is bericht dat het WODC het onderzoek in mei oplevert".
    rf"{_TOLD_THAT} … {_BRINGS_OUT}(?=[^\w]*$|,)",
    rf"{_TOLD_THAT} … (?:zal|zullen) \w{{3,}}en(?=[^\w]*$|,)",
    rf"{_HALF_FIRST}",
    r"(?:streeft|streven) … naar (?:de|het|een)\b",
    r"(?:streeft|streven) naar (?:de|het|een)\b",
    r"(?:komt|komen) … (?:beschikbaar|gereed|tot stand)\b",
    r"(?:komt|komen) er … (?:een|nieuwe|extra|aanvullende)\b",
    r"(?:komt|komen) er (?:een|nieuwe|extra|aanvullende)\b",
    r"(?:ligt|liggen|gaat|gaan) … (?:(?:bij|naar) de raad van state|ter inzage|in consultatie|ter consultatie)\b",
    r"(?:wordt|worden) … (?:aanhangig gemaakt|in gebruik genomen|in consultatie gebracht|operationeel|van kracht)\b",
    r"(?:is|zijn|zal|zullen|moet|moeten) … (?:gereed|klaar|operationeel|inzetbaar|van kracht)\b",
    r"(?:zal|zullen|moet|moeten) … (?:aanvangen|starten|beginnen|openen|verschijnen|volgen|plaatsvinden)\b",
    gap=12,
)
# Where many words tell when and where: "wordt naar verwachting in mei bij de Raad van State van het Koninkrijk
# aanhangig gemaakt".
_TAKES_PLACE_FAR: Final = wording(rf"(?:wordt|worden) (?:naar verwachting )?{_WHEN} … {_ANY_DONE}(?=[^\w]*$)", gap=20)
# "Indien de wet in mei in werking treedt", "Het kabinet wil dat …", "verzoekt de regering": wished, asked or supposed;
# and what the paper's sender does is promised.
_SUPPOSED: Final = wording(
    r"(?:indien|mits|tenzij|wanneer|stel|zou|zouden|wil|willen|wilt|vraagt|vragen|verzoekt|verzoeken|pleit|bepleit"
    r"|hoopt|hopen|kan|kunnen|kon|konden|mag|mogen|mogelijk|wellicht|misschien|vóór of na)\b",
    r"(?:niet|geen|nooit|hierbij|ik|wij|we)\b",
    # A meeting is on the agenda and no plan.
    r"(?:\w*debat|\w*overleg|\w*vergadering|\w*briefing|\w*gesprek|\w*bijeenkomst|\w*raad|\w*stemming(?:en)?|\w*zitting)"
    r" … (?:vindt|vinden) … plaats\b",
    r"(?:\w*debat|\w*overleg|\w*vergadering|\w*briefing|\w*gesprek|\w*bijeenkomst|\w*raad|\w*stemming(?:en)?|\w*zitting)"
    r" (?:vindt|vinden) … plaats\b",
    # Not of what will work by then: "zal begin 2024 operationeel zijn".
    rf"(?:zal|zullen) … (?!{_READY} )[^\s.;]+ (?:blijven|zijn|hebben)(?=[^\w]*$|,)",
    r"(?:zal|zullen) (?:blijven|zijn|hebben)(?=[^\w]*$|,)",
    # Not "Het parlement zal in mei over het voorstel stemmen".
    r"(?:gestemd|te stemmen|aangewezen)\b",
    r"(?:\w*debat|\w*overleg|\w*vergadering|\w*briefing) (?:wordt|worden) … gehouden\b",
    r"(?:wordt|worden) … (?:\w*debat|\w*overleg|\w*vergadering|\w*briefing|\w*zitting) gehouden\b",
    # A term for who asks for something.
    r"(?:\w*aanvragen|\w*aanvraag|aanmeldingen|inschrijvingen) … (?:ingediend|gedaan|ontvangen)\b",
    # A day in court or for a vote is no plan of who tells of it.
    r"(?:\w*zitting|\w*stemming) … (?:voorzien|gepland)\b",
    r"(?:onder|op) voorwaarde\b",
    gap=12,
)
# What no clause announces, whatever thing it names.
_WISHED: Final = wording(
    r"(?:wil|willen|wilt|zou|zouden) … dat\b",
    r"(?:wil|willen|wilt) dat\b",
    r"(?:vraagt|vragen|verzoekt|verzoeken|pleit|bepleit) … (?:om|of|te|voor)\b",
    r"(?:indien|mits|tenzij)\b",
    r"(?:hierbij|bijgaand|ik stel voor|stel ik voor)\b",
    r"(?:ontvangt|ontvangen) (?:u|uw kamer) (?:\w+ ){0,2}(?:deze|dit)\b",
    # What a letter told before: "Bij brief van 3 mei hebben wij uw Kamer geïnformeerd over de wijze waarop …".
    r"(?:bij|in|met) (?:\w+ )?brief … (?:heb|heeft|hebben|is|zijn) … (?:geïnformeerd|ingelicht|bericht)\b(?! dat\b)",
    r"(?:dient|dienen|behoort|behoren) … te (?:zijn|worden)\b",
    # A debate that is planned is on the agenda: "ter voorbereiding van het debat dat op 20 mei is voorzien".
    r"(?:\w*debat|\w*overleg|\w*vergadering|\w*briefing)(?: \w+)? (?:dat|die) … "
    r"(?:voorzien|gepland|gehouden|plaatsvindt)\b",
    # Counted until a day: "Voor dit jaar geldt dat tot 1 december in twee zaken een besluit is genomen".
    r"tot (?:en met )?\d{1,2} \w+ … (?:is|zijn) (?:\w+ )?(?:genomen|ingediend|afgerond|verstuurd|opgelegd|gedaan)\b",
    r"tot (?:en met )?\d{1,2} \w+ (?:\d{4} )?(?:is|zijn|heeft|hebben)\b",
    r"niet … (?:van start|in werking|ingediend|opgeleverd|gereed|afgerond|aangeboden)\b",
    r"niet (?:van start|in werking|ingediend|opgeleverd|gereed|afgerond|aangeboden)\b",
)
# "Die commissie wordt in mei ingesteld". Not "(de regeling,) die vervolgens wordt voorgelegd".
_NOUN: Final = (
    r"(?!(?:inmiddels|momenteel|vervolgens|daarna|daarom|uiterlijk|eerder|later|thans|alsnog|hierna|jaarlijks|nader"
    r"|verder|uiteindelijk|mogelijk)\b)[a-z]{4,}"
)
# The text of a law or of a change to it: "treden in werking met ingang van 1 maart 2017", "wordt «1 maart» vervangen".
# Nor a piece of a sentence: "317) treedt op 1 mei in werking", "alsook het plan dat in mei verschijnt".
_QUOTED: Final = re.compile(
    r"[«»]|\b(?:treedt|treden|vervalt|vervallen|werkt|werken)\b.{0,160}?\bmet ingang van\b"
    r"|^(?:de|het|dit|deze) (?:\S+ ){0,4}(?:wet|\w*besluit|regeling)\b.{0,160}?\bmet ingang van\b"
    r"|^(?:artikel|in artikel|aan artikel|onderdeel|het .{1,20} lid)\b"
    r"|^(?:[^a-zà-ž’']|alsook|evenals|waar|zoals"
    rf"|(?:dat|die) (?!(?:{_NOUN} )?"
    r"(?:is|zijn|wordt|worden|zal|zullen|komt|komen|gaat|gaan|volgt|start|begint|treedt)\b))|^[^(]*\)"
)


def may_announce(words: str) -> bool:
    """Whether a clause, in lower case, is no question, wish, condition or denial."""
    return not words.rstrip().endswith("?") and not _WISHED.fits(words)


def takes_place(lowered: str) -> bool:
    """Whether a clause, in lower case, tells that something will take place.

    >>> takes_place("de voorhang vangt aan in het derde kwartaal"), takes_place("indien de voorhang aanvangt")
    (True, False)
    """
    if not _TAKES_PLACE.fits(lowered) and not _TAKES_PLACE_FAR.fits(lowered):
        return False
    return not _SUPPOSED.fits(lowered) and _QUOTED.search(lowered) is None
