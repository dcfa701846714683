"""Composed specimens and real files of official sources, read, and what is stated of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec.structs import replace
from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.graph.official import state_records
from ctgraph.model.intake import Intake
from ctgraph.model.official import Record, Sourced
from ctgraph.model.official.crosswalk import Crosswalk
from ctgraph.model.source import SourceFile
from ctgraph.namespaces import DEF
from ctgraph.pipeline.lending import Ledger
from ctgraph.readers import read

R = TypeVar("R", bound=Record)

SPECIMENS = Path(__file__).parent / "specimens"
DATA = Path(__file__).resolve().parents[2] / "../shared/data"


def specimen(name: str) -> Intake:
    """A composed specimen, read by whichever reader takes it."""
    return intake((SPECIMENS / name).read_bytes(), name)


def intake(data: bytes, name: str) -> Intake:
    """Bytes under a file name, read by whichever reader takes them."""
    return read(SourceFile(name, data), {})


def together(files: Iterable[SourceFile]) -> list[Intake]:
    """Files as a build reads them: each once for what it lends, and again with what the others do."""
    sources = list(files)
    first = [read(source, {}) for source in sources]
    ledger = Ledger(loan for intake in first for loan in intake.loans)
    lent = [ledger.lent(intake.loans) for intake in first]
    return [read(replace(source, lent=each), {}) for source, each in zip(sources, lent, strict=True)]


def real(path: str) -> Intake:
    """A real file; the test is skipped where the folder of them is absent."""
    file = DATA / path
    if not file.exists():
        pytest.skip(f"the real file {path} is not on this machine")
    return intake(file.read_bytes(), file.name)


def records(given: Intake, kind: type[R]) -> list[R]:
    """The records of one kind, in order."""
    return [record for sourced in given.records for record in sourced.records if isinstance(record, kind)]


def stated(sources: Iterable[Sourced], known: Crosswalk | None = None) -> list[Quad]:
    """All that is stated of records."""
    return list(_stated(sources, known or Crosswalk()))


def _stated(sources: Iterable[Sourced], known: Crosswalk) -> Iterator[Quad]:
    for sourced in sources:
        yield from state_records(sourced, known, "0.1.0")


def said(quads: Iterable[Quad], subject: str, predicate: str) -> list[str]:
    """The values of a property of a thing; a property is a local name of ours or an IRI."""
    wanted = (NamedNode(subject), NamedNode(predicate if ":" in predicate else DEF + predicate))
    found = (quad.object for quad in quads if (quad.subject, quad.predicate) == wanted)
    return [each.value for each in found if isinstance(each, NamedNode | Literal)]
