"""The nodes that records meet on, papers, dossiers, cases, people and groups: by official id, else by the register."""

from __future__ import annotations

import re
from typing import Final

from pyoxigraph import NamedNode

from ctgraph.graph.derived import Subject
from ctgraph.graph.official.sheet import RecordSheet
from ctgraph.graph.statements.actors import CHAMBERS
from ctgraph.graph.statements.targets import document_class
from ctgraph.graph.terms import ALT_LABEL, LABEL, TITLE, boolean, concept, organisation_class, text, thing
from ctgraph.identifiers import official, slug
from ctgraph.model.official import CaseRef, NamedSubmitter, Placement
from ctgraph.model.official.crosswalk import Called

# The number of a document of the Tweede Kamer, 2022D29700. Not a case (2022Z14434) or a publication (kst-29754-645).
DOCUMENT_NUMBER: Final = re.compile(r"\d{4}D\d{5}")

_BILLS: Final = frozenset({"Wetgeving", "Initiatiefwetgeving"})
_QUESTIONS: Final = frozenset({"Schriftelijke vragen"})


def paper(sheet: RecordSheet, identifier: str, kind: str = "") -> Subject:
    """A paper by its official id as officially spelled, or by the document number of the Tweede Kamer."""
    subject = sheet.about(thing("document", identifier), document_class(identifier, kind))
    return subject.say("officialIdentifier", text(identifier))


def dossier(sheet: RecordSheet, identifier: str, title: str = "") -> Subject:
    """A dossier: 35925-VI is number 35925 with the suffix VI."""
    number, _, suffix = identifier.partition("-")
    subject = sheet.about(thing("dossier", identifier), "Dossier").say("dossierNumber", text(number))
    return subject.words("dossierSuffix", suffix).words(TITLE, title, "nl")


def entries(sheet: RecordSheet, identifier: str, placements: tuple[Placement, ...]) -> None:
    """Place a paper in the dossiers that number it; the first is the one whose numbering it follows."""
    for position, place in enumerate(placements):
        if place.dossier and place.number:
            entry = sheet.about(thing("entry", identifier, place.dossier), "DossierEntry")
            entry.say("inDossier", dossier(sheet, place.dossier, place.title).node)
            entry.say("isMainDossier", boolean(position == 0)).words("subNumber", place.number)
            sheet.about(thing("document", identifier)).say("dossierEntry", entry.node)


def placed(sheet: RecordSheet, placements: tuple[Placement, ...]) -> tuple[Placement, ...]:
    """The placements, with the dossier of one that gives its title only, if one dossier alone has that title."""
    found = []
    for place in placements:
        known = place.dossier or sheet.crosswalk.dossiers.get(slug(place.title), "")
        if known and not place.dossier:
            sheet.reasoned()
        found.append(Placement(known, place.number, place.title))
    return tuple(found)


def paper_of(sheet: RecordSheet, case: CaseRef) -> str:
    """The official id of a case's paper: as given, as the register has it, or made of dossier and number."""
    known = case.paper or sheet.crosswalk.key(case.id)
    if known:
        return known
    for place in placed(sheet, case.placements[:1]):
        if place.dossier and place.number not in ("", "0"):
            return official("document", f"kst-{place.dossier}-{place.number}")
    return f"kv-tk-{case.number}" if case.type in _QUESTIONS and case.number else ""


def case_node(sheet: RecordSheet, case: CaseRef) -> NamedNode | None:
    """What a case is about as a thing: its motion, its bill, or else its paper; None if it has no number."""
    identifier = paper_of(sheet, case)
    if case.type == "Motie" or (not case.type and identifier in sheet.crosswalk.motions):
        return motion(sheet, identifier, case.number)
    if case.type in _BILLS:
        places = placed(sheet, case.placements[:1])
        if places and places[0].dossier:
            return bill(sheet, places[0].dossier, places[0].title).node
    return paper(sheet, identifier).node if identifier else None


def motion(sheet: RecordSheet, identifier: str, number: str) -> NamedNode | None:
    """A motion by its paper, else by the number of its case."""
    if not identifier and not number:
        return None
    subject = sheet.about(thing("motion", identifier or number), "Motion")
    subject.words("caseNumber", number)
    if identifier:
        subject.say("textInDocument", paper(sheet, identifier).node)
    return subject.node


def bill(sheet: RecordSheet, identifier: str, title: str) -> Subject:
    """A bill by its dossier, which bears its title."""
    subject = sheet.about(thing("bill", identifier), "LegislativeProposal")
    return subject.say(LABEL, text(title or identifier, "nl")).say("handledInDossier", dossier(sheet, identifier).node)


def group(sheet: RecordSheet, identifier: str, name: str) -> Subject | None:
    """A group: the register's if it is known there, else one by its name."""
    key = sheet.crosswalk.group(identifier, name)
    if key:
        return body(sheet, key, name)
    if not name:
        return None
    subject = sheet.about(thing("organisation", slug(name)), "ParliamentaryGroup").say(LABEL, text(name, "nl"))
    return subject.say("organisationKind", concept("organisation-kind", "parliamentary-group"))


def body(sheet: RecordSheet, key: str, name: str) -> Subject:
    """A body of the register under the name that it has there; `name` is that of this source."""
    called = sheet.crosswalk.called.get(f"organisation/{key}", Called(name))
    subject = sheet.about(thing("organisation", key), organisation_class(called.kind))
    subject.words(LABEL, called.name, "nl")
    if called.kind:
        subject.say("organisationKind", concept("organisation-kind", called.kind))
    return subject


def person(sheet: RecordSheet, who: NamedSubmitter, day: str, reference: str = "") -> Subject | None:
    """A person: the register's if id, or name and day, decide it; else by the id, else one of that thing only.

    `reference` is that of the thing that he took part in, where the register may know him by this name.
    """
    known = sheet.crosswalk
    named = bool(who.group or who.group_name)
    group_key = known.group(who.group, who.group_name) if named else None
    here = reference or sheet.home
    key = known.key(who.person) or known.submitter(here, who.name) or known.person(who.name, group_key, day)
    if key:
        called = known.called.get(f"person/{key}", Called(who.name))
        subject = sheet.about(thing("person", key), "Person").words(LABEL, called.name)
        return subject if who.name == called.name else subject.words(ALT_LABEL, who.name)
    if not who.name:
        return None
    own = (who.person,) if who.person else (here, slug(who.name))
    return sheet.about(thing("person", *own), "Person").say(LABEL, text(who.name))


def participation(sheet: RecordSheet, of: Subject, reference: str, who: NamedSubmitter, day: str) -> None:
    """The part that a submitter had in a thing, by the reference of that: a node of this source, as sources differ."""
    agent = person(sheet, who, day, reference)
    if agent is None:
        return
    part = sheet.about(thing("participation", reference, sheet.reader, slug(who.name)), "Participation")
    part.say("participant", agent.node).say("nameInSource", text(who.name))
    part.say("participationRole", concept("participation-role", who.role))
    behalf = group(sheet, who.group, who.group_name)
    if behalf:
        part.say("onBehalfOf", behalf.node)
    of.say("participation", part.node)


def post(sheet: RecordSheet, name: str) -> Subject:
    """An office by its name."""
    return sheet.about(thing("post", slug(name)), "Post").say(LABEL, text(name, "nl"))


def chamber(sheet: RecordSheet, code: str) -> NamedNode:
    """A chamber by its letters, tk or ek."""
    agent = CHAMBERS[code]
    subject = sheet.about(thing("organisation", agent.ref.id), "Chamber").say(LABEL, text(agent.name, "nl"))
    return subject.say("organisationKind", concept("organisation-kind", "chamber")).node


def committee(sheet: RecordSheet, identifier: str, name: str) -> Subject:
    """A committee: the register's if it is known there, else one by its name."""
    key = sheet.crosswalk.key(identifier) or sheet.crosswalk.organisations.get(slug(name), "")
    if key:
        return body(sheet, key, name)
    subject = sheet.about(thing("organisation", slug(name)), "Committee").say(LABEL, text(name, "nl"))
    return subject.say("organisationKind", concept("organisation-kind", "committee"))
