"""The register in the shape that reading and linking need: names, people, papers with their days.

Rows of low confidence stay out: they are shown in the graph, and resolve nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from ctgraph.identifiers import slug
from ctgraph.model.gazetteer import DossierSeries, Gazetteer, Name, PaperFact, PersonEntry, Phenomenon, Tenure
from ctgraph.model.records import (
    GroupRow,
    LawRow,
    OrganisationRow,
    PersonRow,
    Register,
    Row,
    StrategyRow,
    TenureRow,
)

R = TypeVar("R", bound=Row)

# The period at the end of a key or name: "-2022-2026", " 2011-2015". Must not match "-2022" or "2022-2026 -".
_PERIOD = re.compile(r"[- ]\d{4}-\d{4}$")
# The number of an EU act: "(EU) 2021/784", "(EG) nr. 881/2002". Must not match "(EU) in 2021".
_EU_NUMBER = re.compile(r"\((?:EU|EG)\) (?:nr\. )?\d+/\d+")


def gazetteer(register: Register, phenomena: Iterable[Phenomenon] = ()) -> Gazetteer:
    """Make the gazetteer of a register; `phenomena` are those of the ontology's thesaurus."""
    return Gazetteer(
        names=tuple(dict.fromkeys(_names(register))),
        persons=tuple(_persons(register)),
        papers={row.key: PaperFact(row.key, _day(row.date), row.kind, row.title) for row in _sure(register.documents)},
        dossiers={series.id: series for series in _dossiers(register)},
        groups=_groups(register),
        phenomena=tuple(phenomena),
        set_out={row.key: row.letter for row in _sure(register.strategies) if row.letter},
    )


def _sure(rows: Mapping[str, R]) -> Iterator[R]:
    return (row for row in rows.values() if row.confidence != "low")


def _names(register: Register) -> Iterator[Name]:
    for organisation in _sure(register.organisations):
        yield from _organisation(organisation)
    for group in _sure(register.groups):
        yield from _group_names(group)
    for law in _sure(register.laws):
        yield from _law(law)
    for strategy in _sure(register.strategies):
        yield from _strategy(strategy)
    for series in _sure(register.series):
        for surface in (series.name, *series.aliases):
            yield Name(surface, "policy", series.key, series.name, "series", _is_exact(surface))


def _organisation(row: OrganisationRow) -> Iterator[Name]:
    """A body by each of its names; a ministry with the sign for "en" too: "Ministerie van Justitie & Veiligheid"."""
    signed = row.name.replace(" en ", " & ") if row.kind == "ministry" and " en " in row.name else ""
    for surface in filter(None, (row.name, row.full_name, *row.aliases, signed)):
        yield Name(surface, "organisation", row.key, row.name, row.kind, row.exact or _is_exact(surface))


def _group_names(row: GroupRow) -> Iterator[Name]:
    """A group of one bears its member's surname, so a bare surname and "het lid Omtzigt" are no names of groups.

    Groups that parties made together bear no surname: "GL-PvdA".
    """
    own = row.kind == "parliamentary-group" and row.name.startswith(("Groep ", "Lid ", "Fractie"))
    for surface in filter(None, (row.name, row.full_name, *row.aliases)):
        if not own or surface == row.name or surface.startswith(("Groep ", "Lid ", "Fractie")):
            yield Name(surface, "organisation", row.key, row.name, row.kind, own or _is_exact(surface))


def _law(row: LawRow) -> Iterator[Name]:
    """Every name but the number of an EU act, which is read as a number: "Verordening (EU) 2021/784"."""
    for surface in filter(None, (row.name, row.abbreviation, *row.aliases)):
        if not _EU_NUMBER.search(surface):
            yield Name(surface, "law", row.key, row.name, "", surface == row.abbreviation or _is_exact(surface))


def _strategy(row: StrategyRow) -> Iterator[Name]:
    """A name without its period leaves open which strategy is meant, so its key has no period either."""
    for surface in (row.name, _PERIOD.sub("", row.name), *row.aliases):
        dated = _PERIOD.search(surface) is not None
        key, canonical = (row.key, row.name) if dated else (_PERIOD.sub("", row.key), _PERIOD.sub("", row.name))
        yield Name(surface, "policy", key, canonical, row.kind, _is_exact(surface))


def _is_exact(surface: str) -> bool:
    """Abbreviations and other short forms would be found in ordinary words: IS, Sr, Woo, Volt, JenV."""
    return len(surface) < 5 or surface.isupper()


def _groups(register: Register) -> dict[str, Name]:
    found: dict[str, Name] = {}
    for row in _sure(register.groups):
        for surface in filter(None, (row.name, row.full_name, *row.aliases)):
            found.setdefault(slug(surface), Name(surface, "organisation", row.key, row.name, row.kind))
    return found


def _persons(register: Register) -> Iterator[PersonEntry]:
    tenures: dict[str, list[TenureRow]] = {}
    for tenure in _sure(register.tenures):
        tenures.setdefault(tenure.person, []).append(tenure)
    for row in _sure(register.persons):
        held = tuple(_tenure(register, tenure) for tenure in tenures.get(row.key, ()))
        yield PersonEntry(row.key, row.name, _surnames(row), held)


def _surnames(row: PersonRow) -> tuple[str, ...]:
    """Forms that stand for the person without initials before them."""
    return tuple(dict.fromkeys(name for name in (row.surname, *row.aliases) if "." not in name))


def _tenure(register: Register, row: TenureRow) -> Tenure:
    """Bounds and days seen apart: a day on which somebody was seen in office says nothing of other days."""
    group = register.groups[row.group].name if row.group else ""
    organisation = register.organisations[row.organisation].name if row.organisation else ""
    seen = (_day(row.seen_from), _day(row.seen_until))
    return Tenure(row.role, organisation, group, _day(row.since), _day(row.until), row.key, *seen)


def _dossiers(register: Register) -> Iterator[DossierSeries]:
    numbered: dict[str, list[tuple[int, date]]] = {}
    for row in _sure(register.documents):
        day = _day(row.date)
        if day and row.number.isdigit():
            numbered.setdefault(row.dossier, []).append((int(row.number), day))
    for dossier in _sure(register.dossiers):
        numbers, dates = _unzip(sorted(numbered.get(dossier.key, ())))
        yield DossierSeries(dossier.key, dossier.title, numbers, dates)


def _unzip(pairs: Iterable[tuple[int, date]]) -> tuple[tuple[int, ...], tuple[date, ...]]:
    known = tuple(pairs)
    return tuple(number for number, _ in known), tuple(day for _, day in known)


def _day(edtf: str) -> date | None:
    """A day if the time is one; a month or period is none."""
    return date.fromisoformat(edtf) if len(edtf) == 10 else None
