"""extract, text, resolve: reading without building. What the current release holds counts as known, if there is one."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from ctgraph.cli.console import emit, leave, print_table
from ctgraph.errors import InputError
from ctgraph.export.annotations import Record, Reference, records, reference_records
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


def print_annotations(settings: Settings, file: Path, identifier: str, day: date | None) -> NoReturn:
    """Print the annotations of a file as a JSON list, and end the process."""
    # One document and an end: what is made lives until then, and looking for cycles in it costs a fifth of the time.
    gc.disable()
    reading = register_reading(settings)
    account = reading.named(reading.document(_source(file, identifier, day)))
    emit(as_lines(records(account)).encode())
    leave()


def as_lines(found: Sequence[Record]) -> str:
    """A JSON list with a record a line.

    Written at once and cut into lines between the records, because an encoder is made anew for each call, which takes
    a quarter of its time. No string holds what the records are cut at: a quote within a string has a backslash.
    """
    if not found:
        return "[]\n"
    encoder = json.JSONEncoder(ensure_ascii=False, check_circular=False)
    lines = encoder.encode(found)[1:-1].replace('}, {"type": ', '},\n{"type": ')
    return f"[\n{lines}\n]\n"


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
