"""Which queries need no lexing."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctgraph.errors import CtgraphError
from ctgraph.settings import QueryLimits
from ctgraph.store.guard import inspect
from ctgraph.store.lexer import tokens
from ctgraph.store.plain import most_tokens, plain_form
from store.test_lexer import FRAGMENTS

TIGHT = QueryLimits(nesting=12, patterns=24, path_steps=12, operators=44, values_rows=12)
PLAIN = (
    "SELECT", "ASK", "describe", "PREFIX ex: <http://a/#b>", "BASE <a>", "?x", "$y", "<a>", "<http://a/b>", "ex:a-b",
    "ex:", ":c", ":", "a", "LIMIT", "10", "5.", "2.5", ".5", '"it\'s"', "'b'", r'"a\"b"', "''", '""', "@nl-BE", "{", "}",
    "[", "]", ";", ",", "/", "*", ".", " ", "\n", "|", "^", "!", "+", "(", ")", "=", "!=", "< ", "<= ", ">", ">=", "&&",
    "||", "-", "^^", "# c\n", "VALUES", "FILTER", "e1", "ex:a.b", "insert", "é",
)  # fmt: skip
DOUBTFUL = ("<", "<=", "<?x", "<<", ">>", "?", "&", "SERVICE", "#", "ex:a%41", "_:b", r"'\u0041'", "\\")
QUERIES = st.lists(st.sampled_from((*PLAIN, *PLAIN, " ", " ", *DOUBTFUL, *FRAGMENTS)), max_size=20).map("".join)


def lexed(query: str, limits: QueryLimits) -> str:
    """The form of a query as the guard finds it by its tokens; raises what that raises."""
    with patch("ctgraph.store.guard.plain_form", lambda *_: None):
        return inspect(query, limits).form


def judged(guard: Callable[[str, QueryLimits], object], query: str) -> object:
    """What comes of a query: its form, or the kind of the refusal."""
    try:
        return guard(query, TIGHT)
    except CtgraphError as error:
        return type(error)


@given(st.tuples(st.sampled_from(("SELECT ", "ask{", "PREFIX ex: <b> CONSTRUCT {", "SELECT(")), QUERIES).map("".join))
@settings(max_examples=2_000, deadline=None)
def test_the_pattern_judges_as_the_lexer_does(query: str) -> None:
    """What is called plain passes the guard by its tokens too, with the same form, under limits that it may just reach."""
    assert judged(lambda text, limits: inspect(text, limits).form, query) == judged(lexed, query)
    if plain_form(query, most_tokens(TIGHT)):
        assert not any(token.kind == "error" for token in tokens(query))


@pytest.mark.parametrize(
    "unit",
    [
        "{",
        "(",
        "[",
        "( 1 ",
        "<http://a/> ",
        "ex:p/",
        "!",
        "^",
        "?s ?p ?o . ",
        "[ ?p ",
        "1 ",
        "= ",
        "UNION ",
        "(1)",
        ") (",
    ],
)
@pytest.mark.parametrize("head", ["SELECT * {", "ASK { VALUES ?x {", "ASK { ?s ex:p", "ASK { ?s ?p (", "DESCRIBE "])
def test_it_stops_where_a_limit_may_be(head: str, unit: str) -> None:
    """The longest query of a kind that is called plain is within all limits."""
    queries = [f"{head} {unit * size}" for size in range(16)]
    plain = [query for query in queries if plain_form(query, most_tokens(TIGHT))]

    assert all(lexed(query, TIGHT) for query in plain)
    assert len(plain) < len(queries)


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("ASK {}", "ask"),
        ("PREFIX ex: <http://a/#> base <b> select ?s { ?s ex:p/ex:q* [] ; a <c> . } LIMIT 5", "select"),
        ("PREFIX : <a>\nCONSTRUCT { ?s :p 'x'@nl } WHERE { ?s :p ?o }", "construct"),
        ("# what it asks\nSELECT ?s (COUNT(*) AS ?n) { ?s ex:p 'it\\'s' ; ^ex:q|!ex:r ?o }", "select"),
        ('ASK { ?s ?p ?o FILTER(?o >= 2.5 && ?o < 10 || !(?o != "")) }', "ask"),
        ("PREFIX a-b: <c> DESCRIBE a-b:d", "describe"),
        ("SELECT * { ?s ?p ''}", "select"),
        ("SELECT * { ?s ?p 1.5 }", "select"),
        ("ASK { ?s ?p ?o . ?o ?p ?q . ?q ?p ?r . ?r ?p ?t . ?t ?p ?u . ?u ?p ?v . ?v ?p ?w . }", None),
        ("ASK { FILTER(1<2) }", None),
        ("ASK { FILTER(?x = <a>) }", None),
        ("ASK { FILTER(?x << 1) }", None),
        ("ASK { ?s ?p '''a''' }", None),
        ("ASK { ?s ?p '\\u0041' }", None),
        ("ASK { ?s ?p ?service }", None),
        ("INSERT DATA { <a> <b> <c> }", None),
        ("ASKWHERE {}", None),
        ("SELECT * { ?s ?p 1.5e3 }", None),
        ("SELECT * { é:a ?p ?o }", None),
        ("", None),
    ],
)
def test_what_is_plain(query: str, form: str | None) -> None:
    """Names, variables, IRIs, short strings, brackets and operators are plain; what is longer, odd or refused is not."""
    assert plain_form(query, 26) == form
