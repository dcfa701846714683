"""Titles of laws by their shape, for laws that no register knows.

    Wet langdurig toezicht · Tijdelijke wet bestuurlijke maatregelen … · Algemene wet bestuursrecht · Omgevingswet ·
    Vreemdelingenwet 2000 · Wetboek van Strafrecht · Uitvoeringswet … · Besluit verkrijging en verlies Nederlanderschap

A title that starts with "Wet" has no mark at its end. It goes on over nouns, adjectives and the prepositions
that titles use, and stops at verbs, adverbs, determiners, names and punctuation. In brackets or quotes of its
own it goes on to the closing one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from ctgraph.extract.title_words import STOPS, belongs, without_participles

_LONGEST_WORD: Final = 45
_MOST_WORDS: Final = 10

# Words that need the rest of a title behind them: "Uitvoeringswet verordening terroristische online-inhoud".
HEADS: Final = frozenset(
    "wet rijkswet kaderwet uitvoeringswet invoeringswet verzamelwet aanpassingswet implementatiewet goedkeuringswet"
    " wijzigingswet evaluatiewet overgangswet machtigingswet beginselenwet verlengingswet reparatiewet intrekkingswet"
    " spoedwet initiatiefwet veegwet herstelwet noodwet raamwet deelwet bezemwet".split()
)
# Capitalised words before a small "wet" that belong to the title; "Deze wet" and "Genoemde wet" do not.
_OPENERS: Final = re.compile(r"(?<!\w)(?:Tijdelijke|Algemene|Penitentiaire|Organieke|Experimentele)\s$")

_CODE: Final = re.compile(
    r"Wetboek\svan\s(?:Burgerlijke\sRechtsvordering|(?:Militair\s)?[A-Z][a-z]{3,25})(?:\sBES)?(?!\w)"
)
_CIVIL_CODE: Final = re.compile(r"Wetboek(?:\sBES)?(?!\w)")
# "het Besluit …", "de Regeling …", "(Besluit …", "artikel 4 Besluit …"; at the start of a sentence "Besluit" is a word.
_BEFORE_DECREE: Final = re.compile(r"(?:\b(?:[Hh]et|[Dd]e|en|of)\s|[(«“]|,\s|\d\s)$")
# ", plaatsing en overplaatsing van": a list in the title of a decree, by what closes it. Not "de Regeling melding
# transacties, gemeenten en provincies krijgen".
_SERIES: Final = re.compile(
    r"(?:,\s[a-zà-ž]{4,30}){1,4}\sen\s[a-zà-ž]{4,30}(?=\s(?:van|voor|bij|door)\s[a-zà-ž]{4}|\s(?:1[89]|20)\d\d|\s?(?:[).;:»”]|$))"
)
# "Invoeringswet openbare lichamen Bonaire, Sint Eustatius en Saba": the islands are one name.
_ISLANDS: Final = re.compile(r",\sSint\sEustatius\sen\sSaba(?!\w)")
_YEAR: Final = re.compile(r"\s(?:1[89]|20)\d\d(?![\w/–-])(?:\sBES(?!\w))?|\sBES(?!\w)")
_CLOSED: Final = re.compile(r"[^().,;:«»“”]{0,160}(?=[)»”])")
_TOKEN: Final = re.compile(
    r"(?:[^\S\n]|\n(?=[a-zà-ž]))(?P<word>[^\W\d_](?:[^\W\d_]|[-’'](?=[^\W\d_])){0,44}(?:-(?=\sen\s))?)(?![\w/])"
)

# Prepositions inside titles, before a noun without determiner: "precursoren voor explosieven".
_LINKS: Final = frozenset(("voor", "van", "der", "door", "tegen", "tot", "en"))
# Words that stand between a head and its first noun: "Wet tegen geweld", "Kaderwet overige JenV-subsidies".
_STRAIGHT: Final = frozenset(("tegen", "overige"))
# Openings of a title right behind its head: "Wet op de …", "Wet ter voorkoming van …".
_OPENING: Final = re.compile(
    r"\s(?:op\s(?:de|het)|ter|tegengaan|houdende|inzake(?:\s(?:de|het))?|tot\sregeling\svan)(?=\s\w)"
)

# Decrees on a body, whose name follows: "Organisatiebesluit Ministerie van Defensie", "Mandaatregeling AIVD".
_OF_BODY: Final = re.compile(r"(?:Organisatie|Mandaat|Instellings|Volmacht)(?:besluit|regeling)")
# A chamber's own rules, where an article of them is cited: "artikel 36, vierde lid, van het Reglement van Orde".
_ORDERS: Final = re.compile(
    r"Reglement\svan\sOrde(?:\svan\sde\s(?:Tweede|Eerste)\sKamer(?:\sder\sStaten-Generaal)?)?(?!\w)"
)
_OF_ARTICLE: Final = re.compile(r"\b[Aa]rtikel(?:en)?\s\d[^.;:\n]{0,40}\svan\s(?:het|ons)\s$")
# What is a treaty: "Handvest van de Verenigde Naties", "Statuut van het Internationaal Strafhof".
_TREATIES: Final = ("Verdrag", "Handvest", "Statuut")
# What opens a treaty's name, and each of its parts: "Internationaal Verdrag inzake …", "Verdrag betreffende de werking
# van de Europese Unie", "Verdrag van de Raad van Europa ter voorkoming van terrorisme". Not "Verdrag is".
_TREATY_OPENERS: Final = re.compile(r"(?<!\w)(?:Internationaal|Europees|Europese)\s$")
_TREATY_PART: Final = re.compile(
    r"\s(?:inzake|betreffende|nopens|ter|tot|van|tegen|over|op|ten\saanzien\svan)(?:\s(?:de|het|een)(?:\swerking\svan\sde)?)?(?=\s\w)"
)
_NEXT_PART: Final = re.compile(r"\s(?:inzake|betreffende|nopens)(?!\w)")
_MOST_PARTS: Final = 3


class Known(NamedTuple):
    """Where names of the gazetteer stand in a text: by start, with their ends."""

    laws: Mapping[int, int]
    others: Mapping[int, int]


class Stretch(NamedTuple):
    """The title at `[start, end)`."""

    start: int
    end: int


def read_title(text: str, trigger: int, after: int, known: Known) -> Stretch | None:
    """Read the title whose main word has the trigger (wet, besluit, regeling, verdrag) at `[trigger, after)`."""
    if text[after : after + 1].isalpha() and not text.startswith("boek", after):
        return None
    start, end = _word(text, trigger)
    word = text[start:end]
    if word == "Wetboek":
        return _code(text, start)
    if word.lower().endswith(("besluit", "regeling")):
        return _decree(text, start, end, known)
    if word == "Reglement":
        orders = _ORDERS.match(text, start) if _OF_ARTICLE.search(text, max(0, start - 60), start) else None
        return Stretch(*orders.span()) if orders else None
    if word in _TREATIES:
        return _treaty(text, start, end, known)
    if not word.lower().endswith("wet") or word.isupper():
        return None
    if word.lower() in HEADS or word[0].islower():
        return _headed(text, start, end, known)
    return Stretch(start, _compound_end(text, end, known)) if len(word) > 5 else None


def _word(text: str, trigger: int) -> Stretch:
    """The word around the trigger, with the parts that hyphens join on to its left: PGA-wet."""
    start, low = trigger, max(0, trigger - _LONGEST_WORD)
    while start > low and (text[start - 1].isalpha() or text[start - 1] == "-"):
        start -= 1
    while text[start] == "-":
        start += 1
    end, high = trigger, min(len(text), trigger + _LONGEST_WORD)
    while end < high and text[end].isalpha():
        end += 1
    return Stretch(start, end)


def _code(text: str, start: int) -> Stretch | None:
    """A code of law: Wetboek van Strafrecht, Burgerlijk Wetboek."""
    if text.endswith("Burgerlijk ", 0, start):
        civil = _CIVIL_CODE.match(text, start)
        return Stretch(start - len("Burgerlijk "), civil.end()) if civil else None
    code = _CODE.match(text, start)
    return Stretch(start, code.end()) if code else None


def _decree(text: str, start: int, end: int, known: Known) -> Stretch | None:
    """A decree: "Vreemdelingenbesluit 2000" with year or law, "Besluit …", "Uitvoeringsregeling …" with its rest."""
    if text[start].islower() or "-" in text[start:end]:
        return None
    if text[start:end] not in ("Besluit", "Regeling"):
        inner = _compound_end(text, end, known)
        if inner == end and _OF_BODY.fullmatch(text, start, end) and text[end : end + 1].isspace():
            inner = known.others.get(end + 1, end)
            year = _YEAR.match(text, inner)
            inner = year.end() if year else inner
        if inner > end or text.endswith("besluit", start, end):
            return Stretch(start, inner) if inner > end else None
        dated = _rest(text, start, end, known, decree=True)
        if _YEAR.match(text, dated - len(" 2002")):
            return Stretch(start, dated)
    if _BEFORE_DECREE.search(text, max(0, start - 5), start) is None:
        return None
    rest = _rest(text, start, end, known, decree=True)
    return Stretch(start, rest) if rest > end else None


def _treaty(text: str, start: int, end: int, known: Known) -> Stretch | None:
    """A treaty: "Verdrag van de Raad van Europa ter voorkoming van terrorisme", each part behind an opening."""
    opener = _TREATY_OPENERS.search(text, max(0, start - 20), start)
    last = end
    for _ in range(_MOST_PARTS):
        opening = _TREATY_PART.match(text, last)
        further = _words(text, opening.end(), opening.end(), known) if opening else last
        if opening is None or further == opening.end():
            break
        if cut := _NEXT_PART.search(text, opening.end(), further):
            further = cut.start()
        last = further
    return Stretch(opener.start() if opener else start, last) if last > end else None


def _headed(text: str, start: int, end: int, known: Known) -> Stretch | None:
    """A title that goes on behind its main word; a small main word needs a capitalised opener before it.

    "Penitentiaire beginselenwet" is whole by itself, "Tijdelijke wet" is not.
    """
    opener = _OPENERS.search(text, max(0, start - 20), start)
    if text[start].islower() and opener is None:
        return None
    begin = opener.start() if opener else start
    if opener and text[start:end].lower() not in ("wet", "rijkswet"):
        return Stretch(begin, end)
    rest = _rest(text, begin, end, known)
    return Stretch(begin, rest) if rest > end else None


def _compound_end(text: str, end: int, known: Known) -> int:
    """Behind a name in one word: a year, or the name of the law that it deals with."""
    inner = known.laws.get(end + 1, end)
    year = _YEAR.match(text, inner)
    return year.end() if year else inner


def _rest(text: str, start: int, end: int, known: Known, *, decree: bool = False) -> int:
    """Where the title that starts at `start` and has its main word before `end` ends; `end` if nothing follows."""
    if text[start - 1 : start] in ("(", "«", "“") and (closed := _CLOSED.match(text, end)):
        first = _TOKEN.match(text, end)
        return closed.end() if first and first["word"].lower() not in STOPS else end
    opening = _OPENING.match(text, end)
    last = _words(text, end, opening.end() if opening else end, known, decree=decree)
    last = end + len(without_participles(text[end:last]))
    if last > end and (islands := _ISLANDS.match(text, last)) and text.endswith("Bonaire", 0, last):
        last = islands.end()
    year = _YEAR.match(text, last) if last > end else None
    return year.end() if year else last


def _words(text: str, end: int, position: int, known: Known, *, decree: bool = False) -> int:
    """Walk over the words of a title from `position`; the end of the last that belongs to it, else `end`."""
    last, linked, capital = end, False, True
    for _ in range(_MOST_WORDS):
        token = _TOKEN.match(text, position)
        if token is None and decree and end < position == last and (series := _series(text, last)):
            last = position = series
            continue
        if token is None:
            break
        word = token["word"]
        name_end = known.laws.get(token.start("word")) or known.others.get(token.start("word"))
        if name_end is not None and text[name_end : name_end + 1] != "-":
            # A known name belongs to the title only right behind its head: Uitvoeringswet <law>, Wet op de <body>.
            return name_end if last == end else last
        if word in _LINKS or (last == end and word in _STRAIGHT):
            if linked or (last == end and word not in _STRAIGHT):
                break
            linked = True
        elif not belongs(word, linked=linked, capital=capital):
            break
        else:
            last, linked, capital = token.end(), False, word[0].isupper()
        position = token.end()
    return last


def _series(text: str, position: int) -> int | None:
    """Where a list of nouns in the title of a decree ends, if one goes on from here."""
    listed = _SERIES.match(text, position)
    return listed.end() if listed and STOPS.isdisjoint(listed[0].replace(",", "").split()[:-2]) else None
