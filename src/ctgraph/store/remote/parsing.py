"""Whether a query is SPARQL 1.1, before it goes to a store that may read more into it.

Stores have languages of their own: Virtuoso takes `DEFINE get:soft "replace"` before a query, and fetches addresses for
it. So what users send is first run on an empty release by the workers of the embedded store, which read SPARQL and
nothing else, know no function beyond it, and say where a mistake is. A query that needs no data to take all memory or
time ends there too.
"""

from __future__ import annotations

from contextlib import aclosing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from msgspec.structs import replace

from ctgraph.settings import Settings
from ctgraph.store.backend import Question
from ctgraph.store.pool import EmbeddedStore
from ctgraph.store.writing import Contents, ReleaseWriter
from ctgraph.version import VERSION

_WORKERS: Final = 2


class Parser:
    """Runs queries on nothing; to be closed."""

    def __init__(self, settings: Settings) -> None:
        self._folder = TemporaryDirectory(prefix="ctgraph-")
        own = replace(settings, data=Path(self._folder.name), workers=_WORKERS)
        with ReleaseWriter(own) as writer:
            writer.write(Contents((), VERSION))
        self._store = EmbeddedStore(own)

    async def start(self) -> None:
        """Start the workers."""
        await self._store.start()

    async def check(self, question: Question) -> None:
        """Let a query pass, or raise the QueryError or StoreBusy that the embedded store has for it."""
        async with aclosing(await self._store.answer(question)) as blocks:
            async for _ in blocks:
                pass

    async def close(self) -> None:
        """End the workers."""
        await self._store.close()
        self._folder.cleanup()
