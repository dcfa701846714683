"""Which queries need no lexing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctgraph.store.guard import _form
from ctgraph.store.lexer import tokens
from ctgraph.store.plain import plain_form
from store.test_lexer import FRAGMENTS

MOST = 12
PLAIN = (
    "SELECT", "ASK", "describe", "PREFIX ex: <http://a/#b>", "BASE <a>", "?x", "$y", "<a>", "ex:a-b", "ex:", ":c", ":",
    "a", "LIMIT", "10", "5.", ".5", '"it\'s"', "'b'", "@nl-BE", "{", "}", "[", "]", ";", ",", "/", "*", ".", " ", "\n",
    "e1", "ex:a.b", "insert", "é", "''", '""',
)  # fmt: skip
DOUBTFUL = ("(", "!", "<<", "SERVICE", "#", "ex:a%41", "_:b")
QUERIES = st.lists(st.sampled_from((*PLAIN, *PLAIN, " ", " ", *DOUBTFUL, *FRAGMENTS)), max_size=14).map("".join)


@given(st.tuples(st.sampled_from(("SELECT ", "ask{", "PREFIX ex: <b> CONSTRUCT {", "")), QUERIES).map("".join))
@settings(max_examples=2_000)
def test_the_pattern_reads_as_the_lexer_does(query: str) -> None:
    """What is called plain has that form by its tokens, and no more of them than said, none an error or an operator."""
    form = plain_form(query, MOST)
    found = tuple(tokens(query))
    if form is not None:
        assert form == _form(query, found)
        assert len(found) <= MOST
        texts = {query[token.start : token.end] for token in found if token.kind == "sign"}
        assert texts <= set("{}[];,/*.")
        assert not any(token.kind == "error" for token in found)
        assert "SERVICE" not in query.upper()


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("ASK {}", "ask"),
        ("PREFIX ex: <http://a/#> base <b> select ?s { ?s ex:p/ex:q* [] ; a <c> . } LIMIT 5", "select"),
        ("PREFIX : <a>\nCONSTRUCT { ?s :p 'x'@nl } WHERE { ?s :p ?o }", "construct"),
        ("ASK { ?s ?p ?o . ?o ?p ?q . ?q ?p ?r . }", None),
        ("ASK { ?s ?p ?service }", None),
        ("INSERT DATA { <a> <b> <c> }", None),
        ("ASKWHERE {}", None),
        ("SELECT * { ?s ?p 1.5 }", None),
        ("SELECT * { ?s ?p ''}", None),
        ("SELECT * { é:a ?p ?o }", None),
        ("", None),
    ],
)
def test_what_is_plain(query: str, form: str | None) -> None:
    """Names, variables, IRIs, simple strings and brackets are plain; what is longer, odd or refused is not."""
    assert plain_form(query, 22 if form else MOST) == form
