"""What a file shows of its format at first sight: suffix, first bytes, root element, first keys.

Suffixes lie and formats share them, so a reader is chosen by what the file begins with. Nothing is parsed here.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from msgspec import Struct

from ctgraph.model.source import SourceFile

_LOOKED_AT = 65_536
"""Bytes; a root element may stand behind a long comment or a prolog that a collector left there."""

TEXT_SUFFIXES = (".txt", ".text", "")
"""How the names of plain texts end."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""The byte order marks of XML that some tools save as UTF-16."""

_DAMAGED_BOM = "\u00ef\u00bb\u00bf"
"""A byte order mark that a collector read as Latin-1."""

# Comments, processing instructions and a DTD before the root element. Not elements; never runs past its own end sign.
_PROLOG = re.compile(r"\s*(?:<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>)", re.DOTALL)
# The root element with its attributes: `<bwb:work label="…">`. Not `</work>`, not `<?xml`.
_ROOT = re.compile(r"<(?:(?P<prefix>[\w.-]+):)?(?P<name>[\w.-]+)(?P<rest>[^>]*)>")
# One name space declaration: ` xmlns:sru="http://…"`; the default one has no prefix.
_XMLNS = re.compile(r"""\sxmlns(?::(?P<prefix>[\w.-]+))?\s*=\s*["'](?P<iri>[^"']*)["']""")


class Clues(Struct, frozen=True):
    """`root` is the local name of the root element and `namespace` its name space; empty for what is no XML.

    `start` is the beginning of the file as text, without BOM and leading white space, for JSON keys and the like.
    """

    suffix: str
    name: str
    magic: bytes
    start: str
    root: str = ""
    namespace: str = ""

    @property
    def is_prose(self) -> bool:
        """Whether nothing at the beginning can be of another format than plain text: no tag, object, list or magic."""
        plain = self.suffix in TEXT_SUFFIXES and "<" not in self.start
        return plain and not self.start.startswith(("{", "[", "%PDF", "PK"))


def clues(source: SourceFile) -> Clues:
    """Look at the beginning of a file."""
    path = PurePath(source.path)
    begins = source.data[:_LOOKED_AT]
    encoding = "utf-16" if begins.startswith(_UTF_16) else "utf-8"
    start = begins.decode(encoding, errors="replace").removeprefix(_DAMAGED_BOM).lstrip("\ufeff \t\r\n")
    root, namespace = _root(start) if start.startswith("<") else ("", "")
    return Clues(path.suffix.lower(), path.name, source.data[:8], start, root, namespace)


def _root(start: str) -> tuple[str, str]:
    at = 0
    while (prolog := _PROLOG.match(start, at)) is not None:
        at = prolog.end()
    found = _ROOT.match(start, at + len(start[at:]) - len(start[at:].lstrip()))
    if found is None:
        return "", ""
    declared = {each["prefix"]: each["iri"] for each in _XMLNS.finditer(found["rest"])}
    return found["name"], declared.get(found["prefix"], "")
