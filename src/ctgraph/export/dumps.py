"""A release, or a dossier or document of it, as files that others can load, with checksums and a description.

    release.nq .trig .ttl .jsonld    the named graphs; in Turtle their union, each triple once
    documents.csv …                  a table for each kind of thing; *.spreadsheet.csv is safe for spreadsheet programs
    csv-metadata.json                what the tables are (CSV on the Web)
    *.gz *.zst                       the same with gzip and with zstd
    void.ttl dcat.ttl                what the dataset is, and these files
    manifest.json SHA256SUMS         what it was made of, and the checksum of every file

A part has `kst-29754-645.nq` or `dossier-29754.nq` in the place of `release.nq`, a document also RDF/XML. In the place
of what describes the whole it has `kst-29754-645.about.ttl` and `kst-29754-645.manifest.json`.

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
from pathlib import Path
from typing import Final, TypeVar

from msgspec import Struct
from msgspec.structs import replace
from pyoxigraph import RdfFormat

from ctgraph.errors import ExportError, ReleaseError, UsageError
from ctgraph.export.csvw import SAFE, write_metadata, write_safe
from ctgraph.export.description import SUMS, describe, describe_part, sums
from ctgraph.export.jsonld import write_json_ld
from ctgraph.export.parts import Wanted, cut
from ctgraph.export.statements import by_graph, union
from ctgraph.export.tables import loaded, opened, tables, write_table
from ctgraph.export.writing import Dump, compress, weigh, write_rdf
from ctgraph.store.releases import Release

ALL: Final = "all"
FORMATS: Final = ("nq", "trig", "ttl", "jsonld", "csv")
OF_A_DOCUMENT: Final = "rdf"
"""RDF/XML, which has no graphs and grows large: written for one document only."""
_ABOUT: Final = {
    "nq": "All statements with their named graphs, in canonical form: the SHA-256 of this file names the release.",
    "trig": "All statements, named graph by named graph.",
    "ttl": "The union of the named graphs, each triple once.",
    "jsonld": "All statements, named graph by named graph, in compact form with the context of the ontology.",
    "rdf": "The union of the named graphs, each triple once.",
}
WHOLE: Final = Wanted()
_CUT: Final = ".cut.nq"
"""The statements of a part while its files are made; it goes with the folder that they are made in."""
_OFTEN: Final = 16_384
"""Statements between two reports of progress."""

Step = Callable[[str, int, int], None]
"""Told what is being done, and how many of how many are done."""
_Item = TypeVar("_Item")


class _Work(Struct, frozen=True):
    """The folder that dumps are made in, and what is told of each by its name.

    `quads` are the statements that go out, as sorted N-Quads, `size` is how many there are.
    """

    release: Release
    folder: Path
    step: Step
    about: dict[str, str]
    quads: Path
    size: int
    wanted: Wanted

    def path(self, name: str, about: str) -> Path:
        """The path of a new dump."""
        self.about[name] = about
        return self.folder / name


def export_release(
    release: Release, to: Path, formats: Sequence[str], step: Step, wanted: Wanted = WHOLE
) -> tuple[Dump, ...]:
    """Write what is wanted of a release into a folder in these formats (`all` for every one) and describe it.

    Raises UsageError for an unknown format, for what the release does not hold or for a folder among the releases,
    ReleaseError for a damaged release, and ExportError if the folder cannot be written to; then no file has changed
    under its final name.
    """
    chosen = _chosen(formats, wanted)
    _check_target(release, to)
    _check_release(release)
    try:
        to.mkdir(parents=True, exist_ok=True)
        with _staging(to) as folder:
            written = _write(_work(release, folder, step, wanted), chosen)
            return _install(folder, to, written)
    except OSError as error:
        raise ExportError(str(to), error.strerror or str(error)) from error


def _chosen(formats: Sequence[str], wanted: Wanted) -> tuple[str, ...]:
    offered = (*FORMATS, OF_A_DOCUMENT) if wanted.document else FORMATS
    known = (*offered, ALL)
    for name in formats:
        if name not in known:
            raise UsageError("There is no such format", name, known)
    return offered if ALL in formats else tuple(name for name in offered if name in formats)


def _work(release: Release, folder: Path, step: Step, wanted: Wanted) -> _Work:
    """What there is to do; for a part its statements are cut out first."""
    if wanted == WHOLE:
        size = sum(release.manifest.statements.values())
        return _Work(release, folder, step, {}, release.quads, size, wanted)
    step(wanted.name, 0, 1)
    quads, size = folder / _CUT, 0
    with quads.open("xb") as file:
        for line in cut(release.quads, wanted):
            file.write(line)
            size += 1
    return _Work(release, folder, step, {}, quads, size, wanted)


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
        files += (path, *compress(path))
    dumps = [weigh(path) for path in files]
    work.step("describing", 0, 1)
    if work.wanted != WHOLE:
        described = describe_part(work.release, work.wanted, work.quads, dumps, work.about)
        return [*dumps, *map(weigh, described)]
    return [*dumps, *map(weigh, describe(work.release, dumps, work.about, work.folder))]


def _copy(work: _Work) -> Iterator[Path]:
    path = work.path(f"{work.wanted.name}.nq", _ABOUT["nq"])
    shutil.copyfile(work.quads, path)
    yield path


def _trig(work: _Work) -> Iterator[Path]:
    path = work.path(f"{work.wanted.name}.trig", _ABOUT["trig"])
    write_rdf(_told(by_graph(work.quads), work, path), RdfFormat.TRIG, path)
    yield path


def _turtle(work: _Work) -> Iterator[Path]:
    path = work.path(f"{work.wanted.name}.ttl", _ABOUT["ttl"])
    write_rdf(_told(union(work.quads), work, path), RdfFormat.TURTLE, path)
    yield path


def _xml(work: _Work) -> Iterator[Path]:
    path = work.path(f"{work.wanted.name}.rdf", _ABOUT["rdf"])
    write_rdf(_told(union(work.quads), work, path), RdfFormat.RDF_XML, path)
    yield path


def _json(work: _Work) -> Iterator[Path]:
    path = work.path(f"{work.wanted.name}.jsonld", _ABOUT["jsonld"])
    write_json_ld(_told(by_graph(work.quads), work, path), path)
    yield path


def _csv(work: _Work) -> Iterator[Path]:
    store = opened(work.release) if work.wanted == WHOLE else loaded(work.quads)
    known = tables()
    written = []
    for done, table in enumerate(known):
        path = work.path(f"{table.name}.csv", table.about)
        work.step(path.name, done, len(known))
        write_table(store, table, path)
        written.append((path, table.about))
        yield path
        safe = work.path(f"{table.name}{SAFE}", f"{table.about} Safe for spreadsheet programs.")
        write_safe(path, safe)
        yield safe
    described = work.path("csv-metadata.json", "What the tables are, as CSV on the Web has it.")
    write_metadata(written, described)
    yield described


_WRITERS: Final = {"nq": _copy, "trig": _trig, "ttl": _turtle, "jsonld": _json, "csv": _csv, "rdf": _xml}


def _told(items: Iterable[_Item], work: _Work, path: Path) -> Iterator[_Item]:
    """The items as they are, with a report of progress now and then."""
    for done, item in enumerate(items):
        if done % _OFTEN == 0:
            work.step(path.name, done, work.size)
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
