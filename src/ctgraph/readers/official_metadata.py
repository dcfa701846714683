"""What an official publication says of itself as data: the `meta` elements of its XML or of its web page.

Two forms are in use. In one the whole record stands in the file; in the other only the address of the record,
`https://zoek.officielebekendmakingen.nl/<id>/metadata.xml`, of which the id is taken.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from pathlib import PurePath

from ctgraph.construction import frozen
from ctgraph.identifiers import official, slug
from ctgraph.model.official import (
    DossierRecord,
    NamedSubmitter,
    PaperRecord,
    Placement,
    Record,
    RecordSource,
    Sourced,
)
from ctgraph.model.source import SourceFile
from ctgraph.readers.official_xml import Element

_RECORD = re.compile(r"https?://[\w.]+/(?P<id>[\w-]+)/metadata\.xml")
# The id of a publication in a file name: "kst-29754-645.xml", "h-tk-20172018-70-6.trimmed.xml". Not "letter.xml".
_IN_NAME = re.compile(r"(?:kst|ah(?:-[te]k)?|h-[te]k|kv(?:-tk)?|blg|stb|stcrt|trb)-[\w-]+", re.IGNORECASE)
# How an index writes a person: initials, then the name called by in brackets, then the surname.
_INITIALS = re.compile(r"^(?:[^\W\d_]{1,2}\.)+\s*(?:\([^)]*\)\s*)?")

KIND_SCHEMES = ("OVERHEIDop.KamerstukTypen", "OVERHEIDop.AanhangselTypen", "OVERHEIDop.HandelingTypen")
# The publisher's words for a kind that are one notation of document-kind; "Brief" may be of many senders.
_KINDS = {
    "motie": "motie",
    "amendement": "amendement",
    "voorstel van wet": "voorstel-van-wet",
    "memorie van toelichting": "memorie-van-toelichting",
    "antwoord": "antwoord-schriftelijke-vragen",
    "mededeling": "mededeling-uitstel-antwoord",
}


@frozen
class Property:
    """One `meta` element; a property with several values comes once for each."""

    name: str
    content: str
    scheme: str = ""


@frozen
class Properties:
    """All properties of one publication that have a value."""

    values: tuple[Property, ...] = ()

    def all(self, name: str, *schemes: str) -> tuple[str, ...]:
        """Every value of a property, in order; in the schemes given if there are any."""
        return tuple(p.content for p in self.values if p.name == name and (not schemes or p.scheme in schemes))

    def first(self, name: str, *schemes: str) -> str:
        """The first value of a property, or ""."""
        return next(iter(self.all(name, *schemes)), "")

    @property
    def id(self) -> str:
        """The official id of the publication: its own property, else the one in the address of its record."""
        named = self.first("DC.identifier")
        record = _RECORD.fullmatch(self.first("OVERHEIDop.externMetadataRecord"))
        found = named or (record["id"] if record else "")
        return spelt(found)

    @property
    def day(self) -> date | None:
        """The day that the paper bears."""
        try:
            return date.fromisoformat(self.first("DCTERMS.issued") or self.first("OVERHEIDop.datumVergadering"))
        except ValueError:
            return None


def properties(metas: Iterable[Element]) -> Properties:
    """Read `meta` elements; those without content say nothing."""
    found = (Property(m.get("name", ""), m.get("content", "").strip(), m.get("scheme", "")) for m in metas)
    return Properties(tuple(p for p in found if p.name and p.content))


def spelt(identifier: str) -> str:
    """The official spelling of an id; a question without answer has the capital of its case in it: kv-tk-2020Z13248."""
    if identifier.lower().startswith("kv-"):
        return f"kv-{identifier[3:].upper()}".replace("kv-TK-", "kv-tk-").replace("kv-EK-", "kv-ek-")
    return official("document", identifier) if identifier else ""


def identify(source: SourceFile, said: str, printed: str) -> tuple[str, tuple[str, ...]]:
    """The id of a paper, and what is odd about it.

    `said` is the metadata's, `printed` that of the dossier and number on the paper itself. The metadata decide, then
    what is printed, then the caller; the file name decides only where nothing else is known.
    """
    stem = PurePath(source.path).stem
    in_name = _IN_NAME.match(stem)
    named = spelt(in_name[0].strip("-")) if in_name else ""
    chosen = said or printed or source.id or named or slug(stem) or "text"
    odd = (
        ("its number as printed", printed, _is_same(said, printed)),
        ("the name of the file", named, _is_same(chosen, named)),
        ("the id given with it", spelt(source.id), _is_same(chosen, source.id)),
    )
    remarks = [f"it is {chosen}, but {what} says {other}" for what, other, same in odd if chosen and other and not same]
    return chosen, tuple(remarks)


def _is_same(one: str, other: str) -> bool:
    """Whether two ids mean one paper: `kst-20062007-30566-B` is an old form of `kst-30566-B`, `-n1` a reprint."""
    if not one or not other:
        return True
    old = re.sub(r"^kst-\d{8}-", "kst-", one.lower())
    return (
        other.lower() in (one.lower(), old)
        or re.fullmatch(re.escape(other.lower()) + r"-(?:n\d|h\d?)", old) is not None
    )


def sourced(reader: str, source: SourceFile, said: Properties) -> tuple[Sourced, ...]:
    """The record that stands in a file; none where the file gives only the address of one."""
    if not said.first("DC.identifier"):
        return ()
    digest = hashlib.sha256(source.data).hexdigest()
    paper = paper_record(said)
    records: tuple[Record, ...] = (paper, *(DossierRecord(p.dossier, p.title) for p in paper.placements if p.title))
    return (Sourced(RecordSource(f"{reader}-metadata", paper.id, digest), records, paper.id),)


def paper_record(said: Properties) -> PaperRecord:
    """The record of one publication."""
    kind = said.first("DC.type", *KIND_SCHEMES)
    title = said.first("OVERHEIDop.documenttitel") or said.first("DC.title")
    return PaperRecord(
        id=said.id,
        type=kind or said.first("DC.type", "OVERHEIDop.Parlementair"),
        kind=_kind(said, kind, title),
        title=title,
        date=said.first("DCTERMS.issued"),
        issued=said.first("DCTERMS.available"),
        chamber=_chamber(said.first("DC.creator")),
        creator=said.first("DC.creator"),
        session_year=said.first("OVERHEIDop.vergaderjaar"),
        placements=_placements(said),
        submitters=tuple(_submitters(said.all("OVERHEIDop.indiener"), kind, title)),
        subjects=said.all("OVERHEID.category"),
        annex_of=said.first("OVERHEIDop.hoofddocument"),
        annexes=said.all("OVERHEIDop.bijlage"),
        debated=tuple(_debated(said.all("OVERHEIDop.behandeldDossier"))),
    )


def _kind(said: Properties, kind: str, title: str) -> str:
    if kind == "Motie" and "gewijzigde motie" in title.lower():
        return "gewijzigde-motie"
    if said.first("DC.type", "OVERHEIDop.Parlementair") == "Handeling":
        return "handelingen"
    return _KINDS.get(kind.lower(), "")


def _chamber(creator: str) -> str:
    return {"Eerste": "ek", "Tweede": "tk"}.get(creator.partition(" ")[0], "")


def _placements(said: Properties) -> tuple[Placement, ...]:
    """Places in dossiers; a title is that of the one dossier, for of several it cannot be told whose it is."""
    dossiers = said.all("OVERHEIDop.dossiernummer")
    titles = said.all("OVERHEIDop.dossiertitel") if len(dossiers) == 1 else ()
    number = said.first("OVERHEIDop.ondernummer")
    return tuple(Placement(official("dossier", d), number, next(iter(titles), "")) for d in dossiers)


def _submitters(names: tuple[str, ...], kind: str, title: str) -> Iterable[NamedSubmitter]:
    """The index lists submitters in no order; who comes first is told by the title of the paper, which names him."""
    if kind.lower() == "brief":
        return (NamedSubmitter(name, role="signer") for name in names)
    if kind.lower() in ("antwoord", "mededeling") or not kind:
        return (NamedSubmitter(name, role="questioner") for name in names)
    places = {name: title.lower().find(_INITIALS.sub("", name).lower()) for name in names}
    named = [name for name in names if places[name] >= 0]
    first = names[0] if len(names) == 1 else min(named, key=lambda name: places[name], default="")
    return (NamedSubmitter(n, role="first-signatory" if n == first else "co-signatory") for n in names)


def _debated(dossiers: Iterable[str]) -> Iterable[str]:
    """Values such as `36176;30` (a paper) or `36176` (a dossier)."""
    for value in dossiers:
        dossier, _, number = value.partition(";")
        yield official("document", f"kst-{dossier}-{number}") if number else official("dossier", dossier)
