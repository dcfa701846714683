"""How fast reading is: five megabytes of letters from text to records, beside four plain regexes.

    python bench/extraction.py [--megabytes 5] [--rounds 5] [--layers] [--profile]

Both run in one process on one core, in turns, so that a noisy machine disturbs them alike; the medians and their
ratio are printed. The letters are copies of the specimen with other numbers and years, once as many documents and once
as one file. `--layers` tells where the time of one pass goes, `--profile` which functions it goes to.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import re
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from ctgraph.assets import folder
from ctgraph.export.annotations import records
from ctgraph.extract import dates, debates, laws
from ctgraph.extract.reading import EXTRACTORS, read_mentions, scanner
from ctgraph.extract.scan import Page, Scanner
from ctgraph.link.account import link
from ctgraph.link.knowledge import Knowledge
from ctgraph.model.document import Document
from ctgraph.model.gazetteer import Gazetteer
from ctgraph.model.mentions import Mention
from ctgraph.model.source import SourceFile
from ctgraph.pipeline.gazetteer import gazetteer
from ctgraph.readers import read_document
from ctgraph.sources.register import load_register

LETTER = Path(__file__).resolve().parents[1] / "tests" / "specimens" / "letter.txt"
DAY = date(2023, 3, 14)
MEGABYTE = 1_000_000
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
            found += len(records(link(document, read_mentions(document, self.scanner), self.knowledge)))
        return found


def copies(megabytes: float) -> list[str]:
    """Copies of the letter with other years, dossiers and numbers, until there are enough bytes."""
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


def compare(way: Way, texts: Sequence[str], rounds: int) -> None:
    """Print the speed of each candidate, in turns."""
    many, one = sources(texts), sources(["\n\n".join(texts)])
    size = sum(len(file.data) for file in many) / MEGABYTE
    candidates: dict[str, Callable[[], int]] = {
        "four regexes": lambda: baseline(many),
        "many documents": lambda: way.run(many),
        "one document": lambda: way.run(one),
    }
    seconds: dict[str, list[float]] = {name: [] for name in candidates}
    found: dict[str, int] = {}
    for _ in range(rounds):
        for name, work in candidates.items():
            spent, found[name] = timed(work)
            seconds[name].append(spent)
    first = statistics.median(seconds["four regexes"])
    print(f"{size:.2f} MB, {len(many)} letters, {rounds} rounds in turns, medians of processor time")
    for name, spent_all in seconds.items():
        spent = statistics.median(spent_all)
        print(f"{name:16}{size / spent:8.2f} MB/s{spent / first:8.1f} x the time of the regexes{found[name]:9} found")


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
        defined = clock.step("laws", laws.law_definitions, pages)
        for page in pages:
            for extractor in EXTRACTORS:
                clock.step(extractor.__name__, _drained, extractor, page)
            clock.step("laws", _drained, laws.find_laws, page, defined)
            days = clock.step("dates", _drained, dates.find_dates, page)
            clock.step("debates", _drained, debates.find_debates, page, sorted(days, key=attrgetter("start")))
        mentions = clock.step("reading as a whole", read_mentions, document, way.scanner)
        account = clock.step("link", link, document, mentions, way.knowledge)
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
    parser.add_argument("--megabytes", type=float, default=5.0)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--layers", action="store_true", help="tell where the time of one pass goes")
    parser.add_argument("--profile", action="store_true", help="tell which functions the time goes to")
    options = parser.parse_args()
    way = Way(gazetteer(load_register(folder("register"))))
    texts = copies(options.megabytes)
    if options.layers:
        layers(way, texts)
    if options.profile:
        profile(way, texts)
    if not options.layers and not options.profile:
        compare(way, texts, options.rounds)


if __name__ == "__main__":
    main()
