"""The query part of the W3C suite for the SPARQL 1.1 Protocol, where the suite is at hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions, RdfFormat, Store

from api.fakes import Client, FakeBackend
from ctgraph.api.app import create_app
from ctgraph.settings import Settings

SUITE = Path(__file__).resolve().parents[2] / "../shared/standards/w3c/sparql/sparql11/protocol"
PREFIXES = """
PREFIX : <http://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/manifest#>
PREFIX cnt: <http://www.w3.org/2011/content#>
PREFIX ht: <http://www.w3.org/2011/http#>
PREFIX mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX ut: <http://www.w3.org/2009/sparql/tests/test-update#>
"""
UPDATES = re.compile(r"update_|bad_multiple_updates|bad_update_(?!get)")
"""What a read-only endpoint is not asked: updates, other than that they are refused by GET."""


@dataclass
class Exchange:
    """One request of a test, and what is expected of its answer."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    statuses: str
    format: str
    boolean: str


def rows(store: Store, query: str) -> list[dict[str, str]]:
    solutions = store.query(PREFIXES + query)
    assert isinstance(solutions, QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    return [{name: solution[name].value if solution[name] else "" for name in names} for solution in solutions]


def manifest() -> Store:
    store = Store()
    if SUITE.is_dir():
        store.load(path=SUITE / "manifest.ttl", format=RdfFormat.TURTLE, base_iri="file:///suite/")
    return store


MANIFEST = manifest()
NAMES = [
    row["name"]
    for row in rows(
        MANIFEST, "SELECT (REPLACE(STR(?test), '.*#', '') AS ?name) { ?test a mf:ProtocolTest } ORDER BY ?name"
    )
    if not UPDATES.match(row["name"])
]

needs_suite = pytest.mark.skipif(not NAMES, reason="the W3C suite is not at hand in ../shared")


def exchange(name: str) -> Exchange:
    [found] = rows(
        MANIFEST,
        f"""SELECT ?method ?path ?chars ?encoding ?format ?boolean
                   (GROUP_CONCAT(STR(?status)) AS ?statuses) {{
          :{name} mf:action/ht:requests/rdf:rest*/rdf:first ?request .
          ?request ht:methodName ?method ; ht:absolutePath ?path ; ht:resp ?answer .
          ?answer mf:expectedStatus ?status
          OPTIONAL {{ ?answer mf:expectedFormat ?format }} OPTIONAL {{ ?answer mf:expectedBoolean ?boolean }}
          OPTIONAL {{ ?request ht:body [ cnt:chars ?chars ; cnt:characterEncoding ?encoding ] }}
        }} GROUP BY ?method ?path ?chars ?encoding ?format ?boolean""",
    )
    headers = rows(
        MANIFEST,
        f"""SELECT ?name ?value {{
          :{name} mf:action/ht:requests/rdf:rest*/rdf:first/ht:headers/rdf:rest*/rdf:first ?header .
          ?header ht:fieldName ?name ; ht:fieldValue ?value }}""",
    )
    return Exchange(
        found["method"],
        found["path"].replace("/sparql/", "/sparql", 1),
        {header["name"]: header["value"] for header in headers},
        found["chars"].encode(found["encoding"] or "utf-8"),
        found["statuses"],
        found["format"],
        found["boolean"],
    )


def data(name: str) -> Store:
    store = Store()
    for row in rows(MANIFEST, f"SELECT ?file ?label {{ :{name} ut:graphData [ ut:graph ?file ; rdfs:label ?label ] }}"):
        path = SUITE / row["file"].removeprefix("file:///suite/")
        for graph in (NamedNode(row["label"]), DefaultGraph()):
            store.load(path=path, format=RdfFormat.N_TRIPLES, to_graph=graph)
    return store


@needs_suite
def test_the_suite_has_its_query_tests() -> None:
    """The suite is read whole: its query tests and the update by GET."""
    assert len(NAMES) == 21


@needs_suite
@pytest.mark.parametrize("name", NAMES)
def test_w3c(name: str, tmp_path: Path) -> None:
    """The endpoint answers each request of the suite as it wants."""
    sent = exchange(name)
    client = Client(create_app(Settings(data=tmp_path), FakeBackend(data(name))))

    response = client.request(sent.method, sent.path, sent.headers, sent.body)

    assert f"{response.status_code // 100}xx" in sent.statuses
    if sent.boolean:
        assert response.json()["boolean"] is (sent.boolean == str(Literal(True).value))
    if sent.format == "tabular":
        assert "results" in response.json()
    if sent.format == "RDF":
        assert response.headers["content-type"].startswith("text/turtle")
