"""Write a release: a folder that gets its final name only when it is complete, counted and on disk."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store

from ctgraph.errors import ReleaseError
from ctgraph.graph.canonical import nquads
from ctgraph.settings import Settings
from ctgraph.store import manifest as manifests
from ctgraph.store.manifest import Input, Manifest, Refused
from ctgraph.store.releases import POINTER, Release, load, pointed

_BUILDING: Final = "building-"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a release is made of. `texts` are texts as offsets count in them; `run` does not enter the id."""

    quads: Iterable[Quad]
    software_version: str
    texts: Iterable[str] = ()
    documents: int = 0
    inputs: tuple[Input, ...] = ()
    refused: tuple[Refused, ...] = ()
    run: Mapping[str, str | float] = field(default_factory=dict)


class ReleaseWriter:
    """The right to write a release: `with ReleaseWriter(settings) as writer: writer.write(contents)`.

    One holder at a time; a second one gets ReleaseError at once.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._folder = settings.releases
        self._lock: IO[bytes] | None = None

    def __enter__(self) -> Self:
        lock = None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            lock = open(self._folder / ".lock", "wb")
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._remove_unfinished()
        except OSError as error:
            if lock is not None:
                lock.close()
            raise _unwritable(self._folder, error) from error
        self._lock = lock
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):
            self._remove_unfinished()
        if self._lock is not None:
            self._lock.close()

    def write(self, contents: Contents) -> Release:
        """Write the release, and make it the current one; on any failure the old one stays.

        If the same statements make a release already, that folder stays and becomes current.
        """
        data = _canonical(contents.quads)
        digest = hashlib.sha256(data).hexdigest()
        identifier = digest[:16]
        building = self._folder / f"{_BUILDING}{os.getpid()}"
        try:
            if not self._is_sound(identifier, digest):
                building.mkdir()
                _fill(building, contents, data, digest)
                self._install(building, identifier)
            self._point_to(identifier)
        except OSError as error:
            raise _unwritable(self._folder, error) from error
        return load(self._settings, identifier)

    def _is_sound(self, identifier: str, digest: str) -> bool:
        try:
            release = load(self._settings, identifier)
            _check_count(release.store, release.quads.read_bytes())
        except (ReleaseError, OSError):
            return False
        return release.manifest.canonical_hash == digest

    def _install(self, building: Path, identifier: str) -> None:
        target = self._folder / identifier
        if target.exists():
            target.rename(self._folder / f"{_BUILDING}{os.getpid()}-damaged")
        building.rename(target)
        _sync(self._folder)
        self._remove_unfinished()

    def _point_to(self, identifier: str) -> None:
        if pointed(self._settings) == identifier:
            return
        link = self._folder / f"{_BUILDING}{os.getpid()}-{POINTER}"
        link.symlink_to(identifier)
        link.replace(self._folder / POINTER)
        _sync(self._folder)

    def _remove_unfinished(self) -> None:
        """Remove what interrupted builds left; the lock says that none is at work."""
        for left in self._folder.glob(f"{_BUILDING}*"):
            if left.is_symlink():
                left.unlink()
            else:
                shutil.rmtree(left)


def _canonical(quads: Iterable[Quad]) -> bytes:
    """The canonical file; refuses a blank node (in `nquads`), and a statement outside the named graphs."""
    held = tuple(quads)
    for quad in held:
        if isinstance(quad.graph_name, DefaultGraph):
            advice = "Give it the named graph of its source"
            raise ReleaseError("default graph", f"a statement without a source: {quad}", advice)
    return nquads(held)


def _fill(folder: Path, contents: Contents, data: bytes, digest: str) -> None:
    triples, statements = _union(data)
    manifest = Manifest(
        id=digest[:16],
        canonical_hash=digest,
        software_version=contents.software_version,
        documents=contents.documents,
        statements=statements,
        inputs=contents.inputs,
        refused=contents.refused,
        run=contents.run,
    )
    store = Store(str(folder / "store"))
    store.bulk_load(data + triples, RdfFormat.N_QUADS, lenient=True)
    store.flush()
    store.optimize()
    del store  # closes it, so that the check below opens what is on disk
    _check_count(folder / "store", data, triples)
    (folder / "texts").mkdir()
    for text in contents.texts:
        body = text.encode()
        _write(folder / "texts" / f"{hashlib.sha256(body).hexdigest()}.txt", body)
    _write(folder / "release.nq", data)
    _write(folder / "manifest.json", manifests.write(manifest))
    for part in (folder / "store", folder / "texts", folder):
        _sync(part)


def _union(data: bytes) -> tuple[bytes, dict[str, int]]:
    """The triples of all graphs, each once, as N-Triples; and how many statements each graph holds."""
    parts = [line.rsplit(b" ", 2) for line in data.splitlines()]
    statements = Counter([part[1] for part in parts])
    counts = {graph[1:-1].decode(): count for graph, count in sorted(statements.items())}
    triples = dict.fromkeys([part[0] for part in parts])
    return b"".join([triple + b" .\n" for triple in triples]), counts


def _check_count(store: Path, data: bytes, triples: bytes | None = None) -> None:
    """Open the store anew and count; raises OSError if it does not hold what was written."""
    union = _union(data)[0] if triples is None else triples
    expected = data.count(b"\n") + union.count(b"\n")
    try:
        found = len(Store.read_only(str(store)))
    except RuntimeError as error:  # what pyoxigraph raises for a damaged store
        raise OSError(str(error)) from error
    if found != expected:
        raise OSError(f"the store holds {found} statements instead of {expected}")


def _write(path: Path, data: bytes) -> None:
    with open(path, "xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Have the names in a folder on disk; some file systems know no such thing."""
    descriptor = os.open(folder, os.O_RDONLY)
    with suppress(OSError):
        os.fsync(descriptor)
    os.close(descriptor)


def _unwritable(folder: Path, error: OSError) -> ReleaseError:
    if isinstance(error, BlockingIOError):
        return ReleaseError(str(folder), "another build is writing here", "Wait until it has ended")
    reason = f"the release could not be written ({error})"
    return ReleaseError(str(folder), reason, "Free space or mend the folder, and build again")
