"""Parse the XML of a publisher without trusting it: no DTD, no entities, no network, bounded in size and depth."""

from __future__ import annotations

import re

from lxml import etree

from ctgraph.errors import InputError
from ctgraph.model.source import SourceFile
from ctgraph.readers.clues import Clues

Element = etree._Element
"""An element; comments and processing instructions are dropped by the parser."""

LARGEST = 64 * 1024**2
"""Bytes of a file; no paper of these kinds comes near it."""
DEEPEST = 100
"""Elements in each other. Real papers stay below 30, and reading them is recursive."""

# The main element of an official publication, behind its metadata and the banner of its gazette.
# Example: "<kamerstuk>"; must not match "<kamerstukkop>" or a word of the text.
_MAIN = re.compile(
    r"<(?:[\w-]{1,20}:)?(kamerstuk|kamervragen|handelingen|staatsblad|staatscourant|tractatenblad|gemeenteblad|provinciaalblad"
    r"|waterschapsblad|bladgemeenschappelijkeregeling|agenda|bijlage|niet-dossier-stuk)[\s>]"
)

_ALONE = {
    "kamerstuk": "kamerstuk",
    "kamervragen": "kamervragen",
    "handelingen": "handelingen",
    "handeling": "handelingen",
}
"""Main elements that may be the root, and what they are; Handelingen of 1995 to 2011 have a word of
their own."""


def main_element(seen: Clues) -> str:
    """The main element of an official publication as far as the beginning of a file shows it; "" for another file."""
    if seen.root in _ALONE:
        return _ALONE[seen.root]
    if seen.root != "officiele-publicatie":
        return ""
    found = _MAIN.search(seen.start)
    return found[1] if found else ""


def parse(source: SourceFile, data: bytes | None = None) -> Element:
    """Parse a file, or `data` made of it, into its root element; raises InputError for what is damaged or hostile.

    Processing instructions stand inside words ("con<?xpp soft?>trole") and go without a space, as comments do.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = _parsed(source, source.data if data is None else data, parser)
    if root.getroottree().docinfo.doctype:
        raise InputError(
            source.path, "it has a DTD, which papers never have", "Remove the DOCTYPE if you trust the file"
        )
    if etree.QName(root).namespace and etree.QName(root).localname in ("officiele-publicatie", *_ALONE):
        _without_name_space(root)
    return root


def _without_name_space(root: Element) -> None:
    """Official publications have no name space; in a copy that was given one, elements are the same by their names."""
    for element in root.iter():
        element.tag = etree.QName(element).localname


def parse_page(source: SourceFile) -> Element:
    """Parse a web page in UTF-8, whose DOCTYPE is only a name; raises InputError."""
    try:
        source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(source.path, f"the page is not UTF-8 at byte {error.start}", "Save it as UTF-8") from error
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    return _parsed(source, source.data, parser)


def _parsed(source: SourceFile, data: bytes, parser: etree.XMLParser | etree.HTMLParser) -> Element:
    if not data.strip():
        raise InputError(source.path, "the file is empty", "Fetch it again")
    if len(data) > LARGEST:
        raise InputError(
            source.path, f"the file has {len(data)} bytes, more than {LARGEST}", "Split it, or leave it out"
        )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(source.path, f"it is no well-formed XML: {str(error)[:200]}", "Fetch it again") from error
    _refuse_deep(source, root)
    return root


def _refuse_deep(source: SourceFile, root: Element) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            reason = f"its elements lie more than {DEEPEST} deep in each other"
            raise InputError(source.path, reason, "Leave it out: no publisher makes such papers")
