"""Queries as they go out: with the same meaning on every store, and valid SPARQL 1.1."""

from __future__ import annotations

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, Store

from ctgraph.store import dataset
from ctgraph.store.backend import Form, Question
from ctgraph.store.remote.adapting import Sent, adapt
from ctgraph.store.remote.counting import counting
from ctgraph.store.remote.layout import DIGEST, GRAPHS, union

G1, G2 = "https://w3id.org/ctgraph/graph/text/a", "https://w3id.org/ctgraph/graph/text/b"
S = "<https://w3id.org/ctgraph/id/s>"
QUERIES: list[tuple[Form, str]] = [
    ("select", "SELECT * { ?s ?p ?o }"),
    ("select", "select ?g { graph ?g {} }"),
    ("select", "SELECT * { GRAPH ?g { } }  # a comment without an end"),
    ("ask", "ASK{?s ?p 1 GRAPH?g{?s ?p 1}}"),
    ("ask", "ASK { GRAPH <urn:ctgraph:none> { ?s ?p ?o } }"),
    ("select", "SELECT ?s { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }"),
    ("select", "SELECT ?s ?g { ?s ?p 2 OPTIONAL { GRAPH ?g { ?s ?p 1 } } }"),
    ("select", "SELECT ?s ?g { { ?s ?p 2 } UNION { GRAPH ?g { ?s ?p 1 } } MINUS { GRAPH ?g { ?s ?p 3 } } }"),
    (
        "select",
        "SELECT ?g (COUNT(*) AS ?n) { SELECT ?g ?s { GRAPH ?g { ?s ?p ?o } } } GROUP BY ?g HAVING(COUNT(*) > 1)",
    ),
    (
        "select",
        "SELECT (EXISTS { GRAPH ?g { ?s ?p 1 } } AS ?e) ?s { ?s ?p ?o } ORDER BY EXISTS { GRAPH ?h { ?s ?p 2 } }",
    ),
    ("select", "SELECT ?s { ?s ?p ?o GRAPH ?g { ?s ?p ?o } } VALUES (?o) { (1) (UNDEF) }"),
    ("select", "PREFIX : <https://w3id.org/ctgraph/id/> SELECT ?o { GRAPH ?g { :s ?p ?o } FILTER(?o < 3 && ?o > 1) }"),
    ("select", "SELECT ?p { <id/s> ?p 1 }"),
    ("select", "BASE <https://w3id.org/> SELECT ?p { <ctgraph/id/s> ?p 1 }"),
    ("select", f"SELECT * FROM <{G1}> {{ ?s ?p ?o }}"),
    ("select", f"SELECT * FROM <{G1}> {{ GRAPH ?g {{ ?s ?p ?o }} }}"),
    ("select", f"SELECT * FROM NAMED <{G1}> {{ GRAPH ?g {{ ?s ?p ?o }} }}"),
    ("construct", "CONSTRUCT { ?g ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"),
    ("construct", "CONSTRUCT WHERE { ?s ?p ?o }"),
    ("describe", f"DESCRIBE {S}"),
    ("describe", "PREFIX id: <https://w3id.org/ctgraph/id/> DESCRIBE ?x id:s WHERE { ?x ?p 3 } LIMIT 3 # the end"),
    ("describe", "DESCRIBE * { GRAPH ?g { ?x ?p 3 } }"),
    ("describe", f"DESCRIBE {S} FROM <{G2}>"),
    ("describe", "DESCRIBE ?x ?y WHERE { ?x ?p 1 OPTIONAL { ?x <urn:none> ?y } }"),
    ("describe", f"DESCRIBE ?x {{ }} VALUES ?x {{ {S} }}"),
]


def quads() -> list[Quad]:
    """Three statements in two graphs, one of them in both."""
    places = ((G1, "s", 1), (G1, "s", 2), (G2, "s", 1), (G2, "t", 3))
    return [
        Quad(NamedNode(f"https://w3id.org/ctgraph/id/{s}"), NamedNode("urn:p"), Literal(o), NamedNode(g))
        for g, s, o in places
    ]


@pytest.fixture(scope="module")
def release() -> Store:
    """A release as the embedded store has it."""
    made = Store()
    made.extend([*quads(), *(Quad(quad.subject, quad.predicate, quad.object) for quad in quads())])
    return made


@pytest.fixture(scope="module")
def remote() -> Store:
    """The same as it lies in a remote store, whose default graph has something else in it."""
    made = Store()
    made.extend([*quads(), *(Quad(quad.subject, quad.predicate, quad.object, union("1")) for quad in quads())])
    made.extend(Quad(NamedNode(graph), DIGEST, Literal("d"), GRAPHS) for graph in (G1, G2))
    made.add(Quad(NamedNode("urn:x"), NamedNode("urn:y"), NamedNode("urn:z"), NamedNode("urn:of-others")))
    made.add(Quad(NamedNode("urn:x"), NamedNode("urn:y"), NamedNode("urn:z"), DefaultGraph()))
    return made


def answer(results: dataset.Results) -> list[str]:
    if isinstance(results, QueryBoolean):
        return [str(bool(results))]
    if not isinstance(results, QuerySolutions):
        return sorted(map(str, results))
    names = sorted(variable.value for variable in results.variables)
    return sorted(str([(name, str(row[name])) for name in names]) for row in results)


def sent_to(store: Store, sent: Sent) -> dataset.Results:
    default = [NamedNode(name) for name in sent.default_graphs]
    named = [NamedNode(name) for name in sent.named_graphs]
    if default or named:
        return store.query(sent.query, default_graph=[*default], named_graphs=[*named])
    return store.query(sent.query)


@pytest.mark.parametrize(("form", "query"), QUERIES)
def test_the_meaning_stays(release: Store, remote: Store, form: Form, query: str) -> None:
    """What goes out has on the remote layout the answer that the query has on the release."""
    sent = adapt(Question(query, form, "", 1.0), "1")

    assert answer(sent_to(remote, sent)) == answer(dataset.run(release, query, None, None))


@pytest.mark.parametrize(
    ("default", "named"), [((G1,), None), (None, (G1,)), ((), (G1, G2)), ((G1,), (G2,)), (("urn:none",), ())]
)
@pytest.mark.parametrize("query", ["SELECT * { ?s ?p ?o }", "SELECT * { GRAPH ?g { ?s ?p ?o } }"])
def test_the_dataset_of_the_protocol(
    release: Store, remote: Store, default: tuple[str, ...] | None, named: tuple[str, ...] | None, query: str
) -> None:
    """Graphs that the request names are passed on, and nothing else is seen."""
    sent = adapt(Question(query, "select", "", 1.0, default, named), "1")

    assert answer(sent_to(remote, sent)) == answer(dataset.run(release, query, default, named))
    assert sent.touches_graphs


def test_what_is_left_alone() -> None:
    """A query without GRAPH or FROM keeps its words, and is immune to a change of the named graphs."""
    query = "SELECT ?graph { ?graph ?p 'GRAPH ?g { }' . ?x <urn:GRAPH> ?from } # GRAPH ?g FROM"
    sent = adapt(Question(query, "select", "", 1.0), "1")

    assert sent == Sent(f"BASE <https://w3id.org/ctgraph/>\n{query}", (union("1").value,), touches_graphs=False)


@pytest.mark.parametrize(
    ("query", "graphs", "adds_up"),
    [
        ("SELECT * FROM <urn:a> FROM <urn:b> { ?s ?p ?o }", None, True),
        ("SELECT * FROM <urn:a> FROM NAMED <urn:b> { ?s ?p ?o }", None, False),
        ("SELECT * { ?s ?p ?o }", ("urn:a", "urn:b"), True),
        ("SELECT * { ?s ?p ?o }", ("urn:a", "urn:a"), False),
    ],
)
def test_several_default_graphs_are_known(query: str, graphs: tuple[str, ...] | None, adds_up: bool) -> None:
    """A question whose default graph is a union says so."""
    assert adapt(Question(query, "select", "", 1.0, graphs), "1").adds_up is adds_up


@pytest.mark.parametrize(("form", "query"), [(form, query) for form, query in QUERIES if form != "ask"])
def test_counting(remote: Store, form: Form, query: str) -> None:
    """The count of a query is the number of its rows; a query with FROM has none."""
    sent = adapt(Question(query, form, "", 1.0), "1")
    counted = counting(sent.query)

    if "FROM" in query:
        assert counted is None
        return
    assert counted is not None
    found = sent_to(remote, Sent(counted, sent.default_graphs, sent.named_graphs))
    assert isinstance(found, QuerySolutions)
    number = int(next(found)["n"].value)
    if form == "select":
        assert number == len(answer(sent_to(remote, sent)))
    else:
        assert number >= len(answer(sent_to(remote, sent)))
