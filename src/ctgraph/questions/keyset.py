"""Pages of a canned query by key: a page begins behind the row before it, whose key is what ORDER BY sorts by.

The query becomes a subquery of its page; order, condition and number of rows stand outside it. The order goes on over
all columns, so that it is total. The condition says in SPARQL what ORDER BY does with any two terms: unbound, then
IRIs, then literals, by value where the engine compares them, else by text. A key enters as terms, never as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from msgspec import Struct
from pyoxigraph import Literal, NamedNode

from ctgraph.errors import InputError
from ctgraph.questions.binding import substitute
from ctgraph.questions.load import CannedQuery
from ctgraph.questions.parameters import Values
from ctgraph.store.lexer import Token, tokens

KeyTerm = NamedNode | Literal | None
"""One part of a key; None where the row leaves it unbound."""

_PREFIX: Final = "sortKey"
_ADVICE: Final = "Correct the query; queries/README.md describes it"
# Two literals of one value may be written differently, `1` and `01`: of these types alone, by what a header can say.
_BY_VALUE: Final = frozenset({"integer", "decimal", "boolean", "date"})


class SortKey(Struct, frozen=True):
    """One condition of ORDER BY; `expression` is a variable or stands in brackets, `column` is what answers it."""

    expression: str
    descending: bool
    column: str

    @property
    def condition(self) -> str:
        """As ORDER BY writes it."""
        return f"DESC({self.expression})" if self.descending else self.expression


class Paged(Struct, frozen=True):
    """A canned query cut for its pages: what stands before, in and behind the place of the condition."""

    head: str
    inner: str
    order: str
    keys: tuple[SortKey, ...]

    def page(self, values: Values, after: Sequence[KeyTerm], size: int, skip: int) -> str:
        """The query for rows that come no earlier than the key, behind so many of them: `size`, and one more."""
        behind = f"FILTER ({condition(self.keys, after)})" if after else ""
        inner = substitute(self.inner, values)
        return f"{self.head}{inner}}}\n{behind}\n}}\n{self.order}\nLIMIT {size + 1}\nOFFSET {skip}\n"


@lru_cache(maxsize=256)
def paged(query: CannedQuery) -> Paged:
    """Cut a canned query; raises InputError for one that has no order, or one that cannot be told by its rows."""
    found = _outermost(query.text)
    text = query.text
    try:
        select = next(each for each in found if _is(text, each, "SELECT"))
        body = next(each for each in found if each.start > select.end and text[each.start] in "{Ww")
        order = max(each.start for each in found if _is(text, each, "ORDER"))
    except (StopIteration, ValueError) as error:
        raise InputError(query.name, "it has no SELECT or no ORDER BY", _ADVICE) from error
    columns = tuple(column.name for column in query.columns)
    keys = tuple(_sort_keys(text, [each for each in tokens(text) if each.start > order], columns))
    hidden = _hidden(text, order, columns)
    projection = text[select.end : body.start]
    if hidden and "DISTINCT" in projection.upper():
        raise InputError(query.name, f"it sorts distinct rows by what is no column ({', '.join(hidden)})", _ADVICE)
    shown = " ".join(f"?{name}" for name in columns)
    extra = " ".join(f"({key.expression} AS ?{key.column})" for key in keys if key.column.startswith(_PREFIX))
    sorted_by = " ".join((*(key.condition for key in keys), *_ties(query, keys)))
    return Paged(
        head=f"{text[: select.start]}SELECT {shown} {extra} WHERE {{\n{{ ",
        inner=f"SELECT {projection} {' '.join(hidden)}\n{text[body.start : order]}",
        order=f"ORDER BY {sorted_by}",
        keys=keys,
    )


def condition(keys: Sequence[SortKey], after: Sequence[KeyTerm]) -> str:
    """Whether a row comes behind the key, or has it: by its first part, or that being equal by the next."""
    test = "true"
    for key, term in reversed(list(zip(keys, after, strict=True))):
        behind = (_less if key.descending else _greater)(key.expression, term)
        test = f"{behind} || {_equal(key.expression, term)} && ({test})"
    return test


def _greater(expression: str, term: KeyTerm) -> str:
    if term is None:
        return f"COALESCE(sameTerm({expression}, {expression}), false)"
    if isinstance(term, NamedNode):
        return f"COALESCE(isLiteral({expression}) || STR({expression}) > {Literal(term.value)}, false)"
    later = f"COALESCE({expression} > {term}, {_as_text(expression, '>', term)})"
    return f"COALESCE(isLiteral({expression}) && {later}, false)"


def _less(expression: str, term: KeyTerm) -> str:
    if term is None:
        return "false"
    if isinstance(term, NamedNode):
        earlier = f"isBlank({expression}) || STR({expression}) < {Literal(term.value)}"
        return f"COALESCE(!isLiteral({expression}) && ({earlier}), true)"
    earlier = f"COALESCE({expression} < {term}, {_as_text(expression, '<', term)})"
    return f"COALESCE(!isLiteral({expression}) || {earlier}, true)"


def _equal(expression: str, term: KeyTerm) -> str:
    if term is None:
        return f"!COALESCE(sameTerm({expression}, {expression}), false)"
    return f"COALESCE(sameTerm({expression}, {term}) || {expression} = {term}, false)"


def _as_text(expression: str, sign: str, term: Literal) -> str:
    """How literals compare that have no order of their own: by text, type and language."""
    text, kind, language = (str(Literal(each)) for each in (term.value, term.datatype.value, term.language or ""))
    return (
        f"STR({expression}) {sign} {text} || STR({expression}) = {text} && (STR(DATATYPE({expression})) {sign} {kind}"
        f" || STR(DATATYPE({expression})) = {kind} && LANG({expression}) {sign} {language})"
    )


def _outermost(text: str) -> list[Token]:
    """The words and brackets of a query that stand in no brackets."""
    found, depth = [], 0
    for token in tokens(text):
        sign = text[token.start : token.end]
        if sign in ("}", ")"):
            depth -= 1
        if not depth and (token.kind == "word" or sign == "{"):
            found.append(token)
        if sign in ("{", "("):
            depth += 1
    return found


def _is(text: str, token: Token, word: str) -> bool:
    return text[token.start : token.end].upper() == word


def _sort_keys(text: str, found: Sequence[Token], columns: Sequence[str]) -> Iterator[SortKey]:
    """The conditions behind ORDER BY."""
    rest = [text[each.start : each.end] for each in found if not _is(text, each, "BY")]
    number = 0
    while rest:
        descending = rest[0].upper() == "DESC"
        if rest[0].upper() in ("ASC", "DESC"):
            rest.pop(0)
        expression = _taken(rest)
        column = expression[1:] if expression[1:] in columns else f"{_PREFIX}{number}"
        yield SortKey(expression, descending, column)
        number += 1


def _taken(rest: list[str]) -> str:
    """Take one variable, call or bracketed expression off what is left, as an expression in brackets or a variable."""
    parts = [rest.pop(0)]
    depth = parts[0].count("(")
    if not parts[0].startswith("?") and not depth:
        parts.append(rest.pop(0))
        depth = 1
    while depth and rest:
        parts.append(rest.pop(0))
        depth += {"(": 1, ")": -1}.get(parts[-1], 0)
    if parts[0] == "(" and len(parts) == 3:
        return parts[1]
    joined = " ".join(parts)
    return joined if parts[0][0] in "?(" else f"({joined})"


def _hidden(text: str, order: int, columns: Sequence[str]) -> tuple[str, ...]:
    """The variables that the query sorts by and does not answer with."""
    used = (text[each.start : each.end] for each in tokens(text) if each.start > order and each.kind == "variable")
    return tuple(dict.fromkeys(name for name in used if name[1:] not in columns))


def _ties(query: CannedQuery, keys: Sequence[SortKey]) -> Iterator[str]:
    """What decides between rows that have the key in common: all other columns, and how their values are written."""
    sorted_by = {key.column for key in keys}
    yield from (f"?{column.name}" for column in query.columns if column.name not in sorted_by)
    yield from (
        f"CONCAT(STR(?{column.name}), STR(DATATYPE(?{column.name})))"
        for column in query.columns
        if column.type in _BY_VALUE
    )
