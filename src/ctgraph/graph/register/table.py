"""The named graph of one table of the register while it is being written; subjects derive from its rows."""

from __future__ import annotations

from typing import Final

from ctgraph.graph import terms
from ctgraph.graph.derived import CONFIDENCE, DerivedSheet, source_object
from ctgraph.graph.terms import ctg, decimal, node, text, thing
from ctgraph.identifiers import graph_iri, row_iri
from ctgraph.model.records import Row

_EXTRACTED_BY: Final = ctg("extractedBy")


class TableSheet(DerivedSheet):
    """The statements of one table."""

    def __init__(self, table: str, digest: str, version: str) -> None:
        run = thing("run", "register", digest[:12])
        super().__init__(node(graph_iri("register", table)), run, run)
        self._table = table
        self.describe_run(digest, version, f"Tabel {table} van het register", f"Table {table} of the register")

    def begin(self, row: Row) -> None:
        """Begin a row: what is stated from here on comes from it."""
        self.record = node(row_iri(self._table, row.key))
        self.put(self.record, terms.TYPE, ctg("RegisterRow"))
        self.put(self.record, terms.IDENTIFIER, text(row.key))
        self.put(self.record, terms.SOURCE, source_object(row.source))
        self.put(self.record, ctg("confidence"), decimal(CONFIDENCE[row.confidence]))
        self.put(self.record, _EXTRACTED_BY, self.run)
        if row.note:
            self.put(self.record, terms.COMMENT, text(row.note, "en"))
