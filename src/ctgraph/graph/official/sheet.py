"""The named graph of one record of an official source while it is being written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from pyoxigraph import Quad

from ctgraph.graph import terms
from ctgraph.graph.derived import CONFIDENCE, DerivedSheet, source_object
from ctgraph.graph.terms import ctg, decimal, node, text, thing
from ctgraph.identifiers import graph_iri, record_iri
from ctgraph.model.official import RecordSource, Sourced
from ctgraph.model.official.crosswalk import Crosswalk


class RecordSheet(DerivedSheet):
    """The statements of one record. They are as sure as its publisher says, unless a step of reasoning was needed."""

    def __init__(self, sourced: Sourced, crosswalk: Crosswalk, version: str) -> None:
        source = sourced.source
        super().__init__(
            node(graph_iri(source.reader, source.id)),
            thing("run", source.reader, source.id, _run_key(source, version)),
            node(record_iri(source.reader, source.id)),
        )
        self.crosswalk = crosswalk
        self.reader = source.reader
        self.home = source.id
        self._sourced = sourced
        self._version = version
        self._reasoned = False

    def reasoned(self) -> None:
        """Note that something here was concluded and not said by the record, such as a dossier from its title."""
        self._reasoned = True

    def quads(self) -> Iterator[Quad]:
        """All statements, then the record and the run; nothing at all if nothing was stated."""
        if self._quads:
            self._describe_record()
        return super().quads()

    def _describe_record(self) -> None:
        source = self._sourced.source
        confidence = CONFIDENCE["medium" if self._reasoned else "high"]
        self.put(self.record, terms.TYPE, ctg("SourceRecord"))
        self.put(self.record, terms.IDENTIFIER, text(source.id))
        self.put(self.record, terms.SOURCE, source_object(source.address or source.reader))
        self.put(self.record, ctg("confidence"), decimal(confidence))
        self.put(self.record, ctg("extractedBy"), self.run)
        name = self._sourced.about or source.id
        self.describe_run(source.digest, self._version, f"Lezing van {name}", f"Reading of {name}")


def _run_key(source: RecordSource, version: str) -> str:
    return hashlib.sha256(f"{source.digest} {source.reader} {version}".encode()).hexdigest()[:12]
