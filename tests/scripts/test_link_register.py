"""Links to official identifiers: proposed by name, taken in only after a person looked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from link_register import main, propose, take
from register_compiler import tables

from ctgraph import assets
from register_tables import write_register

TOOI = "https://identifier.overheid.nl/tooi/def/ont/"
AGENCY = "https://identifier.overheid.nl/tooi/id/oorg/oorg99001"


def _body(address: str, name: str, *kinds: str) -> dict[str, Any]:
    return {
        "@id": address,
        "@type": [TOOI + kind for kind in (*kinds, "Overheidsorganisatie")],
        "http://www.w3.org/2000/01/rdf-schema#label": [{"@value": name}],
        TOOI + "voorkeursnaamExclSoort": [{"@value": name}],
    }


@pytest.fixture(name="lists")
def _lists(tmp_path: Path) -> Path:
    folder = tmp_path / "lists"
    folder.mkdir()
    bodies = [
        _body(AGENCY, "Agentschap Havens"),
        _body("https://identifier.overheid.nl/tooi/id/oorg/hv_1", "Dienst Oud", "HistorischeVersie"),
        _body("https://identifier.overheid.nl/tooi/id/oorg/oorg99002", "Dienst Dubbel"),
        _body("https://identifier.overheid.nl/tooi/id/oorg/oorg99003", "Dienst Dubbel"),
    ]
    (folder / "rwc_havens_1.json").write_text(json.dumps(bodies), encoding="utf-8")
    return folder


@pytest.fixture(name="register")
def _register(tmp_path: Path) -> Path:
    rows = [
        {"key": key, "name": name, "kind": "agency"}
        for key, name in (("agentschap", "agentschap Havens"), ("oud", "Dienst Oud"), ("dubbel", "Dienst Dubbel"))
    ]
    return write_register(tmp_path / "register", {"organisations": rows})


def _review(register: Path, reviewer: str, modifier: str = "") -> None:
    """Write a name, and perhaps a verdict, in the one proposal."""
    path = register / "links" / "organisations.sssom.tsv"
    *head, row = path.read_text(encoding="utf-8").splitlines()
    cells = row.split("\t")
    cells[2], cells[9] = modifier, reviewer
    path.write_text("\n".join([*head, "\t".join(cells)]) + "\n", encoding="utf-8")


def _tooi(register: Path) -> dict[str, str]:
    return {key: row["tooi"] for key, row in tables.read(register, "organisations").items() if row["tooi"]}


def test_a_name_that_one_body_has_is_proposed(lists: Path, register: Path) -> None:
    """In any case, with its evidence; not a name of two bodies, nor of one that is history. Twice gives the same."""
    assert 1 == propose(lists, register)
    path = register / "links" / "organisations.sssom.tsv"
    first = path.read_bytes()
    propose(lists, register)

    assert first == path.read_bytes()
    [row] = [line for line in first.decode().splitlines() if AGENCY in line]
    assert row.startswith("id:organisation/agentschap\t")
    assert "rwc_havens_1" in row


def test_nothing_is_taken_that_nobody_reviewed(lists: Path, register: Path) -> None:
    """What waits, and what was rejected, stays out; what was rejected is not proposed again."""
    propose(lists, register)
    assert [] == take(register)
    assert {} == _tooi(register)
    _review(register, "A. Reviewer", "Not")

    assert [] == take(register)
    assert {} == _tooi(register)
    assert 0 == propose(lists, register)


def test_what_was_accepted_is_in_the_register(lists: Path, register: Path) -> None:
    """The identifier stands in the row, and the proposal stays as the record of who looked."""
    propose(lists, register)
    _review(register, "A. Reviewer")

    assert 0 == main(["take", str(register)])
    assert {"agentschap": AGENCY} == _tooi(register)
    assert 0 == propose(lists, register)
    assert "A. Reviewer" in (register / "links" / "organisations.sssom.tsv").read_text(encoding="utf-8")


def test_a_contradiction_is_told_and_nothing_written(
    lists: Path, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An organisation that has another identifier by now keeps it."""
    propose(lists, register)
    _review(register, "A. Reviewer")
    rows = tables.read(register, "organisations")
    rows["agentschap"]["tooi"] = "https://identifier.overheid.nl/tooi/id/oorg/oorg99009"
    tables.write(register, "organisations", rows.values())
    before = (register / "organisations.csv").read_bytes()

    assert 1 == main(["take", str(register)])
    assert "it has https://identifier.overheid.nl/tooi/id/oorg/oorg99009 already" in capsys.readouterr().err
    assert before == (register / "organisations.csv").read_bytes()


def test_the_shipped_review_is_taken_in() -> None:
    """Whatever is accepted in the shipped file stands in the shipped register."""
    register = assets.folder("register")
    lines = (register / "links" / "organisations.sssom.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.startswith("id:organisation/")]
    held = tables.read(register, "organisations")

    assert rows
    for row in rows:
        key = row[0].removeprefix("id:organisation/")
        assert held[key]["tooi"] == (row[4] if row[9] and not row[2] else "")
