"""PDF: its text layer as plain text, with a blank line where the page has one, and then read as plain text is.

A PDF holds no structure that can be trusted, only signs with their places. The places tell the lines that stand apart,
and that is what the layout of a plain text needs to find notes, headings and paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from ctgraph.errors import InputError
from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers.plain_text import LARGEST, read_layout

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

READER = "pdf"
MOST_PAGES = 5_000
"""The longest budget papers have below 1,000."""

# Line ends of PDFium: CR LF, or the sign that stands for a hyphen at a line end and takes the line end with it.
_LINE_END = re.compile("\r\n|[\r\n\x02\ufffe]")
_HYPHENS = ("\x02", "\ufffe")
_APART = 0.35
"""Of the height of a line: white above a line from which on it stands apart. Set lines have 0.0 to 0.2."""
_UPWARDS = -2.0
"""Of the height of a line: a line so far above the one before it begins another column or the next part."""


class _Line(NamedTuple):
    """A line of a page; `top` and `bottom` in points from the foot of the page."""

    text: str
    top: float
    bottom: float


def read_pdf(source: SourceFile, papers: Mapping[str, PaperFact]) -> Intake:
    """Read the text layer of a PDF; raises InputError for one that is damaged, locked or only pictures."""
    return Intake(READER, read_layout(source, text_of(source), papers, READER))


def text_of(source: SourceFile) -> str:
    """The text layer, pages ended by a form feed; raises InputError."""
    import pypdfium2  # noqa: PLC0415 - it takes a third of a second to load, which a letter in XML should not pay

    if len(source.data) > LARGEST:
        raise InputError(source.path, f"the file has {len(source.data)} bytes, more than {LARGEST}", "Split it")
    try:
        with pypdfium2.PdfDocument(source.data) as pdf:
            if len(pdf) > MOST_PAGES:
                raise InputError(source.path, f"it has {len(pdf)} pages, more than {MOST_PAGES}", "Split it")
            text = "\n\f\n".join(_page(pdf[index]) for index in range(len(pdf)))
    except pypdfium2.PdfiumError as error:
        raise InputError(
            source.path, f"it is no readable PDF ({error})", "Fetch it again, or remove the lock"
        ) from error
    if not text.strip():
        raise InputError(source.path, "the PDF has no text layer; it is a scan", "Recognise its text first (OCR)")
    return text + "\n"


def _page(page: PdfPage) -> str:
    lines: list[str] = []
    before: _Line | None = None
    for line in _lines(page.get_textpage()):
        if before is not None and _stands_apart(before, line):
            lines.append("")
        lines.append(line.text)
        before = line
    page.close()
    return "\n".join(lines)


def _stands_apart(before: _Line, line: _Line) -> bool:
    height = line.top - line.bottom
    white = before.bottom - line.top
    return white > _APART * height or white < _UPWARDS * height


def _lines(page: PdfTextPage) -> Iterator[_Line]:
    """The lines in the order of the page's content, which is the order of reading."""
    text = page.get_text_range()
    start = 0
    for end, hyphen, after in _line_ends(text):
        words = text[start:end]
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            _, bottom, _, top = page.get_charbox(first, loose=True)
            yield _Line(words.strip() + hyphen, top, bottom)
        start = after


def _line_ends(text: str) -> Iterator[tuple[int, str, int]]:
    """Where lines end, with the hyphen that ends them if one does, and where the next begins."""
    for found in _LINE_END.finditer(text):
        yield found.start(), "-" if found[0] in _HYPHENS else "", found.end()
    yield len(text), "", len(text)
