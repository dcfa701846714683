"""The crosswalk of a register: how official ids and names lead to its keys.

The register says of each row where it was read. Where that is a row of the Tweede Kamer, its GUID leads to the key.
Rows of low confidence lead nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from ctgraph.identifiers import slug
from ctgraph.model.official.crosswalk import Called, Candidate, Crosswalk, Holding
from ctgraph.model.records import PersonRow, Register, Row, TenureRow

R = TypeVar("R", bound=Row)
T = TypeVar("T")

# The GUID in an address of the Tweede Kamer's service: …/OData/v4/2.0/Zaak(78de344e-6c24-4b42-8322-aa1c2eb0d820).
# Not a number in brackets of another site.
_GUID = re.compile(r"/OData/v4/2\.0/(?:Zaak|Besluit|Persoon|Fractie|Commissie)\(([0-9a-f-]{36})\)")


def crosswalk(register: Register) -> Crosswalk:
    """Make the crosswalk of a register."""
    people = list(_candidates(register))
    return Crosswalk(
        ids=dict(_ids(register)),
        motions=frozenset(row.key for row in _sure(register.motions)),
        full_names=_single((slug(name), found) for row, found in people for name in _full_names(row)),
        surnames=_single((slug(name), found) for row, found in people for name in _surnames(row)),
        submitters=_single(
            (f"{row.key}/{slug(each.name)}", each.person)
            for row in _sure(register.motions)
            for each in row.submitters
            if each.person
        ),
        groups=_single(
            (slug(name), row.key) for row in _sure(register.groups) for name in (row.name, row.full_name, *row.aliases)
        ),
        organisations={**_organisations(register), **{row.tooi: row.key for row in _sure(register.organisations)}},
        dossiers=_single((slug(row.title), row.key) for row in _sure(register.dossiers)),
        called=dict(_called(register)),
    )


def _called(register: Register) -> Iterator[tuple[str, Called]]:
    for person in register.persons.values():
        yield f"person/{person.key}", Called(person.name)
    for group in register.groups.values():
        yield f"organisation/{group.key}", Called(group.name, group.kind)
    for body in register.organisations.values():
        yield f"organisation/{body.key}", Called(body.name, body.kind)


def _sure(rows: Mapping[str, R]) -> Iterator[R]:
    return (row for row in rows.values() if row.confidence != "low")


def _ids(register: Register) -> Iterator[tuple[str, str]]:
    """A person's id may stand in the note or source of several rows; only rows of people, groups and papers lead on."""
    tables: tuple[Mapping[str, Row], ...] = (
        register.persons,
        register.groups,
        register.motions,
        register.documents,
        register.decisions,
    )
    for table in tables:
        for row in _sure(table):
            found = _GUID.search(row.source)
            if found is not None:
                yield found[1], row.key


def _candidates(register: Register) -> Iterator[tuple[PersonRow, Candidate]]:
    held: dict[str, list[TenureRow]] = {}
    for tenure in _sure(register.tenures):
        held.setdefault(tenure.person, []).append(tenure)
    for row in _sure(register.persons):
        holdings = tuple(Holding(each.group, _day(each.since), _day(each.until)) for each in held.get(row.key, ()))
        yield row, Candidate(row.key, holdings)


def _full_names(row: PersonRow) -> Iterator[str]:
    """The name, and the forms with initials: "C.A.M. van der Plas"."""
    yield row.name
    yield from (alias for alias in row.aliases if "." in alias)


def _surnames(row: PersonRow) -> Iterator[str]:
    yield row.surname
    yield from (alias for alias in row.aliases if "." not in alias)


def _organisations(register: Register) -> dict[str, str]:
    return _single(
        (slug(name), row.key)
        for row in _sure(register.organisations)
        for name in (row.name, row.full_name, *row.aliases)
    )


def _single(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    """The names that lead to one thing only."""
    found: dict[str, set[T]] = {}
    for name, value in pairs:
        if name:
            found.setdefault(name, set()).add(value)
    return {name: next(iter(values)) for name, values in found.items() if len(values) == 1}


def _day(edtf: str) -> date | None:
    """A day if the time is one; a month or period is none."""
    return date.fromisoformat(edtf) if len(edtf) == 10 else None
