"""Write a release: a folder that gets its final name only when it is complete, counted and on disk.

Its statements come as parts and are merged while they are written, so that memory does not grow with them.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

from msgspec import Struct, field
from pyoxigraph import DefaultGraph, Quad

from ctgraph.errors import ReleaseError
from ctgraph.graph.canonical import lines
from ctgraph.model.withdrawals import Withdrawal
from ctgraph.settings import Settings
from ctgraph.store import manifest as manifests
from ctgraph.store import sums, withdrawn
from ctgraph.store.composing import Composition, composed, gather_from
from ctgraph.store.filling import CHANGED, MOST
from ctgraph.store.folder import (
    Made,
    check_count,
    fill_store,
    sync,
    sync_files,
    write_counts,
    write_file,
    write_search,
    write_texts,
)
from ctgraph.store.gathering import gather
from ctgraph.store.manifest import Input, Manifest, Refused, Withheld
from ctgraph.store.merging import Block
from ctgraph.store.releases import PARTS, POINTER, Release, load, pointed

_BUILDING: Final = "building-"


class Contents(Struct, frozen=True):
    """What a release is made of: statements, and `parts`, each some lines of canonical N-Quads.

    `composition` says which parts these are, where all statements come as parts: then the release is made from the
    last one by the parts that differ, if that can be. `texts` are texts as offsets count in them; `run` does not enter
    the id. `withdrawn` replaces the list of what is withdrawn; None leaves it as it is.
    """

    quads: Iterable[Quad]
    software_version: str
    texts: Iterable[str] = ()
    documents: int = 0
    inputs: tuple[Input, ...] = ()
    refused: tuple[Refused, ...] = ()
    run: Mapping[str, str | float] = field(default_factory=dict)
    parts: Iterable[Block] = ()
    composition: Composition | None = None
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
            identifier = self._unchanged(contents) or self._made(building, contents)
            if contents.withdrawn is not None:
                withdrawn.keep(self._settings, contents.withdrawn)
            self._point_to(identifier)
        except OSError as error:
            raise _unwritable(self._folder, error) from error
        return load(self._settings, identifier)

    def _unchanged(self, contents: Contents) -> str | None:
        """The id of the current release, if it is of the same parts and whole."""
        neighbour, composition = self._neighbour(), contents.composition
        if neighbour is None or composition is None or composed(neighbour) != composition.sizes:
            return None
        return neighbour.id if self._is_sound(neighbour.id, neighbour.manifest.canonical_hash) else None

    def _made(self, building: Path, contents: Contents) -> str:
        """Make the release, and give its id."""
        neighbour = self._neighbour()
        # Damage would go on in a copy; texts are compared one by one.
        whole = None if neighbour is None or sums.damage(neighbour.path) else neighbour
        made = _gathered(contents, building / "release.nq", whole)
        identifier = made.merged.digest[:16]
        if not self._is_sound(identifier, made.merged.digest):
            _fill(building, contents, made, neighbour)
            self._install(building, identifier)
        return identifier

    def switch(self, release: Release) -> None:
        """Make a release that is there current; raises ReleaseError if its store does not hold what it should."""
        try:
            check_count(release.store, release.manifest.stored)
            self._point_to(release.id)
        except OSError as error:
            raise ReleaseError(str(release.path), f"the release is damaged ({error})", "Build again") from error

    def _is_sound(self, identifier: str, digest: str) -> bool:
        try:
            release = load(self._settings, identifier)
            if sums.damage(release.path):  # before it is opened: what is damaged may ask for all memory there is
                return False
            check_count(release.store, release.manifest.stored)
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
        sync(self._folder)
        self._remove_unfinished()

    def _point_to(self, identifier: str) -> None:
        if pointed(self._settings) == identifier:
            return
        link = self._folder / f"{_BUILDING}{os.getpid()}-{POINTER}"
        link.symlink_to(identifier)
        link.replace(self._folder / POINTER)
        sync(self._folder)

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


def _gathered(contents: Contents, file: Path, neighbour: Release | None) -> Made:
    """All statements, from those of the neighbour where that can be."""
    if neighbour is not None and contents.composition is not None:
        most = min(sum(neighbour.manifest.statements.values()) * CHANGED, MOST)
        found = gather_from(neighbour, contents.composition, most, file)
        if found is not None:
            return Made(found[0], neighbour, found[1])
    return Made(gather(chain(contents.parts, [_canonical(contents.quads)]), file), neighbour)


def _fill(folder: Path, contents: Contents, made: Made, neighbour: Release | None) -> None:
    merged = made.merged
    texts = write_texts(folder / "texts", contents.texts, neighbour)
    # Beside each other: what fills the store leaves Python to the index for most of the time.
    with ThreadPoolExecutor(2) as beside:
        work = [beside.submit(write, folder, made) for write in (write_search, write_counts)]
        work.append(beside.submit(sync_files, [merged.file, *texts]))
        fill_store(folder / "store", made)
        for each in work:
            each.result()
    if contents.composition is not None:
        write_file(folder / PARTS, contents.composition.written())
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
    write_file(folder / "manifest.json", manifests.write(manifest))
    write_file(folder / sums.FILE, sums.write(folder))
    for part in (folder / "store", folder / "texts", folder):
        sync(part)


def _unwritable(folder: Path, error: OSError) -> ReleaseError:
    if isinstance(error, BlockingIOError):
        return ReleaseError(str(folder), "another build is writing here", "Wait until it has ended")
    reason = f"the release could not be written ({error})"
    return ReleaseError(str(folder), reason, "Free space or mend the folder, and build again")
