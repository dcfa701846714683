"""A store in an event loop of its own."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable

from ctgraph.settings import Settings
from ctgraph.store.pool import EmbeddedStore

Work = Callable[[EmbeddedStore], Awaitable[None]]


def with_store(settings: Settings, work: Work) -> None:
    """Run `work` on a store in a loop of its own, and see that no process stays behind."""

    async def run() -> None:
        store = EmbeddedStore(settings)
        try:
            await work(store)
        finally:
            workers = pids(store)
            await store.close()
        assert not [pid for pid in workers if runs(pid)]

    asyncio.run(run())


def pids(store: EmbeddedStore) -> set[int]:
    return {worker.pid for worker in store._live}


def runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not true():
            await asyncio.sleep(0.01)
