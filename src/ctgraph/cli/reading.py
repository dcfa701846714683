"""extract, text, resolve: reading without building. What the current release holds counts as known, if there is one."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import NoReturn

from ctgraph.cli.console import emit, leave, print_table
from ctgraph.cli.memory import keep_all
from ctgraph.errors import InputError
from ctgraph.export.annotations import Reference, records, reference_records, written
from ctgraph.model.source import SourceFile
from ctgraph.pipeline.reading import Reading
from ctgraph.settings import Settings
from ctgraph.sources.files import take
from ctgraph.store.releases import current, pointed


def register_reading(settings: Settings) -> Reading:
    """A reading against the register; what the current release holds counts as known."""
    reading = Reading.shipped()
    if pointed(settings) is not None:
        reading.holding(frozenset(entry.id for entry in current(settings).manifest.inputs))
    return reading


def _source(file: Path, identifier: str = "", day: date | None = None) -> SourceFile:
    if not os.path.isfile(file):
        raise InputError(str(file), "there is no such file", "Check the path")
    return take(file, identifier, day)


def print_annotations(
    settings: Settings, file: Path, identifier: str, day: date | None, form: str = "json"
) -> NoReturn:
    """Print the annotations of a file in a form of `FORMS`, and end the process."""
    keep_all()
    reading = register_reading(settings)
    document = reading.document(_source(file, identifier, day))
    emit(written(form, records(reading.named(document)), document.text, document.id))
    leave()


def print_text(settings: Settings, file: Path) -> None:
    """Print the text that offsets refer to, byte for byte."""
    emit(register_reading(settings).document(_source(file)).text.encode())


def print_resolved(settings: Settings, words: str, day: date | None) -> None:
    """Print each reference of a text: as written, id, IRI, status, reason."""
    account = register_reading(settings).text(words, day)
    rows = [_row(found) for found in reference_records(account)]
    print_table(["text", "id", "iri", "resolutionStatus", "reason"], rows)


def _row(found: Reference) -> list[str]:
    reason = f"{found['reason']}; proposed: {found['suggestion']}" if found["suggestion"] else found["reason"]
    return [found["text"], found["id"], " ".join(found["iris"]), found["resolutionStatus"], reason]
