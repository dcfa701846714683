"""Queries that the connection asks itself."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import time
from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest

from api.test_server import conversation, running, write_release
from api.test_shelf import figure, raw
from ctgraph.api.connection import Connection
from ctgraph.api.protocol import DIRECT, FORM, UPDATE
from ctgraph.settings import QueryLimits, Settings

SELECT = "SELECT ?s ?c { ?s a ?c } ORDER BY ?s ?c LIMIT 60"
LARGE = "SELECT * { ?a a ?b . ?c a ?d } LIMIT 2000"
LAST = b"GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
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
    return re.sub(rb"date: [^\r]+", b"", raw(server, head.encode("latin-1") + LAST))


@pytest.mark.parametrize(
    "query",
    [SELECT, "ASK {}", LARGE, "CONSTRUCT WHERE { ?s ?p ?o }", "SELECT (NOW() AS ?n) { ?s ?p", "SELECT * { ?s ?p",
     "ASK { SERVICE <http://127.0.0.1:9/> {} }", "SELECT ?x { ?x a 'é' }"],
)  # fmt: skip
@pytest.mark.parametrize(
    "headers",
    ["", "Accept: text/csv\r\n", "Accept: image/png\r\n", "Accept-Encoding: gzip\r\n", "X-Forwarded-Proto: https\r\n",
     "Accept: text/csv\r\nAccept: text/turtle\r\n", "Host: a b\r\n", "Host: y\r\n"],
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


def post(server: httpx.Client, body: str, headers: str) -> bytes:
    """All that comes back for a POST, but for the date; the connection is closed by a second request."""
    sent = body.encode()
    head = f"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: {len(sent)}\r\n{headers}\r\n".encode("latin-1")
    return re.sub(rb"date: [^\r]+", b"", raw(server, head + sent + LAST))


@pytest.mark.parametrize("query", [SELECT, "ASK {}", LARGE, "SELECT (NOW() AS ?n) {}", "SELECT * { ?s ?p", "", "é"])
@pytest.mark.parametrize(
    "headers",
    ["", "Accept: text/csv\r\n", "Accept: image/png\r\n", "Accept-Encoding: gzip\r\n", "X-Forwarded-Proto: https\r\n"],
)
@pytest.mark.parametrize("kind", [f"{FORM}; charset=utf-8", DIRECT, UPDATE, "text/plain"])
def test_both_ways_give_the_same_bytes_for_a_post(server: httpx.Client, query: str, headers: str, kind: str) -> None:
    """A form and a query as body get what the application gives, whatever comes; kept or not."""
    sent = f"{headers}Content-Type: {kind}\r\n"
    marked = [f"{query} # {kind} {number}" if query else "" for number in range(2)]
    bodies = [f"timeout=4&query={quote(text)}" if kind.startswith(FORM) else text for text in marked]
    express, again = (post(server, bodies[0], sent) for _ in range(2))
    application = post(server, bodies[0], sent + LONG_WAY)
    first = post(server, bodies[1], sent + LONG_WAY)

    if "NOW" not in query:
        assert again == application
        assert first.count(b"HTTP/1.1 ") == 2
        if b"transfer-encoding" not in express + first:
            assert express == application
            assert first == post(server, bodies[1], sent)
    assert express.count(b"HTTP/1.1 ") == 2


@pytest.mark.parametrize(
    ("head", "pieces"),
    [
        ("Content-Length: 6\r\n", (b"A", b"SK", b" {}")),
        ("Transfer-Encoding: chunked\r\n", (b"3\r\nASK\r\n", b"3\r\n {}\r\n0\r\n\r\n")),
        ("Content-Length: 6\r\nExpect: 100-continue\r\n", (b"", b"ASK {}")),
    ],
)
def test_a_body_in_pieces(server: httpx.Client, head: str, pieces: tuple[bytes, ...]) -> None:
    """However a body comes, it is answered when it is whole."""
    sent = f"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: {DIRECT}\r\n{head}\r\n".encode()
    answer = conversation(server, sent, *pieces, LAST, pause=0.05)

    assert answer.count(b"HTTP/1.1 200 ") == 2
    assert b'{"head":{},"boolean":true}' in answer
    assert answer.count(b"HTTP/1.1 100 ") == head.count("100-continue")


def test_who_leaves_before_the_body_is_whole_is_told(server: httpx.Client, capsys: pytest.CaptureFixture[str]) -> None:
    """The log has a line for a POST of which half the body came, and the next client is served."""
    sent = f"POST /sparql HTTP/1.1\r\nHost: x\r\nUser-Agent: half\r\nContent-Type: {DIRECT}\r\nContent-Length: 9\r\n\r\nASK"
    with socket.create_connection((server.base_url.host, server.base_url.port or 0)) as connection:
        connection.sendall(sent.encode())
        time.sleep(0.2)
    told = ""
    while '"half"' not in told:
        time.sleep(0.05)
        told += capsys.readouterr().err

    assert '"method":"POST","path":"/sparql","status":0' in told
    assert b" 200 " in post(server, "ASK {}", f"Content-Type: {DIRECT}\r\n")


def test_an_answer_at_once_starts_no_clock_for_the_next(server: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow query that came together with one that is kept has its own time, not that of an idle connection."""
    made = Connection.connection_made

    def impatient(connection: Connection, transport: asyncio.Transport) -> None:
        made(connection, transport)
        connection.timeout_keep_alive = 0

    monkeypatch.setattr(Connection, "connection_made", impatient)
    slow = f"/sparql?query={quote('SELECT (COUNT(*) AS ?n) { ?a a ?b . ?c a ?d . ?e a ?f . ?g a ?h }')}&timeout=1"
    kept = f"/sparql?query={quote(SELECT)}"
    for _ in range(3):
        ask(server, SELECT, "")
    answer = conversation(server, "".join(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n" for path in (kept, slow)).encode())

    assert answer.count(b"HTTP/1.1 ") == 2


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

    async def fail(backend: object, question: object, lane: object) -> None:
        raise AssertionError

    monkeypatch.setattr("ctgraph.store.caching.CachedBackend._ask", fail)

    assert ask(server, "ASK { } # never asked before", "") == b""


@pytest.mark.parametrize("headers", ["", LONG_WAY])
def test_the_time_of_a_query_is_counted_whole(server: httpx.Client, headers: str) -> None:
    """A query that ran to its deadline counts with all of that, whichever way it was asked."""
    took = 'ctgraph_request_seconds_sum{route="/sparql"}'
    before = figure(server, took)
    counted = f"SELECT (COUNT(*) AS ?n) {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }} # {len(headers)}"

    assert ask(server, counted, headers, "&timeout=1").startswith(b"HTTP/1.1 503 ")
    assert figure(server, took) - before >= 1
