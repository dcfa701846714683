"""Limits and cursors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgraph.api.paging import question_key, read_cursor, read_limit, write_cursor
from ctgraph.settings import QueryLimits

KEY = question_key("release", "question")


@given(st.integers(min_value=0, max_value=999_999_999))
def test_round_trip(offset: int) -> None:
    """A cursor gives back the offset that it was made of."""
    assert read_cursor(write_cursor(offset, KEY), KEY) == offset


@pytest.mark.parametrize("cursor", ["", "x", "é", "MTAw", "=" * 50, "A" * 5_000, "-1:" + KEY, "100:" + KEY])
def test_foreign_cursor(cursor: str) -> None:
    """What is no cursor of ours is refused."""
    with pytest.raises(ValueError, match="start again"):
        read_cursor(cursor, KEY)


def test_cursor_of_another_release() -> None:
    """A cursor holds for its release and question only, so that no row is skipped unseen."""
    cursor = write_cursor(100, question_key("earlier", "question"))

    with pytest.raises(ValueError, match="start again"):
        read_cursor(cursor, KEY)


def test_limits() -> None:
    """A limit is a whole number up to the maximum; without one there is a default."""
    limits = QueryLimits(rows=100, max_rows=10_000)

    assert (read_limit(None, limits), read_limit("1", limits), read_limit("10000", limits)) == (100, 1, 10_000)


@pytest.mark.parametrize("value", ["", "0", "-1", "10001", "1.5", "1e3", "٣", "9" * 100, " 5"])
def test_wrong_limit(value: str) -> None:
    """Any other limit is refused with what it may be."""
    with pytest.raises(ValueError, match="from 1 to 10000"):
        read_limit(value, QueryLimits())
