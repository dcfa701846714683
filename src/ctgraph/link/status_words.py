"""The set phrases that tell how a motion fares, by the status that they tell, from the most to the least specific.

The order matters: "niet optimaal uitvoerbaar" must not be read as "niet uitvoerbaar", nor "zal ik niet uitvoeren" as
a promise. Gaps (`…`) are some words of the same clause.
"""

from __future__ import annotations

from typing import Final

from ctgraph.model.claims import FulfilmentStatus

DONE: Final = (
    "(?:uitgevoerd|(?:uitvoering|invulling|uitwerking|gevolg|gehoor) gegeven|voldaan|gestand gedaan|afgedaan"
    "|afgehandeld|(?:ten uitvoer|tot uitvoering) (?:gebracht|gelegd)|nagekomen|ingewilligd|ingevuld|voltooid)"
)
_GIVEN = "(?:invulling|uitvoering|uitwerking|gehoor|gevolg)"
_WHOLE = (
    "(?:optimaal|volledig|geheel|ten volle|integraal|onverkort|letterlijk|in zijn geheel|in haar geheel"
    "|in volle omvang)"
)
_PART = "(?:deels|ten dele|gedeeltelijk|beperkt|grotendeels|in beperkte mate|voor een (?:groot |belangrijk )?deel)"
_UNWISE = "(?:aangewezen|opportuun|wenselijk|gewenst|nodig|noodzakelijk|passend|zinvol|proportioneel|verantwoord)"
_SENDS = "(?:bied|bieden|stuur|sturen|zend|zenden|doe|doen|treft|ontvangt|informeer|informeren)"
_LETTER = (
    "(?:deze|dit|bijgaande?) (?:brief|rapport|rapportage|notitie|beleidsreactie|kabinetsreactie|voortgangsrapportage)"
)
_GOVERNMENT = "(?:ik|wij|we|het kabinet|de regering|de minister|de staatssecretaris)"

STATUSES: Final[tuple[tuple[FulfilmentStatus, tuple[str, ...]], ...]] = (
    (
        "not-fully-feasible",
        (
            rf"niet (?:\w+ )?{_WHOLE} (?:uitvoerbaar|uit te voeren)",
            rf"niet (?:\w+ )?{_WHOLE} (?:worden )?(?:uitgevoerd|uitvoeren)",
            rf"(?:slechts )?{_PART} uitvoerbaar",
            r"(?:verdergaand|voor het overige|(?:meer|verder) dan (?:dat|dit)|verder) (?:is|zijn) … "
            r"(?:niet |on)uitvoerbaar",
            rf"(?:maar|slechts) {_PART} (?:\w+ )?(?:uitvoeren|uit te voeren|uitgevoerd)",
            rf"(?:kan|kunnen|laat zich) … {_PART} (?:worden uitgevoerd|uitgevoerd worden|uitvoeren)",
            r"(?:volledige|gehele|integrale|onverkorte|verdere|verdergaande) uitvoering … niet (?:mogelijk|haalbaar)",
            rf"(?:kan|kunnen) … niet {_WHOLE} … (?:worden voldaan|voldoen|tegemoetkomen)",
        ),
    ),
    (
        "partly-fulfilled",
        (
            r"(?:deels|gedeeltelijk|ten dele|grotendeels|voor (?:een|het) (?:groot |grootste )?deel) (?:\w+ )?"
            r"(?:uitgevoerd|invulling|uitvoering|voldaan|afgedaan|afgehandeld|gebeurd|gerealiseerd|verwerkt)",
            r"(?:eerste|ene)(?: (?:verzoek|onderdeel|deel|dictum))? (?:is|wordt|heb ik) (?:\w+ ){0,2}\w+[;,] "
            r"(?:\w+ ){1,5}(?:open|niet)\b",
            r"(?:is|heb|heeft|hebben|wordt) (?:\w+ )?(?:het|aan het) (?:eerste|ene) (?:verzoek|onderdeel|deel|dictum) "
            r"(?:\w+ ){0,3}(?:uitgevoerd|voldaan|afgedaan)",
            r"(?:deels|gedeeltelijk|ten dele|grotendeels) aan … (?:voldaan|tegemoetgekomen)",
            r"een (?:groot |klein )?deel van … (?:uitgevoerd|voldaan|uitvoering gegeven|invulling gegeven)",
            r"(?:eerste|tweede|derde|ene|eerstgenoemde) (?:verzoek|deel|onderdeel|vraag|dictum|punt) (?:van … )?"
            r"(?:is|heb|heeft|hebben|werd) (?:\w+ ){0,4}(?:voldaan|uitgevoerd|afgedaan)",
        ),
    ),
    (
        "declined",
        (
            r"voer(?:t|en)? … niet uit\b",
            r"niet (?:zal|zullen|wil|wens) (?:\w+ )?uit(?:voeren|gevoerd)",
            r"(?:zal|zullen|ga|gaat|gaan) … niet (?:worden )?uit(?:voeren|gevoerd)",
            r"(?:wordt|worden|is|zijn) (?:(?!nog )\w+ ){0,3}niet uitgevoerd",
            r"uitvoering … niet aan de orde",
            rf"{_GOVERNMENT} (?:\w+ ){{0,2}}niet (?:zal |zullen |wil |willen )?uitvoer(?:en|t)?\b",
            r"niet (?:wordt|is|zijn|zal worden|zullen worden) (?:uitgevoerd|overgenomen)",
            r"motie niet (?:\w+ )?uit te (?:zullen |willen |gaan )?voeren",
            r"geen (?:ruimte|mogelijkheid|mogelijkheden|reden|aanleiding) … uit te voeren",
            r"(?:neem|neemt|nemen) (?:de|deze|die|dit|dat|het) (?:motie|verzoek) (?:\w+ )?niet over\b",
            rf"uitvoering … niet (?:langer |meer )?{_UNWISE}",
            rf"niet (?:langer )?{_UNWISE}(?: om)? (?:de|deze|die) motie (?:\w+ )?uit te voeren",
            r"wij(?:s|st|zen) … motie (?:\w+ )?af\b",
            rf"moties? wij(?:s|st|zen) {_GOVERNMENT} (?:\w+ )?af\b",
            r"volg(?:t|en)? (?:de|deze|die) motie (?:\w+ )?niet\b",
            r"(?:neem|neemt|nemen) … motie … niet over\b",
            r"onuitgevoerd",
            r"laat … uitvoering … over aan\b",
            r"niet voor uitvoering in aanmerking",
            r"(?:geen|onvoldoende) (?:grond|aanleiding|reden|basis) … (?:tot )?uitvoering",
            r"motie (?:\w+ ){0,3}leid(?:t|en) (?:\w+ ){0,3}niet tot",
            r"kom(?:t|en)? (?:ik|wij|het kabinet|de regering) (?:\w+ )?niet (?:\w+ )?tegemoet",
            r"laat … achterwege\b",
            r"niet (?:inwilligen|honoreren|overnemen)",
            r"naast (?:zich|mij|ons) neer(?:gelegd|leggen|te leggen)?\b",
            r"zie(?:n|t)? (?:ik|wij|het kabinet|de regering) … van (?:\w+ ){0,2}(?:af|uitvoering)\b",
            r"zie(?:n|t)? (?:ik|wij|het kabinet|de regering) (?:\w+ ){0,3}af\b",
            r"(?:ik|wij|het kabinet|de regering) zie(?:n|t)? … (?:van|er) (?:\w+ ){0,2}af\b",
            r"zie(?:n|t)? (?:\w+ ){0,4}(?:hiervan|daarvan|ervan) (?:\w+ ){0,2}af\b",
            r"(?:is|wordt|heb|heeft|hebben) … (?:van|ervan|daarvan|hiervan) … afgezien",
            r"(?:is|wordt|heb|heeft|hebben) (?:hiervan|daarvan|ervan) afgezien",
            r"(?:hiervan|daarvan|ervan) (?:is|wordt|heb|heeft|hebben) (?:\w+ ){0,3}afgezien",
            r"van … (?:is|wordt|heb|heeft|hebben) (?:\w+ ){0,3}afgezien",
            r"zie(?:n|t)? (?:\w+ ){0,3}af van … (?:uitvoering|motie|verzoek)",
            r"zie(?:n|t)? (?:\w+ ){0,3}af van (?:uitvoering|de motie|deze motie|dit verzoek)",
            r"geen (?:uitvoering|gevolg|opvolging)",
            r"voornemens … niet uit te voeren",
            r"niet (?:\w+ )?voornemens\b",
            r"geen aanleiding … motie",
            r"(?:zie|ziet|zien) … geen (?:ruimte|mogelijkheid|reden) … motie",
            r"(?:zie|ziet|zien) geen (?:ruimte|mogelijkheid|reden) … motie",
            r"besloten … (?:niet uit te voeren|geen uitvoering)",
            r"leg(?:gen)? … motie … naast (?:mij|ons|zich)",
            r"motie (?:\w+ )?naast (?:mij|ons|zich) neer",
        ),
    ),
    (
        "not-feasible",
        (
            r"(?:niet|on) ?uitvoerbaar",
            r"kan … niet … (?:worden uitgevoerd|uitvoeren|uitgevoerd worden)",
            r"kan … niet (?:worden uitgevoerd|uitvoeren|uitgevoerd worden)",
            r"uitvoering … niet (?:mogelijk|haalbaar)",
            r"niet (?:mogelijk|haalbaar|in staat) … (?:uit te voeren|uitvoering te geven)",
            r"motie … (?:juridisch|praktisch|technisch) niet (?:mogelijk|haalbaar|houdbaar)",
            r"niet (?:te verenigen|verenigbaar) met",
            r"kan (?:ik|wij|het kabinet|de regering) (?:\w+ )?niet (?:\w+ )?(?:voldoen|tegemoetkomen)",
            r"kan (?:\w+ ){0,3}niet (?:\w+ )?(?:worden (?:voldaan|ingewilligd)|voldaan worden)",
            r"niet (?:kan|kunnen) (?:worden uitgevoerd|uitvoeren)",
            r"laat zich niet uitvoeren",
            r"uitvoering … in strijd\b",
            r"uitvoering … stuit (?:\w+ )?op\b",
        ),
    ),
    (
        "lapsed",
        (
            r"(?:motie|is) (?:hiermee |daarmee |inmiddels |daardoor )?(?:vervallen|achterhaald|ingehaald)",
            r"door de tijd ingehaald",
            r"motie is (?:\w+ ){0,5}(?:achterhaald|zonder voorwerp|overbodig geworden)",
        ),
    ),
    (
        "fulfilled",
        (
            r"(?:als|is|zijn|hiermee|daarmee) (?:hiermee |daarmee |nu |inmiddels )?(?:afgedaan|afgehandeld|afgerond)",
            r"(?:beschouw|beschouwt|beschouwen|acht|achten) … (?:uitgevoerd|afgedaan|afgehandeld|afgerond|voldaan)",
            r"motie[^\s]* (?:\w+ ){0,3}(?:is|zijn) (?:\w+ ){0,3}verwerkt\b",
            r"(?:is|zijn) (?:de|deze|die) motie[^\s]* (?:\w+ ){0,3}verwerkt\b",
            r"als (?:\w+ ){0,2}(?:uitgevoerd|afgedaan|afgehandeld|afgerond|voldaan) "
            r"(?:te )?(?:worden )?(?:beschouwd|beschouwen|aangemerkt|gezien)",
            rf"ter (?:uitvoering|invulling|voldoening|afdoening) (?:van|aan) … motie (?:\w+ )?{_SENDS}\b",
            rf"ter (?:uitvoering|invulling|voldoening|afdoening) (?:van|aan) … motie … {_SENDS}\b",
            rf"(?:gevolg|uitvoering) gevend aan … motie (?:\w+ )?{_SENDS}\b",
            rf"{_GIVEN} te hebben gegeven aan\b",
            r"(?:hiermee|daarmee) (?:is|zijn) … (?:afgedaan|afgehandeld|afgerond|uitgevoerd)",
            r"(?:hiermee|daarmee|hierbij|met deze brief) (?:doe|doet|doen) … af\b",
            r"stand van zaken: (?:afgerond|afgedaan|afgehandeld|uitgevoerd|voldaan)",
            r"(?:is|zijn) door … uitgevoerd",
            r"met (?:dit|deze|bijgaand\w*|het onderhavige|mijn) … (?:wordt|is) … uitgevoerd",
            rf"met (?:dit|deze|bijgaand\w*|het onderhavige|mijn) … is … {_GIVEN} gegeven",
            rf"(?:met|middels|via|door middel van) {_LETTER} (?:wordt|geef|geeft|geven) … {_GIVEN}",
            rf"(?:met|middels|via|door middel van) {_LETTER} wordt {_GIVEN} gegeven",
            r"met (?:het|de|dit|deze) … (?:voldoe|voldoet|voldoen) … aan\b",
            rf"{_GIVEN} (?:is|zijn|heb|heeft|hebben) gegeven",
            rf"{DONE} (?:is|zijn|heb|heeft|hebben)\b",
            r"(?:hiermee|daarmee|met deze brief) (?:kom|komt|komen) … na\b",
            r"(?:dit|dat) is (?:\w+ ){0,2}gebeurd\b",
            rf"(?:is|zijn|heb|heeft|hebben|werd) … {DONE}",
            rf"(?:is|zijn|heb|heeft|hebben|werd) {DONE}",
            r"(?:wordt|worden) … voldaan",
            rf"(?:hierbij|met deze brief|met dit rapport) … (?:geef|geeft|geven) … {_GIVEN}",
            rf"(?:hierbij|met deze brief|met dit rapport) (?:geef|geeft|geven) … {_GIVEN}",
            rf"hiermee (?:geef|geven) … {_GIVEN}",
            r"(?:hiermee|daarmee|hierbij|met deze brief) (?:voldoe|voldoet|kom|komt|doe) … (?:aan|tegemoet|gestand)",
        ),
    ),
    (
        "announced",
        (
            r"(?:zal|zullen|ga|gaan) … (?:uitvoeren|uitvoering geven|uitvoering aan|worden uitgevoerd|ter hand)",
            rf"voornemens … (?:uit te voeren|{_GIVEN} te geven)",
            r"(?:zal|zullen) … uitvoering krijgen",
            rf"(?:zal|zullen) … {_GIVEN} (?:geven|worden gegeven)",
            r"(?:zal|zullen) … (?:worden voldaan|voldoen)\b",
            r"uitvoering (?:\w+ ){0,3}(?:is voorzien|is gepland|staat gepland|volgt)\b",
            r"verwacht(?:en)? … (?:uit te voeren|af te ronden|uitvoering te geven|te kunnen (?:uitvoeren|afronden))",
            r"(?:is|zijn|heb|heeft|hebben) … in het vooruitzicht gesteld",
            r"stel(?:t|len)? … in het vooruitzicht",
        ),
    ),
    (
        "in-progress",
        (
            r"in (?:de )?uitvoering(?:sfase)?",
            r"(?:met|aan) (?:de|deze) uitvoering … (?:bezig|gewerkt)\b",
            r"(?:daar|hier) (?:werk|werken|wordt|worden|ben|zijn) (?:\w+ ){0,3}(?:aan|bezig)\b",
            r"uitvoering van … (?:loopt|vordert)\b",
            r"(?:uitvoering|invulling) (?:\w+ ){0,4}(?:vindt plaats|geschiedt|krijgt vorm)\b",
            r"(?:motie|uitvoering) (?:\w+ ){0,4}(?:is|heeft) (?:\w+ ){0,3}(?:vertraagd|vertraging)\b",
            r"uitvoering (?:\w+ ){0,3}is (?:\w+ )?in voorbereiding\b",
            r"uitvoering (?:\w+ ){0,4}(?:neemt|vergt|kost|vraagt) (?:\w+ ){0,2}meer tijd\b",
            r"(?:ter uitvoering van|uitvoering gevend aan) … motie",
            r"(?:strekt|strekken|dient|dienen) (?:\w+ )?(?:tot|ter) (?:uitvoering|invulling) van",
            r"voor (?:de )?uitvoering … (?:gereserveerd|beschikbaar|vrijgemaakt|uitgetrokken)\b",
            r"uitvoering … (?:verloopt|is (?:\w+ )?(?:uitgesteld|opgeschort))\b",
            r"over (?:de )?uitvoering … in (?:gesprek|overleg)\b",
            r"(?:hiermee|daarmee|hieraan|daaraan) … (?:begonnen|gestart|bezig)\b",
            r"(?:hier|daar)(?:voor)? (?:zet|zetten|span|spant|spannen) … (?:voor )?in\b",
            r"uitvoering (?:\w+ ){0,4}(?:is|wordt) (?:\w+ ){0,2}belegd\b",
            rf"{_GIVEN} (?:wordt|worden) gegeven",
            rf"(?:wordt|worden) … {_GIVEN} gegeven",
            r"met … uitvoering … (?:begin gemaakt|begonnen|gestart|aangevangen)\b",
            r"motie staat (?:\w+ )?open\b",
            r"bevind(?:t|en) zich in (?:de|een) (?:\w+ )?(?:fase|afronding)\b",
            r"motie (?:is|blijft) (?:\w+ )?(?:in behandeling|onderhanden|lopend)\b",
            r"motie loopt\b(?! mee)",
            r"moties? (?:wordt|worden)(?! (?:een|het|de)\b) … (?:uitgevoerd|ingevuld|vormgegeven)\b",
            r"moties? (?:wordt|worden) (?:\w+ )?(?:ingevuld|vormgegeven)\b",
            r"stand van zaken: (?:onderhanden|in behandeling|lopend)",
            r"uitvoering … (?:ligt|loopt|verloopt) (?:\w+ )?(?:op|volgens) schema",
            r"(?:heb|heeft|hebben|is|wordt) … (?:opgepakt|ter hand genomen|opgevolgd)",
            r"(?:geef|geeft|geven|gaf|wordt|worden) … (?:invulling|uitvoering)",
            r"(?:geef|geeft|geven|gaf|wordt|worden) (?:invulling|uitvoering)",
            r"(?:wordt|worden) (?:momenteel |thans |nu |inmiddels |reeds |al |dit jaar |dit najaar |volgend jaar )*"
            r"uitgevoerd",
            r"(?:wordt|worden) (?:de|deze|die|beide) moties? (?:\w+ )?uitgevoerd",
            r"uitvoering (?:van (?:de|deze|die|beide) (?:\w+ )?moties? |hiervan |daarvan |ervan )?(?:\w+ ){0,2}"
            r"(?:loopt|vordert|gestart|begonnen|gaande|ligt op schema)",
            r"(?:in gang|op gang) (?:is |zijn )?gezet",
            r"(?:wordt|worden) (?:\w+ ){0,4}gewerkt\b",
            r"voer(?:t|en)? … uit\b",
            r"werk(?:t|en)? … aan de uitvoering",
        ),
    ),
    (
        "addressed",
        (
            r"(?:hier|daar)(?:voor|aan|op|bij) … (?:aandacht|oog)",
            r"(?:is|wordt) (?:\w+ )?aandacht (?:in|voor)\b",
            r"(?:wordt|worden|is|zijn|heb|neem|nemen|betrek|betrekken) … "
            r"(?:meegenomen|betrokken|opgenomen|geadresseerd|verwerkt|meegewogen)",
            r"(?:ik|wij|kabinet) (?:betrek|betrekt|betrekken) … (?:bij|in)\b",
            r"(?:ik|wij|kabinet) (?:neem|neemt|nemen|weeg|weegt|wegen) … mee\b",
            r"(?:zal|zullen) … (?:betrekken|meenemen|meewegen)\b",
            r"(?:neem|neemt|nemen) (?:deze|die|dit|dat|het|de motie) (?:\w+ )?mee\b",
            rf"betrek(?:ken|t)? {_GOVERNMENT} … (?:bij|in|daarbij|hierbij)\b",
            rf"betrek(?:ken|t)? {_GOVERNMENT} (?:daarbij|hierbij)\b",
            rf"neem(?:t|en)? {_GOVERNMENT} … mee\b",
            rf"neem(?:t|en)? {_GOVERNMENT} mee\b",
            r"(?:motie|verzoek) … in overweging (?:genomen|nemen)\b",
            r"(?:onderzoek|bezie|bekijk|verken)(?:t|n|en|nen)? … (?:of|hoe|op welke wijze) "
            r"(?:aan )?(?:dat|dit|het verzoek|de motie)\b",
            r"(?:wordt|worden) (?:\w+ ){0,3}bezien (?:in samenhang|in het licht|bij)\b",
            r"rekening (?:te )?(?:houden|gehouden) (?:met|bij)\b",
            r"(?:hou|houd|houdt|houden) … rekening\b",
            r"motie betrek(?:t|ken)? (?:bij|in|daarbij|hierbij)\b",
            r"motie (?:[\w-]+ ){0,6}(?:opgebracht|aan de orde gesteld)\b",
            r"motie krijgt (?:haar|zijn) beslag\b",
            r"motie (?:maakt|vormt|is) (?:\w+ )?(?:onderdeel|deel) (?:uit )?van\b",
            r"motie (?:krijgt|heeft) (?:\w+ ){0,3}een (?:plek|plaats)\b",
            r"(?:heb|heeft|hebben|is|zijn) … (?:ter kennis gebracht|overgebracht|ingebracht)\b",
            r"(?:heb|heeft|hebben|is) … onder de aandacht gebracht",
            r"komt … aan bod",
            r"tegemoet gekomen",
            r"tegemoetgekomen",
        ),
    ),
)
