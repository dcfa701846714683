"""What the XML of real papers marks, and how much of it reading the words alone finds.

The words are taken out of the XML line by line and read as plain text; what an element or the metadata says of them
is what must be found: the day in `datum`, the submitters of the metadata, the papers that `extref` points to, the
speakers of `spreker` with their group. Elements mark only a part of what a text holds, so this is recall.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from math import sqrt
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from annotated.composing import Paper
from annotated.figures import Reader
from ctgraph.link.knowledge import surnames

_REAL: Final = Path(__file__).resolve().parents[3] / "shared" / "data"
_LINES: Final = frozenset(("dossiernummer", "titel", "stuknr", "datumtekst", "al", "kop", "item-titel", "spreker"))
_PAPER: Final = re.compile(r"kst-\d{5}(?:-[IVXLC\d]{1,5})?-(?:\d{1,4}|[A-Z]{1,2})")
Marked = tuple[str, str]
"""A kind, and the value that the structure gives."""


def at_hand() -> bool:
    """Whether the real papers lie beside this tree."""
    return _REAL.exists()


def recall(reader: Reader) -> dict[str, tuple[int, int]]:
    """By kind: how much of what the structure marks was found in the words, and how much it marks."""
    found: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    for file in sorted([*_REAL.glob("motiematcher/kst_xml/*.xml"), *_REAL.glob("handelingen/repaired/*.xml")]):
        root = ElementTree.fromstring(file.read_bytes())
        wanted = set(_marked(root))
        read = set(_read(reader, file.stem, root))
        marked.update(kind for kind, _ in wanted)
        found.update(kind for kind, _ in wanted & read)
    return {kind: (found[kind], marked[kind]) for kind in sorted(marked)}


def wilson(right: int, whole: int) -> tuple[float, float]:
    """The 95 % interval of a share."""
    z, share = 1.96, right / whole
    middle = share + z * z / (2 * whole)
    half = z * sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole))
    return (middle - half) / (1 + z * z / whole), (middle + half) / (1 + z * z / whole)


def text_of(name: str) -> str:
    """The words of a real paper by its id; raises `OSError` where the real papers are not at hand."""
    folder = "handelingen/repaired" if name.startswith("h-") else "motiematcher/kst_xml"
    return _text(ElementTree.fromstring((_REAL / folder / f"{name}.xml").read_bytes()))


def _words(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _text(root: ElementTree.Element) -> str:
    """One line a paragraph; a line of a line is not printed again."""
    lines: list[str] = []
    for element in root.iter():
        if element.tag in _LINES and (words := _words(element)):
            lines.append(words)
    return "\n\n".join(lines)


def _marked(root: ElementTree.Element) -> Iterator[Marked]:
    yield from (("date", iso) for day in root.iter("datum") if (iso := day.get("isodatum")))
    for meta in root.iter("meta"):
        if meta.get("name") == "OVERHEIDop.indiener":
            yield "submitter", _surname(meta.get("content") or "")
    targets = [link.get("doc") or "" for link in root.iter("extref")]
    yield from (("kamerstuk_ref", target) for target in targets if _PAPER.fullmatch(target))
    yield from _speakers(root)


def _speakers(root: ElementTree.Element) -> Iterator[Marked]:
    for speaker in root.iter("spreker"):
        name, group = speaker.find(".//achternaam"), speaker.find(".//politiek")
        if name is not None and group is not None:
            yield "speaker", f"{_surname(_words(name))} {_words(group).lower()}"


def _surname(name: str) -> str:
    return surnames([re.sub(r"\([^)]*\)\s?", "", name)])[0]


def _read(reader: Reader, name: str, root: ElementTree.Element) -> Iterator[Marked]:
    for item, _, _ in reader.read(Paper(name, date(2025, 10, 3), _text(root), (), ())):
        if item.type == "date":
            yield "date", str(item.normalized.get("edtf"))
        elif item.type == "kamerstuk_ref":
            ids = item.normalized.get("ids")
            for each in ids if isinstance(ids, list) else ():
                yield "kamerstuk_ref", str(each)
        elif item.type == "person":
            surname = _surname(str(item.normalized.get("name")))
            yield "submitter", surname
            yield "speaker", f"{surname} {str(item.normalized.get('party', '')).lower()}"
