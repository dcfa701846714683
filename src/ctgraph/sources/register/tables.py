"""The tables of the register: columns with what each may hold, and which of them name rows of other tables.

To add a table: a row class in `model.records`, a field of `Register`, an entry here, and the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, Final

from msgspec import Struct

from ctgraph.model import records
from ctgraph.model.records import Ballot, Row, Submitter
from ctgraph.sources.register.cells import (
    Parser,
    a_thing,
    address,
    ballots,
    flag,
    key,
    names,
    needed,
    needed_address,
    needed_key,
    needed_names,
    one_of,
    paper,
    source,
    submitters,
    text,
    things,
    time,
)

CONFIDENCES: Final = ("high", "medium", "low")
_SCALE: Final = one_of("", "four-step", "five-step")
_RESULT: Final = one_of("adopted", "rejected", "withdrawn", "held-over", "lapsed")
_LEVEL: Final = one_of("", "minimaal", "beperkt", "aanzienlijk", "substantieel", "kritiek")


def keys_in(value: object) -> Iterable[str]:
    """The keys that a cell names: one, several, or none."""
    if isinstance(value, str):
        return (value,) if value else ()
    return value if isinstance(value, tuple) else ()


def persons_in(value: tuple[Submitter, ...]) -> Iterable[str]:
    """The persons among submitters."""
    return (item.person for item in value if item.person)


def groups_in(value: tuple[Submitter, ...] | tuple[Ballot, ...]) -> Iterable[str]:
    """The groups of submitters or of a vote."""
    return (item.group for item in value if item.group)


class Reference(Struct, frozen=True):
    """A column whose cells name rows of another table."""

    column: str
    table: str
    keys: Callable[[Any], Iterable[str]] = keys_in


class Table(Struct, frozen=True, dict=True):
    """One file of the register. `cells` are its own columns, between `key` and `source`."""

    name: str
    record: Callable[..., Row]
    cells: Mapping[str, Parser]
    references: tuple[Reference, ...] = ()

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of all columns, in order."""
        return ("key", *self.cells, "source", "confidence", "note")

    @cached_property
    def parsers(self) -> tuple[Parser, ...]:
        """What reads the cells of a row, in the order of the columns."""
        return (needed_key, *self.cells.values(), source, one_of(*CONFIDENCES), text)


TABLES: Final = (
    Table(
        "documents", records.DocumentRow,
        {"dossier": key, "also_dossiers": names, "number": text, "date": time, "kind": key,
         "title": needed, "author": text, "session_year": text},
        (Reference("dossier", "dossiers"), Reference("also_dossiers", "dossiers")),
    ),
    Table("dossiers", records.DossierRow, {"title": text}),
    Table(
        "threat_assessments", records.AssessmentRow,
        {"name": needed, "series": key, "edition": text, "date": time, "letter": paper,
         "level": _LEVEL, "scale": _SCALE},
        (Reference("series", "series"), Reference("letter", "documents")),
    ),
    Table(
        "threat_levels", records.LevelRow,
        {"name": needed, "level": _LEVEL, "scale": _SCALE, "area": text, "date": time},
    ),
    Table("series", records.SeriesRow, {"name": needed, "aliases": names}),
    Table(
        "strategies", records.StrategyRow,
        {"name": needed, "aliases": names, "kind": one_of("strategy", "programme"), "valid": time,
         "letter": paper},
        (Reference("letter", "documents"),),
    ),
    Table(
        "laws", records.LawRow,
        {"name": needed, "abbreviation": text, "aliases": names, "bwb": key, "gazette": key, "signed": time,
         "in_force_from": time, "in_force_until": time, "bill": key},
        (Reference("bill", "bills"),),
    ),
    Table("bills", records.BillRow, {"title": needed, "status": key}),
    Table(
        "organisations", records.OrganisationRow,
        {"name": needed, "full_name": text, "aliases": names, "kind": needed_key, "parent": key,
         "since": time, "until": time, "tooi": address, "exact": flag},
        (Reference("parent", "organisations"),),
    ),
    Table(
        "groups", records.GroupRow,
        {"name": needed, "full_name": text, "aliases": names,
         "kind": one_of("political-party", "parliamentary-group"), "since": time, "until": time},
    ),
    Table("persons", records.PersonRow, {"name": needed, "surname": needed, "aliases": names}),
    Table(
        "tenures", records.TenureRow,
        {"person": needed_key, "role": needed, "organisation": key, "group": key, "since": time,
         "until": time, "seen_from": time, "seen_until": time},
        (Reference("person", "persons"), Reference("organisation", "organisations"),
         Reference("group", "groups")),
    ),
    Table(
        "motions", records.MotionRow,
        {"title": needed, "date": time, "submitters": submitters, "others_unnamed": flag,
         "replaces": paper, "advice": key},
        (Reference("key", "documents"), Reference("submitters", "persons", persons_in),
         Reference("submitters", "groups", groups_in)),
    ),
    Table(
        "decisions", records.DecisionRow,
        {"motion": needed_key, "date": time, "result": _RESULT, "in_favour": ballots, "against": ballots,
         "not_voting": ballots},
        (Reference("motion", "motions"), Reference("in_favour", "groups", groups_in),
         Reference("against", "groups", groups_in), Reference("not_voting", "groups", groups_in)),
    ),
    Table(
        "outcomes", records.OutcomeRow,
        {"what": needed, "kind": one_of("study", "report", "bill"), "motion": key, "series": key, "words": names,
         "document": paper, "bill": key, "date": time},
        (Reference("motion", "motions"), Reference("series", "series"), Reference("document", "documents"),
         Reference("bill", "bills")),
    ),
    Table(
        "corrections", records.CorrectionRow,
        {"document": needed_key, "about": needed_names, "withdrawn": flag, "things": things, "text_nl": needed,
         "text_en": needed},
    ),
    Table(
        "links", records.LinkRow,
        {"thing": a_thing, "property": one_of("owl:sameAs", "skos:exactMatch", "skos:closeMatch", "rdfs:seeAlso"),
         "target": needed_address},
    ),
)  # fmt: skip
"""Every table, in the order in which they are read and stated."""
