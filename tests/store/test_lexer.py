"""Where the terminals of a query are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctgraph.store.lexer import tokens
from stopwatch import seconds

FRAGMENTS = (
    "SELECT", "?x", "$y", "<http://example.org/a#b>", "ex:a", "ex:a.b.", ":", "_:b1.", "'it'", '"x', "'''l'o\nng'''",
    '"""', "\\", "\\u00e9", "@nl-BE", "^^", "5", "5.", ".5e-3", "{", "}", "(", ")", "[", "]", "<", "<<", ">=", "||",
    "# note\n", " ", "\n", "é", "😀", "a", "a.b.c", "%41", "\x00", "\ud800",
)  # fmt: skip


def _read(query: str) -> list[tuple[str, str]]:
    return [(token.kind, query[token.start : token.end]) for token in tokens(query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ASK{}", [("word", "ASK"), ("sign", "{"), ("sign", "}")]),
        ("?x$y ?", [("variable", "?x"), ("variable", "$y"), ("sign", "?")]),
        ("<http://a/#b><", [("iri", "<http://a/#b>"), ("sign", "<")]),
        ("?a<?b ", [("variable", "?a"), ("sign", "<"), ("variable", "?b")]),
        ("ex:a.b. dc.terms:d :", [("name", "ex:a.b"), ("sign", "."), ("name", "dc.terms:d"), ("name", ":")]),
        (r"ex:a\.. ex:%41\-b", [("name", r"ex:a\."), ("sign", "."), ("name", r"ex:%41\-b")]),
        ("a.b.c", [("word", "a"), ("sign", "."), ("word", "b"), ("sign", "."), ("word", "c")]),
        ("a.:b", [("word", "a"), ("sign", "."), ("name", ":b")]),
        ("_:b.1.", [("blank", "_:b.1"), ("sign", ".")]),
        (r"'a\'b'@nl-BE", [("string", r"'a\'b'"), ("language", "@nl-BE")]),
        ("''''a' \n'''\"\"", [("string", "''''a' \n'''"), ("string", '""')]),
        ('"""a"b\\""""', [("string", '"""a"b\\""""')]),
        ("5.5e1 5. .5 5e-2 1.2.3", [("number", "5.5e1"), ("number", "5"), ("sign", "."), ("number", ".5"),
                                    ("number", "5e-2"), ("number", "1.2"), ("number", ".3")]),
        ("# ?x '\nASK # end", [("word", "ASK")]),
        ("a#b\rc", [("word", "a"), ("word", "c")]),
        ("'x'^^:t||<=", [("string", "'x'"), ("sign", "^^"), ("name", ":t"), ("sign", "||"), ("sign", "<=")]),
        ("\\ é", [("error", "\\"), ("error", "é")]),
        ("", []),
    ],
)  # fmt: skip
def test_terminals(query: str, expected: list[tuple[str, str]]) -> None:
    """Each terminal of SPARQL is found whole, and nothing else is."""
    assert _read(query) == expected


@pytest.mark.parametrize(
    "query",
    ["'abc", '"abc\ndef"', "'''abc'", '"""a""', r"'a\qb'", r"'''a' \ud800 '''", r"'\U00110000'", "'a\\\nb'"],
)
def test_bad_strings_end_the_lexing(query: str) -> None:
    """A string that is not closed or has an unknown escape is one error up to the end of the query."""
    assert _read(f"ASK {query} SERVICE") == [("word", "ASK"), ("error", f"{query} SERVICE")]


@settings(deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join))
def test_nothing_is_lost_but_blanks_and_comments(query: str) -> None:
    """Tokens stand in order, do not overlap, and leave out only white space and comments."""
    end = 0
    for token in tokens(query):
        gap = query[end : token.start]
        end = token.end

        assert re.fullmatch(r"(?:[ \t\r\n]|#[^\r\n]*)*", gap)
        assert token.start < token.end
    assert re.fullmatch(r"(?:[ \t\r\n]|#[^\r\n]*)*", query[end:])


@pytest.mark.parametrize(
    "unit",
    ["a.", '"\\', "<a", "'", "'' ", "<<", "1", "?", "_:a.", "@a-", "#", ":", "a:.", "a:%4", "é.", "1.", "a:a..."],
)
def test_hostile_repeats_take_linear_time(unit: str) -> None:
    """Four times the text takes about four times as long, never sixteen times."""
    small, large = (unit * (size // len(unit)) for size in (16 * 1024, 64 * 1024))

    assert sum(1 for _ in tokens(large)) <= len(large)
    assert seconds(lambda: list(tokens(large))) < 10 * max(seconds(lambda: list(tokens(small))), 0.01)
