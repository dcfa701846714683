"""What tests have done by another process, which finds it by its name."""

from __future__ import annotations

import os
import time
from pathlib import Path

from pyoxigraph import Store

from ctgraph.store import slices


def ended(store: Path, statements: Path) -> None:
    """In place of loading: end, as a process does that is killed."""
    os._exit(1)


def waiting(store: Path, statements: Path) -> None:
    """In place of loading: say which process this is, and wait."""
    store.write_text(str(os.getpid()), encoding="utf-8")
    time.sleep(600)


def policies(store: Path) -> dict[str, set[int]]:
    """How the threads of this process are scheduled, by name, while a store is open and told to let tidying wait."""
    filled = Store(str(store))
    slices._let_tidying_wait()
    found: dict[str, set[int]] = {}
    for task in Path("/proc/self/task").iterdir():
        found.setdefault((task / "comm").read_text().strip(), set()).add(os.sched_getscheduler(int(task.name)))
    del filled
    return found
