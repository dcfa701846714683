"""One shape for every error, at every address."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import date

import pytest
from starlette.routing import Route
from starlette.types import Message

from api.fakes import Client, FakeBackend
from ctgraph.api.app import create_app
from ctgraph.api.problems import MEDIA_TYPE, problem
from ctgraph.errors import ReleaseError
from ctgraph.settings import Settings

MEMBERS = ["type", "title", "status", "detail", "code"]

REFUSED = [
    ("GET", "/nothing", 404, "not-found"),
    ("GET", "/v1", 404, "not-found"),
    ("GET", "/v1/queries/", 404, "not-found"),
    ("GET", "/v1/queries/nothing", 404, "unknown-name"),
    ("GET", "/docs/", 404, "not-found"),
    ("GET", "/id/document/kst-1-1", 404, "not-found"),
    ("GET", "/id/nothing/kst-36999-12", 404, "not-found"),
    ("GET", "/doc/document/kst-1-1.ttl", 404, "not-found"),
    ("GET", "/concept/nothing", 404, "not-found"),
    ("GET", "/graph/text/nothing", 404, "not-found"),
    ("GET", "/release/0000000000000000", 404, "not-found"),
    ("GET", "/release/%2e%2e", 404, "not-found"),
    ("GET", "/export/nothing.nq", 404, "not-found"),
    ("GET", "/export/..%2f..%2fetc%2fpasswd", 404, "not-found"),
    ("GET", "/static/..%2f..%2fapp.py", 404, "not-found"),
    ("GET", "/static/app.py", 404, "not-found"),
    ("GET", "/def.exe", 404, "not-found"),
    ("GET", "/problem/nothing", 404, "not-found"),
    ("GET", "/graph/..%2f..%2fetc%2fpasswd", 404, "not-found"),
    ("GET", "/doc/document/%00", 404, "not-found"),
    ("GET", "/doc/document/" + "x" * 5_000, 404, "not-found"),
    ("GET", "/v1/documents/kst-1-1", 404, "not-found"),
    ("GET", "/v1/documents/kst-1-1/text", 404, "not-found"),
    ("GET", "/v1/documents?limit=0&page=x&from=soon&colour=red", 400, "invalid-parameter"),
    ("GET", "/v1/documents/kst-36999-12?colour=red", 400, "invalid-parameter"),
    ("GET", "/v1/queries/references-in", 400, "invalid-parameter"),
    ("GET", "/sparql?query=a&query=b", 400, "invalid-parameter"),
    ("GET", "/sparql?update=DROP+ALL", 405, "method-not-allowed"),
    ("DELETE", "/v1/queries", 405, "method-not-allowed"),
    ("POST", "/doc/document/kst-36999-12", 405, "method-not-allowed"),
    ("PUT", "/sparql", 405, "method-not-allowed"),
    ("POST", "/sparql", 415, "unsupported-media-type"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "address", "status", "code"), REFUSED)
def test_shape(client: Client, method: str, address: str, status: int, code: str) -> None:
    """Whatever is refused, a problem says so in the same members, and how, for 405, it is done."""
    response = client.request(method, address)

    body = response.json()
    assert response.headers["content-type"] == MEDIA_TYPE
    assert list(body)[:5] == MEMBERS
    assert (response.status_code, body["status"], body["code"]) == (status, status, code)
    assert body["type"] == f"https://w3id.org/ctgraph/problem/{code}"
    assert ("allow" in response.headers) == (status == 405)


@pytest.mark.parametrize(
    "address",
    ["/v1/queries", "/v1/queries/threat-levels", "/v1/documents", "/v1/documents/kst-36999-12", "/def", "/export",
     "/doc/law/BWBR0099999"],
)  # fmt: skip
def test_not_acceptable_lists_the_formats(client: Client, address: str) -> None:
    """Where no format fits, the problem lists those that there are."""
    response = client.get(address, "image/png")

    assert (response.status_code, response.headers["content-type"]) == (406, MEDIA_TYPE)
    assert "Offered: " in response.json()["detail"]


def test_every_fault_together(client: Client) -> None:
    """All wrong parameters of a request come in one answer."""
    body = client.get("/v1/documents?limit=0&from=soon&colour=red&kind=a&kind=b").json()

    assert {fault["name"] for fault in body["errors"]} == {"limit", "from", "colour", "kind"}


@pytest.mark.parametrize(
    "address",
    ["/v1/documents", "/doc/document/kst-36999-12", "/sparql?query=ASK%7B%7D", "/graph/text/x", "/def",
     "/v1/queries/threat-levels", "/id/document/x"],
)  # fmt: skip
def test_no_release_yet(client: Client, backend: FakeBackend, address: str) -> None:
    """Until there is a release, everything that needs one says when to try again."""
    backend.fails = ReleaseError("data", "there is no release yet", "Run `ctgraph build`")

    response = client.get(address)

    assert (response.status_code, response.json()["code"]) == (503, "no-release")
    assert int(response.headers["retry-after"]) > 0


def test_a_defect_says_nothing_of_the_inside(settings: Settings, backend: FakeBackend) -> None:
    """A defect of ours is 500 in the same shape, without a word about the code."""

    async def fail(request: object) -> AsyncIterator[bytes]:
        raise ZeroDivisionError("secret")

    app = create_app(settings, backend)
    app.router.routes.insert(0, Route("/fail", fail))
    response = Client(app, raise_app_exceptions=False).get("/fail")

    assert (response.status_code, response.headers["content-type"]) == (500, MEDIA_TYPE)
    assert response.json()["code"] == "internal-error"
    assert "secret" not in response.text
    assert "api-version" in response.headers


@pytest.mark.parametrize("host", ["a b", 'x"y', "<>", "a/b", "[::1", "x:99999", "a%zz", "x:y", ""])
def test_malformed_host(client: Client, host: str) -> None:
    """A Host of which no address can be made is refused, wherever it comes."""
    response = client.get("/sparql", Host=host)

    assert (response.status_code, response.json()["code"]) == (400, "malformed-host")
    assert "api-version" in response.headers


@pytest.mark.parametrize(("version", "count", "status"), [("1.1", 0, 400), ("1.1", 2, 400), ("1.0", 0, 200)])
def test_one_host(client: Client, version: str, count: int, status: int) -> None:
    """A request of HTTP/1.1 has one Host header; one of 1.0 may have none."""
    sent: list[Message] = []
    scope = {
        **{"type": "http", "method": "GET", "path": "/health/live", "query_string": b"", "scheme": "http"},
        **{
            "http_version": version,
            "headers": [(b"host", b"x")] * count,
            "client": ("127.0.0.1", 1),
            "server": ("x", 80),
        },
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(client.app(scope, receive, send))

    assert sent[0]["status"] == status
    assert (b"malformed-host" in sent[1]["body"]) == (status == 400)


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1:8000", "[::1]:8000", "my_host"])
def test_well_formed_host(client: Client, host: str) -> None:
    """Addresses in an answer are made of the host that was asked."""
    assert f"<http://{host}/sparql>" in client.get("/sparql", "application/n-triples", Host=host).text


def test_typed_parameters_are_refused_alike(settings: Settings, backend: FakeBackend) -> None:
    """A route whose parameters FastAPI checks answers in the same shape: 400, never 422."""

    async def typed(day: date, count: int) -> None:
        """Take two parameters."""

    app = create_app(settings, backend)
    app.add_api_route("/v1/typed", typed)
    response = Client(app).get("/v1/typed?day=soon&count=many")

    assert (response.status_code, response.headers["content-type"]) == (400, MEDIA_TYPE)
    assert [fault["name"] for fault in response.json()["errors"]] == ["day", "count"]


def test_code_has_its_place_in_the_docs(client: Client) -> None:
    """The type of a problem leads to what it means."""
    response = client.get("/problem/query-timeout")

    assert (response.status_code, response.headers["location"]) == (303, "/docs#problem-query-timeout")
    assert 'id="problem-query-timeout"' in client.get("/docs").text


def test_lone_surrogates_do_not_break_an_answer() -> None:
    """A detail with half of a surrogate pair is still an answer."""
    assert json.loads(bytes(problem(400, "x", "a\udcffb").body))["detail"] == "a?b"
