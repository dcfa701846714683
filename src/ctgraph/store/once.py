"""One question without a server, for the command line: the same worker, limits and deadline."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

from ctgraph.settings import Settings
from ctgraph.store.answer import Answer
from ctgraph.store.backend import Question
from ctgraph.store.process import Worker


def ask_once(settings: Settings, release_path: Path, question: Question) -> Iterator[bytes]:
    """The blocks of the answer from the release in this folder; raises QueryError or ReleaseError.

    The answer is whole before the first block comes, so that a pager cannot hold up the worker, and a
    failure in the middle prints nothing. The guard comes before, not here.
    """
    return iter(asyncio.run(_ask(settings, release_path, question)))


async def _ask(settings: Settings, release_path: Path, question: Question) -> list[bytes]:
    memory_bytes = settings.limits.memory_bytes
    worker = await Worker.start(release_path / "store", release_path.name, "open", memory_bytes)
    try:
        answer = await Answer(worker, question, settings.limits, _leave).start()
        return [block async for block in answer]
    finally:
        await worker.stop()


def _leave(usable: bool) -> None:
    """Keep the worker: `_ask` stops it in any case."""
