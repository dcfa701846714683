"""A structured paper, set and identified, as what a reader gives: readers of XML, pages and office files end here."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from ctgraph.errors import InputError
from ctgraph.identifiers import is_reference
from ctgraph.model.document import Document, Header, Span
from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers.official_metadata import identify, sourced
from ctgraph.readers.publication import Properties, spelt
from ctgraph.readers.setting import Set
from ctgraph.text.header import read_header
from ctgraph.text.lines import split

_LOCAL = ("gmb-", "prb-", "wsb-", "bgr-")
"""Gemeenteblad, Provinciaal blad, Waterschapsblad, Blad gemeenschappelijke regeling."""


class Paper(Struct, frozen=True):
    """A paper as read from its structure: what it says of itself as data and in print, and its text."""

    reader: str
    said: Properties
    made: Set
    header: Header
    unknown: Mapping[str, int] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


def intake(source: SourceFile, papers: Mapping[str, PaperFact], paper: Paper) -> Intake:
    """Identify and date a paper, and note what contradicts.

    Raises InputError if it has no words, is a local body's, or goes by what could not stand in an address.

    Its day is the printed one, else that of its metadata, of the register, of the caller.
    """
    made, header = paper.made, paper.header
    if not made.body.text.strip():
        raise InputError(source.path, "there is no text in it", "Give the paper itself")
    identifier, odd = identify(source, spelt(paper.said.id), header.identifier)
    if not is_reference(identifier):
        reason = f"its metadata say that it is {identifier[:80]!r}, which is no id of a paper"
        raise InputError(source.path, reason, "Correct the metadata, or leave it out")
    if identifier.startswith(_LOCAL):
        reason = f"{identifier} is of a municipality, province or other local body, and may hold addresses of citizens"
        raise InputError(source.path, reason, "Leave it out: this graph is of the papers of state and parliament")
    known = papers.get(identifier)
    document = Document(
        id=identifier,
        text=made.text,
        digest=hashlib.sha256(made.text.encode()).hexdigest(),
        body=made.body,
        date=header.date or said_day(paper.said) or (known.date if known else None) or source.date,
        header=header,
        notes=made.notes,
        headings=made.headings,
        paragraphs=made.paragraphs,
        furniture=made.furniture,
        reader=paper.reader,
    )
    return Intake(
        paper.reader,
        document,
        sourced(paper.reader, source, paper.said),
        tuple(sorted((Counter(paper.unknown) + Counter(paper.said.unknown())).items())),
        (*paper.remarks, *odd, *_other_day(paper.said, header)),
    )


def _other_day(said: Properties, header: Header) -> tuple[str, ...]:
    day = said_day(said)
    if day is None or header.date is None or day == header.date:
        return ()
    return (f"it bears {header.date}, but its metadata say {day}",)


def said_day(said: Properties) -> date | None:
    """The day that the paper bears, by its metadata; of an item of the Handelingen that of the sitting."""
    names = ("issued", "datumvergadering")
    day = said.day(*(reversed(names) if said.id.lower().startswith("h-") else names))
    return date.fromisoformat(day) if day else None


def dateline_of(text: str) -> tuple[date | None, tuple[tuple[str, Span], ...]]:
    """The day in the dateline of a letter ("Den Haag, 6 juli 2022") and its place: no element marks it."""
    header = read_header(split(text))
    return header.date, tuple(place for place in header.spans if place[0] == "date")


def printed_header(text: str) -> Header:
    """The header as a set text prints it, for sources that do not mark its fields."""
    return read_header(split(text))
