"""What may not reach a worker."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctgraph.errors import QueryError, QueryForbidden, QuerySyntaxError, QueryTooComplex, QueryTooLong
from ctgraph.settings import QueryLimits
from ctgraph.store.backend import Form
from ctgraph.store.guard import inspect, rehearse
from store.test_lexer import FRAGMENTS

LIMITS = QueryLimits()
FORMS = ("select", "ask", "construct", "describe")


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * { ?s ?p ?o }", "select"),
        ("select*{?s ?p ?o}", "select"),
        ("BASE <http://a/> PREFIX ex: <b> # SELECT\nASK WHERE {}", "ask"),
        ("ASKWHERE{}", "ask"),
        ("PREFIX a-b: <http://a/> PREFIX c-ask: <b> CONSTRUCT WHERE { ?s a-b:c-d '''e''' }", "construct"),
        ("prefix construct: <http://a/> CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "construct"),
        ("DESCRIBE <http://example.org/ask>", "describe"),
        ("nothing of the kind", "select"),
        ("", "select"),
    ],
)
def test_forms(query: str, form: Form) -> None:
    """The first keyword after the prologue is the form; what has none gets its error from the worker."""
    assert inspect(query, LIMITS).form == form


def test_after_a_rehearsal_nothing_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first query of a client, small or to be lexed, finds the patterns there."""
    rehearse(LIMITS)
    monkeypatch.setattr(re, "compile", None)

    for query in ("SELECT * { ?s ?p ?o }", "ASK { FILTER(?x > 1) }", "ASK { ?s a.b:c <p> }", "ASK { FILTER(?x<2) }"):
        inspect(query, LIMITS)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service ?load ?insert { ?service <http://x/load/service> ?load }",
        "SELECT * { ?s ex:insert 'LOAD', \"SERVICE <http://x/> {}\", '''DROP ALL''' }",
        "# SERVICE <http://x/> {}\nSELECT * { ?s ex:service ex:Service . ?s a ex:SERVICE, ex:load }",
        "PREFIX service: <http://x/> SELECT * { service:a service:b service:c . GRAPH service:g { ?s ?p ?o } }",
        "PREFIX service: <http://x/> SELECT * FROM service:g FROM NAMED service:h { ?s ?p ?o }",
        "PREFIX with: <http://x/> ASK { with:copy with:move with:add }",
        "ASK { ?s ?p 'x'@service }",
        "ASK { FILTER(?a < ?b && ?c > ?d) FILTER(?a<?b) FILTER(?a < 2 || ?b>3) }",
        "ASK { VALUES (?a ?b) { (1 <urn:x>) (<a> <b#c>) } FILTER(?x IN (<urn:a>, <urn:b>)) }",
        "ASK { ?s ?p (<http://x/#a> <http://y/#b>) }",
        "SELECT (COUNT(DISTINCT <urn:f>(?a)) AS ?b) { ?s<http://a/p>?o }",
    ],
)
def test_words_inside_other_terminals_pass(query: str) -> None:
    """A keyword inside a string, an IRI, a comment, a variable or a prefixed name is none."""
    assert inspect(query, LIMITS).form in ("select", "ask")


@pytest.mark.parametrize(
    ("query", "keyword"),
    [
        ("SELECT * { SERVICE <http://x/> { ?a ?b ?c } }", "SERVICE"),
        ("SELECT * { service silent ?x { ?a ?b ?c } }", "SERVICE"),
        ("ASK { FILTER EXISTS { { SELECT * { SERVICE<http://x/>{} } } } }", "SERVICE"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "INSERT"),
        ("PREFIX ex: <http://a/> delete where { ?s ?p ?o }", "DELETE"),
        ("LOAD <http://x/>", "LOAD"),
        ("Clear All", "CLEAR"),
        ("DROP ALL", "DROP"),
        ("CREATE GRAPH <a:b>", "CREATE"),
        ("ADD <a:b> TO <a:c>", "ADD"),
        ("MOVE <a:b> TO <a:c>", "MOVE"),
        ("COPY <a:b> TO <a:c>", "COPY"),
        ("WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "WITH"),
    ],
)
def test_forbidden(query: str, keyword: str) -> None:
    """SERVICE anywhere, and every update, is refused by name."""
    with pytest.raises(QueryForbidden) as caught:
        inspect(query, LIMITS)

    assert caught.value.keyword == keyword


@pytest.mark.parametrize(
    "query",
    [
        "SELECT*{SERVICESILENT<http://x/>{?a ?b ?c}}",
        "PREFIX e:<http://x/>SELECT*{SERVICEe:f{?a ?b ?c}}",
        "PREFIX :<http://x/>SELECT*{SERVICE:f{?a ?b ?c}}",
        "PREFIX :<http://x/>PREFIX service:<http://z/>SELECT*{service:f{?a ?b ?c}}",
        "SELECT*{?a ?b trueservice<http://x/>{?a ?b ?c}}",
        "SELECT*{?a ?b 5service<http://x/>{?a ?b ?c}}",
        "PREFIX :<http://x/>SELECT*{?s ?p true.SERVICE:f{?a ?b ?c}}",
        "PREFIX e:<http://a:>SELECT*{?s ?p e:SERVICE<http://x/>{?a ?b ?c}}",
        "PREFIX e:<http://a:>SELECT*{?s ?p e:SERVICE SILENT<http://x/>{?a ?b ?c}}",
        "SELECT*{#\rSERVICE<http://x/>{?a ?b ?c}}",
    ],
)
def test_service_that_pyoxigraph_would_run(query: str) -> None:
    """The parser needs no white space around keywords; every spelling that it would run is refused."""
    with pytest.raises(QueryForbidden):
        inspect(query, LIMITS)


@pytest.mark.parametrize(
    ("query", "line", "column"),
    [
        ("SELECT*{VALUES ?x {'''a' }\nSERVICE <http://x/>{} #\\q '''\n}", 1, 20),
        ("SELECT*{FILTER(1<2#>'''\n) SERVICE <http://x/>{} #'''\n}", 1, 17),
        ("SELECT*{FILTER(1<<http://x#>) SERVICE<http://x/>{}\n}", 1, 17),
        ("ASK{FILTER(1<((2))&&3>1)}", 1, 13),
        ("ASK {\n ?s ?p 'open }", 2, 8),
        ("ASK { ?s ?p '\ud800' }", 1, 14),
    ],
)
def test_texts_that_can_be_read_in_two_ways(query: str, line: int, column: int) -> None:
    """Where SPARQL and pyoxigraph may part a query differently, it is refused, with the place."""
    with pytest.raises(QuerySyntaxError) as caught:
        inspect(query, LIMITS)

    assert (caught.value.line, caught.value.column) == (line, column)


@pytest.mark.parametrize(
    ("query", "measure"),
    [
        ("ASK" + "{" * 2300 + "}" * 2300, "levels of nesting"),
        ("ASK" + "{" * 65, "levels of nesting"),
        ("ASK{FILTER(" + "(" * 5000 + "1" + ")" * 5000 + ")}", "levels of nesting"),
        ("ASK{" + "FILTER EXISTS{" * 850, "levels of nesting"),
        ("ASK{?s ?p " + "[?p " * 100 + "]" * 100 + "}", "levels of nesting"),
        ("ASK{" + "<<" * 600, "levels of nesting"),
        ("ASK{FILTER(1" + "||1" * 10_000 + ")}", "operators"),
        ("ASK{FILTER(" + "!" * 10_000 + "1)}", "operators"),
        ("ASK{{}" + "UNION{}" * 6_000 + "}", "operators"),
        ("ASK{" + "BIND(1 AS ?x)" * 1_001 + "}", "operators"),
        ("DESCRIBE " + "<a:b>" * 8_000, "operators"),
        ("ASK{?s <a:b>" + "/<a:b>" * 500 + " ?o}", "path steps"),
        ("ASK{?s (<a:b>" + "|<a:b>" * 65 + ")* ?o}", "path steps"),
        ("ASK{" + "?s ?p ?o." * 400 + "}", "triple patterns"),
        ("ASK{?s ?p ?o" + ",?o" * 100 + "}", "triple patterns"),
        ("ASK{?s ?p ?o" + ";?p ?o" * 100 + "}", "triple patterns"),
        ("ASK{?s ?p (" + "1 " * 51 + ")}", "triple patterns"),
        ("ASK{" + "{?s ?p ?o}" * 200 + "}", "triple patterns"),
        ("ASK{VALUES ?x{" + "1 " * 10_001 + "}}", "VALUES rows"),
        ("ASK{VALUES(?x){" + "(1)" * 10_001 + "}}", "VALUES rows"),
    ],
)
def test_bombs(query: str, measure: str) -> None:
    """Each query that kills or stalls pyoxigraph is refused by what it has too much of."""
    with pytest.raises(QueryTooComplex) as caught:
        inspect(query, LIMITS)

    assert caught.value.measure == measure
    assert caught.value.found > caught.value.limit


@pytest.mark.parametrize(
    "query",
    [
        "ASK" + "{" * 64 + "}" * 64,
        "ASK{" + "?s ?p ?o." * 100 + "}",
        "ASK{FILTER(1" + "||1" * 997 + ")}",
        "ASK{?s <a:b>" + "/<a:b>" * 64 + " ?o}",
        "ASK{VALUES ?x{" + "1 " * 10_000 + "}}",
    ],
)
def test_at_the_limit(query: str) -> None:
    """What is exactly as large as allowed passes."""
    assert inspect(query, LIMITS).form == "ask"


def test_length_counts_in_bytes() -> None:
    """The limit of the text is in bytes of UTF-8."""
    fits = "#" + "é" * 32_767

    assert inspect(fits, LIMITS).form == "select"
    with pytest.raises(QueryTooLong) as caught:
        inspect(fits + "é", LIMITS)
    assert (caught.value.size, caught.value.limit) == (65_537, 65_536)
    with pytest.raises(QueryTooLong):
        inspect("\ud800" * 100_000, LIMITS)


@settings(deadline=None)
@given(
    st.one_of(
        st.text(max_size=200), st.lists(st.sampled_from((*FRAGMENTS, "SERVICE", "VALUES")), max_size=40).map("".join)
    )
)
def test_no_text_breaks_the_guard(query: str) -> None:
    """Any text at all either passes or is refused as a query."""
    try:
        passed: str = inspect(query, LIMITS).form
    except QueryError as error:
        passed = error.code

    assert passed in {*FORMS, "query-syntax", "query-forbidden", "query-too-complex"}
