"""The SPARQL endpoint, with a backend in the same process."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from typing import Any
from urllib.parse import quote, urlencode

import httpx
import pytest
from pyoxigraph import RdfFormat, parse

from api.fakes import Client, FakeBackend
from ctgraph.api.protocol import DIRECT, FORM
from ctgraph.errors import CtgraphError, QueryAborted, QueryMemory, QueryTimeout, StoreBusy

SELECT = "SELECT ?s WHERE { ?s a <https://w3id.org/ctgraph/def#Motion> } ORDER BY ?s"
CONSTRUCT = "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 3"


def path(query: str, **more: str) -> str:
    return "/sparql?" + urlencode({"query": query, **more})


@pytest.mark.parametrize(
    ("query", "accept", "content_type"),
    [
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "application/json", "application/json"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv", "text/csv; charset=utf-8"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        (CONSTRUCT, "*/*", "text/turtle; charset=utf-8"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "text/plain", "text/plain; charset=utf-8"),
        ("DESCRIBE <https://w3id.org/ctgraph/id/law/BWBR0099999>", "text/turtle", "text/turtle; charset=utf-8"),
    ],
)
def test_formats(client: Client, query: str, accept: str, content_type: str) -> None:
    """Each form of query comes in the format asked for; the charset stands on texts only."""
    response = client.get(path(query), accept)

    assert (response.status_code, response.headers["content-type"]) == (200, content_type)
    assert response.content


def test_three_ways_to_ask(client: Client) -> None:
    """GET, a form and a direct POST give the same answer, in the open lane."""
    form = urlencode({"query": SELECT}).encode()
    responses = [
        client.get(path(SELECT)),
        client.request("POST", "/sparql", {"Content-Type": FORM}, form),
        client.request("POST", "/sparql", {"Content-Type": DIRECT}, SELECT.encode()),
    ]

    assert {response.text for response in responses} == {responses[0].text}
    assert responses[0].json()["results"]["bindings"]


def test_deadline_and_lane(client: Client, backend: FakeBackend) -> None:
    """What users send goes to the open lane, with the deadline that they set."""
    client.get(path("ASK {}", timeout="3"))

    question, lane = backend.asked[-1]
    assert (lane, question.seconds, question.form) == ("open", 3.0, "ask")


def test_head_lets_go_of_the_answer(client: Client, backend: FakeBackend) -> None:
    """HEAD has the headers of GET, no body, and the work is done once for both."""
    response = client.request("HEAD", path(SELECT))

    assert (response.status_code, response.content) == (200, b"")
    assert response.headers == client.get(path(SELECT)).headers
    assert backend.closed == 1


def test_options_and_other_methods(client: Client) -> None:
    """OPTIONS tells what is allowed; every other method is 405 with the same list."""
    told = client.request("OPTIONS", "/sparql")
    refused = client.request("DELETE", "/sparql")

    assert (told.status_code, told.headers["allow"]) == (204, "GET, HEAD, POST, OPTIONS")
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD, POST, OPTIONS")


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("SELECT * WHERE { ?s ?p", 400, "query-syntax"),
        ("ASK " + "{" * 200 + "}" * 200, 400, "query-too-complex"),
        ("ASK { ?s ?p '" + "a" * 70_000 + "' }", 413, "query-too-long"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 403, "query-forbidden"),
        ("DROP ALL", 403, "query-forbidden"),
        ("LOAD <http://127.0.0.1:9/>", 403, "query-forbidden"),
    ],
)
def test_guard_speaks_first(client: Client, backend: FakeBackend, query: str, status: int, code: str) -> None:
    """A query over a limit is refused with its own code, and, but for syntax, never reaches the store."""
    response = client.request("POST", "/sparql", {"Content-Type": DIRECT}, query.encode())

    assert (response.status_code, response.json()["code"]) == (status, code)
    assert len(backend.asked) == (1 if code == "query-syntax" else 0)


def test_syntax_error_has_its_place(client: Client) -> None:
    """A malformed query is told with line and column."""
    problem = client.get(path("ASK { ?s ?p")).json()

    assert (problem["line"], problem["column"]) == (1, 1)


@pytest.mark.parametrize("size", [65_537, 400_000])
def test_large_bodies(client: Client, size: int) -> None:
    """A body over the limit is refused, as a form and as it is."""
    direct = client.request("POST", "/sparql", {"Content-Type": DIRECT}, b"#" * size)
    form = client.request("POST", "/sparql", {"Content-Type": FORM}, b"query=" + b"%23" * size)

    assert (direct.status_code, form.status_code) == (413, 413)


@pytest.mark.parametrize(
    ("error", "status", "retry"),
    [
        (QueryTimeout(10), 503, "5"),
        (QueryMemory(1024**3), 503, "5"),
        (StoreBusy(7), 503, "7"),
        (QueryAborted(), 500, None),
    ],
)
def test_failure_before_the_first_block(
    client: Client, backend: FakeBackend, error: CtgraphError, status: int, retry: str | None
) -> None:
    """What fails before the first block has a clean answer, with when to try again."""
    backend.fails = error

    response = client.get(path(SELECT))

    assert (response.status_code, response.json()["code"]) == (status, error.code)
    assert response.headers.get("retry-after") == retry


def test_early_failure_is_clean(client: Client, backend: FakeBackend) -> None:
    """A failure right behind the first block is a problem with its status: nothing was sent yet."""
    backend.breaks = QueryTimeout(10)

    response = client.get(path(SELECT))

    assert (response.status_code, response.json()["code"]) == (503, "query-timeout")
    assert backend.closed == 1


def test_failure_after_the_first_block_breaks_off(client: Client, backend: FakeBackend) -> None:
    """Once blocks have left, nothing ends the answer cleanly: the failure leaves the application."""
    backend.breaks = QueryTimeout(10)
    backend.pause = 0.2

    with pytest.raises(RuntimeError) as caught:
        client.get(path(SELECT))

    assert isinstance(caught.value.__cause__, QueryTimeout)
    assert backend.closed == 1


def test_no_format_fits(client: Client) -> None:
    """An answer that cannot be had in any format asked for is 406, with those that there are."""
    response = client.get(path(SELECT), "image/png")

    assert response.status_code == 406
    assert "text/csv" in response.json()["detail"]


def test_tag_changes_with_release_and_query(client: Client, backend: FakeBackend) -> None:
    """A tag stands for one query, format and release; the client that holds it gets 304 without any work."""
    tag = client.get(path(SELECT)).headers["etag"]
    asked = len(backend.asked)
    held = client.get(path(SELECT), If_None_Match=f'"other", {tag}')
    other = client.get(path(SELECT), "text/csv", If_None_Match=tag)
    backend.release = "b" * 16
    later = client.get(path(SELECT), If_None_Match=tag)

    assert (held.status_code, held.content, held.headers["etag"]) == (304, b"", tag)
    assert (other.status_code, later.status_code) == (200, 200)
    assert len(backend.asked) == asked + 2


@pytest.mark.parametrize("query", ["SELECT (NOW() AS ?n) {}", "SELECT (rand ( ) AS ?n) {}", "SELECT (UUID() AS ?n) {}"])
def test_fleeting_answers_are_not_kept(client: Client, query: str) -> None:
    """An answer that differs each time has no tag, and is not to be stored."""
    response = client.get(path(query), If_None_Match="*")

    assert (response.status_code, response.headers["cache-control"]) == (200, "no-store")
    assert "etag" not in response.headers


def test_query_page(client: Client) -> None:
    """A browser on the bare address gets a page with a form, whose script is a file of ours."""
    page = client.get("/sparql", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")

    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert '<textarea id="query" name="query"' in page.text
    assert '<script src="/static/query.js" defer>' in page.text


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        (None, RdfFormat.TURTLE),
        ("text/turtle", RdfFormat.TURTLE),
        ("application/n-triples", RdfFormat.N_TRIPLES),
        ("application/rdf+xml", RdfFormat.RDF_XML),
        ("application/ld+json", RdfFormat.JSON_LD),
    ],
)
def test_service_description(client: Client, accept: str | None, form: RdfFormat) -> None:
    """The bare address describes the service: its endpoint, its formats, its graphs, and no federation."""
    described = client.get("/sparql", accept)

    triples = {(quad.predicate.value.partition("#")[2], str(quad.object)) for quad in parse(described.content, form)}
    assert ("endpoint", "<http://ctgraph.test/sparql>") in triples
    assert ("name", "<https://w3id.org/ctgraph/graph/text/kst-36999-12>") in triples
    assert ("feature", "<http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph>") in triples
    assert "BasicFederatedQuery" not in described.text


def test_client_that_hangs_up_ends_the_work(client: Client, backend: FakeBackend) -> None:
    """When the client goes in the middle of an answer, the answer is let go of at once."""

    async def hang_up() -> list[str]:
        backend.stalls = asyncio.Event()
        sent: list[str] = []
        left = asyncio.Event()

        async def receive() -> dict[str, Any]:
            await left.wait()
            return {"type": "http.disconnect"}

        async def send(message: MutableMapping[str, Any]) -> None:
            sent.append(str(message["type"]))
            if message.get("body"):
                left.set()

        scope = {
            "type": "http",
            "http_version": "1.1",
            "method": "GET",
            "path": "/sparql",
            "query_string": b"query=" + quote(SELECT).encode(),
            "headers": [(b"host", b"x")],
        }
        async with asyncio.timeout(5):
            await client.app(scope, receive, send)
        return sent

    assert asyncio.run(hang_up()) == ["http.response.start", "http.response.body"]
    assert backend.closed == 1


def test_trailing_slash_is_not_found(client: Client) -> None:
    """Another address is another thing: there is no redirect to the endpoint."""
    response: httpx.Response = client.get("/sparql/?query=ASK%7B%7D")

    assert response.status_code == 404
