"""Answers made before anyone asks: the first page of every canned query without parameters, when a release comes.

They sum up the whole graph, and are what a page or a chart asks first. One after the other in the reserved lane, which
they hold for no longer than one query; a question of somebody else waits for that at most.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from typing import Final

from ctgraph.api.asking import read_answer
from ctgraph.api.canned import first_page
from ctgraph.errors import CtgraphError, ReleaseError
from ctgraph.questions.load import CannedQuery
from ctgraph.settings import Settings
from ctgraph.store.caching import CachedBackend
from ctgraph.store.guard import rehearse

_LOOK_SECONDS: Final = 1.0


class Warming:
    """Keeps the answers of the current release and day ready."""

    def __init__(
        self, backend: CachedBackend, settings: Settings, queries: Iterable[CannedQuery], today: Callable[[], date]
    ) -> None:
        self._backend = backend
        self._settings = settings
        self._queries = [query for query in queries if not any(each.required for each in query.parameters)]
        self._today = today

    async def run(self) -> None:
        """Ask, again after each change, until cancelled."""
        rehearse(self._settings.limits)
        warmed: tuple[str, date] | None = None
        while True:
            with suppress(ReleaseError):
                now = self._backend.release, self._today()
                if now != warmed:
                    await self._ask_all(now[1])
                    warmed = now
            await asyncio.sleep(_LOOK_SECONDS)

    async def _ask_all(self, day: date) -> None:
        for query in self._queries:
            # One that takes too long now will say so to who asks it.
            with suppress(CtgraphError):
                await read_answer(self._backend, first_page(self._backend, query, day, self._settings))
