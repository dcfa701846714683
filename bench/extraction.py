"""How fast reading is: five megabytes of letters from text to records, beside four plain regexes.

    python bench/extraction.py [--corpus specimen] [--megabytes 5] [--rounds 5] [--linear] [--layers] [--profile]

All run in one process on one core, in turns, so that a noisy machine disturbs them alike; the medians and their ratio
are printed, and beside them the whole process `ctgraph extract FILE`, start and output included. Each corpus is read
as many documents and as one file:

    specimen   copies of our own letter with other numbers and years; denser in references than real papers
    letter     a letter of the government to the chamber, where the shared material is at hand
    papers     letters, motions, a bill and reports of debates, where the shared material is at hand

`--linear` prints the time and the peak memory of 1, 2, 4, 8 and 20 MB in one file and of 20 MB in many documents, each
in a process of its own; `--layers` where the time of one pass goes, `--profile` which functions it goes to.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from ctgraph.assets import folder
from ctgraph.export.annotations import records
from ctgraph.extract import dates, debates, laws
from ctgraph.extract.reading import EXTRACTORS, read_mentions, scanner
from ctgraph.extract.scan import Page, Scanner
from ctgraph.link.account import link_named
from ctgraph.link.knowledge import Knowledge
from ctgraph.model.document import Document
from ctgraph.model.gazetteer import Gazetteer
from ctgraph.model.mentions import Mention
from ctgraph.model.source import SourceFile
from ctgraph.pipeline.gazetteer import gazetteer
from ctgraph.readers import read_document
from ctgraph.sources.register import load_register

ROOT = Path(__file__).resolve().parents[1]
LETTER = ROOT / "tests" / "specimens" / "letter.txt"
SHARED = ROOT.parent / "shared"
DAY = date(2023, 3, 14)
MEGABYTE = 1_000_000
SIZES = (1, 2, 4, 8, 20)
"""Megabytes."""
T = TypeVar("T")
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"

# What one writes first: it knows one form of each thing, and neither line ends nor footnotes.
BASELINE = (
    re.compile(r"Kamerstuk(?:ken)? \d\d ?\d{3}(?: [IVX]+)?, nr\. \d+"),
    re.compile(rf"\d{{1,2}} (?:{_MONTHS}) \d{{4}}"),
    re.compile(r"motie van het lid (?:[A-Z]\w+|[vV]an|de[rn]?)(?: [A-Z]\w+)*"),
    re.compile(r"artikel(?:en)? \d+\w*(?:, \w+ lid,)? (?:van (?:de|het) )?[A-Z]\w+"),
)


class Way:
    """The whole way from the bytes of a file to its records."""

    def __init__(self, known: Gazetteer) -> None:
        self.known = known
        self.scanner: Scanner = scanner(known)
        self.knowledge = Knowledge(known)

    def document(self, source: SourceFile) -> Document:
        """The text layer."""
        return read_document(source, self.known.papers)

    def run(self, sources: Iterable[SourceFile]) -> int:
        """Read files one after another; the number of records."""
        found = 0
        for source in sources:
            document = self.document(source)
            found += len(records(link_named(document, read_mentions(document, self.scanner), self.knowledge)))
        return found


def corpora(megabytes: float) -> dict[str, list[str]]:
    """The texts of each corpus that is at hand, by its name."""
    found = {"specimen": copies(megabytes)}
    for name, folder_ in (("letter", SHARED / "letter"), ("papers", SHARED / "gold")):
        texts = [path.read_text(encoding="utf-8") for path in sorted(folder_.glob("*.txt"))]
        if texts:
            found[name] = repeated(texts, megabytes)
    return found


def repeated(texts: Sequence[str], megabytes: float) -> list[str]:
    """The texts over and over, until there are enough bytes."""
    made: list[str] = []
    size = 0
    while size < megabytes * MEGABYTE:
        made.append(texts[len(made) % len(texts)])
        size += len(made[-1].encode())
    return made


def copies(megabytes: float) -> list[str]:
    """Copies of the specimen with other years, dossiers and numbers, until there are enough bytes."""
    letter = LETTER.read_text(encoding="utf-8")
    made: list[str] = []
    size = 0
    while size < megabytes * MEGABYTE:
        number = len(made)
        text = letter.replace("2023", str(2013 + number % 10)).replace(
            "39 512", f"{30 + number % 9} {100 + number % 800}"
        )
        text = text.replace("39512", f"{30 + number % 9}{100 + number % 800}").replace("nr. 1", f"nr. {1 + number % 8}")
        made.append(text)
        size += len(text.encode())
    return made


def sources(texts: Sequence[str]) -> list[SourceFile]:
    """The texts as files."""
    return [SourceFile(f"letter-{n}.txt", text.encode(), f"letter-{n}", DAY) for n, text in enumerate(texts)]


def baseline(files: Iterable[SourceFile]) -> int:
    """The four regexes over the same files; the number of matches."""
    return sum(len(regex.findall(file.data.decode())) for file in files for regex in BASELINE)


def timed(work: Callable[[], int]) -> tuple[float, int]:
    """Seconds of processor time, and what the work found."""
    gc.collect()
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def process(texts: Sequence[str]) -> tuple[float, int]:
    """Seconds of processor time of `ctgraph extract` on the texts as one file, and the records it prints."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "letters.txt"
        file.write_text("\n\n".join(texts), encoding="utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "ctgraph", "extract", str(file), "--data", place]
        printed = subprocess.run(command, check=True, capture_output=True).stdout
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, printed.count(b"\n{")


def compare(way: Way, name: str, texts: Sequence[str], rounds: int) -> None:
    """Print the speed of each candidate on one corpus, in turns."""
    many, one = sources(texts), sources(["\n\n".join(texts)])
    size = sum(len(file.data) for file in many) / MEGABYTE
    candidates: dict[str, Callable[[], tuple[float, int]]] = {
        "four regexes": lambda: timed(lambda: baseline(many)),
        "many documents": lambda: timed(lambda: way.run(many)),
        "one document": lambda: timed(lambda: way.run(one)),
        "ctgraph extract": lambda: process(texts),
    }
    seconds: dict[str, list[float]] = {candidate: [] for candidate in candidates}
    found: dict[str, int] = {}
    for _ in range(rounds):
        for candidate, work in candidates.items():
            spent, found[candidate] = work()
            seconds[candidate].append(spent)
    first = statistics.median(seconds["four regexes"])
    print(f"{name}: {size:.2f} MB, {len(many)} texts, {rounds} rounds in turns, medians of processor time")
    for candidate, spent_all in seconds.items():
        spent = statistics.median(spent_all)
        times = f"{spent / first:8.1f} x the time of the regexes"
        print(f"  {candidate:16}{size / spent:8.2f} MB/s{times}{found[candidate]:9} found")


def linear(way: Way, name: str, texts: Sequence[str]) -> None:
    """Print time and memory of files of growing size, which twice the text should double, and of all as documents."""
    for part in SIZES:
        alone(way, name, sources(["\n\n".join(texts[: len(texts) * part // SIZES[-1]])]))
    alone(way, name, sources(texts))


def alone(way: Way, name: str, files: Sequence[SourceFile]) -> None:
    """Print the time and the peak memory of reading files, in a process of its own that has the register at hand."""
    # Forked, so that nothing is loaded anew; and anew for each, so that no peak is another's.
    forked = get_context("fork")
    receiver, sender = forked.Pipe(duplex=False)
    reader = forked.Process(target=_measured, args=(way, files, sender))
    reader.start()
    spent, found, peak = receiver.recv()
    reader.join()
    size = sum(len(file.data) for file in files) / MEGABYTE
    print(
        f"{name:10}{len(files):6} documents{size:8.2f} MB{found:9} found{spent:8.2f} s{size / spent:8.2f} MB/s"
        f"{len(files) / spent:8.1f} documents/s{peak:7.0f} MB at most",
        flush=True,
    )


def _measured(way: Way, files: Sequence[SourceFile], sender: Connection) -> None:
    spent, found = timed(lambda: way.run(files))
    sender.send((spent, found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


class Clock:
    """Adds up the time of named steps."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def step(self, name: str, work: Callable[..., T], *inputs: object) -> T:
        """Run a step and return what it returns."""
        start = time.perf_counter()
        result = work(*inputs)
        self.spent[name] = self.spent.get(name, 0.0) + time.perf_counter() - start
        return result


def layers(way: Way, texts: Sequence[str]) -> None:
    """Print where the time of one pass over many documents goes."""
    clock = Clock()
    for source in sources(texts):
        document = clock.step("text", way.document, source)
        pages = clock.step("scan", _pages, way, document)
        defined = clock.step("definitions of laws", laws.law_definitions, pages)
        for page in pages:
            for extractor in EXTRACTORS:
                clock.step(extractor.__name__, _drained, extractor, page)
            clock.step("laws", _drained, laws.find_laws, page, defined)
            days = clock.step("dates", _drained, dates.find_dates, page)
            clock.step("debates", _drained, debates.find_debates, page, sorted(days, key=attrgetter("start")))
        mentions = clock.step("reading as a whole", read_mentions, document, way.scanner)
        account = clock.step("link", link_named, document, mentions, way.knowledge)
        clock.step("records", records, account)
    whole = sum(clock.spent[name] for name in ("text", "reading as a whole", "link", "records"))
    for name, seconds in sorted(clock.spent.items(), key=lambda item: -item[1]):
        print(f"{name:20}{seconds:8.3f} s{seconds / whole:8.1%}")


def _drained(finder: Callable[..., Iterable[Mention]], *inputs: object) -> list[Mention]:
    return list(finder(*inputs))


def _pages(way: Way, document: Document) -> list[Page]:
    return [
        way.scanner.page(document, document.body),
        *[way.scanner.page(document, note.flow, note.number) for note in document.notes],
    ]


def profile(way: Way, texts: Sequence[str]) -> None:
    """Print the functions in which most time is spent."""
    profiler = cProfile.Profile()
    profiler.runcall(way.run, sources(texts))
    pstats.Stats(profiler).strip_dirs().sort_stats("tottime").print_stats(20)


def main() -> None:
    """Run what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", choices=("specimen", "letter", "papers"), help="this one only")
    parser.add_argument("--megabytes", type=float, default=5.0)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--linear", action="store_true", help="print time and memory of 1 to 20 MB")
    parser.add_argument("--layers", action="store_true", help="tell where the time of one pass goes")
    parser.add_argument("--profile", action="store_true", help="tell which functions the time goes to")
    options = parser.parse_args()
    way = Way(gazetteer(load_register(folder("register"))))
    # As `ctgraph extract` does: no cycles are made, and looking for them costs a fifth of the time.
    gc.disable()
    for name, texts in corpora(SIZES[-1] if options.linear else options.megabytes).items():
        if options.corpus not in (None, name):
            continue
        if options.linear:
            linear(way, name, texts)
        if options.layers:
            layers(way, texts)
        if options.profile:
            profile(way, texts)
        if not (options.linear or options.layers or options.profile):
            compare(way, name, texts, options.rounds)


if __name__ == "__main__":
    main()
