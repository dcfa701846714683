"""Limits and cursors."""

from __future__ import annotations

import base64
import hashlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgraph.api.paging import Cell, Page, Position, question_key, read_cursor, read_limit, write_cursor
from ctgraph.settings import QueryLimits

KEY = question_key("release", "question")
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20)
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.builds(lambda text: {"type": "literal", "value": text}, TEXTS),
    st.builds(lambda text: {"type": "literal", "value": text, "xml:lang": "nl"}, TEXTS),
    st.just({"type": "uri", "value": "https://example.org/é"}),
)


def forged(told: str, key: str = KEY) -> str:
    """A cursor with the right checksum, whatever it tells."""
    check = hashlib.sha256(f"{key}{told}".encode()).hexdigest()[:8]
    return base64.urlsafe_b64encode(f"1{key}{check}{told}".encode()).decode().rstrip("=")


@given(st.integers(min_value=0, max_value=999_999_999), st.tuples(CELLS, CELLS))
def test_round_trip(skip: int, after: tuple[Cell, Cell]) -> None:
    """A cursor gives back the position that it was made of, in letters that an address holds as they are."""
    position = Position(after, skip)
    cursor = write_cursor(position, KEY)

    assert read_cursor(cursor, KEY, 2) == position
    assert set(cursor) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


@pytest.mark.parametrize("cursor", ["", "x", "é", "MTAw", "=" * 50, "A" * 50_000, "-1:" + KEY, "100:" + KEY])
def test_foreign_cursor(cursor: str) -> None:
    """What is no cursor of ours is refused."""
    with pytest.raises(ValueError, match="start again"):
        read_cursor(cursor, KEY)


@given(st.data())
def test_garbled_cursor(data: st.DataObject) -> None:
    """A cursor of which one character was changed or lost is refused, or still means the same."""
    position = Position(({"type": "literal", "value": "a"},), 3)
    cursor = write_cursor(position, KEY)
    place = data.draw(st.integers(0, len(cursor) - 1))
    other = cursor[:place] + data.draw(st.sampled_from(["", "A", "z", "-", "~"])) + cursor[place + 1 :]
    with suppress(ValueError):
        assert read_cursor(other, KEY, 1) == position


@pytest.mark.parametrize(
    "told",
    [
        "[]",
        '["1"]',
        "[-1]",
        "[1.5]",
        "[true]",
        "[1000000000]",
        '[1,{"type":"uri","value":"no iri"}]',
        '[1,{"type":"literal","value":"\\ud800"}]',
        '[1,{"type":"literal","value":1}]',
        '[1,{"value":"a"}]',
        '[1,{"type":"literal","value":"a","datatype":"x"}]',
        '[1,{"type":"literal","value":"a","xml:lang":"not a language"}]',
        "[1,7]",
        "[1,null,null]",
        "[" * 5_000 + "]",
        "[1] ]",
    ],
)
def test_forged_cursor(told: str) -> None:
    """What nobody but a forger could have made is refused like any other fault, though its checksum is right."""
    with pytest.raises(ValueError, match="start again"):
        read_cursor(forged(told), KEY, 1)


def test_cursor_of_another_release() -> None:
    """A cursor holds for its release and question only, so that no row is skipped unseen, and says which it is not."""
    other_release = write_cursor(Position(skip=100), question_key("earlier", "question"))
    other_question = write_cursor(Position(skip=100), question_key("release", "else"))

    with pytest.raises(ValueError, match="another release"):
        read_cursor(other_release, KEY)
    with pytest.raises(ValueError, match="another question"):
        read_cursor(other_question, KEY)


def test_unsure_key_counts_on() -> None:
    """Where a value may be written in several ways, a page begins behind the earlier key and more rows."""
    start = Position(({"type": "literal", "value": "a"},), 2)
    number = "http://www.w3.org/2001/XMLSchema#decimal"
    rows = tuple(({"type": "literal", "value": value, "datatype": number},) for value in ("1.0", "1"))

    assert start.behind(rows) == Position(start.after, 4)
    assert Page(2, start, KEY).following(rows).position == Position(start.after, 4)


def test_limits() -> None:
    """A limit is a whole number up to the maximum; without one there is a default."""
    limits = QueryLimits(rows=100, max_rows=10_000)

    assert (read_limit(None, limits), read_limit("1", limits), read_limit("10000", limits)) == (100, 1, 10_000)


@pytest.mark.parametrize(
    "value", ["", "0", "-1", "10001", "1.5", "1e3", "٣", "9" * 100, " 5", "0000000019999999", "0" * 30 + "5"]
)
def test_wrong_limit(value: str) -> None:
    """Any other limit is refused with what it may be."""
    with pytest.raises(ValueError, match="from 1 to 10000"):
        read_limit(value, QueryLimits())
