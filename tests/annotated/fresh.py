"""Papers written afresh, and real papers of the state: marked by hand before any rule was tried on them.

`unseen/{part}` holds composed papers, whole, marked as `marks.py` tells. `real/{part}.txt` marks real papers that lie
beside this tree, which are not copied: a paper and its day, a stretch by its first words (`*`: all of it), then what
stands in it, with the how-manieth place of these words behind a tab. `mended` is the half that rules were mended with;
`aside` was read once, at the end. Each paragraph is a form of its own, so that figures are drawn by paragraph.

`mended-2` and `aside-2` are a second round, of November 2026: papers of other authors' habits, marked without a look at
the rules or at the papers of the first round; each third paper, by its place alone, is in the half kept aside. `aside-3`
is a third round, all of it kept aside; `mended-4` and `aside-4` are a fourth, `mended-5` and `aside-5` a fifth, each
second paper by name kept aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from annotated.composing import FOLDER, Paper, wrap
from annotated.marks import left_open, marked, unmarked
from annotated.structure import text_of
from scoring import Annotation

PARTS: Final = ("mended", "aside")
"""The half that rules were mended with, and the half kept aside."""
LATER: Final = ("mended-2", "aside-2", "aside-3", "mended-4", "aside-4", "mended-5", "aside-5")
"""Later rounds, in such halves or kept aside whole; nothing reads them unless they are asked for by name."""
_FIRST: Final = re.compile(r"# (\d{4}-\d\d-\d\d) .*\n")
_GROUPS: Final = re.compile(
    r"(?<!\w)(?:VVD|D66|CDA|PvdA|GroenLinks(?:-PvdA)?|GL|SP|ChristenUnie|SGP|PVV|Volt|JA21|BBB|DENK|NSC|"
    r"Groep Van Haga|Partij (?:van de Arbeid|voor de Vrijheid|voor de Dieren)|Nieuw Sociaal Contract)(?!\w)"
)
"""A name of a group is a name, or the address of its members: found or left, both are right."""
_NUMBERED: Final = re.compile(r"stuk(?:ken)? nrs?\. \d+")
"""The number in the name of a motion is a part of that name, and a reference to a paper as well."""


def unseen(part: str) -> list[Paper]:
    """The composed papers of a part, by name."""
    return [
        _composed(file.stem, file.read_text(encoding="utf-8")) for file in sorted((FOLDER / "unseen" / part).iterdir())
    ]


def _composed(name: str, content: str) -> Paper:
    first = _FIRST.match(content)
    if first is None:
        raise ValueError(f"{name}: the first line is no `# YYYY-MM-DD whence`")
    text, found = unmarked(content[first.end() :])
    if "wrapped" in first[0]:
        text = wrap(text)
        found = [replace(item, text=text[item.start : item.end]) for item in found]
    breaks = [0, *(gap.end() for gap in re.finditer(r"\n\n", text)), len(text)]
    forms = tuple((start, end, f"{name}-{n}") for n, (start, end) in enumerate(pairwise(breaks), 1))
    return Paper(name, date.fromisoformat(first[1]), text, _whole(text, found), forms)


def real(part: str) -> list[Paper]:
    """The real papers of a part, with the stretches that are marked."""
    content = (FOLDER / "real" / f"{part}.txt").read_text(encoding="utf-8")
    return [_real(block) for block in content.split("= ")[1:]]


def _real(block: str) -> Paper:
    head, *stretches = block.strip().split("\n> ")
    name, day = head.split()
    text = text_of(name)
    expected: list[Annotation] = []
    forms: list[tuple[int, int, str]] = []
    for stretch in stretches:
        first, *marks = stretch.split("\n")
        start, end = _stretch(text, first)
        forms += _paragraphs(text, start, end, name)
        expected += [_placed(text, mark, start, end) for mark in marks]
    return Paper(
        name, date.fromisoformat(day), text, _whole(text, [*expected, *left_open(text, expected)]), tuple(forms)
    )


def _stretch(text: str, first: str) -> tuple[int, int]:
    """A paragraph by its first words."""
    if first == "*":
        return 0, len(text)
    start = 0 if text.startswith(first) else text.index(f"\n\n{first}") + 2
    return start, (text + "\n\n").index("\n\n", start)


def _paragraphs(text: str, start: int, end: int, name: str) -> Iterator[tuple[int, int, str]]:
    breaks = [start, *(gap.end() for gap in re.finditer(r"\n\n", text) if start < gap.end() < end), end]
    return ((one, other, f"{name}-{one}") for one, other in pairwise(breaks))


def _placed(text: str, mark: str, start: int, end: int) -> Annotation:
    value, _, words = mark.partition("|")
    words, _, number = words.partition("\t")
    places = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text[start:end])]
    place = start + places[int(number or 1) - 1]
    return marked(text, value, place, place + len(words))


def _whole(text: str, found: Sequence[Annotation]) -> tuple[Annotation, ...]:
    """What is marked, and what follows from it: the people in the name of a motion, and what may be left."""
    people = [item for item in found if item.type == "person"]
    named = [
        person
        for item in found
        if item.type == "motion_ref"
        for person in _submitters(item)
        if not any(p.start < person.end and person.start < p.end for p in people)
    ]
    loose = [Annotation("organisation", *g.span(), g[0], {"canonical": g[0]}, True) for g in _GROUPS.finditer(text)]
    loose += [
        Annotation("kamerstuk_ref", item.start + n.start(), item.start + n.end(), n[0], {}, True)
        for item in found
        if item.type == "motion_ref"
        for n in _NUMBERED.finditer(item.text)
    ]
    return tuple(sorted([*found, *named, *loose], key=lambda item: (item.start, -item.end, item.type)))


def _submitters(motion: Annotation) -> Iterator[Annotation]:
    names = motion.normalized.get("submitters")
    for name in names if isinstance(names, list) else ():
        at = motion.text.upper().replace("\n", " ").find(name.upper())
        if at >= 0:
            words = motion.text[at : at + len(name)]
            place = Annotation("person", at, at + len(name), words, {"name": name}, motion.optional)
            yield replace(place, start=motion.start + at, end=motion.start + at + len(name))
