"""The Handelingen, item by item, in XML. Main element `handelingen`; copies that a collector damaged are repaired.

A turn of a speaker is the line "De heer Graus (PVV):" and what he says below it. Motions are in the turn in which they
were proposed. Only the first item of a day (the opening) prints the day of the debate.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from msgspec.structs import replace

from ctgraph.dates import dutch
from ctgraph.model.document import Document, Header
from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.intake import Intake
from ctgraph.model.official import PaperRecord, RecordSource, Sourced
from ctgraph.model.source import SourceFile
from ctgraph.readers import sittings
from ctgraph.readers.official_blocks import Fields, Rule, Walker, plain
from ctgraph.readers.official_metadata import properties
from ctgraph.readers.official_paper import Paper, intake, said_day
from ctgraph.readers.official_xml import Element, parse
from ctgraph.readers.publication import Properties
from ctgraph.readers.repair import decoded_again, is_damaged, respace
from ctgraph.readers.setting import Block, Set, Words, set_text, tidy

READER = "handelingen"

_REPAIRED = "a wrong decoding and pretty printing by a collector were undone; spaces inside sentences follow a rule"
# The chamber in the id of an item: h-tk-20172018-70-6.
_CHAMBER = re.compile(r"h-(tk|ek)-")


def read_handelingen(source: SourceFile, papers: Mapping[str, PaperFact]) -> Intake:
    """Read one item of the Handelingen; raises InputError for what is hostile or damaged beyond repair."""
    damaged = is_damaged(source.data)
    root = parse(source, decoded_again(source) if damaged else None)
    if damaged:
        respace(root)
    for prefix in root.iter("voorvoegsels"):
        prefix.tail = prefix.tail or " "
    said = properties(root.iter("meta"))
    walker = Walker(_RULES, _FIELDS)
    made = set_text(walker.inside(root))
    remarks = (_REPAIRED,) if damaged else ()
    header = _header(root, said, made)
    given = replace(source, date=source.date or sittings.lent(source))
    found = intake(given, papers, Paper(READER, said, made, header, walker.unknown, remarks))
    if found.document is None:
        return found
    met = header.date or said_day(said)
    records = found.records or (_record(source, found.document, met or sittings.lent(source)),)
    return replace(found, records=records, loans=sittings.lend(found.document.id, met))


def _record(source: SourceFile, document: Document, met: date | None) -> Sourced:
    """The item as a record where the file holds none: its title, and the sitting that it reports with its day."""
    header = document.header
    record = PaperRecord(
        id=document.id,
        kind=header.kind,
        title=header.title,
        chamber=header.chamber,
        met=met.isoformat() if met else "",
    )
    digest = hashlib.sha256(source.data).hexdigest()
    return Sourced(RecordSource(f"{READER}-metadata", document.id, digest), (record,), document.id)


def _header(root: Element, said: Properties, made: Set) -> Header:
    title = root.find(".//item-titel")
    chamber = _CHAMBER.match(said.id.lower())
    return Header(
        kind="handelingen",
        title=plain(title),
        chamber=chamber[1] if chamber else "",
        date=_day(root),
        spans=made.places,
    )


def _day(root: Element) -> date | None:
    """ "Donderdag 5 april 2018"."""
    read = dutch.read(plain(root.find(".//vergaderdatum")), 0, None)
    return read[2].earliest if read and read[2].earliest == read[2].latest else None


def _item(walker: Walker, element: Element) -> list[Block]:
    """An item of the agenda under its number and title."""
    number, title = element.find("nr"), element.find("item-titel")
    line = [*(walker.runs(number) if number is not None else ()), Words(" ")]
    line.extend(walker.runs(title, ("title",)) if title is not None else ())
    runs = tidy(line)
    head = [Block(runs, heading=title is not None, furniture=title is None)] if runs else []
    return [*head, *walker.inside(element, without={"nr", "item-titel"})]


def _turn(walker: Walker, element: Element) -> list[Block]:
    """What a speaker says, straight below the line that names him."""
    blocks = walker.inside(element)
    if element.find("spreker") is None:
        return blocks
    return [block.joined("line") if index == 1 else block for index, block in enumerate(blocks)]


_RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "agendapunt": _item,
        "handeling_bijlage": _item,
        "opening": _item,
        "spreekbeurt": _turn,
        "motie-info": _turn,
        "vergaderdatum": lambda walker, element: walker.paragraph(element, fields=("date",)),
    }
)
_FIELDS: Mapping[str, Fields] = MappingProxyType({})
