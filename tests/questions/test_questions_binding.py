"""Binding: values become terms, and never more than terms."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgraph.questions.binding import bind, substitute
from questions.engines import CATALOG, TODAY, ask, solve, specimen


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * { ?s ?p $name }", "SELECT * { ?s ?p <x:y> }"),
        ("SELECT * { ?s ?p $name . $name ?q ?o }", "SELECT * { ?s ?p <x:y> . <x:y> ?q ?o }"),
        ("SELECT * { ?s ?p $name}", "SELECT * { ?s ?p <x:y>}"),
        ("SELECT * { ?name ?p $names }", "SELECT * { ?name ?p $names }"),
        ("SELECT * { ?s ?p '$name' }", "SELECT * { ?s ?p '$name' }"),
        ('SELECT * { ?s ?p """a " $name""" }', 'SELECT * { ?s ?p """a " $name""" }'),
        ("SELECT * { ?s ?p <x:$name> } # $name", "SELECT * { ?s ?p <x:$name> } # $name"),
        ("SELECT * { ?s ?p $other }", "SELECT * { ?s ?p $other }"),
        ("", ""),
    ],
)
def test_substitute(query: str, expected: str) -> None:
    """A token is replaced wherever it stands; what only looks like one stays."""
    assert substitute(query, {"name": ox.NamedNode("x:y")}) == expected


def test_page() -> None:
    """A page asks for one row more than it shows, from where the last one ended."""
    whole = list(solve(bind(CATALOG["threat-levels"], {}, TODAY)))
    page = list(solve(bind(CATALOG["threat-levels"], {}, TODAY, page_size=2, offset=1)))

    assert len(whole) == 4
    assert [str(row) for row in page] == [str(row) for row in whole[1:4]]


def test_clashing_name_left_out() -> None:
    """A parameter that shares its name with a column filters nothing while it is left out."""
    assert {row.get("outcome") for row in ask("motions")} == {"adopted", None}


HOSTILE = [
    '" } UNION { ?s ?p ?o } #',
    "') } ; DROP ALL #",
    '"""',
    "\\",
    '\\" || true || "',
    "a\nb\r\nc",
    "} LIMIT 1 #",
    "$status",
    "?s",
    "<x:y>",
    "\u0000",
    "# comment",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_words(value: str) -> None:
    """Whatever the words, they are looked for as words: the query finds nothing and has its own columns."""
    solutions = solve(bind(CATALOG["commitments"], {"topic": value}, TODAY))

    assert [variable.value for variable in solutions.variables] == [
        column.name for column in CATALOG["commitments"].columns
    ]
    assert list(solutions) == []


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_words(value: str) -> None:
    """Any text comes back from the query as it went in."""
    text = substitute("SELECT ($value AS ?it) {}", {"value": ox.Literal(value)})
    rows = list(solve(text, specimen()))

    assert [str(row["it"]) for row in rows] == [str(ox.Literal(value))]
