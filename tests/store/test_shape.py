"""How large a query is."""

from __future__ import annotations

import pytest

from ctgraph.store.lexer import tokens
from ctgraph.store.shape import Shape, measure


def _measure(query: str) -> Shape:
    return measure(query, tokens(query))


@pytest.mark.parametrize(
    ("query", "patterns"),
    [
        ("ASK {}", 0),
        ("SELECT * { ?s ?p ?o . ?s ?p ?o ; ?p ?o , ?o2 . }", 4),
        ("ASK { ?s a ex:C; . ?s ex:p 'x'^^xsd:int, 'y'@nl, true }", 4),
        ("ASK { [] ex:p [ ex:q ?o ; ex:r [] ] }", 3),
        ("ASK { ?s ex:p (1 2 3) }", 7),
        ("ASK { ?s ex:p ((1) 2) }", 7),
        ("ASK { (1) ex:p ?o }", 3),
        ("ASK { ?s (ex:p|ex:q)/ex:r ?o ; (ex:p) ?x }", 2),
        ("ASK { << ?s ?p ?o >> ?q ?r }", 3),
        ("ASK { <<( ?s ?p ?o )>> ?q ?r }", 3),
        ("ASK { ?s ?p ?o {| ex:q ?r |} }", 2),
        ("CONSTRUCT { ?s ?p ?o . ?s ?q ?o } WHERE { ?s ?p ?o }", 1),
        ("CONSTRUCT WHERE { ?s ?p ?o }", 1),
        ("ASK { OPTIONAL { ?s ?p ?o } ?s ?p ?o FILTER(?o > 1) ?s ?p ?o GRAPH ?g { ?s ?p ?o } ?s ?p ?o }", 5),
        ("ASK { FILTER EXISTS { ?s ?p ?o } FILTER ex:f(?s) ?a ?b ?c . ?d ?e ?f }", 3),
        ("ASK { { SELECT ?a ?b ?c (COUNT(*) AS ?n) { ?a ?b ?c } GROUP BY ?a ?b ?c ORDER BY ?a ?b ?c } ?x ?y ?z }", 2),
        ("SELECT ?a ?b ?c { } GROUP BY ?a ?b ?c ORDER BY ?a ?b ?c", 0),
        ("ASK { VALUES ?x { ex:a ex:b ex:c } VALUES (?x ?y) { (ex:a ex:b) } }", 0),
        ("ASK { BIND(ex:f(?a, ?b, ?c) AS ?x) FILTER(?x IN (ex:a, ex:b, ex:c)) }", 0),
    ],
)
def test_triple_patterns(query: str, patterns: int) -> None:
    """Each subject, predicate and object counts once; a collection as the two triples of each item."""
    assert _measure(query).patterns == patterns


@pytest.mark.parametrize(
    ("query", "steps"),
    [
        ("ASK { ?s ex:p ?o }", 0),
        ("ASK { ?s ex:p/ex:q|^ex:r ?o }", 3),
        ("ASK { ?s ex:p*/ex:q+/ex:r? ?o }", 5),
        ("ASK { ?s !(ex:p|^ex:q) ?o }", 3),
        ("ASK { ?s (ex:p/(ex:q|ex:r))* ?o FILTER(1 / 2 * 3 + 4 = 5) }", 3),
    ],
)
def test_path_steps(query: str, steps: int) -> None:
    """The signs of a property path count, those of arithmetic do not."""
    assert _measure(query).path_steps == steps


@pytest.mark.parametrize(
    ("query", "operators"),
    [
        ("ASK {}", 2),
        ("ASK { FILTER(?a || ?b && !?c) }", 6),
        ("ASK { FILTER(-?a + 3 * 4 / 5 != 6 || ?b <= 7) }", 10),
        ("ASK { {} UNION {} OPTIONAL {} MINUS {} }", 9),
        ("ASK { FILTERNOTEXISTS { } }", 4),
        ("SELECT (1 AS ?x) {}", 2),
        ("DESCRIBE ex:a ex:b ?c", 3),
    ],
)
def test_operators(query: str, operators: int) -> None:
    """Signs, clauses, groups, and terms outside all brackets count."""
    assert _measure(query).operators == operators


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("ASK { VALUES ?x { 1 'a' <http://a/> ex:b UNDEF true } }", 6),
        ("ASK { VALUES (?x ?y) { (1 2) (UNDEF 'x'^^ex:t) } }", 2),
        ("SELECT * {} VALUES () { () () }", 2),
        ("ASK { VALUES ?x { } FILTER(?x IN (1, 2, 3)) }", 0),
    ],
)
def test_values_rows(query: str, rows: int) -> None:
    """Rows of VALUES count once each, whatever their width."""
    assert _measure(query).values_rows == rows


@pytest.mark.parametrize(
    ("query", "nesting"),
    [
        ("ASK {}", 1),
        ("ASK { { [ ex:p ( 1 ) ] } }", 4),
        ("ASK { FILTER NOT EXISTS { FILTER((1)) } }", 4),
        ("ASK { << << ?s ?p ?o >> ?p ?o >> ?p ?o }", 3),
        ("ASK { ( } ) { [ ) ] }", 3),
    ],
)
def test_nesting(query: str, nesting: int) -> None:
    """Every kind of bracket nests, and a closer that fits no open one closes nothing."""
    assert _measure(query).nesting == nesting
