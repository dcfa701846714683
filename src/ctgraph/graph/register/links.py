"""Links out that a person reviewed: where else a thing of ours is, and how sure it is the same."""

from __future__ import annotations

from typing import Final

from ctgraph.graph.register.table import TableSheet
from ctgraph.graph.terms import SAME_AS, SEE_ALSO, node, thing
from ctgraph.identifiers import split_reference
from ctgraph.model.records import LinkRow
from ctgraph.namespaces import SKOS

_PROPERTIES: Final = {
    "owl:sameAs": SAME_AS,
    "skos:exactMatch": node(SKOS + "exactMatch"),
    "skos:closeMatch": node(SKOS + "closeMatch"),
    "rdfs:seeAlso": SEE_ALSO,
}


def link(sheet: TableSheet, row: LinkRow) -> None:
    """One link; of a row of low confidence none is stated, as for everything else that leads out."""
    if row.confidence != "low":
        sheet.about(thing(*split_reference(row.thing))).say(_PROPERTIES[row.property], node(row.target))
