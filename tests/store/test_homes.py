"""Workers that are forked from a process which holds the release in memory."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ctgraph.errors import QueryAborted, QueryMemory, QueryTimeout, ReleaseError
from ctgraph.settings import QueryLimits, Settings
from ctgraph.store.homes import Homes, InMemory, OnDisk
from ctgraph.store.pool import EmbeddedStore
from ctgraph.store.releases import Release, current
from store import specimen
from store.serving import pids, runs, with_store
from store.specimen import question

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a nursery needs Linux")

DOUBLED = " ".join(f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(28))
BOMB = f"SELECT ?z {{ BIND('0123456789abcdef0123456789abcdef' AS ?v0) {DOUBLED} BIND(STRLEN(?v28) AS ?z) }}"


def held(data: Path, **limits: float) -> Settings:
    return replace(specimen.settings(data, **limits), in_memory=1_000_000)


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.02)


async def in_memory(store: EmbeddedStore) -> InMemory:
    await store.start()
    await until(lambda: isinstance(store._home, InMemory))
    assert isinstance(store._home, InMemory)
    return store._home


async def ask(store: EmbeddedStore, query: str, seconds: float = 20.0) -> bytes:
    blocks = await store.answer(question(query, "text/csv", seconds=seconds))
    return b"".join([block async for block in blocks])


def test_the_same_answers_as_from_disk(data: Path) -> None:
    """The graphs and their union are the same in memory, and the workers on disk go when those in memory are there."""
    asked = ("SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o", "SELECT * { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o")
    found: list[list[bytes]] = []

    async def disk(store: EmbeddedStore) -> None:
        await store.start()
        assert isinstance(store._home, OnDisk)
        found.append([await ask(store, query) for query in asked])

    async def memory(store: EmbeddedStore) -> None:
        await store.start()
        before = pids(store)
        await in_memory(store)
        await until(lambda: not any(runs(pid) for pid in before))
        found.append([await ask(store, query) for query in asked])

    with_store(specimen.settings(data), disk)
    with_store(held(data), memory)

    assert found[0] == found[1]
    assert all(len(answer.splitlines()) > 10 for answer in found[0])


def test_a_forked_worker_is_held_to_its_limits(data: Path) -> None:
    """Out of time or memory it is killed and replaced, as one on disk is, and the next question is answered."""

    async def work(store: EmbeddedStore) -> None:
        await in_memory(store)
        with pytest.raises(QueryTimeout):
            await ask(store, specimen.RUNAWAY, seconds=0.3)
        with pytest.raises(QueryMemory):
            await ask(store, BOMB)
        assert await ask(store, "ASK {}") == b"true"
        await until(lambda: len(pids(store)) == 2)

    with_store(held(data, memory_bytes=200 * 1024**2), work)


def test_a_forked_worker_reaches_nothing(data: Path) -> None:
    """SERVICE finds no network in it: nobody calls at the address named."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        port = listener.getsockname()[1]

        async def work(store: EmbeddedStore) -> None:
            await in_memory(store)
            with pytest.raises(QueryAborted):
                await ask(store, f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}")

        with_store(held(data), work)
        with pytest.raises(TimeoutError):
            listener.accept()


def test_a_nursery_that_is_killed_gives_way_to_the_disk(data: Path) -> None:
    """Its workers end with it; the next question is answered from disk, and the release stays there."""

    async def work(store: EmbeddedStore) -> None:
        home = await in_memory(store)
        os.kill(home._nursery.pid, signal.SIGKILL)
        await until(lambda: not home.alive)

        assert await ask(store, "ASK {}") == b"true"
        await asyncio.sleep(0.5)
        assert isinstance(store._home, OnDisk)

    with_store(held(data), work)


def test_workers_come_back_unasked(data: Path) -> None:
    """Killed while nobody asks, the nursery gives way to workers on disk, which the next question meets."""

    async def work(store: EmbeddedStore) -> None:
        home = await in_memory(store)
        os.kill(home._nursery.pid, signal.SIGKILL)
        await until(lambda: isinstance(store._home, OnDisk) and len(pids(store)) == 2)

    with_store(held(data), work)


def test_a_nursery_that_ends_with_a_message_unread(data: Path) -> None:
    """Stopped, told something, and killed: the end is taken note of, and no error is left to the event loop."""
    errors: list[dict[str, Any]] = []

    async def work(store: EmbeddedStore) -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, context: errors.append(context))
        home = await in_memory(store)
        os.kill(home._nursery.pid, signal.SIGSTOP)
        home._kill(1)
        os.kill(home._nursery.pid, signal.SIGKILL)
        await until(lambda: isinstance(store._home, OnDisk))

    with_store(held(data), work)

    assert errors == []


def test_nothing_stays_behind(data: Path) -> None:
    """When the store is closed, the nursery and its workers have ended."""
    seen: set[int] = set()

    async def work(store: EmbeddedStore) -> None:
        home = await in_memory(store)
        seen.update({home._nursery.pid, *pids(store)})

    with_store(held(data), work)

    assert len(seen) == 3
    assert not [pid for pid in seen if runs(pid)]


def test_only_small_releases_fit(data: Path) -> None:
    """A release above the limit, or one that cannot be loaded whole, is not held in memory."""
    release = current(specimen.settings(data))
    stored = release.manifest.stored
    damaged = Release(release.id, release.path, replace(release.manifest, stored=stored + 1))

    async def load() -> None:
        await InMemory.open(damaged, QueryLimits().memory_bytes)

    assert Homes(Settings(in_memory=stored)).in_memory(release)
    assert not Homes(Settings(in_memory=stored - 1)).in_memory(release)
    with pytest.raises(ReleaseError, match="in_memory"):
        asyncio.run(load())
