"""Laws and bills."""

from __future__ import annotations

from ctgraph.graph.pages import juriconnect, law_links
from ctgraph.graph.register.table import TableSheet
from ctgraph.graph.terms import ALT_LABEL, IDENTIFIER, LABEL, concept, text, thing
from ctgraph.model.records import BillRow, LawRow


def law(sheet: TableSheet, row: LawRow) -> None:
    """A law; abbreviation and other names are alternative labels."""
    subject = sheet.about(thing("law", row.key), "Law").say(LABEL, text(row.name, "nl"))
    subject.words(ALT_LABEL, row.abbreviation, "nl").say(ALT_LABEL, *(text(alias, "nl") for alias in row.aliases))
    subject.words("bwbIdentifier", row.bwb).words(IDENTIFIER, row.gazette)
    if row.confidence != "low":
        subject.led(law_links(row.bwb)).words("jci", juriconnect(row.bwb))
    subject.when("inForceFrom", row.in_force_from).when("inForceTo", row.in_force_until)


def bill(sheet: TableSheet, row: BillRow) -> None:
    """A bill by the number of its dossier."""
    subject = sheet.about(thing("bill", row.key), "LegislativeProposal").say(LABEL, text(row.title, "nl"))
    subject.say(IDENTIFIER, text(row.key))
    if row.status:
        subject.say("legislativeStatus", concept("legislative-status", row.status))
