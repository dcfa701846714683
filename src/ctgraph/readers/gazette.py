"""Staatsblad, Staatscourant and Tractatenblad: the text as published, and what it says of itself as data.

Source: KOOP, root `officiele-publicatie` with `staatsblad`, `staatscourant` or `tractatenblad`, schemas op-xsd 2012 to
2014. The metadata stand inline, or only the address of their record does; the id is in both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePath

from ctgraph.identifiers import law_place, parse_paper
from ctgraph.model.document import Document, Header
from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.intake import Intake
from ctgraph.model.legislation import GazetteRecord
from ctgraph.model.official import Sourced
from ctgraph.model.source import SourceFile
from ctgraph.readers.clues import Clues
from ctgraph.readers.law_blocks import law_blocks
from ctgraph.readers.law_text import law_document
from ctgraph.readers.law_xml import day, dossier, gazette, law_id, record_source, required, words
from ctgraph.readers.official_blocks import Walker
from ctgraph.readers.official_xml import Element, main_element, parse
from ctgraph.readers.setting import Block, Words

FORMAT = "gazette"
"""The reader of the text, and so the graph of what was read in it."""
RECORDS = "gazette-record"
"""The graph of what the file says as data."""

GAZETTES = ("staatsblad", "staatscourant", "tractatenblad")
_PAGES = "https://zoek.officielebekendmakingen.nl/"

# The id in the address of the metadata: `https://zoek.officielebekendmakingen.nl/stb-2018-84/metadata.xml`.
_RECORD = re.compile(r"https?://[^/\s]+/(?P<id>[\w.-]{3,80})/metadata\.xml")

# The verb of a clause that changes the law named before it: "De X wordt als volgt gewijzigd". Not "bedoeld in de X".
_CHANGING = re.compile(r"\b(?:gewijzigd|vervalt|vervallen|ingetrokken|vervangen|ingevoegd|toegevoegd|luiden)\b")
_QUOTED = re.compile(r"[«“„\"]")

Metadata = Mapping[str, tuple[str, ...]]


def is_gazette(seen: Clues) -> bool:
    """Whether a file is a publication in one of the gazettes of the state."""
    return main_element(seen) in GAZETTES


def read_gazette(source: SourceFile, _papers: Mapping[str, PaperFact]) -> Intake:
    """Read a publication; raises InputError if nothing tells its id."""
    root = parse(source)
    found = next((child for child in root if child.tag in GAZETTES), None)
    act = required(source, found, "in which gazette it stands", "<staatsblad>")
    metadata = _metadata(root)
    printed = _identifier(metadata)
    identifier = required(source, printed or source.id, "which publication it is", "stb-2018-84")
    record = _record(root, act, identifier, metadata)
    document, unknown = _text(root, act, record)
    origin = record_source(RECORDS, identifier, source.data, f"{_PAGES}{identifier}.xml")
    return Intake(
        FORMAT,
        document,
        (Sourced(origin, (record,), identifier),),
        tuple(sorted(unknown.items())),
        tuple(_doubts(source, identifier, printed)),
    )


def _metadata(root: Element) -> Metadata:
    found: dict[str, tuple[str, ...]] = {}
    for meta in root.iterfind("metadata/meta"):
        name, content = meta.get("name", ""), meta.get("content", "").strip()
        if content:
            found[name] = (*found.get(name, ()), content)
    return found


def _identifier(metadata: Metadata) -> str:
    inline = metadata.get("DC.identifier", ("",))[0]
    record = _RECORD.fullmatch(metadata.get("OVERHEIDop.externMetadataRecord", ("",))[0])
    return gazette("", "", "", inline or (record["id"] if record else ""))


def _doubts(source: SourceFile, identifier: str, printed: str) -> Iterator[str]:
    name = PurePath(source.path).stem.lower()
    if re.fullmatch(r"(?:stb|stcrt|trb)-\d{4}-[\w.-]+", name) and name != identifier:
        yield f"the file is called {name}, its metadata say {identifier}"
    if printed and source.id and source.id != printed:
        yield f"it was given as {source.id}, its metadata say {printed}"


def _record(root: Element, act: Element, identifier: str, metadata: Metadata) -> GazetteRecord:
    led = [each.partition(";") for each in metadata.get("OVERHEIDop.behandeldDossier", ())]
    papers = (parse_paper(f"kst-{dossier(number)}-{sub.strip()}") for number, _, sub in led)
    return GazetteRecord(
        id=identifier,
        kind=str(act.tag),
        title=words(act, "intitule") or words(act, ".//kop/titel") or metadata.get("DC.title", ("",))[0],
        signed=_day(act, ".//gegeven/dagtekening/datum") or _first(metadata, "OVERHEIDop.datumOndertekening"),
        issued=_day(act, ".//uitgifte/datum") or _first(metadata, "DCTERMS.issued"),
        dossiers=tuple(dict.fromkeys(each for number, _, _ in led if (each := dossier(number)))),
        papers=tuple(dict.fromkeys(str(paper) for paper in papers if paper)),
        changes=tuple(dict.fromkeys(_changed(act))),
    )


def _day(act: Element, path: str) -> str:
    found = act.find(path)
    return "" if found is None else day(found.get("isodatum"))


def _first(metadata: Metadata, name: str) -> str:
    return day(metadata.get(name, ("",))[0])


def _changed(act: Element) -> Iterator[str]:
    """The laws that amending articles begin with, where they point at one by address; a mere name is text.

    Only the first link counts, outside quotation marks: later ones may be words that are put in or struck out.
    """
    for clause in act.iterfind(".//wijzig-artikel/wat"):
        link = clause.find("extref")
        if link is not None and not _QUOTED.search(clause.text or "") and _CHANGING.search(link.tail or ""):
            law = law_place(link.get("doc", ""))[0] or law_id(link)
            if law:
                yield law


def _text(root: Element, act: Element, record: GazetteRecord) -> tuple[Document, Counter[str]]:
    """The banner of the gazette is furniture; it prints what kind of publication this is."""
    title = "intitule" if act.find("intitule") is not None else "kop"
    first = act.find(title)
    made, unknown = law_blocks(act, {title: lambda walker, element: _titled(walker, element, first)})
    banner = [
        Block((Words(text, ("kind",) if name == "titel" else ()),), furniture=True)
        for name in ("titel", "subtitel")
        if (text := words(root, f"kop/{name}"))
    ]
    printed = record.title if first is not None else ""
    moment = record.signed or record.issued
    header = Header(identifier=record.id, kind=record.kind, title=printed)
    found = date.fromisoformat(moment) if moment else None
    return law_document(record.id, [*banner, *made], found, FORMAT, header), unknown


def _titled(walker: Walker, element: Element, title: Element | None) -> list[Block]:
    """The first title of an act is that of the publication; later ones are headings of its parts."""
    heading = element.tag == "kop"
    return walker.paragraph(element, heading, ("title",) if element is title else ())
