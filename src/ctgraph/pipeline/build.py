"""The whole story on one page: register and files in, a release out.

    register ─► quads ─┐
    files ─► documents ─► mentions ─► account ─► quads ─┤─► shapes checked ─► release
    ontology ─► quads ─┘

A file that is refused does not stop the rest. A build is stateless: what is named goes in, and with `add` also what
the current release was made of.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from pyoxigraph import Quad

from ctgraph.errors import InputError, ReleaseError
from ctgraph.graph import shapes
from ctgraph.graph.ontology import ontology_quads
from ctgraph.graph.register import state_register
from ctgraph.graph.statements import state
from ctgraph.model.claims import Account, Citation
from ctgraph.model.document import Document
from ctgraph.model.source import SourceFile
from ctgraph.pipeline.gazetteer import gazetteer
from ctgraph.pipeline.outcomes import deliveries
from ctgraph.pipeline.reading import Reading
from ctgraph.settings import Settings
from ctgraph.sources.files import collect, take
from ctgraph.sources.register import load_register
from ctgraph.store.manifest import Input, Refused
from ctgraph.store.releases import Release, current
from ctgraph.store.writing import Contents, ReleaseWriter
from ctgraph.version import VERSION

Step = Callable[[str, int, int], None]
"""Told what is being done, and how many of how many are done."""


@dataclass(frozen=True, slots=True)
class Folders:
    """What this version ships: the register, the ontology."""

    register: Path
    ontology: Path


@dataclass(frozen=True, slots=True)
class Suspect:
    """A reference that cannot be right, for the summary."""

    document: str
    text: str
    reason: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    release: Release
    documents: tuple[str, ...]
    statements: int
    suspects: tuple[Suspect, ...]
    refused: tuple[InputError, ...]
    violations: tuple[shapes.Violation, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class _Read:
    source: SourceFile
    document: Document


def build(settings: Settings, folders: Folders, paths: Sequence[Path], add: bool, step: Step) -> Report:
    """Build a release and make it current. Raises RegisterError or ReleaseError if none can be made."""
    started = time.monotonic()
    register = load_register(folders.register)
    reading = Reading(gazetteer(register))
    kept = _kept(settings) if add else ()
    read, refused = _read_all(reading, [*paths], kept, step)
    reading.holding(item.document.id for item in read)
    accounts = []
    for done, item in enumerate(read, 1):
        accounts.append(reading.account(item.document))
        step("reading", done, len(read))
    quads = [quad for account in accounts for quad in state(account, VERSION)]
    quads.extend(state_register(register, VERSION, tuple(deliveries(accounts, register.outcomes.values()))))
    quads.extend(ontology_quads(folders.ontology))
    step("checking", 0, 1)
    violations = shapes.check(quads, shapes.load_rules(folders.ontology))
    step("writing", 0, 1)
    release = _write(settings, quads, read, refused, started)
    return Report(
        release=release,
        documents=tuple(item.document.id for item in read),
        statements=sum(release.manifest.statements.values()),
        suspects=tuple(suspect for account in accounts for suspect in _suspects(account)),
        refused=tuple(refused),
        violations=violations,
        seconds=time.monotonic() - started,
    )


def _kept(settings: Settings) -> Iterator[SourceFile]:
    """The inputs of the current release, from the texts that it holds."""
    release = current(settings)
    for entry in release.manifest.inputs:
        try:
            data = release.text(entry.text).read_bytes()
        except OSError as error:
            advice = "Build again and name all files"
            raise ReleaseError(str(release.path), f"the text of {entry.id} is gone", advice) from error
        yield SourceFile(entry.path, data, entry.id, date.fromisoformat(entry.date) if entry.date else None)


def _read_all(
    reading: Reading, paths: Iterable[Path], kept: Iterable[SourceFile], step: Step
) -> tuple[list[_Read], list[InputError]]:
    """Read what is named, then what is kept and not named again; two texts of one paper do not mix."""
    read: dict[str, _Read] = {}
    refused: list[InputError] = []
    for found in collect(paths):
        try:
            if isinstance(found, InputError):
                raise found
            item = _read(reading, take(found))
            _accept(read, item)
        except InputError as error:
            refused.append(error)
        step("taking in", len(read), len(read))
    for source in kept:
        item = _read(reading, source)
        read.setdefault(item.document.id, item)
    return [read[identifier] for identifier in sorted(read)], refused


def _read(reading: Reading, source: SourceFile) -> _Read:
    return _Read(source, reading.document(source))


def _accept(read: dict[str, _Read], item: _Read) -> None:
    """Take a document in; the same text twice is once, another text of the same paper is refused."""
    other = read.get(item.document.id)
    if other is None:
        read[item.document.id] = item
    elif other.document.digest != item.document.digest:
        raise InputError(
            item.source.path,
            f"it is {item.document.id}, which {other.source.path} holds with another text",
            "Name one of the two",
        )


def _suspects(account: Account) -> Iterator[Suspect]:
    return (_suspect(account.document, c) for c in account.citations if c.status == "suspect")


def _suspect(document: Document, citation: Citation) -> Suspect:
    reason = citation.reason.en if citation.reason else ""
    return Suspect(document.id, citation.evidence[0].readable, reason, citation.suggestion)


def _write(
    settings: Settings, quads: Sequence[Quad], read: Sequence[_Read], refused: Sequence[InputError], started: float
) -> Release:
    contents = Contents(
        quads=quads,
        software_version=VERSION,
        texts=[item.document.text for item in read],
        documents=len(read),
        inputs=tuple(_input(item) for item in read),
        refused=tuple(Refused(error.path, error.reason) for error in refused),
        run={"ended": datetime.now(UTC).isoformat(timespec="seconds"), "seconds": time.monotonic() - started},
    )
    with ReleaseWriter(settings) as writer:
        return writer.write(contents)


def _input(item: _Read) -> Input:
    digest = hashlib.sha256(item.source.data).hexdigest()
    day = item.document.date.isoformat() if item.document.date else ""
    return Input(item.source.path, digest, item.document.id, item.document.digest, day)
