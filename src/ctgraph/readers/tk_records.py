"""From the rows of a file to its records: one record a row, each with where it comes from."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from ctgraph.errors import InputError
from ctgraph.identifiers import is_reference
from ctgraph.model.loans import Loan
from ctgraph.model.official import Record, RecordSource, Sourced
from ctgraph.readers import tk_cases, tk_meetings, tk_people
from ctgraph.readers.record_files import Findings
from ctgraph.readers.tk_loans import loans
from ctgraph.readers.tk_names import unknown
from ctgraph.readers.tk_rows import SERVICE, Row, Rows

_MAKERS: Final[Mapping[str, Callable[[Rows, Row], Record | str]]] = MappingProxyType(
    {
        "Activiteit": tk_meetings.activity,
        "Agendapunt": tk_meetings.agenda_item,
        "Besluit": tk_meetings.decision,
        "Commissie": lambda _, row: tk_people.committee(row),
        "Document": tk_cases.document,
        "Fractie": lambda _, row: tk_people.group(row),
        "FractieZetelPersoon": tk_people.seat,
        "Kamerstukdossier": lambda _, row: tk_cases.dossier(row),
        "Persoon": lambda _, row: tk_people.person(row),
        "Toezegging": tk_people.commitment,
        "Vergadering": lambda _, row: tk_meetings.sitting(row),
        "Zaak": tk_cases.case,
    }
)

_PARTS: Final = frozenset({
    "ActiviteitActor", "DocumentActor", "DocumentPublicatie", "DocumentPublicatieMetadata", "DocumentVersie",
    "FractieZetel", "Verslag", "ZaakActor",
})  # fmt: skip
"""Entities that say something of another row only, with which they are read."""

_NUMBERED: Final = frozenset({"Activiteit", "Agendapunt", "Toezegging", "Zaak"})
"""Entities that go by their number in addresses."""

_PERSONAL: Final = frozenset({"Persoon"})
"""Entities whose rows hold more of people than is ours to keep: not even their digest leads back to it."""

# The ids of rows are GUIDs; whatever else is to be one must at least be fit for an address.
_ID: Final = re.compile(r"[\w-]{1,64}", re.ASCII)

_NAMES: Final = ("Id", "Roepnaam", "Initialen", "Tussenvoegsel", "Achternaam", "GewijzigdOp", "Verwijderd")


def add_rows(found: Findings, rows: Rows, path: str) -> None:
    """Add the record of each row, and what it lends; raises InputError for a property that is not of its kind."""
    lent: list[Loan] = []
    for row in rows:
        try:
            _add_row(found, rows, row)
            found.unknown.update(unknown(row))
            lent.extend(loans(row))
        except ValueError as error:
            what = f"{row.entity} {row.id} has a value that does not fit ({error})"
            raise InputError(path, what, "Fetch it again, or correct the file") from error
    found.loans = tuple(lent)


def _add_row(found: Findings, rows: Rows, row: Row) -> None:
    number = row.text("DocumentNummer") or (row.text("Nummer") if row.entity in _NUMBERED else "")
    if number and not is_reference(number):
        raise ValueError(f"{number[:80]!r} is no number")
    if len(row.values) == 1:
        return  # a mere reference, whose row is not in the file
    if row.entity in _PARTS:
        return
    if row.is_deleted:
        found.passed(f"a deleted {row.entity}")
        found.sourced.append(Sourced(_source(row), (), f"{row.entity} {row.id}"))
        return
    if row.entity == "Stemming":
        _add_vote(found, rows, row)
        return
    make = _MAKERS.get(row.entity)
    made = make(rows, row) if make else f"a row that no reader knows ({row.entity})"
    if isinstance(made, str):
        found.passed(made)
    else:
        found.sourced.append(Sourced(_source(row), (made,), _about(row), _told(made)))


def _add_vote(found: Findings, rows: Rows, row: Row) -> None:
    """A vote is part of its decision where the file holds that."""
    decided = rows.find("Besluit", row.ref("Besluit"))
    if decided is not None and len(decided.values) > 1:
        return
    made = tk_meetings.lone_vote(rows, row)
    if isinstance(made, str):
        found.passed(made)
    else:
        found.sourced.append(Sourced(_source(row), (made,), _about(row), _told(made)))


def _told(value: object) -> int:
    """How much a record says: of two readings of one row the one whose file tells more of what it leads to counts."""
    if isinstance(value, Struct):
        return sum(_told(getattr(value, name)) for name in value.__struct_fields__)
    return sum(map(_told, value)) if isinstance(value, tuple) else int(value not in ("", None))


def _source(row: Row) -> RecordSource:
    if not _ID.fullmatch(row.id):
        raise ValueError(f"{row.id[:80]!r} is no id")
    values = {name: row.values.get(name) for name in _NAMES} if row.entity in _PERSONAL else row.values
    written = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(written.encode()).hexdigest()
    return RecordSource(row.entity.lower(), row.id, digest, f"{SERVICE}{row.entity}({row.id})", row.changed)


def _about(row: Row) -> str:
    return f"{row.entity} {row.text('Nummer') or row.text('DocumentNummer') or row.id}"
