"""Where and why a query is malformed."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from ctgraph.store.syntax import locate, place


@pytest.mark.parametrize(
    ("query", "line", "column", "message"),
    [
        ("SELECT * { ?s }", 1, 15, "'}' does not fit here"),
        ("SELEC * {}", 1, 1, "'SELEC' does not fit here"),
        ("SELECT * {\n ?s ?p }\nLIMIT 10", 2, 8, "'}' does not fit here"),
        ("SELECT * WHER { ?s ?p ?o }", 1, 10, "'WHER' does not fit here"),
        ("SELECT * { ?s ?p ?o } LIMT 3", 1, 23, "'LIMT' does not fit here"),
        ("SELECT (COUNT(?s AS ?c) { ?s ?p ?o }", 1, 18, "'AS' does not fit here"),
        ("SELECT * { FILTER(?a +) }", 1, 23, "')' does not fit here"),
        ("ASK { ?s ?p ?o . } }", 1, 20, "'}' does not fit here"),
        ("ASK {\r\n\t?s x}", 2, 5, "'x' does not fit here"),
        ("ASK { ?s ?p '''a\nb''' ; .. }", 2, 9, "'.' does not fit here"),
        ("ASK { ?s ?p ?o {| ?a |} }", 1, 22, "'|' does not fit here"),
        ("ASK { ?s ?p '😀' . x }", 1, 19, "'x' does not fit here"),
        ("ASK { ?s ?p ?o ", 1, 15, "the query ends here, but is not complete"),
        ("", 1, 1, "the query ends here, but is not complete"),
        ("ASK {\n ?s ?p ex:a }", 2, 8, "Prefix not found at 'ex:a'"),
        ("ASK { ?s ?p <rel> }", 1, 13, "IRI parsing failed at '<rel>'"),
        ("SELECT ?a (1 AS ?a) {}", 1, 23, "Duplicated variable name in SELECT"),
    ],
)
def test_the_token_that_does_not_fit(query: str, line: int, column: int, message: str) -> None:
    """The place is the token that does not fit, counted in characters from 1."""
    parse = Store().query
    with pytest.raises(SyntaxError) as caught:
        parse(query)

    assert locate(query, str(caught.value), parse) == (message, line, column)


def test_reports_without_a_place() -> None:
    """A report in another form, or a text that parses when it is written apart, still gets a place."""
    assert locate("ASK {}", "no place", Store().query) == ("no place", 1, 1)
    assert locate("ASK {}", "error at 3:4: expected x", Store().query) == ("the query is malformed", 3, 4)


def test_place_counts_from_one() -> None:
    """Lines end at line feeds; columns are characters."""
    assert [place("a\nbé c", offset) for offset in (0, 1, 2, 5)] == [(1, 1), (1, 2), (2, 1), (2, 4)]
