"""Links to official identifiers: proposed by name, taken in only after a person looked."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from link_register import main, propose, take
from pyoxigraph import NamedNode
from register_compiler import tables

from ctgraph import assets
from ctgraph.graph.register import state_tables
from ctgraph.namespaces import ID, OWL
from ctgraph.sources.register import load_register
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


PARTIES = (
    ("Lijst Kade", "Q90001"),
    ("Bond", "Q90002"),
    ("Groep Bond", "Q90002"),
    ("Twee", "Q90003"),
    ("Twee", "Q90004"),
)
GUID = "98aa8bde-85b0-49ed-9795-e2eeb206e3b8"


@pytest.fixture(name="openkamer")
def _openkamer(tmp_path: Path) -> Path:
    """Parties and persons as openkamer has them, and a register that knows some."""
    folder = tmp_path / "openkamer"
    folder.mkdir()
    parties = [
        {"model": "parliament.politicalparty", "fields": {"name": name, "wikidata_id": item}} for name, item in PARTIES
    ]
    (folder / "parliament.json").write_text(json.dumps(parties), encoding="utf-8")
    fields = {"forename": "Anna", "surname_prefix": "de", "surname": "Wit", "tk_id": GUID, "wikidata_id": "Q90009"}
    others = [{"model": "person.person", "fields": {**fields, "tk_id": None, "wikidata_id": "Q90010"}}]
    people = [{"model": "person.person", "fields": fields}, *others]
    (folder / "person.json").write_text(json.dumps(people), encoding="utf-8")
    return folder


@pytest.fixture(name="known")
def _known(tmp_path: Path) -> Path:
    group = {"kind": "political-party"}
    source = f"https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/Persoon({GUID})"
    return write_register(
        tmp_path / "known",
        {
            "groups": [
                {**group, "key": "lk", "name": "LK", "full_name": "Lijst Kade"},
                {**group, "key": "bond", "name": "Bond"},
                {**group, "key": "twee", "name": "Twee"},
            ],
            "persons": [
                {"key": "anna-de-wit", "name": "Anna de Wit", "surname": "De Wit", "source": source},
                {"key": "anna-de-wit-2", "name": "Anna de Wit", "surname": "De Wit"},
            ],
        },
    )


def _proposed(register: Path, name: str) -> list[tuple[str, str]]:
    lines = (register / "links" / f"{name}.sssom.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.startswith("id:")]
    return [(row[0], row[4].rpartition("/")[2]) for row in rows]


def test_wikidata_is_proposed_by_a_shared_id_or_a_name_of_its_own(openkamer: Path, known: Path) -> None:
    """A person by the id of the chamber; a group by a name that no other has; never a Wikidata id that two have."""
    assert 2 == propose(openkamer, known)

    assert [("id:person/anna-de-wit", "Q90009")] == _proposed(known, "persons")
    assert [("id:organisation/lk", "Q90001")] == _proposed(known, "groups")


def test_what_was_accepted_is_a_link_with_its_evidence(openkamer: Path, known: Path) -> None:
    """It is stated in the graph as the proposal had it; another identifier of the same site contradicts it."""
    propose(openkamer, known)
    _review(known, "A. Reviewer", name="persons")
    assert [] == take(known)
    [row] = tables.read(known, "links").values()
    stated = {
        (quad.subject, quad.predicate, quad.object) for quad in state_tables(load_register(known), "0.1.0", ["links"])
    }
    tables.write(known, "links", [{**row, "target": "http://www.wikidata.org/entity/Q1"}])

    assert (row["key"], row["property"]) == ("person/anna-de-wit/wikidata", "owl:sameAs")
    assert "Reviewed by A. Reviewer" in row["note"]
    assert (
        NamedNode(f"{ID}person/anna-de-wit"),
        NamedNode(f"{OWL}sameAs"),
        NamedNode("http://www.wikidata.org/entity/Q90009"),
    ) in stated
    assert ["person/anna-de-wit: it has http://www.wikidata.org/entity/Q1 already"] == [
        fault.partition(",")[0] for fault in take(known)
    ]


@pytest.fixture(name="register")
def _register(tmp_path: Path) -> Path:
    rows = [
        {"key": key, "name": name, "kind": "agency"}
        for key, name in (("agentschap", "agentschap Havens"), ("oud", "Dienst Oud"), ("dubbel", "Dienst Dubbel"))
    ]
    return write_register(tmp_path / "register", {"organisations": rows})


def _review(register: Path, reviewer: str, modifier: str = "", name: str = "organisations") -> None:
    """Write a name, and perhaps a verdict, in the one proposal."""
    path = register / "links" / f"{name}.sssom.tsv"
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


def test_the_shipped_review_is_taken_in(tmp_path: Path) -> None:
    """Whatever is accepted in the shipped files stands in the shipped register: taking it in changes nothing."""
    shutil.copytree(assets.folder("register"), tmp_path / "register")
    take(tmp_path / "register")

    for name in ("organisations", "links"):
        shipped = (assets.folder("register") / f"{name}.csv").read_bytes()
        assert shipped == (tmp_path / "register" / f"{name}.csv").read_bytes()
    assert len(_proposed(assets.folder("register"), "persons")) > 5
