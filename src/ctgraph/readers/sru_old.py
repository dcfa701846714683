"""Answers of the old search interface, SRU 1.2, with `overheidop:` properties.

Saved answers may have lines of their collector before the XML, and letters damaged by being read as Windows-1252 when
they were UTF-8 ("FinanciÃ«n"). That is undone where undoing it gives sound UTF-8; where it does not, nobody can say
what the letters were, and the file is refused.
"""

from __future__ import annotations

import re

from ctgraph.errors import InputError
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers.clues import Clues
from ctgraph.readers.official_xml import parse
from ctgraph.readers.sru import read_answer

READER = "sru-1.2"
NAMESPACE = "http://www.loc.gov/zing/srw/"


def is_sru_old(seen: Clues) -> bool:
    """Whether a file is an answer of SRU 1.2, also behind lines of a collector; laws have a reader of their own."""
    named = any(f"{sign}{NAMESPACE}{sign}" in seen.start for sign in "\"'") and "searchRetrieveResponse" in seen.start
    return named and seen.root in ("", "searchRetrieveResponse") and "overheidbwb" not in seen.start


# Where the XML begins behind a collector's own lines: its declaration, or the root element itself.
_XML = re.compile(r"<\?xml\s|<(?:\w+:)?searchRetrieveResponse\b")
# What a letter of two or three bytes of UTF-8 becomes as Windows-1252: "Ã«" (ë), "â€™" (’), "Â§" (§); and "Ã" before a
# space, whose second half is lost. Must not match "België", "château" or a lone "Â" that ends a word in capitals.
_DAMAGED = re.compile(
    r"[ÂÃ](?:[\u0080-\u00bf\u0152-\u017e\u02c6-\u2122]|(?=\s))"
    r"|â[\u0080-\u009f\u20ac][\u0080-\u00bf\u0152-\u2122]"
)
# Windows-1252 leaves five bytes without a letter; damage passes them through as they are.
_UNDEFINED = {point: point for point in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def read_sru_old(source: SourceFile) -> Intake:
    """Read an answer of SRU 1.2; raises InputError for a diagnostic and for letters that cannot be told."""
    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(source.path, f"it is not UTF-8 at byte {error.start}", "Fetch it again") from error
    start = _XML.search(text)
    if start is None:
        raise InputError(source.path, "there is no XML in it", "Give an answer of the search interface")
    body, repaired = _repair(source, text[start.start() :])
    intake = read_answer(source, parse(source, body.encode()), READER)
    remarks = [f"{repaired} damaged letters repaired"] if repaired else []
    if text[: start.start()].strip():
        remarks.append("lines of a collector before the XML left out")
    return Intake(intake.format, None, intake.records, intake.unknown, (*remarks, *intake.remarks))


def _repair(source: SourceFile, text: str) -> tuple[str, int]:
    """Undo the damage letter by letter, so that what is sound stays; the number of letters repaired."""
    repaired, count = _DAMAGED.subn(lambda found: _sound(source, found[0]), text)
    return repaired, count


def _sound(source: SourceFile, damaged: str) -> str:
    try:
        return b"".join(_byte(letter) for letter in damaged).decode("utf-8")
    except UnicodeError as error:
        reason = f"its letters are damaged beyond repair ({damaged!r})"
        raise InputError(source.path, reason, "Fetch it again, as UTF-8") from error


def _byte(letter: str) -> bytes:
    return bytes([_UNDEFINED[ord(letter)]]) if ord(letter) in _UNDEFINED else letter.encode("cp1252")
