"""A CONSTRUCT that says over again what its one pattern finds."""

from __future__ import annotations

from itertools import product

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, Store

from ctgraph.store import dataset
from ctgraph.store.copying import Copy, copy_of
from store.specimen import GRAPHS, quads

P = "PREFIX ex: <http://example.org/> PREFIX : <http://example.org/> "
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def _node(name: str) -> NamedNode:
    return NamedNode(f"http://example.org/{name}")


@pytest.mark.parametrize(
    ("query", "copied"),
    [
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", Copy(None, None, None)),
        ("construct{?s ?p ?o}where{?s ?p ?o .}", Copy(None, None, None)),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 0", Copy(None, None, None, most=0)),
        ("CONSTRUCT WHERE { $s ?p $o } LIMIT 10 OFFSET 3", Copy(None, None, None, skipped=3, most=10)),
        ("CONSTRUCT WHERE { ?s ?p ?o } OFFSET 3", Copy(None, None, None, skipped=3)),
        (P + "CONSTRUCT { ?s a ex:C } WHERE { ?s a ex:C }", Copy(None, TYPE, _node("C"))),
        (P + "CONSTRUCT WHERE { ex:s-1 :p <http://example.org/o> }", Copy(_node("s-1"), _node("p"), _node("o"))),
        (P + "CONSTRUCT WHERE { ex: ?p ?o }", Copy(_node(""), None, None)),
    ],
)
def test_what_is_a_copy(query: str, copied: Copy) -> None:
    """One pattern that is its own template is read off the store, with the limit and offset asked for."""
    assert copy_of(query) == copied


@pytest.mark.parametrize(
    "query",
    [
        "CONSTRUCT { ?o ?p ?s } WHERE { ?s ?p ?o }",
        "CONSTRUCT { ?s ?p ?s } WHERE { ?s ?p ?s }",
        "CONSTRUCT WHERE { ?s ?p $s }",
        "CONSTRUCT { ?o ?p $o } WHERE { ?o ?p $o }",
        "CONSTRUCT WHERE { ?s ?p\f?o }",
        "CONSTRUCT\vWHERE { ?s ?p ?o }",
        "PREFIX ex: <http://[> CONSTRUCT WHERE { ?s ?p ?o }",
        "PREFIX ex: <http://example.org/%zz> CONSTRUCT WHERE { ?s ?p ?o }",
        "CONSTRUCT WHERE { ?s ?p ?o . ?o ?q ?r }",
        "CONSTRUCT WHERE { ?s ?p ?o ; ?q ?r }",
        'CONSTRUCT WHERE { ?s ?p "x" }',
        "CONSTRUCT WHERE { ?s ?p _:b }",
        "CONSTRUCT WHERE { a ?p ?o }",
        "CONSTRUCT WHERE { ?s A ?o }",
        "CONSTRUCT WHERE { ?s ex:p ?o }",
        "CONSTRUCT WHERE { ?s <p> ?o }",
        "CONSTRUCT WHERE { ?s <http://example.org/a/../p> ?o }",
        "CONSTRUCT { ?s ?p ?o } FROM <http://example.org/g> WHERE { ?s ?p ?o }",
        "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } ORDER BY ?s",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 5OFFSET 3",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(?o > 3) }",
        "BASE <http://example.org/> CONSTRUCT WHERE { ?s ?p ?o }",
        P + "PREFIX ex: <http://example.com/> CONSTRUCT WHERE { ?s ex:p ?o }",
        P + "CONSTRUCT WHERE { ?s ex:p/ex:q ?o }",
        P + "CONSTRUCT WHERE { ?s ex:p.q ?o }",
        P + "CONSTRUCT WHERE { ?s ex:p%41 ?o }",
        "SELECT * { ?s ?p ?o }",
    ],
)
def test_what_is_left_to_the_engine(query: str) -> None:
    """Everything else is the engine's, also what only looks alike."""
    assert copy_of(query) is None


@pytest.fixture(scope="module")
def store() -> Store:
    """Statements in three graphs, and their union in the default graph."""
    made = Store()
    made.extend(quads(40))
    made.extend([Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in quads(40)])
    return made


def test_a_copy_is_what_the_engine_gives(store: Store) -> None:
    """For each way to fill in the pattern, in the union and in one graph, the triples are the engine's, in its order."""
    some = next(iter(store.quads_for_pattern(None, None, None, DefaultGraph())))
    terms = [(variable, str(term)) for variable, term in zip(("?s", "?p", "?o"), some.triple, strict=True)]
    seen = 0
    for pattern, end in product(product(*terms), ("", " LIMIT 7", " LIMIT 7 OFFSET 2")):
        query = f"CONSTRUCT WHERE {{ {' '.join(pattern)} }}{end}"
        if copy_of(query) is None:
            continue
        seen += 1
        for graphs in (None, (GRAPHS[0],)):
            expected = store.query(query, default_graph=NamedNode(graphs[0]) if graphs else None)
            assert isinstance(expected, QueryTriples)
            found = dataset.run(store, query, graphs, None)
            assert not isinstance(found, QuerySolutions | QueryBoolean | QueryTriples)
            assert list(found) == list(expected)
    assert seen >= 12
