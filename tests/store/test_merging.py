"""Many parts of statements as one sorted run of lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ctgraph.store.merging import differences, merge, triples

LINES = some.lists(some.text("abc <>é", max_size=6).map(lambda text: text.encode() + b"\n"), max_size=12)


@pytest.mark.parametrize("run_bytes", [1, 10, 10_000])
def test_every_line_comes_once_in_order(tmp_path: Path, run_bytes: int) -> None:
    """However many runs the parts are sorted in, the lines are those of all parts, once, by their bytes."""
    parts = [[b"c\n", b"a\n"], [b"b\n", b"c\n"], [], ["é\n".encode(), b"a\n"], [b"a\n", b"d\n"]]

    found = list(merge(parts, tmp_path, run_bytes))

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

    assert [b'<a:s> <a:p> "x <y> ." .\n', b"<a:s> <a:p> <a:o> .\n"] == list(triples(quads))


@given(LINES, LINES)
def test_differences_lead_from_one_to_the_other(old: list[bytes], new: list[bytes]) -> None:
    """What is new and what is gone, applied to the old lines, make the new ones; nothing else is told."""
    before, after = sorted(set(old)), sorted(set(new))
    changed = list(differences(before, after))

    added = {line for is_new, line in changed if is_new}
    gone = {line for is_new, line in changed if not is_new}
    assert set(after) == (set(before) - gone) | added
    assert not added & set(before)
    assert gone <= set(before)
    assert len(changed) == len(added) + len(gone)
