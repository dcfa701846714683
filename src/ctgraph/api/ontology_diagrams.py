"""The pictures of the ontology as inline SVG: the core, laid out by hand, and each module, laid out by rule.

The same ontology gives the same picture. Colours stand in the style sheet; nothing is loaded from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import hypot
from typing import Final

from msgspec import Struct

from ctgraph.api.markup import Markup, element, join
from ctgraph.api.wording import Language
from ctgraph.graph.vocabulary import Term, Words
from ctgraph.namespaces import DEF

CORE_BOXES: Final[Mapping[str, tuple[int, int]]] = {
    "Tenure": (0, 0), "Decision": (1, 0), "Measure": (2, 0), "DossierEntry": (3, 0),
    "Participation": (0, 1), "ParliamentaryInstrument": (1, 1), "Response": (2, 1), "Document": (3, 1),
    "Debate": (0, 2), "Request": (1, 2), "Claim": (2, 2), "Passage": (3, 2),
    "TimeExpression": (0, 3), "Extraction": (2, 3), "Citation": (3, 3),
}  # fmt: skip
"""Where the classes of the core stand: column and row."""

CORE_ARROWS: Final = (
    ("Participation", "inTenure", "Tenure"),
    ("ParliamentaryInstrument", "participation", "Participation"),
    ("Decision", "decidesOn", "ParliamentaryInstrument"),
    ("ParliamentaryInstrument", "madeIn", "Debate"),
    ("ParliamentaryInstrument", "asks", "Request"),
    ("Response", "respondsTo", "ParliamentaryInstrument"),
    ("Response", "fulfilledBy", "Measure"),
    ("Response", "statedObstacle", "Claim"),
    ("Response", "givenIn", "Document"),
    ("Response", "supportedBy", "Passage"),
    ("Claim", "supportedBy", "Passage"),
    ("Claim", "extractedBy", "Extraction"),
    ("Passage", "inDocument", "Document"),
    ("Document", "dossierEntry", "DossierEntry"),
    ("Citation", "citingPassage", "Passage"),
    ("Debate", "onDate", "TimeExpression"),
)
"""The arrows of the core: from a class, by a property, to a class; always between neighbours."""

_WIDTH, _HEIGHT = 248, 54
_ACROSS, _DOWN = 348, 124
_MARGIN = 4
_GAP, _ROW = 330, 30


class _Box(Struct, frozen=True):
    """A box by its left upper corner."""

    x: float
    y: float
    width: float = _WIDTH
    height: float = _HEIGHT

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def edge(self, towards: _Box) -> tuple[float, float]:
        """Where a line from the middle to that of another box leaves this one."""
        (x, y), (to_x, to_y) = self.middle, towards.middle
        across, down = to_x - x, to_y - y
        reach = min(
            self.width / 2 / abs(across) if across else float("inf"),
            self.height / 2 / abs(down) if down else float("inf"),
        )
        return x + across * reach, y + down * reach


def core_diagram(terms: Mapping[str, Term], title: str, language: Language) -> Markup | None:
    """The classes around which the ontology turns; what this ontology lacks is left out, and without any no picture."""
    boxes = {
        name: _Box(_MARGIN + column * _ACROSS, _MARGIN + row * _DOWN)
        for name, (column, row) in CORE_BOXES.items()
        if name in terms
    }
    if not boxes:
        return None
    arrows = [arrow for arrow in CORE_ARROWS if arrow[0] in boxes and arrow[1] in terms and arrow[2] in boxes]
    width = max(box.x for box in boxes.values()) + _WIDTH + _MARGIN
    height = max(box.y for box in boxes.values()) + _HEIGHT + _MARGIN
    drawn = [
        *(_arrow(boxes[start], boxes[end], terms[name], language) for start, name, end in arrows),
        *(_class_box(box, terms[name], language) for name, box in boxes.items()),
    ]
    return _picture("core", title, width, height, drawn)


def module_diagram(terms: Mapping[str, Term], module: str, title: str, language: Language) -> Markup | None:
    """From each class of a module the properties that lead to things, each with the class that it leads to."""
    rows = sorted(
        (_name(term.domain), _name(term.range), term.name)
        for term in terms.values()
        if term.kind == "object" and term.module == module
        if all(each.startswith(DEF) and _name(each) in terms for each in (term.domain, term.range))
    )
    if not rows:
        return None
    drawn = list(_rows(rows, terms, language))
    return _picture(module, title, 2 * _WIDTH + _GAP + 2 * _MARGIN, _bottom(rows) + _MARGIN, drawn)


def _rows(rows: Sequence[tuple[str, str, str]], terms: Mapping[str, Term], language: Language) -> Iterator[Markup]:
    """A box on the left for each class, and for each class that it leads to a box on the right of its arrows."""
    top = float(_MARGIN)
    for start, leading in groupby(rows, key=lambda row: row[0]):
        first, lines = top, []
        for end, properties in groupby(leading, key=lambda row: row[1]):
            names = [row[2] for row in properties]
            height = max(_HEIGHT, len(names) * _ROW) if len(names) > 1 else _HEIGHT
            right = _Box(_MARGIN + _WIDTH + _GAP, top, _WIDTH, height)
            lines += [(name, top + (index + 0.5) * height / len(names)) for index, name in enumerate(names)]
            yield _class_box(right, terms[end], language)
            top += height + 10
        left = _Box(_MARGIN, first, _WIDTH, top - first - 10)
        yield _class_box(left, terms[start], language)
        yield from (_level_arrow(y, terms[name], language) for name, y in lines)
        top += 14


def _bottom(rows: Sequence[tuple[str, str, str]]) -> float:
    """How far down the rows of a module reach."""
    bottom = float(_MARGIN)
    for _, leading in groupby(rows, key=lambda row: row[0]):
        for _, properties in groupby(leading, key=lambda row: row[1]):
            bottom += max(_HEIGHT, len(list(properties)) * _ROW) + 10
        bottom += 14
    return bottom - 24


def _level_arrow(y: float, term: Term, language: Language) -> Markup:
    start, end = _MARGIN + _WIDTH, _MARGIN + _WIDTH + _GAP
    return join([_line(start, y, end, y), _line_label((start + end) / 2, y, term, language, level=True)])


def _arrow(start: _Box, end: _Box, term: Term, language: Language) -> Markup:
    (x, y), (to_x, to_y) = start.edge(end), end.edge(start)
    label = _line_label((x + to_x) / 2, (y + to_y) / 2, term, language, level=y == to_y)
    return join([_line(x, y, to_x, to_y), label])


def _line(x: float, y: float, to_x: float, to_y: float) -> Markup:
    """A line with a head of ten by eight at its end."""
    length = hypot(to_x - x, to_y - y)
    ahead_x, ahead_y = (to_x - x) / length, (to_y - y) / length
    back_x, back_y = to_x - 10 * ahead_x, to_y - 10 * ahead_y
    wing_x, wing_y = -4 * ahead_y, 4 * ahead_x
    wings = f"L{back_x + wing_x:.1f} {back_y + wing_y:.1f}L{back_x - wing_x:.1f} {back_y - wing_y:.1f}z"
    line = element("path", d=f"M{x:.1f} {y:.1f}L{back_x:.1f} {back_y:.1f}", class_="line")
    return join([line, element("path", d=f"M{to_x:.1f} {to_y:.1f}{wings}", class_="head")])


def _line_label(x: float, y: float, term: Term, language: Language, level: bool) -> Markup:
    """The label of a property on its line, with a patch of background behind it; above a level line.

    For there is no more room between two boxes on a row than the label takes.
    """
    label = spoken(term.labels, language)
    if level:
        text = element("text", label, x=f"{x:g}", y=f"{y - 5:g}", text_anchor="middle")
        return element("a", text, href=f"#{term.name}")
    width = 6.6 * len(label) + 8
    patch = element("rect", x=f"{x - width / 2:g}", y=f"{y - 8:g}", width=f"{width:g}", height="16", class_="patch")
    text = element("text", label, x=f"{x:g}", y=f"{y + 4:g}", text_anchor="middle")
    return element("a", patch, text, href=f"#{term.name}")


def _class_box(box: _Box, term: Term, language: Language) -> Markup:
    x, y = box.middle
    size = {"x": f"{box.x:g}", "y": f"{box.y:g}", "width": f"{box.width:g}", "height": f"{box.height:g}"}
    shape = element("rect", rx="6", class_="box", **size)
    words = spoken(term.labels, language)
    label = element("text", words, x=f"{x:g}", y=f"{y - 2:g}", text_anchor="middle", class_="name")
    name = element("text", term.name, x=f"{x:g}", y=f"{y + 15:g}", text_anchor="middle", class_="code")
    return element("a", shape, label, name, href=f"#{term.name}")


def _picture(name: str, title: str, width: float, height: float, drawn: Iterable[Markup]) -> Markup:
    picture = element(
        "svg",
        element("title", title, id=f"picture-{name}"),
        *drawn,
        viewBox=f"0 0 {width:g} {height:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        role="img",
        aria_labelledby=f"picture-{name}",
        class_="diagram",
    )
    return element("div", picture, class_="scroll", tabindex="0", role="region", aria_label=title)


def _name(address: str) -> str:
    return address.removeprefix(DEF)


def spoken(texts: Sequence[Words], language: Language) -> str:
    """The text in a language; if there is none, in another; empty without any."""
    return next((words.text for words in texts if words.language == language), texts[0].text if texts else "")
