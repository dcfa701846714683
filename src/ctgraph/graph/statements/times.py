"""Times as the paper words them."""

from __future__ import annotations

from pyoxigraph import NamedNode

from ctgraph.graph.provenance import Sheet
from ctgraph.graph.statements.targets import about
from ctgraph.graph.terms import day, edtf, text
from ctgraph.model.claims import Time


def time(sheet: Sheet, item: Time) -> NamedNode:
    """A time; an open side has no day, and only a relative time names the document it is read against."""
    reading = item.reading
    subject = about(sheet, item.ref, item.evidence, "TimeExpression")
    subject.say("edtf", edtf(reading.edtf)).say("verbatimTime", text(item.words))
    if reading.earliest:
        subject.say("earliest", day(reading.earliest))
    if reading.latest:
        subject.say("latest", day(reading.latest))
    if reading.relative:
        subject.say("readRelativeTo", sheet.home)
    return subject.node
