"""A small release, and questions about it."""

from __future__ import annotations

from contextlib import aclosing
from pathlib import Path
from typing import Any, cast

from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.settings import QueryLimits, Settings
from ctgraph.store.answer import Answer
from ctgraph.store.backend import Form, Lane, Question
from ctgraph.store.pool import EmbeddedStore
from ctgraph.store.releases import Release
from ctgraph.store.writing import Contents, ReleaseWriter

JSON = "application/sparql-results+json"
CSV = "text/csv"
GRAPHS = ("http://example.org/graph/a", "http://example.org/graph/b", "http://example.org/graph/c")
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
DOUBLINGS = "".join(f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1}) " for i in range(34))
MEMORY_BOMB = f"SELECT ?n {{ BIND('abcdefgh' AS ?x0) {DOUBLINGS} BIND(STRLEN(?x34) AS ?n) }}"
ALL = "SELECT ?s ?p ?o { ?s ?p ?o }"


def quads(size: int = 400) -> list[Quad]:
    """`size` statements in graph a; the first half of them in graph b too; one of its own in graph c."""
    made = [_quad(number, GRAPHS[0]) for number in range(size)]
    made += [_quad(number, GRAPHS[1]) for number in range(size // 2)]
    return [*made, _quad(size, GRAPHS[2])]


def _quad(number: int, graph: str) -> Quad:
    subject = NamedNode(f"http://example.org/id/{number // 4}")
    predicate = NamedNode(f"http://example.org/p{number % 4}")
    return Quad(subject, predicate, Literal(f"value {number}\nin two lines"), NamedNode(graph))


def settings(data: Path, **limits: float) -> Settings:
    """Settings with one open worker, and these limits."""
    return Settings(data=data, workers=1, in_memory=0, limits=QueryLimits(**cast(dict[str, Any], limits)))


def write(where: Settings, size: int = 400) -> Release:
    """Write a release of the specimen, and make it current."""
    with ReleaseWriter(where) as writer:
        return writer.write(Contents(quads(size), "0.1.0", texts=("a text\n",), documents=1))


def question(query: str, media_type: str = CSV, seconds: float = 10.0, form: Form = "select") -> Question:
    """A question that did not pass the guard."""
    return Question(query, form, media_type, seconds)


async def body(answer: Answer) -> bytes:
    """All blocks of an answer."""
    async with aclosing(answer):
        return b"".join([block async for block in answer])


async def ask(store: EmbeddedStore, query: str, lane: Lane = "open", **how: Any) -> bytes:
    """Ask, and read the whole answer."""
    return await body(await store.answer(question(query, **how), lane))
