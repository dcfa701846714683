"""The wordings by which a sentence is known to make a claim of a set kind."""

from __future__ import annotations

import re

from ctgraph.link.wording import wording
from ctgraph.model.claims import Modality

# What a source does before "dat": "stelt dat", "laat verder zien dat", "heeft gewaarschuwd dat". Only adverbs may stand
# between verb and "dat", so that "In overleg met de NCTV stelt de Minister dat" is not the NCTV's.
_ADVERB = (
    r"(?:ook|verder|tevens|voorts|daarnaast|bovendien|nogmaals|echter|weliswaar|opnieuw|wederom|eveneens|duidelijk"
    r"|onder meer|onder andere|daarbij|hierbij|daarom|dan ook|inmiddels|wel|zien|aan|vast|in|op)"
)
_SAY = (
    r"(?:laat|laten|toont|tonen|stelt|stellen|concludeert|concluderen|constateert|constateren|schetst|meldt|melden|schat"
    r"|schatten|signaleert|signaleren|waarschuwt|waarschuwen|beschrijft|beschrijven|bevestigt|bevestigen|benadrukt|benadrukken"
    r"|schrijft|schrijven|oordeelt|oordelen|geeft|geven|wijst|verwacht|verwachten|ziet|zien)"
)
_SAID = (
    r"(?:heeft|hebben)\s(?:\w+\s){0,3}?(?:geconstateerd|aangegeven|gemeld|gewaarschuwd|vastgesteld|geconcludeerd|gesteld"
    r"|geschreven|bevestigd|benadrukt|aangetoond|laten zien|gesignaleerd|geoordeeld)"
)
_ASIDE = r"(?:\s\([^()]{1,40}\))?"
_AND = r"(?:\s\w+\s(?:dit|dat|deze|die)\sen)?"
_SUBJECT = re.compile(rf"{_ASIDE}{_AND}\s(?:{_SAY}(?:\s{_ADVERB}){{0,4}}|{_SAID}),?\sdat\s")
# "In het DTN wordt gesteld dat", "In het rapport staat dat".
_PASSIVE = re.compile(
    rf"{_ASIDE}\s(?:wordt|is)(?:\s{_ADVERB}){{0,3}}\s(?:gesteld|geconstateerd|geconcludeerd|beschreven|gewaarschuwd|gesignaleerd"
    r"|opgemerkt|vastgesteld|geschetst)(?:\sen\s\w+)?,?\sdat\s"
    rf"|{_ASIDE}\sstaat(?:\s{_ADVERB}){{0,2}},?\sdat\s"
)
# "Uit het onderzoek van het WODC blijkt dat", "Uit het DTN komt naar voren dat".
_SHOWN = re.compile(rf"{_ASIDE}\s(?:blijkt|volgt|komt)(?:\s(?:{_ADVERB}|naar voren)){{0,3}},?\sdat\s")
ACCORDING = re.compile(rf"{_ASIDE}\s(?=(?:is|zijn|was|waren|heeft|hebben|kan|kunnen|blijft|blijven|vormt|vormen)\b)")
"""After "Volgens de AIVD": a finite verb. Not "Volgens de AIVD en de NCTV is"."""

_NP = r"(?:(?:de|het|een|dit|deze|zijn|haar)\s)?(?:[\w-]+\s){0,3}?"
_BEFORE_IN = re.compile(rf"\b[Ii]n\s{_NP}$")
_BEFORE_FROM = re.compile(rf"\b[Uu]it\s{_NP}$")
_BEFORE_ACCORDING = re.compile(rf"(?:^|\s)[Vv]olgens\s{_NP}$")
# What makes a name no subject: a preposition or "of" before it.
_OBLIQUE = re.compile(
    r"\b(?:met|van|door|bij|aan|voor|tegen|tussen|naar|over|op|onder|via|per|zoals|als|of|en|noch|ten|ter)\s"
    r"(?:(?:de|het|een|zijn|haar|dit|deze)\s)?(?:[a-z-]+\s){0,2}?$",
    re.IGNORECASE,
)

AND_THAT = re.compile(r",?\s(?:maar|en|alsmede)\s(?:ook\s)?dat\s")
"""What parts two things that one source says."""

CLAUSE = re.compile(
    r"[,;:]\s(?:maar\s|en\s|want\s)?(?:dat\s)?|\s(?:maar|want|omdat|zodat|waardoor|terwijl)\s(?:dat\s)?|\sdat\s"
)
"""What parts clauses."""

_RELATIVE = re.compile(r",\s(?:waar\w*|die|dat|welke|zodat|wat|hetgeen)\b")
POINTS_BACK = re.compile(r"(?:Deze|Die|Dit|Dat)\b")
"""How a sentence begins that goes on about what was told before it."""

_MAY = r"(?:kan|kunnen|mag|mogen)"
_MAY_BEHIND = re.compile(rf"\s{_MAY}\b")
# The verb comes first only after an adverb: not "Uw Kamer kan de AIVD vragen", whose subject is another.
_MAY_BEFORE = re.compile(
    r"(?:Daarom|Daarnaast|Ook|Tevens|Zo|Verder|Voorts|Dan|Nu|Momenteel|Thans|Hiermee|Daarmee|Hierdoor|Daardoor|Sindsdien"
    rf"|Op\sgrond\svan\s[^.;,]{{3,60}}|Op\sdit\smoment|Inmiddels|Wel|Echter)\s{_MAY}\s(?:de\s|het\s)?$"
)
# In a clause with "dat" the verb comes late; a relative clause between has a subject of its own.
_MAY_LATE = re.compile(rf"(?:\s(?!(?:die|dat|waar\w*|welke|of|en)\b)[^\s.;,]+){{0,14}}?\s{_MAY}\b")
_SUBORDINATE = re.compile(r"\b(?:dat|omdat|aangezien|doordat)\s$")
# What makes a clause a question or a condition.
_ASKED = re.compile(r"\b(?:of|indien|als|wanneer|mits|tenzij|hoe|waarom|waarvoor|waarmee)\b", re.IGNORECASE)


_OPENING = re.compile(r"(?:dat|maar|en|ook)\s")


def source_pattern(before: str) -> re.Pattern[str] | None:
    """How what follows a source's name must read, by the words before it; None where it says nothing itself."""
    if _BEFORE_IN.search(before):
        return _PASSIVE
    if _BEFORE_FROM.search(before):
        return _SHOWN
    if _BEFORE_ACCORDING.search(before):
        return ACCORDING
    return None if _OBLIQUE.search(before) else _SUBJECT


def main_clause(said: str) -> str:
    """A clause without the relative clauses behind it, which have a modality of their own."""
    return _RELATIVE.split(said, maxsplit=1)[0]


def is_able(text: str, left: int, start: int, end: int, right: int) -> bool:
    """Whether the clause at `[left, right)` says what the body named at `[start, end)` can or may do."""
    before = text[left:start]
    if _ASKED.search(before):
        return False
    if _MAY_BEFORE.match(before):
        return True
    if _OBLIQUE.search(before[-40:]):
        return False
    subordinate = _SUBORDINATE.search(text, max(0, left - 12), left)
    return (_MAY_LATE if subordinate else _MAY_BEHIND).match(text, end, right) is not None


def with_article(text: str, left: int, start: int) -> int:
    """Where the clause begins: at its left end, but for "dat" and the like."""
    opening = _OPENING.match(text, left)
    return min(opening.end(), start) if opening else left


# The government sets out to do something. Not what it did ("heeft … gewijzigd"), nor what somebody asks it to.
_GOVERNMENT = r"(?:het kabinet|de regering)"
_INTENDS = wording(
    rf"{_GOVERNMENT} (?:\w+ )?(?:blijft|wil|zal|gaat|streeft|beoogt|houdt|kiest|zet)\b",
    rf"{_GOVERNMENT} … en (?:blijft|wil|zal|gaat|zet)\b",
    rf"(?:blijft|wil|zal|gaat|streeft|kiest|zet|houdt) {_GOVERNMENT}\b",
    rf"{_GOVERNMENT} (?:is|blijft) (?:\w+ )?(?:voornemens|van plan)\b",
    r"(?:de|het) (?:kabinets|regerings)(?:aanpak|beleid|inzet) (?:\w+ ){0,3}?(?:erop |er op )?gericht\b",
)
# What it does already is put as a fact.
_DOES = wording(
    rf"{_GOVERNMENT} (?:\w+ )?(?:investeert|werkt|voert|ondersteunt|financiert)\b",
    rf"(?:investeert|werkt|voert|ondersteunt|financiert) {_GOVERNMENT}\b",
)
_NOT_MEANT = re.compile(
    r"\b(?:of|als|indien|wanneer|hoe|waarom|dat|die|waar\w*)\s(?:het kabinet|de regering)\b", re.IGNORECASE
)
WILL = re.compile(r"\b(?:zal|zullen|wordt|worden|zetten|zet|werken|werkt)\b")
FRAMEWORK = re.compile(
    r"\b(?:[Bb]innen (?:de|het) kaders? van|[Ii]n het kader van|[Aa]ls onderdeel van|[Ii]n lijn met|[Oo]p basis van"
    r"|[Tt]er uitvoering van)\s(?:de\s|het\s)?"
)
"""What is done within a strategy; the strategy's name follows."""


def conduct(said: str) -> Modality | None:
    """How a sentence puts what the government does: `intention` if it sets out to, `fact` if it does; else None."""
    if _NOT_MEANT.search(said):
        return None
    if _INTENDS.search(said):
        return "intention"
    return "fact" if _DOES.search(said) else None


_PRACTICE = r"(?:standaardpraktijk|staande praktijk|vaste praktijk|vast beleid|vaste werkwijze|gebruikelijk)"
_STANDING = wording(
    rf"(?:is|zijn|geldt|gelden) … {_PRACTICE}\b",
    rf"(?:is|zijn) {_PRACTICE}\b",
    r"wordt (?:\w+ ){0,3}?(?:sindsdien|sedertdien) (?:\w+ ){0,2}?(?:nageleefd|toegepast|gehanteerd|gevolgd)\b",
    r"wordt (?:sindsdien|sedertdien)\b",
    gap=14,
)
_EACH = re.compile(
    r"(?:Iedere|Ieder|Elke|Elk)\s(?!keer|maal|jaar|dag|week|maand|aanslag)(?:[\w-]+\s){1,4}?(?:heeft|krijgt|kent|beschikt)\b"
)
_SHARED = r"(?:expertise|informatie|kennis|gegevens|signalen|ervaringen)"
_EXCHANGED = wording(
    rf"(?:wordt|worden) (?:\w+ ){{0,4}}?{_SHARED} (?:\w+ ){{0,6}}?(?:uitgewisseld|gedeeld)\b",
    rf"{_SHARED} (?:\w+ ){{0,3}}?(?:wordt|worden) … (?:uitgewisseld|gedeeld)\b",
    rf"(?:wisselen|wisselt) … {_SHARED} uit\b",
)
_SHAPED = wording(
    r"(?:wordt|worden) … (?:vormgegeven|vorm gegeven|uitgevoerd|georganiseerd|gecoördineerd) (?:in|door|binnen)\b",
)
_NEGATED = re.compile(r"\b(?:niet|geen|nooit)\b")
_UNCERTAIN = re.compile(
    r"\b(?:zal|zullen|kan|kunnen|moet|moeten|zou|zouden|wil|niet|geen|als|indien|motie|brief|Kamer)\b"
)
SINCE = re.compile(r"\b(?:sinds|sedert|vanaf)\s$", re.IGNORECASE)
POSSIBLE_IF = re.compile(r"\b(?:is|zijn)\b[^.;]{0,120}?\bmogelijk\s(?:als|indien|wanneer|mits|op grond van)\b")


def practice(said: str) -> str | None:
    """The kind of standing practice that a sentence tells of: `standing`, `each`, `exchange`, `shape`."""
    standing = _STANDING.search(said)
    if standing is not None and not _NEGATED.search(standing.group()):
        return "standing"
    if _EACH.match(said):
        return "each"
    if _UNCERTAIN.search(said):
        return None
    if _EXCHANGED.search(said):
        return "exchange"
    return "shape" if _SHAPED.search(said) else None
