"""Strategies, series of reports, threat levels without an assessment, and what followed on promises."""

from __future__ import annotations

from ctgraph.graph.register.table import TableSheet
from ctgraph.graph.terms import ALT_LABEL, LABEL, concept, text, thing
from ctgraph.model.deliveries import Delivery
from ctgraph.model.records import LevelRow, OutcomeRow, SeriesRow, StrategyRow


def level(sheet: TableSheet, row: LevelRow) -> None:
    """A level that holds for an area and day only."""
    subject = sheet.about(thing("claim", "register", row.key), "LevelStatement").say(LABEL, text(row.name, "nl"))
    subject.words("area", row.area).when("onDate", row.date)
    if row.level and row.scale:
        subject.say("threatLevel", concept(f"threat-level-{row.scale}", row.level))


def series(sheet: TableSheet, row: SeriesRow) -> None:
    """A series of reports."""
    subject = sheet.about(thing("series", row.key), "PublicationSeries").say(LABEL, text(row.name, "nl"))
    subject.say(ALT_LABEL, *(text(alias, "nl") for alias in row.aliases))


def strategy(sheet: TableSheet, row: StrategyRow) -> None:
    """A strategy or programme with the period that it is meant for."""
    subject = sheet.about(thing("strategy", row.key), "Strategy").say(LABEL, text(row.name, "nl"))
    subject.say(ALT_LABEL, *(text(alias, "nl") for alias in row.aliases))
    subject.when("validDuring", row.valid)
    if row.letter:
        subject.say("setOutIn", thing("document", row.letter))


def outcome(sheet: TableSheet, row: OutcomeRow) -> None:
    """What followed: a study that a paper presents, an edition of a series, or a bill."""
    if row.kind == "study":
        subject = sheet.about(thing("study", row.key), "Study").say(LABEL, text(row.what, "nl"))
        if row.motion:
            subject.say("requestedBy", thing("motion", row.motion))
        if row.document:
            subject.say("resultsIn", thing("document", row.document))
    elif row.series and row.document:
        sheet.about(thing("document", row.document)).say("editionOf", thing("series", row.series))


def delivery(sheet: TableSheet, item: Delivery) -> None:
    """What an outcome fulfils of the papers read: the announcement, the commitment, the study behind them."""
    document = thing("document", item.outcome.document)
    day = item.outcome.date
    for ref in item.announcements:
        sheet.about(thing(ref.kind, ref.id)).say("deliveredBy", document).when("deliveredOn", day)
    for ref in item.commitments:
        sheet.about(thing(ref.kind, ref.id)).say("fulfilledBy", document).when("fulfilledOn", day)
    for ref in item.studies:
        sheet.about(thing(ref.kind, ref.id)).say("resultsIn", document)
