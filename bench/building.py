"""How fast a build is: papers a second from XML on disk to a served release, and what limits it.

    python bench/building.py [--papers 5000] [--processes 2] [--changed 0.01] [--real FOLDER]

Builds the papers from nothing, then again with a few changed, and compares the release with one from nothing. Beside
the first it prints how long lxml takes merely to parse the same files. Memory is what processes hold at once, looked at
five times a second: the largest of them, and all together. `--steps` builds once, in one process, and says instead what
processor time each step takes.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Self

from lxml import etree
from msgspec import Struct

from corpus import papers
from ctgraph import assets
from ctgraph.pipeline import reading, stating
from ctgraph.pipeline.build import Report, build
from ctgraph.pipeline.parts import Parts
from ctgraph.pipeline.stock import Folders
from ctgraph.settings import Settings
from ctgraph.store import folder as folders
from ctgraph.store import writing

MEGABYTE = 1_000_000


class Stages:
    """Seconds by stage, from what a build says it is doing."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._stage, self._since = "starting", time.perf_counter()

    def step(self, what: str, done: int, total: int) -> None:
        """Hear what is being done now."""
        if what != self._stage:
            self.end()
            self._stage = what

    def end(self) -> None:
        """Add the time of the stage that ends."""
        now = time.perf_counter()
        self.spent[self._stage] = self.spent.get(self._stage, 0.0) + now - self._since
        self._since = now


def written(folder: Path, count: int, real: Path | None) -> int:
    """Write the papers; their size in bytes."""
    size = 0
    for name, data in papers(count, real):
        (folder / name).write_bytes(data)
        size += len(data)
    return size


def parsed(folder: Path) -> float:
    """Seconds that lxml takes to parse all files."""
    started = time.perf_counter()
    for path in sorted(folder.glob("*.xml")):
        etree.fromstring(path.read_bytes())
    return time.perf_counter() - started


class Outcome(Struct, frozen=True):
    """What a build did, in how many seconds, and of how many seconds of processor time."""

    report: Report
    stages: Stages
    seconds: float
    processor: float


def worked() -> float:
    """Seconds of processor time of this process and of all that have helped it."""
    return sum(os.times()[:4])


def measured(data: Path, folder: Path, processes: int) -> Outcome:
    """Build all papers of a folder."""
    shipped = Folders(assets.folder("register"), assets.folder("ontology"))
    stages, started, before = Stages(), time.perf_counter(), worked()
    report = build(Settings(data=data), shipped, [folder], False, stages.step, processes)
    stages.end()
    return Outcome(report, stages, time.perf_counter() - started, worked() - before)


def told(what: str, count: int, size: int, outcome: Outcome) -> None:
    """Print one build."""
    report, seconds = outcome.report, outcome.seconds
    print(f"{what}: {seconds:.1f} s, {count / seconds:.1f} papers/s, {size / MEGABYTE / seconds:.2f} MB/s, ", end="")
    print(f"{report.statements / seconds:.0f} statements/s ({report.statements}), {report.reused} files not read again")
    free = count / outcome.processor
    print(
        f"    {outcome.processor:.1f} s of processor time: {free:.1f} papers/s for each processor that is all its own"
    )
    for stage, spent in sorted(outcome.stages.spent.items(), key=lambda item: -item[1]):
        print(f"    {stage:12}{spent:8.1f} s{spent / seconds:8.0%}")


class Memory:
    """What this process and those that help it hold in memory, in MB, at most."""

    def __init__(self) -> None:
        self.largest = self.together = 0.0
        self._ended = threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._watch.join()

    def _look(self) -> None:
        while not self._ended.wait(0.2):
            held = [_held(process) for process in _family()]
            self.largest = max(self.largest, *held)
            self.together = max(self.together, sum(held))


def _family() -> Iterator[int]:
    """The ids of this process and of its children."""
    yield os.getpid()
    for task in Path("/proc/self/task").iterdir():
        with suppress(OSError):
            yield from map(int, (task / "children").read_text().split())


def _held(process: int) -> float:
    with suppress(OSError):
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
        return float(pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE)
    return 0.0  # it has ended


def timed(owner: object, name: str, spent: dict[str, float]) -> None:
    """Have a function of a module or class count its processor time; what it calls counts too."""
    inner = getattr(owner, name)

    def outer(*given: object, **named: object) -> object:
        started = time.process_time()
        try:
            return inner(*given, **named)
        finally:
            spent[name] += time.process_time() - started

    setattr(owner, name, outer)


STEPS = (
    (reading, "read"),
    (reading, "read_mentions"),
    (reading, "link"),
    (stating, "state_lines"),
    (stating, "conforms"),
    (Parts, "keep"),
    (writing, "gather"),
    (writing, "gather_from"),
    (folders, "fill"),
    (folders, "check_count"),
    (writing, "write_search"),
)
"""The functions whose time tells where it goes."""


def steps(data: Path, folder: Path) -> None:
    """Build in one process, and print the processor time of each step; that of what runs beside it counts twice."""
    spent: dict[str, float] = defaultdict(float)
    for owner, name in STEPS:
        timed(owner, name, spent)
    started = time.process_time()
    report = measured(data, folder, 1).report
    whole = time.process_time() - started
    print(f"{whole:.1f} s of processor time for {report.statements} statements")
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"    {name:16}{seconds:8.1f} s{seconds / whole:8.0%}")


def change(folder: Path, part: float) -> int:
    """Change every so many papers by a word; how many."""
    chosen = sorted(folder.glob("*.xml"))[:: max(1, round(1 / part))]
    for path in chosen:
        path.write_bytes(path.read_bytes().replace(b"</al>", b" Nader.</al>", 1))
    return len(chosen)


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=int, default=5000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--changed", type=float, default=0.01)
    parser.add_argument("--no-compare", dest="compare", action="store_false", help="no third build, from nothing again")
    parser.add_argument("--steps", action="store_true", help="what processor time each step takes, in one process")
    parser.add_argument("--real", type=Path, help="a folder of real motions in XML, to be used under new numbers")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        folder = scratch / "papers"
        folder.mkdir()
        size = written(folder, options.papers, options.real)
        print(f"{options.papers} papers, {size / MEGABYTE:.1f} MB; lxml parses them in {parsed(folder):.1f} s")
        if options.steps:
            steps(scratch / "a", folder)
            return
        with Memory() as memory:
            first = measured(scratch / "a", folder, options.processes)
        told("from nothing", options.papers, size, first)
        print(f"    memory: {memory.largest:.0f} MB the largest process, {memory.together:.0f} MB all together")
        changed = change(folder, options.changed)
        again = measured(scratch / "a", folder, options.processes)
        told(f"{changed} changed", options.papers, size, again)
        if options.compare:
            anew = measured(scratch / "b", folder, options.processes)
            print(f"    the same release as from nothing: {anew.report.release.id == again.report.release.id}")


if __name__ == "__main__":
    main()
