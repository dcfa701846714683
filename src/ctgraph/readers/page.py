"""Pages of officielebekendmakingen.nl in HTML, read by their elements; what stands around the paper is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from ctgraph.errors import InputError
from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers.official_metadata import properties
from ctgraph.readers.official_paper import Paper, intake, printed_header
from ctgraph.readers.official_xml import Element, parse_page
from ctgraph.readers.setting import Block, Joint, Mark, Run, Words, set_text, tidy

READER = "html"

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LINES = frozenset({"p", "dt", "dd", "caption", "figcaption", "blockquote", "pre", "legend"})
_HOLDERS = frozenset(
    "html body div section article main ul ol dl li table thead tbody tfoot tr td th figure center form".split()
)
_SILENT = frozenset(
    "script style noscript nav footer aside head title link meta img svg button input select iframe object colgroup "
    "col hr".split()
)
_BLOCKS = _HEADINGS | _LINES | _HOLDERS
_AROUND = frozenset({"toc", "note-close"})
"""Classes of what the site adds to the paper: its table of contents, the button that closes a note."""
_TOGETHER = frozenset({"alineagroep", "ondertekening"})
_TITLES = frozenset({"dossiertitel", "kamervraagomschrijving_kop"})
"""Classes of headings that head no section: they name the dossier, or what is asked and answered."""
_NUMBER = "nootnum"


def read_page(source: SourceFile, papers: Mapping[str, PaperFact]) -> Intake:
    """Read a page; raises InputError for what is no page of a paper."""
    root = parse_page(source)
    said = properties(root.iter("meta"))
    paper = next(iter(root.xpath("//*[@id='broodtekst']")), None)
    if paper is None and not said.id:
        reason = "it is no page of a paper: it has neither its id nor its text where officielebekendmakingen puts them"
        raise InputError(source.path, reason, "Save the paper itself, or its text")
    page = _Page(root)
    made = set_text(page.blocks(paper if paper is not None else root))
    return intake(source, papers, Paper(READER, said, made, printed_header(made.text), page.unknown))


class _Page:
    """Makes blocks of a page. Notes stand below the paper; their marks lead to them by id, else by number."""

    def __init__(self, root: Element) -> None:
        self.unknown: Counter[str] = Counter()
        self._in_note = False
        self._read: set[Element] = set()
        self._notes: dict[str, Element] = {}
        for note in root.iter("div", "li"):
            if _has_class(note, "noot", "voetnoot"):
                for key in (note.get("id", ""), *_numbers(note)):
                    self._notes.setdefault(key, note)

    def blocks(self, element: Element, joint: Joint = "paragraph") -> list[Block]:
        """The blocks of an element; `joint` stands between them."""
        if element.tag == "tr":
            return self._row(element)
        made: list[Block] = []
        heading = element.tag in _HEADINGS and not _has_class(element, *_TITLES)
        for part in self._parts(element):
            if isinstance(part, tuple):
                made.append(Block(part, joint if made else "paragraph", heading))
            elif not self._is_around(part):
                made.extend(self.blocks(part, "line" if _has_class(part, *_TOGETHER) else "paragraph"))
        close = element.tag in ("ul", "ol", "table", "dl", "li") or _has_class(element, *_TOGETHER)
        made = [b.joined("line") if close and i and b.joint == "paragraph" else b for i, b in enumerate(made)]
        return [made[0].joined("paragraph"), *made[1:]] if made and element.tag == "table" else made

    def _is_around(self, element: Element) -> bool:
        note = _has_class(element, "noot", "voetnoot") and element.tag in ("div", "li")
        return note or element.tag in _SILENT or _has_class(element, *_AROUND)

    def _row(self, row: Element) -> list[Block]:
        made: list[Block] = []
        for index, cell in enumerate(row.iterchildren("td", "th")):
            blocks = self.blocks(cell) or [Block(())]
            made.append(blocks[0].joined("cell" if index else "line"))
            made.extend(block.joined("space") for block in blocks[1:])
        while made and not made[-1].runs:
            made.pop()
        return made

    def _parts(self, element: Element) -> Iterator[tuple[Run, ...] | Element]:
        """The stretches of words, tidied, and the blocks of an element, in turn."""
        line: list[Run] = [Words(element.text)] if element.text else []
        for child in element:
            if child.tag in _BLOCKS or _holds_blocks(child):
                if runs := tidy(line):
                    yield runs
                yield child
                line = []
            else:
                line.extend(self._run(child))
            if child.tail:
                line.append(Words(child.tail))
        if runs := tidy(line):
            yield runs

    def _run(self, element: Element) -> Iterator[Run]:
        if element.tag in _SILENT or _has_class(element, *_AROUND):
            return
        if element.tag == "br":
            yield Words(" ")
        elif _has_class(element, _NUMBER):
            # A link is a mark; what is none is the number that a note bears itself.
            if element.tag == "a":
                yield self._mark(element)
        else:
            if element.text:
                yield Words(element.text)
            for child in element:
                yield from self._run(child)
                if child.tail:
                    yield Words(child.tail)

    def _mark(self, element: Element) -> Mark:
        """A mark, the first with the text of its note; one inside a note has none, so that no note leads to another."""
        number = _text(element)
        note = self._notes.get(element.get("href", "").lstrip("#"), self._notes.get(number))
        if note is None or note in self._read or self._in_note:
            return Mark(number)
        self._read.add(note)
        self._in_note = True
        blocks = tuple(self.blocks(note))
        self._in_note = False
        return Mark(number, blocks)


def _numbers(note: Element) -> Iterator[str]:
    for inner in note.iterdescendants():
        if _has_class(inner, _NUMBER):
            yield inner.get("id", "")
            yield _text(inner)
            return


def _text(element: Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())


def _has_class(element: Element, *names: str) -> bool:
    return not {*names}.isdisjoint(element.get("class", "").split())


def _holds_blocks(element: Element) -> bool:
    return any(inner.tag in _BLOCKS for inner in element.iterdescendants())
