"""The server as it runs: uvicorn, worker processes, real sockets."""

from __future__ import annotations

import logging
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest
import uvicorn
from pyoxigraph import RdfFormat, parse

from api.fakes import SPECIMEN
from ctgraph.api import connection
from ctgraph.api.annotating import TextReader
from ctgraph.api.server import BrokenAnswers, configuration, serve
from ctgraph.errors import QueryTimeout, ServeError
from ctgraph.settings import ClientLimits, QueryLimits, Settings
from ctgraph.store.pool import EmbeddedStore
from ctgraph.store.writing import Contents, ReleaseWriter

COUNTLESS = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SILENT = f"SELECT (COUNT(*) AS ?n) {COUNTLESS}"
ENDLESS = f"SELECT * {COUNTLESS}"
ASK = {"query": "ASK {}"}


def write_release(settings: Settings) -> str:
    with ReleaseWriter(settings) as writer:
        contents = Contents(list(parse(path=SPECIMEN, format=RdfFormat.TRIG)), "0.1.0", documents=2)
        return writer.write(contents).id


@contextmanager
def running(settings: Settings, reader: TextReader | None = None) -> Iterator[httpx.Client]:
    """A server in a thread of its own, on a free port."""
    config = configuration(settings, EmbeddedStore(settings), reader)
    config.port = 0
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    host, port = server.servers[0].sockets[0].getsockname()
    try:
        with httpx.Client(base_url=f"http://{host}:{port}", timeout=20, trust_env=False) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join(20)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server on a small release, with one worker for what users send, and two seconds for each query."""
    settings = Settings(data=tmp_path_factory.mktemp("data"), workers=1, limits=QueryLimits(seconds=2.0))
    write_release(settings)
    with running(settings) as client:
        yield client


def test_answers(server: httpx.Client) -> None:
    """Queries, canned queries and pages come from the same release; the server does not name itself."""
    ready = server.get("/health/ready").json()
    asked = server.get("/sparql", params=ASK)
    canned = server.get("/v1/queries/references-in?document=kst-36999-12").json()
    page = server.get("/doc/document/kst-36999-12", headers={"Accept": "text/html"})

    assert asked.json() == {"head": {}, "boolean": True}
    assert canned["release"] == ready["release"]
    assert len(canned["rows"]) == 4
    assert page.status_code == 200
    assert "server" not in asked.headers


def test_deadline_before_the_first_block(server: httpx.Client) -> None:
    """A query that is out of time before its first block is a clean 503, and the next one is answered."""
    started = time.monotonic()
    late = server.post("/sparql", data={"query": SILENT, "timeout": "0.5"})
    took = time.monotonic() - started

    assert (late.status_code, late.json()["code"]) == (503, "query-timeout")
    assert "retry-after" in late.headers
    assert took < 2
    assert server.get("/sparql", params=ASK).status_code == 200


def test_deadline_after_the_first_block(server: httpx.Client) -> None:
    """A query that is out of time in the middle breaks the connection: no client takes it for whole."""
    received = 0

    def fetch() -> None:
        nonlocal received
        with server.stream("POST", "/sparql", data={"query": ENDLESS, "timeout": "1"}) as response:
            assert response.status_code == 200
            for block in response.iter_raw():
                received += len(block)

    with pytest.raises(httpx.RemoteProtocolError):
        fetch()

    assert received > 0
    assert server.get("/sparql", params=ASK).status_code == 200


def test_lookups_go_on_while_users_keep_the_workers(server: httpx.Client) -> None:
    """The reserved lane answers while the one open worker is taken."""
    taken = threading.Thread(target=server.post, args=("/sparql",), kwargs={"data": {"query": SILENT}})
    taken.start()
    time.sleep(0.3)
    canned = server.get("/v1/queries/threat-levels")
    answered_meanwhile = taken.is_alive()
    taken.join()

    assert canned.status_code == 200
    assert answered_meanwhile


@pytest.mark.parametrize("query", [SILENT, ENDLESS])
def test_client_that_hangs_up_frees_its_worker(server: httpx.Client, query: str) -> None:
    """When a client goes, its query ends, long before its deadline, and the next one has the worker."""
    address = (server.base_url.host, server.base_url.port or 0)
    body = httpx.Request("POST", "http://x/", data={"query": query, "timeout": "60"}).read()
    with socket.create_connection(address) as connection:
        head = f"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n"
        connection.sendall(f"{head}Content-Type: application/x-www-form-urlencoded\r\n\r\n".encode() + body)
        time.sleep(0.5)
    started = time.monotonic()
    status = server.get("/sparql", params=ASK).status_code

    assert status == 200
    assert time.monotonic() - started < 30


def test_a_long_address_is_refused_like_a_long_query(server: httpx.Client) -> None:
    """A query above the limit in the address gets the same 413 as in a body."""
    head = f"GET /sparql?query=ASK%7B%7D%23{'x' * 70_000} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    with socket.create_connection((server.base_url.host, server.base_url.port or 0)) as connection:
        connection.sendall(head.encode())
        answer = b"".join(iter(lambda: connection.recv(65_536), b""))

    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"query-too-long" in answer


@pytest.mark.parametrize(
    ("path", "status", "advice"),
    [("/sparql?query=ASK%7B%7D%23", b"413", b"by POST"), ("/v1/documents?kind=", b"414", b"65535")],
)
def test_a_long_address_is_told_what_to_do(server: httpx.Client, path: str, status: bytes, advice: bytes) -> None:
    """A query goes by POST; any other address is 414. Both are problems that name what was sent and the limit."""
    with socket.create_connection((server.base_url.host, server.base_url.port or 0)) as connection:
        connection.sendall(f"GET {path}{'x' * 100_000} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        answer = b"".join(iter(lambda: connection.recv(65_536), b""))

    assert answer.startswith(b"HTTP/1.1 " + status)
    assert b"application/problem+json" in answer
    assert b"65535" in answer
    assert f"The address is {len(path) + 100_000} bytes".encode() in answer
    assert advice in answer


def test_what_is_no_request_is_refused_as_a_problem(server: httpx.Client) -> None:
    """Bytes that are no HTTP get 400 in the form of every other error, and the connection is closed."""
    with socket.create_connection((server.base_url.host, server.base_url.port or 0)) as connection:
        connection.sendall(b"SELECT * WHERE { ?s ?p ?o }\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(65_536), b""))

    assert answer.startswith(b"HTTP/1.1 400 ")
    assert b"application/problem+json" in answer
    assert b"nosniff" in answer


def test_a_taken_port_is_told(server: httpx.Client, tmp_path: Path) -> None:
    """To serve where another process listens is an error that names address, reason and what to do."""
    address = server.base_url
    with pytest.raises(ServeError, match=f"{address.host}:{address.port}: it cannot be listened on .*--port"):
        serve(Settings(data=tmp_path, host=address.host, port=address.port or 0))


def test_dumps_in_full(server: httpx.Client) -> None:
    """A dump arrives whole, with the length that was announced."""
    [dump] = server.get("/export", headers={"Accept": "application/json"}).json()["files"]
    fetched = server.get(dump["href"])

    assert int(fetched.headers["content-length"]) == len(fetched.content) == dump["bytes"]


def test_ready_as_soon_as_there_is_a_release(tmp_path: Path) -> None:
    """Without a release the server lives and says so; it answers once one is built, without a restart."""
    settings = Settings(data=tmp_path, workers=1)
    with running(settings) as client:
        alive, early = client.get("/health/live"), client.get("/health/ready")
        refused = client.get("/sparql", params=ASK)
        first = client.get("/")
        release = write_release(settings)
        ready, asked = client.get("/health/ready"), client.get("/sparql", params=ASK)

    assert (alive.status_code, early.status_code, refused.status_code, first.status_code) == (200, 503, 503, 200)
    assert early.json()["code"] == "no-release"
    assert (ready.json()["release"], asked.status_code) == (release, 200)


def test_a_broken_answer_is_one_line_in_the_log() -> None:
    """A deadline in the middle of an answer is told in a line; a defect keeps its traceback."""

    def logged(error: Exception) -> logging.LogRecord:
        try:
            raise error
        except (QueryTimeout, ZeroDivisionError):
            record = logging.LogRecord("uvicorn.error", logging.ERROR, "", 0, "Exception\n", None, sys.exc_info())
        assert BrokenAnswers().filter(record)
        return record

    expected, defect = logged(QueryTimeout(1)), logged(ZeroDivisionError())

    assert (expected.getMessage(), expected.exc_info) == ("Answer broken off: query-timeout", None)
    assert defect.exc_info is not None


def test_figures_of_the_workers(server: httpx.Client) -> None:
    """Prometheus sees the workers, the queues and the kills, and a deadline that passed is one kill more."""

    def kills() -> int:
        text = server.get("/metrics").text
        assert 'ctgraph_workers{lane="open",state="busy"} 0' in text
        assert 'ctgraph_queue_questions{lane="open"} 0' in text
        return next(int(row.split()[1]) for row in text.splitlines() if row.startswith("ctgraph_worker_kills_total"))

    before = kills()
    server.post("/sparql", data={"query": SILENT, "timeout": "0.3"})

    assert kills() == before + 1


def test_a_flood_does_not_reach_others(tmp_path: Path) -> None:
    """While one client sends slow queries, another is answered; the first is told to come back later."""
    settings = Settings(data=tmp_path, workers=2, limits=QueryLimits(seconds=1.5), clients=ClientLimits(waiting=4))
    write_release(settings)
    statuses: list[tuple[int, str]] = []

    def flood(client: httpx.Client, number: int) -> None:
        body = {"query": f"{SILENT} #{number}"}
        answer = client.post("/sparql", data=body, headers={"X-Forwarded-For": "203.0.113.5"})
        statuses.append((answer.status_code, answer.headers.get("retry-after", "")))

    with running(settings) as client:
        floods = [threading.Thread(target=flood, args=(client, number)) for number in range(12)]
        for thread in floods:
            thread.start()
        time.sleep(0.3)
        waits = []
        for number in range(8):
            began = time.monotonic()
            asked = {"query": f"ASK {{}} #{number}"}
            quiet = client.get("/sparql", params=asked, headers={"X-Forwarded-For": "2001:db8::7"})
            waits.append(time.monotonic() - began)
            assert quiet.status_code == 200
            time.sleep(0.1)
        for thread in floods:
            thread.join()

    assert max(waits) < settings.limits.seconds
    assert {status for status, _ in statuses} == {429, 503}
    assert all(int(after) >= 1 for status, after in statuses if status == 429)
    assert [status for status, _ in statuses].count(429) >= 7


def conversation(server: httpx.Client, *pieces: bytes, pause: float = 0.0) -> bytes:
    """What comes back for bytes that are sent one after the other, until the server closes."""
    with socket.create_connection((server.base_url.host, server.base_url.port or 0), timeout=20) as connection:
        with suppress(ConnectionError):
            for piece in pieces:
                connection.sendall(piece)
                time.sleep(pause)
        with suppress(ConnectionError):
            return b"".join(iter(lambda: connection.recv(65_536), b""))
    return b""


HEAD = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"


@pytest.mark.parametrize("sent", [(), (b"GET / HT",), (HEAD,), (HEAD + b"Content-Length: 9\r\n\r\nASK",)])
def test_a_request_that_does_not_become_whole(
    server: httpx.Client, monkeypatch: pytest.MonkeyPatch, sent: tuple[bytes, ...]
) -> None:
    """After its time a silent connection, half a head and half a body are each 408, and closed."""
    monkeypatch.setattr(connection, "REQUEST_SECONDS", 0.3)
    answer = conversation(server, *sent)

    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"request-timeout" in answer


def test_a_request_in_pieces_has_its_time(server: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that comes slowly, but in time, is answered; so is the next on the same connection, much later."""
    monkeypatch.setattr(connection, "REQUEST_SECONDS", 1.5)
    first = (HEAD + b"Content-Le", b"ngth: 6\r\n\r\nASK", b" {}")
    last = HEAD + b"Connection: close\r\nContent-Length: 6\r\n\r\nASK {}"
    answer = conversation(server, *first, b"", b"", b"", last, pause=0.3)

    assert answer.count(b"HTTP/1.1 200 ") == 2


@pytest.mark.parametrize(
    ("beginning", "status"),
    [
        (b"GET / HTTP/1.1\r\nHost: x\r\nX: ", b"431"),
        (b"GET /", b"414"),
        (b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 9, b"431"),
    ],
)
def test_a_head_without_end_is_cut_off(server: httpx.Client, beginning: bytes, status: bytes) -> None:
    """A header, an address or a list of headers that goes on is refused early, and holds up nobody."""
    filler = b"A: b\r\n" * 20_000 if beginning.endswith(b"\n") else b"a" * 120_000
    began = time.monotonic()
    answer = conversation(server, beginning, *[filler] * 100)

    assert answer == b"" or answer.startswith(b"HTTP/1.1 " + status)
    assert time.monotonic() - began < 10
    assert server.get("/sparql", params=ASK).status_code == 200
