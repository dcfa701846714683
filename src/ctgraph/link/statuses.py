"""The words with which a paper says how a motion fares, from the most to the least specific.

The order matters: "niet optimaal uitvoerbaar" must not be read as "niet uitvoerbaar", nor "zal ik niet uitvoeren" as
a promise. Gaps (`…`) are some words of the same clause.
"""

from __future__ import annotations

from ctgraph.link.wording import wording
from ctgraph.model.claims import FulfilmentStatus

_DONE = (
    "(?:uitgevoerd|uitvoering gegeven|invulling gegeven|voldaan|gestand gedaan|gevolg gegeven"
    "|ten uitvoer (?:gebracht|gelegd)|tot uitvoering gebracht|gehoor gegeven|ingewilligd)"
)

STATUSES: tuple[tuple[FulfilmentStatus, tuple[str, ...]], ...] = (
    (
        "not-fully-feasible",
        (
            r"niet (?:\w+ )?(?:optimaal|volledig|geheel|ten volle|integraal) (?:uitvoerbaar|uit te voeren)",
            r"niet (?:\w+ )?(?:optimaal|volledig|geheel|ten volle|integraal) (?:worden )?uitgevoerd",
            r"(?:slechts )?(?:deels|ten dele|beperkt|gedeeltelijk) uitvoerbaar",
            r"(?:maar|slechts) (?:deels|ten dele|gedeeltelijk|beperkt) (?:\w+ )?(?:uitvoeren|uit te voeren|uitgevoerd)",
        ),
    ),
    (
        "partly-fulfilled",
        (
            r"(?:deels|gedeeltelijk|ten dele|grotendeels) (?:\w+ )?"
            r"(?:uitgevoerd|invulling|uitvoering|voldaan|afgedaan|gebeurd)",
            r"een (?:groot |klein )?deel van … (?:is|zijn) (?:\w+ )?uitgevoerd",
            r"(?:eerste|ene) (?:verzoek|onderdeel|deel|dictum) is \w+[;,] (?:\w+ ){1,5}(?:open|niet)\b",
        ),
    ),
    (
        "declined",
        (
            r"voer(?:t|en)? … niet uit\b",
            r"niet (?:zal|zullen|wil|wens) (?:\w+ )?uit(?:voeren|gevoerd)",
            r"(?:zal|zullen) … niet (?:worden )?uit(?:voeren|gevoerd)",
            r"(?:wordt|worden) niet (?:\w+ )?uitgevoerd",
            r"uitvoering is niet aan de orde",
            r"kom(?:t|en)? (?:ik|wij|het kabinet|de regering) (?:\w+ )?niet (?:\w+ )?tegemoet",
            r"laat … achterwege\b",
            r"blijft (?:\w+ )?onuitgevoerd",
            r"(?:neem|neemt|nemen) … motie … niet over\b",
            r"(?:neem|neemt|nemen) … motie niet over\b",
            r"zie(?:n|t)? (?:ik|wij|het kabinet|de regering) … van (?:\w+ ){0,2}(?:af|uitvoering)\b",
            r"zie(?:n|t)? (?:ik|wij|het kabinet|de regering) (?:\w+ ){0,3}af\b",
            r"(?:ik|wij|het kabinet|de regering) zie(?:n|t)? … (?:van|er) (?:\w+ ){0,2}af\b",
            r"(?:is|wordt|heb|heeft|hebben) … (?:van|ervan|daarvan|hiervan) … afgezien",
            r"(?:is|wordt|heb|heeft|hebben) (?:hiervan|daarvan|ervan) afgezien",
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
            r"niet (?:te verenigen|verenigbaar) met",
            r"kan (?:ik|wij|het kabinet|de regering) (?:\w+ )?niet (?:\w+ )?(?:voldoen|tegemoetkomen)",
            r"uitvoering … stuit (?:\w+ )?op\b",
        ),
    ),
    (
        "lapsed",
        (
            r"(?:motie|is) (?:hiermee |daarmee |inmiddels |daardoor )?(?:vervallen|achterhaald|ingehaald)",
            r"door de tijd ingehaald",
        ),
    ),
    (
        "fulfilled",
        (
            r"(?:als|is|zijn|hiermee|daarmee) (?:hiermee |daarmee |nu |inmiddels )?(?:afgedaan|afgehandeld|afgerond)",
            r"(?:beschouw|beschouwt|beschouwen|acht|achten) … (?:als )?(?:uitgevoerd|afgedaan|afgehandeld)",
            r"stand van zaken: (?:afgerond|afgedaan|afgehandeld|uitgevoerd|voldaan)",
            r"(?:is|zijn) (?:met|door|via) … (?:afgedaan|afgehandeld|afgerond)",
            r"met dit (?:\w*voorstel|\w*besluit|\w*regeling) (?:wordt|is) … uitgevoerd",
            r"(?:dit|dat) is (?:inmiddels |ook |thans )?gebeurd",
            r"(?:hiermee|daarmee) (?:is|zijn) … (?:afgedaan|afgehandeld|afgerond|uitgevoerd)",
            r"(?:hiermee|daarmee) doe … af\b",
            r"(?:is|zijn) door … uitgevoerd",
            rf"(?:is|zijn|heb|heeft|hebben|werd) … {_DONE}",
            rf"(?:is|zijn|heb|heeft|hebben|werd) {_DONE}",
            r"(?:wordt|worden) … voldaan",
            r"(?:hiermee|daarmee|met deze brief|met dit rapport) … (?:geef|geeft|geven) … (?:invulling|uitvoering)",
            r"(?:hiermee|daarmee|met deze brief|met dit rapport) (?:geef|geeft|geven) … (?:invulling|uitvoering)",
            r"(?:hiermee|daarmee|met deze brief) (?:voldoe|voldoet|kom|komt|doe) … (?:aan|tegemoet|gestand)",
        ),
    ),
    (
        "announced",
        (
            r"(?:zal|zullen|ga|gaan) … (?:uitvoeren|uitvoering geven|uitvoering aan|worden uitgevoerd|ter hand)",
            r"voornemens … uit te voeren",
            r"zal … (?:invulling|uitvoering) worden gegeven",
            r"(?:is|zijn|heb|heeft|hebben) … in het vooruitzicht gesteld",
            r"stel(?:t|len)? … in het vooruitzicht",
        ),
    ),
    (
        "in-progress",
        (
            r"in uitvoering",
            r"stand van zaken: (?:onderhanden|in behandeling|lopend)",
            r"in gang gezet",
            r"uitvoering … (?:ligt|loopt|verloopt) (?:\w+ )?(?:op|volgens) schema",
            r"uitvoering (?:van … )?loopt",
            r"uitvoering van … loopt",
            r"aan … wordt (?:thans |momenteel |nu )?gewerkt",
            r"(?:heb|heeft|hebben|is|wordt) … (?:opgepakt|ter hand genomen|opgevolgd)",
            r"(?:geef|geeft|geven|gaf|wordt|worden) … (?:invulling|uitvoering)",
            r"(?:geef|geeft|geven|gaf|wordt|worden) (?:invulling|uitvoering)",
            r"wordt (?:momenteel |thans |nu )?uitgevoerd",
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
            r"(?:meegenomen|betrokken|opgenomen|geadresseerd|verwerkt)",
            r"betrek(?:ken|t)? (?:ik|wij|het kabinet) … (?:bij|in)\b",
            r"neem(?:t|en)? (?:ik|wij|het kabinet) … mee\b",
            r"neem(?:t|en)? (?:ik|wij|het kabinet) mee\b",
            r"(?:ik|wij|het kabinet) betrek(?:ken|t)? … bij\b",
            r"(?:is|zijn|wordt|worden) (?:\w+ ){0,3}meegewogen",
            r"komt … aan bod",
            r"tegemoet gekomen",
            r"tegemoetgekomen",
        ),
    ),
)
_CUES = tuple((status, wording(*phrases, gap=9)) for status, phrases in STATUSES)


def status_of(words: str) -> FulfilmentStatus | None:
    """The fulfilment status that a sentence words; None if it words none."""
    lowered = words.lower()
    return next((status for status, cue in _CUES if cue.fits(lowered)), None)
