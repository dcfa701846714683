"""ODT, the OpenDocument text in which papers are published beside the PDF: its paragraphs, headings, tables and notes.

Opened with suspicion, as every archive: a small file can unpack to a huge one, and a name can point out of its folder.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping

from ctgraph.errors import InputError
from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers.clues import Clues
from ctgraph.readers.official_paper import Paper, intake, printed_header
from ctgraph.readers.official_xml import LARGEST, Element, parse
from ctgraph.readers.publication import Properties
from ctgraph.readers.setting import Block, Mark, Run, Words, set_text, tidy

READER = "odt"
MIMETYPE = "application/vnd.oasis.opendocument.text"

MOST_ENTRIES = 10_000
LARGEST_UNPACKED = 200 * 1024**2
"""Bytes of all entries together."""
HIGHEST_RATIO = 100
"""Unpacked by packed size of an entry; text packs to a tenth, a bomb to a thousandth."""
_SMALL = 100 * 1024
"""Bytes; below it a high ratio does no harm, and an empty table may well have one."""

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_STYLE = f"{{{_TEXT}}}style-name"
_FURNITURE = frozenset({"frillblok"})
"""Styles of what the typesetter of the publisher prints at the foot of a page."""
_HOLDERS = frozenset("text section list list-item list-header table-of-content index-body text-box frame body".split())
_SILENT = frozenset(
    "sequence-decls variable-decls tracked-changes forms table-column table-columns soft-page-break covered-table-cell "
    "bookmark bookmark-start bookmark-end image index-title-template table-of-content-source".split()
)


def is_odt(seen: Clues) -> bool:
    """Whether a file begins as OpenDocument text does: a zip whose first entry, not packed, gives the type."""
    return seen.magic.startswith(b"PK\x03\x04") and (MIMETYPE in seen.start[:120] or seen.suffix == ".odt")


def read_odt(source: SourceFile, papers: Mapping[str, PaperFact]) -> Intake:
    """Read an office file; raises InputError for one that is damaged or hostile."""
    root = parse(source, _content(source))
    text = next(root.iter(f"{{{_OFFICE}}}text"), None)
    if text is None:
        raise InputError(source.path, "it is no OpenDocument text", "Save it as .odt, or give its text")
    walker = _Office()
    made = set_text(walker.blocks(text))
    return intake(source, papers, Paper(READER, Properties(), made, printed_header(made.text), walker.unknown))


def _content(source: SourceFile) -> bytes:
    """The XML of the text, unpacked within limits; raises InputError."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            _refuse_hostile(source, archive.infolist())
            with archive.open("content.xml") as entry:
                # One byte more than the size that the entry claims shows a lie.
                data = entry.read(LARGEST + 1)
    except (zipfile.BadZipFile, KeyError, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise InputError(source.path, f"it is no whole office file ({error})", "Fetch it again") from error
    if len(data) > LARGEST:
        raise InputError(source.path, f"its text unpacks to more than {LARGEST} bytes", "Leave it out")
    return data


def _refuse_hostile(source: SourceFile, entries: list[zipfile.ZipInfo]) -> None:
    advice = "Leave it out: no publisher makes such files"
    if len(entries) > MOST_ENTRIES:
        raise InputError(source.path, f"the archive has {len(entries)} entries, more than {MOST_ENTRIES}", advice)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > LARGEST_UNPACKED:
        raise InputError(source.path, f"the archive unpacks to {unpacked} bytes", advice)
    for entry in entries:
        parts = entry.filename.replace("\\", "/").split("/")
        if ".." in parts or entry.filename.startswith(("/", "\\")) or ":" in parts[0]:
            raise InputError(source.path, f"the archive has an entry outside itself: {entry.filename[:80]!r}", advice)
        if entry.file_size > _SMALL and entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1):
            raise InputError(
                source.path, f"{entry.filename[:80]!r} unpacks to over {HIGHEST_RATIO} times its size", advice
            )


class _Office:
    """Makes blocks of the elements of an OpenDocument text."""

    def __init__(self) -> None:
        self.unknown: Counter[str] = Counter()

    def blocks(self, element: Element) -> list[Block]:
        """The blocks of an element that holds others."""
        return [block for child in element for block in self._block(child)]

    def _block(self, element: Element) -> list[Block]:
        name = _local(element)
        if name in ("p", "h"):
            return self._paragraph(element, heading=name == "h")
        if name == "table":
            return self._table(element)
        if name == "list":
            blocks = self.blocks(element)
            return [block.joined("line") if index else block for index, block in enumerate(blocks)]
        if name in _SILENT:
            return []
        if name not in _HOLDERS:
            self.unknown[name] += 1
        return self.blocks(element)

    def _paragraph(self, element: Element, heading: bool) -> list[Block]:
        """A paragraph; frames that hang in it follow it."""
        runs = tidy([*self._runs(element)])
        furniture = element.get(_STYLE, "") in _FURNITURE
        made = [Block(runs, "paragraph", heading, furniture)] if runs else []
        for frame in _outermost(element, f"{{{_DRAW}}}text-box"):
            made.extend(self.blocks(frame))
        return made

    def _table(self, table: Element) -> list[Block]:
        """Rows as lines, cells with tabs between them; the table of the paper's banner is furniture."""
        banner = table.get(f"{{{_TABLE}}}name", "").endswith(".kop")
        made: list[Block] = []
        for row in _outermost(table, f"{{{_TABLE}}}table-row"):
            cells = [self.blocks(cell) for cell in row.iterchildren(f"{{{_TABLE}}}table-cell")]
            while cells and not cells[-1]:
                cells.pop()
            for index, cell in enumerate(cells):
                first, *rest = cell or [Block(())]
                made.append(first.joined("cell" if index else "line" if made else "paragraph"))
                made.extend(block.joined("space") for block in rest)
        return [Block(b.runs, b.joint, False, True) if banner else b for b in made]

    def _runs(self, element: Element) -> Iterator[Run]:
        if element.text:
            yield Words(element.text)
        for child in element:
            yield from self._run(child)
            if child.tail:
                yield Words(child.tail)

    def _run(self, element: Element) -> Iterator[Run]:
        name = _local(element)
        if name in ("s", "tab", "line-break"):
            yield Words(" ")
        elif name == "note":
            number = element.find(f"{{{_TEXT}}}note-citation")
            body = element.find(f"{{{_TEXT}}}note-body")
            yield Mark(_text(number), tuple(self.blocks(body)) if body is not None else ())
        elif name in ("span", "a", "ruby", "ruby-base", "meta", "reference-mark", "page-number", "date", "sequence"):
            yield from self._runs(element)
        elif name != "frame" and name not in _SILENT:
            self.unknown[name] += 1
            yield from self._runs(element)


def _outermost(element: Element, tag: str) -> Iterator[Element]:
    """The elements of a name inside another, without those inside them, which are read with them."""
    for child in element:
        if child.tag == tag:
            yield child
        else:
            yield from _outermost(child, tag)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: Element | None) -> str:
    return "".join(str(text) for text in element.itertext()).strip() if element is not None else ""
