"""The page docs/reading.md: the figures of both annotated sets, written by bench/reading.py."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from annotated import fresh, naive, others, structure
from annotated.composing import PARTS, stored
from annotated.figures import KINDS, Figures, Reader, evaluate
from scoring import Tally

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "reading.md"
_INTRODUCTION: Final = """# How well papers are read

Written by `python bench/reading.py --write`; a test fails when it is stale.

Two sets of papers lie in `tests/annotated`: letters, motions, debate reports, agendas, memoranda, questions. They are
composed of sentences in the official forms, marked by hand with what they hold before any rule was tried on them. The
rules were written with the development set in view; the sentences of the set held out are others. Each sentence is
used ten times with other names, numbers, days and line ends, so the intervals are drawn by sentence (1,000 seeded
draws with replacement), and a copy is no new evidence. A value counts as right when place and value both are.

The figures tell how these wordings are read; papers word things in more ways. Where all is right in few sentences the
interval closes on 1, which says little: look at the number of sentences.

So papers were written afresh, whole ones of sixteen kinds, and real papers of the state were marked, before their
writer looked at a rule: one half to mend the rules with, for the kind and never for the example, the other kept aside
and read once, at the end. There a paragraph counts as a sentence, and each stands there once. What the rules did not
know before is in the figures of the half kept aside; that of the mended half tells only what has been mended. A few
papers were added to that half later.

What papers of other writers told since, each read once before anybody had looked, stands with them: [the second](../tests/annotated/unseen/second-round.md), [the
third](../tests/annotated/unseen/third-round.md), [the fourth](../tests/annotated/unseen/fourth-round.md) and [the fifth
round](../tests/annotated/unseen/fifth-round.md). For how a paper is read that nobody has seen, look at the last of them.
"""
_FEW: Final = 8
_RULES: Final = """
## How often each rule is right

Every mention carries its rule and a confidence. Right and wrong are counted on all these sets together, against what
the sentences are marked with; what may be found or left counts on neither side.
"""


def table(figures: Figures, kinds: Sequence[str] = KINDS, beside: Figures | None = None) -> str:
    """A table in Markdown: one line a kind; the last column is the F1 of other figures."""
    head = "| kind | mentions | sentences | precision | recall | F1 | 95 % | place alone |"
    line = "|---|---:|---:|---:|---:|---:|---|---:|"
    lines = [head + (" regexes F1 |" if beside else ""), line + ("---:|" if beside else "")]
    for kind in kinds:
        tally, (low, high) = figures.tally(kind), figures.interval(kind)
        sentences = sum(t.expected > 0 for t in figures.tallies.get(kind, {}).values())
        cells = [kind, str(tally.expected), str(sentences)]
        cells += [f"{tally.precision:.3f}", f"{tally.recall:.3f}", f"{tally.f1:.3f}", f"{low:.3f}–{high:.3f}"]
        cells += [f"{tally.span_f1:.3f}", *([f"{beside.tally(kind).f1:.3f}"] if beside else [])]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join([*lines, _all(figures, kinds, beside)])


def _all(figures: Figures, kinds: Sequence[str], beside: Figures | None) -> str:
    """The last line of a table: all kinds together."""
    tally = sum((figures.tally(kind) for kind in kinds), Tally())
    cells = ["all", str(tally.expected), "", f"{tally.precision:.3f}", f"{tally.recall:.3f}", f"{tally.f1:.3f}", ""]
    cells.append(f"{tally.span_f1:.3f}")
    if beside:
        cells.append(f"{sum((beside.tally(kind) for kind in kinds), Tally()).f1:.3f}")
    return "| " + " | ".join(cells) + " |"


def composed(reader: Reader) -> str:
    """The part of the page that needs nothing but this tree."""
    parts = [_INTRODUCTION]
    all_figures: list[Figures] = []
    for part in PARTS:
        papers = stored(part)
        figures = evaluate(papers, reader.read)
        all_figures.append(figures)
        beside = evaluate(papers, naive.read)
        parts.append(f"\n## The set {part}: {len(papers)} papers\n\n{table(figures, beside=beside)}\n")
    for part in fresh.PARTS:
        papers = fresh.unseen(part)
        figures = evaluate(papers, reader.read)
        all_figures.append(figures)
        beside = evaluate(papers, naive.read)
        title = f"## Papers written afresh, the half {part}: {len(papers)} papers"
        parts.append(f"\n{title}\n\n{table(figures, beside=beside)}\n")
    return "".join([*parts, _RULES, "\n", _rules(all_figures), "\n"])


def _rules(all_figures: Sequence[Figures]) -> str:
    lines = ["| rule | confidence | right | wrong | share right |", "|---|---:|---:|---:|---:|"]
    for rule, confidence in sorted({key for figures in all_figures for key in (*figures.right, *figures.wrong)}):
        right = sum(figures.right[rule, confidence] for figures in all_figures)
        wrong = sum(figures.wrong[rule, confidence] for figures in all_figures)
        lines.append(f"| `{rule}` | {confidence:.2f} | {right} | {wrong} | {right / (right + wrong):.3f} |")
    return "\n".join(lines)


def real(reader: Reader) -> str:
    """The part of the page that needs the real papers."""
    lines = ["| kind | marked | found | recall | 95 % |", "|---|---:|---:|---:|---|"]
    for kind, (found, marked) in structure.recall(reader).items():
        low, high = structure.wilson(found, marked)
        lines.append(f"| {kind} | {marked} | {found} | {found / marked:.3f} | {low:.3f}–{high:.3f} |")
    return _real_marked(reader) + (
        "\n## Real papers: what their XML marks\n\n168 motions and ten items of proceedings, read as plain text."
        " Their elements mark days, submitters, papers and\nspeakers; each is counted once a paper.\n\n"
        + "\n".join(lines)
        + "\n"
    )


def _real_marked(reader: Reader) -> str:
    """Real papers marked by hand; the marks lie in `tests/annotated/real`, the papers beside this tree."""
    parts: list[str] = []
    for part in fresh.PARTS:
        papers = fresh.real(part)
        lines = table(evaluate(papers, reader.read), beside=evaluate(papers, naive.read))
        parts.append(f"\n## Real papers marked by hand, the half {part}: {len(papers)} papers\n\n{lines}\n")
    return "".join(parts)


def beside(reader: Reader) -> str:
    """The part of the page that needs nllegalcit; it takes a second for four kilobytes, so it reads a few papers."""
    parts = [
        "\n## A few of the papers read by nllegalcit 0.0.4\n\nThe last column is the F1 of ctgraph on the same papers.\n"
    ]
    for part in PARTS:
        papers = [paper for paper in stored(part) if paper.name.startswith("references-")][:_FEW]
        figures, ours = evaluate(papers, others.read), evaluate(papers, reader.read)
        kinds = [kind for kind in others.KINDS if figures.tally(kind).expected]
        lines = table(figures, kinds, beside=ours).replace("regexes F1", "ctgraph F1")
        parts.append(f"\nThe first {len(papers)} papers of references of the set {part}:\n\n{lines}\n")
    for half in fresh.PARTS:
        papers = fresh.unseen(half)
        figures, ours = evaluate(papers, others.read), evaluate(papers, reader.read)
        lines = table(figures, others.KINDS, beside=ours).replace("regexes F1", "ctgraph F1")
        parts.append(f"\nThe papers written afresh, the half {half}:\n\n{lines}\n")
    return "".join(parts)


def page(reader: Reader) -> str:
    """The whole page; what needs papers or a package that are not at hand stays as it is."""
    before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    marked = real(reader) if structure.at_hand() else _section(before, "## Real papers", "## A few of the papers")
    other = beside(reader) if others.at_hand() else _section(before, "## A few of the papers")
    return composed(reader) + marked + other


def _section(page_: str, heading: str, following: str = "## ") -> str:
    """A section as it stands, up to the next heading of its level, or up to the one that follows it."""
    _, mark, rest = page_.partition(f"\n{heading}")
    return mark + rest.partition(f"\n{following}")[0] if mark else ""
