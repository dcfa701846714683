"""Lookups that the connection asks itself."""

from __future__ import annotations

import asyncio
import re
import socket
import threading
from collections.abc import Iterator

import httpx
import pytest
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.test_server import running, write_release
from api.test_shelf import figure, raw
from ctgraph.api.lookup_paths import LookupPaths
from ctgraph.settings import CacheLimits, QueryLimits, Settings

LETTER = "/v1/documents/kst-36999-12"
LOOKUPS = (
    LETTER,
    f"{LETTER}?lang=nl",
    f"{LETTER}?fields=title,kind,dossiers",
    f"{LETTER}?fields=none",
    "/v1/documents/KST-36999-12?lang=en",
    "/v1/documents/kst-36999-12/bbbb0001",
    "/v1/documents/kst%2D36999-12",
    "/v1/documents/none",
    "/v1/documents/",
    "/v1/documents/%3E%20x",
    f"{LETTER}?wrong=1",
    f"{LETTER}?lang=nl&lang=en",
    f"{LETTER}?lang=de",
    f"{LETTER}/references?limit=2",
    f"{LETTER}/references?limit=0&page=x",
    f"{LETTER}/mentions?limit=3",
    f"{LETTER}/text",
    "/v1/documents?limit=3&fields=title",
    "/v1/motions",
    "/v1/motions?limit=1&facets=year",
    "/v1/motions/kst-36999-7",
    "/v1/motions/kst-36999-7/",
    "/v1/commitments?from=2024-99-99",
    "/v1/queries",
    "/v1/queries/threat-levels",
    "/v1/queries/motions-answered-in?document=kst-36999-12",
    "/v1/queries/none",
    "/v1/search?q=brief",
    "/v1/search?q=",
    "/v1/openapi.json",
    "/v1/none",
    "/v1",
)
"""Every kind of lookup, and what there is to refuse of it."""
AS_LONG = "Content-Length: 0\r\n"
"""A header that changes no answer, and makes a request more than its head: such a one goes the long way."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server on a small release that keeps no answers: each lookup is looked up."""
    limits, cache = QueryLimits(seconds=5.0), CacheLimits(total_bytes=0)
    settings = Settings(data=tmp_path_factory.mktemp("data"), workers=1, limits=limits, cache=cache)
    write_release(settings)
    with running(settings) as client:
        yield client


def look_up(server: httpx.Client, path: str, headers: str) -> bytes:
    """All that comes back for a lookup, but for the date, and what the head of gzip says of time and writer."""
    head = f"GET {path} HTTP/1.1\r\nHost: x\r\n{headers}\r\n"
    last = "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    answer = re.sub(rb"date: [^\r]+", b"", raw(server, (head + last).encode("latin-1")))
    return re.sub(rb"(?s)(\x1f\x8b\x08.).{6}", rb"\1", answer)


@pytest.mark.parametrize("path", LOOKUPS)
@pytest.mark.parametrize(
    "headers",
    ["", "Accept: text/csv\r\n", "Accept: image/png\r\n", "Accept-Encoding: gzip\r\n", "Accept-Encoding: br, zstd\r\n",
     "Accept-Encoding: zstd;q=0, gzip\r\n", "Accept-Encoding: gzip\r\nAccept-Encoding: br\r\n", "Accept-Encoding: *\r\n",
     "Accept-Encoding: br;q=0.5, gzip;q=0.7\r\n", "Accept: image/png\r\nAccept: application/json\r\n",
     "Accept-Language: de\r\nAccept-Language: nl\r\n",
     "X-Forwarded-Proto: https\r\n", "Accept-Language: nl\r\nOrigin: https://example.org\r\n", "Host: a b\r\n",
     "Host: y\r\n"],
)  # fmt: skip
def test_both_ways_look_up_the_same(server: httpx.Client, path: str, headers: str) -> None:
    """Status, headers and body of a lookup are those of the application: an answer, a redirect, a file, a refusal."""
    express = look_up(server, path, headers)

    assert express == look_up(server, path, headers + AS_LONG)
    assert express.count(b"HTTP/1.1 ") == 2


@pytest.mark.parametrize("way", ["", AS_LONG])
def test_lines_of_a_header_are_one_list(server: httpx.Client, way: str) -> None:
    """What a second line of Accept, Accept-Language or Accept-Encoding allows is allowed, on either way."""
    for line, other in (
        ("Accept: image/png", "Accept: application/json"),
        ("Accept-Language: en;q=0.5", "Accept-Language: nl"),
        ("Accept-Encoding: br;q=0.5", "Accept-Encoding: gzip"),
    ):
        separate = look_up(server, LETTER, f"{line}\r\nX-More: 1\r\n{other}\r\n{way}")
        together = f"{line}, {other.partition(': ')[2]}"

        assert separate.startswith(b"HTTP/1.1 200 ")
        assert separate == look_up(server, LETTER, f"{together}\r\nX-More: 1\r\n{way}")
        assert separate != look_up(server, LETTER, f"{line}\r\nX-More: 1\r\n{way}")


@pytest.mark.parametrize("headers", ["", AS_LONG])
def test_a_lookup_with_a_defect_is_a_problem(
    server: httpx.Client, monkeypatch: pytest.MonkeyPatch, headers: str
) -> None:
    """What nobody foresaw in a lookup is answered as the application answers it, on either way."""

    async def fail(lookups: object, name: str, **values: object) -> None:
        raise AssertionError

    monkeypatch.setattr("ctgraph.api.asking.Lookups.rows", fail)
    answer = look_up(server, f"{LETTER}?lang=", headers)

    assert answer.startswith(b"HTTP/1.1 500 ")
    assert b'"code": "internal-error"' in answer


def test_a_client_that_leaves_a_lookup_ends_it(server: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The work for a lookup ends with the client that asked for it."""
    ended = threading.Event()
    begun = threading.Event()

    async def wait(lookups: object, name: str, **values: object) -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    monkeypatch.setattr("ctgraph.api.asking.Lookups.rows", wait)
    with socket.create_connection((server.base_url.host, server.base_url.port or 0)) as connection:
        connection.sendall(f"GET {LETTER}?lang= HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert begun.wait(10)

    assert ended.wait(10)


def test_it_is_counted(server: httpx.Client) -> None:
    """Each lookup counts once under its route, whatever its status."""
    requests = 'ctgraph_request_seconds_count{route="/v1/documents"}'
    before = figure(server, requests)
    for path in (LETTER, "/v1/documents/none", f"{LETTER}?wrong=1"):
        look_up(server, path, "")

    assert figure(server, requests) - before == 3


def test_a_path_leads_where_the_router_leads() -> None:
    """The first route that fits answers, with what stands in the path; one whose endpoint wants more is left alone."""

    async def alone(request: Request) -> Response:
        return Response()

    async def more(request: Request, name: str) -> Response:
        return Response()

    router = APIRouter(prefix="/v1/things")
    router.add_api_route("/{id:path}/parts", alone)
    router.add_api_route("/named/{name}", more)
    router.add_api_route("/{id:path}", alone)
    router.add_api_route("/made", alone, methods=["POST"])
    paths = LookupPaths([router])

    assert paths.find("/v1/things/a/b/parts") == (alone, {"id": "a/b"})
    assert paths.find("/v1/things/named/x") is None
    assert paths.find("/v1/things/made") == (alone, {"id": "made"})
    assert paths.find("/v1/things") is None
    assert paths.find("/v1/other/a") is None
