"""The marks in the forms: what a stretch of a text is and what it means, written around its words.

    [K kst-29754-645|Kamerstuk 29 754, nr. 645]      [M? Bikker;kst-35917-14|deze motie]

A letter for the type, `?` where the annotation is optional, values split by `;` and lists by `,`, then the words.
A law may end with other names that say the same: `[L Penitentiaire beginselenwet;;Pbw|Pbw]`.
Marks nest. Names of groups and chambers, and the word "motie" outside a mark, are optional without one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from annotated.names import LAWS
from scoring import Annotation, Values

# "[K? value|"; not "[sic]": a mark has a bar before any closing bracket.
_OPEN: Final = re.compile(r"\[([A-Z]a?)(\??)(?: ([^|\[\]]*))?\|")
# What the guidelines leave to the reader: groups in brackets, chambers in addresses, the bare word "motie".
_CHAMBER: Final = re.compile(r"(?<!\w)(?:Tweede|Eerste) Kamer(?: der Staten-Generaal)?(?!\w)")
_MOTION: Final = re.compile(r"(?<!\w)(?:(?:[Dd]eze|[Dd]ie|[Dd]e|[Ee]en|twee) )?(?:[Mm]oties?|MOTIE)(?!\w)")


def _list(value: str) -> list[str]:
    return [item for item in value.split(",") if item]


def _given(**values: object) -> Values:
    return {name: value for name, value in values.items() if value not in ("", [])}


def _fields(value: str, count: int) -> list[str]:
    return [*value.split(";"), *[""] * count][:count]


def _paper(value: str) -> Values:
    return {"ids": _list(value)}


def _attachment(value: str) -> Values:
    return {"ids": _list(value), "attachment": True}


def _one(value: str) -> Values:
    return {"id": value}


def _act(value: str) -> Values:
    celex, articles = _fields(value, 2)
    return _given(celex=celex, articles=_list(articles))


def _law(value: str) -> Values:
    law, articles, also = _fields(value, 3)
    return _given(law=law, also=[*_list(LAWS.get(law, "")), *_list(also)], articles=_list(articles))


def _date(value: str) -> Values:
    edtf, *accept = value.split()
    return _given(edtf=edtf, accept=accept)


def _person(value: str) -> Values:
    name, party = _fields(value, 2)
    return _given(name=name, party=party)


def _body(value: str) -> Values:
    return {"canonical": value}


def _motion(value: str) -> Values:
    names, paper = _fields(value, 2)
    return _given(submitters=_list(names), kamerstuk=paper)


def _debate(value: str) -> Values:
    kind, day = _fields(value, 2)
    return _given(kind=kind, date=day)


def _commitment(value: str) -> Values:
    kind, day, debate = _fields(value, 3)
    return _given(kind=kind, date=day, debate=debate)


def _response(value: str) -> Values:
    motion, status = _fields(value, 2)
    return _given(motion=motion, status=status)


def _announcement(value: str) -> Values:
    return {}


def _measure(value: str) -> Values:
    return {"kind": value}


KINDS: Final[Mapping[str, tuple[str, Callable[[str], Values]]]] = {
    "K": ("kamerstuk_ref", _paper),
    "Ka": ("kamerstuk_ref", _attachment),
    "H": ("handelingen_ref", _paper),
    "S": ("staatsblad_ref", _one),
    "E": ("ecli_ref", _one),
    "U": ("eu_ref", _act),
    "L": ("law_ref", _law),
    "D": ("date", _date),
    "P": ("person", _person),
    "O": ("organisation", _body),
    "M": ("motion_ref", _motion),
    "B": ("debate", _debate),
    "C": ("commitment", _commitment),
    "R": ("response", _response),
    "A": ("announcement", _announcement),
    "X": ("measure", _measure),
}
"""The type of each letter, and how its values are read."""


def unmarked(marked: str) -> tuple[str, list[Annotation]]:
    """The words without marks, and the annotations by place; raises `ValueError` where a mark is not closed."""
    words: list[str] = []
    length = position = 0
    opened: list[tuple[str, bool, str, int]] = []
    spans: list[tuple[str, bool, str, int, int]] = []
    while position < len(marked):
        mark = _OPEN.match(marked, position)
        if mark:
            opened.append((mark[1], bool(mark[2]), mark[3] or "", length))
            position = mark.end()
        elif marked[position] == "]" and opened:
            letter, optional, value, start = opened.pop()
            spans.append((letter, optional, value, start, length))
            position += 1
        else:
            words.append(marked[position])
            length += 1
            position += 1
    if opened:
        raise ValueError(f"a mark is not closed: {marked!r}")
    text = "".join(words)
    found = [_annotation(text, *span) for span in spans]
    return text, sorted([*found, *left_open(text, found)], key=lambda item: (item.start, -item.end, item.type))


def marked(text: str, mark: str, start: int, end: int) -> Annotation:
    """The annotation of a mark that stands apart from the text: `K? kst-29754-645`, and where its words are."""
    letter, _, value = mark.partition(" ")
    return _annotation(text, letter.rstrip("?"), letter.endswith("?"), value, start, end)


def _annotation(text: str, letter: str, optional: bool, value: str, start: int, end: int) -> Annotation:
    kind, read = KINDS[letter]
    normalized = {**read(value), **({"name": text[start:end]} if letter == "X" else {})}
    return Annotation(kind, start, end, text[start:end], normalized, optional)


def left_open(text: str, found: Sequence[Annotation]) -> Iterator[Annotation]:
    """What a reader may find or leave: chambers, bare motions, and promises that are announcements or the reverse."""
    motions = [item for item in found if item.type == "motion_ref"]
    for chamber in _CHAMBER.finditer(text):
        yield Annotation("organisation", *chamber.span(), chamber[0], {"canonical": chamber[0]}, True)
    for motion in _MOTION.finditer(text):
        if not any(item.start <= motion.end() - 1 < item.end for item in motions):
            yield Annotation("motion_ref", *motion.span(), motion[0], {"submitters": []}, True)
    for item in found:
        if item.type == "announcement":
            yield Annotation("commitment", item.start, item.end, item.text, {"kind": "new"}, True)
        if item.type == "commitment":
            yield Annotation("announcement", item.start, item.end, item.text, {}, True)
