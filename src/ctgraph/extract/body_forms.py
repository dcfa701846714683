"""Bodies that no register knows, told by the form of their name or by the words in front of it.

Institute for Strategic Dialogue · EU Internet Forum      an English name around a word for a body
groepen als The Base en Atomwaffen Division               names that a word for bodies introduces
gemeente Bergen op Zoom · gemeenten als Delft en Gouda    municipalities
Rb. Rotterdam · rechtbank Alkmaar · HR 31 mei 2016        courts in citations of case law
PI Vught · Penitentiaire Inrichting Zwolle                prisons
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from types import MappingProxyType
from typing import Final

from ctgraph.extract.scan import Page, Triggers
from ctgraph.identifiers import slug
from ctgraph.model.mentions import OrganisationReference

Candidate = tuple[int, int, OrganisationReference, str, float]
TRIGGERS: Triggers = MappingProxyType(
    {
        "foreign-body": (
            "forum", "centre", "center", "institute", "organization", "council", "network", "task force", "committee",
            "office", "association", "foundation", "coalition", "alliance", "agency", "commission", "university",
        ),
        "listed-body": tuple(
            f"{word} {link} "
            for word in ("groepen", "groeperingen", "organisaties", "netwerken", "bewegingen", "instanties")
            for link in ("als", "zoals")
        ),
        "municipality": ("gemeente ", "gemeenten "),
        "prison": ("pi ", "p.i. ", "penitentiaire inrichting "),
        "court": ("rb. ", "rechtbank van ", "rechtbank te ", "rechtbank ", "hr "),
    }
)  # fmt: skip

_WORD: Final = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'&.-]*(?<![.’'])"
# Capitalised words, with the small ones that join them in English: "Global Internet Forum to Counter Terrorism".
# "and" only before a capital that no small word precedes in Dutch: never "en", so that two names are never one.
_ENGLISH: Final = re.compile(rf"{_WORD}(?:\s(?:(?:of|for|to|on|and|against|&)\s(?:the\s)?)?{_WORD}){{0,8}}")
_JOINED: Final = re.compile(r"\s(?:of|for|to|on|against)\s")
_BEFORE: Final = re.compile(rf"(?:{_WORD}\s){{1,4}}$")
_ARTICLE: Final = re.compile(r"(?:De|Het|Een|In|Op|Van|Ook|Met|Bij|Door|Volgens)\s")

# "Evaluatierapport Bureau …", "Instellingsbesluit Gezamenlijk Comité", "Ontwerp Terrorist Screening Center".
_PAPER: Final = re.compile(
    r"(?=[A-Z])(?i:[a-z]{0,20}(?:rapport|rapportage|verslag|brief|plan|agenda|advies|nota|notitie|onderzoek|evaluatie"
    r"|ontwerp|besluit|wet|regeling|beantwoording|reactie|fiche|motie|benoeming|oprichting)) (?=[A-Z])"
)
# One of the names behind "groepen als": capitalised words; not "Nederlandse jongeren".
_LISTED: Final = re.compile(rf"(?![A-Z]\w+se\s[a-z]){_WORD}(?:\s(?:of\s|for\s|the\s|&\s)?{_WORD}){{0,4}}")
# Between two of them: ", ", " en ", " en de ", " en de inmiddels ontbonden "; not " en in ".
_AND: Final = re.compile(
    r"(?:,\s|,?\s(?:en|of)\s)(?:(?:de|het|inmiddels|zogenoemde|voormalige|verboden|ontbonden|nieuwe)\s){0,3}(?=[A-Z]|[’']s-)"
)
_MOST_LISTED: Final = 8

# "Delft", "Den Haag", "’s-Hertogenbosch", "Bergen op Zoom", "Alphen aan den Rijn"; not "gemeente Ik".
_PLACE: Final = re.compile(
    r"(?:[’']s-)?(?!(?:Ik|Wij|Het|Een|Deze|Dit|Dat|Die|Ook|In|Er|Zij|Met|Voor|Op|Kamer|Nederland)\b)[A-Z][a-zà-ž-]{2,}(?:-[A-Z][a-z]+)*"
    r"(?:\s(?:aan|op|bij|in)\s(?:de[nr]?\s)?[A-Z][\w-]+|(?<=\bDen)\s[A-Z][a-z]+|(?<=\bDe)\s[A-Z][a-z]+)?"
)
# The seat of a court, also of those that there were until 2013: "Alkmaar", "Zwolle-Lelystad", "Den Haag".
_SEAT: Final = re.compile(
    r"(?![A-Z]\w+\s(?:aan|op|bij)\s)(?!(?:Nederland|Kamer|Het|Een|Deze|Daarom|Verder|Ook)\b)(?:Den\s|[’']s-)?[A-Z][a-zà-ž]{3,}(?:-[A-Z][a-z]+)?(?![\w-])"
)
# What the Hoge Raad is cited with: "HR 31 mei 2016", "HR, ECLI:"; not "HR beleid" of a personnel department.
_RULING: Final = re.compile(r"\d{1,2}\s[a-z]{3,9}\s\d{4}|ECLI:")
_OPENINGS: Final = ("als ", "zoals ", "’s", "'s")
_DETERMINER: Final = re.compile(r"(?:de|het)\s")
_SUCH_AS: Final = re.compile(r"(?:als|zoals)\s")


def foreign_bodies(page: Page) -> Iterator[Candidate]:
    """English names of bodies, of three words or with a small word within."""
    text = page.flow.text
    for trigger, end in page.at("foreign-body"):
        if not text[trigger].isupper() or text[trigger - 1 : trigger].isalnum():
            continue
        if text[end - 1] != " " and text[end : end + 1].islower():
            continue
        before = _BEFORE.search(text, max(0, trigger - 60), trigger)
        start = before.start() if before else trigger
        if article := _ARTICLE.match(text, start, trigger):
            start = article.end()
        start = min(after_paper(text, start), trigger)
        found = _ENGLISH.match(text, start)
        if found is None or found.end() < end - 1:
            continue
        name = found[0]
        if (
            not name.isupper()
            and not ends_known(page, start, trigger, found.end())
            and (_JOINED.search(name) or (len(name.split()) > 2 and start < trigger))
        ):
            yield start, found.end(), OrganisationReference(slug(name), name, "other"), "organisation.form", 0.75


def after_paper(text: str, start: int) -> int:
    """Behind the word for a paper or law that runs on into the body it is about."""
    head = _PAPER.match(text, start)
    return head.end() if head else start


def ends_known(page: Page, start: int, word: int, end: int) -> bool:
    """Whether a known body holds the word at `word` and ends a name, so that what stands before is no part of it."""
    bodies = (hit for hit in page.names_in(start + 1, word + 1) if "organisation" in hit.first and hit.end >= end)
    return any(hit.first["organisation"].detail != "political-party" for hit in bodies)


def listed_bodies(page: Page) -> Iterator[Candidate]:
    """The names that "groepen als" introduces."""
    text = page.flow.text
    for start, end in page.at("listed-body"):
        if start and text[start - 1].isalnum():
            continue
        determiner = _DETERMINER.match(text, end)
        for name in _list(text, determiner.end() if determiner else end, _LISTED):
            value = OrganisationReference(slug(name[0]), name[0], "other")
            yield *name.span(), value, "organisation.listed", 0.75


def municipalities(page: Page) -> Iterator[Candidate]:
    """Municipalities by name; of several, the first with the word before it, the others alone."""
    text = page.flow.text
    for start, end in page.at("municipality"):
        if (start and text[start - 1].isalnum()) or not (
            text[end : end + 1].isupper() or text.startswith(_OPENINGS, end)
        ):
            continue
        several = text[end - 2] == "n"
        such = _SUCH_AS.match(text, end) if several else None
        for place in islice(_list(text, such.end() if such else end, _PLACE), None if several else 1):
            if page.names_in(place.start(), place.end()):
                break
            name = f"Gemeente {place[0].replace('’', chr(39))}"
            value = OrganisationReference(slug(name), name, "municipality")
            yield place.start() if several else start, place.end(), value, "organisation.municipality", 0.9


def courts(page: Page) -> Iterator[Candidate]:
    """Courts as case law cites them: "Rb. Rotterdam", "rechtbank te Alkmaar", "HR 31 mei 2016"."""
    text = page.flow.text
    for start, end in page.at("court"):
        if start and text[start - 1].isalnum():
            continue
        place = (_SEAT if text.startswith("echtbank ", start + 1) else _PLACE).match(text, end)
        if text.startswith("HR", start) and _RULING.match(text, end):
            yield start, end - 1, OrganisationReference("hoge-raad", "Hoge Raad", "court"), "organisation.court", 0.9
        elif place and not text.startswith(("HR", "Hr", "hr"), start) and not page.names_in(start, end):
            name = f"Rechtbank {place[0]}"
            yield start, place.end(), OrganisationReference(slug(name), name, "court"), "organisation.court", 0.9


def prisons(page: Page) -> Iterator[Candidate]:
    """Prisons by their place: "PI Vught", "P.I. Rotterdam", "Penitentiaire Inrichting Zwolle"."""
    text = page.flow.text
    for start, end in page.at("prison"):
        # Not "de penitentiaire inrichting Vught", which tells where it stands, nor the end of another word.
        if text[start - 1 : start].isalnum() or not text.startswith(("PI ", "P.I. ", "Penitentiaire I"), start):
            continue
        place = _SEAT.match(text, end)
        if place and not page.names_in(start, end):
            name = f"Penitentiaire Inrichting {place[0]}"
            yield start, place.end(), OrganisationReference(slug(name), name, "other"), "organisation.form", 0.85


def _list(text: str, position: int, name: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The names of a list, from left to right."""
    for _ in range(_MOST_LISTED):
        found = name.match(text, position)
        if found is None:
            return
        yield found
        link = _AND.match(text, found.end())
        if link is None:
            return
        position = link.end()
