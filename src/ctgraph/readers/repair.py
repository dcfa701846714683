"""Undo what a collector did to the XML of a publisher, where it is sure what stood there.

Two kinds of damage occur together in copies of the Handelingen. The bytes of UTF-8 were read as Latin-1 and saved
again ("Ã©" for "é"), which is reversible as a whole or not at all. And the file was printed prettily, with white space
around each element, also inside sentences: between words a space is right, before a comma it is not.
"""

from __future__ import annotations

from ctgraph.errors import InputError
from ctgraph.model.source import SourceFile
from ctgraph.readers.official_blocks import INLINE
from ctgraph.readers.official_xml import Element

DAMAGED_BOM = "\u00ef\u00bb\u00bf"
"""What a byte order mark becomes when it is read as Latin-1: the sure sign of the damage."""

_CLOSING = tuple(",.;:)]!?»”’%")
_OPENING = ("(", "[", "«", "“", "‘")
_GLUED = frozenset({"sup", "inf"})


def is_damaged(data: bytes) -> bool:
    """Whether a file begins with a byte order mark that was read as Latin-1."""
    return data.startswith(DAMAGED_BOM.encode())


def decoded_again(source: SourceFile) -> bytes:
    """The bytes as they were; raises InputError where a sign shows that more than one thing happened to them."""
    try:
        original = source.data.decode("utf-8").encode("latin-1").decode("utf-8-sig")
    except UnicodeError as error:
        reason = "its signs were garbled by a wrong decoding, in more than one way"
        raise InputError(source.path, reason, "Fetch it again from the publisher") from error
    return original.lstrip().encode()


def respace(root: Element) -> None:
    """Take out the white space that pretty printing put into sentences, in place.

    A sign that closes stands against the word before it, one that opens against the word behind it; between two
    words there is one space.
    """
    for element in root.iter(*INLINE, "noot"):
        parent = element.getparent()
        if parent is None or not _in_sentence(element, parent):
            continue
        element.text = (element.text or "").strip() or None
        if len(element) and element[-1].tail:
            element[-1].tail = (element[-1].tail or "").rstrip()
        _join_before(element, parent)
        _join_behind(element)


def _in_sentence(element: Element, parent: Element) -> bool:
    """Whether words stand beside an element, in its parent."""
    return any((text or "").strip() for text in (parent.text, *(child.tail for child in parent)))


def _words(element: Element) -> str:
    return "".join(str(text) for text in element.itertext()).strip()


def _join_before(element: Element, parent: Element) -> None:
    sibling = element.getprevious()
    before = (sibling.tail if sibling is not None else parent.text) or ""
    bare = before.rstrip()
    glued = not bare or bare.endswith(_OPENING) or _words(element).startswith(_CLOSING) or element.tag in _GLUED
    joined = bare if glued and (bare or sibling is None) else bare + " "
    if sibling is not None:
        sibling.tail = joined
    else:
        parent.text = joined


def _join_behind(element: Element) -> None:
    behind = (element.tail or "").lstrip()
    glued = not behind or behind.startswith(_CLOSING) or _words(element).endswith(_OPENING)
    element.tail = behind if glued and behind else f" {behind}"
