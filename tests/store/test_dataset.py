"""The dataset that a query sees."""

from __future__ import annotations

import pytest
from pyoxigraph import DefaultGraph, Literal, Quad, QuerySolutions, Store

from ctgraph.store import dataset
from store.specimen import GRAPHS, quads

A, B, C = GRAPHS
ALL = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
NAMED = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
ABSENT = "http://example.org/graph/none"


@pytest.fixture(scope="module")
def store() -> Store:
    """40 statements in A, 20 of them in B as well, one in C; 41 in the default graph."""
    made = Store()
    made.extend(quads(40))
    made.extend([Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in quads(40)])
    return made


def _count(store: Store, query: str, default: tuple[str, ...] | None, named: tuple[str, ...] | None) -> int:
    results = dataset.run(store, query, default, named)
    assert isinstance(results, QuerySolutions)
    number = next(results)["n"]
    assert isinstance(number, Literal)
    return int(number.value)


@pytest.mark.parametrize(
    ("query", "default", "named", "count"),
    [
        (ALL, None, None, 41),
        (ALL, (A,), None, 40),
        (ALL, (A, B), None, 40),
        (ALL, (A, A), None, 40),
        (ALL, (B, C), None, 21),
        (ALL, (A, B, C), None, 41),
        (ALL, (A, B, ABSENT), None, 40),
        (ALL, (ABSENT,), None, 0),
        (ALL, (), None, 0),
        (ALL, None, (A,), 0),
        (NAMED, None, None, 61),
        (NAMED, (A,), None, 0),
        (NAMED, (A, B), (B, C), 21),
        (NAMED, None, (B, ABSENT), 20),
        (NAMED, (A, B, C), (A,), 40),
    ],
)
def test_graphs_of_the_protocol(
    store: Store, query: str, default: tuple[str, ...] | None, named: tuple[str, ...] | None, count: int
) -> None:
    """A statement in two default graphs counts once, a graph that does not exist is empty."""
    assert _count(store, query, default, named) == count


@pytest.mark.parametrize(
    ("clauses", "pattern", "count"),
    [
        (f"FROM <{A}>", "?s ?p ?o", 40),
        (f"FROM <{A}> FROM <{B}>", "?s ?p ?o", 40),
        ("FROM g:b FROM g:c", "?s ?p ?o", 21),
        ("from <b> # FROM <a>\nfrom <c>", "?s ?p ?o", 21),
        (f"FROM <{A}> FROM <{B}> FROM NAMED <{C}> FROM NAMED g:b", "GRAPH ?g { ?s ?p ?o }", 21),
        (f"FROM NAMED <{A}> FROM NAMED <{B}>", "GRAPH ?g { ?s ?p ?o }", 60),
        (f"FROM NAMED <{A}> FROM NAMED <{B}>", "?s ?p ?o", 0),
        ("FROM <http://127.0.0.1:9/x.ttl> FROM <file:///etc/passwd>", "?s ?p ?o", 0),
    ],
)
def test_graphs_of_the_query(store: Store, clauses: str, pattern: str, count: int) -> None:
    """FROM means the same set, whether it is written as an IRI, a prefixed name or relative to a base."""
    prologue = "BASE <http://example.org/graph/> PREFIX g: <http://example.org/graph/>\n"
    query = f"{prologue}SELECT (COUNT(*) AS ?n) {clauses} {{ {pattern} }}"

    assert _count(store, query, None, None) == count


def test_the_protocol_overrides_the_query(store: Store) -> None:
    """Graphs named by the request take the place of those that the query names."""
    query = f"SELECT (COUNT(*) AS ?n) FROM <{A}> FROM NAMED <{A}> {{ ?s ?p ?o }}"

    assert _count(store, query, (C,), None) == 1
    assert _count(store, query, (B, C), None) == 21


@pytest.mark.parametrize(
    "query",
    ["SELECT * FROM FROM {}", "SELECT * FROM x:a FROM x:b { ?s ?p ?o }", "FROM <a> FROM <b>", "FROM FROM NAMED"],
)
def test_malformed_clauses(store: Store, query: str) -> None:
    """FROM clauses that name no graph are a syntax error."""
    with pytest.raises(SyntaxError):
        dataset.run(store, query, None, None)
