"""The canned queries by pages, as the API asks for them."""

from __future__ import annotations

from collections import defaultdict

import pytest
from pyoxigraph import Literal, NamedNode

from ctgraph.questions.binding import bind
from ctgraph.questions.keyset import KeyTerm, condition, paged
from ctgraph.questions.parameters import parse
from questions.engines import CASES, CATALOG, TODAY, corpus, solve, specimen

ALL = 100_000


@pytest.mark.parametrize("name", CASES)
def test_rows_and_order_stay(name: str) -> None:
    """Cut for its pages, a query gives the rows that it gives as it is, in their order."""
    query = CATALOG[name]
    names = [column.name for column in query.columns]
    for graph in (corpus(), specimen()):
        rows = solve(paged(query).page(parse(query, CASES[name], TODAY), (), ALL, 0), graph)
        plain = solve(bind(query, CASES[name], TODAY), graph)
        assert [[row[name] for name in names] for row in rows] == [[row[name] for name in names] for row in plain]


@pytest.mark.parametrize("name", CASES)
def test_behind_each_row_come_the_others(name: str) -> None:
    """From the key of a row on, a query gives the rows from the first one with that key on, and no others."""
    query = CATALOG[name]
    cut, values = paged(query), parse(query, CASES[name], TODAY)
    rows = list(solve(cut.page(values, (), ALL, 0), corpus()))
    keys = [tuple(row[key.column] for key in cut.keys) for row in rows]
    for number in {0, len(rows) // 2, len(rows) - 1} & set(range(len(rows))):
        behind = solve(cut.page(values, keys[number], ALL, 0), corpus())
        assert [str(row) for row in behind] == [str(row) for row in rows[keys.index(keys[number]) :]]


@pytest.mark.parametrize("name", CASES)
def test_a_key_is_of_one_type(name: str) -> None:
    """What a query sorts by is of one type, since literals of several types have no order that is sure."""
    query = CATALOG[name]
    cut = paged(query)
    found: dict[str, set[str]] = defaultdict(set)
    for graph in (corpus(), specimen()):
        for row in solve(cut.page(parse(query, CASES[name], TODAY), (), ALL, 0), graph):
            for key in cut.keys:
                if isinstance(term := row[key.column], Literal):
                    found[key.expression].add(term.datatype.value)

    assert not {expression: kinds for expression, kinds in found.items() if len(kinds) > 1}


@pytest.mark.parametrize("value", ['"', "\\", "\n", '") || (true', "$document", "?x", "# }", "\x00"])
def test_key_is_a_term(value: str) -> None:
    """Whatever stands in a key, it is compared as a term and changes nothing else."""
    cut = paged(CATALOG["threat-levels"])
    key: tuple[KeyTerm, ...] = (Literal(value), *(None for _ in cut.keys[1:]))
    rows = solve(cut.page({}, key, ALL, 0))

    assert [str(row) for row in rows] == [
        str(row) for row in solve(cut.page({}, (), ALL, 0)) if row["date"].value > value
    ]
    assert condition(cut.keys[:1], [NamedNode("x:y")])
