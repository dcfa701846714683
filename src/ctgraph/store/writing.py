"""Write a release: a folder that gets its final name only when it is complete, counted and on disk.

Its statements come as parts and are merged while they are written, so that memory does not grow with them.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

from pyoxigraph import DefaultGraph, Quad, Store

from ctgraph.errors import ReleaseError
from ctgraph.graph.canonical import lines
from ctgraph.model.withdrawals import Withdrawal
from ctgraph.settings import Settings
from ctgraph.store import manifest as manifests
from ctgraph.store import sums, withdrawn
from ctgraph.store.filling import CHANGED, MOST, fill, fill_from
from ctgraph.store.gathering import Gathered, gather
from ctgraph.store.manifest import Input, Manifest, Refused, Withheld
from ctgraph.store.merging import Block
from ctgraph.store.releases import POINTER, Release, load, pointed
from ctgraph.store.search import write_index, write_index_from
from ctgraph.store.search_schema import FILE as SEARCH

_BUILDING: Final = "building-"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a release is made of: statements, and `parts`, each some lines of canonical N-Quads.

    `texts` are texts as offsets count in them; `run` does not enter the id. `withdrawn` replaces the list of what is
    withdrawn; None leaves it as it is.
    """

    quads: Iterable[Quad]
    software_version: str
    texts: Iterable[str] = ()
    documents: int = 0
    inputs: tuple[Input, ...] = ()
    refused: tuple[Refused, ...] = ()
    run: Mapping[str, str | float] = field(default_factory=dict)
    parts: Iterable[Block] = ()
    withheld: tuple[Withheld, ...] = ()
    withdrawn: tuple[Withdrawal, ...] | None = None


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
        building = self._folder / f"{_BUILDING}{os.getpid()}"
        try:
            building.mkdir()
            merged = gather(chain(contents.parts, [_canonical(contents.quads)]), building / "release.nq")
            identifier = merged.digest[:16]
            if not self._is_sound(identifier, merged.digest):
                _fill(building, contents, merged, self._neighbour())
                self._install(building, identifier)
            if contents.withdrawn is not None:
                withdrawn.keep(self._settings, contents.withdrawn)
            self._point_to(identifier)
        except OSError as error:
            raise _unwritable(self._folder, error) from error
        return load(self._settings, identifier)

    def switch(self, release: Release) -> None:
        """Make a release that is there current; raises ReleaseError if its store does not hold what it should."""
        try:
            _check_count(release.store, release.manifest.stored)
            self._point_to(release.id)
        except OSError as error:
            raise ReleaseError(str(release.path), f"the release is damaged ({error})", "Build again") from error

    def _is_sound(self, identifier: str, digest: str) -> bool:
        try:
            release = load(self._settings, identifier)
            if sums.damage(release.path):  # before it is opened: what is damaged may ask for all memory there is
                return False
            _check_count(release.store, release.manifest.stored)
        except (ReleaseError, OSError):
            return False
        return release.manifest.canonical_hash == digest and release.search.is_file()

    def _neighbour(self) -> Release | None:
        """The current release, if there is one to start from."""
        try:
            release = load(self._settings, pointed(self._settings) or "")
        except ReleaseError:
            return None
        return release if release.quads.is_file() else None

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
            if left.is_symlink() or left.is_file():
                left.unlink()
            else:
                shutil.rmtree(left)


def _canonical(quads: Iterable[Quad]) -> Block:
    """The lines of statements; refuses a blank node, and a statement outside the named graphs."""
    held = tuple(quads)
    for quad in held:
        if isinstance(quad.graph_name, DefaultGraph):
            advice = "Give it the named graph of its source"
            raise ReleaseError("default graph", f"a statement without a source: {quad}", advice)
    return lines(held)


def _fill(folder: Path, contents: Contents, merged: Gathered, neighbour: Release | None) -> None:
    _write_texts(folder / "texts", contents.texts, neighbour)
    if neighbour is not None and sums.damage(neighbour.path):
        neighbour = None  # damage would go on in the copy
    # Beside each other: what fills the store leaves Python to the index for most of the time.
    with ThreadPoolExecutor(1) as beside:
        index = beside.submit(_index, folder, merged, neighbour)
        _fill_store(folder / "store", merged, neighbour)
        index.result()
    manifest = Manifest(
        id=merged.digest[:16],
        canonical_hash=merged.digest,
        software_version=contents.software_version,
        documents=contents.documents,
        statements=merged.statements,
        stored=merged.size + merged.triples,
        inputs=contents.inputs,
        refused=contents.refused,
        withheld=contents.withheld,
        run=contents.run,
    )
    _write(folder / "manifest.json", manifests.write(manifest))
    _write(folder / sums.FILE, sums.write(folder))
    for part in (folder / "store", folder / "texts", folder):
        _sync(part)


def _write_texts(folder: Path, texts: Iterable[str], neighbour: Release | None) -> None:
    """Write each text once, under its digest; one that the neighbour has is the same file."""
    folder.mkdir()
    written: set[str] = set()
    for text in texts:
        body = text.encode()
        digest = hashlib.sha256(body).hexdigest()
        if digest in written:
            continue
        written.add(digest)
        if neighbour is None or not _linked(neighbour.text(digest), folder, body):
            _write(folder / f"{digest}.txt", body)


def _linked(text: Path, folder: Path, body: bytes) -> bool:
    """Whether a text could be taken over; not one that was damaged."""
    try:
        if text.read_bytes() != body:
            return False
        os.link(text, folder / text.name)
    except OSError:  # it is not there, or the file system knows no links
        return False
    return True


def _index(folder: Path, merged: Gathered, neighbour: Release | None) -> None:
    made = (folder / SEARCH, merged.file, folder / "texts")
    if neighbour is None or not write_index_from(*made, neighbour.search, neighbour.path / "texts"):
        write_index(*made)


def _fill_store(store: Path, merged: Gathered, neighbour: Release | None) -> None:
    """Fill and count it; a neighbour that is damaged, or led to something else, is as none."""
    stored = merged.size + merged.triples
    if neighbour is not None:
        with suppress(OSError, RuntimeError):  # the second is what pyoxigraph raises for a damaged store
            most = min(int(merged.size * CHANGED), MOST)
            if fill_from(store, neighbour.store, neighbour.quads, merged.file, most):
                _check_count(store, stored)
                return
        shutil.rmtree(store, ignore_errors=True)
    fill(store, merged.file)
    _check_count(store, stored)


def _check_count(store: Path, expected: int) -> None:
    """Open the store anew and count; raises OSError if it does not hold what was written."""
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
