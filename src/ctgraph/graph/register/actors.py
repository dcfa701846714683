"""Organisations, parties and groups, persons, and the roles they hold for a time."""

from __future__ import annotations

from ctgraph.graph.derived import open_period
from ctgraph.graph.register.table import TableSheet
from ctgraph.graph.terms import ALT_LABEL, LABEL, SAME_AS, SEE_ALSO, concept, node, organisation_class, text, thing
from ctgraph.identifiers import slug
from ctgraph.model.records import GroupRow, OrganisationRow, PersonRow, TenureRow


def organisation(sheet: TableSheet, row: OrganisationRow) -> None:
    """A body with its names and kind."""
    _named(sheet, row, row.since, row.until)
    if row.tooi:
        sheet.about(thing("organisation", row.key)).say(
            SAME_AS if row.confidence == "high" else SEE_ALSO, node(row.tooi)
        )


def group(sheet: TableSheet, row: GroupRow) -> None:
    """A party or a parliamentary group."""
    _named(sheet, row, row.since, row.until)


def person(sheet: TableSheet, row: PersonRow) -> None:
    """A person in a public capacity: names, nothing else."""
    subject = sheet.about(thing("person", row.key), "Person").say(LABEL, text(row.name))
    subject.say(ALT_LABEL, *(text(alias) for alias in row.aliases))


def tenure(sheet: TableSheet, row: TenureRow) -> None:
    """A role of a person. Without a known bound it has no period: days seen in a role are no bounds."""
    post = sheet.about(thing("post", slug(row.role)), "Post").say(LABEL, text(row.role, "nl"))
    subject = sheet.about(thing("tenure", row.key), "Tenure").say("holder", thing("person", row.person))
    subject.say("ofPost", post.node).say("roleName", text(row.role))
    if row.organisation:
        subject.say("inOrganization", thing("organisation", row.organisation))
    if row.group:
        subject.say("onBehalfOf", thing("organisation", row.group))
    subject.when("tenurePeriod", open_period(row.since, row.until))


def _named(sheet: TableSheet, row: OrganisationRow | GroupRow, since: str, until: str) -> None:
    subject = sheet.about(thing("organisation", row.key), organisation_class(row.kind))
    subject.say(LABEL, text(row.name, "nl")).words(ALT_LABEL, row.full_name, "nl")
    subject.say(ALT_LABEL, *(text(alias, "nl") for alias in row.aliases))
    subject.say("organisationKind", concept("organisation-kind", row.kind))
    subject.when("validDuring", open_period(since, until))
