"""Tables have a row for each thing of their kind, in the same columns and order everywhere."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from ctgraph.export.tables import Table, tables
from questions.engines import csv_of_pyoxigraph, csv_of_rdflib, solve

TABLES = tables()
NAMES = [table.name for table in TABLES]
DOCUMENT = "https://w3id.org/ctgraph/id/document/"


def read(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of an exported table."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def row(folder: Path, name: str, ending: str) -> dict[str, str]:
    """The filled cells of the one row whose first cell ends so."""
    (found,) = [each for each in read(folder, name) if next(iter(each.values())).endswith(ending)]
    return {column: cell for column, cell in found.items() if cell}


def test_a_table_for_each_kind() -> None:
    """The kinds that people ask lists of have a table, and its first line says what a row is."""
    kinds = {"documents", "citations", "motions", "responses", "commitments", "announcements", "actors", "laws"}

    assert kinds < set(NAMES)
    assert [table.name for table in TABLES if not table.about.endswith(".") or len(table.about) > 120] == []
    assert [table.name for table in TABLES if not table.query.startswith(f"# {table.about}\nPREFIX ")] == []


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_columns(dumps: Path, table: Table) -> None:
    """The first line of a file names the columns of its query; each row is there once, and there are some."""
    with (dumps / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))

    assert header == [variable.value for variable in solve(table.query).variables]
    assert rows != []
    assert len(rows) == len({tuple(cells) for cells in rows})
    assert [cells for cells in rows if not cells[0].startswith("https://w3id.org/ctgraph/id/")] == []


# rdflib 7.6 uses its own deprecated names when it reads TriG.
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_any_engine(table: Table) -> None:
    """Another engine gives the same rows in the same order."""
    assert csv_of_rdflib(table.query) == csv_of_pyoxigraph(table.query)


def test_document(dumps: Path) -> None:
    """A document has its number, kind, title, day and dossier, and the source of its register row."""
    assert row(dumps, "documents", "/kst-36999-12") == {
        "document": f"{DOCUMENT}kst-36999-12",
        "documentId": "kst-36999-12",
        "types": "GovernmentLetter",
        "kind": "brief-regering",
        "title": "Brief over het proefdossier",
        "date": "2024-03-04",
        "dateEarliest": "2024-03-04",
        "dateLatest": "2024-03-04",
        "dossiers": "36999",
        "sources": "https://example.org/papers/12",
    }
    assert row(dumps, "documents", "/proefbeeld-2")["threatScale"] == "five-step"


def test_citations(dumps: Path) -> None:
    """A reference has a row for each target; a suspect one has its reason, and no target."""
    several = [each for each in read(dumps, "citations") if each["citation"].endswith("/eeee0002")]
    suspect = row(dumps, "citations", "/eeee0003")

    assert [each["targetId"] for each in several] == ["kst-36998-1", "kst-36998-2"]
    assert {each["quote"] for each in several} == {"Kamerstukken 36 998,\nnr. 1 en 2"}
    assert (suspect["resolutionStatus"], suspect["suggestion"]) == ("suspect", "kst-36998-3")
    assert suspect["reason"] == "Nummer 3 is van 2019, niet van 2024"
    assert "target" not in suspect
    assert (suspect["start"], suspect["end"]) == ("120", "143")


def test_citations_of_laws_and_policy(dumps: Path) -> None:
    """References to laws and to policy stand in the same table, told apart by their kind."""
    law = row(dumps, "citations", "/eeee0004")

    assert {each["kind"] for each in read(dumps, "citations")} == {"paper", "law", "policy"}
    assert (law["targetId"], law["targetName"], law["articles"]) == ("BWBR0099999", "Proefwet", "1; 2")


def test_motion(dumps: Path) -> None:
    """A motion has its submitters in their order, and what was decided last."""
    motion = row(dumps, "motions", "/kst-36999-7")

    assert motion["submitters"] == "Anna Zwart; Cor Aalders"
    assert (motion["outcome"], motion["decidedOn"]) == ("adopted", "2024-02-01")
    assert (motion["governmentAdvice"], motion["responses"]) == ("oordeel-kamer", "1")


def test_response(dumps: Path) -> None:
    """A response has its status, the obstacle, and the words with quotes and line ends as they stand."""
    response = row(dumps, "responses", "/kst-36999-7")

    assert response["fulfilmentStatus"] == "not-fully-feasible"
    assert response["obstacles"] == "dat kan nog niet"
    assert response["quote"] == 'De motie van de leden Zwart en Aalders\nvroeg om "twee dingen"; dat kan nog niet.'


def test_plans(dumps: Path) -> None:
    """Commitments and announcements have the time due, and what came of them; none counts days to a clock."""
    commitment = row(dumps, "commitments", "/dddd0009")
    announcement = row(dumps, "announcements", "/dddd0010")

    assert (commitment["due"], commitment["dueLatest"]) == ("2024-23", "2024-12-20")
    assert commitment["fulfilledBy"] == announcement["deliveredBy"] == f"{DOCUMENT}kst-36999-20"
    assert announcement["commitments"] == commitment["commitment"]
    assert "daysLate" not in read(dumps, "commitments")[0]


def test_registered_commitment(dumps: Path) -> None:
    """What only the register knows has its source, and no passage."""
    commitment = row(dumps, "commitments", "/tz202401-001")

    assert (commitment["kind"], commitment["sources"]) == ("registered", "https://example.org/policy")
    assert not {"document", "quote", "start"} & set(commitment)


def test_actors_and_their_parts(dumps: Path) -> None:
    """People, posts and organisations are actors; what they took part in names their role."""
    kinds = {each["kind"] for each in read(dumps, "actors")}
    signer = row(dumps, "participations", "/cccc0001")

    assert {"person", "post", "chamber"} <= kinds
    assert row(dumps, "actors", "/proefpartij")["otherNames"] == "PP"
    assert (signer["role"], signer["name"], signer["nameInSource"]) == ("signer", "Bram Groen", "B. Groen")
    assert (signer["thing"], signer["post"]) == (f"{DOCUMENT}kst-36999-12", "Minister van Proeven")


def test_law(dumps: Path) -> None:
    """A law has its name, short name and number."""
    law = row(dumps, "laws", "/BWBR0099999")

    assert (law["bwbId"], law["name"], law["otherNames"]) == ("BWBR0099999", "Proefwet", "Pw")
