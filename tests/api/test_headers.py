"""Headers of every answer, CORS, and conditional requests."""

from __future__ import annotations

import pytest
from starlette.types import Scope

from api.fakes import Client
from ctgraph.api.headers import API_VERSION, entity_tag, is_current, standard_headers

ADDRESSES = [
    "/", "/docs", "/sparql", "/sparql?query=ASK%7B%7D", "/sparql?query=broken", "/v1/queries", "/v1/openapi.json",
    "/v1/queries/nothing", "/nothing", "/def", "/id/document/kst-36999-12", "/doc/document/kst-36999-12.ttl",
    "/health/live", "/static/style.css", "/export",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_them(client: Client, address: str) -> None:
    """Version, security, CORS and caching stand on every answer, refused or not."""
    headers = client.get(address, Origin="https://example.org").headers

    assert headers["api-version"] == API_VERSION
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in headers
    assert headers["vary"].startswith("Accept, Accept-Encoding")
    assert "cache-control" in headers


def test_strict_transport_on_https_only() -> None:
    """Browsers are told to keep to HTTPS where they came by it."""
    assert "Strict-Transport-Security" in dict(standard_headers({"scheme": "https"}))
    assert "Strict-Transport-Security" not in dict(standard_headers({"scheme": "http"}))


@pytest.mark.parametrize("address", ["/sparql", "/v1/queries", "/doc/document/kst-36999-12", "/nothing"])
def test_preflight(client: Client, address: str) -> None:
    """A browser that asks whether it may is told so, at every address."""
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    response = client.request("OPTIONS", address, asked)

    assert response.status_code == 204
    assert "POST" in response.headers["access-control-allow-methods"]
    assert "If-None-Match" in response.headers["access-control-allow-headers"]


@pytest.mark.parametrize(
    "address",
    ["/", "/docs", "/def.ttl", "/v1/queries", "/v1/queries/threat-levels", "/v1/documents", "/v1/openapi.json",
     "/v1/documents/kst-36999-12", "/doc/document/kst-36999-12", "/concept/threat-level-five-step.nt",
     "/v1/documents/kst-36999-12/mentions", "/graph/text/kst-36999-12.nt", "/static/style.css", "/export/void.ttl"],
)  # fmt: skip
def test_held_answers_are_not_sent_again(client: Client, address: str) -> None:
    """Whoever holds an answer of this release gets 304 with the same tag and no body."""
    first = client.get(address)
    again = client.get(address, If_None_Match=first.headers["etag"])

    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert again.headers["etag"].removeprefix("W/") == first.headers["etag"].removeprefix("W/")


@pytest.mark.parametrize("address", ["/v1/queries", "/v1/documents/kst-36999-12", "/", "/doc/document/kst-36999-12"])
def test_head(client: Client, address: str) -> None:
    """HEAD has the headers of GET and no body."""
    got, head = client.get(address), client.request("HEAD", address)

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers == got.headers


@pytest.mark.parametrize(
    ("address", "methods"),
    [("/v1/documents", "GET, HEAD, OPTIONS"), ("/v1/annotations", "OPTIONS, POST"), ("/def", "GET, HEAD, OPTIONS"),
     ("/sparql", "GET, HEAD, POST, OPTIONS")],
)  # fmt: skip
def test_methods_are_told(client: Client, address: str, methods: str) -> None:
    """OPTIONS tells the methods of an address, and a refusal of another method the same."""
    told, refused = client.request("OPTIONS", address), client.request("DELETE", address)

    assert (told.status_code, told.headers["allow"], told.content) == (204, methods, b"")
    assert (refused.status_code, refused.headers["allow"]) == (405, methods)


@pytest.mark.parametrize("address", ["/v1/documents", "/def.ttl", "/v1/openapi.json", "/reconcile"])
@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_vary_names_each_header_once(client: Client, address: str, coding: str) -> None:
    """Vary names the coding on every answer, compressed or not, and nothing twice."""
    names = client.get(address, Accept_Encoding=coding).headers["vary"].split(", ")

    assert "Accept-Encoding" in names
    assert len(names) == len(set(names))


def scope(method: str, given: str) -> Scope:
    return {"type": "http", "method": method, "headers": [(b"if-none-match", given.encode())]}


@pytest.mark.parametrize(
    ("given", "tag", "current"),
    [
        ('"a"', '"a"', True),
        ('W/"a"', '"a"', True),
        ('"a"', 'W/"a"', True),
        ('"b", W/"a"', 'W/"a"', True),
        ("*", '"a"', True),
        ('"b"', '"a"', False),
        ("a", '"a"', False),
        ("", '"a"', False),
    ],
)
def test_weak_comparison(given: str, tag: str, current: bool) -> None:
    """If-None-Match compares weakly: what a tag is a tag of counts, not how strong it is."""
    assert is_current(scope("GET", given), tag) is current
    assert not is_current(scope("POST", given), tag)


def test_tags_keep_their_parts_apart() -> None:
    """Two answers that differ in how their parts are split have different tags."""
    assert entity_tag("ab", "c") != entity_tag("a", "bc")
    assert entity_tag("a").startswith('W/"')
    assert entity_tag("a", weak=False) == entity_tag("a").removeprefix("W/")
