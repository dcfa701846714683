"""Releases: immutable folders, and the pointer `current` that says which one is served.

    releases/.lock                 held by the one build that may write
    releases/current               a symbolic link to a folder beside it, replaced in one step
    releases/building-…/           unfinished; the next build removes it
    releases/{id}/manifest.json    counts, inputs, canonical hash, times of the run
    releases/{id}/release.nq       the named graphs as canonical N-Quads; the id is its digest
    releases/{id}/parts.json       how many statements each part of it has, by the digest of its lines
    releases/{id}/store/           the same in RocksDB, with their union in the default graph, each triple once
    releases/{id}/texts/{digest}.txt   the texts that offsets point into
    releases/{id}/search.sqlite    the index for full text
    releases/{id}/tally.sqlite     how many things the texts of each document gave
    releases/{id}/SHA256SUMS       the checksums of all these

A folder gets its final name only when it is complete, counted and on disk.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from msgspec import Struct

from ctgraph.errors import ReleaseError
from ctgraph.settings import Settings
from ctgraph.store import manifest as manifests
from ctgraph.store.manifest import Manifest
from ctgraph.store.search_schema import FILE as SEARCH

POINTER: Final = "current"
PARTS: Final = "parts.json"
_BUILD: Final = "Run `ctgraph build`"
MEND: Final = (
    "Build it again from the same papers, or go back to another release: `ctgraph release list`, "
    "`ctgraph release rollback ID`"
)
"""What to do where a release is damaged."""
# An id, such as 0f3a92c41b7d5e68; not `..`, `current` or `building-17`.
_ID: Final = re.compile(r"[0-9a-f]{16}")


class Release(Struct, frozen=True):
    """One release on disk."""

    id: str
    path: Path
    manifest: Manifest

    @property
    def store(self) -> Path:
        """The folder that workers open."""
        return self.path / "store"

    @property
    def quads(self) -> Path:
        """The canonical N-Quads file."""
        return self.path / "release.nq"

    @property
    def parts(self) -> Path:
        """Says which parts it is made of; absent from a release of an earlier version."""
        return self.path / PARTS

    @property
    def search(self) -> Path:
        """The index for full text; absent from a release of an earlier version."""
        return self.path / SEARCH

    def text(self, digest: str) -> Path:
        """The file of the text with this digest; it may be absent."""
        return self.path / "texts" / f"{digest}.txt"


def pointed(settings: Settings) -> str | None:
    """The id that `current` points to, unchecked; one system call."""
    try:
        return os.readlink(settings.releases / POINTER)
    except OSError:
        return None


def is_any(settings: Settings) -> bool:
    """Whether a release was ever made current, be it sound or not."""
    return os.path.lexists(settings.releases / POINTER)


def current(settings: Settings) -> Release:
    """The release that is served; raises ReleaseError if there is none, or it is damaged."""
    if not is_any(settings):
        raise ReleaseError(str(settings.releases / POINTER), "there is no release yet", _BUILD)
    return load(settings, pointed(settings) or "")


def load(settings: Settings, identifier: str) -> Release:
    """The release of this id; raises ReleaseError if it is absent or damaged."""
    path = settings.releases / identifier
    if _ID.fullmatch(identifier) is None:
        raise ReleaseError(str(path), "this names no release", MEND)
    try:
        found = manifests.read((path / "manifest.json").read_bytes())
    except FileNotFoundError as error:
        raise ReleaseError(str(path), "the release is not there, or has no manifest", MEND) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReleaseError(str(path), f"the manifest is damaged ({error})", MEND) from error
    if found.id != identifier or not (path / "store" / "CURRENT").is_file():
        raise ReleaseError(str(path), "the release is damaged", MEND)
    return Release(identifier, path, found)
