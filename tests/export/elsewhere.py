"""Stores of other projects that a dump is loaded into, and what they give back."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import httpx
from msgspec import Struct
from pyoxigraph import NamedNode, Quad, QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

from ctgraph.namespaces import GRAPH
from programs import free_port, running, running_virtuoso

_OURS = f'GRAPH ?g {{ ?s ?p ?o }} FILTER (STRSTARTS(STR(?g), "{GRAPH}"))'
"""What is ours: Virtuoso holds graphs of its own too."""


class Elsewhere(Protocol):
    """A store that holds what was loaded."""

    def count(self) -> int:
        """How many statements it counts."""

    def quads(self) -> list[Quad]:
        """All that it gives back."""


class Endpoint(Struct, frozen=True):
    """A store with a SPARQL endpoint at an address."""

    address: str

    def count(self) -> int:
        """By COUNT, as the store itself counts."""
        rows = self._rows(f"SELECT (COUNT(*) AS ?n) WHERE {{ {_OURS} }}")
        return int(rows[0][0].value)

    def quads(self) -> list[Quad]:
        """As rows of a SELECT, whose terms have the datatype and language that the store has."""
        return [Quad(s, p, o, g) for s, p, o, g in self._rows(f"SELECT ?s ?p ?o ?g WHERE {{ {_OURS} }}")]

    def _rows(self, query: str) -> list[Sequence[NamedNode]]:
        headers = {"Accept": "application/sparql-results+json"}
        response = httpx.get(self.address, params={"query": query}, headers=headers, timeout=60, trust_env=False)
        response.raise_for_status()
        found = parse_query_results(response.content, QueryResultsFormat.JSON)
        assert isinstance(found, QuerySolutions)
        return [tuple(row) for row in found]


class OxigraphServer(Endpoint, frozen=True):
    """The same, with the dump that it writes itself."""

    dump: str

    def quads(self) -> list[Quad]:
        """Its own N-Quads."""
        response = httpx.get(self.dump, headers={"Accept": "application/n-quads"}, timeout=60, trust_env=False)
        return list(parse(response.content, RdfFormat.N_QUADS))


@contextmanager
def oxigraph(binary: str, dump: Path, folder: Path) -> Iterator[Elsewhere]:
    """The Oxigraph server on a store into which its own loader put the dump."""
    location = ["--location", str(folder / "store")]
    subprocess.run([binary, "load", *location, "--file", str(dump)], check=True, capture_output=True, timeout=300)
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    with running([binary, "serve-read-only", *location, "--bind", f"127.0.0.1:{port}"], folder, port):
        yield OxigraphServer(f"{base}/query", f"{base}/store")


@contextmanager
def virtuoso(binary: str, isql: str, dump: Path, folder: Path) -> Iterator[Elsewhere]:
    """Virtuoso with a new database, loaded by its own bulk loader: one, since two at once lose statements."""
    dumps = folder / "dumps"
    dumps.mkdir()
    shutil.copy(dump, dumps / "release.nq")
    with running_virtuoso(binary, folder, 1_000_000) as (sql, web):
        orders = f"ld_dir('{dumps}', 'release.nq', 'urn:none'); rdf_loader_run(); checkpoint;"
        isql_command = [isql, f"127.0.0.1:{sql}", "dba", "dba", f"EXEC={orders}"]
        subprocess.run(isql_command, check=True, capture_output=True, timeout=300)
        yield Endpoint(f"http://127.0.0.1:{web}/sparql")
