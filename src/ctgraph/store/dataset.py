"""The dataset that a query sees: the protocol's graphs, else the query's own FROM, else the whole release.

pyoxigraph 0.5.13 adds several default graphs up as a bag: a triple in two of them counts twice. Here they are
a set. If they cover every named graph, the default graph of the release is that set already. Otherwise their
union is copied into memory for this one query, at about 2 µs and 0.5 KB a triple, within the limits of the
worker. A graph that does not exist is empty; nothing is fetched.
A relative IRI in a query is one of ours: it resolves against the base of the data.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import DefaultGraph, NamedNode, QueryBoolean, QuerySolutions, RdfFormat, Store, Triple

from ctgraph.namespaces import BASE
from ctgraph.store.copying import copy_of
from ctgraph.store.lexer import Token, tokens

Results = QuerySolutions | QueryBoolean | Iterable[Triple]
_Names = tuple[str, ...]


class _Clauses(NamedTuple):
    """The texts of FROM and FROM NAMED in a query, and what comes before its form."""

    prologue: str
    default: _Names
    named: _Names


def run(store: Store, query: str, default: _Names | None, named: _Names | None) -> Results:
    """Run `query` on the dataset given; None and None leave it to the query."""
    if default is None and named is None:
        copied = copy_of(query)
        if copied is not None:
            return copied.triples(store, DefaultGraph())
        clauses = _clauses(query)
        if len(clauses.default) < 2:
            return store.query(query, base_iri=BASE)
        default, named = _resolved(clauses)
    return _run_on(store, query, tuple(sorted(set(default or ()))), tuple(sorted(set(named or ()))))


def _run_on(store: Store, query: str, default: _Names, named: _Names) -> Results:
    graphs = [NamedNode(name) for name in default if store.contains_named_graph(NamedNode(name))]
    named_graphs = [NamedNode(name) for name in named]
    copied = copy_of(query) if len(graphs) == 1 else None
    if copied is not None:
        return copied.triples(store, graphs[0])
    if len(graphs) < 2:
        return store.query(query, base_iri=BASE, default_graph=list(graphs), named_graphs=list(named_graphs))
    if set(graphs).issuperset(store.named_graphs()):
        return store.query(query, base_iri=BASE, default_graph=[DefaultGraph()], named_graphs=list(named_graphs))
    union = Store()
    for graph in graphs:
        _copy(store, union, graph, DefaultGraph())
    for graph in named_graphs:
        _copy(store, union, graph, graph)
    return union.query(query, base_iri=BASE, default_graph=[DefaultGraph()], named_graphs=list(named_graphs))


def _copy(source: Store, target: Store, graph: NamedNode, to_graph: NamedNode | DefaultGraph) -> None:
    triples = source.dump(format=RdfFormat.N_TRIPLES, from_graph=graph)
    target.bulk_load(triples, RdfFormat.N_TRIPLES, to_graph=to_graph, lenient=True)


def _clauses(query: str) -> _Clauses:
    """Find the dataset clauses; FROM is no keyword anywhere else."""
    if query.upper().count("FROM") < 2:
        return _Clauses("", (), ())
    found = tuple(tokens(query))
    texts = [query[token.start : token.end] for token in found]
    default, named = [], []
    for index, token in enumerate(found[:-1]):
        if token.kind != "word" or texts[index].upper() != "FROM":
            continue
        if texts[index + 1].upper() != "NAMED":
            default.append(texts[index + 1])
        elif index + 2 < len(texts):
            named.append(texts[index + 2])
    return _Clauses(query[: _form_start(query, found)], tuple(default), tuple(named))


def _form_start(query: str, found: tuple[Token, ...]) -> int:
    forms = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
    return next((t.start for t in found if query[t.start : t.end].upper().startswith(forms)), 0)


def _resolved(clauses: _Clauses) -> tuple[_Names, _Names]:
    """Let pyoxigraph resolve prefixed names and relative IRIs, by asking for them as values."""
    texts = clauses.default + clauses.named
    columns = " ".join(f"({text} AS ?g{index})" for index, text in enumerate(texts))
    solutions = Store().query(f"{clauses.prologue} SELECT {columns} {{}}", base_iri=BASE)
    if not isinstance(solutions, QuerySolutions):
        raise SyntaxError("the FROM clauses name no graph")
    row = next(solutions)
    names = tuple(term.value for term in row if isinstance(term, NamedNode))
    return names[: len(clauses.default)], names[len(clauses.default) :]
