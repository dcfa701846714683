"""What a drill is told and what it tells."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import Struct


class Plan(Struct, frozen=True):
    """How much to do, from which seed, and in which folder; a flood ends after so many minutes, done or not."""

    folder: Path
    queries: int = 100_000
    requests: int = 20_000
    rounds: int = 20
    seed: int = 1
    minutes: float = 600.0
    examples: int = 100


@dataclass(slots=True)
class Report:
    """The figures of a drill, and what should not have been."""

    name: str
    figures: dict[str, object] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def expect(self, holds: bool, otherwise: str) -> None:
        """Note a finding if something does not hold; of the same kind the first twenty are enough."""
        if not holds and len(self.findings) < 20:
            self.findings.append(otherwise[:2_000])

    def lines(self) -> Iterator[str]:
        """The report as Markdown."""
        yield f"### {self.name}: {'as it should be' if not self.findings else f'{len(self.findings)} findings'}"
        yield f"{self.seconds:.0f} s. " + "; ".join(f"{name} {value}" for name, value in self.figures.items())
        yield from (f"- {finding!r}" for finding in self.findings)


@contextmanager
def drill(name: str) -> Iterator[Report]:
    """A report that knows how long it took; it goes to standard error when it ends."""
    report = Report(name)
    began = time.monotonic()
    yield report
    report.seconds = time.monotonic() - began
    sys.stderr.write("\n".join(report.lines()) + "\n\n")
    sys.stderr.flush()
