"""Questions on their way: who asks what is being asked waits for that answer (single flight)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, Generic, Protocol, Self, TypeVar

from ctgraph.errors import CtgraphError


class Closing(Protocol):
    """What a flight brings, if it may have to be dropped."""

    async def aclose(self) -> None:
        """Drop what is left, and end the work if it is still under way."""


Landed = TypeVar("Landed", bound=Closing)


class Flight(Generic[Landed]):
    """One question on its way, in a task of its own. The work ends when all who wait for it have gone."""

    def __init__(self, work: Coroutine[Any, Any, Landed], over: Callable[[Self], object]) -> None:
        """Begin on the work; `over` is called when it has ended."""
        self._passengers = 0
        self._abandoned = False
        self._task = asyncio.create_task(work)
        self._task.add_done_callback(lambda _: over(self))

    @property
    def is_over(self) -> bool:
        """Whether it has landed, or nobody waits for it any more."""
        return self._abandoned or self._task.done()

    @property
    def landed(self) -> Landed | None:
        """What it brought, once it is over; None if it failed."""
        return None if self._task.cancelled() or self._task.exception() else self._task.result()

    @property
    def result(self) -> Landed:
        """What it brought, once it is over; raises what went wrong."""
        return self._task.result()

    async def join(self) -> Landed:
        """Wait for what it brings."""
        self._passengers += 1
        try:
            return await asyncio.shield(self._task)
        except asyncio.CancelledError:
            await self._leave()
            raise

    def board(self, told: Callable[[object], object]) -> None:
        """Have it call when it is over, unless one leaves before."""
        self._passengers += 1
        self._task.add_done_callback(told)

    async def leave(self, told: Callable[[object], object]) -> None:
        """Wait for it no more."""
        self._task.remove_done_callback(told)
        await self._leave()

    async def _leave(self) -> None:
        """End the work with the last who waited, and drop what nobody will read."""
        self._passengers -= 1
        if not self._passengers:
            self._abandoned = True
            self._task.cancel()
            with suppress(asyncio.CancelledError, CtgraphError):
                await (await self._task).aclose()
