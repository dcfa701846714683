"""The W3C suites as they stand in their manifests: what is asked of which data, and what is to come."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    parse,
    parse_query_results,
)

from ctgraph.namespaces import BASE, XSD

SUITES = Path(__file__).resolve().parents[2] / "../shared/standards/w3c/sparql/sparql11"
_PREFIXES = """
PREFIX mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#>
PREFIX qt: <http://www.w3.org/2001/sw/DataAccess/tests/test-query#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
"""
_SET = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
_NUMBERS = frozenset(XSD + name for name in ("decimal", "double", "float"))
_ROW = NamedNode("urn:row")


class Case(Struct, frozen=True, dict=True):
    """One test; paths are under its suite, and a graph's name is its file under our base."""

    suite: str
    name: str
    kind: str
    query: Path
    data: tuple[Path, ...]
    graphs: tuple[Path, ...]
    result: Path | None

    def store(self) -> Store:
        """The dataset of the test."""
        store = Store()
        for path in self.data:
            _load(store, path, DefaultGraph())
        for path in self.graphs:
            store.add_graph(NamedNode(BASE + path.name))  # one without statements is there too
            _load(store, path, NamedNode(BASE + path.name))
        return store


def _load(store: Store, path: Path, graph: NamedNode | DefaultGraph) -> None:
    form = RdfFormat.from_extension(path.suffix[1:]) or RdfFormat.TURTLE
    for quad in parse(path=path, format=form, base_iri=BASE + path.name, rename_blank_nodes=True):
        store.add(Quad(quad.subject, quad.predicate, quad.object, graph))


def cases(*suites: str) -> list[Case]:
    """The query tests of some suites; none where the suites are not at hand."""
    return [case for suite in suites if (SUITES / suite).is_dir() for case in _cases(suite)]


def _cases(suite: str) -> Iterator[Case]:
    folder = SUITES / suite
    manifest = Store()
    manifest.load(path=folder / "manifest.ttl", format=RdfFormat.TURTLE, base_iri="file:///suite/")
    found = manifest.query(
        f"""{_PREFIXES} SELECT ?test ?kind ?action ?query ?result
           (GROUP_CONCAT(DISTINCT ?data) AS ?files) (GROUP_CONCAT(DISTINCT ?graph) AS ?named) {{
             [] mf:entries/rdf:rest*/rdf:first ?test . ?test a ?kind ; mf:action ?action .
             OPTIONAL {{ ?action qt:query ?query }} OPTIONAL {{ ?test mf:result ?result }}
             OPTIONAL {{ ?action qt:data ?d BIND(STR(?d) AS ?data) }}
             OPTIONAL {{ ?action qt:graphData ?g FILTER(isIRI(?g)) BIND(STR(?g) AS ?graph) }}
           }} GROUP BY ?test ?kind ?action ?query ?result ORDER BY STR(?test)"""
    )
    assert isinstance(found, QuerySolutions)
    for row in found:

        def paths(name: str, row: object = row) -> tuple[Path, ...]:
            term = row[name]  # type: ignore[index]  # a solution is indexed by its names
            return tuple(folder / part.removeprefix("file:///suite/") for part in term.value.split()) if term else ()

        kind = row["kind"].value.partition("#")[2]
        if kind not in ("QueryEvaluationTest", "CSVResultFormatTest", "PositiveSyntaxTest11", "NegativeSyntaxTest11"):
            continue
        [query] = paths("query") or paths("action")
        result = paths("result")
        name = row["test"].value.rpartition("#")[2]
        yield Case(suite, name, kind, query, paths("files"), paths("named"), result[0] if result else None)


def canonical_results(content: bytes, media_type: str) -> str:
    """A result in a form that two results share if they are the same but for the names of blank nodes."""
    if "csv" in media_type:
        return _canonical_csv(content.decode())
    if media_type in ("text/turtle", "application/rdf+xml"):
        form = RdfFormat.from_media_type(media_type) or RdfFormat.TURTLE
        return canonical_graph(parse(content, form, base_iri=BASE))
    form_ = QueryResultsFormat.from_media_type(media_type)
    assert form_ is not None
    read = parse_query_results(content, form_)
    if isinstance(read, QueryBoolean):
        return str(bool(read)).lower()
    names = sorted(variable.value for variable in read.variables)
    rows_ = [{name: solution[name] for name in names if solution[name] is not None} for solution in read]
    return "\n".join((" ".join(names), str(len(rows_)), _canonical_rows(rows_)))


def _canonical_csv(text: str) -> str:
    """Columns by name, since the order of `SELECT *` is free; rows sorted; blank nodes without their labels."""
    head, *rows = csv.reader(text.split("\r\n"))
    order = sorted(range(len(head)), key=lambda place: head[place])
    lines = [[re.sub("^_:.*", "_:", row[place]) for place in order] for row in rows if row]
    return repr(([head[place] for place in order], sorted(lines)))


def _canonical_rows(rows: list[dict[str, object]]) -> str:
    return canonical_graph(
        Quad(node, NamedNode(f"urn:column:{name}"), term)  # type: ignore[arg-type]  # a term of a row is one of a quad
        for row in rows
        for node in (BlankNode(),)
        for name, term in ({"": _ROW} | {key: _by_value(value) for key, value in row.items()}).items()
    )


def _by_value(term: object) -> object:
    """A number or boolean in one spelling: 2.0 and 2.00 are the same answer."""
    if isinstance(term, Literal) and term.datatype.value in _NUMBERS:
        return Literal(repr(float(term.value)), datatype=term.datatype)
    if isinstance(term, Literal) and term.datatype.value == XSD + "boolean":
        return Literal(term.value in ("true", "1"))
    return term


def canonical_graph(quads: Iterator[Quad]) -> str:
    """Quads as sorted N-Quads with canonical names of blank nodes."""
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return "\n".join(sorted(str(quad) for quad in dataset))


def expected(path: Path) -> tuple[str, str]:
    """The expected result in canonical form, and the media type to ask for."""
    content = path.read_bytes()
    media_type = {
        ".srx": "application/sparql-results+xml",
        ".srj": "application/sparql-results+json",
        ".csv": "text/csv",
        ".tsv": "text/tab-separated-values",
        ".ttl": "text/turtle",
        ".rdf": "application/rdf+xml",
    }[path.suffix]
    if media_type in ("text/turtle", "application/rdf+xml") and _SET.encode() in content:
        return _result_set(content, media_type), "application/sparql-results+json"
    if media_type == "text/csv":
        content = content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return canonical_results(content, media_type), media_type


def _result_set(content: bytes, media_type: str) -> str:
    """A result that is written as a graph with the vocabulary of result sets."""
    store = Store()
    store.load(content, RdfFormat.from_media_type(media_type), base_iri=BASE)

    def objects(subject: object, name: str) -> list[object]:
        return [q.object for q in store.quads_for_pattern(subject, NamedNode(_SET + name), None)]  # type: ignore[arg-type]

    booleans = objects(None, "boolean")
    if booleans:
        assert isinstance(booleans[0], Literal)
        return booleans[0].value
    names = sorted(term.value for term in objects(None, "resultVariable") if isinstance(term, Literal))
    rows = []
    for solution in objects(None, "solution"):
        bindings = objects(solution, "binding")
        row = {objects(b, "variable")[0].value: objects(b, "value")[0] for b in bindings}  # type: ignore[attr-defined]
        rows.append(row)
    return "\n".join((" ".join(names), str(len(rows)), _canonical_rows(rows)))
