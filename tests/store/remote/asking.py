"""Questions to a backend that runs for many tests, and their whole answers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import aclosing, contextmanager
from typing import TypeVar

from ctgraph.settings import Settings
from ctgraph.store.backend import Backend, Form, Lane, Question
from ctgraph.store.pool import EmbeddedStore
from ctgraph.store.remote.backend import RemoteBackend

_Result = TypeVar("_Result")


class Running:
    """A backend in an event loop that goes on from test to test."""

    def __init__(self, backend: EmbeddedStore | RemoteBackend, runner: asyncio.Runner) -> None:
        self.backend = backend
        self._runner = runner

    def start(self) -> None:
        """Start it; raises ReleaseError."""
        self._runner.run(self.backend.start())

    def run(self, work: Callable[[Backend], Awaitable[_Result]]) -> _Result:
        """Run `work` on the backend."""

        async def whole() -> _Result:
            return await work(self.backend)

        return self._runner.run(whole())


@contextmanager
def running(kind: type[EmbeddedStore] | type[RemoteBackend], settings: Settings) -> Iterator[Running]:
    """Start a backend, and close it at the end."""
    with asyncio.Runner() as runner:
        backend = kind(settings)
        try:
            yield Running(backend, runner)
        finally:
            runner.run(backend.close())


async def ask(
    backend: Backend,
    query: str,
    form: Form = "select",
    media_type: str = "text/csv",
    seconds: float = 60.0,
    lane: Lane = "open",
    **graphs: tuple[str, ...],
) -> bytes:
    """Ask as users do."""
    async with aclosing(await backend.answer(Question(query, form, media_type, seconds, **graphs), lane)) as blocks:
        return b"".join([block async for block in blocks])
