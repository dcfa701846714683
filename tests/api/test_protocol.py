"""Reading requests to the SPARQL endpoint."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgraph.api.protocol import DIRECT, FORM, UPDATE, from_body, from_url
from ctgraph.errors import CtgraphError, InvalidParameters, MethodNotAllowed, QueryForbidden, UnsupportedMedia
from ctgraph.settings import QueryLimits

LIMITS = QueryLimits(seconds=10, max_seconds=60)
ASK = "ASK {}"


def url(*pairs: tuple[str, str]) -> bytes:
    return urlencode(pairs).encode()


def test_get_with_datasets() -> None:
    """A query by GET carries its graphs, each of them."""
    asked = from_url(
        url(("query", ASK), ("default-graph-uri", "http://a/1"), ("default-graph-uri", "http://a/2")), LIMITS
    )

    assert asked is not None
    assert (asked.query, asked.default_graphs, asked.named_graphs) == (ASK, ("http://a/1", "http://a/2"), ())


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.sampled_from(("", "&timeout=10", "&")))
def test_a_lone_query_reads_like_any_other(text: str, more: str) -> None:
    """A query alone is decoded as one among other parameters is."""
    asked = from_url(url(("query", text)) + more.encode(), LIMITS)

    assert asked is not None
    assert asked.query == text


@pytest.mark.parametrize("value", ["100%", "%zz", "a=b", "%C3%A9", "+%2B+", "=0A", "_=_", "%3D41", "é", "a%0D%0Ab "])
def test_odd_encodings_read_like_any_other(value: str) -> None:
    """What is encoded in no usual way reads alone as it does among other parameters."""
    alone, among = (from_url(f"query={value}{more}".encode(), LIMITS) for more in ("", "&timeout=10"))

    assert alone == among


def test_without_graphs_the_query_decides() -> None:
    """Where the request names no graph, the dataset is left to the query."""
    asked = from_url(url(("query", ASK)), LIMITS)

    assert asked is not None
    assert (asked.default_graphs, asked.named_graphs) == (None, None)


@pytest.mark.parametrize("query_string", [b"", b"utm_source=x", b"lang=nl"])
def test_bare_get(query_string: bytes) -> None:
    """A GET without a query asks for the page or the description."""
    assert from_url(query_string, LIMITS) is None


def test_form_takes_graphs_from_the_address_too() -> None:
    """A form may leave the dataset in the address, as the W3C suite does."""
    asked = from_body(url(("named-graph-uri", "http://a/1")), FORM, url(("query", ASK)), LIMITS)

    assert (asked.query, asked.named_graphs) == (ASK, ("http://a/1",))


def test_direct_post() -> None:
    """The body of a direct POST is the query, in UTF-8."""
    asked = from_body(b"", f"{DIRECT}; charset=UTF-8", "ASK { ?s ?p 'é' }".encode(), LIMITS)

    assert asked.query == "ASK { ?s ?p 'é' }"


@pytest.mark.parametrize(("given", "seconds"), [("5", 5.0), ("0.5", 0.5), ("600", 60.0), ("1e1", 10.0)])
def test_timeout_up_to_the_maximum(given: str, seconds: float) -> None:
    """The client sets its deadline, and never gets more than the maximum."""
    asked = from_url(url(("query", ASK), ("timeout", given)), LIMITS)

    assert asked is not None
    assert asked.seconds == seconds


@pytest.mark.parametrize(
    ("query_string", "names"),
    [
        (url(("query", ASK), ("query", ASK)), {"query"}),
        (url(("timeout", "soon")), {"query", "timeout"}),
        (url(("query", ASK), ("timeout", "0")), {"timeout"}),
        (url(("query", ASK), ("timeout", "nan")), {"timeout"}),
        (url(("query", ASK), ("timeout", "1"), ("timeout", "2")), {"timeout"}),
        (url(("query", ASK), ("default-graph-uri", "no iri"), ("timeout", "-1")), {"default-graph-uri", "timeout"}),
        (b"query=%ff%fe", {"query"}),
        (b"query=\xff", {"query"}),
        (b"&".join([b"query=x"] * 3_000), {"parameters"}),
    ],
)
def test_every_fault_together(query_string: bytes, names: set[str]) -> None:
    """All wrong parameters are named in one error."""
    with pytest.raises(InvalidParameters) as caught:
        from_url(query_string, LIMITS)

    assert {fault["name"] for fault in caught.value.errors} == names


@pytest.mark.parametrize(
    ("content_type", "body", "kind"),
    [
        (UPDATE, b"DROP ALL", QueryForbidden),
        (FORM, b"update=DROP+ALL", QueryForbidden),
        ("", b"query=ASK+%7B%7D", UnsupportedMedia),
        ("text/plain", b"ASK {}", UnsupportedMedia),
        (f"{DIRECT}; charset=UTF-16", "ASK {}".encode("utf-16"), UnsupportedMedia),
        (DIRECT, b"ASK { ?s ?p '\xff' }", InvalidParameters),
        (FORM, b"", InvalidParameters),
    ],
)
def test_bodies_that_are_refused(content_type: str, body: bytes, kind: type[CtgraphError]) -> None:
    """Updates, other media types and other encodings are refused, each with its own error."""
    with pytest.raises(kind):
        from_body(b"", content_type, body, LIMITS)


def test_update_by_get() -> None:
    """An update is never taken by GET."""
    with pytest.raises(MethodNotAllowed) as caught:
        from_url(b"update=DROP+ALL", LIMITS)

    assert caught.value.allowed == ("GET", "HEAD", "POST", "OPTIONS")
