"""Answers of the embedded store, and how each ends: whole, at its deadline, out of memory, or left."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from pathlib import Path

import pytest

from ctgraph.errors import (
    QueryAborted,
    QueryAnswerTooLarge,
    QueryError,
    QueryMemory,
    QuerySyntaxError,
    QueryTimeout,
)
from ctgraph.store.answer import Answer
from ctgraph.store.backend import Backend
from ctgraph.store.pool import EmbeddedStore
from ctgraph.store.releases import current
from store import specimen
from store.serving import pids, runs, until, with_store
from store.specimen import ask, body, question


def test_answers_in_every_form(data: Path) -> None:
    """SELECT, ASK, CONSTRUCT and DESCRIBE answer in the format asked for; Turtle has our prefixes."""

    async def work(store: EmbeddedStore) -> None:
        backend: Backend = store

        assert backend.release == current(specimen.settings(data)).id
        assert await ask(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == b"n\r\n401\r\n"
        assert await ask(store, "ASK {}", form="ask") == b"true"
        assert await ask(store, "ASK {}", form="ask", media_type=specimen.JSON) == b'{"head":{},"boolean":true}'
        turtle = await ask(store, "CONSTRUCT WHERE { ?s ?p ?o }", form="construct", media_type="text/turtle")
        assert turtle.startswith(b"@prefix ")
        assert turtle.count(b"value ") == 401
        lines = await ask(store, "DESCRIBE <http://example.org/id/1>", media_type="application/n-triples")
        assert lines.count(b"\n") == 4

    with_store(specimen.settings(data), work)


def test_a_large_answer_comes_in_blocks(data: Path) -> None:
    """Blocks arrive one by one, say which release they are from, and add up to the whole answer."""

    async def work(store: EmbeddedStore) -> None:
        answer = await store.answer(question("SELECT * { ?a ?b ?c . ?d <http://example.org/p0> ?f }"))
        blocks = [block async for block in answer]

        assert answer.release == store.release
        assert len(blocks) > 10
        assert b"".join(blocks).count(b"\r\n") == 1 + 401 * 101

    with_store(specimen.settings(data), work)


@pytest.mark.parametrize(
    ("query", "error", "message"),
    [
        ("SELECT * {\n ?s ?p }", QuerySyntaxError, "Line 2, column 8: '}' does not fit here"),
        ("SELECT (<http://example.org/f>(1) AS ?x) {}", QueryError, "custom function"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", QueryError, "not answered as text/csv, but as text/turtle"),
        ("ASK" + "{" * 6000, QueryAborted, "ended its worker"),
        ("SELECT * { SERVICE <http://127.0.0.1:65000/> { ?a ?b ?c } }", QueryAborted, "ended its worker"),
    ],
)
def test_queries_that_fail(data: Path, query: str, error: type[QueryError], message: str) -> None:
    """A failure has its own exception, and the next query works."""

    async def work(store: EmbeddedStore) -> None:
        with pytest.raises(error, match=message):
            await ask(store, query)

        assert await ask(store, "ASK {}") == b"true"

    with_store(specimen.settings(data), work)


def test_a_memory_bomb(data: Path) -> None:
    """A query that grows without bound ends alone; the next one answers."""

    async def work(store: EmbeddedStore) -> None:
        with pytest.raises(QueryMemory, match="64 MiB"):
            await ask(store, specimen.MEMORY_BOMB)

        assert await ask(store, "ASK {}") == b"true"

    with_store(specimen.settings(data, memory_bytes=64 * 1024**2), work)


def test_a_runaway_is_killed_at_its_deadline(data: Path) -> None:
    """The process of a query that passes its deadline is gone, and another takes its place at once."""

    async def work(store: EmbeddedStore) -> None:
        await store.start()
        before = pids(store)
        began = time.monotonic()
        with pytest.raises(QueryTimeout, match=r"0\.3 s"):
            await ask(store, specimen.RUNAWAY, seconds=0.3)

        assert time.monotonic() - began < 2.3
        await until(lambda: len(pids(store)) == 2 and pids(store) != before)
        assert len(before & pids(store)) == 1
        assert not [pid for pid in before - pids(store) if runs(pid)]
        assert await ask(store, "ASK {}") == b"true"

    with_store(specimen.settings(data), work)


def test_a_deadline_after_the_first_block(data: Path) -> None:
    """When time runs out in the middle of an answer, the iterator raises: no cut answer ends cleanly."""

    async def work(store: EmbeddedStore) -> None:
        answer = await store.answer(question("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", seconds=0.5))
        size = len(await anext(answer))
        with pytest.raises(QueryTimeout):
            await body(answer)

        assert size > 0

    with_store(specimen.settings(data), work)


def test_a_slow_client_has_the_same_deadline(data: Path) -> None:
    """A client that reads nothing holds a worker no longer than the deadline."""

    async def work(store: EmbeddedStore) -> None:
        answer = await store.answer(question("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", seconds=0.5))
        before = pids(store)
        await until(lambda: len(pids(store)) == 2 and pids(store) != before)
        with pytest.raises(QueryTimeout):
            await body(answer)

        assert answer.release == store.release

    with_store(specimen.settings(data), work)


def test_an_answer_that_is_too_large(data: Path) -> None:
    """A body past its limit raises from the iterator, after the blocks before it."""

    async def work(store: EmbeddedStore) -> None:
        answer = await store.answer(question("SELECT * { ?a ?b ?c . ?d ?e ?f }"))
        first = len(await anext(answer))
        with pytest.raises(QueryAnswerTooLarge):
            await body(answer)

        assert 0 < first < 200_000

    with_store(specimen.settings(data, answer_bytes=200_000), work)


@pytest.mark.parametrize("leaves", ["by closing", "by cancelling"])
def test_a_client_that_leaves(data: Path, leaves: str) -> None:
    """A closed iterator or a cancelled request kills the work, and the worker is replaced."""

    async def work(store: EmbeddedStore) -> None:
        await store.start()
        before = pids(store)
        if leaves == "by closing":
            answer = await store.answer(question("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"))
            await answer.aclose()
            with pytest.raises(StopAsyncIteration):
                await anext(answer)
        else:
            request = asyncio.create_task(ask(store, specimen.RUNAWAY))
            await asyncio.sleep(0.1)
            request.cancel()
            with suppress(asyncio.CancelledError):
                await request
        await until(lambda: len(pids(store)) == 2 and pids(store) != before)

        assert not [pid for pid in before - pids(store) if runs(pid)]
        assert await ask(store, "ASK {}") == b"true"

    with_store(specimen.settings(data), work)


def test_an_answer_is_an_iterator(data: Path) -> None:
    """What `answer` returns iterates once, and can be closed at any time, even when it is whole."""

    async def work(store: EmbeddedStore) -> None:
        answer = await store.answer(question("ASK {}"))
        await answer.aclose()

        assert isinstance(answer, Answer)
        assert [block async for block in answer] == []

    with_store(specimen.settings(data), work)
