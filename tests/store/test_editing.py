"""A sorted file of statements made from another by what differs."""

from __future__ import annotations

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgraph.store import editing
from ctgraph.store.editing import edit
from ctgraph.store.merging import triples

# Few triples in few graphs, so that many stand in several; a literal that looks like an end of a quad is none.
_LINES = [
    f"<a:s> <a:p> {term} <a:{graph}> .\n".encode()
    for term in ("<a:o>", '"x"', '"x"@nl', '"x <a:g> ."')
    for graph in "ghi"
]
_STATEMENTS = st.sets(st.sampled_from(_LINES))


def _union(lines: set[bytes]) -> set[bytes]:
    return {line for block in triples([sorted(lines)]) for line in block}


@given(_STATEMENTS, _STATEMENTS, st.integers(1, 200))
def test_the_file_is_that_of_the_lines_that_are(was: set[bytes], now: set[bytes], size: int) -> None:
    """However it is cut into stretches, the file holds the new lines in order, and what differs is told exactly."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(editing, "STRETCH_BYTES", size)
        old, new = Path(folder, "old"), Path(folder, "new")
        old.write_bytes(b"".join(sorted(was)))
        edited = edit(old, sorted(was - now), sorted(now - was), new)
        written = new.read_bytes()

    assert edited is not None
    assert b"".join(sorted(now)) == written
    assert (hashlib.sha256(b"".join(sorted(was))).hexdigest(), hashlib.sha256(written).hexdigest()) == (
        edited.was,
        edited.now,
    )
    difference = edited.difference
    assert (was - now, now - was) == (set(difference.gone), set(difference.come))
    assert _union(was) - _union(now) == set(difference.triples_gone)
    assert _union(now) - _union(was) == set(difference.triples_come)


def test_what_was_there_already_is_no_difference(tmp_path: Path) -> None:
    """A line that comes and stands there stays one line, and is not counted."""
    (tmp_path / "old").write_bytes(_LINES[0])
    edited = edit(tmp_path / "old", [], [_LINES[0]], tmp_path / "new")

    assert edited is not None
    assert _LINES[0] == (tmp_path / "new").read_bytes()
    assert 0 == edited.difference.size


def test_what_was_not_there_cannot_go(tmp_path: Path) -> None:
    """A file that lacks a line that is to go is not the one that was meant."""
    (tmp_path / "old").write_bytes(_LINES[0])

    assert edit(tmp_path / "old", [_LINES[1]], [], tmp_path / "new") is None
