"""What a reader makes of the annotated papers, counted by kind and by form, and drawn again for intervals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import add
from random import Random
from typing import Final

from annotated.composing import Paper
from ctgraph.assets import folder
from ctgraph.export.annotations import records
from ctgraph.extract.reading import read_mentions, scanner
from ctgraph.link.account import link
from ctgraph.link.knowledge import Knowledge
from ctgraph.model.source import SourceFile
from ctgraph.pipeline.gazetteer import gazetteer
from ctgraph.readers import read_document
from ctgraph.sources.register import load_register
from scoring import CLAIMS, TYPES, Annotation, Error, Tally, annotation, meet, score

KINDS: Final = tuple(kind for kind in (*TYPES, *CLAIMS) if kind != "footnote")
"""The kinds that the annotated sets hold."""
_DRAWS: Final = 1000
_SEED: Final = 20

Read = Callable[[Paper], Sequence[tuple[Annotation, str, float]]]
"""What is found in a paper, each with the rule that read it and its confidence."""


class Reader:
    """Reading and linking against the register that is shipped."""

    def __init__(self) -> None:
        known = gazetteer(load_register(folder("register")))
        self._papers = known.papers
        self._scanner = scanner(known)
        self._knowledge = Knowledge(known)

    def read(self, paper: Paper) -> list[tuple[Annotation, str, float]]:
        """The records of a paper, told only its name and day."""
        source = SourceFile(f"{paper.name}.txt", paper.text.encode(), paper.name, paper.day)
        document = read_document(source, self._papers)
        made = records(link(document, read_mentions(document, self._scanner), self._knowledge))
        return [(annotation(item), str(item.get("rule", "")), float(str(item.get("confidence", 0)))) for item in made]


@dataclass
class Figures:
    """Tallies by kind and form, and how often each rule was right."""

    tallies: dict[str, dict[str, Tally]] = field(default_factory=dict)
    right: Counter[tuple[str, float]] = field(default_factory=Counter)
    wrong: Counter[tuple[str, float]] = field(default_factory=Counter)

    def tally(self, kind: str) -> Tally:
        """The whole of a kind."""
        return reduce(add, self.tallies.get(kind, {}).values(), Tally())

    def interval(self, kind: str) -> tuple[float, float]:
        """The middle 95 % of the F1 over draws of the forms; the same draws each time."""
        by_form = [tally for _, tally in sorted(self.tallies.get(kind, {}).items())]
        random = Random(_SEED)
        drawn = sorted(
            reduce(add, random.choices(by_form, k=len(by_form)), Tally()).f1 for _ in range(_DRAWS if by_form else 0)
        )
        return (drawn[_DRAWS // 40], drawn[-_DRAWS // 40 - 1]) if drawn else (1.0, 1.0)


def evaluate(papers: Iterable[Paper], read: Read) -> Figures:
    """Read the papers and count."""
    figures = Figures()
    for paper in papers:
        found = read(paper)
        ruled = {(item.type, item.start, item.end): (rule, confidence) for item, rule, confidence in found}
        for start, end, form in paper.forms:
            wanted = [item for item in paper.expected if start <= item.start < end]
            given = [item for item, _, _ in found if start <= item.start < end]
            for kind in KINDS:
                tally, differences = score(wanted, given, kind)
                if tally.expected or tally.found:
                    of_kind = figures.tallies.setdefault(kind, {})
                    of_kind[form] = of_kind.get(form, Tally()) + tally
                _count_rules(figures, wanted, [g for g in given if g.type == kind], differences, ruled)
    return figures


def _count_rules(
    figures: Figures,
    wanted: Sequence[Annotation],
    given: Sequence[Annotation],
    differences: Sequence[Error],
    ruled: Mapping[tuple[str, int, int], tuple[str, float]],
) -> None:
    """What meets nothing but optional annotations is neither right nor wrong."""
    missed = {(e.found.start, e.found.end) for e in differences if e.found}
    for item in given:
        rule = ruled[item.type, item.start, item.end]
        if (item.start, item.end) in missed:
            figures.wrong[rule] += 1
        elif any(w.type == item.type and not w.optional and meet(w, item) for w in wanted):
            figures.right[rule] += 1


def errors(papers: Iterable[Paper], read: Read, kind: str) -> list[str]:
    """The differences of a kind in words, one for each form and sort of difference."""
    shown: dict[tuple[str, str, str], str] = {}
    for paper in papers:
        found = [item for item, _, _ in read(paper)]
        for start, end, form in paper.forms:
            wanted = [item for item in paper.expected if start <= item.start < end]
            given = [item for item in found if start <= item.start < end]
            for error in score(wanted, given, kind)[1]:
                sort = "missed" if error.found is None else "too much" if error.expected is None else "other value"
                label = error.expected.text if error.expected else error.found.text if error.found else ""
                key = (form, sort, label[:4])
                shown.setdefault(
                    key, f"{kind} {paper.name} {form} {sort}: {_words(error.expected)} {_words(error.found)}"
                )
    return [line for _, line in sorted(shown.items())]


def _words(item: Annotation | None) -> str:
    return f"{item.text!r} {dict(item.normalized)}" if item else "-"
