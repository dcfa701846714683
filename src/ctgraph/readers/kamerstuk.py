"""Kamerstukken in XML: motions, letters, reports, bills. Root `officiele-publicatie`, main element `kamerstuk`.

The head of the paper gives dossier, number, title and day. Only the day of a letter is no element: it is the line
"Den Haag, 6 juli 2022" of its text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import replace

from ctgraph.identifiers import official
from ctgraph.model.document import Header
from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers.official_blocks import Fields, Rule, Walker, plain
from ctgraph.readers.official_head import banner, chamber_of, iso_day, session_of
from ctgraph.readers.official_metadata import properties
from ctgraph.readers.official_paper import Paper, dateline_of, intake
from ctgraph.readers.official_xml import Element, parse
from ctgraph.readers.setting import Block, Run, Set, Words, set_text, tidy
from ctgraph.text.header import kind_of

READER = "kamerstuk"


def read_kamerstuk(source: SourceFile, papers: Mapping[str, PaperFact]) -> Intake:
    """Read a Kamerstuk; `papers` are those of the register. Raises InputError for what is damaged or hostile."""
    root = parse(source)
    walker = Walker(_RULES, _FIELDS)
    made = set_text(walker.inside(root))
    received = plain(root.find(".//stuk/datumtekst")).startswith("Ontvangen")
    header = _placed(_header(root), received, made)
    return intake(source, papers, Paper(READER, properties(root.iter("meta")), made, header, walker.unknown))


def _header(root: Element) -> Header:
    """What the head of a paper says by its elements."""
    dossiers = tuple(dossier for dossier in map(_dossier, root.iter("dossiernummer")) if dossier)
    number = plain(root.find(".//stuk/stuknr/ondernummer"))
    title = unicodedata.normalize("NFC", plain(root.find(".//stuk/titel")))
    return Header(
        identifier=official("document", f"kst-{dossiers[0]}-{number}") if dossiers and number else "",
        dossiers=dossiers,
        dossier_title=plain(root.find(".//dossier/titel")),
        kind=kind_of(title),
        title=title,
        session_year=session_of(root),
        chamber=chamber_of(root),
        date=iso_day(root.find(".//stuk/datumtekst/datum")),
    )


def _dossier(element: Element) -> str:
    """The number as ids write it: 29754, 36410-VI, 21501-02. The number of a kingdom act (R2160) is no part of it."""
    number = "".join(plain(element.find("dossiernr")).split())
    suffix = plain(element.find("begrotingshoofdstuk")) or plain(element.find("raadnr"))
    return f"{number}-{suffix}" if number and suffix else number


def _placed(header: Header, received: bool, made: Set) -> Header:
    """The header with its places in the text.

    The first date that is an element is that of the head. A letter bears the day of its dateline, also where the head
    gives the day on which it was `received`.
    """
    places = [place for place in made.places if place[0] != "date"]
    day, dates = header.date, tuple(place for place in made.places if place[0] == "date")[:1]
    if day is None or received:
        written, dateline = dateline_of(made.text)
        day, dates = (written, dateline) if written else (day, dates)
    return replace(header, date=day, spans=tuple(sorted((*places, *dates))))


def _dossier_line(walker: Walker, element: Element) -> list[Block]:
    """ "29 754 Terrorismebestrijding" on one line; the first dossier is the one whose numbering the paper follows."""
    parent = element.getparent()
    main = parent is None or parent.find("dossier") is element
    number, title = element.find("dossiernummer"), element.find("titel")
    runs: list[Run] = []
    if number is not None:
        runs.extend(walker.runs(number, ("dossier",) if main else ("also",)))
    runs.append(Words(" "))
    if title is not None:
        runs.extend(walker.runs(title, ("dossier_title",) if main else ()))
    line = tidy(runs)
    return [*([Block(line)] if line else []), *walker.inside(element, without={"dossiernummer", "titel"})]


def _number_line(walker: Walker, element: Element) -> list[Block]:
    """ "Nr. 645 BRIEF VAN DE MINISTER …" on one line, which heads the paper."""
    number, title = element.find("stuknr"), element.find("titel")
    runs: list[Run] = []
    if number is not None:
        runs.extend(walker.runs(number, ("identifier",)))
    runs.append(Words(" "))
    if title is not None:
        runs.extend(walker.runs(title, ("title", "kind")))
    line = tidy(runs)
    return [*([Block(line, heading=True)] if line else []), *walker.inside(element, without={"stuknr", "titel"})]


_RULES: Mapping[str, Rule] = MappingProxyType({"kamerstukkop": banner, "dossier": _dossier_line, "stuk": _number_line})
_FIELDS: Mapping[str, Fields] = MappingProxyType({"datum": ("date",)})
