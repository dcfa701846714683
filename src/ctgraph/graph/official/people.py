"""People, groups, committees, seats, organisations with the names they bore, concepts of official value lists."""

from __future__ import annotations

from typing import Final

from ctgraph.graph.derived import Subject, open_period
from ctgraph.graph.official import things
from ctgraph.graph.official.sheet import RecordSheet
from ctgraph.graph.terms import (
    ALT_LABEL,
    IDENTIFIER,
    LABEL,
    SEE_ALSO,
    TYPE,
    concept,
    node,
    organisation_class,
    text,
    thing,
)
from ctgraph.identifiers import slug
from ctgraph.model.official import (
    CommitteeRecord,
    ConceptRecord,
    GroupRecord,
    NamedSubmitter,
    OrganisationRecord,
    PersonRecord,
    SeatRecord,
)
from ctgraph.namespaces import SKOS

_CONCEPT: Final = node(SKOS + "Concept")
_PREF_LABEL: Final = node(SKOS + "prefLabel")
_BROADER: Final = node(SKOS + "broader")
_IN_SCHEME: Final = node(SKOS + "inScheme")
_MEMBER: Final = "lid Tweede Kamer"


def person(sheet: RecordSheet, record: PersonRecord) -> None:
    """A person in a public capacity: the names, with initials and with the call name."""
    who = NamedSubmitter(record.name, person=record.id)
    subject = things.person(sheet, who, "")
    if subject is None:
        return
    formal = " ".join(filter(None, (record.initials, record.particle, record.surname)))
    if record.initials and formal != record.name:
        subject.words(ALT_LABEL, formal)
    subject.words(IDENTIFIER, record.id)
    if record.wikidata:
        subject.say(SEE_ALSO, node(record.wikidata))


def group(sheet: RecordSheet, record: GroupRecord) -> None:
    """A group with its names, and the time for which it sits."""
    subject = things.group(sheet, record.id, record.name)
    if subject is None:
        return
    subject.words(ALT_LABEL, record.full_name, "nl").words(ALT_LABEL, record.english, "en")
    subject.when("validDuring", open_period(record.since, record.until))


def committee(sheet: RecordSheet, record: CommitteeRecord) -> None:
    """A committee with its names, and the time for which it was set up."""
    subject = things.committee(sheet, record.id, record.name)
    subject.words(ALT_LABEL, record.abbreviation, "nl").words(ALT_LABEL, record.english, "en")
    subject.when("validDuring", open_period(record.since, record.until))


def seat(sheet: RecordSheet, record: SeatRecord) -> None:
    """A seat in the Tweede Kamer, held for a time."""
    who = NamedSubmitter(record.person_name or record.person, "", record.group_name, "", record.person, record.group)
    holder = things.person(sheet, who, record.since)
    if holder is None:
        return
    subject = sheet.about(thing("tenure", record.id), "Tenure").say("holder", holder.node)
    subject.say("ofPost", things.post(sheet, _MEMBER).node).say("inOrganization", things.chamber(sheet, "tk"))
    subject.words("roleName", record.role)
    behalf = things.group(sheet, record.group, record.group_name)
    if behalf:
        subject.say("onBehalfOf", behalf.node)
    subject.when("tenurePeriod", open_period(record.since, record.until))


def organisation(sheet: RecordSheet, record: OrganisationRecord) -> None:
    """An organisation, with each name that it bore and the time of it."""
    subject = _organisation(sheet, record)
    subject.words(ALT_LABEL, record.abbreviation, "nl")
    subject.say(ALT_LABEL, *(text(alias, "nl") for alias in record.aliases))
    subject.words(IDENTIFIER, record.code).when("validDuring", open_period(record.since, record.until))
    if record.address:
        subject.say(SEE_ALSO, node(record.address))
    for former in record.former:
        key = subject.node.value.rpartition("/")[2]
        name = sheet.about(thing("organisation", key, former.id), "FormerName").say("nameOf", subject.node)
        name.say(LABEL, text(former.name, "nl")).when("validDuring", open_period(former.since, former.until))


def _organisation(sheet: RecordSheet, record: OrganisationRecord) -> Subject:
    """The register's organisation: by its address in the official register, else by its whole name.

    The name without its kind is that of several: Utrecht is a province and a municipality.
    """
    known = sheet.crosswalk.organisations
    key = known.get(record.address) or known.get(slug(record.name), "")
    if key:
        return things.body(sheet, key, record.name).words(ALT_LABEL, record.name, "nl")
    kind = record.kind or "other"
    subject = sheet.about(thing("organisation", slug(record.code)), organisation_class(kind))
    subject.say(LABEL, text(record.name, "nl"))
    return subject.say("organisationKind", concept("organisation-kind", kind))


def official_concept(sheet: RecordSheet, record: ConceptRecord) -> None:
    """A concept of an official list, under the IRI that it has there."""
    subject = sheet.about(node(record.address)).say(TYPE, _CONCEPT).words(_PREF_LABEL, record.name, "nl")
    subject.say(ALT_LABEL, *(text(alias, "nl") for alias in record.aliases))
    subject.say(_BROADER, *(node(each) for each in record.broader))
    if record.scheme:
        subject.say(_IN_SCHEME, node(record.scheme))
