"""Plain text: what a PDF's text layer gives, or a web page copied.

The text version is the file decoded as UTF-8, BOM dropped, CR LF as LF; its SHA-256 is the digest. A paper's id and
date come from what it prints, then from the register, then from the caller, and the id at last from the file name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from pathlib import PurePath

from msgspec.structs import replace

from ctgraph.errors import InputError
from ctgraph.identifiers import slug
from ctgraph.model.document import Document, Flow, Header, Span
from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.source import SourceFile
from ctgraph.text.header import read_header
from ctgraph.text.layout import lay_out
from ctgraph.text.lines import split

LARGEST = 64 * 1024**2
"""Bytes; no paper of these kinds comes near it."""

# The office at the end of a letter, before the name: "De Minister van Justitie en Veiligheid,". Not in a sentence.
_SIGNATURE = re.compile(
    r"(?:^|\n)(De (?:[Mm]inister|[Ss]taatssecretaris)(?:-[Pp]resident)? ?[^\n.;:]{0,90},)\s(?=[A-ZÀ-Ž])"
)
_SIGNATURE_REACH = 600
"""Characters from the end within which a paper is signed, a second signature included."""

_MAGIC = ((b"%PDF", "a PDF"), (b"PK\x03\x04", "a zip or office file"), (b"\x1f\x8b", "a gzip file"))


def read_plain_text(source: SourceFile, papers: Mapping[str, PaperFact]) -> Document:
    """Read a plain text; `papers` are those of the register. Raises InputError for what is no text."""
    return read_layout(source, decode(source), papers)


def read_layout(
    source: SourceFile, text: str, papers: Mapping[str, PaperFact], reader: str = "text", name: str = ""
) -> Document:
    """Read a text whose layout has to tell what is what; `name` is an id that its file bears, if not the file name."""
    lines = split(text)
    header = read_header(lines)
    layout = lay_out(text, lines)
    header = _signed(header, layout.body)
    identifier = header.identifier or source.id or name or slug(PurePath(source.path).stem) or "text"
    return Document(
        id=identifier,
        text=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        body=layout.body,
        date=_date(header, identifier, papers) or source.date,
        header=header,
        notes=layout.notes,
        headings=layout.headings,
        paragraphs=layout.paragraphs,
        furniture=layout.furniture,
        reader=reader,
    )


def _signed(header: Header, body: Flow) -> Header:
    """A paper without a printed kind that a member of the government signs at its end is a letter of the government."""
    signature = _SIGNATURE.search(body.text, max(0, len(body.text) - _SIGNATURE_REACH))
    if header.kind or signature is None or not header.identifier.startswith("kst-"):
        return header
    span = Span(body.origin(signature.start(1)), body.origin(signature.end(1) - 1) + 1)
    return replace(header, kind="brief-regering", spans=tuple(sorted((*header.spans, ("kind", span)))))


def _date(header: Header, identifier: str, papers: Mapping[str, PaperFact]) -> date | None:
    known = papers.get(identifier)
    return header.date or (known.date if known else None)


def decode(source: SourceFile) -> str:
    """Decode the bytes of a text; raises InputError with the reason and what to do."""
    data = source.data
    if not data.strip():
        raise InputError(source.path, "the file is empty", "Give a file that holds the text of a paper")
    if len(data) > LARGEST:
        raise InputError(
            source.path,
            f"the file has {len(data)} bytes, more than {LARGEST}",
            "Split it into one file per paper",
        )
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(source.path, f"this is {what}, not plain text", "Give its text, as UTF-8")
    if b"\x00" in data:
        at = data.index(b"\x00")
        raise InputError(source.path, f"a NUL byte at byte {at}: this is a binary file", "Give plain text")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        cut = "is cut off in the middle of a character" if error.end >= len(data) else "is not UTF-8"
        raise InputError(source.path, f"the text {cut} at byte {error.start}", "Save or convert it as UTF-8") from error
    return text.replace("\r\n", "\n")
