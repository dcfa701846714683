"""How fast a build is: papers a second from XML on disk to a served release, and what limits it.

    python bench/building.py [--papers 5000] [--processes 2] [--changed 0.01] [--real FOLDER]

Builds the papers from nothing, then again with a few changed, and compares the release with one from nothing. Beside
the first it prints how long lxml takes merely to parse the same files. Peak memory is that of the largest process.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

from lxml import etree

from corpus import papers
from ctgraph import assets
from ctgraph.pipeline.build import Report, build
from ctgraph.pipeline.stock import Folders
from ctgraph.settings import Settings

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


def measured(data: Path, folder: Path, processes: int) -> tuple[Report, Stages, float]:
    """Build all papers of a folder."""
    folders = Folders(assets.folder("register"), assets.folder("ontology"))
    stages, started = Stages(), time.perf_counter()
    report = build(Settings(data=data), folders, [folder], False, stages.step, processes)
    stages.end()
    return report, stages, time.perf_counter() - started


def told(what: str, count: int, size: int, outcome: tuple[Report, Stages, float]) -> None:
    """Print one build."""
    report, stages, seconds = outcome
    print(f"{what}: {seconds:.1f} s, {count / seconds:.0f} papers/s, {size / MEGABYTE / seconds:.2f} MB/s, ", end="")
    print(f"{report.statements / seconds:.0f} statements/s ({report.statements}), {report.reused} files not read again")
    for stage, spent in sorted(stages.spent.items(), key=lambda item: -item[1]):
        print(f"    {stage:12}{spent:8.1f} s{spent / seconds:8.0%}")


def peak() -> float:
    """The largest memory of this process and of any that helped, in MB."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1024


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
    parser.add_argument("--real", type=Path, help="a folder of real motions in XML, to be used under new numbers")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        folder = scratch / "papers"
        folder.mkdir()
        size = written(folder, options.papers, options.real)
        print(f"{options.papers} papers, {size / MEGABYTE:.1f} MB; lxml parses them in {parsed(folder):.1f} s")
        told("from nothing", options.papers, size, measured(scratch / "a", folder, options.processes))
        print(f"    peak memory {peak():.0f} MB")
        changed = change(folder, options.changed)
        again = measured(scratch / "a", folder, options.processes)
        told(f"{changed} changed", options.papers, size, again)
        anew = measured(scratch / "b", folder, options.processes)
        print(f"    the same release as from nothing: {anew[0].release.id == again[0].release.id}")


if __name__ == "__main__":
    main()
