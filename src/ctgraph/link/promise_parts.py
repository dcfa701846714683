"""Promises by their parts, in whatever order these stand: who will do it, the deed, to whom, and by when.

"Hierover zal ik uw Kamer in juni informeren", "De planning is dat ik uw Kamer in juni informeer", "Beide Kamers worden
in juni geïnformeerd": a clause is looked at as the set of its words, so that no order of words is forgotten. A deed
that reaches a chamber needs no time; what the sender does otherwise needs one, or "zal".
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from ctgraph.link.promise_verbs import FORMS, Deed, Form
from ctgraph.link.wording import wording

Words = frozenset[str]

_SIGNS: Final = ".,;:()«»?!|"
# Where another clause may begin. Not at "en", which goes on with the same subject: "en stuur de uitkomst aan de Kamer".
_CLAUSE: Final = re.compile(
    r"[,;:()–]\s?|\s(?=(?:dat|zodat|omdat|waarna|waarbij|waarin|waarmee|nadat|zodra|wanneer|indien)\s)"
)
_SHORTEST: Final = 8
"""Characters of the shortest clause that promises something."""
_FIRST: Final = frozenset({"ik", "wij", "we"})
_OTHERS: Final = frozenset(
    {
        "kabinet", "regering", "minister", "ministers", "staatssecretaris", "bewindspersonen", "ambtgenoot",
        "ambtgenote", "ambtsgenoot", "collega", "hij", "zij", "ondergetekende",
    }
)  # fmt: skip
_SENDERS: Final = _FIRST | _OTHERS | {"mijn", "streven", "voornemen"}
_MANY: Final = frozenset({"wij", "we", "ministers", "bewindspersonen"})
_HEARERS: Final = frozenset({"kamer", "kamers", "u", "tk", "ek", "parlement", "staten-generaal"})
_ANYBODY: Final = _SENDERS | _HEARERS
_VERBS: Final = frozenset(FORMS)
_SHALL: Final = frozenset({"zal", "zullen"})
_WILL: Final = _SHALL | {"zult", "ga", "gaan", "gaat", "blijf", "blijft", "blijven"}
_MAY: Final = frozenset({"kan", "kunnen", "wil", "willen"})
_MEANS: Final = frozenset(
    {
        "voornemens", "voornemen", "streef", "streeft", "streven", "verwacht", "verwachten", "hoop", "hopen", "hoopt",
        "beoog", "beoogt", "bereid", "genegen", "plan", "planning", "bedoeling", "inzet",
        "best", "ervoor",
    }
)  # fmt: skip
_HAVING: Final = frozenset({"heb", "heeft", "hebben", "had", "hadden", "is", "zijn", "was", "waren", "werd", "werden"})
# Denied, asked, supposed, or done by this paper itself.
_NOT: Final = frozenset(
    {
        "niet", "geen", "nooit", "vraagt", "vroeg", "verzoekt", "verzocht", "zou", "zouden", "moet", "moeten", "wilt",
        "kunt", "hierbij", "hiermee", "bijgaand", "bijgaande", "bijgevoegd", "hieronder", "onderstaand",
        "onderstaande", "hierna", "reeds", "vandaag", "heden", "onze", "achtereenvolgens",
    }
)  # fmt: skip
_HERE: Final = re.compile(
    r"\b(?:deze|dit) (?:\w+ )?(?:brief|nota|verslag|antwoord|\w*rapportage|\w*reactie)\b|\bdezer dagen\b|\bals volgt\b"
    r"|\bover het volgende\b"
)
_MOTIONS: Final = frozenset({"motie", "moties"})
_SHARED: Final = frozenset({"mening", "zorg", "zorgen", "opvatting", "oordeel", "wens", "analyse", "conclusie"})
"""What one shares in mind and not on paper: "Ik deel met uw Kamer de zorg"."""
_FURTHER: Final = frozenset(
    {
        "nader", "nadere", "verder", "verdere", "opnieuw", "hierover", "daarover", "afzonderlijk", "separaat", "nog",
        "dan", "voortaan",
    }
)  # fmt: skip
"""What sets a present tense apart from what is done as it is said ("Graag informeren wij u over de bijdrage")."""
_LATER: Final = wording(
    r"(?:na|voor|vóór|rond|tijdens) (?:de (?:komende )?(?:zomer|kerst|begrotingsbehandeling)|het (?:\w+ )?\w*reces)\b",
    r"(?:na|ná) (?:ommekomst|afloop|afronding|ontvangst|verschijning|publicatie|inwerkingtreding)\b",
    r"(?:te zijner tijd|ter zijner tijd|zodra|binnenkort|zo spoedig mogelijk|zo snel mogelijk|spoedig|op korte termijn"
    r"|de komende (?:tijd|periode|maanden|weken)|jaarlijks|halfjaarlijks|periodiek|per kwartaal)\b",
    r"(?:deze|komende|volgende) (?:zomer|week|maand)\b",
    r"(?:in|bij|met|via) (?:de|het|een|mijn) (?:eerst)?(?:volgende|komende)\b",
    r"(?:in|bij|met|via) (?:de|het|een|mijn) (?:\w+ ){1,3}(?:van|voor|over) (?:de|het) "
    r"(?:eerst)?(?:volgende|komende)\b",
)
# In which talk or letter the sender will come back to something. Not "in de voortgangsbrief", which may lie here.
_PLACES: Final = re.compile(
    r"\bschriftelijk\b|\b(?:per|in een) \w*brief\b|\b(?:in|bij|tijdens|met|via|per) (?:[^\s.;]+ ){0,4}?"
    r"\w*(?:overleg|debat|behandeling|begroting|evaluatie)\b"
)
# "nader in" at the end of a clause is the second half of "ga … in".
_DEEPER: Final = re.compile(r"\b(?:nader|verder|uitgebreid|uitgebreider|apart|afzonderlijk|op) in(?=\W*$)")
# A chamber beside the verb of which it is the subject. Not "De motie krijgt van mij oordeel Kamer".
_WHO: Final = r"(?:u|(?:uw|de|deze|beide) (?:tweede |eerste )?kamers?|uw commissies?)"
_GETS: Final = r"(?:ontvangt|ontvangen|krijgt|krijgen|verneemt|vernemen|hoort|horen)"
_RECEIVES: Final = re.compile(
    rf"\b{_WHO} (?:[^\s.;]+ ){{0,2}}?{_GETS}\b|\b{_GETS} (?:[^\s.;]+ ){{0,2}}?{_WHO}\b"
    rf"|\b(?:{_WHO} zal|zal {_WHO}) [^.;]{{1,120}}? {_GETS}\b"
)


class _Clause(Struct, frozen=True):
    """A clause in lower case and the set of its words; `timed` if a later time is told with it."""

    text: str
    words: Words
    timed: bool
    aloud: bool


def promised_by_parts(lowered: str, *, dated: bool, aloud: bool) -> bool:
    """Whether a clause of a sentence, in lower case, promises something; `dated` if a later time is named.

    >>> promised_by_parts("de planning is dat ik u in juni bericht.", dated=True, aloud=False)
    True
    >>> promised_by_parts("ik heb u in mei bericht.", dated=False, aloud=False)
    False
    """
    words = _words(lowered)
    if lowered.startswith("stel dat ") or words.isdisjoint(_VERBS) or words.isdisjoint(_ANYBODY):
        return False
    timed = dated or _LATER.fits(lowered)
    clauses = [part for part in _CLAUSE.split(lowered) if len(part) > _SHORTEST]
    return any(_promises(_Clause(part, _words(part), timed, aloud)) for part in clauses)


def _words(text: str) -> Words:
    """The words of a text; signs are blanked one by one, which takes a third of what a pattern takes."""
    for sign in _SIGNS:
        text = text.replace(sign, " ")
    return frozenset(text.split())


def _promises(clause: _Clause) -> bool:
    words = clause.words
    if not _NOT.isdisjoint(words):
        return False
    found = [(deed, form) for word in words & _VERBS for deed, form in FORMS[word] if deed.others <= words]
    past = any(form == "participle" for _, form in found) and words & _HAVING and not words & _WILL
    if not found or past or _HERE.search(clause.text):
        return False
    return any(_fits(deed, form, clause) for deed, form in found)


def _fits(deed: Deed, form: Form, clause: _Clause) -> bool:
    """Whether a deed in this form is promised in a clause."""
    words, timed = clause.words, clause.timed
    if deed.kind == "receiving":
        return (timed or not deed.now) and _RECEIVES.search(clause.text) is not None
    if deed.kind == "telling":
        return not words.isdisjoint(_HEARERS) and _reaches(deed, form, clause)
    if deed.kind == "returning":
        return _comes_back(deed, form, clause)
    if words.isdisjoint(_FIRST):
        return False
    if not timed:
        # What is done with a motion answers it: "Ik zal deze motie bij het wetsvoorstel betrekken".
        if not words.isdisjoint(_MOTIONS):
            return False
        return not clause.aloud and form == "infinitive" and not words.isdisjoint(_SHALL)
    return _is_meant(form, clause)


def _reaches(deed: Deed, form: Form, clause: _Clause) -> bool:
    """Whether something will reach a chamber."""
    words = clause.words
    if form == "participle":
        return "wordt" in words or "worden" in words
    if words.isdisjoint(_SENDERS) or (deed.infinitive == "delen" and words & _SHARED):
        return False
    # "Graag informeren wij u over de bijdrage", "De evaluatie bied ik u aan": done as it is said.
    present = form == "finite" or words.isdisjoint(_WILL | {"te"})
    if present and not clause.timed and not clause.aloud and (deed.now or words.isdisjoint(_FURTHER)):
        return False
    return _is_meant(form, clause)


def _comes_back(deed: Deed, form: Form, clause: _Clause) -> bool:
    """Whether the sender will come back to something, or go further into it, by a time or in a paper or talk."""
    if clause.words.isdisjoint(_FIRST | _OTHERS) or not (clause.timed or _PLACES.search(clause.text)):
        return False
    deep = deed.infinitive != "ingaan" or form == "infinitive" or _DEEPER.search(clause.text) is not None
    return deep and _is_meant(form, clause)


def _is_meant(form: Form, clause: _Clause) -> bool:
    """Whether the form of a deed says that it is to come."""
    words = clause.words
    if form != "infinitive":
        return form == "finite"
    if not words.isdisjoint(_WILL | _MANY):
        return True
    return ("te" in words and not words.isdisjoint(_MEANS)) or (clause.timed and not words.isdisjoint(_MAY))
