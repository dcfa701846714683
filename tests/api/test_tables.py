"""Pages of rows as plain values."""

from __future__ import annotations

from pyoxigraph import QueryResultsFormat, QuerySolutions, Store

from ctgraph.api.tables import cut, plain

QUERY = """PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?a ?b WHERE { VALUES (?a ?b) {
  (1 "x"@nl) (1.5 <http://example.org/a>) (true UNDEF) ("1e400"^^xsd:double "x"^^<http://example.org/t>)
  ("y"^^xsd:integer "2020-01-01"^^xsd:date) (<<( <a:a> <a:b> <a:c> )>> "")
} }"""


def test_rows_have_the_values_of_their_terms() -> None:
    """Numbers and truth values come by their datatype, everything else as text, a triple and what is unbound as null."""
    answer = Store().query(QUERY)
    assert isinstance(answer, QuerySolutions)
    results = answer.serialize(format=QueryResultsFormat.JSON)
    assert results is not None
    table = cut(results, ("a", "b"), 6)

    assert table.records() == [{name: plain(row.get(name)) for name in ("a", "b")} for row in table.rows]
    assert [list(record.values()) for record in table.records()] == [
        [1, "x"], [1.5, "http://example.org/a"], [True, None], ["INF", "x"], ["y", "2020-01-01"], [None, ""],
    ]  # fmt: skip


def test_a_page_is_cut_at_its_limit() -> None:
    """One row more than the page holds is left out, and said to be there."""
    answer = Store().query(QUERY)
    assert isinstance(answer, QuerySolutions)
    results = answer.serialize(format=QueryResultsFormat.JSON) or b""

    assert [
        (len(cut(results, ("a", "b"), limit).rows), cut(results, ("a", "b"), limit).truncated) for limit in (5, 6)
    ] == [
        (5, True),
        (6, False),
    ]
