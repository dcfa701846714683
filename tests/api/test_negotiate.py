"""Accept negotiation, by tables of header and outcome."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgraph.api.negotiate import choose, choose_language
from ctgraph.errors import NotAcceptable

OFFERED = ("application/json", "text/html", "text/csv", "text/turtle")


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "application/json"),
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/csv;q=0.5, text/html;q=0.4", "text/csv"),
        ("text/csv;q=0.4, text/html;q=0.5", "text/html"),
        ("text/csv; Q=0.4 ,text/html ; q=0.5", "text/html"),
        ("text/*", "text/html"),
        ("text/*;q=0.9, text/turtle", "text/turtle"),
        ("text/*, text/html;q=0.1", "text/csv"),
        ("text/html;q=0, */*", "application/json"),
        ("application/json;q=0, */*;q=0.1", "text/html"),
        ("text/turtle, */*", "text/turtle"),
        ("*/*, text/turtle;q=0.5", "application/json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ('text/csv;header="a,b;q=0", text/html;q=0.9', "text/csv"),
        ("text/html, image/gif, *; q=.2, */*; q=.2", "text/html"),
        ("text/csv;q=nonsense, text/html;q=0.5", "text/csv"),
    ],
)
def test_choice(accept: str | None, expected: str) -> None:
    """The weight of the closest range decides, then what was named itself, then our own order."""
    assert choose(accept, OFFERED) == expected


@pytest.mark.parametrize("accept", [",,,", "garbage", "text", "*/html", ";;;q=1", "text/ html", "\x00/\x00"])
def test_unreadable_header_means_anything(accept: str) -> None:
    """A header in which nothing can be read is passed over."""
    assert choose(accept, OFFERED) == "application/json"


@pytest.mark.parametrize("accept", ["image/png", "text/html;q=0", "image/*, application/pdf"])
def test_nothing_fits(accept: str) -> None:
    """Where no format fits, the error lists those that there are."""
    with pytest.raises(NotAcceptable, match="text/turtle") as caught:
        choose(accept, OFFERED)

    assert caught.value.offered == OFFERED


@given(st.text(alphabet='*/,;q=.01"ab \t', max_size=200))
def test_any_header_is_taken(header: str) -> None:
    """No header, however odd, raises anything but NotAcceptable."""
    try:
        chosen = choose(header, OFFERED)
    except NotAcceptable:
        chosen = OFFERED[0]

    assert chosen in OFFERED


def test_a_header_without_end_is_read_to_a_point() -> None:
    """What stands behind the first 8 KiB is passed over, so that a header costs no more time than that."""
    assert choose("text/csv;q=0.1," + "x/y," * 2_000 + "text/html", ("text/html", "text/csv")) == "text/html"
    assert choose("text/csv;q=0.1," + "x/y," * 3_000 + "text/html", ("text/html", "text/csv")) == "text/csv"


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("", "en"),
        ("nl", "nl"),
        ("NL-be", "nl"),
        ("en;q=0.5, nl", "nl"),
        ("nl;q=0.5, en;q=0.5", "nl"),
        ("de, nl;q=0.3, en;q=0.2", "nl"),
        ("nl;q=0, en;q=0.1", "en"),
        ("en;q=0, *", "nl"),
        ("nl;q=0, *", "en"),
        ("*", "en"),
        ("de", "en"),
        ("nld, enm", "en"),
        ("en-GB;q=0.2, en;q=0.9, nl;q=0.5", "en"),
        (";;,=q", "en"),
    ],
)
def test_language(accepted: str, expected: str) -> None:
    """The weight decides, then what was named first; nobody gets a language that was refused in place of another."""
    assert choose_language(accepted, ("en", "nl")) == expected
