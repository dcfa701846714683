"""Answers as the client accepts them."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from api.fakes import Client, FakeBackend
from ctgraph.api.compression import coding_for

LARGE = "/sparql?" + urlencode({"query": "SELECT * { ?s ?p ?o }"})


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip, br", "br"),
        ("gzip", "gzip"),
        ("*", "zstd"),
        ("*;q=0, gzip;q=0.1", "gzip"),
        ("zstd;q=0, br; q=0.000, *", "gzip"),
        ("identity", ""),
        ("", ""),
        ("br;q=nonsense", ""),
        ("br;q=0.5, gzip, zstd;q=0.9", "gzip"),
        ("gzip;q=0.5, *;q=0.7", "zstd"),
        ("zstd;q=0.3, br;q=0.3", "zstd"),
        ("identity, gzip;q=0.5", ""),
        ("identity;q=0.5, gzip;q=0.5", "gzip"),
        ("gzip;level=9;q=0, br;q=0.1", "br"),
        ("br;q=nan, gzip;q=inf, zstd;q=-1", ""),
        ("GZIP", "gzip"),
    ],
)
def test_codings(client: Client, accepted: str, coding: str) -> None:
    """The coding is one that the client accepts, on a streamed, a kept and a second kept answer alike."""
    plain = client.get(LARGE, Accept_Encoding="identity").content
    for _ in range(2):
        response = client.request("GET", LARGE, {"Accept-Encoding": accepted})

        assert coding_for(accepted) == coding
        assert response.headers.get("content-encoding", "") == coding
        assert "Accept-Encoding" in response.headers["vary"]
        assert response.content == plain


def test_streams_are_compressed_too(client: Client, backend: FakeBackend) -> None:
    """An answer that comes slowly is compressed as it comes."""
    plain = client.get(LARGE, Accept_Encoding="identity").content
    backend.pause = 0.1
    response = client.request("GET", LARGE + "%20%23", {"Accept-Encoding": "gzip"})

    assert response.headers["content-encoding"] == "gzip"
    assert response.content == plain


@pytest.mark.parametrize("address", ["/sparql?query=ASK%7B%7D", "/health/live", "/export/release.nq"])
def test_small_answers_and_dumps_are_left_alone(client: Client, address: str) -> None:
    """What would not gain, and files with a length of their own, go out as they are."""
    assert "content-encoding" not in client.get(address, Accept_Encoding="gzip").headers


@pytest.mark.parametrize("address", ["/", "/v1/openapi.json", "/doc/document/kst-36999-12.ttl", "/v1/queries/nothing"])
def test_pages_and_problems(client: Client, address: str) -> None:
    """What is no query is compressed like the rest, and varies by more than the coding."""
    response = client.get(address, Accept_Encoding="gzip")

    assert response.headers["content-encoding"] == "gzip"
    assert "Origin" in response.headers["vary"]
