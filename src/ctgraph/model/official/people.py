"""People in a public capacity, groups, committees, seats; organisations and concepts of the official value lists.

A person has names and roles here and nothing else: no dates or places of birth, no addresses.
"""

from __future__ import annotations

from msgspec import Struct


class PersonRecord(Struct, frozen=True):
    """A person by the id of the source; `initials` end in full stops, `particle` is "van der" and the like."""

    id: str
    name: str
    initials: str = ""
    particle: str = ""
    surname: str = ""
    wikidata: str = ""


class GroupRecord(Struct, frozen=True):
    """A parliamentary group; `name` is its abbreviation or, without one, its full name."""

    id: str
    name: str
    full_name: str = ""
    english: str = ""
    since: str = ""
    until: str = ""


class CommitteeRecord(Struct, frozen=True):
    """A committee of a chamber."""

    id: str
    name: str
    abbreviation: str = ""
    english: str = ""
    since: str = ""
    until: str = ""


class SeatRecord(Struct, frozen=True):
    """The holding of a seat by a person, for a group; `until` is the last day."""

    id: str
    person: str
    person_name: str = ""
    group: str = ""
    group_name: str = ""
    role: str = ""
    since: str = ""
    until: str = ""


class FormerName(Struct, frozen=True):
    """A name that an organisation bore for a time; `id` is that of the historical version in the source."""

    id: str
    name: str
    since: str = ""
    until: str = ""


class OrganisationRecord(Struct, frozen=True):
    """An organisation by its code in the official registers (mnre1058); `address` is its IRI there.

    `kind` is a notation of organisation-kind, empty where the source does not tell.
    """

    code: str
    name: str
    address: str = ""
    abbreviation: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = ""
    since: str = ""
    until: str = ""
    former: tuple[FormerName, ...] = ()


class ConceptRecord(Struct, frozen=True):
    """A concept of an official value list; `address` is its IRI there. It keeps that IRI in the graph."""

    address: str
    name: str = ""
    aliases: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    scheme: str = ""
