"""The banner of parliamentary papers: chamber and session year, as `tekstregel` elements; days with an ISO form."""

from __future__ import annotations

import re
from datetime import date

from ctgraph.readers.official_blocks import Walker, plain
from ctgraph.readers.official_xml import Element
from ctgraph.readers.setting import Block, together

_SESSION = re.compile(r"(\d{4})\s?[-–]\s?(\d{4})")
_CHAMBERS = {"1": "ek", "2": "tk"}
_FIELDS = {"vergaderjaar": ("session_year",), "kameraanduiding": ("chamber",)}


def banner(walker: Walker, element: Element) -> list[Block]:
    """The banner ("Tweede Kamer der Staten-Generaal"), which is furniture like a running head."""
    lines: list[Block] = []
    for line in element:
        lines.extend(walker.paragraph(line, fields=_FIELDS.get(line.get("inhoud", ""), ()), furniture=True))
    return together(lines)


def session_of(root: Element) -> str:
    """The session year as "2022-2023", or ""."""
    found = _SESSION.search(plain(root.find(".//tekstregel[@inhoud='vergaderjaar']")))
    return f"{found[1]}-{found[2]}" if found else ""


def chamber_of(root: Element) -> str:
    """`tk` or `ek`, or ""."""
    return _CHAMBERS.get(plain(root.find(".//tekstregel[@inhoud='kamernummer']")), "")


def iso_day(element: Element | None) -> date | None:
    """The day of a `datum` element; None where it gives none that exists."""
    try:
        return date.fromisoformat(element.get("isodatum", "")) if element is not None else None
    except ValueError:
        return None
