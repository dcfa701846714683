"""One contract, every backend: the same questions have the same answers, wherever the release lies."""

from __future__ import annotations

import csv
import io
from collections.abc import Awaitable, Callable, Iterator, Mapping

import pytest
from pyoxigraph import RdfFormat, parse

from ctgraph.errors import QueryError, QuerySyntaxError
from ctgraph.settings import Settings
from ctgraph.store.backend import Backend, Form
from ctgraph.store.pool import EmbeddedStore
from ctgraph.store.releases import Release
from ctgraph.store.remote.backend import RemoteBackend
from questions.engines import CASES, sparql
from store.remote.asking import ask, running
from store.remote.servers import CANNOT

Both = Callable[[Callable[[Backend], Awaitable[list[bytes]]]], tuple[list[bytes], list[bytes]]]

CSV = "text/csv"
NT = "application/n-triples"
DOCUMENT = "<https://w3id.org/ctgraph/id/document/kst-36999-12>"
GRAPH = "https://w3id.org/ctgraph/graph/text/kst-36999-12"
WRITTEN: Mapping[str, tuple[Form, str]] = {
    "all": ("select", "SELECT * { ?s ?p ?o }"),
    "count": ("select", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
    "count in graphs": ("select", "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"),
    "graphs": ("select", "SELECT ?g { GRAPH ?g { } }"),
    "graphs of a thing": ("select", f"SELECT DISTINCT ?g {{ GRAPH ?g {{ {DOCUMENT} ?p ?o }} }}"),
    "union beside graph": ("select", f"SELECT ?p ?o ?g {{ {DOCUMENT} ?p ?o OPTIONAL {{ GRAPH ?g {{ {DOCUMENT} ?p ?o }} }} }}"),
    "no graph has it": ("select", "SELECT ?s { ?s a ?c FILTER NOT EXISTS { GRAPH ?g { ?s a ?c } } }"),
    "exists in head": ("select", f"SELECT (IF(EXISTS {{ GRAPH ?g {{ {DOCUMENT} a ?c }} }}, 1, 2) AS ?e) {{}}"),
    "one graph": ("select", f"SELECT * {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}"),
    "from": ("select", f"SELECT * FROM <{GRAPH}> {{ ?s ?p ?o }}"),
    "from named": ("select", f"SELECT * FROM NAMED <{GRAPH}> {{ GRAPH ?g {{ ?s a ?c }} }}"),
    "relative": ("select", "SELECT * { <id/document/kst-36999-12> ?p ?o }"),
    "values": ("select", "SELECT ('  kept  ' AS ?x) (2 AS ?y) (1.50 AS ?z) ('é'@nl AS ?t) {}"),
    "unbound": ("select", "SELECT ?x ?y { VALUES (?x ?y) { (UNDEF 1) (UNDEF UNDEF) } }"),
    "nothing": ("select", "SELECT ?x { ?x <http://example.org/none> ?y }"),
    "yes": ("ask", f"ASK {{ {DOCUMENT} ?p ?o }}"),
    "no": ("ask", "ASK { ?x <http://example.org/none> ?y }"),
    "triples": ("construct", "CONSTRUCT WHERE { ?s a ?c }"),
    "graph as triples": ("construct", f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}"),
    "description": ("describe", f"DESCRIBE {DOCUMENT}"),
    "descriptions": ("describe", "DESCRIBE ?x { ?x a <https://w3id.org/ctgraph/def#Motion> }"),
}  # fmt: skip


@pytest.fixture(scope="module")
def both(loaded: Settings) -> Iterator[Both]:
    """What some work gets of the embedded store, and of the remote one."""
    with running(EmbeddedStore, loaded) as embedded, running(RemoteBackend, loaded) as remote:
        yield lambda work: (embedded.run(work), remote.run(work))


def rows(answer: bytes) -> list[tuple[tuple[str, str], ...]]:
    """The rows of a CSV answer, whatever the order of rows and columns."""
    found = csv.DictReader(io.StringIO(answer.decode(), newline=""))
    return sorted(tuple(sorted(row.items())) for row in found)


def test_canned_queries(both: Both, product: str) -> None:
    """Every canned query has the same rows in the same order, but for those that a store is known to get wrong."""
    names = sorted(CASES.keys() - CANNOT[product].keys())

    async def work(backend: Backend) -> list[bytes]:
        return [await ask(backend, sparql(name)) for name in names]

    embedded, remote = both(work)

    assert dict(zip(names, embedded, strict=True)) == dict(zip(names, remote, strict=True))


def test_queries_of_every_form(both: Both) -> None:
    """Queries with and without GRAPH, FROM, relative IRIs and odd values mean the same everywhere."""

    async def work(backend: Backend) -> list[bytes]:
        return [
            await ask(backend, query, form, CSV if form in ("select", "ask") else NT)
            for form, query in WRITTEN.values()
        ]

    embedded, remote = both(work)

    for (name, (form, _)), one, other in zip(WRITTEN.items(), embedded, remote, strict=True):
        if form == "select":
            assert (name, rows(one)) == (name, rows(other))
        else:
            assert (name, sorted(one.splitlines())) == (name, sorted(other.splitlines()))


@pytest.mark.parametrize(
    "media_type", ["text/turtle", "application/ld+json", "application/rdf+xml", "application/n-quads"]
)
def test_formats_of_graphs(both: Both, media_type: str) -> None:
    """A graph is written by us in the format asked for, whatever the store can write."""

    async def work(backend: Backend) -> list[bytes]:
        return [await ask(backend, "CONSTRUCT WHERE { ?s a ?c }", "construct", media_type)]

    (embedded,), (remote,) = both(work)
    form = RdfFormat.from_media_type(media_type)
    assert form is not None

    assert set(parse(embedded, form)) == set(parse(remote, form))


def test_datasets_of_the_protocol(both: Both, release: Release) -> None:
    """The graphs that a request names are those that are seen, in both roles."""
    graph = (GRAPH,)

    async def work(backend: Backend) -> list[bytes]:
        count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
        named = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
        return [
            await ask(backend, count, default_graphs=graph),
            await ask(backend, count, named_graphs=graph),
            await ask(backend, named, named_graphs=graph),
            await ask(backend, named, default_graphs=graph),
            await ask(backend, count, default_graphs=("http://example.org/none",)),
        ]

    embedded, remote = both(work)

    assert embedded == remote
    assert embedded[0] == b"n\r\n%d\r\n" % release.manifest.statements[GRAPH]


def test_several_default_graphs_are_refused(both: Both) -> None:
    """Where the store would count a statement once for each graph, the question is refused and no wrong count given."""

    async def work(backend: Backend) -> list[bytes]:
        two = (GRAPH, "https://w3id.org/ctgraph/graph/register/motions")
        if isinstance(backend, RemoteBackend):
            with pytest.raises(QueryError, match="once for each default graph"):
                await ask(backend, "SELECT * { ?s ?p ?o }", default_graphs=two)
        return []

    both(work)


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ("SELECT * {\n ?s ?p }", QuerySyntaxError),
        ('DEFINE get:soft "replace" SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }', QuerySyntaxError),
        ("SELECT (<bif:concat>('a', 'b') AS ?x) {}", QueryError),
        ("SELECT (<sql:user_name>() AS ?x) {}", QueryError),
        ("SELECT * { ?s ?p ?o } OPTION(TRANSITIVE)", QuerySyntaxError),
    ],
)
def test_what_is_no_sparql_never_gets_there(both: Both, query: str, error: type[QueryError]) -> None:
    """Mistakes, and words and functions that only one store knows, are refused here with the same message."""
    said: list[str] = []

    async def work(backend: Backend) -> list[bytes]:
        with pytest.raises(error) as raised:
            await ask(backend, query)
        said.append(str(raised.value))
        return []

    both(work)

    assert said[0] == said[1]
