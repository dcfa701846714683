"""The composed specimens of every format, read as the JSON beside them says."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from msgspec import to_builtins

from ctgraph.model.document import Document
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers import read

FOLDER = Path(__file__).resolve().parent / "specimens" / "papers"
SPECIMENS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".xml", ".html"))


def told(intake: Intake) -> dict[str, Any]:
    """What a reader made of a file, as a reviewer wants to see it."""
    document = intake.document
    return {
        "format": intake.format,
        "unknown": [list(pair) for pair in intake.unknown],
        "remarks": list(intake.remarks),
        "records": [_filled(to_builtins(record)) for sourced in intake.records for record in sourced.records],
        **(_told(document) if document else {}),
    }


def _told(document: Document) -> dict[str, Any]:
    header = document.header
    body = document.body.text
    return {
        "id": document.id,
        "date": str(document.date),
        "reader": document.reader,
        "header": _filled(
            {
                name: getattr(header, name)
                for name in ("identifier", "dossiers", "dossier_title", "kind", "title", "session_year", "chamber")
            }
        ),
        "printed": [[name, document.quote(span)] for name, span in header.spans],
        "text": document.text.split("\n"),
        "body": body.split("\n"),
        "headings": [body[heading.start : heading.end] for heading in document.headings],
        "notes": [
            {
                "number": note.number,
                "flow": note.flow.text,
                "body": document.quote(note.body),
                "mark": document.quote(note.mark) if note.mark else "",
                "before": body[: note.anchor or 0][-20:],
            }
            for note in document.notes
        ],
        "furniture": [document.quote(span) for span in document.furniture],
    }


def _filled(record: dict[str, Any]) -> dict[str, Any]:
    made = {name: list(value) if isinstance(value, tuple) else value for name, value in record.items() if value}
    return {
        name: [_filled(v) if isinstance(v, dict) else v for v in value] if isinstance(value, list) else value
        for name, value in made.items()
    }


def _intake(path: Path) -> Intake:
    return read(SourceFile(f"kst/{path.name}", path.read_bytes()), {})


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda path: path.name)
def test_a_specimen_is_read_as_reviewed(path: Path) -> None:
    """Text, flows, notes, headings, header with its places, records, unknown elements: `make golden` writes them anew."""
    expected = path.with_suffix(".json")
    found = told(_intake(path))
    if os.environ.get("CTGRAPH_GOLDEN") == "write":
        expected.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    assert json.loads(expected.read_text(encoding="utf-8")) == found


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda path: path.name)
def test_every_character_leads_back(path: Path) -> None:
    """Each sign of each flow is the sign at its origin in the stored text; white space leads to white space."""
    document = _intake(path).document
    assert document is not None
    for flow in document.flows:
        for position, character in enumerate(flow.text):
            origin = document.text[flow.origin(position)]
            assert character == origin or (character.isspace() and origin.isspace())


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda path: path.name)
def test_paragraphs_and_headings_lie_in_the_body(path: Path) -> None:
    """Paragraphs begin behind a line end, in rising order, and a heading is one of them."""
    document = _intake(path).document
    assert document is not None
    body = document.body.text

    assert sorted({*document.paragraphs}) == list(document.paragraphs)
    assert all(start == 0 or body[start - 1] == "\n" for start in document.paragraphs)
    assert {heading.start for heading in document.headings} <= {*document.paragraphs}
