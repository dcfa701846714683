"""Organisations: known names of the gazetteer, and unknown ones that their own form shows to be bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ctgraph.extract.body_forms import TRIGGERS as FORMS
from ctgraph.extract.body_forms import (
    Candidate,
    after_paper,
    courts,
    ends_known,
    foreign_bodies,
    listed_bodies,
    municipalities,
    prisons,
)
from ctgraph.extract.scan import Page, Triggers, stands_alone
from ctgraph.identifiers import slug
from ctgraph.model.mentions import Mention, OrganisationReference

TRIGGERS: Triggers = {
    "committee": ("commissie",),
    "body": (
        "universiteit", "hogeschool", "stichting", "vereniging", "bureau ", "instituut", "inspectie",
        "autoriteit", "rechtshulpcentrum",
        "expertisecentrum", "kenniscentrum", "centrum voor", "raad voor", "akademie", "adviescollege", "comité ",
        "adviescommissie voor", "adviesraad voor", "steunpunt ", "meldpunt ",
    ),
    **FORMS,
}  # fmt: skip

# Without figures: behind a committee's name they are the mark of a note, "Justitie1 en".
_LETTERS_ONLY = r"[A-ZÀ-ÖØ-ÞĀ-Ž](?:[^\W\d]|[&-])+"
_PART = rf"{_LETTERS_ONLY}(?: {_LETTERS_ONLY}){{0,3}}"
# "vaste commissie voor Justitie en Veiligheid", "algemene commissie voor Europese Zaken", "commissie voor BZK",
# "commissie voor Immigratie en Asiel / JBZ-Raad". Never over a line end: "vaste commissie voor Buitenlandse Zaken" /
# "De voorzitter".
# "commissie voor de Inlichtingen- en Veiligheidsdiensten" keeps its article.
_COMMITTEE = re.compile(
    rf"commissie(?: voor)? ((?:(?<=voor )de )?{_PART}(?:, {_PART}(?= en [A-Z]))*(?: en {_PART})?(?: / [A-Z][\w-]+)?)"
)
# A committee called by its chair: "commissie De Wit", "commissie Van der Meer".
_CHAIR = re.compile(r"(?:De|Van|Den|Ter|Ten)\s")
_MINISTRY = "Ministerie van "
# In a heading: "VASTE COMMISSIE VOOR JUSTITIE EN VEILIGHEID"; the line's end is that of the name.
_HEADED = re.compile(r"(?:VASTE|ALGEMENE|TIJDELIJKE) COMMISSIE VOOR ([A-ZÀ-Ž][A-ZÀ-Ž, -]{3,80}?)(?=\s*(?:\n|$))")
_COMMITTEE_KIND = re.compile(r"(?:vaste|algemene|tijdelijke|parlementaire)\s$")
# A body whose kind is part of its name, with the capitalised words around it: "Erasmus Universiteit Rotterdam".
# "en" before an article begins another body: "Raad voor de Kinderbescherming en de VNG".
_NAME_WORD = r"(?:&|[A-ZÀ-ÖØ-ÞĀ-Ž][\w’&-]*|voor|van|de|het|en(?!\s(?:de|het)\s)|in|der)"
_BODY = re.compile(rf"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’&-]*(?: {_NAME_WORD}){{0,9}}")
_CAPITAL_WORDS_BEFORE = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’&-]* ){1,4}$")
# The first word of a sentence that is no part of a name.
_OPENS_SENTENCE = re.compile(
    r"(?:De|Het|Een|In|Op|Van|Ook|Met|Bij|Door|Volgens|Voor|Aan|Uit|Als|Deze|Dit|Die|Dat|Zo|Onder|Over|Tussen|Naast|Toen"
    r"|Hierbij|Daarbij|Zowel|Sinds|Na|Tijdens|Via|Wat|Zoals|Namens|Er|Onze|Uw|Mijn|Zijn|Haar|Hun|Alle|En|Maar) "
)
_TRAILING = re.compile(r"(?:\s(?:voor|van|de|het|en|in|der))+$")
_OFFICE = re.compile(r"(?:[Mm]inister|[Ss]taatssecretaris)(?:s|sen)?\s(?:van|voor)\s(?:[A-Z]\w+,?\s(?:en\s)?){0,3}$")
# A capitalised word that is no article or name of a speaker: "Nationaal ", not "De " or ". Het ".
_CAPITAL_BEFORE = re.compile(r"(?<!\w)(?!(?:De|Het|Een|Ook|Van|En|Bij|Voor|Door|Met)\s)[A-Z][a-z]{2,}\s$")
_ENGLISH_BEHIND = re.compile(r"\s(?:to|for|on|against|of\s(?:the\s)?[A-Z])\b")
# "van het Europees Parlement en de Raad", where "de Raad" is that of the Union; not "en de Raad van State".
_AND_COUNCIL = re.compile(r"\sen\s(?:van\s)?de\s(?P<council>Raad)(?!\w|\svan\s(?:de\s)?[A-Z]|\svoor)")
_COUNCIL = OrganisationReference("raad-van-de-europese-unie", "Raad van de Europese Unie", "international-body")
# The abbreviation that stands in brackets or after a dash behind a name: " (EUR)", " – LIRC".
_ABBREVIATION = re.compile(
    r"\s(?:\((?:hierna(?:\ste\snoemen)?:?\s(?:de\s|het\s)?)?[«“\"]?([A-Z][\w .-]{1,9}[\w.])[»”\"]?\)|–\s([A-Z]{2,8})\b)"
)
_MOST_DEFINED = 20
# What stands in brackets behind a body known by its form only names it, whatever its letters: "(COT)".
_LETTERS = re.compile(r"[A-Z][A-Za-z]{1,6}[A-Z]")


def find_organisations(page: Page) -> Iterator[Mention]:
    """Yield organisations; a longer name hides a shorter one inside it."""
    text = page.flow.text
    taken = 0
    defined: dict[str, tuple[int, OrganisationReference]] = {}
    for start, end, value, rule, confidence in sorted(_candidates(page), key=lambda c: (c[0], -c[1])):
        if start < taken:
            continue
        taken = end
        yield page.mention(start, end, value, rule, confidence)
        behind = _ABBREVIATION.match(text, end)
        if behind and not _known_at(page, behind.start(1 if behind[1] else 2)):
            group = 1 if behind[1] else 2
            by_form = rule == "organisation.form" and _LETTERS.fullmatch(behind[group]) is not None
            if by_form or _abbreviates(behind[group], text[start:end]):
                yield page.mention(behind.start(group), behind.end(group), value, "organisation.abbreviation", 0.9)
                taken = behind.end(group)
                if behind[group].isupper() and len(defined) < _MOST_DEFINED:
                    defined.setdefault(behind[group], (taken, value))
    yield from _by_definition(page, defined)


def _by_definition(page: Page, defined: Mapping[str, tuple[int, OrganisationReference]]) -> Iterator[Mention]:
    """The further places of an abbreviation that the page gave a body."""
    text = page.flow.text
    for short, (behind, value) in defined.items():
        end = behind
        while (start := text.find(short, end)) != -1:
            end = start + len(short)
            if stands_alone(text, start, end):
                yield page.mention(start, end, value, "organisation.abbreviation", 0.85)


def _candidates(page: Page) -> Iterator[Candidate]:
    yield from _known(page)
    yield from _committees(page)
    yield from _bodies(page)
    if not FORMS.keys().isdisjoint(page.hits):
        yield from foreign_bodies(page)
        yield from listed_bodies(page)
        yield from municipalities(page)
        yield from courts(page)
        yield from prisons(page)


def _known(page: Page) -> Iterator[Candidate]:
    text = page.flow.text
    for hit in page.names:
        entry = hit.first.get("organisation")
        if (
            entry is None
            or _in_capitals(text, hit.start, hit.end, entry.surface)
            or _in_number(text, hit.start, hit.end)
        ):
            continue
        if entry.detail == "ministry" and _in_office(text, hit.start):
            continue
        if entry.detail == "political-party" and _in_other_name(text, hit.start, hit.end):
            continue
        value = OrganisationReference(entry.key, entry.canonical, entry.detail)
        yield hit.start, hit.end, value, "organisation.name", 0.95
        if entry.key == "europees-parlement" and (council := _AND_COUNCIL.match(text, hit.end)):
            yield *council.span("council"), _COUNCIL, "organisation.name", 0.9


def _in_office(text: str, start: int) -> bool:
    """Part of an office: the "JenV" of "de minister van JenV", which names who holds it."""
    return _OFFICE.search(text, max(0, start - 40), start) is not None


def _in_other_name(text: str, start: int, end: int) -> bool:
    """A party's name of one plain word within another name: the "Forum" of "Nationaal Forum" and "Forum to Counter"."""
    word = text[start:end]
    if not word.isalpha() or not word[1:].islower():
        return False
    before = _CAPITAL_BEFORE.search(text, max(0, start - 30), start)
    return before is not None or _ENGLISH_BEHIND.match(text, end) is not None


def _in_number(text: str, start: int, end: int) -> bool:
    """Part of a number: the "EU" of "ECLI:EU:C:2015:29" and "Richtlijn 2014/41/EU", the "BuZa" of "Min-BuZa.2021.9"."""
    if text[start - 1 : start] not in (":", "/", "-"):
        return False
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    is_numbered = behind[:1] in (".", "-", "/") and behind[1:].isdigit() and before.endswith(("-", "/"))
    return before.endswith(":") or (before.endswith("/") and before[:1].isdigit()) or is_numbered


def _in_capitals(text: str, start: int, end: int, surface: str) -> bool:
    """Part of a heading in capitals: "ADVIES AFDELING ADVISERING RAAD VAN STATE" names the paper, not a body."""
    printed = text[start:end]
    if not printed.isupper():
        return False
    if printed != surface:
        return True
    around = text[max(0, start - 8) : start] + text[end : end + 8]
    letters = [c for c in around if c.isalpha()]
    return len(letters) > 5 and all(c.isupper() for c in letters)


def _committees(page: Page) -> Iterator[Candidate]:
    text = page.flow.text
    for start, _ in page.at("committee"):
        found = _COMMITTEE.match(text, start)
        if text.startswith("COMMISSIE", start):
            yield from _headed(text, start)
        if found is None:
            continue
        begin = start - len("kamer") if text[max(0, start - 5) : start].lower() == "kamer" else start
        if text[begin - 1 : begin].isalpha():
            continue
        kind = _COMMITTEE_KIND.search(text, max(0, begin - 14), begin)
        begin = kind.start() if kind else begin
        name = f"{kind.group() if kind else ''}commissie voor {_in_full(page, found)}"
        canonical = name if kind or found[1].startswith("de ") else f"vaste {name}"
        if not kind and _CHAIR.match(found[1]):
            canonical = found.group()
        value = OrganisationReference(slug(canonical), canonical, "committee")
        yield begin, found.end(), value, "organisation.committee", 0.95


def _headed(text: str, start: int) -> Iterator[Candidate]:
    """A committee in the capitals of a heading, of which the words are written as in a sentence."""
    begin = text.rfind("\n", 0, start) + 1
    found = _HEADED.match(text, begin)
    if found is not None and begin < start:
        topic = " ".join(word if word == "EN" else word.capitalize() for word in found[1].split()).replace("EN", "en")
        canonical = f"{found[0].split()[0].lower()} commissie voor {topic}"
        yield (
            begin,
            found.end(),
            OrganisationReference(slug(canonical), canonical, "committee"),
            "organisation.committee",
            0.9,
        )


def _in_full(page: Page, found: re.Match[str]) -> str:
    """What a committee is for: the "Justitie en Veiligheid" of "commissie voor J&V"."""
    hits = page.names_in(found.start(1), found.start(1) + 1)
    entry = hits[0].first.get("organisation") if hits and hits[0].end == found.end() else None
    return entry.canonical.removeprefix(_MINISTRY) if entry and entry.detail == "ministry" else found[1]


def _bodies(page: Page) -> Iterator[Candidate]:
    text = page.flow.text
    for trigger, end in page.at("body"):
        begin = _word_start(text, trigger)
        before = _CAPITAL_WORDS_BEFORE.search(text, max(0, begin - 60), begin)
        if not text[begin].isupper() and not before:
            continue
        start = before.start() if before else begin
        start = after_paper(text, start)
        if before and _sentence_start(text, start) and (opening := _OPENS_SENTENCE.match(text, start)):
            start = opening.end()
        found = _BODY.match(text, start)
        if found is None or found.end() < end:
            continue
        stop = start + len(_TRAILING.sub("", found.group()))
        stop = _before_others(page, start, stop, placed=text[end - 1] == " " and text[end - 5 : end - 1] == "punt")
        name = text[start:stop]
        if (known := page.names_in(start, start + 1)) and text.startswith(" en ", known[0].end):
            # A known body and another one: "Raad voor de Kinderbescherming en Nidos".
            continue
        if ends_known(page, start, trigger, stop):
            continue
        if len(name.split()) >= 2 and not name.isupper():
            yield (
                start,
                stop,
                OrganisationReference(slug(name), name, "other"),
                "organisation.form",
                0.75,
            )


def _before_others(page: Page, start: int, stop: int, *, placed: bool) -> int:
    """Where a name ends that runs on into a known body, or into its place: "Steunpunt Voorbeeld in Den Haag"."""
    text = page.flow.text
    # A known body behind "en" is another one: "Stichting Voorbeeld en Europol".
    others = (hit.start for hit in page.names_in(start + 1, stop) if text.startswith(" en ", hit.start - 4))
    stop = min((other - len(" en ") for other in others), default=stop)
    place = text.find(" in ", start, stop) if placed else -1
    return place if place > 0 else stop


def _word_start(text: str, position: int) -> int:
    while position and text[position - 1].isalnum():
        position -= 1
    return position


def _sentence_start(text: str, position: int) -> bool:
    return position == 0 or text[position - 1] == "\n" or text[max(0, position - 2) : position] in (". ", "? ", "! ")


def _known_at(page: Page, position: int) -> bool:
    return bool(page.names_in(position, position + 1))


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters of an abbreviation begin words of the name, in order: EUR, IGJ i.o., LIRC."""
    letters = [c for c in short if c.isupper()]
    initials = [word[0].upper() for word in re.findall(r"[\w]+", name)]
    position = 0
    hits = 0
    for letter in letters:
        if letter in initials[position:]:
            position = initials.index(letter, position) + 1
            hits += 1
    return len(letters) >= 2 and hits >= len(letters) - 1
