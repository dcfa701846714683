"""The time that work takes, for tests that compare two sizes of one input: never held against a clock."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time


def seconds(work: Callable[[], object]) -> float:
    """The processor time of the work, the better of two; without the collector, which looks at all that tests left."""
    times = []
    was_on = gc.isenabled()
    gc.disable()
    try:
        for _ in range(2):
            started = process_time()
            work()
            times.append(process_time() - started)
    finally:
        if was_on:
            gc.enable()
    return min(times)
