"""Which words can go on with the title of a law, and which say that the sentence goes on instead."""

from __future__ import annotations

import re
from typing import Final

# Words that never belong to a title: verbs that stand behind a subject, adverbs, pronouns, conjunctions.
STOPS: Final = frozenset(
    """
    is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon konden zal zullen zou
    zouden moet moeten moest moesten mag mogen mocht mochten wil willen wilde wilden hoeft hoeven dient dienen
    diende doet doen deed gaat gaan ging gingen komt komen kwam kwamen blijft blijven bleef bleven blijkt
    blijken bleek lijkt staat staan stond stonden ligt liggen lag zit zitten stelt stellen stelde geeft geven
    gaf gaven biedt bieden bood boden maakt maken maakte maakten regelt regelen regelde bepaalt bepalen bepaalde
    bevat bevatten bevatte beoogt beogen beoogde strekt strekken strekte ziet zien zag treedt treden trad traden
    geldt gelden gold golden vormt vormen vormde voorziet voorzien voorzag verplicht verplichten verbiedt
    verbieden vereist vereisen vergt vergen verlangt schrijft schrijven houdt houden hield laat laten liet leidt
    leiden leidde voldoet voldoen volgt volgen vervalt vervallen verviel vervangt vervangen verving verleent
    verlenen verleende versterkt verruimt wijzigt wijzigen wijzigde zorgt zorgen ontbreekt ontbreken
    functioneert werkt werken draagt dragen leent kent kennen beschrijft noemt noemen onderscheidt hanteert
    gebruikt brengt brengen bracht krijgt krijgen kreeg legt leggen legde neemt nemen nam nodig loopt lopen liep
    vindt vinden vond spreekt spreken sprak toont verdient verdienen levert leveren leverde helpt helpen hielp
    beperkt beperken voegt past passen betreft betreffen betrof omvat omvatten gewijzigd aangenomen verlengd
    ingediend aangepast gebaseerd genoemd genoemde bedoeld bedoelde opgenomen toegepast vastgesteld ingevoerd
    ingetrokken overtreden bekend aanhangig gepubliceerd ingegaan verworpen aanvaard niet nog ook reeds al
    inmiddels echter dan daarom waar waarin waarmee waardoor waarvan waarop waaronder die dat deze dit als om te
    toe bij per sinds vanaf na tijdens wanneer zoals omdat zodat doordat hierna geen alleen onder over uit aan
    af mee weer wel zelf zo daar daarin daarmee daarvoor daarbij daarvan hier hierin hiermee hiervoor hierbij
    namelijk onlangs thans nu toen steeds altijd vaak slechts enkel eveneens tevens bovendien mede evenals maar
    want of dus terwijl indien mits tenzij hoewel hoe wat wie welke er men ik we wij ze zij hij het de een ons
    onze hun haar uw mijn in met naar op ter volgens krachtens ingevolge via zonder tussen binnen buiten rond
    sedert wegens vanwege conform overeenkomstig opnieuw volledig voldoende mogelijk onverkort onvoldoende
    kamerstuk kamerstukken handelingen staatsblad stb stcrt artikel artikelen hoofdstuk memorie nota motie brief
    toepassing kracht belang rechtswege werking stand gevolg doel heden andere enige overige beide enkele alle
    elke iedere zulke diverse
    """.split()
)
# Endings that only verbs have: "introduceert", "beëindigt", "regelt", "wordt", "maakt"; not "markt" or "geweld".
_VERB: Final = re.compile(r"(?:eert|[ei]lt|gt|dt|(?<!mar)kt)$")
# A participle that ends the stretch belongs to the sentence: "de Wet bestuurlijk verbod … toegezegd in". Nouns look
# like some of them, so only a prefix that splits, "-eerd" and the commonest are believed; not "gebied",
# "ingezetenen", "aangelegenheden" or "geweld". Within a title they stay: "een gecontroleerd gebied".
_PARTICIPLES: Final = re.compile(
    r"(?:\s(?:(?:aan|af|bij|door|in|mee|na|om|op|over|toe|uit|vast|voor|voort|weg|terug)ge[^\W\d_]{2,20}(?:d|t|(?<!hed)(?<!en)en)"
    r"|ge[^\W\d_]{2,20}eerd|ge(?:stuurd|zonden|daan|maakt|bracht|geven|troffen|nomen|worden|vraagd|regeld|start|schreven|noemd)"
    r"|be(?:sproken|handeld|ëindigd|krachtigd|trokken)|ver(?:stuurd|zonden|wacht|nietigd|meld|ruimd|scherpt)"
    r"|ont(?:wikkeld|vangen)|onderzocht|voltooid|afgerond|herzien))+$"
)


def without_participles(title: str) -> str:
    """The title without participles at its end."""
    found = _PARTICIPLES.search(title) if title.endswith(("d", "t", "en")) else None
    return title[: found.start()] if found else title


def belongs(word: str, *, linked: bool, capital: bool) -> bool:
    """Whether a word can go on with a title; behind "en" or "van" a capital one only if the last one had one."""
    if word.lower() in STOPS or (word.islower() and len(word) <= 3):
        return False
    if word.islower() and _VERB.search(word):
        return False
    return not (linked and word[0].isupper() and not capital)
