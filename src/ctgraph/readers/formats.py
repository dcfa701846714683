"""The readers, and which files each takes. To add one, add a file and a line to READERS."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers import bwb_information, bwb_manifest, bwb_search, bwb_version, gazette, law_markdown
from ctgraph.readers.clues import TEXT_SUFFIXES, Clues
from ctgraph.readers.handelingen import read_handelingen
from ctgraph.readers.kamerstuk import read_kamerstuk
from ctgraph.readers.kamervragen import read_kamervragen
from ctgraph.readers.metadata import read_metadata
from ctgraph.readers.metadata_owms import read_metadata_owms
from ctgraph.readers.odt import is_odt, read_odt
from ctgraph.readers.official_xml import main_element
from ctgraph.readers.openkamer import is_openkamer, read_openkamer
from ctgraph.readers.other_publication import read_publication
from ctgraph.readers.page import read_page
from ctgraph.readers.parlamint import NAMESPACE, read_parlamint
from ctgraph.readers.pdf import read_pdf
from ctgraph.readers.plain_text import read_plain_text
from ctgraph.readers.sru import is_sru, read_sru
from ctgraph.readers.sru_old import is_sru_old, read_sru_old
from ctgraph.readers.syncfeed import is_syncfeed, read_syncfeed
from ctgraph.readers.tk_odata import is_odata, read_odata
from ctgraph.readers.tooi import is_tooi, read_tooi
from ctgraph.readers.waardelijst import read_waardelijst

Papers = Mapping[str, PaperFact]
"""The papers of the register by id."""


class Reader(Struct, frozen=True):
    """A reader: its name, which files it takes, and how it reads one (raises InputError for what it refuses).

    `rank` orders the formats of one paper: where several files hold it, the text is read from the lowest.
    """

    name: str
    takes: Callable[[Clues], bool]
    read: Callable[[SourceFile, Papers], Intake]
    rank: int = 5


def _is_plain(seen: Clues) -> bool:
    return seen.suffix in TEXT_SUFFIXES


def _plain(source: SourceFile, papers: Papers) -> Intake:
    return Intake("text", read_plain_text(source, papers))


def _of(*main: str) -> Callable[[Clues], bool]:
    """An official publication in XML with one of these main elements."""
    return lambda seen: main_element(seen) in main


def _records(name: str, takes: Callable[[Clues], bool], read_file: Callable[[SourceFile], Intake]) -> Reader:
    """A reader of records, which need no knowledge of papers."""
    return Reader(name, takes, lambda source, _: read_file(source))


READERS: tuple[Reader, ...] = (
    Reader("kamerstuk", _of("kamerstuk"), read_kamerstuk, rank=1),
    Reader("kamervragen", _of("kamervragen"), read_kamervragen, rank=1),
    Reader("handelingen", _of("handelingen"), read_handelingen, rank=1),
    Reader(gazette.FORMAT, gazette.is_gazette, gazette.read_gazette, rank=1),
    Reader("publicatie", lambda seen: seen.root == "officiele-publicatie", read_publication, rank=2),
    Reader("parlamint", lambda seen: seen.namespace == NAMESPACE and seen.root == "TEI", read_parlamint, rank=2),
    Reader("html", lambda seen: seen.root == "html", read_page, rank=3),
    Reader("odt", is_odt, read_odt, rank=5),
    Reader("pdf", lambda seen: seen.magic.startswith(b"%PDF"), read_pdf, rank=8),
    _records("metadata", lambda seen: seen.root == "metadata_gegevens", read_metadata),
    _records("metadata-owms", lambda seen: seen.root == "owms-metadata", read_metadata_owms),
    _records("sru", is_sru, read_sru),
    _records("sru-1.2", is_sru_old, read_sru_old),
    _records("tk-odata", is_odata, read_odata),
    _records("tk-syncfeed", is_syncfeed, read_syncfeed),
    _records("tooi", is_tooi, read_tooi),
    _records("waardelijst", lambda seen: seen.root == "waardelijst", read_waardelijst),
    _records("openkamer", is_openkamer, read_openkamer),
    Reader(bwb_version.FORMAT, bwb_version.is_version, bwb_version.read_version, rank=1),
    Reader(bwb_information.FORMAT, bwb_information.is_information, bwb_information.read_information),
    Reader(bwb_manifest.FORMAT, bwb_manifest.is_manifest, bwb_manifest.read_manifest),
    Reader(bwb_search.FORMAT, bwb_search.is_law_search, bwb_search.read_search),
    Reader(law_markdown.FORMAT, law_markdown.is_law_markdown, law_markdown.read_law_markdown, rank=6),
    Reader("text", _is_plain, _plain, rank=7),
)
"""Asked in this order; the first that takes a file reads it."""
