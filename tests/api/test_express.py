"""Queries that the connection asks itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest

from api.test_server import running, write_release
from api.test_shelf import figure, raw
from ctgraph.settings import QueryLimits, Settings

SELECT = "SELECT ?s ?c { ?s a ?c } ORDER BY ?s ?c LIMIT 60"
LARGE = "SELECT * { ?a a ?b . ?c a ?d } LIMIT 2000"
LONG_WAY = 'If-None-Match: "none"\r\n'
"""A header that changes no answer of these tests, but is for the application to read."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server on a small release, with one worker for what users send."""
    settings = Settings(data=tmp_path_factory.mktemp("data"), workers=1, limits=QueryLimits(seconds=5.0))
    write_release(settings)
    with running(settings) as client:
        yield client


def ask(server: httpx.Client, query: str, headers: str, more: str = "") -> bytes:
    """All that comes back for a query, but for the date; two requests, of which the second closes the connection."""
    head = f"GET /sparql?query={quote(query, safe='')}{more} HTTP/1.1\r\nHost: x\r\n{headers}\r\n"
    last = "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    return re.sub(rb"date: [^\r]+", b"", raw(server, (head + last).encode("latin-1")))


@pytest.mark.parametrize(
    "query",
    [SELECT, "ASK {}", LARGE, "CONSTRUCT WHERE { ?s ?p ?o }", "SELECT (NOW() AS ?n) { ?s ?p", "SELECT * { ?s ?p",
     "ASK { SERVICE <http://127.0.0.1:9/> {} }", "SELECT ?x { ?x a 'é' }"],
)  # fmt: skip
@pytest.mark.parametrize(
    "headers",
    ["", "Accept: text/csv\r\n", "Accept: image/png\r\n", "Accept-Encoding: gzip\r\n", "X-Forwarded-Proto: https\r\n",
     "Accept: text/csv\r\nAccept: text/turtle\r\n", "Host: a b\r\n"],
)  # fmt: skip
def test_both_ways_give_the_same_bytes(server: httpx.Client, query: str, headers: str) -> None:
    """Status, headers and body are those of the application, whatever comes: an answer, a stream, a refusal."""
    marked = [f"{query} # {number}" for number in range(2)]
    express = ask(server, marked[0], headers)
    again = ask(server, marked[0], headers)
    application = ask(server, marked[0], headers + LONG_WAY)
    first = ask(server, marked[1], headers + LONG_WAY)
    then = ask(server, marked[1], headers)

    # A large answer comes in pieces of any size the first time, and whole afterwards, when it is kept.
    assert again == application
    assert then == ask(server, marked[1], headers + LONG_WAY)
    if b"transfer-encoding" not in express:
        assert express == application
    if b"transfer-encoding" not in first:
        assert first == then
    assert express.count(b"HTTP/1.1 ") == 2


def test_it_is_counted_and_told(server: httpx.Client, capsys: pytest.CaptureFixture[str]) -> None:
    """One line and one count for each request, with the client that a proxy names."""
    requests = 'ctgraph_request_seconds_count{route="/sparql"}'
    before = figure(server, requests)
    for number in range(3):
        ask(server, f"{SELECT} # told {number}", "User-Agent: express\r\nX-Forwarded-For: 192.0.2.7\r\n")
    told = [json.loads(line) for line in capsys.readouterr().err.splitlines() if '"express"' in line]

    assert figure(server, requests) - before == 3
    assert [(line["status"], line["path"], line["client"]) for line in told] == [(200, "/sparql", "192.0.2.7")] * 3
    assert len({line["query"] for line in told}) == 3
    assert {"time", "method", "ms", "bytes", "agent"} <= told[0].keys()


def test_requests_that_follow_wait_for_their_turn(server: httpx.Client) -> None:
    """On one connection a new query, a kept one and a lookup are answered in their order."""
    asked = [f"{SELECT} # turn {number}" for number in (1, 2, 1)]
    paths = [f"/sparql?query={quote(query, safe='')}" for query in asked]
    sent = "".join(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n" for path in (*paths, "/v1/documents/kst-36999-12"))
    last = "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    answer = raw(server, (sent + last).encode())

    assert answer.count(b"HTTP/1.1 200 OK") == 5
    assert answer.index(b'"head"') < answer.index(b'"kst-36999-12"')
    assert answer.endswith(b'{"status":"live"}')


def test_headers_without_end_change_nothing(server: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many kinds of headers come, the answer is the same, and no more of them are remembered than stated."""
    monkeypatch.setattr("ctgraph.api.manner._MANNERS", 10)
    answers = [ask(server, "ASK {}", f"X-Forwarded-For: 192.0.2.{n}\r\nX-Other: {n}\r\n") for n in range(50)]

    assert len(set(answers)) == 1


def test_a_defect_ends_the_connection(server: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw leaves no client waiting."""

    async def fail(endpoint: object, prepared: object) -> None:
        raise AssertionError

    monkeypatch.setattr("ctgraph.api.sparql.SparqlEndpoint.ask", fail)

    assert ask(server, "ASK { } # never asked before", "") == b""
