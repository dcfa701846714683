"""The embedded store follows the release that is current."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from ctgraph.errors import (
    QueryTimeout,
    ReleaseError,
)
from ctgraph.store.pool import EmbeddedStore
from ctgraph.store.queues import LANES
from ctgraph.store.releases import current
from store import specimen
from store.serving import pids, until, with_store
from store.specimen import ask, body, question


def test_the_switch_of_releases(tmp_path: Path) -> None:
    """The store follows the pointer by itself; an answer under way ends on the release it began on."""
    settings = specimen.settings(tmp_path)
    first = specimen.write(settings, 400)

    async def work(store: EmbeddedStore) -> None:
        under_way = await store.answer(question("SELECT * { ?a ?b ?c . ?d ?e ?f }", seconds=60.0))
        second = specimen.write(settings, 40)
        shutil.rmtree(first.path)
        store._next_look = 0.0

        assert store.release == first.id
        await until(lambda: store.release == second.id)
        assert await ask(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == b"n\r\n41\r\n"
        assert (await body(under_way)).count(b"\r\n") == 1 + 401 * 401
        assert under_way.release == first.id
        await until(lambda: len(pids(store)) == 2)

    with_store(settings, work)


def test_a_damaged_release_is_not_switched_to(tmp_path: Path) -> None:
    """If the new release does not open, the old one goes on."""
    settings = specimen.settings(tmp_path)
    first = specimen.write(settings, 40)

    async def work(store: EmbeddedStore) -> None:
        await store.start()
        second = specimen.write(settings, 44)
        for part in second.store.glob("*.sst"):
            part.write_bytes(b"")
        (second.store / "CURRENT").write_text("nothing")
        store._next_look = 0.0

        assert await ask(store, "ASK {}") == b"true"
        await until(lambda: store._switching is None)
        assert store.release == first.id
        assert await ask(store, "ASK {}") == b"true"

    with_store(settings, work)


def test_no_release_yet(tmp_path: Path) -> None:
    """Without a release every question says so; when one is built, the store answers."""
    settings = specimen.settings(tmp_path)

    async def work(store: EmbeddedStore) -> None:
        with pytest.raises(ReleaseError, match="no release yet"):
            _ = store.release
        for _ in range(2):
            with pytest.raises(ReleaseError, match="no release yet"):
                await ask(store, "ASK {}")
        specimen.write(settings, 40)

        assert await ask(store, "ASK {}") == b"true"

    with_store(settings, work)


def test_a_release_that_vanishes_under_its_workers(tmp_path: Path) -> None:
    """When no worker can be started any more, those who wait are told; a new build heals it."""
    settings = specimen.settings(tmp_path, seconds=5.0)
    first = specimen.write(settings, 40)

    async def work(store: EmbeddedStore) -> None:
        await store.start()
        shutil.rmtree(first.path)
        runaways = [ask(store, specimen.RUNAWAY, lane=lane, seconds=0.2) for lane in LANES]
        ends = await asyncio.gather(*runaways, ask(store, "ASK {}"), return_exceptions=True)

        assert [type(end) for end in ends] == [QueryTimeout, QueryTimeout, ReleaseError]
        with pytest.raises(ReleaseError):
            await ask(store, "ASK {}")
        specimen.write(settings, 44)
        assert await ask(store, "ASK {}") == b"true"

    with_store(settings, work)


def test_the_release_is_known_in_other_threads(data: Path) -> None:
    """A thread without an event loop may ask which release answers."""

    async def work(store: EmbeddedStore) -> None:
        await store.start()

        assert await asyncio.to_thread(lambda: store.release) == current(specimen.settings(data)).id

    with_store(specimen.settings(data), work)
