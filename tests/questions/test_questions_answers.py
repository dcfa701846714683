"""What the canned queries answer on the edge cases, filter by filter."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox
import pytest

from questions.engines import ask, in_graph, specimen_quads, store


def short(row: Mapping[str, str], column: str) -> str:
    """The last part of the IRI in a column."""
    return row[column].rsplit("/", 1)[-1]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ["dddd0008", "tz202401-001", "dddd0009"]),
        ({"status": "open"}, ["dddd0008"]),
        ({"status": "lapsed"}, []),
        ({"dossier": "36 999"}, ["dddd0008", "dddd0009"]),
        ({"dossier": "36998"}, []),
        ({"topic": "CIJFERS"}, ["dddd0008", "dddd0009"]),
        ({"topic": ".*"}, []),
        ({"from": "2024-01-19"}, ["tz202401-001", "dddd0009"]),
        ({"to": "2024-01-18"}, ["dddd0008"]),
        ({"from": "2024-01-25", "to": "2024-01-25"}, ["tz202401-001"]),
    ],
)
def test_commitments(given: Mapping[str, str], expected: list[str]) -> None:
    """Each filter keeps what fits it, and words are words, no patterns."""
    assert [short(row, "commitment") for row in ask("commitments", given)] == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2024-12-20", [None, "32", "26"]),
        ("2024-12-21", ["1", "32", "26"]),
        ("2025-03-01", ["71", "32", "26"]),
        ("2028-03-01", ["1167", "32", "26"]),
    ],
)
def test_days_late(as_of: str, expected: list[str | None]) -> None:
    """Lateness counts from the last day, to the delivery or to asOf, over months and leap years."""
    late = {short(row, "commitment"): row.get("daysLate") for row in ask("commitments", {"asOf": as_of})}

    assert [late["dddd0008"], late["tz202401-001"], late["dddd0009"]] == expected


def test_unknown_times_are_not_late() -> None:
    """An announcement without a time has no lateness; one delivered late keeps the days that it was late."""
    rows = ask("announcements", {"asOf": "2030-01-01"})

    assert {short(row, "announcement"): row.get("daysLate") for row in rows} == {
        "dddd0010": "26",
        "dddd0011": "1838",
        "dddd0012": None,
    }


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"dossier": "36999"}, ["kst-36999-7", "kst-36999-8"]),
        ({"party": "pp"}, ["kst-36999-7"]),
        ({"party": "Tegenpartij"}, ["kst-36999-7"]),
        ({"party": "p"}, []),
        ({"outcome": "adopted"}, ["kst-36999-7"]),
        ({"outcome": "held-over"}, []),
        ({"from": "2024-01-19"}, []),
        ({"to": "2024-01-18"}, ["kst-36999-7", "kst-36999-8"]),
    ],
)
def test_motions(given: Mapping[str, str], expected: list[str]) -> None:
    """Each filter keeps what fits it; the outcome is the latest one."""
    assert [row["motionId"] for row in ask("motions", given)] == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"months": "6", "asOf": "2024-07-17"}, []),
        ({"months": "6", "asOf": "2024-07-18"}, ["kst-36999-8"]),
        ({"months": "0", "asOf": "2024-03-03"}, ["kst-36999-7", "kst-36999-8"]),
        ({"months": "0", "asOf": "2024-03-04"}, ["kst-36999-8"]),
        ({"months": "12", "asOf": "2025-01-17"}, []),
        ({"months": "12", "asOf": "2025-01-18", "dossier": "36999"}, ["kst-36999-8"]),
    ],
)
def test_motions_without_response(given: Mapping[str, str], expected: list[str]) -> None:
    """Months are months of the calendar, and a response counts from the day that it was given."""
    assert [row["motionId"] for row in ask("motions-without-response", given)] == expected


@pytest.mark.parametrize(("dossier", "count"), [("36999", 1), ("36998", 0)])
def test_suspect_references(dossier: str, count: int) -> None:
    """The dossier is that of the document that refers."""
    assert len(ask("suspect-references", {"dossier": dossier})) == count


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("kst-36999-7", ["eeee0001", "eeee0006"]),
        ("BWBR0099999", ["eeee0004"]),
        ("strategy/proefstrategie-2020-2024", ["eeee0005"]),
        ("kst-36998-2", ["eeee0002"]),
        ("kst-36999-3", []),
    ],
)
def test_references_to(cited: str, expected: list[str]) -> None:
    """Papers, laws and strategies are cited; what a suspect reference prints is not."""
    assert [short(row, "citation") for row in ask("references-to", {"cited": cited})] == expected


def test_reference_to_what_the_register_does_not_know_is_identified() -> None:
    """A reference by name counts as resolved only if the register knows its target."""
    known = ask("references-to", {"cited": "BWBR0099999"})
    unknown = ask("references-to", {"cited": "BWBR0099999"}, store(_only("graph/text/")))

    assert [row["resolutionStatus"] for row in (*known, *unknown)] == ["resolved", "identified"]


@pytest.mark.parametrize(
    ("name", "given", "count"),
    [
        ("cooperation-with", {"party": "VERLAND"}, 1),
        ("cooperation-with", {"party": "Ver"}, 0),
        ("studies", {"organisation": "proefdienst"}, 1),
        ("studies", {"organisation": "Verland"}, 0),
        ("measures", {"topic": "in de MAAK"}, 1),
        ("measures", {"topic": "cijfers"}, 0),
        ("strategy-in-force", {"date": "2030-01-01"}, 1),
        ("strategy-in-force", {"date": "2019-12-31"}, 0),
        ("announcements", {"document": "kst-36999-20"}, 0),
    ],
)
def test_filters(name: str, given: Mapping[str, str], count: int) -> None:
    """A filter by name takes the whole name in any case; one by topic takes a part."""
    assert len(ask(name, given)) == count


def test_submitters_of_the_register() -> None:
    """If the document names no submitter of the motion that it answers, the register does."""
    unnamed = store(quad for quad in specimen_quads() if "cccc000" not in str(quad))

    assert ask("motions-answered-in", on=unnamed)[0]["submitters"] == "Anna Zwart; Cor Aalders"


def test_several_things_share_a_cell() -> None:
    """A response met by two things stays one row, with both in one cell."""
    more = specimen_quads() + _and_fulfilled_by_a_bill()
    fulfilled = [row for row in ask("motions-answered-in", on=store(more)) if "fulfilledBy" in row]

    assert [short_all(row["fulfilledBy"]) for row in fulfilled] == [["dddd0004", "dddd0003"]]


def short_all(cell: str) -> list[str]:
    """The last parts of several IRIs in one cell."""
    return [iri.rsplit("/", 1)[-1] for iri in cell.split("; ")]


@pytest.mark.parametrize(
    ("subject", "predicate", "value", "expected"),
    [
        ("ctg:Motion", "rdfs:label", '"motion"@en', ["https://w3id.org/ctgraph/def/0.1.0"]),
        ("ctg:Motion", "rdfs:label", '"motion"', []),
        ("ctg:Motion", "rdfs:label", '"motie"@en', []),
        (
            "c:document-kind/motie",
            "skos:notation",
            '"motie"',
            ["https://w3id.org/ctgraph/graph/ontology/concepts"],
        ),
        (
            "passage/kst-36999-12/d1/0-12",
            "ctg:startPosition",
            '"0"^^<http://www.w3.org/2001/XMLSchema#integer>',
            ["https://w3id.org/ctgraph/id/run/kst-36999-12/0123456789ab"],
        ),
        (
            "run/register/bbbbbbbbbbbb",
            "rdf:type",
            "ctg:Extraction",
            ["https://w3id.org/ctgraph/id/run/register/bbbbbbbbbbbb"],
        ),
        (
            "https://w3id.org/ctgraph/graph/register/documents#kst-36999-7",
            "rdf:type",
            "<https://w3id.org/ctgraph/def#RegisterRow>",
            ["https://w3id.org/ctgraph/id/run/register/aaaaaaaaaaaa"],
        ),
    ],
)
def test_source_of_what_is_no_ordinary_statement(subject: str, predicate: str, value: str, expected: list[str]) -> None:
    """The ontology, passages, runs and rows have a source as well; a term that differs has none."""
    rows = ask("source-of", {"subject": subject, "predicate": predicate, "object": value})

    assert [row["run"] for row in rows] == expected


def test_source_of_a_paper_told_of_three_times() -> None:
    """Each graph that holds the statement has its row, the register with its source, texts with their words."""
    rows = ask(
        "source-of",
        {"subject": "kst-36999-7", "predicate": "ctg:officialIdentifier", "object": '"kst-36999-7"'},
    )

    assert [(row["confidence"], row["document"], row.get("quote")) for row in rows] == [
        ("0.4", "een lijst op papier", None),
        ("0.99", "https://w3id.org/ctgraph/id/document/kst-36999-12", "Kamerstuk 36 999, nr. 7"),
        ("0.99", "https://w3id.org/ctgraph/id/document/kst-36999-20", "Kamerstuk 36 999, nr. 7"),
    ]


def _only(part: str) -> tuple[ox.Quad, ...]:
    """The statements of some named graphs."""
    return tuple(quad for quad in specimen_quads() if in_graph(quad, part))


def _and_fulfilled_by_a_bill() -> tuple[ox.Quad, ...]:
    """The statement that a second thing carries out the motion of De Wit."""
    return tuple(
        ox.Quad(
            quad.subject,
            quad.predicate,
            ox.NamedNode("https://w3id.org/ctgraph/id/bill/kst-36999-12/dddd0004"),
            quad.graph_name,
        )
        for quad in specimen_quads()
        if quad.predicate.value.endswith("#fulfilledBy") and "/response/" in str(quad.subject)
    )
