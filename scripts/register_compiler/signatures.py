"""Who signed a motion, as its own published text (XML) prints it: below the closing formula."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from msgspec import Struct

# From the closing formula to the end of the text; `.*?` runs once, to a literal that every such file has.
_CLOSING = re.compile(r"gaat over tot de orde van de dag\.?\s*</al>(.*?)</tekst>", re.DOTALL)
_LINE = re.compile(r"<al>(.*?)</al>", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")
_INSTRUCTION = re.compile(r"<\?(?!xml )[^>]*\?>")
_SUBMITTER = re.compile(r'name="OVERHEIDop\.indiener"[^>]*content="([^"]+)"')


class Signatures(Struct, frozen=True):
    """The signatures in the order printed, and the names with initials of the metadata, in no order."""

    printed: tuple[str, ...]
    registered: tuple[str, ...]


def signatures(folder: Path) -> dict[str, Signatures]:
    """Signatures by the id of the paper."""
    return {path.stem: _read(path.read_text(encoding="utf-8-sig")) for path in sorted(folder.glob("kst-*.xml"))}


def _read(text: str) -> Signatures:
    text = _INSTRUCTION.sub("", text)
    closing = _CLOSING.search(text)
    lines = _LINE.findall(closing[1]) if closing else []
    printed = (unescape(_MARKUP.sub("", line)).strip(" .,\n\t") for line in lines)
    return Signatures(tuple(name for name in printed if name), tuple(unescape(x) for x in _SUBMITTER.findall(text)))
