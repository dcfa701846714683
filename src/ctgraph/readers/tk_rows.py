"""Rows of the Tweede Kamer's open data, in whatever wrapping they were saved, joined where a file holds both sides.

A row is what OData and SyncFeed call an entity. OData writes relations as `Persoon_Id`, or spells the related rows out
(`$expand`); a row spelled out inside another is a row like any other. Rows may come as an answer with `value`, a bare
array, tables by entity name, one row alone, or any of these inside a collector's `data`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

Json = Mapping[str, Any]

SERVICE: Final = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/"

# The entity in a context address: …$metadata#Stemming(Besluit(…))/$entity. Not the context of the service itself.
_CONTEXT = re.compile(r"\$metadata#(\w+)")
# The partial days of the schema: 2022, 2022-05, 2022-W20, 2022-W20-4. Not 2022-05-20.
_PART = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])|-W\d\d(?:-\d)?)?", re.ASCII)
_HOME: Final = ZoneInfo("Europe/Amsterdam")
_EMPTY_INSTANT: Final = "0001-01-01"
"""How the service writes an instant that is not filled in."""

_MARKS: Final = (
    ("Kabinetsappreciatie", "Zaak"),
    ("DocumentNummer", "Document"),
    ("BesluitSoort", "Besluit"),
    ("FractieGrootte", "Stemming"),
    ("Voortouwnaam", "Activiteit"),
    ("Rubriek", "Agendapunt"),
    ("AantalZetels", "Fractie"),
    ("Roepnaam", "Persoon"),
    ("TotEnMet", "FractieZetelPersoon"),
    ("KamerbriefNakoming", "Toezegging"),
    ("HoogsteVolgnummer", "Kamerstukdossier"),
    ("VergaderingNummer", "Vergadering"),
    ("NaamWebNL", "Commissie"),
    ("Zaak_Id", "ZaakActor"),
    ("ExterneIdentifier", "DocumentVersie"),
)
"""A property that only the rows of one entity have, for rows that were saved without saying what they are."""

_ENTITIES: Final = frozenset(entity for _, entity in _MARKS) | {
    "DocumentActor", "DocumentPublicatie", "DocumentPublicatieMetadata", "FractieZetel", "ActiviteitActor", "Verslag",
}  # fmt: skip

_RELATIONS: Final = {
    "HuidigeDocumentVersie": "DocumentVersie",
    "BijlageDocument": "Document",
    "BronDocument": "Document",
    "ToegezegdAanPersoon": "Persoon",
    "ToegezegdAanFractie": "Fractie",
    "Voortouwcommissie": "Commissie",
    "IsWijzigingVan": "Toezegging",
}
"""Relations that do not bear the name of what they lead to."""


class Row:
    """A row with its entity; absent, null and blank properties are the same.

    `id` is the GUID in small letters, empty if it has none.
    """

    __slots__ = ("entity", "id", "values")

    def __init__(self, entity: str, values: Json) -> None:
        self.entity = entity
        self.values = values
        self.id = self.text("Id").lower()

    @property
    def is_deleted(self) -> bool:
        """Whether only the tombstone is left."""
        return self.values.get("Verwijderd") is True

    @property
    def changed(self) -> str:
        """The instant of the last change, in UTC, so that instants order as strings."""
        given = self.text("GewijzigdOp") or self.text("ApiGewijzigdOp")
        return datetime.fromisoformat(given).astimezone(UTC).isoformat() if given else ""

    def text(self, name: str) -> str:
        """A property as text, white space as single spaces."""
        value = self.values.get(name)
        return "" if value is None or isinstance(value, dict | list) else " ".join(str(value).split())

    def number(self, name: str) -> int | None:
        """A whole number; raises ValueError for what is none."""
        text = self.text(name)
        return int(text) if text else None

    def flag(self, name: str) -> bool | None:
        """A truth value."""
        value = self.values.get(name)
        return value if isinstance(value, bool) else None

    def texts(self, name: str) -> str:
        """A property that SyncFeed may repeat, as text."""
        value = self.values.get(name)
        return "; ".join(str(each) for each in value if each) if isinstance(value, list) else self.text(name)

    def inside(self, name: str) -> list[str]:
        """The ids of the related rows that are spelled out in it."""
        return [str(each.get("Id") or "").lower() for each in _inner(self.values.get(name))]

    def day(self, name: str) -> str:
        """The day in the Netherlands of an instant: a day is served as local midnight. Empty for an empty instant."""
        return day(self.text(name))

    def ref(self, name: str) -> str:
        """The id of the related row, given as such or by the row itself."""
        given = self.text(f"{name}_Id")
        inside = self.values.get(name)
        if not given and isinstance(inside, Mapping):
            given = str(inside.get("Id") or "")
        return given.lower()


def day(instant: str) -> str:
    """The day in the Netherlands; a day without a time is itself.

    A month or a year, which the schema allows too, stays one; a week is left out. Raises ValueError for no time.

    >>> day("2022-05-19T22:00:00Z"), day("2022-05-20"), day("0001-01-01T00:00:00Z")
    ('2022-05-20', '2022-05-20', '')
    """
    if not instant or instant.startswith(_EMPTY_INSTANT):
        return ""
    if _PART.fullmatch(instant):
        return "" if "W" in instant else instant
    if len(instant) == 10:
        return date.fromisoformat(instant).isoformat()
    when = datetime.fromisoformat(instant)
    return (when.astimezone(_HOME) if when.tzinfo else when).date().isoformat()


class Rows:
    """All rows of one file by entity and id, those spelled out inside others included, and what other files lend."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], Row] = {}
        self._pointing: dict[tuple[str, str, str], list[Row]] | None = None
        self._holding: dict[tuple[str, str, str], list[str]] = {}
        self._lent: dict[tuple[str, str], Row] = {}

    def add(self, row: Row) -> None:
        """Take a row in with those inside it; of two forms of one row the fuller stays, one without an id is none."""
        if not row.id:
            return
        self._pointing = None
        known = self._rows.get((row.entity, row.id))
        if known is None or len(known.values) < len(row.values):
            self._rows[row.entity, row.id] = row
        for name, value in row.values.items():
            entity = _RELATIONS.get(name, name)
            for inner in _inner(value) if entity in _ENTITIES else ():
                self.add(Row(entity, inner))
        self._hold(row)

    def lend(self, row: Row) -> None:
        """Take in what another file tells of a row: it is found by those that lead to it, and is none of this file."""
        self._pointing = None
        self._lent[row.entity, row.id] = row
        self._hold(row)

    def _hold(self, row: Row) -> None:
        for name in row.values:
            for identifier in row.inside(name) if name in _ENTITIES else ():
                self._holding.setdefault((row.entity, name, identifier), []).append(row.id)

    def __iter__(self) -> Iterator[Row]:
        return (row for _, row in sorted(self._rows.items()))

    def find(self, entity: str, identifier: str) -> Row | None:
        """The row with an id; of one that is a mere reference here, what another file lends."""
        own = self._rows.get((entity, identifier))
        return own if own and len(own.values) > 1 else self._lent.get((entity, identifier), own)

    def one(self, row: Row, name: str) -> Row | None:
        """The row that a relation leads to, if the file holds it."""
        twin = self._lent.get((row.entity, row.id))
        reference = row.ref(name) or (twin.ref(name) if twin else "")
        return self.find(_RELATIONS.get(name, name), reference) or next(iter(self.many(row, name)), None)

    def document(self, number: str) -> Row | None:
        """The document with a number, 2022D29700."""
        found = (each for each in (*self._rows.values(), *self._lent.values()) if each.entity == "Document")
        return next((each for each in found if each.text("DocumentNummer") == number), None)

    def many(self, row: Row, name: str) -> list[Row]:
        """The rows that a relation leads to: inside the row, pointing back at it, or with the row inside them."""
        entity = _RELATIONS.get(name, name)
        twin = self._lent.get((row.entity, row.id))
        inside = [*row.inside(name), *(twin.inside(name) if twin else ())]
        around = self._holding.get((entity, row.entity, row.id), ()) if entity == name else ()
        known = (self.find(entity, identifier) for identifier in (*inside, *around))
        found = {each.id: each for each in known if each is not None}
        if entity == name:
            found.update({each.id: each for each in self._pointing_at().get((entity, row.entity, row.id), ())})
        return [found[identifier] for identifier in sorted(found)]

    def _pointing_at(self) -> dict[tuple[str, str, str], list[Row]]:
        """Rows by their entity, and the entity and id of a row that they point at."""
        if self._pointing is None:
            self._pointing = {}
            for row in (*self._rows.values(), *self._lent.values()):
                for name in row.values:
                    if name.endswith("_Id"):
                        key = (row.entity, name[:-3], row.text(name).lower())
                        self._pointing.setdefault(key, []).append(row)
        return self._pointing


def _inner(value: object) -> list[Json]:
    if isinstance(value, Mapping):
        return [value]
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def rows_of(data: object) -> Iterator[Row]:
    """Every row of a parsed file; what is no row of a known entity has the entity `?`."""
    yield from _unwrap(data, "")


def _unwrap(data: object, entity: str) -> Iterator[Row]:
    if isinstance(data, list):
        for each in data:
            yield from _unwrap(each, entity)
    elif isinstance(data, Mapping):
        context = _CONTEXT.search(str(data.get("@odata.context", "")))
        entity = context[1] if context else entity
        inside = next((data[key] for key in ("data", "value") if isinstance(data.get(key), dict | list)), None)
        tables = [name for name in data if name in _ENTITIES and isinstance(data[name], list) and "Id" not in data]
        if inside is not None:
            yield from _unwrap(inside, entity)
        elif tables:
            for name in tables:
                yield from _unwrap(data[name], name)
        else:
            yield Row(entity if entity in _ENTITIES else _recognise(data), data)


def _recognise(data: Json) -> str:
    return next((entity for mark, entity in _MARKS if mark in data), "?")
