"""Papers that are no case of a dossier: documents with a number in one, written questions, and answers to them.

Their rows are read by the product's own reader. A question goes by the number of its case and an answer by its own
number; the ids are made of these by the publisher's rule, which is a step of reasoning (confidence medium).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from ctgraph.identifiers import slug
from ctgraph.model.official import CaseRecord, PaperRecord, Sourced
from ctgraph.model.source import SourceFile
from ctgraph.readers.tk_odata import read_odata
from register_compiler.tables import Cells

_BY_CASE = "The id is made of the number of the case, {}."
_BY_NUMBER = "The id is made of the number of the answer; its document is {}."


def compile_documents(saved: Path, dossiers: Mapping[str, Cells], known: Container[str]) -> Iterator[Cells]:
    """One row a paper that is not known from the cases; a dossier is told by its title, if it is that of one alone."""
    titles = [slug(row["title"]) for row in dossiers.values()]
    by_title = {slug(row["title"]): key for key, row in dossiers.items() if titles.count(slug(row["title"])) == 1}
    for sourced in _records(saved / "document_ct.json"):
        for record in sourced.records:
            if isinstance(record, PaperRecord):
                yield from _document(sourced, record, by_title, dossiers, known)
    for sourced in _records(saved / "zaken_ct.json"):
        for record in sourced.records:
            if isinstance(record, CaseRecord) and record.case.type == "Schriftelijke vragen":
                yield _question(sourced, record)


def _records(path: Path) -> tuple[Sourced, ...]:
    return read_odata(SourceFile(path.name, path.read_bytes())).records if path.exists() else ()


def _document(
    sourced: Sourced,
    record: PaperRecord,
    by_title: Mapping[str, str],
    dossiers: Mapping[str, Cells],
    known: Container[str],
) -> Iterator[Cells]:
    place = record.placements[0] if record.placements else None
    dossier = (place.dossier or by_title.get(slug(place.title), "")) if place else ""
    if record.reasoned:
        note = _BY_NUMBER.format(record.numbers[0])
        yield _row(record.id, record, sourced) | {"confidence": "medium", "note": note}
    elif place and dossier and place.number != "0" and f"kst-{dossier}-{place.number}" not in known:
        own = {"dossier": dossier, "number": place.number, "confidence": dossiers[dossier]["confidence"]}
        yield _row(f"kst-{dossier}-{place.number}", record, sourced) | own


def _row(key: str, record: PaperRecord, sourced: Sourced) -> Cells:
    return {
        "key": key,
        "date": record.date,
        "kind": record.kind,
        "title": record.title,
        "session_year": record.session_year,
        "source": sourced.source.address,
    }


def _question(sourced: Sourced, record: CaseRecord) -> Cells:
    return {
        "key": f"kv-tk-{record.case.number}",
        "date": record.started,
        "kind": record.kind,
        "title": record.title,
        "session_year": record.session_year,
        "source": sourced.source.address,
        "confidence": "medium",
        "note": _BY_CASE.format(record.case.number),
    }
