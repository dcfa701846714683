"""The house rules of `queries/`: every canned query is complete, valid, bound by the contract, and has a golden."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib.plugins.sparql import prepareQuery

from ctgraph.questions.competency import competency_questions, table
from ctgraph.questions.load import COMPETENCY_QUESTIONS, CannedQuery
from ctgraph.settings import QueryLimits
from ctgraph.store.guard import inspect
from questions.contract import COLUMNS, PARAMETERS, columns
from questions.engines import (
    CASES,
    CATALOG,
    ROOT,
    corpus,
    corpus_in_rdflib,
    csv_of_pyoxigraph,
    csv_of_rdflib,
    solve,
    sparql,
)

TABLE_BEGINS = "<!-- answers: made from the headers by `make golden` -->\n"
TABLE_ENDS = "<!-- end of answers -->\n"
GOLDEN = Path(__file__).with_name("golden") / "queries"
NAMES = sorted(CATALOG)
QUERIES = [CATALOG[name] for name in NAMES]
TEXTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for folder in ("questions", "checks")
    for path in sorted((ROOT / "queries" / folder).glob("*.rq"))
}


def test_contract_is_complete() -> None:
    """Every query of the contract is there, and every query has its case and its golden."""
    assert set(PARAMETERS) == set(COLUMNS)
    assert set(COLUMNS) <= set(NAMES)
    assert set(NAMES) == set(CASES)
    assert set(NAMES) == {path.stem for path in GOLDEN.glob("*.csv")}


@pytest.mark.parametrize("name", COLUMNS)
def test_header_keeps_the_contract(name: str) -> None:
    """Parameters and columns have the contract's names, in its order, optional where it says so."""
    query = CATALOG[name]

    assert [f"{p.name}{'' if p.required else '?'}" for p in query.parameters] == PARAMETERS[name].split()
    assert [f"{c.name}{'?' if c.optional else ''}" for c in query.columns] == columns(name)


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_answer_has_the_columns_of_the_header(query: CannedQuery) -> None:
    """A query selects what its header names, and what is not optional is bound in every row."""
    solutions = solve(sparql(query.name), corpus())

    assert [variable.value for variable in solutions.variables] == [c.name for c in query.columns]
    required = [column.name for column in query.columns if not column.optional]
    for row in solutions:
        assert [name for name in required if row[name] is None] == []


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_cells_have_the_type_of_their_column(query: CannedQuery) -> None:
    """Offsets are integers, days are dates, things are IRIs, and the rest are plain strings."""
    types = {
        "integer": "http://www.w3.org/2001/XMLSchema#integer",
        "decimal": "http://www.w3.org/2001/XMLSchema#decimal",
        "date": "http://www.w3.org/2001/XMLSchema#date",
        "boolean": "http://www.w3.org/2001/XMLSchema#boolean",
    }
    string = "http://www.w3.org/2001/XMLSchema#string"
    for row in solve(sparql(query.name), corpus()):
        for column in query.columns:
            cell = row[column.name]
            if isinstance(cell, ox.Literal):
                assert cell.datatype.value == types.get(column.type, string), column.name
                # A source of the register may be a title on paper, without an address.
                assert column.type != "iri" or query.name == "source-of"
            elif cell is not None:
                assert column.type == "iri", column.name


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_file_is_sparql_before_binding(query: CannedQuery) -> None:
    """Two independent parsers take the file as it is."""
    ox.Store().query(query.text)

    assert prepareQuery(query.text).algebra is not None


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_guard_lets_pass(text: str) -> None:
    """What ctgraph asks itself stays within the limits that hold for everyone."""
    assert inspect(text, QueryLimits()).form == "select"


def test_choices_are_values_of_a_scheme() -> None:
    """Each value that a parameter offers is a published value of the scheme that it filters by."""
    schemes = {("commitments", "status"): "commitment-status", ("motions", "outcome"): "decision-result"}
    for query in QUERIES:
        for parameter in query.parameters:
            if parameter.choices:
                scheme = ROOT / "ontology" / "concepts" / f"{schemes[query.name, parameter.name]}.ttl"
                published = re.findall(r'skos:notation "([^"]+)"', scheme.read_text(encoding="utf-8"))
                assert set(parameter.choices) == set(published)


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_order_is_given_and_no_limit(query: CannedQuery) -> None:
    """Pages need an order, and append a LIMIT of their own."""
    body = query.text.rsplit("}", 1)[1]

    assert "ORDER BY" in body
    assert re.search(r"\b(LIMIT|OFFSET)\b", query.text) is None


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_optional_parameter_is_read_once(query: CannedQuery) -> None:
    """Left out, a parameter stays an unbound variable: so it is read once, by a BIND at the top."""
    _, where = query.text.split("\nWHERE {\n", 1)
    top = where.split("\n\n", 1)[0]
    for parameter in query.parameters:
        uses = len(re.findall(rf"\${parameter.name}\b", query.text))
        if parameter.required:
            assert uses >= 1
        else:
            wanted = f"  BIND(${parameter.name} AS ?"
            assert (uses, [line for line in top.split("\n") if line.startswith(wanted)] != []) == (1, True)


# rdflib 7.6 uses its own deprecated names when it reads N-Quads and answers GRAPH.
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str) -> None:
    """Both engines answer with the rows that were reviewed; there are some, and they are all different."""
    path = GOLDEN / f"{name}.csv"
    answer = csv_of_pyoxigraph(sparql(name), corpus())
    if os.environ.get("CTGRAPH_GOLDEN") == "write":
        path.write_text(answer, encoding="utf-8")
    expected = path.read_text(encoding="utf-8")
    rows = expected.splitlines()[1:]

    assert answer == expected
    assert csv_of_rdflib(sparql(name), corpus_in_rdflib()) == expected
    assert rows != []
    answered = [str(row) for row in solve(sparql(name), corpus())]
    assert len(answered) == len(set(answered))


def test_readme_and_examples() -> None:
    """The README names each parameter type, and every example is a value that its parameter takes."""
    readme = (ROOT / "queries" / "README.md").read_text(encoding="utf-8")
    used = {parameter.type for query in QUERIES for parameter in query.parameters}

    assert [kind for kind in used if f"`{kind}`" not in readme] == []
    for query in QUERIES:
        examples = {parameter.name: parameter.example for parameter in query.parameters}
        assert sparql(query.name, examples) != query.text or not examples


def test_readme_says_which_query_answers_what() -> None:
    """The table of competency questions is made from the headers; at least 30 of the 40 are answered."""
    path = ROOT / "queries" / "README.md"
    readme = path.read_text(encoding="utf-8")
    before, _, rest = readme.partition(TABLE_BEGINS)
    shown, _, after = rest.partition(TABLE_ENDS)
    made = table(competency_questions(ROOT / "queries"), QUERIES)
    if os.environ.get("CTGRAPH_GOLDEN") == "write":
        path.write_text(f"{before}{TABLE_BEGINS}{made}{TABLE_ENDS}{after}", encoding="utf-8")
        shown = made

    assert shown == made
    assert len({number for query in QUERIES for number in query.answers}) >= 30
    assert made.count("\n") == COMPETENCY_QUESTIONS + 2
