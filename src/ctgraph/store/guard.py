"""The guard before the store: what may not reach a worker, decided from the query's tokens alone.

The guard and pyoxigraph must read a query alike, or a query could hide from the guard. pyoxigraph 0.5.13 has
no separate lexer: it tries alternatives at each character, and needs no white space between words. So it
runs `SERVICESILENT<…>`, `trueSERVICE <…>` and `SERVICEex:a {…}`; reads `1<2#>…` in a FILTER as a comparison
and a comment where SPARQL has an IRI; and re-reads a long string with an unknown escape as two short ones.
Each such place is refused here. A worker has no network besides: this is the first belt of two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from ctgraph.errors import QueryForbidden, QuerySyntaxError, QueryTooComplex, QueryTooLong
from ctgraph.settings import QueryLimits
from ctgraph.store.backend import Form
from ctgraph.store.lexer import Token, tokens
from ctgraph.store.plain import most_tokens, plain_form
from ctgraph.store.shape import measure
from ctgraph.store.syntax import place

_FORMS: Final[dict[str, Form]] = {
    "SELECT": "select",
    "ASK": "ask",
    "CONSTRUCT": "construct",
    "DESCRIBE": "describe",
}
_UPDATES: Final = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
_PROLOGUE: Final = frozenset({"BASE", "PREFIX", "VERSION"})
_HEAVIEST: Final = 2
"""No token counts more in any figure of the shape."""


class Inspected(Struct, frozen=True):
    """A query that may go to a worker; a malformed one still gets its syntax error there."""

    form: Form


def inspect(query: str, limits: QueryLimits) -> Inspected:
    """Let a query pass, or raise QueryTooLong, QueryForbidden, QueryTooComplex or QuerySyntaxError."""
    _check_size(query, limits)
    plain = plain_form(query, most_tokens(limits))
    if plain is not None:
        return Inspected(plain)
    found = tuple(tokens(query))
    _check_lexing(query, found)
    form = _form(query, found)
    _check_service(query, found)
    _check_shape(query, found, limits)
    return Inspected(form)


def rehearse(limits: QueryLimits) -> None:
    """Inspect a query of each kind of pattern, which are compiled by that: 60 ms that no client is to wait for."""
    for query in ("ASK {}", "ASK { FILTER(true) }", "ASK { FILTER(1<2) }"):
        inspect(query, limits)


def _check_size(query: str, limits: QueryLimits) -> None:
    if len(query) > limits.text_bytes:
        raise QueryTooLong(len(query.encode(errors="surrogatepass")), limits.text_bytes)
    try:
        size = len(query.encode())
    except UnicodeEncodeError as error:
        raise QuerySyntaxError("half of a surrogate pair", *place(query, error.start)) from error
    if size > limits.text_bytes:
        raise QueryTooLong(size, limits.text_bytes)


def _check_lexing(query: str, found: Sequence[Token]) -> None:
    if found and found[-1].kind == "error" and query[found[-1].start] in "'\"":
        reason = "a string that is not closed, or holds an unknown escape, begins here"
        raise QuerySyntaxError(reason, *place(query, found[-1].start))


def _form(query: str, found: Sequence[Token]) -> Form:
    naming = False  # between PREFIX and its IRI, where `a-b:` is lexed as more than a name
    for token in found:
        word = query[token.start : token.end].upper()
        naming = token.kind != "iri" if naming else word == "PREFIX"
        if token.kind != "word" or naming or word in _PROLOGUE:
            continue
        if word in _UPDATES:
            raise QueryForbidden(word)
        return next((form for name, form in _FORMS.items() if word.startswith(name)), "select")
    return "select"


def _check_service(query: str, found: Sequence[Token]) -> None:
    if "SERVICE" not in query.upper():
        return
    for index, token in enumerate(found):
        if token.kind not in ("word", "name"):
            continue
        if "SERVICE" not in query[token.start : token.end].upper():
            continue
        if token.kind == "word" or _reads_as_service(query, found, index):
            raise QueryForbidden("SERVICE")


def _reads_as_service(query: str, found: Sequence[Token], index: int) -> bool:
    """Whether pyoxigraph may read a SERVICE clause into a prefixed name that contains the word.

    It does so where the name has no meaning of its own: `SERVICEex:a {`, or `ex:SERVICE <…> {` if the
    prefix makes no IRI of it. `GRAPH my:service {` is a name in any case.
    """
    texts = [query[token.start : token.end].upper() for token in found[max(index - 1, 0) : index + 4]]
    before = texts.pop(0) if index else ""
    following = texts[1:]
    if following[:1] == ["{"]:
        return before not in ("GRAPH", "FROM", "NAMED", "DESCRIBE")
    if following[:1] == ["SILENT"]:
        return True
    return following[1:2] == ["{"] and found[index + 1].kind in ("iri", "name", "variable")


def _check_shape(query: str, found: Sequence[Token], limits: QueryLimits) -> None:
    if _is_tiny(query, found, limits):
        return
    shape = measure(query, found)
    if shape.doubtful >= 0:
        reason = "'<' may open an IRI or compare; put a space behind it to compare, or use a prefixed name"
        raise QuerySyntaxError(reason, *place(query, shape.doubtful))
    for name, size, limit in (
        ("levels of nesting", shape.nesting, limits.nesting),
        ("triple patterns", shape.patterns, limits.patterns),
        ("path steps", shape.path_steps, limits.path_steps),
        ("operators", shape.operators, limits.operators),
        ("VALUES rows", shape.values_rows, limits.values_rows),
    ):
        if size > limit:
            raise QueryTooComplex(name, size, limit)


def _is_tiny(query: str, found: Sequence[Token], limits: QueryLimits) -> bool:
    """Whether it needs no measuring: few tokens, of which without parentheses none compares."""
    return len(found) <= _smallest(limits) // _HEAVIEST and "(" not in query


def _smallest(limits: QueryLimits) -> int:
    return min(limits.nesting, limits.patterns, limits.path_steps, limits.operators, limits.values_rows)
