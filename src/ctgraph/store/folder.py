"""The files in the folder of a release: how each is written, from what a neighbour has where that can be.

A neighbour is the release that was current before. What it has and the new one too is taken over as it stands.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from pyoxigraph import Store

from ctgraph.store.editing import Difference
from ctgraph.store.filling import CHANGED, MOST, difference_of, fill, fill_from
from ctgraph.store.gathering import Gathered
from ctgraph.store.releases import Release
from ctgraph.store.search import write_index, write_index_from
from ctgraph.store.search_schema import FILE as SEARCH
from ctgraph.store.tally import FILE as TALLY
from ctgraph.store.tally import write_tally


class Made(Struct, frozen=True):
    """The statements of a release, the one that it starts from, and what differs between the two if that is known."""

    merged: Gathered
    neighbour: Release | None
    difference: Difference | None = None


def write_texts(folder: Path, texts: Iterable[str], neighbour: Release | None) -> list[Path]:
    """Write each text once, under its digest; one that the neighbour has is the same file.

    Returns the new files, which are on disk only once they are synced: thousands take a time that others can use.
    """
    folder.mkdir()
    made: list[Path] = []
    written: set[str] = set()
    for text in texts:
        body = text.encode()
        digest = hashlib.sha256(body).hexdigest()
        if digest in written:
            continue
        written.add(digest)
        if neighbour is None or not _linked(neighbour.text(digest), folder, body):
            made.append(folder / f"{digest}.txt")
            with open(made[-1], "xb") as file:
                file.write(body)
    return made


def _linked(text: Path, folder: Path, body: bytes) -> bool:
    """Whether a text could be taken over; not one that was damaged."""
    try:
        if text.read_bytes() != body:
            return False
        os.link(text, folder / text.name)
    except OSError:  # it is not there, or the file system knows no links
        return False
    return True


def write_search(folder: Path, made: Made) -> None:
    """Write the index for full text, from that of the neighbour where that can be."""
    neighbour, given = made.neighbour, (folder / SEARCH, made.merged.file, folder / "texts")
    if neighbour is None or not write_index_from(*given, neighbour.search, neighbour.path / "texts"):
        write_index(*given)


def write_counts(folder: Path, made: Made) -> None:
    """Count what the texts of each document gave."""
    write_tally(folder / TALLY, made.merged.file)


def fill_store(store: Path, made: Made) -> None:
    """Fill and count it; a neighbour that is damaged, or led to something else, is as none."""
    merged, neighbour = made.merged, made.neighbour
    stored = merged.size + merged.triples
    if neighbour is not None:
        with suppress(OSError, RuntimeError):  # the second is what pyoxigraph raises for a damaged store
            most = min(int(merged.size * CHANGED), MOST)
            difference = made.difference or difference_of(neighbour.quads, merged.file, most)
            if difference is not None:
                fill_from(store, neighbour.store, difference)
                check_count(store, stored)
                return
        shutil.rmtree(store, ignore_errors=True)
    fill(store, merged.file)
    check_count(store, stored)


def check_count(store: Path, expected: int) -> None:
    """Open the store anew and count; raises OSError if it does not hold what was written."""
    try:
        found = len(Store.read_only(str(store)))
    except RuntimeError as error:  # what pyoxigraph raises for a damaged store
        raise OSError(str(error)) from error
    if found != expected:
        raise OSError(f"the store holds {found} statements instead of {expected}")


def write_file(path: Path, data: bytes) -> None:
    """Write a new file, and have it on disk."""
    with open(path, "xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_files(paths: Iterable[Path]) -> None:
    """Have files that were written on disk."""
    for path in paths:
        with open(path, "rb") as file:
            os.fsync(file.fileno())


def sync(folder: Path) -> None:
    """Have the names in a folder on disk; some file systems know no such thing."""
    descriptor = os.open(folder, os.O_RDONLY)
    with suppress(OSError):
        os.fsync(descriptor)
    os.close(descriptor)
