"""The register as statements: one named graph a table, one writer a row class, the row behind every subject."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from pyoxigraph import Quad

from ctgraph.graph.register import actors, legislation, links, papers, parliament, policies
from ctgraph.graph.register.table import TableSheet
from ctgraph.model.deliveries import Delivery
from ctgraph.model.records import Register, Row

_WRITERS: Final[tuple[tuple[str, Callable[[TableSheet, Any], None]], ...]] = (
    ("documents", papers.document),
    ("dossiers", papers.dossier),
    ("threat_assessments", papers.assessment),
    ("threat_levels", policies.level),
    ("series", policies.series),
    ("strategies", policies.strategy),
    ("laws", legislation.law),
    ("bills", legislation.bill),
    ("organisations", actors.organisation),
    ("groups", actors.group),
    ("persons", actors.person),
    ("tenures", actors.tenure),
    ("motions", parliament.motion),
    ("decisions", parliament.decision),
    ("outcomes", policies.outcome),
    ("corrections", papers.correction),
    ("links", links.link),
)


def state_register(register: Register, version: str) -> Iterator[Quad]:
    """State every row of every table, in the order of the tables and rows; `version` is that of the software."""
    return state_tables(register, version, [name for name, _ in _WRITERS])


def state_tables(register: Register, version: str, names: Sequence[str]) -> Iterator[Quad]:
    """State every row of the tables named."""
    for name in names:
        yield from _table(register, version, name, getattr(register, name).values())


def state_deliveries(register: Register, version: str, deliveries: Iterable[Delivery]) -> Iterator[Quad]:
    """State which promises of the papers read the outcomes fulfil, with the rows of these outcomes."""
    sheet = TableSheet("outcomes", register.digests["outcomes"], version)
    for delivery in deliveries:
        sheet.begin(delivery.outcome)
        policies.delivery(sheet, delivery)
    return sheet.quads()


def _table(register: Register, version: str, name: str, rows: Iterable[Row]) -> Iterator[Quad]:
    sheet, write = TableSheet(name, register.digests[name], version), dict(_WRITERS)[name]
    for row in rows:
        sheet.begin(row)
        write(sheet, row)
    return sheet.quads()
