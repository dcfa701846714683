"""The register that this version ships."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ctgraph import assets
from ctgraph.model.records import Register
from ctgraph.namespaces import SKOS
from ctgraph.sources.register import load_register
from ctgraph.sources.register.tables import TABLES


@pytest.fixture(scope="module")
def register() -> Register:
    """Loading checks every cell: source, confidence, dates, references, unique keys."""
    return load_register(assets.folder("register"))


def _natural(key: str) -> list[tuple[int, int, str]]:
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.findall(r"\d+|\D+", key)]


def _notations(scheme: str) -> frozenset[str]:
    path = assets.folder("ontology") / "concepts" / f"{scheme}.ttl"
    notation = NamedNode(SKOS + "notation")
    quads = parse(path=str(path), format=RdfFormat.TURTLE)
    values = (quad.object for quad in quads if quad.predicate == notation)
    return frozenset(value.value for value in values if isinstance(value, Literal))


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_tables_are_plain_and_sorted(table: str) -> None:
    """UTF-8 without a mark, line ends LF, one header, rows in the order of their keys: a change is a small diff."""
    data = (assets.folder("register") / f"{table}.csv").read_bytes()
    keys = [row["key"] for row in csv.DictReader(data.decode().splitlines(keepends=True))]

    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert keys == sorted(keys, key=_natural)


def test_the_dossier_on_terrorism_is_there(register: Register) -> None:
    """At least 550 papers of dossier 29 754 have a date, kind and title."""
    known = [
        row for row in register.documents.values() if row.dossier == "29754" and row.date and row.kind and row.title
    ]

    assert len(known) >= 550
    assert all(row.key == f"kst-29754-{row.number}" for row in known)


def test_values_belong_to_the_published_lists(register: Register) -> None:
    """Kinds, advice and statuses are notations of the ontology's schemes."""
    used = {
        "document-kind": {row.kind for row in register.documents.values()},
        "organisation-kind": {row.kind for row in register.organisations.values()}
        | {row.kind for row in register.groups.values()},
        "government-advice": {row.advice for row in register.motions.values()} - {""},
        "legislative-status": {row.status for row in register.bills.values()} - {""},
        "decision-result": {row.result for row in register.decisions.values()},
    }

    assert {scheme: values - _notations(scheme) for scheme, values in used.items()} == {
        scheme: set() for scheme in used
    }


def test_levels_stand_on_the_scale_of_their_time(register: Register) -> None:
    """Four steps up to 2015, five from 2017; of the year between the scale is left open."""
    levels = [row for row in register.threat_assessments.values() if row.level]
    years = {
        scale: {int(row.date[:4]) for row in levels if row.scale == scale} for scale in ("four-step", "", "five-step")
    }

    assert max(years["four-step"]) == 2015
    assert years[""] == {2016}
    assert min(years["five-step"]) == 2017
    assert register.threat_levels["utrecht-2019-03-18"].level == "kritiek"


def test_a_whole_vote_has_150_seats(register: Register) -> None:
    """Where both sides of a vote in the Tweede Kamer are given, all seats are; a part would mislead."""
    counted = Counter(
        sum(ballot.seats or 0 for ballot in (*row.in_favour, *row.against, *row.not_voting))
        for row in register.decisions.values()
        if row.in_favour
    )

    assert set(counted) == {150}
    assert counted[150] >= 40


def test_a_decision_agrees_with_its_votes(register: Register) -> None:
    """A motion is adopted when more seats are for it than against."""
    voted = [row for row in register.decisions.values() if row.in_favour]
    majorities = [
        (sum(b.seats or 0 for b in row.in_favour) > sum(b.seats or 0 for b in row.against), row.result) for row in voted
    ]

    assert all((more and result == "adopted") or (not more and result == "rejected") for more, result in majorities)


def test_the_corrections_are_there(register: Register) -> None:
    """Two editions of the threat assessment were corrected; of one a statement may not be repeated."""
    assert {row.document: row.withdrawn for row in register.corrections.values()} == {"dtn-52": False, "dtn-53": True}


def _cells(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield from ((f"{path.name}:{row['key']}:{column}", cell) for column, cell in row.items())


def test_nothing_is_said_of_anybody_s_birth() -> None:
    """Persons stand here in a public capacity only."""
    birth = re.compile(
        r"geboren te|geboren op|geboorte(?:datum|plaats|land)|date of birth|born (?:in|on)", re.IGNORECASE
    )

    assert [place for place, cell in _cells(assets.folder("register")) if birth.search(cell)] == []


def test_no_kind_of_body_judges_it(register: Register) -> None:
    """What a source calls a group is a claim, never a kind."""
    kinds = {row.kind for row in register.organisations.values()}

    assert not [kind for kind in kinds if re.search("terror|extrem|crimin", kind)]
