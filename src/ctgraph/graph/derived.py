"""The named graph of a source that is data, while it is being written: statements, and the record behind each subject.

A table of the register and a record of an official source are written alike: nothing is stated but through `about`,
which names the record that the subject derives from, so that every statement can be traced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.dates.edtf import period
from ctgraph.graph import terms
from ctgraph.graph.terms import ctg, node, text, thing
from ctgraph.identifiers import time_reference

Object = NamedNode | Literal

# A web address that may stand in a graph. Must not match "openkamer" or an address with spaces or brackets in it.
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+")

CONFIDENCE: Final = MappingProxyType({"high": 0.95, "medium": 0.7, "low": 0.4})
"""What the words of the register mean as figures: the source says it, a step of reasoning, not seen."""

_EDTF: Final = ctg("edtf")
_EARLIEST: Final = ctg("earliest")
_LATEST: Final = ctg("latest")


class Subject:
    """A thing that statements are made about, with its record already on the sheet."""

    __slots__ = ("_sheet", "node")

    def __init__(self, sheet: DerivedSheet, subject: NamedNode) -> None:
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

    def led(self, links: Iterable[tuple[NamedNode, NamedNode]]) -> Subject:
        """State each link out, given with its property."""
        for predicate, address in links:
            self.say(predicate, address)
        return self

    def when(self, predicate: str, edtf: str) -> Subject:
        """State a time, unless it is not known."""
        return self.say(predicate, self._sheet.time(edtf)) if edtf else self


class DerivedSheet:
    """The statements of one graph: each once, in the order first made.

    `record` is the node that subjects derive from; a table sets it anew for each row.
    """

    def __init__(self, graph: NamedNode, run: NamedNode, record: NamedNode) -> None:
        self.graph = graph
        self.run = run
        self.record = record
        self._quads: dict[Quad, None] = {}

    def about(self, subject: NamedNode, *classes: str) -> Subject:
        """Begin statements about a thing."""
        self.put(subject, terms.DERIVED_FROM, self.record)
        for name in classes:
            self.put(subject, terms.TYPE, ctg(name))
        return Subject(self, subject)

    def put(self, subject: NamedNode, predicate: NamedNode, item: Object) -> None:
        """Write one statement down; writers of records go through `about`."""
        self._quads[Quad(subject, predicate, item, self.graph)] = None

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
        """All statements of the graph."""
        return iter(self._quads)

    def describe_run(self, digest: str, version: str, dutch: str, english: str) -> None:
        """State the run that read the source: the digest of what it read, and the version of the software."""
        self.put(self.run, terms.TYPE, ctg("Extraction"))
        self.put(self.run, terms.USED, self.graph)
        self.put(self.run, ctg("textDigest"), text(digest))
        self.put(self.run, ctg("softwareVersion"), text(version))
        self.put(self.run, terms.LABEL, text(f"{dutch}, door ctgraph {version}", "nl"))
        self.put(self.run, terms.LABEL, text(f"{english}, by ctgraph {version}", "en"))


def open_period(since: str, until: str) -> str:
    """An EDTF interval with an open end for a bound that is not known; empty if none is.

    Empty too where a source lets it end before it begins: EDTF has no word for that, and either bound may be wrong.
    """
    if not since and not until:
        return ""
    earliest, latest = period(since)[0] if since else None, period(until)[1] if until else None
    return "" if earliest and latest and earliest > latest else f"{since or '..'}/{until or '..'}"


@lru_cache(maxsize=4096)
def source_object(source: str) -> Object:
    """An address as a node, the name of a source as words."""
    return node(source) if _ADDRESS.fullmatch(source) else text(source)
