"""The formats of answers: which media types there are for a form of query, best first.

CSV and TSV are defined for SELECT only; an ASK gets the bare word `true` or `false`, as other stores do.
A graph has no named parts, so TriG and N-Quads hold it in their default graph.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pyoxigraph import QueryResultsFormat, RdfFormat

from ctgraph.store.backend import Form

RESULTS: Final[Mapping[str, QueryResultsFormat]] = MappingProxyType(
    {
        "application/sparql-results+json": QueryResultsFormat.JSON,
        "application/sparql-results+xml": QueryResultsFormat.XML,
        "text/csv": QueryResultsFormat.CSV,
        "text/tab-separated-values": QueryResultsFormat.TSV,
    }
)
GRAPHS: Final[Mapping[str, RdfFormat]] = MappingProxyType(
    {
        "text/turtle": RdfFormat.TURTLE,
        "application/n-triples": RdfFormat.N_TRIPLES,
        "application/ld+json": RdfFormat.JSON_LD,
        "application/rdf+xml": RdfFormat.RDF_XML,
        "application/trig": RdfFormat.TRIG,
        "application/n-quads": RdfFormat.N_QUADS,
    }
)
PREFIXED: Final = frozenset({"text/turtle", "application/rdf+xml", "application/trig"})
"""The formats that abbreviate IRIs with prefixes."""


def offered(form: Form) -> tuple[str, ...]:
    """The media types that a query of this form can be answered in; the first is the default."""
    return tuple(RESULTS) if form in ("select", "ask") else tuple(GRAPHS)
