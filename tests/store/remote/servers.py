"""SPARQL servers of others, started on loopback with a temporary folder: what the remote backend is for.

A server is looked for at the address in an environment variable, then on PATH:
CTGRAPH_TEST_OXIGRAPH, `oxigraph` (`pip install oxigraph`); CTGRAPH_TEST_VIRTUOSO, `virtuoso-t` (Debian:
`apt-get install virtuoso-opensource-7-bin`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from ctgraph.settings import RemoteStore, Settings
from programs import free_port, program, running, running_virtuoso


@contextmanager
def oxigraph(folder: Path) -> Iterator[Settings]:
    """The Oxigraph server, and the settings with which it is spoken to."""
    port = free_port()
    binary = _found("CTGRAPH_TEST_OXIGRAPH", "oxigraph")
    command = [binary, "serve", "--location", str(folder / "store"), "--bind", f"127.0.0.1:{port}"]
    with running(command, folder, port):
        yield Settings(store=f"http://127.0.0.1:{port}/query", remote=RemoteStore(retire=0))


@contextmanager
def virtuoso(folder: Path) -> Iterator[Settings]:
    """Virtuoso, asked as anybody, written to with the password that it has at first; it caps rows as Debian sets it up."""
    with running_virtuoso(_found("CTGRAPH_TEST_VIRTUOSO", "virtuoso-t"), folder, 10_000) as (_, web):
        where = f"http://127.0.0.1:{web}"
        remote = RemoteStore(update=f"{where}/sparql-auth", user="dba", password="dba", digest=True, retire=0)
        yield Settings(store=f"{where}/sparql", remote=remote)


STORES = {"oxigraph": oxigraph, "virtuoso": virtuoso}

_TRUTH = "what an expression makes true or false comes as 1 or 0, or not at all"
_SLOW = "the answer is right, and takes half a minute on 8,700 statements"
_BOXES = "the store fails on a long string (`Incomplete RDF box`)"
CANNOT: Mapping[str, Mapping[str, str]] = {
    "oxigraph": {},
    "virtuoso": {
        "account-of-motion": _TRUTH,
        "contradictions": "an OPTIONAL around two others loses its rows",
        "cross-chamber-answers": _SLOW,
        "how-to-cite": _BOXES,
        "motions-answered-in": _BOXES,
        "requests-answered": _TRUTH,
        "statements-about": "the query ends the process of the store",
        "traces-of-measure": _SLOW,
    },
}
"""Canned queries that a store gets wrong, late or not at all, with the reason: Oxigraph 0.5.13, Virtuoso 7.2.5.1."""


def _found(variable: str, name: str) -> str:
    path = program(variable, name)
    if not path:
        pytest.skip(f"there is no {name} on PATH, and ${variable} names none")
    return path
