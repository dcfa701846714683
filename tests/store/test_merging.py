"""Many parts of statements as one sorted run of lines."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from ctgraph.store import merging
from ctgraph.store.gathering import gather
from ctgraph.store.merging import differences, merge, triples

LINES = some.lists(some.text("abc <>é", max_size=6).map(lambda text: text.encode() + b"\n"), max_size=12)


@pytest.mark.parametrize("run_bytes", [1, 10, 10_000])
def test_every_line_comes_once_in_order(tmp_path: Path, run_bytes: int) -> None:
    """However many runs the parts are sorted in, the lines are those of all parts, once, by their bytes."""
    parts = [[b"c\n", b"a\n"], [b"b\n", b"c\n"], [], ["é\n".encode(), b"a\n"], [b"a\n", b"d\n"]]

    found = [line for block in merge(parts, tmp_path, run_bytes) for line in block]

    assert [b"a\n", b"b\n", b"c\n", b"d\n", "é\n".encode()] == found


def test_what_does_not_fit_goes_through_files(tmp_path: Path) -> None:
    """Runs above the size stand in the scratch folder while they are merged."""
    list(merge([[b"a\n"], [b"b\n"], [b"c\n"]], tmp_path, 3))

    assert ["run-0"] == [path.name for path in tmp_path.iterdir()]


def test_quads_of_one_triple_give_it_once() -> None:
    """A triple in several graphs is one triple; a literal that looks like an end of a quad is no end."""
    quads = [
        b'<a:s> <a:p> "x <y> ." <a:g> .\n',
        b"<a:s> <a:p> <a:o> <a:g> .\n",
        b"<a:s> <a:p> <a:o> <a:h> .\n",
    ]

    assert [b'<a:s> <a:p> "x <y> ." .\n', b"<a:s> <a:p> <a:o> .\n"] == [
        line for block in triples([quads]) for line in block
    ]


@given(LINES, LINES, some.integers(1, 5), some.integers(1, 5))
def test_differences_lead_from_one_to_the_other(old: list[bytes], new: list[bytes], size: int, other: int) -> None:
    """What is new and what is gone, applied to the old lines, make the new ones; nothing else is told."""
    before, after = sorted(set(old)), sorted(set(new))
    changed = list(differences(_blocks(before, size), _blocks(after, other)))

    added = {line for is_new, line in changed if is_new}
    gone = {line for is_new, line in changed if not is_new}
    assert set(after) == (set(before) - gone) | added
    assert not added & set(before)
    assert gone <= set(before)
    assert len(changed) == len(added) + len(gone)
    assert [line for _, line in changed] == sorted(line for _, line in changed)


@given(some.lists(LINES, max_size=5))
@settings(deadline=None)
def test_runs_are_woven_whatever_their_length(parts: list[list[bytes]]) -> None:
    """Each part a run of its own, read a line at a time: still every line once, in order, and no block is empty."""
    with TemporaryDirectory() as scratch, pytest.MonkeyPatch.context() as patch:
        patch.setattr(merging, "BLOCK_BYTES", 1)
        found = list(merge(parts, Path(scratch), run_bytes=1))

    assert sorted({line for part in parts for line in part}) == [line for block in found for line in block]
    assert all(found)


def test_a_triple_on_the_border_of_two_blocks_counts_once() -> None:
    """Quads of one triple may stand in two blocks."""
    quads = [b"<a:s> <a:p> <a:o> <a:g> .\n", b"<a:s> <a:p> <a:o> <a:h> .\n", b"<a:s> <a:p> <a:q> <a:g> .\n"]

    assert [b"<a:s> <a:p> <a:o> .\n", b"<a:s> <a:p> <a:q> .\n"] == [
        line for block in triples(_blocks(quads, 1)) for line in block
    ]


def test_statements_are_gathered_and_counted(tmp_path: Path) -> None:
    """The file is sorted, its digest is that of its bytes, and quads count by graph, triples once."""
    parts = [[b'<a:s> <a:p> "x" <a:h> .\n', b'<a:s> <a:p> "x" <a:g> .\n'], [b"<a:s> <a:p> <a:o> <a:g> .\n"]]
    found = gather(parts, tmp_path / "all.nq")
    data = (tmp_path / "all.nq").read_bytes()

    assert b"".join(sorted(line for part in parts for line in part)) == data
    assert hashlib.sha256(data).hexdigest() == found.digest
    assert ({"a:g": 2, "a:h": 1}, 2, 3) == (found.statements, found.triples, found.size)
    assert ["all.nq"] == [path.name for path in tmp_path.iterdir()]


def _blocks(lines: list[bytes], size: int) -> Iterator[list[bytes]]:
    return (lines[at : at + size] for at in range(0, len(lines), size))
