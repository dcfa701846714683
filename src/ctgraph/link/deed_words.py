"""The words by which a clause tells what is done with a motion: its verbs, how far, and whether it is the motion's."""

from __future__ import annotations

import re
from typing import Final, Literal

from ctgraph.model.claims import FulfilmentStatus

Verb = Literal["do", "meet", "take-over", "close", "work", "join", "put-in"]


Verbs = tuple[tuple[Verb, str], ...]

_FINITE: Final = (
    r"(?:is|zijn|was|waren|wordt|worden|werd|werden|zal|zullen|kan|kunnen|heb|heeft|hebben|ga|gaat|gaan|wil|willen|blijft"
    r"|blijven|krijgt|krijgen|voer|voert|voeren|geef|geeft|geven|neem|neemt|nemen|betrek|betrekt|betrekken|beschouw"
    r"|beschouwt|beschouwen|acht|achten|zie|ziet|zien|leg|legt|leggen|kom|komt|komen|voldoe|voldoet|voldoen|doe|doet|doen"
    r"|loopt|laat|laten|valt|vallen|mag|mogen|weeg|weegt|wegen|werk|werkt|werken|maakt|maken|merk|merkt|wens|wenst|volg"
    r"|volgt|volgen|honoreer|honoreert|honoreren|verwerk|verwerkt|pak|pakt|pakken|wijs|wijst|wijzen|blijkt|vormt|ligt)"
)
_PARTLY: Final = r"(?:gedeeltelijk|deels|ten\sdele|voor\seen|beperkt|één|in\sbeperkte)"

# Where one clause ends and the next begins. Not the "en" of "de motie en de wet", the "dat" of "dat verzoek", nor the
# "maar" of "maar ten dele".
CLAUSES: Final = re.compile(
    rf"[,;:]\s|\s[–-]\s|\smaar\s(?!{_PARTLY})"
    r"|\s(?:doch|want|omdat|doordat|zodat|terwijl|hoewel|aangezien|waardoor|waarvoor|waarmee)\s"
    rf"|\sen\s(?=(?:dus\s|daarom\s|ook\s)?(?:{_FINITE}|daarmee|hiermee|ik|wij|het\skabinet)\b)"
    r"|\sdat\s(?=(?:ik|wij|het|de|deze|die|zij|aan|hieraan|daaraan|met|dit|hiermee|daarmee)\b)"
)
# What a motion is about, which says nothing of how it fares: "de motie over het niet uitvoeren van controles wordt".
TOPIC: Final = re.compile(
    r"(\bmotie[^\s,]*)\s(?:over|inzake|om|betreffende|aangaande|voor|tot|ten\saanzien\svan|met\sbetrekking\stot)\s"
    rf"[^,;:]{{1,160}}?(?=\s{_FINITE}\b|[,;:.]|$)"
)
# "de motie, die vraagt om geld, wordt": what it asks says nothing either. Not "de motie, die ik niet uitvoer,".
ASIDE: Final = re.compile(
    r"(\bmotie[^\s,]*),\s(?:die|welke|waarin|waarmee)\s(?=[^,]{0,40}\b(?:vraagt|vroeg|verz|om|beoogt|ziet|strekt|oproept|pleit))"
    r"[^,]{1,160},"
)
_BY: Final = r"(?:ik|wij|we|het\skabinet|de\sregering|de\sminister|de\sstaatssecretaris|mijn\s\w+)"
_ADVERB: Final = (
    r"(?:dan|ook|dus|daarom|daarmee|hiermee|hierbij|inmiddels|reeds|al|nu|thans|momenteel|nog|wel|niet|geen|helaas|echter"
    r"|derhalve|onverkort|volledig|geheel|deels|gedeeltelijk|grotendeels|voor|met|via|bij|in|op|door|om|als|ten|samen|aldus"
    r"|daadwerkelijk|slechts|maar|alleen|dit|volgend|juridisch|uiteraard|graag|van|sinds|vorig|zo|verder|aan|terug|mee)"
)
_NOUN: Final = r"(?:moties?[^\s,]*|verzoek|verzoeken|oproep|wens|dictum|punt|onderwerp)"
# The motion as the subject or object: "de motie", "deze aangehouden motie", "dit verzoek"; with the word before it.
NAMED: Final = re.compile(
    rf"(?:(\w+)\s)?\b(?:(?:de|deze|die|dit|dat|het|uw|zijn|haar|mijn|beide|genoemde|voornoemde|alle|bedoelde)\s"
    rf"(?:[\w-]+\s)?{_NOUN}|^moties?\b[^\s,]*)"
)
# "die is", "wordt zij niet". Not "die wet", "dat plan".
PRONOUN: Final = re.compile(
    rf"(?:^|\s)(?:die|deze|zij|ze|dit|dat|haar|welke|ervan)(?=\s(?:{_FINITE}|{_BY}|{_ADVERB}|uit|te)\b|$)"
)
# A clause that goes on about what was named before: "…, is met die brief uitgevoerd". Not "is het plan uitgevoerd".
ELLIPSIS: Final = re.compile(
    rf"^(?:en\s)?{_FINITE}\s(?:{_BY}\s)?(?:{_ADVERB}|uitgevoerd|afgedaan|voldaan|uitvoering)\b"
)
OBLIQUE: Final = frozenset(
    "van op in naar bij over met door uit tot conform volgens aan onder tegen via sinds na ondanks inzake tussen per "
    "strekking bedoeling geest doel indiener indieners tekst".split()
)
"""Words before a motion that make it neither subject nor object: "naar aanleiding van de motie", "in de motie"."""
# "aan de motie", "hieraan", "daar wordt … aan gewerkt".
TO_IT: Final = re.compile(
    rf"\baan\s(?:de|deze|die|dit|dat|het|uw|beide|genoemde|voornoemde|alle|elk)\s(?:[\w-]+\s){{0,3}}?{_NOUN}"
    r"|\b(?:hier|daar|waar|er)(?:aan\b|\s(?:\w+\s){1,5}?aan\b)"
)
TO_SOMETHING: Final = re.compile(r"(?<!gebrek )(?<!behoefte )\baan\s")

_GIVE: Final = r"(?:uitvoering|invulling|uitwerking|gevolg|gehoor|opvolging)"


def _verbs(*table: tuple[Verb, str]) -> Verbs:
    return tuple((verb, rf"\b(?:{words})(?!\w)") for verb, words in table)


DONE: Final = _verbs(
    (
        "close",
        r"afgedaan|afgehandeld|afgewikkeld|afgesloten|voltooid|volbracht|nagekomen|ingelost|vervuld|gestand\sgedaan",
    ),
    (
        "do",
        r"uitgevoerd|gerealiseerd|verwezenlijkt|geïmplementeerd|geëffectueerd"
        r"|ten\suitvoer\s(?:is\s|wordt\s|zal\sworden\s)?(?:gelegd|gebracht)"
        r"|tot\suitvoering\sgebracht",
    ),
    ("take-over", r"overgenomen|ingewilligd|gehonoreerd|gevolgd"),
    ("meet", rf"voldaan|{_GIVE}\s(?:is\s|wordt\s|zal\sworden\s|worden\s)?gegeven|tegemoet\s?gekomen|recht\sgedaan"),
    ("join", r"betrokken|meegenomen|meegewogen|ondergebracht|verdisconteerd|verankerd|geborgd"),
    ("put-in", r"verwerkt"),
    ("work", r"uitgewerkt|opgepakt|ter\shand\sgenomen|onder\shanden\sgenomen"),
)
"""Participles: "is uitgevoerd", "wordt gevolg gegeven"."""
TO_DO: Final = _verbs(
    ("do", r"uitvoeren|uit\ste\svoeren|ten\suitvoer\s(?:te\s)?(?:leggen|brengen)|realiseren|verwezenlijken"),
    ("take-over", r"overnemen|over\ste\snemen|inwilligen|in\ste\swilligen|honoreren|volgen|steunen"),
    ("meet", rf"voldoen|{_GIVE}\s(?:te\s)?geven|tegemoet\s?(?:te\s)?komen|recht\s(?:te\s)?doen"),
    ("join", r"betrekken|meenemen|mee\ste\snemen|meewegen|mee\ste\swegen|onderbrengen"),
    ("work", r"oppakken|op\ste\spakken|ter\shand\s(?:te\s)?nemen|uitwerken|uit\ste\swerken"),
)
"""Infinitives: "kan ik niet uitvoeren", "aan de motie te voldoen"."""
DOES: Final = _verbs(
    ("do", r"voer(?:t|en|de|den)?\b.*\suit|uitvoer(?:t|en|de)?|leg(?:t|gen)?\b.*\sten\suitvoer"),
    ("take-over", r"(?:neem|neemt|nemen)\b.*\sover|volg(?:t|en)?|honoreer(?:t)?|honoreren"),
    (
        "meet",
        rf"voldoe(?:t|n)?|(?:geef|geeft|geven|gaf|gaven)\b.*\s{_GIVE}|{_GIVE}\s(?:geef|geeft|geven)"
        r"|(?:kom|komt|komen)\b.*\stegemoet|tegemoetkomt?|(?:doe|doet|doen)\b.*\srecht",
    ),
    ("join", r"(?:neem|neemt|nemen|weeg|weegt|wegen)\b.*\smee|meeneem(?:t)?|betrek(?:t|ken)?"),
    ("close", r"(?:doe|doet|doen)\b.*\saf|(?:kom|komt|komen)\b.*\sna|(?:los|lost|lossen)\b.*\sin"),
    (
        "work",
        r"(?:werk|werkt|werken)\b.*\suit|(?:pak|pakt|pakken)\b.*\sop|(?:neem|neemt|nemen)\b.*\ster\shand"
        rf"|(?:krijg|krijgt|krijgen)\b.*\s(?:{_GIVE}|gestalte|vorm|vervolg)",
    ),
)
"""Verbs in the present or past: "voert … uit", "dat ik … niet uitvoer"."""
WORKS_ON: Final = r"\b(?:werk|werkt|werken|werkte|gewerkt|bezig)\b"
"""With "aan de motie", "daaraan"."""

_CLOSED: Final = r"(?:uitgevoerd|afgedaan|afgehandeld|afgerond|voltooid|voldaan|afgesloten|ingelost)"
_SEEN: Final = r"(?:beschouw\w*|zie|ziet|zien|gezien|gelden|geldt|merk|merkt|aangemerkt|aanmerken|acht|aan\ste\smerken)"
STATES: Final[tuple[tuple[FulfilmentStatus, str], ...]] = (
    (
        "not-fully-feasible",
        (
            r"\bniet\s(?:(?:dus|dan\sook|daarom|daarmee)\s)?(?:optimaal|volledig|geheel|helemaal|ten\svolle|onverkort|overal"
            r"|naar\sde\sletter|letterlijk|in\s(?:alle\sopzichten|zijn\sgeheel|haar\sgeheel|volle\somvang)|op\salle\s\w+)\s"
            r"(?:\w+\s)?(?:uitvoerbaar|haalbaar)\b"
        ),
    ),
    (
        "declined",
        (
            r"\bonuitgevoerd\b|\bnaast\s(?:mij|ons|zich)\sneer|\b(?:wijs|wijst|wijzen)\b.*\saf\b"
            r"|\b(?:krijg|krijgt|krijgen)\sgeen\s(?:uitvoering|gevolg|vervolg|gehoor|navolging)\b"
        ),
    ),
    (
        "not-feasible",
        (r"\b(?:is|zijn|blijkt|blijken|acht|achten)\b.*\bniet\s(?:haalbaar|mogelijk|realiseerbaar)$"),
    ),
    (
        "lapsed",
        (
            r"\b(?:vervallen|achterhaald|overbodig\sgeworden|zonder\s(?:voorwerp|doel)|ingehaald)\b"
            r"|\bgeen\s(?:doel|betekenis|relevantie|voorwerp)\smeer\b"
        ),
    ),
    (
        "fulfilled",
        (rf"\bals\s{_CLOSED}\b.*\b{_SEEN}\b|\b{_SEEN}\b.*\bals\s(?:\w+\s)?{_CLOSED}\b|\bworden\safgevoerd\b"),
    ),
    ("fulfilled", r"\b(?:heeft|hebben)\b.*\s(?:weerslag|beslag|uitwerking|invulling|uitvoering|gestalte)\sgekregen"),
    (
        "in-progress",
        (
            r"\b(?:in\s(?:behandeling|voorbereiding|uitwerking|gang)|onderhanden|vertraging|blijf(?:t|ven)\s(?:nog\s)?open(?:staan)?"
            r"|loopt(?:\s(?:nog|door|op\sschema))?$)"
        ),
    ),
    (
        "addressed",
        (
            r"\b(?:krijg|krijgt|krijgen)\b.*\s(?:plek|plaats|beslag)\b|\bonderdeel\s(?:uit\s)?van\b|\bdeel\suit\svan\b"
            r"|\b(?:kom|komt|komen)\b(?!.*\b(?:paragraaf|hierna|hieronder|bijlage)\b).*\s(?:aan\sde\sorde|aan\sbod|terug)\b|\bloopt\smee\sin\b"
            r"|\bvorm(?:t|en)\b.*\b(?:bouwste(?:en|nen)|input|uitgangspunt)\b"
        ),
    ),
)
"""What a motion is or becomes, in set words: "is vervallen", "krijgt een plek in", "loopt nog"."""

PERFECT: Final = re.compile(r"\b(?:is|zijn|heb|heeft|hebben|werd|werden|was|waren)\b")
PRESENT: Final = re.compile(r"\b(?:wordt|worden)\b")
FUTURE: Final = re.compile(
    r"\b(?:zal|zullen|ga|gaat|gaan|wil|willen|wens\s(?:ik|wij)|(?:ik|wij)\swens|wenst|voornemens|van\splan|bereid|toegezegd)\b"
)
ABLE: Final = re.compile(
    r"\b(?:kan|kunnen|laat\szich|valt|vallen|in\sstaat|mogelijk|haalbaar|(?:is|zijn)\s.*uit\ste\svoeren)\b"
    r"|\bniet\ste\s(?:verwezenlijken|realiseren)\b"
)
DENIED: Final = re.compile(
    r"\b(?:niet|geen|nooit|evenmin|onmogelijk|onvoldoende)\b(?!\s(?:alleen|eerder|later|bezwaar))"
)
YET: Final = re.compile(r"\bnog\s(?:niet|geen|maar|slechts|altijd\sniet)\b")
WHOLE: Final = re.compile(
    r"\bniet\s(?:\w+\s){0,2}?(?:optimaal|volledig|geheel|helemaal|ten\svolle|integraal|onverkort|letterlijk|naar\sde\sletter"
    r"|in\s(?:alle\sopzichten|zijn\sgeheel|haar\sgeheel|volle\somvang)|op\salle\s(?:punten|onderdelen))\b"
    # "Verder dan dat kan de motie niet worden uitgevoerd". Not "Verder kan worden gemeld".
    r"|^(?:verder|meer)\sdan\s(?:dat|dit|zo)\b|^(?:verder|voor\shet\soverige)\s(?:kan|kunnen|valt|laat)\s.*\bniet\b"
    r"|\bniet\sverder\s(?:worden\s)?(?:uit\ste\s|uit)"
)
"""What is not done or cannot be done as a whole."""
PART: Final = re.compile(
    r"\b(?:deels|ten\sdele|gedeeltelijk|grotendeels|in\sbeperkte\smate|voor\seen\s(?:groot\s|belangrijk\s)?deel"
    r"|voor\shet\sgrootste\sdeel|voor\sde\shelft|op\séén\s(?:punt|onderdeel)\sna)\b"
)
HEREBY: Final = re.compile(
    r"\b(?:hiermee|hierbij|daarmee|bij\sdeze|(?:met|via|middels|door\smiddel\svan)\s(?:deze|dit|bijgaande?|onderhavige?)"
    r"\s(?:\w*brief|\w*rapport|\w*rapportage|notitie|\w*reactie))\b"
)
"""That the paper itself does it, so that the present is done."""
# What is given to a motion "hiermee" is being given by what was told before: "Daarmee wordt uitvoering gegeven aan de
# motie". Not "Met deze brief geef ik", "Hiermee geef ik", said by who writes.
GIVEN_HEREBY: Final = re.compile(
    r"\b(?:hierbij|bij\sdeze|(?:met|via|middels|door\smiddel\svan)\s(?:deze|dit|bijgaande?|onderhavige?)"
    r"\s(?:\w*brief|\w*rapport|\w*rapportage|notitie|\w*reactie))\b|\bhiermee\s(?:geef|geven)\b|\b(?:geef|geven)\s\w+\shiermee\b"
)
GIVES: Final = re.compile(rf"\b{_GIVE}\b")
# "Gelet op de status laat ik dit punt betrekken bij het besluit". Not "laat zich betrekken".
LETS: Final = re.compile(r"\b(?:laat|laten)\s(?!zich)")
# "Conform de motie betrekt het kabinet de Kamer": what the sentence tells is what the motion asks.
# Not "Het plan is in lijn met de motie".
AS_ASKED: Final = (
    r"\b(?:conform|overeenkomstig|in lijn met|in navolging van"
    r"|zoals (?:gevraagd|verzocht|bepleit|gewenst|verwoord) (?:in|door|bij|met)) (?:de|deze|die) (?:[\w-]+ )?motie\b"
)
PARTICIPLE: Final = re.compile(r"\b(?:\w*ge\w{3,}(?:d|t|en)|(?:ver|be|ont|her)\w{2,}(?:d|t|en))\b")
