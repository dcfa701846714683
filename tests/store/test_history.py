"""Releases beside each other, and the switch back."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from ctgraph.errors import ReleaseError
from ctgraph.store.history import changes, named, releases, roll_back, summed, update
from ctgraph.store.manifest import Input
from ctgraph.store.releases import Release, current, pointed
from ctgraph.store.writing import Contents, ReleaseWriter
from store import specimen

TEXT = hashlib.sha256(b"a text\n").hexdigest()


def test_releases_are_listed_and_named_by_their_beginning(tmp_path: Path) -> None:
    """All sound releases come, damaged folders do not; a beginning that fits one names it."""
    settings = specimen.settings(tmp_path)
    ids = {specimen.write(settings, size).id for size in (8, 12)}
    (settings.releases / "0123456789abcdef").mkdir()

    assert ids == {release.id for release in releases(settings)}
    assert ids == {named(settings, identifier[:6]).id for identifier in ids}


@pytest.mark.parametrize(("given", "reason"), [("nope", "no such release"), ("", "no such release")])
def test_a_name_that_fits_none_tells_those_there_are(tmp_path: Path, given: str, reason: str) -> None:
    """The error lists the ids."""
    settings = specimen.settings(tmp_path)
    identifier = specimen.write(settings, 8).id

    with pytest.raises(ReleaseError, match=f"{reason}.*{identifier}"):
        named(settings, given)


def test_the_difference_leads_from_one_release_to_the_other(tmp_path: Path) -> None:
    """The update, run on the named graphs of the old release, makes those of the new; the counts say how much."""
    settings = specimen.settings(tmp_path)
    old, new = specimen.write(settings, 8), specimen.write(settings, 12)
    store = Store()
    store.bulk_load(path=old.quads, format=RdfFormat.N_QUADS)
    store.update(b"".join(update(changes(old, new))).decode())
    expected = Store()
    expected.bulk_load(path=new.quads, format=RdfFormat.N_QUADS)
    change = summed(changes(old, new))

    assert set(expected) == set(store)
    assert (change.added, change.removed) == (7, 1)
    assert {} == change.things


def test_rolling_back(tmp_path: Path) -> None:
    """An earlier release becomes current again."""
    settings = specimen.settings(tmp_path)
    old, _ = specimen.write(settings, 8), specimen.write(settings, 12)
    roll_back(settings, old)

    assert old.id == current(settings).id


def _without(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def _emptied(path: Path) -> None:
    """Empty a file, or those of a folder that hold what RocksDB keeps."""
    for file in path.glob("*.sst") if path.is_dir() else (path,):
        file.write_bytes(b"")


DAMAGES: dict[str, tuple[Callable[[Path], None], Callable[[Release], Path], str]] = {
    "no statements": (_without, lambda release: release.quads, "cannot be read"),
    "other statements": (_emptied, lambda release: release.quads, "not those it was made of"),
    "no text": (_without, lambda release: release.text(TEXT), "cannot be read"),
    "another text": (_emptied, lambda release: release.text(TEXT), "is not the one that was read"),
    "no store": (_without, lambda release: release.store, "damaged"),
    "half a store": (_emptied, lambda release: release.store, "damaged"),
}


@pytest.mark.parametrize(("damage", "part", "reason"), DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_release_does_not_come_back(
    tmp_path: Path, damage: Callable[[Path], None], part: Callable[[Release], Path], reason: str
) -> None:
    """One clear error says what is wrong with it, and the current release stays."""
    settings = specimen.settings(tmp_path)
    entry = Input("letter.txt", "d0", "kst-1-1", TEXT)
    with ReleaseWriter(settings) as writer:
        old = writer.write(Contents(specimen.quads(8), "0.1.0", texts=("a text\n",), inputs=(entry,)))
    now = specimen.write(settings, 12)
    damage(part(old))
    with pytest.raises(ReleaseError, match=reason):
        roll_back(settings, old)

    assert now.id == pointed(settings)
