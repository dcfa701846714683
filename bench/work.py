"""What the servers are asked: each kind of work as units of paths, for ours and for any SPARQL endpoint.

Queries that are to be new differ in their LIMIT, so that no server has an answer to them; a unit is used once, unless
a server is faster than there are units.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import Final
from urllib.parse import quote

from pyoxigraph import NamedNode

from ctgraph import assets
from ctgraph.api.asking import fill, read_templates
from ctgraph.questions.binding import bind
from ctgraph.questions.load import catalog
from peers import OURS

PREFIXES: Final = """PREFIX ctg: <https://w3id.org/ctgraph/def#> PREFIX cito: <http://purl.org/spar/cito/>
PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> """
LARGE: Final = f"?query={quote('CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 500000')}"
SLOW: Final = "rdflib-endpoint"
"""Takes seconds to minutes for what touches many statements, and is asked small queries only."""
_UNITS: Final = 40_000
_PAGES: Final = 300
"""Papers come again after so many, and sooner or later in another run: new to a server that keeps nothing alone."""
_WHOLE: Final = 60_000
"""LIMITs begin here: above the rows of any answer that is to come whole."""

# Between 1 and 500 ms in the engine at a million statements.
_MIDDLING: Final = (
    "SELECT ?kind (COUNT(*) AS ?n) { ?d ctg:documentKind/skos:notation ?kind } GROUP BY ?kind ORDER BY ?kind",
    "SELECT ?d ?title ?day { ?d dcterms:title ?title ; ctg:documentDate/ctg:earliest ?day } ORDER BY DESC(?day) ?d",
    "SELECT ?cited (COUNT(?c) AS ?n) { ?c cito:hasCitedEntity ?cited } GROUP BY ?cited ORDER BY DESC(?n) ?cited",
    "SELECT ?s (COUNT(*) AS ?n) { ?r a ctg:Response ; ctg:fulfilmentStatus/skos:notation ?s } GROUP BY ?s",
    "SELECT ?who (COUNT(?m) AS ?n) { ?m a ctg:Motion ; ctg:participation/ctg:nameInSource ?who } GROUP BY ?who",
)
_AGGREGATES: Final = ("most-cited", "recurring-obstacles", "votes-by-group", "threat-levels", "motions-not-feasible")
_DAY: Final = date(2026, 1, 1)

Units = list[list[str]]


@dataclass
class Work:
    """A kind of work; `make` gives endless units for the server of a name and the path of its endpoint, or None."""

    name: str
    make: Callable[[str, str], Iterator[list[str]] | None]
    amount: int = _UNITS

    def __post_init__(self) -> None:
        self._open: dict[str, Iterator[list[str]]] = {}

    def units(self, server: str, path: str) -> Units | None:
        """The next units for a server: never the same twice, if the work is to be new."""
        if server not in self._open:
            made = self.make(server, path)
            if made is None:
                return None
            self._open[server] = made
        return [next(self._open[server]) for _ in range(self.amount)]


def sparql(path: str, query: str) -> str:
    """The path that asks this."""
    return f"{path}?query={quote(query, safe='')}"


def all_work(quads: Path) -> list[Work]:
    """Every kind, over the things that the release holds."""
    passages, documents = _things(quads)
    return [
        Work("repeated", lambda _, path: _again(sparql(path, _passage(passages[0], 10))), 1),
        Work("unseen", lambda _, path: _new(path, lambda n: _passage(passages[n % len(passages)], 10 + n))),
        Work("middling", lambda server, path: None if server == SLOW else _new(path, _middling), 2_000),
        Work("page", lambda server, path: _pages(server, path, documents), _PAGES),
        Work("rows", lambda server, path: None if server == SLOW else _new(path, _rows), 1_000),
        Work(
            "aggregates", lambda server, path: None if server == SLOW else _aggregates(server, path), len(_AGGREGATES)
        ),
    ]


def _again(path: str) -> Iterator[list[str]]:
    while True:
        yield [path]


def _new(path: str, query: Callable[[int], str]) -> Iterator[list[str]]:
    return ([sparql(path, query(number))] for number in count())


def _passage(passage: str, limit: int) -> str:
    what = "?start ; ctg:endPosition ?end ; ctg:exactText ?quote"
    return f"{PREFIXES}SELECT ?start ?end ?quote {{ {passage} ctg:startPosition {what} }} LIMIT {limit}"


def _middling(number: int) -> str:
    return f"{PREFIXES}{_MIDDLING[number % len(_MIDDLING)]} LIMIT {100 + number}"


def _rows(number: int) -> str:
    found = "SELECT ?p ?start ?end ?quote { ?p ctg:startPosition ?start ; ctg:endPosition ?end ; ctg:exactText ?quote }"
    return f"{PREFIXES}{found} LIMIT {10_000 + number}"


def _pages(server: str, path: str, documents: list[str]) -> Iterator[list[str]]:
    """A paper's lookup of ours; elsewhere the query that tells the same, each time new."""
    if server == OURS:
        return ([f"/v1/documents/{name.rpartition('/')[2][:-1]}"] for _ in count() for name in documents)
    template = _page_query()
    return (
        [sparql(path, f"{fill(template, {'document': NamedNode(document[1:-1])})} LIMIT {_WHOLE + turn}")]
        for turn in count()
        for document in documents
    )


def _page_query() -> str:
    """All that a paper's lookup tells, in one query."""
    templates = read_templates(assets.folder("queries") / "resources")
    parts = [templates[name] for name in ("document", "document-things")]
    prefixes = dict.fromkeys(line for part in parts for line in part.splitlines() if line.startswith("PREFIX"))
    told = " UNION ".join(f"{{ {part[part.index('SELECT') :]} }}" for part in parts)
    return "\n".join((*prefixes, f"SELECT * WHERE {{ {told} }}"))


def _aggregates(server: str, path: str) -> Iterator[list[str]]:
    """Canned queries without parameters, over and over: what a release has ready, or an engine works out."""
    queries = catalog(assets.folder("queries"))
    while True:
        for name in _AGGREGATES:
            yield [f"/v1/queries/{name}"] if server == OURS else [sparql(path, bind(queries[name], {}, _DAY, 100))]


def _things(quads: Path) -> tuple[list[str], list[str]]:
    """Passages and the papers they stand in, as N-Triples, in an order that no engine has them in."""
    base, start = "<https://w3id.org/ctgraph/id/", "<https://w3id.org/ctgraph/id/passage/"
    with quads.open(encoding="utf-8") as lines:
        passages = sorted({line.split(" ", 1)[0] for line in lines if line.startswith(start)})
    papers = sorted({f"{base}document/{passage[len(start) :].split('/', 1)[0]}>" for passage in passages})
    for found in (passages, papers):
        random.Random(1).shuffle(found)
    return passages, papers
