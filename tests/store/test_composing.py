"""A release made from the last one by the parts that came and went."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import Store

from ctgraph.store import writing
from ctgraph.store.composing import Composition, composed
from ctgraph.store.gathering import Gathered, gather
from ctgraph.store.merging import Block
from ctgraph.store.releases import Release
from ctgraph.store.writing import Contents, ReleaseWriter
from store import specimen

Parts = tuple[Block, ...]


def _said(graph: str, *objects: str) -> Block:
    return sorted(f'<a:s> <a:p> "{each}" <a:{graph}> .\n'.encode() for each in objects)


_MANY = _said("register", *(f"{n:03}" for n in range(100)))
"""Enough beside which a changed part is a small difference."""


class _Builder:
    """Builds releases of parts under one folder, and keeps all lines that were ever given, unless they are `lost`."""

    def __init__(self, folder: Path) -> None:
        self._settings = specimen.settings(folder)
        self.kept: dict[str, Block] = {}

    def build(self, parts: Iterable[Block]) -> Release:
        """A release of these parts."""
        given = {hashlib.sha256(b"".join(part)).hexdigest(): part for part in parts}
        self.kept |= given
        sizes = {digest: len(part) for digest, part in given.items()}
        contents = Contents((), "0.1.0", parts=parts, composition=Composition(sizes, self.kept.get))
        with ReleaseWriter(self._settings) as writer:
            return writer.write(contents)


@pytest.fixture(name="merges")
def _merges(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Each file that was merged of all parts."""
    merged: list[Path] = []

    def counted(parts: Iterable[Block], file: Path) -> Gathered:
        merged.append(file)
        return gather(parts, file)

    monkeypatch.setattr(writing, "gather", counted)
    return merged


def _anew(folder: Path, parts: Parts) -> Release:
    return _Builder(folder).build(parts)


def _held(release: Release) -> set[str]:
    return {str(quad) for quad in Store.read_only(str(release.store))}


def _same(one: Release, other: Release) -> None:
    assert one.quads.read_bytes() == other.quads.read_bytes()
    assert (one.id, one.manifest.statements, one.manifest.stored) == (
        other.id,
        other.manifest.statements,
        other.manifest.stored,
    )
    assert _held(one) == _held(other)
    assert composed(one) == composed(other)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((_said("a", "1"),), (_said("a", "1"), _said("b", "2"))),
        ((_said("a", "1"), _said("b", "2")), (_said("b", "2"),)),
        ((_said("a", "1", "2", "3"),), (_said("a", "1", "4"),)),
        ((_said("a", "1"), _said("b", "1")), (_said("b", "1"),)),
        ((_said("b", "1"),), (_said("a", "1", "2"), _said("b", "1"))),
        ((_said("a", "001"), _said("b", "200")), (_said("b", "200"),)),
        ((_said("a", "1"),), ()),
    ],
    ids=["came", "went", "changed", "one of two that say it went", "says it too", "the register says it", "all went"],
)
def test_the_parts_that_differ_make_the_release(
    tmp_path: Path, merges: list[Path], before: Parts, after: Parts
) -> None:
    """What came and went, and nothing merged again, gives the release of the same parts from nothing."""
    builder = _Builder(tmp_path / "beside")
    builder.build((_MANY, *before))
    merges.clear()
    found = builder.build((_MANY, *after))

    assert [] == merges
    _same(_anew(tmp_path / "alone", (_MANY, *after)), found)


def test_a_release_of_the_same_parts_is_not_written_again(tmp_path: Path, merges: list[Path]) -> None:
    """Nothing is merged, and the folder stays."""
    builder = _Builder(tmp_path)
    first = builder.build((_MANY, _said("a", "1")))
    made, merged = first.quads.stat().st_ino, len(merges)
    again = builder.build((_said("a", "1"), _MANY))

    assert first == again
    assert (made, merged) == (again.quads.stat().st_ino, len(merges))


def test_what_two_parts_say_stays_with_one_of_them(tmp_path: Path, merges: list[Path]) -> None:
    """Where two parts say the same in one graph, all are merged: what one of them said is still said."""
    builder = _Builder(tmp_path / "beside")
    builder.build((_MANY, _said("a", "1", "2"), _said("a", "2", "3")))
    merges.clear()
    found = builder.build((_MANY, _said("a", "2", "3")))

    assert 1 == len(merges)
    _same(_anew(tmp_path / "alone", (_MANY, _said("a", "2", "3"))), found)


def test_a_part_that_repeats_what_is_said_goes_again(tmp_path: Path) -> None:
    """A part that came and said in part what another says leaves all of that when it goes."""
    builder = _Builder(tmp_path / "beside")
    for parts in ((_MANY, _said("a", "1", "2")), (_MANY, _said("a", "1", "2"), _said("a", "2", "3"))):
        builder.build(parts)
    found = builder.build((_MANY, _said("a", "1", "2")))

    _same(_anew(tmp_path / "alone", (_MANY, _said("a", "1", "2"))), found)


def test_lost_lines_are_no_loss(tmp_path: Path, merges: list[Path]) -> None:
    """Where the lines of a part that went are kept no more, all parts are merged."""
    builder = _Builder(tmp_path / "beside")
    builder.build((_MANY, _said("a", "1")))
    builder.kept.clear()
    merges.clear()
    found = builder.build((_MANY, _said("b", "1")))

    assert 1 == len(merges)
    _same(_anew(tmp_path / "alone", (_MANY, _said("b", "1"))), found)


@pytest.mark.parametrize("damage", [b"", b'<a:s> <a:p> "0" <a:z> .\n', b"[]"])
@pytest.mark.parametrize("name", ["release.nq", "parts.json"])
def test_a_damaged_neighbour_is_not_built_on(tmp_path: Path, merges: list[Path], name: str, damage: bytes) -> None:
    """Where a file of the last release is not what it was, all parts are merged."""
    builder = _Builder(tmp_path / "beside")
    first = builder.build((_MANY, _said("a", "1")))
    (first.path / name).write_bytes(damage)
    merges.clear()
    found = builder.build((_MANY, _said("b", "1")))

    assert 1 == len(merges)
    _same(_anew(tmp_path / "alone", (_MANY, _said("b", "1"))), found)
