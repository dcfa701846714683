"""A backend in the test's own process, on an in-memory store, and a client that needs no server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import httpx
from fastapi import FastAPI
from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryBoolean, QuerySolutions, RdfFormat, Store, serialize

from ctgraph.errors import CtgraphError, QueryError, QuerySyntaxError
from ctgraph.namespaces import GRAPH
from ctgraph.store import dataset
from ctgraph.store.backend import Lane, Question
from ctgraph.store.formats import GRAPHS, RESULTS

SPECIMEN = Path(__file__).parents[1] / "questions" / "specimen.trig"
AXIOMS = """
PREFIX ctg: <https://w3id.org/ctgraph/def#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
ctg:ParliamentaryPaper rdfs:subClassOf ctg:Document .
ctg:GovernmentLetter rdfs:subClassOf ctg:ParliamentaryPaper .
ctg:Report rdfs:subClassOf ctg:Document .
ctg:ThreatAssessment rdfs:subClassOf ctg:Report .
"""
"""What the ontology says of documents, and the hand-written graph leaves out."""


def specimen_store() -> Store:
    """The hand-written graph of the canned queries, its default graph the union of the others."""
    store = Store()
    store.load(path=SPECIMEN, format=RdfFormat.TRIG)
    store.load(AXIOMS.encode(), RdfFormat.TURTLE, to_graph=NamedNode(f"{GRAPH}ontology/specimen"))
    store.extend([Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in store])
    return store


@dataclass
class FakeBackend:
    """Answers in-process.

    `fails` is raised instead of an answer, `breaks` after the first block; `stalls` is waited for there, and
    `pause` is slept through, in seconds.
    """

    store: Store = field(default_factory=specimen_store)
    release: str = "a" * 64
    fails: CtgraphError | None = None
    breaks: CtgraphError | None = None
    stalls: asyncio.Event | None = None
    pause: float = 0
    asked: list[tuple[Question, Lane]] = field(default_factory=list)
    closed: int = 0

    async def answer(self, question: Question, lane: Lane = "open") -> FakeBlocks:
        self.asked.append((question, lane))
        if self.fails is not None:
            raise self.fails
        return FakeBlocks(self.release, self._whole(question), self)

    def _whole(self, question: Question) -> bytes:
        try:
            results = dataset.run(self.store, question.query, question.default_graphs, question.named_graphs)
        except SyntaxError as error:
            raise QuerySyntaxError(str(error), 1, 1) from error
        except (ValueError, RuntimeError) as error:
            raise QueryError(str(error)) from error
        if isinstance(results, QuerySolutions | QueryBoolean):
            return results.serialize(format=RESULTS[question.media_type]) or b""
        output = BytesIO()
        serialize(results, output, GRAPHS[question.media_type])
        return output.getvalue()

    async def close(self) -> None:
        """Nothing runs."""


@dataclass
class FakeBlocks:
    """An answer in two blocks; after the first one comes what the backend `breaks` with."""

    release: str
    whole: bytes
    backend: FakeBackend

    async def __aiter__(self) -> AsyncIterator[bytes]:
        middle = len(self.whole) // 2
        yield self.whole[:middle]
        if self.backend.stalls is not None:
            await self.backend.stalls.wait()
        await asyncio.sleep(self.backend.pause)
        if self.backend.breaks is not None:
            raise self.backend.breaks
        yield self.whole[middle:]

    async def aclose(self) -> None:
        """Note that the answer was let go of."""
        self.backend.closed += 1


class Client:
    """Sends requests straight into the application, one event loop each."""

    def __init__(self, app: FastAPI, raise_app_exceptions: bool = True) -> None:
        self.app = app
        self._raise = raise_app_exceptions

    def request(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
    ) -> httpx.Response:
        """Send one request; redirects are not followed."""
        return asyncio.run(self._send(method, path, headers, content))

    def get(self, path: str, accept: str | None = None, **headers: str) -> httpx.Response:
        """GET, with `_` in header names standing for `-`."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.request("GET", path, {**given, **({"Accept": accept} if accept else {})})

    async def _send(
        self, method: str, path: str, headers: Mapping[str, str] | None, content: bytes | None
    ) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=self._raise)
        async with httpx.AsyncClient(transport=transport, base_url="http://ctgraph.test") as client:
            return await client.request(method, path, headers=headers, content=content)
