"""A release as files that others can load, with checksums and a description.

    release.nq .trig .ttl .jsonld    the named graphs; in Turtle their union, each triple once
    documents.csv …                  a table for each kind of thing
    *.gz                             the same with gzip
    void.ttl dcat.ttl                what the dataset is, and these files
    manifest.json SHA256SUMS         what it was made of, and the checksum of every file

Everything is written in a folder of its own inside the target, then renamed; SHA256SUMS comes last. The same release
gives the same bytes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeVar

from pyoxigraph import RdfFormat

from ctgraph.errors import ExportError, ReleaseError, UsageError
from ctgraph.export.description import SUMS, describe, sums
from ctgraph.export.statements import by_graph, union
from ctgraph.export.tables import opened, tables, write_table
from ctgraph.export.writing import Dump, compress, weigh, write_rdf
from ctgraph.store.releases import Release

ALL: Final = "all"
FORMATS: Final = ("nq", "trig", "ttl", "jsonld", "csv")
_ABOUT: Final = {
    "nq": "All statements with their named graphs, in canonical form: the SHA-256 of this file names the release.",
    "trig": "All statements, named graph by named graph.",
    "ttl": "The union of the named graphs, each triple once.",
    "jsonld": "All statements, named graph by named graph, in expanded form.",
}
_OFTEN: Final = 16_384
"""Statements between two reports of progress."""

Step = Callable[[str, int, int], None]
"""Told what is being done, and how many of how many are done."""
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class _Work:
    """The folder that dumps are made in, and what is told of each by its name."""

    release: Release
    folder: Path
    step: Step
    about: dict[str, str]

    def path(self, name: str, about: str) -> Path:
        """The path of a new dump."""
        self.about[name] = about
        return self.folder / name


def export_release(release: Release, to: Path, formats: Sequence[str], step: Step) -> tuple[Dump, ...]:
    """Write a release into a folder in these formats (`all` for every one) and describe what was written.

    Raises UsageError for an unknown format or a folder among the releases, ReleaseError for a damaged release, and
    ExportError if the folder cannot be written to; then no file has changed under its final name.
    """
    chosen = _chosen(formats)
    _check_target(release, to)
    _check_release(release)
    try:
        to.mkdir(parents=True, exist_ok=True)
        with _staging(to) as folder:
            written = _write(_Work(release, folder, step, {}), chosen)
            return _install(folder, to, written)
    except OSError as error:
        raise ExportError(str(to), error.strerror or str(error)) from error


def _chosen(formats: Sequence[str]) -> tuple[str, ...]:
    known = (*FORMATS, ALL)
    for name in formats:
        if name not in known:
            raise UsageError("There is no such format", name, known)
    return FORMATS if ALL in formats else tuple(name for name in FORMATS if name in formats)


def _check_target(release: Release, to: Path) -> None:
    """Refuse the folder of the releases: what is served is never written to."""
    if to.resolve().is_relative_to(release.path.resolve().parent):
        raise UsageError("Dumps cannot go into the folder of the releases; name another one", str(to))


def _check_release(release: Release) -> None:
    """Raise ReleaseError unless the canonical file is what the manifest says."""
    try:
        with release.quads.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ReleaseError(str(release.quads), f"it cannot be read ({error})", "Run `ctgraph build`") from error
    if digest != release.manifest.canonical_hash:
        raise ReleaseError(str(release.quads), "its checksum is not that of the manifest", "Run `ctgraph build`")


@contextmanager
def _staging(to: Path) -> Iterator[Path]:
    """A folder inside the target, on the same file system, that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix=".export-", dir=to))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write(work: _Work, formats: Iterable[str]) -> list[Dump]:
    """Write all files but the list of checksums."""
    plain = [path for name in formats for path in _WRITERS[name](work)]
    files: list[Path] = []
    for done, path in enumerate(plain):
        work.step("compressing", done, len(plain))
        files += (path, compress(path))
    dumps = [weigh(path) for path in files]
    work.step("describing", 0, 1)
    return [*dumps, *map(weigh, describe(work.release, dumps, work.about, work.folder))]


def _copy(work: _Work) -> Iterator[Path]:
    path = work.path("release.nq", _ABOUT["nq"])
    shutil.copyfile(work.release.quads, path)
    yield path


def _trig(work: _Work) -> Iterator[Path]:
    path = work.path("release.trig", _ABOUT["trig"])
    write_rdf(_told(by_graph(work.release.quads), work, path), RdfFormat.TRIG, path)
    yield path


def _turtle(work: _Work) -> Iterator[Path]:
    path = work.path("release.ttl", _ABOUT["ttl"])
    write_rdf(_told(union(work.release.quads), work, path), RdfFormat.TURTLE, path)
    yield path


def _json(work: _Work) -> Iterator[Path]:
    path = work.path("release.jsonld", _ABOUT["jsonld"])
    write_rdf(_told(by_graph(work.release.quads), work, path), RdfFormat.JSON_LD, path)
    yield path


def _csv(work: _Work) -> Iterator[Path]:
    store, known = opened(work.release), tables()
    for done, table in enumerate(known):
        path = work.path(f"{table.name}.csv", table.about)
        work.step(path.name, done, len(known))
        write_table(store, table, path)
        yield path


_WRITERS: Final = {"nq": _copy, "trig": _trig, "ttl": _turtle, "jsonld": _json, "csv": _csv}


def _told(items: Iterable[_Item], work: _Work, path: Path) -> Iterator[_Item]:
    """The items as they are, with a report of progress now and then."""
    total = sum(work.release.manifest.statements.values())
    for done, item in enumerate(items):
        if done % _OFTEN == 0:
            work.step(path.name, done, total)
        yield item


def _install(folder: Path, to: Path, written: Sequence[Dump]) -> tuple[Dump, ...]:
    """Give the files their final names. The old list of checksums goes first: it never stands beside new files."""
    listed = folder / SUMS
    listed.write_bytes(sums(written))
    for path in (*(dump.path for dump in written), listed):
        _sync(path)
    (to / SUMS).unlink(missing_ok=True)
    for dump in written:
        os.replace(dump.path, to / dump.path.name)
    os.replace(listed, to / SUMS)
    return tuple(replace(dump, path=to / dump.path.name) for dump in written)


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
