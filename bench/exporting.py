"""How fast a release goes out as N-Quads, and what its hash costs, beside pyoxigraph doing the same.

    python bench/exporting.py [--quads 1000000] [--rounds 3]

Generates a release of papers with citations and passages, one named graph a paper, and loads it into RocksDB as a build
does. Then in turns, each in a process of its own: `ctgraph export --format nq` (with its check, copies in gzip and
zstd, checksums and description), its stream alone (check and copy), and the dump of the store by pyoxigraph. The
canonical hash of at most a million of the quads stands beside loading the same. Times are of the processor and of the
clock; peak memory is that of the process, of which about 60 MB are Python and its modules.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

from msgspec import Struct
from pyoxigraph import RdfFormat, Store, parse

from ctgraph.export.dumps import export_release
from ctgraph.graph.canonical import digest
from ctgraph.namespaces import CITO, DCTERMS, DEF, GRAPH, ID, RDF
from ctgraph.store.manifest import Manifest
from ctgraph.store.releases import Release

A_PAPER = 60
"""Statements of a paper, about as many as the register and a short letter give."""
HASHED = 1_000_000


class Cost(Struct, frozen=True):
    """Seconds by the clock and of the processor, and the peak of memory in MB."""

    wall: float
    processor: float
    peak: float


def lines(count: int) -> Iterator[str]:
    """So many statements as canonical N-Quads; in their order, since numbers are padded."""
    citations = (A_PAPER - 4) // 4
    papers = -(-count // A_PAPER)
    made = (
        line
        for kind in ("citation", "document", "passage")
        for number in range(papers)
        for line in sorted(_of(kind, number, citations))
    )
    return islice(made, count)


def _of(kind: str, number: int, citations: int) -> Iterator[str]:
    paper = f"kst-29754-{number:07}"
    graph = f"<{GRAPH}text/{paper}> .\n"
    if kind == "document":
        node = f"<{ID}document/{paper}>"
        yield f'{node} <{DCTERMS}title> "Brief van de minister over onderwerp {number}, en wat daarvan kwam"@nl {graph}'
        yield f"{node} <{RDF}type> <{DEF}GovernmentLetter> {graph}"
        yield f"{node} <{DEF}documentDate> <{ID}time/20{number % 30:02}-05-06> {graph}"
        yield f'{node} <{DEF}officialIdentifier> "{paper}" {graph}'
    for each in range(citations if kind != "document" else 0):
        node = f"<{ID}{kind}/{paper}/{each:08x}>"
        if kind == "citation":
            yield f"{node} <{CITO}hasCitedEntity> <{ID}document/kst-29754-{(number * 7 + each) % 640:07}> {graph}"
            yield f"{node} <{RDF}type> <{DEF}Citation> {graph}"
        else:
            yield f'{node} <{DEF}exactText> "Kamerstuk 29 754, nr. {each} ({number})" {graph}'
            yield f"{node} <{DEF}inDocument> <{ID}document/{paper}> {graph}"


def generated(folder: Path, count: int) -> Release:
    """A release of so many statements, sorted as a build sorts them."""
    path = folder / "releases" / "0123456789abcdef"
    path.mkdir(parents=True)
    written = hashlib.sha256()
    with (path / "release.nq").open("wb") as file:
        made = lines(count)
        while block := "".join(islice(made, 10_000)).encode():
            written.update(block)
            file.write(block)
    return Release(path.name, path, Manifest(path.name, written.hexdigest(), "0.1.0", 0, {GRAPH: count}, count))


def exported(release: Release, to: Path) -> None:
    """All that the command does."""
    export_release(release, to, ["nq"], lambda what, done, total: None)


def streamed(release: Release, to: Path) -> None:
    """Check against the manifest, and copy."""
    with release.quads.open("rb") as file:
        assert hashlib.file_digest(file, "sha256").hexdigest() == release.manifest.canonical_hash
    to.mkdir()
    shutil.copyfile(release.quads, to / "release.nq")


def dumped(release: Release, to: Path) -> None:
    """The peer: the store writes itself."""
    to.mkdir()
    Store.read_only(str(release.store)).dump(to / "release.nq", format=RdfFormat.N_QUADS)


def measured(work: Callable[[Release, Path], None], release: Release) -> Cost:
    """What a piece of work costs in a new process."""
    with tempfile.TemporaryDirectory(dir=release.path.parents[1]) as scratch:
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_alone, args=(work, release, Path(scratch) / "to", there))
        process.start()
        there.close()
        cost = Cost(*here.recv())
        process.join()
    return cost


def _alone(work: Callable[[Release, Path], None], release: Release, to: Path, report: Connection) -> None:
    wall, processor = time.perf_counter(), time.process_time()
    work(release, to)
    spent = time.perf_counter() - wall, time.process_time() - processor
    report.send((*spent, _peak()))


def _peak() -> float:
    """The most memory of this process so far; what `getrusage` says would be that of the process that began it too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def hashing(release: Release, count: int) -> None:
    """The canonical hash of quads in memory, and loading the same quads."""
    with release.quads.open("rb") as file:
        data = b"".join(islice(file, count))
    quads = list(parse(data, RdfFormat.N_QUADS, lenient=True))
    with tempfile.TemporaryDirectory(dir=release.path.parents[1]) as folder:
        for name, work in (
            ("canonical hash", lambda: digest(quads)),
            ("load into memory", lambda: Store().bulk_load(data, RdfFormat.N_QUADS, lenient=True)),
            ("load into RocksDB", lambda: Store(folder).bulk_load(data, RdfFormat.N_QUADS, lenient=True)),
        ):
            wall, processor = time.perf_counter(), time.process_time()
            work()
            told(name, count, Cost(time.perf_counter() - wall, time.process_time() - processor, 0))


def told(name: str, count: int, cost: Cost) -> None:
    """Print one measurement."""
    peak = f"{cost.peak:8.0f} MB" if cost.peak else ""
    rate = count / cost.wall / 1e6
    print(f"{name:20}{cost.wall:8.2f} s{cost.processor:8.2f} s of CPU{rate:8.2f} M quads/s{peak}", flush=True)


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="where there is room for the release, its store and its dumps")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        release = generated(Path(name), options.quads)
        print(f"{options.quads} quads, {release.quads.stat().st_size / 1e6:.0f} MB")
        store = Store(str(release.store))
        store.bulk_load(path=release.quads, format=RdfFormat.N_QUADS, lenient=True)
        store.optimize()
        del store
        found: dict[str, list[Cost]] = {"export": [], "stream alone": [], "pyoxigraph's dump": []}
        for _ in range(options.rounds):
            for each, work in zip(found.values(), (exported, streamed, dumped), strict=True):
                each.append(measured(work, release))
        for title, costs in found.items():
            told(title, options.quads, sorted(costs, key=lambda cost: cost.wall)[len(costs) // 2])
        pairs = zip(found["pyoxigraph's dump"], found["export"], strict=True)
        ratio = statistics.median(dump.wall / export.wall for dump, export in pairs)
        print(f"the export is {ratio:.2f} times as fast as the dump")
        hashing(release, min(options.quads, HASHED))


if __name__ == "__main__":
    main()
