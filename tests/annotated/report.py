"""The page docs/reading.md: the figures of both annotated sets, written by bench/reading.py."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from annotated.composing import stored
from annotated.figures import KINDS, Figures, Reader, evaluate

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "reading.md"


def table(figures: Figures, kinds: Sequence[str] = KINDS) -> str:
    """A table in Markdown: one line a kind."""
    lines = ["| kind | mentions | precision | recall | F1 | 95 % | place alone |", "|---|---:|---:|---:|---:|---|---:|"]
    for kind in kinds:
        tally, (low, high) = figures.tally(kind), figures.interval(kind)
        lines.append(
            f"| {kind} | {tally.expected} | {tally.precision:.3f} | {tally.recall:.3f} | {tally.f1:.3f} "
            f"| {low:.3f}–{high:.3f} | {tally.span_f1:.3f} |"
        )
    return "\n".join(lines)


def page(reader: Reader) -> str:
    """The whole page."""
    return table(evaluate(stored("development"), reader.read))
