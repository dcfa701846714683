"""The memory of a process that reads one text and ends: nothing is looked through, or given back before the end."""

from __future__ import annotations

import ctypes
import gc
import sys
from typing import Final

_M_TRIM_THRESHOLD: Final = -1
_M_MMAP_THRESHOLD: Final = -3
_GIGABYTE: Final = 2**30


def keep_all() -> None:
    """Switch off the collector, and have glibc keep what it has.

    What is made lives until the end, and looking for cycles in it costs a fifth of the time. Large blocks that go back
    to the system and come again, as lists that grow do, cost a fault for each page: half of the system's time.
    """
    gc.disable()
    if sys.platform.startswith("linux"):
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # of glibc alone
        if mallopt is not None:
            mallopt(_M_MMAP_THRESHOLD, _GIGABYTE)
            mallopt(_M_TRIM_THRESHOLD, _GIGABYTE)
