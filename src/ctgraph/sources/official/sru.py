"""Search/Retrieve via URL: the questions put to KOOP's search, and of its answers what paging and planning need.

SRU 2.0 (OASIS, searchRetrieve 2.0) at repository.overheid.nl, SRU 1.2 for laws. Element names are the same in both,
in different namespaces. A diagnostic comes with status 200, so it is looked for before anything is counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from urllib.parse import urlencode

from lxml import etree
from msgspec import Struct

from ctgraph.errors import SourceError
from ctgraph.sources.official.addresses import BWB_SEARCH, REPOSITORY
from ctgraph.sources.official.contents import Form, parse_xml
from ctgraph.sources.official.listings import Listing, Page

_PAGE = 100
_UNAVAILABLE = "/diagnostic/1/2"
"""The end of the diagnostic's URI for a system that is unavailable for now."""


class Record(Struct, frozen=True):
    """A publication found: `files` holds its manifestations (xml, pdf, metadata …), each with its address.

    `stamp` is the time of its last change in the search; `attachments` are the ids of its bijlagen.
    """

    id: str
    stamp: str
    files: tuple[tuple[str, str], ...]
    attachments: tuple[str, ...]


def dossier_query(number: str) -> str:
    """All publications of a dossier, whose number is written without spaces: 29754, 36600-VI."""
    return f'c.product-area=="officielepublicaties" and w.dossiernummer=="{number}"'


def id_query(identifier: str) -> str:
    return f'dt.identifier=="{identifier}"'


def changes_query(since: date, dossiers: Sequence[str]) -> str:
    """What changed in these dossiers, or where none is named in all papers of parliament, from that day on."""
    among = " or ".join(f'w.dossiernummer=="{number}"' for number in dossiers) or 'w.organisatietype=="staten generaal"'
    return f'c.product-area=="officielepublicaties" and ({among}) and dt.modified>="{since}"'


def search(name: str, query: str) -> Listing[Record]:
    """A search among the official publications; its pages are kept in sru/`name`."""
    return _listing(name, f"{REPOSITORY}/sru", {"operation": "searchRetrieve", "version": "2.0", "query": query})


def search_law(identifier: str) -> Listing[Record]:
    """The search among laws: one record per version."""
    query = f"dcterms.identifier=={identifier}"
    asked = {"operation": "searchRetrieve", "version": "1.2", "x-connection": "BWB", "query": query}
    return _listing(identifier, BWB_SEARCH, asked)


def _listing(name: str, base: str, asked: Mapping[str, str]) -> Listing[Record]:
    first = _address(base, asked, 1)
    return Listing(f"sru/{name}", first, Form.XML, partial(read_page, base=base, asked=asked))


def _address(base: str, asked: Mapping[str, str], start: int) -> str:
    return f"{base}?{urlencode({**asked, 'startRecord': start, 'maximumRecords': _PAGE})}"


def read_page(data: bytes, address: str, base: str, asked: Mapping[str, str]) -> Page[Record]:
    """A page of an answer; raises SourceError for a diagnostic and for what is no answer of a search."""
    root = parse_xml(data, address)
    _refuse_diagnostics(root, address)
    total = root.findtext("{*}numberOfRecords", "").strip()
    if not total.isdecimal():
        raise SourceError(address, "the answer is none of a search: it holds no number of records", again=True)
    nodes = root.findall("{*}records/{*}record")
    records = tuple(_record(node) for node in nodes)
    position = root.findtext("{*}nextRecordPosition", "").strip()
    following = _address(base, asked, int(position[:9])) if position.isdecimal() and records else ""
    estimated = root.findtext("{*}resultCountPrecision", "").strip().endswith("/estimate")
    return Page(tuple(_key(node) for node in nodes), records, following, int(total), estimated)


def _refuse_diagnostics(root: etree._Element, address: str) -> None:
    for node in root.iterfind(".//{*}diagnostics/{*}diagnostic"):
        uri, message = node.findtext("{*}uri", "").strip(), node.findtext("{*}message", "").strip()
        details = node.findtext("{*}details", "").strip()
        said = " ".join(part for part in (message, details, f"({uri})") if part)
        raise SourceError(address, f"the search answers: {said[:200]}", again=uri.endswith(_UNAVAILABLE))


def _texts(node: etree._Element, name: str) -> tuple[str, ...]:
    return tuple((found.text or "").strip() for found in node.iterfind(f".//{{*}}{name}"))


def _first(node: etree._Element, name: str) -> str:
    return next(iter(_texts(node, name)), "")


def _record(node: etree._Element) -> Record:
    files = tuple(
        (item.get("manifestation", ""), (item.text or "").strip())
        for item in node.iterfind(".//{*}enrichedData/{*}itemUrl")
    )
    return Record(_first(node, "identifier"), _first(node, "timestamp"), files, _texts(node, "bijlage"))


def _key(node: etree._Element) -> str:
    """What tells records apart: the id, and of a law its version too."""
    return f"{_first(node, 'identifier')} {_first(node, 'toestand')}".strip()
