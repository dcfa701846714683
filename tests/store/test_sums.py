"""What a disk damages is found, told, and mended by the same build."""

from __future__ import annotations

import asyncio
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Store

from ctgraph.errors import ReleaseError
from ctgraph.settings import Settings
from ctgraph.store import sums
from ctgraph.store.history import roll_back
from ctgraph.store.homes import InMemory
from ctgraph.store.pool import EmbeddedStore
from ctgraph.store.releases import Release, current, load
from ctgraph.store.writing import Contents, ReleaseWriter
from store import specimen
from store.serving import with_store

KINDS = (
    "manifest.json",
    "release.nq",
    "search.sqlite",
    "tally.sqlite",
    "texts/*.txt",
    "store/*.sst",
    "store/CURRENT",
    "SHA256SUMS",
)


def flip(path: Path) -> None:
    """Change one bit in the middle of a file, in place."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def some(release: Release, kind: str) -> Path:
    return sorted(release.path.glob(kind))[0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_flipped_bit_is_found(tmp_path: Path, kind: str) -> None:
    """Whichever file it is in, the release is refused with the name of a file and with what to do."""
    settings = specimen.settings(tmp_path)
    release = specimen.write(settings)
    sums.check(release)
    flip(some(release, kind))

    with pytest.raises(ReleaseError, match=r"damaged|cannot be read") as refused:
        sums.check(release)
    assert "ctgraph release rollback" in str(refused.value)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_build_mends_it(tmp_path: Path, kind: str) -> None:
    """A build of the same statements replaces a damaged folder, whichever file the damage is in."""
    settings = specimen.settings(tmp_path)
    flip(some(specimen.write(settings), kind))
    mended = specimen.write(settings)

    assert sums.damage(mended.path) == ""
    assert hashlib.sha256(mended.quads.read_bytes()).hexdigest() == mended.manifest.canonical_hash


@pytest.mark.parametrize("kind", ["release.nq", "search.sqlite", "texts/*.txt", "store/*.sst"])
def test_nothing_is_taken_over_from_a_damaged_one(tmp_path: Path, kind: str) -> None:
    """The next release is made from nothing where the current one is damaged, and holds what it should."""
    settings = specimen.settings(tmp_path / "beside")
    flip(some(_written(settings, 100), kind))
    found = _written(settings, 104)
    expected = _written(specimen.settings(tmp_path / "alone"), 104)

    assert set(Store.read_only(str(expected.store))) == set(Store.read_only(str(found.store)))
    assert [path.read_bytes() for path in found.path.glob("texts/*")] == [b"een tekst\n"]


def _written(settings: Settings, size: int) -> Release:
    with ReleaseWriter(settings) as writer:
        return writer.write(Contents(specimen.quads(size), "0.1.0", ("een tekst\n",), documents=1))


def test_no_way_back_to_a_damaged_one(tmp_path: Path) -> None:
    """A roll-back to a release whose index is damaged is refused, and the current one stays."""
    settings = specimen.settings(tmp_path)
    old, new = specimen.write(settings, 8), specimen.write(settings, 12)
    flip(old.search)

    with pytest.raises(ReleaseError, match=r"search\.sqlite is damaged"):
        roll_back(settings, load(settings, old.id))
    assert current(settings) == new


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a nursery needs Linux")
def test_damaged_statements_are_not_held_in_memory(tmp_path: Path) -> None:
    """A word changed in the canonical file is no wrong answer: the release is read from its store instead."""
    release = specimen.write(specimen.settings(tmp_path))
    changed = release.quads.read_bytes().replace(b"value 7", b"value 8", 1)
    release.quads.write_bytes(changed)

    async def hold() -> None:
        await InMemory.open(release, 1024**3)

    with pytest.raises(ReleaseError):
        asyncio.run(hold())


def test_no_worker_opens_a_store_that_would_seem_empty(tmp_path: Path) -> None:
    """A damaged list of a store's files is no empty answer: who asks is told so."""
    settings = specimen.settings(tmp_path)
    release = specimen.write(settings)
    flip(some(release, "store/MANIFEST-*"))

    async def work(store: EmbeddedStore) -> None:
        with pytest.raises(ReleaseError, match=r"store/MANIFEST-.* is damaged"):
            await store.start()

    with_store(settings, work)


def test_an_earlier_version_left_no_sums(tmp_path: Path) -> None:
    """A release without checksums is served as it was."""
    release = specimen.write(specimen.settings(tmp_path))
    (release.path / sums.FILE).unlink()

    sums.check(release)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="the program is not here")
def test_the_usual_program_checks_them(tmp_path: Path) -> None:
    """`sha256sum -c` finds every file as listed."""
    release = specimen.write(specimen.settings(tmp_path))
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", sums.FILE], cwd=release.path, check=True)
