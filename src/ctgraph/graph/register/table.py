"""The named graph of one table while it is being written: statements, and the row that each subject comes from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.dates.edtf import period
from ctgraph.graph import terms
from ctgraph.graph.terms import ctg, decimal, node, text, thing
from ctgraph.identifiers import graph_iri, row_iri, time_reference
from ctgraph.model.records import Row

Object = NamedNode | Literal

CONFIDENCE: Final = MappingProxyType({"high": 0.95, "medium": 0.7, "low": 0.4})
"""What the words of the register mean as figures."""

_EXTRACTED_BY: Final = ctg("extractedBy")
_EDTF: Final = ctg("edtf")
_EARLIEST: Final = ctg("earliest")
_LATEST: Final = ctg("latest")


class Subject:
    """A thing that statements are made about, with its row already on the sheet."""

    __slots__ = ("_sheet", "node")

    def __init__(self, sheet: TableSheet, subject: NamedNode) -> None:
        self._sheet = sheet
        self.node = subject

    def say(self, predicate: str | NamedNode, *objects: Object) -> Subject:
        """State each object; a predicate given as a string is a local name of our ontology."""
        term = ctg(predicate) if isinstance(predicate, str) else predicate
        for item in objects:
            self._sheet.put(self.node, term, item)
        return self

    def words(self, predicate: str | NamedNode, value: str, lang: str | None = None) -> Subject:
        """State a text, unless it is empty: what is not known is not stated."""
        return self.say(predicate, text(value, lang)) if value else self

    def when(self, predicate: str, edtf: str) -> Subject:
        """State a time, unless it is not known."""
        return self.say(predicate, self._sheet.time(edtf)) if edtf else self


class TableSheet:
    """The statements of one table: each once, in the order first made."""

    def __init__(self, table: str, digest: str, version: str) -> None:
        self._table = table
        self._graph = node(graph_iri("register", table))
        self._run = thing("run", "register", digest[:12])
        self._row = self._run
        self._quads: dict[Quad, None] = {}
        self._describe_run(digest, version)

    def begin(self, row: Row) -> None:
        """Begin a row: what is stated from here on comes from it."""
        self._row = node(row_iri(self._table, row.key))
        self.put(self._row, terms.TYPE, ctg("RegisterRow"))
        self.put(self._row, terms.IDENTIFIER, text(row.key))
        self.put(self._row, terms.SOURCE, _source(row.source))
        self.put(self._row, ctg("confidence"), decimal(CONFIDENCE[row.confidence]))
        self.put(self._row, _EXTRACTED_BY, self._run)
        if row.note:
            self.put(self._row, terms.COMMENT, text(row.note, "en"))

    def about(self, subject: NamedNode, *classes: str) -> Subject:
        """Begin statements about a thing."""
        self.put(subject, terms.DERIVED_FROM, self._row)
        for name in classes:
            self.put(subject, terms.TYPE, ctg(name))
        return Subject(self, subject)

    def put(self, subject: NamedNode, predicate: NamedNode, item: Object) -> None:
        """Write one statement down; writers of rows go through `about`."""
        self._quads[Quad(subject, predicate, item, self._graph)] = None

    def time(self, edtf: str) -> NamedNode:
        """A time with its first and last day; an open side has none."""
        subject = self.about(thing("time", time_reference(edtf)), "TimeExpression").say(_EDTF, terms.edtf(edtf))
        earliest, latest = period(edtf)
        if earliest:
            subject.say(_EARLIEST, terms.day(earliest))
        if latest:
            subject.say(_LATEST, terms.day(latest))
        return subject.node

    def quads(self) -> Iterator[Quad]:
        """All statements of the table."""
        return iter(self._quads)

    def _describe_run(self, digest: str, version: str) -> None:
        self.put(self._run, terms.TYPE, ctg("Extraction"))
        self.put(self._run, terms.USED, self._graph)
        self.put(self._run, ctg("textDigest"), text(digest))
        self.put(self._run, ctg("softwareVersion"), text(version))
        self.put(self._run, terms.LABEL, text(f"Tabel {self._table} van het register, door ctgraph {version}", "nl"))
        self.put(self._run, terms.LABEL, text(f"Table {self._table} of the register, by ctgraph {version}", "en"))


@lru_cache(maxsize=4096)
def _source(source: str) -> Object:
    """An address as a node, the name of a source as words."""
    return node(source) if source.startswith(("https://", "http://")) else text(source)
