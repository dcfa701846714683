"""download: official papers and records into a folder that `build` takes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ctgraph.cli.console import progress, tell
from ctgraph.settings import Settings
from ctgraph.sources.official.downloading import download
from ctgraph.sources.official.files import Outcome
from ctgraph.sources.official.orders import read_orders
from ctgraph.sources.official.run import Report


def download_papers(settings: Settings, words: Sequence[str], since: date | None, latest: bool, to: Path | None) -> int:
    """Download and print the summary; 0 if all is there, 3 if something could not be had."""
    orders = read_orders(words, since, latest)
    with progress() as step:
        report = download(orders, to or settings.papers, settings.fetching, step)
    _summary(report)
    return 3 if report.missing else 0


def _summary(report: Report) -> None:
    counts = ", ".join(f"{report.outcomes[outcome]} {outcome}" for outcome in Outcome)
    tell(f"Files there: {report.outcomes.total()} ({counts}). Pages of listings: {report.pages}. In {report.folder}")
    tell(f"Missing: {len(report.missing)}.{' The same command asks for them again.' if report.missing else ''}")
    for missing in report.missing:
        tell(_printable(f"  {missing.path}: {missing.reason} ({missing.address})"))
    if report.earlier:
        tell(f"Missing since earlier downloads into this folder, and not asked for now: {len(report.earlier)}.")


def _printable(line: str) -> str:
    """The line without what would steer a terminal; parts of it were written by a source."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)
