"""check: the current release held against its shapes, its texts and the check queries."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from ctgraph import assets
from ctgraph.cli.console import tell
from ctgraph.graph.shapes import Violation
from ctgraph.pipeline import checking
from ctgraph.questions.checks import checks
from ctgraph.settings import Settings
from ctgraph.store import sums
from ctgraph.store.backend import Question
from ctgraph.store.manifest import Withheld
from ctgraph.store.once import ask_once
from ctgraph.store.releases import current


def check_release(settings: Settings) -> int:
    """Print each violation of the shapes, each misquote and each row of the check queries.

    1 if there is one that is no notice. Fields that a thing should have, and sources that differ, are notices.
    """
    release = current(settings)
    sums.check(release)
    found = checking.check_release(release, assets.folder("ontology"))
    _violations(found.violations)
    _misquotes(found.misquotes)
    _withheld(release.manifest.withheld)
    rows = _check_rows(settings, release.path)
    failed, noticed = rows["violation"], rows["notice"]
    _missing(found.recommended)
    broken = len(found.violations) + len(found.misquotes)
    told = f"{broken} violations, {failed} rows of the check queries, {noticed} notices of sources that differ"
    tell(f"Release {release.id}: {told}.")
    return 1 if broken or failed else 0


def _violations(found: Iterable[Violation]) -> None:
    for violation in found:
        where = ", ".join(violation.rows or violation.sources)
        tell(f"{violation.focus} {violation.path} {violation.value}")
        tell(f"  {violation.message_nl}\n  {violation.message_en}\n  {where} · {violation.rule}")


def _misquotes(found: Iterable[checking.Misquote]) -> None:
    for misquote in found:
        stands = "no such text is stored" if misquote.found is None else f"there stands «{misquote.found[:80]}»"
        tell(f"{misquote.passage} «{misquote.quoted[:80]}»\n  De passage staat niet zo in de tekst.")
        tell(f"  The passage does not stand so in the text: {stands}")


def _withheld(found: Iterable[Withheld]) -> None:
    for withheld in found:
        tell(f"Withheld by the build: {withheld.about} ({withheld.source})\n  {withheld.nl}\n  {withheld.en}")


def _missing(found: Iterable[Violation]) -> None:
    """Fields that things should have: how often each is missing, since a graph of real sources misses many."""
    counts = Counter((v.message_nl, v.message_en) for v in found)
    for (dutch, english), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        tell(f"Recommended, missing {count} times: {dutch} / {english}")


def _check_rows(settings: Settings, release: Path) -> dict[str, int]:
    """Print the rows of every check query; their numbers by level."""
    counts = {"violation": 0, "notice": 0}
    for name, rule in checks(assets.folder("queries")).items():
        answer = b"".join(ask_once(settings, release, _question(settings, rule.text)))
        rows = list(csv.reader(io.StringIO(answer.decode(), newline="")))[1:]
        mark = "notice: " if rule.level == "notice" else ""
        for row in rows:
            tell(f"{mark}{name}: {' '.join(row)}\n  {rule.rule.nl}\n  {rule.rule.en}")
        counts[rule.level] += len(rows)
    return counts


def _question(settings: Settings, text: str) -> Question:
    return Question(text, "select", "text/csv", settings.limits.max_seconds)
