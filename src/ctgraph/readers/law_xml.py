"""What the readers of laws share: the words of an element, days and periods, publications in a gazette."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Set
from datetime import date, timedelta
from typing import TypeVar

from lxml import etree

from ctgraph.errors import InputError
from ctgraph.identifiers import official
from ctgraph.model.legislation import LawPublication
from ctgraph.model.official import RecordSource
from ctgraph.model.source import SourceFile
from ctgraph.readers.official_xml import Element

_LAW = re.compile(r"BWB[RVW]\d{7}")
# An id of a publication: "stb-2021-499", "stcrt-2006-73-p10-SC74601". Not "PbEG 2001 L 344".
_PUBLICATION = re.compile(r"(?:stb|stcrt|trb)-\d{4}-\w[\w-]{0,40}", re.IGNORECASE | re.ASCII)
# The number of a dossier with its suffix: "33328", "35925 VI"; "31324 (R1844)" without the number of the kingdom.
_DOSSIER = re.compile(r"(?P<dossier>\d{1,6}(?:[ -][A-Z\d]{1,8})?)(?:\s?\(R\d{1,5}\))?", re.IGNORECASE | re.ASCII)
# An address on the web without signs that no IRI has.
_ADDRESS = re.compile(r"https?://[\w.-]{1,100}/[\w./~%&=;:,@+-]{0,500}", re.ASCII)

T = TypeVar("T")

REPOSITORY = "https://repository.officiele-overheidspublicaties.nl/bwb/"
"""Where BWB serves manifests, information and versions of laws."""

_GAZETTES = {"stb": "stb", "stcrt": "stcrt", "trb": "trb"}
"""The gazettes whose numbers make an id; a supplement ("Supplement-Stcrt") is none of them."""

_OPEN = "9999-12-31"
"""How BWB writes that no end is known."""


def required(source: SourceFile, found: T | None, what: str, example: str) -> T:
    """What a file has to tell; raises InputError if it does not: nothing could be stated of it."""
    if found is None or found == "":
        raise InputError(source.path, f"it does not say {what}", f"Give a whole file, with something such as {example}")
    return found


def law_id(element: Element) -> str:
    """The BWB id on an element; empty for none, and for what could not stand in an address."""
    found = _LAW.fullmatch(element.get("bwb-id", ""))
    return found[0] if found else ""


def dossier(text: str) -> str:
    """The id of a dossier as sources write it; empty for what is none.

    >>> dossier("35925 VI"), dossier("31324 (R1844)"), dossier("../etc")
    ('35925-VI', '31324', '')
    """
    found = _DOSSIER.fullmatch(text.strip())
    return official("dossier", found["dossier"]) if found else ""


def address(text: str) -> str:
    """An address that can be stated; empty for what is none."""
    found = _ADDRESS.fullmatch(text)
    return found[0] if found else ""


def record_source(reader: str, identifier: str, data: bytes, address: str = "", changed: str = "") -> RecordSource:
    """Where records come from; `data` is the file, or the part of it that holds them."""
    return RecordSource(reader, identifier, hashlib.sha256(data).hexdigest(), address, changed)


def unknown(root: Element, known: Set[str]) -> tuple[tuple[str, int], ...]:
    """The names of elements that a reader does not know, with how often each stands there, by name."""
    names = (etree.QName(element).localname for element in root.iter(etree.Element))
    return tuple(sorted(Counter(name for name in names if name not in known).items()))


def words(element: Element | None, path: str = ".") -> str:
    """The text of an element or of its first descendant on the path, white space as single spaces."""
    found = None if element is None else element.find(path)
    return "" if found is None else " ".join("".join(found.itertext()).split())


def each(element: Element, path: str) -> tuple[str, ...]:
    """The texts of all elements on the path, each once, empty ones left out."""
    return tuple(dict.fromkeys(text for found in element.iterfind(path) if (text := words(found))))


def day(text: str | None) -> str:
    """A day as ISO; empty for anything else, and for the far day that means an open end.

    >>> day("2022-05-01"), day("9999-12-31"), day("mei 2022")
    ('2022-05-01', '', '')
    """
    try:
        found = date.fromisoformat((text or "").strip())
    except ValueError:
        return ""
    return "" if found.isoformat() == _OPEN else found.isoformat()


def day_before(text: str | None) -> str:
    """The last day of a period that a source closes with the first day after it ("geldig-tot")."""
    after = day(text)
    return (date.fromisoformat(after) - timedelta(days=1)).isoformat() if after else ""


def spell(start: str, end: str) -> str:
    """A period of days as EDTF; empty if it has no beginning, or its end lies before it.

    >>> spell("2022-05-01", "2022-07-31"), spell("2023-04-01", "")
    ('2022-05-01/2022-07-31', '2023-04-01/..')
    """
    if not start or (end and end < start):
        return ""
    return f"{start}/{end or '..'}"


def gazette(kind: str, year: str, number: str, given: str = "") -> str:
    """The id of a publication in a gazette: as given, else by its gazette, year and number; empty if it has none."""
    if _PUBLICATION.fullmatch(given.strip()):
        return official("document", given)
    prefix = _GAZETTES.get(kind.strip().lower())
    return f"{prefix}-{year}-{number}" if prefix and year.isdigit() and number.isdigit() else ""


def publications(element: Element | None, effects: bool = True) -> Iterator[LawPublication]:
    """The publications within an element of a version (`brondata > oorspronkelijk`, `inwerkingtreding`).

    Without `effects`, what they did is left out: one that brings a text into force did not write it.
    """
    if element is None:
        return
    for found in element.iter("publicatie"):
        dossiers = (ref.get("dossier") or words(ref) for ref in found.iterfind("dossierref"))
        yield LawPublication(
            id=gazette(
                found.get("soort", ""),
                words(found, "publicatiejaar"),
                words(found, "publicatienr"),
                found.get("urlidentifier", ""),
            ),
            effect=found.get("effect", "") if effects else "",
            signed=_dated(found, "ondertekeningsdatum"),
            issued=_dated(found, "uitgiftedatum"),
            dossiers=tuple(each for text in dossiers if (each := dossier(text))),
            reference=words(found, "kenmerk"),
        )


def _dated(element: Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else day(found.get("isodatum"))
