"""Saved answers of the Tweede Kamer's OData service, cut down to what the register takes from them.

Rows on persons also hold birth dates and places: only names are read here, nothing else leaves this module.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

_SERVICE = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/"

Json = Mapping[str, Any]


class Actor(Struct, frozen=True):
    """A person who submitted a case: initials and name as registered, and the group on that day."""

    person: str
    name: str
    group: str
    first: bool


class Case(Struct, frozen=True):
    """A Zaak. `title` is the title of its dossier, `number` its number there (-1 if it has none yet)."""

    id: str
    code: str
    kind: str
    title: str
    subject: str
    date: str
    session_year: str
    number: int
    advice: str
    actors: tuple[Actor, ...] = ()

    @property
    def source(self) -> str:
        """Where the service gives this case."""
        return address("Zaak", self.id)


class Member(Struct, frozen=True):
    """A person's names: initials, call name, particle and surname."""

    id: str
    initials: str
    call_name: str
    particle: str
    surname: str


class Vote(Struct, frozen=True):
    """How one group voted."""

    group: str
    choice: str
    seats: int
    mistaken: bool


class Ruling(Struct, frozen=True):
    """A Besluit with its place among those of its agenda point; `recorded` is the time it was last changed."""

    id: str
    place: int
    kind: str
    recorded: str
    votes: tuple[Vote, ...]


class AgendaPoint(Struct, frozen=True):
    """An agenda point with the cases voted on, in no order, and the decisions."""

    code: str
    cases: tuple[str, ...]
    rulings: tuple[Ruling, ...]


def address(entity: str, key: str) -> str:
    """The address of one row of the service."""
    return f"{_SERVICE}{entity}({key})"


def cases(folder: Path) -> dict[str, Case]:
    """Cases by id. The answers that expand a case are younger than the long list, so they win."""
    rows = list(_rows(folder / "zaken_ct.json"))
    rows += _rows(folder / "zaak_expand_zaakactor_document.json")
    found = {row["Id"]: _case(row) for row in rows if not row["Verwijderd"]}
    for path in sorted((folder / "zaak_expand").glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        old = found.get(row["Id"])
        found[row["Id"]] = _case(row, old.actors if old else ())
    return found


def members(folder: Path) -> dict[str, Member]:
    """Persons by id, with names only."""
    rows: list[Json] = []
    for path in sorted([*folder.glob("persoon_page_*.json"), *folder.glob("active_members_detailed_*.json")]):
        rows += _rows(path)
    return {row["Id"]: _member(row) for row in rows if row["Achternaam"]}


def group_names(folder: Path) -> dict[str, str]:
    """Names of groups by the abbreviation that votes and actors carry."""
    return {row["Afkorting"]: row["NaamNL"] for row in _rows(folder / "fracties.json")}


def agenda_points(folder: Path) -> list[AgendaPoint]:
    """The agenda points with votes."""
    flat = json.loads((folder / "stemmingen_ct_flat.json").read_text(encoding="utf-8"))
    votes = _grouped(flat["Stemming"], "Besluit_Id")
    rulings = _grouped(flat["Besluit"], "Agendapunt_Id")
    return [
        AgendaPoint(
            row["Nummer"],
            tuple(row["Zaak_Ids"]),
            tuple(_ruling(ruling, votes.get(ruling["Id"], [])) for ruling in rulings.get(row["Id"], [])),
        )
        for row in sorted(flat["Agendapunt"], key=lambda row: row["Nummer"])
    ]


def _rows(path: Path) -> Iterator[Json]:
    data = json.loads(path.read_text(encoding="utf-8"))
    yield from data["value"] if isinstance(data, dict) else data


def _grouped(rows: Iterable[Json], key: str) -> dict[str, list[Json]]:
    found: dict[str, list[Json]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return found


def _case(row: Json, actors: tuple[Actor, ...] = ()) -> Case:
    """A day is local midnight with its offset, so the first ten characters are the day in the Netherlands."""
    own = tuple(_actor(actor) for actor in row.get("ZaakActor", ()) if actor["Persoon_Id"])
    return Case(
        row["Id"],
        row["Nummer"],
        row["Soort"],
        _line(row["Titel"]),
        _line(row["Onderwerp"]),
        row["GestartOp"][:10],
        row["Vergaderjaar"] or "",
        row["Volgnummer"] if row["Volgnummer"] is not None else -1,
        row["Kabinetsappreciatie"] or "",
        tuple(sorted(own, key=lambda actor: (not actor.first, actor.name))) or actors,
    )


def _actor(row: Json) -> Actor:
    return Actor(row["Persoon_Id"], row["ActorNaam"], row["ActorFractie"] or "", row["Relatie"] == "Indiener")


def _member(row: Json) -> Member:
    return Member(
        row["Id"],
        row["Initialen"] or "",
        row["Roepnaam"] or "",
        row["Tussenvoegsel"] or "",
        row["Achternaam"],
    )


def _ruling(row: Json, votes: list[Json]) -> Ruling:
    cast = sorted(
        (Vote(vote["ActorFractie"], vote["Soort"], vote["FractieGrootte"], vote["Vergissing"]) for vote in votes),
        key=lambda vote: (-vote.seats, vote.group),
    )
    kind = row["BesluitSoort"].removeprefix("Stemmen - ")
    return Ruling(row["Id"], row["AgendapuntZaakBesluitVolgorde"], kind, row["GewijzigdOp"], tuple(cast))


def _line(words: str | None) -> str:
    return re.sub(r"\s+", " ", words or "").strip()
