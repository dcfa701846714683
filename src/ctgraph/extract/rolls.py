"""Members and others named without a title before each name: who is present or speaks, who moved, on whose behalf.

Aanwezig: Jansen (voorzitter), De Wit en Kat · sprekers: Jansen en De Wit · motie van Jansen en De Wit over havens ·
het lid Jansen namens De Wit
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

from ctgraph.extract.names import Named, NameList, group_name, name_at, names_at
from ctgraph.extract.scan import Page, Triggers
from ctgraph.identifiers import slug

TRIGGERS: Triggers = MappingProxyType(
    {
        "roll": (
            "aanwezig: ", "afwezig: ", "kennisgeving: ", "verhinderd: ", "sprekers: ", "spreker: ", "als sprekers ",
            "indieners: ", "ondertekenaars: ", "rapporteurs: ",
        ),
        "present": ("leden der kamer, te weten", "leden, te weten"),
        "excused": ("afgemeld:",),
        "mover": ("motie van ", "moties van ", "amendement van "),
        "behalf": (" namens ",),
    }
)  # fmt: skip
# Who attended: "leden der Kamer, te weten: Bontes, Bosma en Recourt", up to a whole chamber.
_PRESENT: Final = re.compile(r"leden(?:\sder\sKamer)?, te weten:?\s{1,2}", re.IGNORECASE)
_SEATS: Final = 150
# Who is away, and why: "afgemeld: Jansen en Kat, wegens ziekte; De Wit, wegens bezigheden elders."
_AWAY: Final = re.compile(r"afgemeld:\s{1,3}", re.IGNORECASE)
_BECAUSE: Final = re.compile(r",\s(?:wegens|vanwege|de\sgehele\sdag|ook\smorgen)\s?[^;.\n]{0,70}[;.](?:\s{1,3}|$)")
# Behind a motion's single mover: what it is on, or where it stands. Not "motie van Nederland en".
_OF_MOTION: Final = re.compile(r"\s(?:over|op\sstuk|om\s|inzake|\()")
# For whom somebody acts that is named right before: "het lid Jansen namens De Wit". Not "namens Nederland".
_MEMBER_BEFORE: Final = re.compile(r"\b(?:lid|heer|mevrouw)\s[A-ZÀ-Ž][^,.;:()\n]{1,30}$")
_LOOK_BACK: Final = 50


def rolls(page: Page) -> Iterator[Named]:
    """The names in lists that their head tells to be of people."""
    text = page.flow.text
    for _, end in page.at("roll"):
        found = names_at(text, end, page.gazetteer)
        if found and _are_people(page, found.names):
            yield from found.names


def present(page: Page) -> Iterator[Named]:
    """The members who attended a meeting."""
    text = page.flow.text
    for start, _ in page.at("present"):
        opening = _PRESENT.match(text, start)
        found = names_at(text, opening.end(), page.gazetteer, most=_SEATS) if opening else None
        yield from found.names if found else ()


def excused(page: Page) -> Iterator[Named]:
    """The members whom the chair reports to be away, each group with its reason."""
    text = page.flow.text
    for start, _ in page.at("excused"):
        link = _AWAY.match(text, start)
        while link and (found := names_at(text, link.end(), page.gazetteer)):
            link = _BECAUSE.match(text, found.end)
            if link is None or not _are_people(page, found.names):
                break
            yield from found.names


def movers(page: Page) -> Iterator[Named]:
    """Who moved a motion that is told without "het lid"."""
    text = page.flow.text
    for start, end in page.at("mover"):
        # "Motie Van Dam" is of Van Dam.
        told = text.endswith("van ", start, end) and not text[start - 1 : start].isalnum()
        found = names_at(text, end, page.gazetteer) if told else None
        if found and _are_people(page, found.names) and _moved(page, found):
            yield from found.names


def behalves(page: Page) -> Iterator[Named]:
    """On whose behalf a member acts."""
    text = page.flow.text
    for start, end in page.at("behalf"):
        if _MEMBER_BEFORE.search(text, max(0, start - _LOOK_BACK), start) is None:
            continue
        named = name_at(text, end, page.gazetteer)
        if named and _are_people(page, (named,)):
            yield named


def _moved(page: Page, found: NameList) -> bool:
    """Whether names behind "motie van" are surely of those who moved it, and "van" is no part of the first."""
    first = slug(found.names[0].person.name)
    if first not in page.gazetteer.surnames and f"van-{first}" in page.gazetteer.surnames:
        return False
    if len(found.names) > 1 or found.others_unnamed or first in page.gazetteer.surnames:
        return True
    return _OF_MOTION.match(page.flow.text, found.end) is not None


def _are_people(page: Page, names: Sequence[Named]) -> bool:
    """Whether none of the names is a body's or a party's: "sprekers: VNG en politie", "moties van VVD en D66"."""
    return not any(
        page.names_in(named.start, named.end) or group_name(named.person.name, page.gazetteer) for named in names
    )
