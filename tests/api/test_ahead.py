"""Pages of canned queries: every row once and in order, whatever ties, is unbound, or is written in several ways."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions, Store

from api.fakes import FakeBackend
from ctgraph.api.ahead import AHEAD, Reader
from ctgraph.api.asking import Binding, rows_of
from ctgraph.api.paging import Page, Position, cells, question_key, read_cursor, write_cursor
from ctgraph.errors import InputError
from ctgraph.namespaces import XSD
from ctgraph.questions.keyset import paged
from ctgraph.questions.load import CannedQuery, Column, ColumnType, Wording
from ctgraph.settings import CacheLimits
from ctgraph.store.caching import CachedBackend
from stopwatch import seconds

Term = NamedNode | Literal
Row = tuple[Term | None, ...]

_WORDS: Final = Wording("", "")
_KEY: Final = question_key("release", "question")


def _typed(kind: str, *values: str) -> tuple[Literal, ...]:
    return tuple(Literal(value, datatype=NamedNode(XSD + kind)) for value in values)


IRIS: Final = tuple(NamedNode(f"https://example.org/{name}") for name in ("a", "A", "é", "b/1"))
FAMILIES: Final[tuple[tuple[Term, ...], ...]] = (
    (
        *(Literal(text) for text in ("", "a", "A", "é", "a" * 400, 'q"\\\n', "x\x01", "2", "10")),
        *(Literal(text, language=code) for text in ("a", "é") for code in ("en", "nl")),
    ),
    (
        *_typed("integer", "1", "01", "-3", "10", "9"),
        *_typed("decimal", "1.0", "2.5"),
        *_typed("double", "1.0E0", "INF", "NaN", "-INF"),
    ),
    _typed("date", "2024-01-31", "2024-02-01", "0999-12-31", "-0001-01-01"),
    _typed("boolean", "true", "false", "1", "0"),
    _typed("gYear", "2024", "2023"),
)
"""Literals that have an order among themselves, in each family of its own."""


class Case(Struct, frozen=True):
    """A table in a store, the order of its query, and how many rows a page has."""

    rows: tuple[Row, ...]
    order: str
    limit: int


ORDERS: Final = (
    "?a ?b",
    "DESC(?a) ?b",
    "?b DESC(?a)",
    "(!BOUND(?a)) ?a DESC ( ?hidden )",
    "?hidden ASC(?b)",
    "LCASE(STR(?a)) DESC(STRLEN(STR(?b)))",
    "?a",
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    columns = [st.sampled_from((None, *IRIS, *draw(st.sampled_from(FAMILIES)))) for _ in range(4)]
    rows = draw(st.lists(st.tuples(*columns), max_size=14))
    copies = draw(st.lists(st.sampled_from(rows), max_size=10)) if rows else []
    return Case((*rows, *copies), draw(st.sampled_from(ORDERS)), draw(st.integers(1, 6)))


def stored(rows: Sequence[Row]) -> Store:
    """The rows as things with up to four properties each."""
    store = Store()
    for number, row in enumerate(rows):
        thing = NamedNode(f"https://example.org/row/{number}")
        store.add(Quad(thing, NamedNode("https://example.org/is"), Literal("row")))
        for name, term in zip(("a", "b", "c", "hidden"), row, strict=True):
            if term is not None:
                store.add(Quad(thing, NamedNode(f"https://example.org/{name}"), term))
    return store


def asked(
    order: str, select: str = "SELECT ?a ?b ?c", kinds: Sequence[ColumnType] = ("text", "decimal", "iri")
) -> CannedQuery:
    """A query over such rows."""
    optional = "\n".join(f"OPTIONAL {{ ?row :{name} ?{name} }}" for name in ("a", "b", "c", "hidden"))
    text = f'# ORDER BY\nPREFIX : <https://example.org/>\n{select} WHERE {{ ?row :is "row" . {optional} }}\nORDER BY {order}\n'
    columns = tuple(Column(name, kind, True, _WORDS) for name, kind in zip("abc", kinds, strict=True))
    return CannedQuery("rows", _WORDS, _WORDS, (), (), columns, text)


def solve(store: Store, query: str) -> list[Binding]:
    solutions = store.query(query)
    assert isinstance(solutions, QuerySolutions)
    return rows_of(solutions.serialize(format=QueryResultsFormat.JSON) or b"")


@settings(max_examples=300, deadline=None)
@given(cases())
@example(Case(((None, None, None, None),) * 5, "?a ?b", 2))
@example(Case(tuple((term, None, None, None) for term in FAMILIES[1]), "DESC(?a) ?b", 1))
def test_every_row_once(case: Case) -> None:
    """Page after page gives the rows of the whole answer, each as often as it is there, in its order."""
    store, cut = stored(case.rows), paged(asked(case.order))
    names = [key.column for key in cut.keys]
    whole = solve(store, cut.page({}, (), len(case.rows) + 1, 0))
    found: list[Binding] = []
    position = Position()
    while True:
        rows = solve(store, cut.page({}, position.terms, case.limit, position.skip))
        found += rows[: case.limit]
        assert (len(rows) > case.limit) == (len(found) < len(whole))
        if len(rows) <= case.limit:
            break
        position = position.behind([cells(row, names) for row in rows[: case.limit]])
        assert read_cursor(write_cursor(position, _KEY), _KEY, len(names)) == position

    assert found == whole
    assert len(whole) == len(case.rows)


def walk(reader: Reader, limit: int) -> tuple[list[Binding], int]:
    """All rows by pages, and how many pages there are."""
    rows: list[Binding] = []
    page, pages = Page(limit, Position(), _KEY), 0
    while True:
        found = asyncio.run(reader.read(page))
        rows += rows_of(found.table.results)
        pages += 1
        if not found.table.truncated:
            return rows, pages
        page = page.following(found.keys)


def reader(backend: FakeBackend, order: str = "?a ?b", keyed: bool = True) -> Reader:
    return Reader(CachedBackend(backend, CacheLimits()), asked(order), {}, 10, keyed)


NUMBERS: Final = stored([(Literal(str(n % 7)), Literal(n), None, None) for n in range(2_500)])


@pytest.mark.parametrize("keyed", [True, False])
@pytest.mark.parametrize("limit", [1, 30, 100, 400, AHEAD, 2_500, 3_000])
def test_whole_by_any_limit(limit: int, keyed: bool) -> None:
    """By whatever number a page has, the pages are the answer, in its order, and the last one alone is not truncated."""
    rows, pages = walk(reader(FakeBackend(NUMBERS), keyed=keyed), limit)

    assert [(row["a"]["value"], int(row["b"]["value"])) for row in rows] == sorted(
        (str(n % 7), n) for n in range(2_500)
    )
    assert pages == -(-2_500 // limit)


def test_pages_are_read_ahead() -> None:
    """Who reads on to the end costs the store a question for a thousand rows, not one for each page."""
    backend = FakeBackend(NUMBERS)
    _, pages = walk(reader(backend), 10)

    assert pages == 250
    assert len(backend.asked) <= 2 + 2_500 // (AHEAD - 10)


def test_first_page_alone_is_no_larger() -> None:
    """Who reads one page has no more asked for than that page and the row behind it."""
    backend = FakeBackend(NUMBERS)
    asyncio.run(reader(backend).read(Page(10, Position(), _KEY)))

    assert "LIMIT 11\n" in backend.asked[0][0].query


def test_pages_ahead_fit_their_own_limit() -> None:
    """A cursor serves another limit than the one it was made with, whatever was read ahead meanwhile."""
    backend = FakeBackend(NUMBERS)
    asking = reader(backend)
    first = asyncio.run(asking.read(Page(10, Position(), _KEY)))
    second = Page(10, Position(), _KEY).following(first.keys)
    asyncio.run(asking.read(second))
    third = second.following(asyncio.run(asking.read(second)).keys)
    few, many = (asyncio.run(asking.read(replace(third, limit=limit))) for limit in (10, 25))

    assert len(rows_of(many.table.results)) == 25
    assert rows_of(many.table.results)[:10] == rows_of(few.table.results)


def test_deep_pages_cost_no_more() -> None:
    """The last page of many costs the engine no more than the second one."""
    store = stored([(Literal(f"{n:06}"), None, None, None) for n in range(8_000)])
    cut = paged(asked("?a ?b"))
    second, last = ((Literal(f"{n:06}"), None) for n in (100, 7_900))

    assert seconds(lambda: solve(store, cut.page({}, last, 99, 1))) < 2 * seconds(
        lambda: solve(store, cut.page({}, second, 99, 1))
    )


@pytest.mark.parametrize(
    ("order", "select", "reason"),
    [
        ("?a ?hidden", "SELECT DISTINCT ?a ?b ?c", "no column"),
        ("", "SELECT ?a", "SELECT or no ORDER BY"),
    ],
)
def test_unfit_query(order: str, select: str, reason: str) -> None:
    """A query that cannot be paged says why."""
    query = asked(order, select)
    text = query.text if order else query.text.rpartition("ORDER BY")[0]
    with pytest.raises(InputError, match=reason):
        paged(replace(query, text=text))
