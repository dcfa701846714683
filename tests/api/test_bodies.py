"""Bodies that are refused before they are read."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator

import httpx
import pytest

from api.fakes import Client
from api.test_server import running, write_release
from ctgraph.settings import Settings

FORM = "application/x-www-form-urlencoded"
BODIES = [
    ("/sparql", FORM, "query-too-long", 262_144),
    ("/sparql", "application/sparql-query", "query-too-long", 65_536),
    ("/v1/annotations", "application/json", "text-too-long", 1_048_576),
    ("/reconcile", FORM, "batch-too-large", 1_048_576),
]
"""Where bodies go, of which type, and what one is called that has more bytes than so many."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server on a small release."""
    settings = Settings(data=tmp_path_factory.mktemp("data"), workers=1)
    write_release(settings)
    with running(settings) as client:
        yield client


@pytest.mark.parametrize(("path", "media_type", "code", "largest"), BODIES)
def test_a_client_that_asks_before_it_sends(
    server: httpx.Client, path: str, media_type: str, code: str, largest: int
) -> None:
    """Who announces too much and waits for 100 gets the refusal in its place; who announces less is told to go on."""
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: {media_type}\r\nExpect: 100-continue\r\n"
    answers = []
    for size in (largest + 1, largest):
        with socket.create_connection((server.base_url.host, server.base_url.port or 0)) as connection:
            connection.sendall(f"{head}Content-Length: {size}\r\n\r\n".encode())
            answer = connection.recv(65_536)
            while not answer.endswith(b"}") and b" 100 " not in answer:
                answer += connection.recv(65_536)
            answers.append(answer)

    assert answers[0].startswith(b"HTTP/1.1 413 ")
    assert code.encode() in answers[0]
    assert answers[1].startswith(b"HTTP/1.1 100 ")


@pytest.mark.parametrize("path", ["/sparql", "/v1/annotations", "/v1/documents"])
@pytest.mark.parametrize(
    ("coding", "status"),
    [
        ("Transfer-Encoding: gzip, chunked", 501),
        ("Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked", 501),
        ("Transfer-Encoding: Chunked", 405),
    ],
)
def test_a_coded_transfer_is_not_read_as_plain(server: httpx.Client, path: str, coding: str, status: int) -> None:
    """A transfer coding besides chunks is refused by its name, whatever the method and the address."""
    method = "PUT" if status == 405 else "POST" if path != "/v1/documents" else "GET"
    head = f"{method} {path} HTTP/1.1\r\nHost: x\r\n{coding}\r\nConnection: close\r\n\r\n"
    with socket.create_connection((server.base_url.host, server.base_url.port or 0)) as connection:
        connection.sendall(head.encode() + b"5\r\nquery\r\n0\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(65_536), b""))

    assert answer.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"application/problem+json" in answer
    assert (b"'gzip, chunked'" in answer) is (status == 501)


def left(server: httpx.Client) -> int:
    """How many clients went before their answer."""
    figures = re.findall(r'ctgraph_requests_total\{area="reconcile",status="0"\} (\d+)', server.get("/metrics").text)
    return sum(map(int, figures))


def test_a_client_that_leaves_in_its_body(server: httpx.Client, caplog: pytest.LogCaptureFixture) -> None:
    """Who goes before the body is whole is counted with status 0, and is no defect."""
    head = "POST /reconcile HTTP/1.1\r\nHost: x\r\nContent-Length: 90000\r\n"
    before = left(server)
    with socket.create_connection((server.base_url.host, server.base_url.port or 0)) as connection:
        connection.sendall(f"{head}Content-Type: {FORM}\r\n\r\nqueries".encode())
    end = time.monotonic() + 10
    while left(server) == before and time.monotonic() < end:
        time.sleep(0.02)

    assert left(server) > before
    assert "Exception" not in caplog.text


@pytest.mark.parametrize(("path", "media_type", "code", "largest"), BODIES)
def test_too_much(client: Client, path: str, media_type: str, code: str, largest: int) -> None:
    """A body above the limit is 413, whether or not it says so."""
    for length in ({}, {"Content-Length": str(largest + 1)}):
        response = client.request("POST", path, {"Content-Type": media_type, **length}, b"x" * (largest + 1))

        assert (response.status_code, response.json()["code"]) == (413, code)


@pytest.mark.parametrize(("path", "media_type"), [each[:2] for each in BODIES])
def test_coded_bodies(client: Client, path: str, media_type: str) -> None:
    """A compressed body is 415 and says so, for it would be read as nonsense."""
    headers = {"Content-Type": media_type, "Content-Encoding": "gzip"}
    response = client.request("POST", path, headers, b"\x1f\x8b\x08")

    assert response.status_code == 415
    assert response.json()["detail"] == "The body is encoded as gzip. Send it without Content-Encoding."


def test_coded_bodies_on_a_connection(server: httpx.Client) -> None:
    """The same goes for a query that its connection would ask."""
    response = server.post("/sparql", data={"query": "ASK {}"}, headers={"Content-Encoding": "br"})

    assert (response.status_code, response.json()["code"]) == (415, "unsupported-media-type")


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("GET /v1/search?q=financi\u00ebn HTTP/1.1", "Byte 20 of the address is 0xC3. Percent-encode"),
        ("GET /v1/search?q=a b HTTP/1.1", "Byte 14 of the address is 0x20. Percent-encode"),
        ("GET /v1/search?q=a FTP/1.1", "This is no HTTP/1.1 request."),
        ("SELECT * WHERE { ?s ?p ?o }", "This is no HTTP/1.1 request."),
    ],
)
def test_an_address_as_people_type_it(server: httpx.Client, line: str, advice: str) -> None:
    """An address with a letter or a blank as it is, is refused with the place and what to write there."""
    with socket.create_connection((server.base_url.host, server.base_url.port or 0)) as connection:
        connection.sendall(f"{line}\r\nHost: x\r\n\r\n".encode())
        answer = b"".join(iter(lambda: connection.recv(65_536), b""))

    assert answer.startswith(b"HTTP/1.1 400 ")
    assert advice.encode() in answer
