"""Whole answers that lie ready for the same request."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import httpx
import pytest
from pyoxigraph import NamedNode, Quad

from api.fakes import FakeBackend
from api.test_server import running, write_release
from ctgraph.api.metrics import Metrics
from ctgraph.api.request_log import Ledger, LineParts
from ctgraph.api.shelf import Key, Ready, Shelf
from ctgraph.settings import CacheLimits, Settings
from ctgraph.store.caching import CachedBackend
from ctgraph.store.writing import Contents, ReleaseWriter

ASKED = "/sparql?query=SELECT%20%3Fs%20%7B%20%3Fs%20a%20%3Chttps%3A%2F%2Fw3id.org%2Fctgraph%2Fdef%23Motion%3E%20%7D"
KEY = Key("127.0.0.1", b"/sparql", ())


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = Settings(data=tmp_path_factory.mktemp("data"), workers=1)
    write_release(settings)
    return settings


@pytest.fixture(scope="module")
def server(settings: Settings) -> Iterator[httpx.Client]:
    with running(settings) as client:
        yield client


def raw(server: httpx.Client, sent: bytes) -> bytes:
    """Everything that comes back on one connection."""
    with socket.create_connection((server.base_url.host, server.base_url.port or 0)) as connection:
        connection.sendall(sent)
        return b"".join(iter(lambda: connection.recv(65_536), b""))


def lasting(answer: httpx.Response) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name != "date"}


def figure(server: httpx.Client, name: str) -> float:
    rows = server.get("/metrics").text.splitlines()
    return next(float(row.rsplit(" ", 1)[1]) for row in rows if row.startswith(f"{name} "))


@pytest.mark.parametrize("path", [ASKED, "/v1/documents/kst-36999-12", "/v1/queries/threat-levels", "/v1/motions"])
@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_the_same_request_gets_the_same_answer(server: httpx.Client, path: str, coding: str) -> None:
    """Status, headers and bytes are those of the first answer, however often it is asked."""
    answers = [server.get(path, headers={"Accept-Encoding": coding}) for _ in range(4)]

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert all(lasting(answer) == lasting(answers[0]) for answer in answers)
    assert all("date" in answer.headers and "api-version" in answer.headers for answer in answers)


def test_it_is_counted_and_told(server: httpx.Client, capsys: pytest.CaptureFixture[str]) -> None:
    """An answer from the shelf is in the figures and the log as every other one."""
    path = f"{ASKED}%20%23%20counted"
    requests = 'ctgraph_request_seconds_count{route="/sparql"}'
    hits = 'ctgraph_cache_questions_total{result="hit"}'
    before = figure(server, requests), figure(server, hits)
    for _ in range(5):
        answer = server.get(path, headers={"User-Agent": "counting"})
    after = figure(server, requests), figure(server, hits)
    told = [json.loads(line) for line in capsys.readouterr().err.splitlines() if '"counting"' in line]

    assert after[0] - before[0] == 5
    assert after[1] - before[1] >= 4  # the server asks for itself too, when a release comes
    assert len(told) == 5
    assert {(line["status"], line["path"], line["client"]) for line in told} == {(200, "/sparql", "127.0.0.1")}
    assert len({line["query"] for line in told}) == 1
    assert {line["bytes"] for line in told} == {len(answer.content)}


def test_what_differs_is_decided_anew(server: httpx.Client) -> None:
    """Another format, a tag that the client holds, another method, and a bad host get their own answers."""
    for _ in range(3):
        held = server.get(ASKED)
    again = server.get(ASKED, headers={"If-None-Match": held.headers["etag"]})
    as_csv = server.get(ASKED, headers={"Accept": "text/csv"})
    head = server.head(ASKED)
    bad_host = server.get(ASKED, headers={"Host": "a b"})

    assert (again.status_code, again.content) == (304, b"")
    assert as_csv.headers["content-type"].startswith("text/csv")
    assert (head.status_code, head.content, head.headers["content-length"]) == (
        200,
        b"",
        held.headers["content-length"],
    )
    assert bad_host.status_code == 400


def test_answers_keep_the_order_of_their_requests(server: httpx.Client) -> None:
    """On one connection, what lies ready does not overtake what has to be worked out."""
    for _ in range(3):
        server.get(ASKED)
    ready = f"GET {ASKED} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
    raw(server, ready + ready + ready.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
    new = f"GET {ASKED}%20%23new HTTP/1.1\r\nHost: x\r\n\r\n".encode()
    last = b"GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    answer = raw(server, ready + new + ready + last)

    assert answer.count(b"HTTP/1.1 200 OK") == 4
    assert answer.endswith(b'{"status":"live"}')


def test_http_1_0_and_close_are_honoured(server: httpx.Client) -> None:
    """Whoever wants the connection closed after the answer gets that, again and again."""
    for version in ("HTTP/1.0\r\n", "HTTP/1.1\r\nConnection: close\r\n"):
        for _ in range(4):
            answer = raw(server, f"GET {ASKED} {version}Host: x\r\n\r\n".encode())
            assert answer.startswith(b"HTTP/1.1 200 ")
            assert b"connection: close" in answer


def test_a_body_is_no_next_request(server: httpx.Client) -> None:
    """A GET with a body is answered as often as it is sent, its body left aside."""
    with_body = f"GET {ASKED} HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nGET ".encode()
    last = b"GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    answer = raw(server, with_body * 3 + last)

    assert answer.count(b"HTTP/1.1 200 OK") == 4


def test_a_new_release_sends_all_away(tmp_path: Path) -> None:
    """An answer of the old release is not given once another is current."""
    settings = Settings(data=tmp_path, workers=1)
    write_release(settings)
    names = [NamedNode(f"https://w3id.org/ctgraph/{name}") for name in ("id/motion/kst-36999-1", "graph/text/x")]
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    motion = Quad(names[0], kind, NamedNode("https://w3id.org/ctgraph/def#Motion"), names[1])
    with running(settings) as client:
        for _ in range(3):
            old = client.get(ASKED)
        with ReleaseWriter(settings) as writer:
            release = writer.write(Contents([motion], "0.1.0")).id
        while client.get("/health/ready").json()["release"] != release:
            pass
        new = client.get(ASKED)

    assert len(old.json()["results"]["bindings"]) > 1
    assert len(new.json()["results"]["bindings"]) == 1
    assert new.headers["etag"] != old.headers["etag"]


def test_the_shelf_is_bounded_and_ends_with_the_day() -> None:
    """Those not asked for longest go first; on another day nothing is left."""
    days = [date(2025, 1, 1)]
    backend = CachedBackend(FakeBackend(), CacheLimits())
    shelf = Shelf(backend, 4 * 5_000, lambda: days[-1], Ledger(Metrics(), None))
    ready = Ready(shelf.holds(backend.release), b"x" * 1_000, "/sparql", 1_000, LineParts("", ""))
    keys = [KEY._replace(address=b"/%d" % number) for number in range(4)]
    for key in keys[:2]:
        shelf.put(key, ready)
    assert shelf.get(keys[0]) is ready
    shelf.put(keys[2], ready)
    assert [shelf.get(key) is not None for key in keys] == [True, False, True, False]

    days.append(date(2025, 1, 2))
    assert shelf.get(keys[0]) is None
    shelf.put(keys[3], ready)
    assert shelf.get(keys[3]) is None
