"""Hostile requests to the server as it runs: refused or ended, with nothing reached, read, changed or lost by it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from api.test_server import ASK, running, write_release
from ctgraph.settings import ClientLimits, QueryLimits, Settings

COUNT = {"query": "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"}
DOUBLINGS = "".join(f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1}) " for i in range(34))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server with 300 MiB and two seconds for each query, for a client without a budget."""
    limits = QueryLimits(seconds=2.0, memory_bytes=300 * 1024**2, answer_bytes=1024**2)
    settings = Settings(
        data=tmp_path_factory.mktemp("data"),
        workers=2,
        limits=limits,
        clients=ClientLimits(seconds=1e6),
        in_memory=0,
        request_log=False,
    )
    write_release(settings)
    with running(settings) as client:
        yield client


def kills(server: httpx.Client) -> int:
    [line] = [
        line for line in server.get("/metrics").text.splitlines() if line.startswith("ctgraph_worker_kills_total")
    ]
    return int(line.split()[1])


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("ASK " + "{" * 2_300 + "}" * 2_300, "query-too-complex"),
        ("ASK { FILTER(" + "(" * 4_700 + "1" + ")" * 4_700 + ") }", "query-too-complex"),
        ("ASK { ?s " + "/".join(["<urn:p>"] * 500) + " ?o }", "query-too-complex"),
        ("ASK { " + "".join(f"?a{i} ?p{i} ?b{i} . " for i in range(400)) + "}", "query-too-complex"),
        ("ASK { " + "{} UNION " * 5_000 + "{} }", "query-too-complex"),
        ("ASK { VALUES ?x { " + "1 " * 20_000 + "} }", "query-too-complex"),
        ("ASK { VALUES ?x { " + "1 " * 1_000_000 + "} }", "query-too-long"),
    ],
)
def test_a_bomb_costs_no_process(server: httpx.Client, query: str, code: str) -> None:
    """It is refused before any worker sees it, with the measure, what was found and the limit."""
    before = kills(server)
    refused = server.post("/sparql", data={"query": query})

    assert refused.json()["code"] == code
    assert refused.status_code == (413 if code == "query-too-long" else 400)
    assert str(refused.json().get("limit", 65_536)) in refused.json()["detail"]
    assert server.get("/sparql", params=ASK).json()["boolean"] is True
    assert kills(server) == before


def test_a_memory_bomb_ends_one_worker(server: httpx.Client) -> None:
    """A query that doubles a string 34 times is 503 with its reason, and the next one is answered."""
    bomb = f"SELECT ?n {{ BIND('abcdefgh' AS ?x0) {DOUBLINGS} BIND(STRLEN(?x34) AS ?n) }}"
    refused = server.post("/sparql", data={"query": bomb})

    assert (refused.status_code, refused.json()["code"]) == (503, "query-memory")
    assert server.get("/sparql", params=ASK).status_code == 200


def test_a_path_over_cycles_ends_at_its_deadline(server: httpx.Client) -> None:
    """Paths of any length over everything, joined, are a clean 503 within the limit and two seconds."""
    any_way = "(!<urn:x>|^!<urn:x>)+"
    late = server.post("/sparql", data={"query": f"SELECT (COUNT(*) AS ?n) {{ ?a {any_way} ?b . ?b {any_way} ?c }}"})

    assert (late.status_code, late.json()["code"]) == (503, "query-timeout")
    assert late.elapsed.total_seconds() < 4.0
    assert server.get("/sparql", params=ASK).status_code == 200


def test_a_cut_answer_never_looks_whole(server: httpx.Client) -> None:
    """Everything times everything with a huge LIMIT is broken off at the limit of an answer, not ended."""
    query = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } LIMIT 10000000"
    with pytest.raises(httpx.RemoteProtocolError):
        server.post("/sparql", data={"query": query})


@contextmanager
def listening() -> Iterator[tuple[str, list[bytes]]]:
    """An address of this machine, and what comes there."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        ended = threading.Event()

        def hear() -> None:
            while not ended.is_set():
                try:
                    connection, _ = listener.accept()
                except TimeoutError:
                    continue
                with connection:
                    heard.append(b"called")

        thread = threading.Thread(target=hear)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/x", heard
        ended.set()
        thread.join()


CALLS = (
    "SELECT * { SERVICE <URL> { ?a ?b ?c } }",
    "SELECT * { SERVICE SILENT <URL> { ?a ?b ?c } }",
    "SELECT * { VALUES ?u { <URL> } SERVICE ?u { ?a ?b ?c } }",
    "SELECT * { { SELECT * { SERVICE <URL> { ?a ?b ?c } } } }",
    "ASK { FILTER EXISTS { SERVICE <URL> { ?a ?b ?c } } }",
    "ASK { FILTER(EXISTS{sErViCe<URL>{?a ?b ?c}}) }",
    "SELECT * FROM <URL> { ?s ?p ?o }",
    "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "LOAD <URL>",
    "LOAD SILENT <URL> INTO GRAPH <urn:g>",
)


@pytest.mark.parametrize("query", CALLS)
def test_no_query_calls_anybody(server: httpx.Client, query: str) -> None:
    """SERVICE and LOAD are 403 wherever they stand; a graph that is an address or a file is an empty one."""
    with listening() as (address, heard):
        answer = server.post("/sparql", data={"query": query.replace("URL", address)})
        named = server.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }", "default-graph-uri": address})

    assert heard == []
    expected = 200 if "FROM" in query else 403
    assert answer.status_code == expected
    if expected == 200:
        assert answer.json()["results"]["bindings"] == []
    assert named.json()["results"]["bindings"] == []


@pytest.mark.parametrize(
    "update", ["DROP ALL", "CLEAR ALL", "INSERT DATA { <urn:a> <urn:b> 1 }", "DELETE WHERE { ?s ?p ?o }"]
)
def test_no_update_by_any_way(server: httpx.Client, update: str) -> None:
    """As a form, as a body, in the address, as a query, or under another method: refused, and all statements stay."""
    before = server.get("/sparql", params=COUNT).json()
    sent = [
        server.post("/sparql", data={"update": update}),
        server.post("/sparql", content=update, headers={"Content-Type": "application/sparql-update"}),
        server.post("/sparql", content=update, headers={"Content-Type": "application/sparql-query"}),
        server.post("/sparql", data={"query": update}),
        server.get("/sparql", params={"update": update}),
        server.put("/sparql", content=update, headers={"Content-Type": "application/sparql-update"}),
        server.delete("/sparql"),
    ]

    assert [each.status_code for each in sent] == [403, 403, 403, 403, 405, 405, 405]
    assert all(each.headers["content-type"] == "application/problem+json" for each in sent)
    assert server.get("/sparql", params=COUNT).json() == before


@pytest.mark.parametrize(
    "root", ["/export", "/graph", "/doc", "/id", "/release", "/v1/documents", "/static", "/shape", "/concept"]
)
def test_no_path_leads_out(server: httpx.Client, root: str) -> None:
    """Dots, slashes, backslashes and NUL in any spelling, and 5,000 letters, lead to nothing; no file is told."""
    for tail in ("../../etc/passwd", "..%2f..%2fetc%2fpasswd", "....//etc/passwd", "%2e%2e/%2e%2e/etc/passwd",
                 "..%5c..%5cetc%5cpasswd", "%00", "a%00/../x", "..%252f..%252fetc%252fpasswd", "/etc/passwd", "x" * 5_000):  # fmt: skip
        answer = server.send(
            server.build_request("GET", httpx.URL(f"{server.base_url}", raw_path=f"{root}/{tail}".encode()))
        )
        assert answer.status_code in (301, 400, 404), tail
        assert b"root:" not in answer.content
