"""What came must be what was asked for: a page that reports an error with status 200 is not a paper."""

from __future__ import annotations

import hashlib
import json
import zipfile
from enum import StrEnum
from typing import IO

from lxml import etree

from ctgraph.errors import SourceError

_EDGE = 4096
"""Bytes at the beginning and the end of a file in which the marks of its form stand."""
_BLOCK = 1024**2
_REFUSED = "the XML brings a document type, which is refused"


class Form(StrEnum):
    """The formats that the sources publish in; the value is the name of the manifestation, or of its kind."""

    XML = "xml"
    HTML = "html"
    PDF = "pdf"
    ODT = "odt"
    JSON = "json"


def parse_xml(data: bytes, address: str) -> etree._Element:
    """The root element; raises SourceError for what is not well formed, for a page of HTML and for a DTD.

    Entities are never looked up: a paper needs none, and one can read files or fill the memory.
    """
    if _is_html(data):
        raise _instead(address, "XML", data)
    if b"<!DOCTYPE" in data[:_EDGE]:
        raise SourceError(address, _REFUSED)
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(address, f"the answer is no well-formed XML ({str(error)[:100]})", again=True) from error
    # Behind a long comment, or in an encoding of two bytes.
    if root.getroottree().docinfo.internalDTD is not None:
        raise SourceError(address, _REFUSED)
    return root


def parse_json(data: bytes, address: str) -> dict[str, object]:
    """The JSON object; raises SourceError for anything else."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _instead(address, "JSON", data) from error
    if not isinstance(found, dict):
        raise SourceError(address, "the answer is no JSON object", again=True)
    return found


def check(file: IO[bytes], form: Form, address: str) -> None:
    """Raise SourceError unless the file is of the form, from its first byte to its last."""
    if form in (Form.XML, Form.JSON):
        file.seek(0)
        data = file.read()
        parse_xml(data, address) if form is Form.XML else parse_json(data, address)
        return
    start, end = _edges(file)
    whole = {
        Form.PDF: start.lstrip().startswith(b"%PDF-") and b"%%EOF" in end,
        Form.HTML: _is_html(start) and b"</html>" in end.lower(),
        Form.ODT: start.startswith(b"PK") and zipfile.is_zipfile(file),
    }
    if not whole[form]:
        raise _instead(address, form.name, start)


def check_digest(file: IO[bytes], sha512: str, address: str) -> None:
    """Raise SourceError unless the file has the SHA-512 that its publisher states."""
    file.seek(0)
    digest = hashlib.sha512()
    while block := file.read(_BLOCK):
        digest.update(block)
    if digest.hexdigest() != sha512.lower():
        raise SourceError(address, "its SHA-512 is not the one that the manifest states", again=True)


def _edges(file: IO[bytes]) -> tuple[bytes, bytes]:
    file.seek(0)
    start = file.read(_EDGE)
    size = file.seek(0, 2)
    file.seek(max(0, size - _EDGE))
    return start, file.read()


def _is_html(data: bytes) -> bool:
    """Whether a page begins here; no XML of the sources has such an element near its beginning."""
    return b"<html" in data[:_EDGE].lower()


def _instead(address: str, form: str, data: bytes) -> SourceError:
    """What came in place of the form."""
    if form != "HTML" and _is_html(data):
        return SourceError(address, f"a page of HTML came instead of {form}", again=True)
    return SourceError(address, f"the answer is no {form}, or not all of it", again=True)
