"""Who signed or wrote a paper, where office and name stand apart: above or beside each other, or in a closing line.

D. Jansen                          De Minister van X,  De Minister van Y,        De griffier,
Minister van X                     D. Jansen           K. de Wit                 Brood
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from ctgraph.extract.names import Named, name_at, names_at
from ctgraph.extract.offices import office_at
from ctgraph.extract.scan import Page

INITIALS: Final = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž](?:h|j|th)?\.\s?){1,6}")
"""The initials with which a signature begins."""
ACADEMIC: Final = r"(?:(?:[Mm]r|[Dd]rs?|[Ii]r|[Ii]ng|[Pp]rof|[Dd]s)\.\s){0,3}"
"""Titles before a name, which are no part of it: "mr. dr. "."""

_TITLES: Final = re.compile(ACADEMIC)
# Signatures close a paper; a line that only looks like a name may stand anywhere.
_CLOSING: Final = 900
# Behind an office that closes its line, and between two offices or two names beside each other.
_LINE_END: Final = re.compile(r",?\s?(?:\n|$)")
_NEXT_OFFICE: Final = re.compile(r",?\s(?:[Dd]e\s|mede\snamens\sde\s)?(?=[Mm]inister|[Ss]taatssecretaris)")
# "Ministers van Defensie en voor Rechtsbescherming, " before a name with initials; each portfolio with a preposition.
_SEVERAL: Final = re.compile(
    r"[Mm]inisters\s(?P<portfolios>(?:van|voor)\s[^.;:()\n]{4,60}(?:\sen\s(?:van|voor)\s[^.;:()\n]{4,60}){1,2}),\s{1,2}(?=[A-ZÀ-Ž][h.])"
)
_NEXT_PORTFOLIO: Final = re.compile(r",?\sen\s(?=(?:van|voor)\s)")
_TO_NAMES: Final = re.compile(r",?\s{1,2}(?=[A-ZÀ-Ž]|[md]r)")
_MOST: Final = 4
# "De griffier,\nHessing-Puts", "De voorzitter van de commissie,\nBurger": lines of their own; not "de griffier, die".
_CLERK: Final = re.compile(
    r"(?:griffier|voorzitter|vice-president)(?:\svan\sde\s(?:(?:vaste\s)?commissie[^,\n]{0,80}|Raad\svan\sState))?,\s{1,2}(?=[A-ZÀ-Ž])"
)
# "Opgesteld door K. Jansma en N. El Idrissi."
_WRITTEN: Final = re.compile(r"(?:opgesteld|geschreven|getekend)\sdoor:?\s", re.IGNORECASE)

Signer = tuple[Named, str, float]


def signers(page: Page) -> Iterator[Signer]:
    """The names, each with its rule and confidence."""
    closing = len(page.flow.text) - _CLOSING
    for start, _ in page.at("minister"):
        if start >= closing and (office := office_at(page.flow.text, start)):
            yield from _above(page, start, office)
            yield from _beside(page, office)
    for start, end in page.at("minister"):
        if page.flow.text.startswith("s ", end):
            yield from _together(page, start)
    yield from _clerks(page)
    for start, _ in page.at("written-by"):
        written = _WRITTEN.match(page.flow.text, start)
        found = names_at(page.flow.text, written.end(), page.gazetteer) if written else None
        for named in found.names if found else ():
            if INITIALS.match(page.flow.text, named.start):
                yield named, "person.signer", 0.85


def _above(page: Page, start: int, office: tuple[int, str]) -> Iterator[Signer]:
    """The name on the line above an office that has a line of its own, unless the name stands below it."""
    text = page.flow.text
    line = start - 3 if text.startswith("De ", start - 3) else start
    if line < 2 or text[line - 1] != "\n" or not (end := _LINE_END.match(text, office[0])):
        return
    if (below := name_at(text, end.end(), page.gazetteer)) and INITIALS.match(text, below.start):
        return
    stop = len(text[: line - 1].rstrip(" ,\n"))
    begin = text.rfind("\n", 0, stop) + 1
    titles = _TITLES.match(text, begin)
    named = name_at(text, titles.end() if titles else begin, page.gazetteer)
    if named and named.end == stop and (INITIALS.match(text, named.start) or " " in text[named.start : stop]):
        yield _signing(named, office[1]), "person.signer", 0.9


def _beside(page: Page, first: tuple[int, str]) -> Iterator[Signer]:
    """Several offices in one line, and below them as many names: the first name holds the first office."""
    text = page.flow.text
    offices, end = [first[1]], first[0]
    while len(offices) < _MOST and (following := _NEXT_OFFICE.match(text, end)):
        office = office_at(text, following.end())
        if office is None:
            return
        offices.append(office[1])
        end = office[0]
    link = _TO_NAMES.match(text, end) if len(offices) > 1 else None
    if link is None:
        return
    names = list(_row(page, link.end()))
    if len(names) == len(offices):
        for named, name in zip(names, offices, strict=True):
            yield _signing(named, name), "person.signer", 0.9


def _together(page: Page, start: int) -> Iterator[Signer]:
    """Ministers told together, and their names: "De Ministers van Defensie en van Financiën, A. Berg en C. de Wit"."""
    told = _SEVERAL.match(page.flow.text, start)
    found = names_at(page.flow.text, told.end(), page.gazetteer) if told else None
    if told is None or found is None or not all(INITIALS.match(page.flow.text, n.start) for n in found.names):
        return
    offices = [f"Minister {portfolio}" for portfolio in _NEXT_PORTFOLIO.split(told["portfolios"])]
    if len(offices) == len(found.names):
        for named, office in zip(found.names, offices, strict=True):
            yield _signing(named, office), "person.signer", 0.9


def _row(page: Page, position: int) -> Iterator[Named]:
    """Names with initials beside each other, or below each other."""
    text = page.flow.text
    for _ in range(_MOST):
        titles = _TITLES.match(text, position)
        start = titles.end() if titles else position
        named = name_at(text, start, page.gazetteer) if INITIALS.match(text, start) else None
        if named is None:
            return
        yield named
        position = named.end + 1


def _clerks(page: Page) -> Iterator[Signer]:
    text = page.flow.text
    for start, _ in page.at("clerk"):
        line = start - 3
        if not text.startswith("De ", line) or (line and text[line - 1] != "\n"):
            continue
        post = _CLERK.match(text, start)
        named = name_at(text, post.end(), page.gazetteer) if post else None
        if named and (named.end >= len(text.rstrip()) or text[named.end] == "\n"):
            yield _signing(named, ""), "person.committee-post", 0.85


def _signing(named: Named, office: str) -> Named:
    return replace(named, person=replace(named.person, office=office, signs=True))
