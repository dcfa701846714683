"""Compiling the open-data tables of the register, on saved answers made up for the test."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from compile_register import compile_register
from register_compiler import tables
from register_compiler.tables import Cells

from ctgraph import assets
from register_tables import DOSSIER, write_register

_SHARED = Path(__file__).resolve().parents[2] / "../shared"

Json = Mapping[str, Any]


def _case(number: int, subject: str, day: str, **more: Any) -> dict[str, Any]:
    return {
        "Id": f"zaak-{number}", "Nummer": f"2031Z{number:05}", "Soort": "Motie", "Titel": "Veilige havens ",
        "Onderwerp": subject, "GestartOp": f"{day}T00:00:00+01:00", "Vergaderjaar": "2030-2031", "Volgnummer": number,
        "Kabinetsappreciatie": "Ontraden", "Verwijderd": False, **more,
    }  # fmt: skip


def _actor(person: str, name: str, group: str, relation: str) -> Json:
    return {"Persoon_Id": person, "ActorNaam": name, "ActorFractie": group, "Relatie": relation}


def _person(identifier: str, initials: str, call: str, surname: str) -> Json:
    return {
        "Id": identifier, "Initialen": initials, "Roepnaam": call, "Tussenvoegsel": "de", "Achternaam": surname,
        "Geboortedatum": "1980-01-01", "Geboorteplaats": "Elders",
    }  # fmt: skip


def _votes(ruling: str, sides: Mapping[str, tuple[str, int]]) -> list[Json]:
    return [
        {"Besluit_Id": ruling, "ActorFractie": group, "Soort": choice, "FractieGrootte": seats, "Vergissing": False}
        for group, (choice, seats) in sides.items()
    ]


def _ruling(place: int, kind: str, recorded: str) -> Json:
    return {
        "Id": f"besluit-{place}", "Agendapunt_Id": "punt", "BesluitSoort": f"Stemmen - {kind}",
        "AgendapuntZaakBesluitVolgorde": place, "GewijzigdOp": recorded,
    }  # fmt: skip


CASES = [
    _case(12, "Motie van het lid De Wit over kades", "2031-03-04",
          ZaakActor=[_actor("p1", "A. de Wit", "PvZ", "Indiener")]),
    _case(13, "Motie van de leden Bos en De Wit over sluizen", "2031-03-10", Kabinetsappreciatie="Nog niet bekend"),
    _case(14, "Motie van het lid De Wit c.s. over duinen", "2031-03-20",
          ZaakActor=[_actor("p1", "A. de Wit", "PvZ", "Indiener"), _actor("p9", "C. Bol", "DBS", "Medeindiener")]),
    _case(15, "Gewijzigde motie van het lid De Wit over kades (t.v.v. 99999-12)", "2031-03-20"),
    _case(16, "Brief over havens", "2031-03-21", Soort="Brief regering", Kabinetsappreciatie=None),
    _case(17, "Verzoek", "2031-03-21", Soort="Rondvraagpunt procedurevergadering"),
    _case(18, "Motie van het lid Bos over iets anders", "2031-03-21", Titel="Andere zaken"),
    _case(-1, "Motie van het lid Bos over later", "2031-03-21"),
    _case(20, "Motie van het lid De Wit over later", "2032-01-01"),
]  # fmt: skip
SIDES = {"PvZ": ("Voor", 80), "DBS": ("Tegen", 70)}


def _write(path: Path, data: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def _shared(folder: Path, votes: Sequence[Json], rulings: Sequence[Json]) -> Path:
    saved = folder / "data" / "motiematcher"
    _write(saved / "zaken_ct.json", {"value": CASES})
    _write(saved / "zaak_expand_zaakactor_document.json", [])
    _write(saved / "fracties.json", {"value": [{"Afkorting": "PVZ", "NaamNL": "Partij van de Zee"}]})
    _write(saved / "persoon_page_1.json", {"value": [_person("p1", "A.", "Anna", "Wit")]})
    point = {"Nummer": "2031P1", "Zaak_Ids": ["zaak-14", "zaak-15", "zaak-13"]}
    _write(
        saved / "stemmingen_ct_flat.json",
        {"Stemming": votes, "Besluit": rulings, "Agendapunt": [{**point, "Id": "punt"}]},
    )
    facts = folder / "facts"
    facts.mkdir(exist_ok=True)
    with (facts / "documents.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            ["id", "dossier", "nr", "date", "type", "short_title", "author", "source_url", "confidence", "note"]
        )
        url = "https://example.org/gezien"
        writer.writerow(
            ["kst-99999-16", "99999", "16", "2031-03-21", "brief regering", "Kort", "Minister", url, "high", ""]
        )
        writer.writerow(["kst-99999-13", "99999", "13", "2031-03-11", "motie", "Kort", "Bos", url, "high", ""])
        writer.writerow(
            [
                "kst-99999-9",
                "99999",
                "9",
                "",
                "verslag",
                "Verslag",
                "",
                url,
                "medium",
                "two dossiers, 99 999 and 88 888",
            ]
        )
        writer.writerow(["kst-99999-14", "99999", "14", "2030-01-01", "motie", "X (the letter)", "Y", url, "high", ""])
        writer.writerow(["kst-77777-1", "77777", "1", "2030-01-01", "motie", "Onbekend dossier", "Y", url, "high", ""])
    return folder


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register compiled from the answers above, with one paper kept by hand."""
    rulings = [
        _ruling(1, "aangenomen", "2031-03-25T15:00:00+01:00"),
        _ruling(2, "verworpen", "2031-03-26T00:40:00+01:00"),
        _ruling(3, "aangenomen", "2031-03-25T15:01:00+01:00"),
    ]
    votes = [*_votes("besluit-1", SIDES), *_votes("besluit-2", {"DBS": ("Voor", 70)}), *_votes("besluit-3", SIDES)]
    hand = {"key": "kst-99999-B", "dossier": "99999", "number": "B", "title": "Met de hand"}
    groups = [
        {"key": "pvz", "name": "PvZ", "full_name": "Partij van de Zee", "kind": "political-party"},
        {"key": "dbs", "name": "DBS", "kind": "political-party"},
    ]
    folder = write_register(
        tmp_path / "register",
        {
            "dossiers": [DOSSIER, {"key": "88888", "title": "Sluizen"}],
            "documents": [hand],
            "groups": groups,
            "organisations": [{"key": "tweede-kamer", "name": "Tweede Kamer", "kind": "chamber"}],
        },
    )
    compile_register(_shared(tmp_path / "shared", votes, rulings), folder)
    return folder


def _row(register: Path, table: str, key: str) -> Cells:
    return tables.read(register, table)[key]


def test_papers_of_known_dossiers_are_taken(register: Path) -> None:
    """By the title of the dossier; not what has no number, no paper or another dossier. Rows kept by hand stay."""
    assert list(tables.read(register, "documents")) == [
        "kst-99999-9", "kst-99999-12", "kst-99999-13", "kst-99999-14", "kst-99999-15", "kst-99999-16", "kst-99999-20",
        "kst-99999-B",
    ]  # fmt: skip


def test_documents_and_questions_without_a_case_number(register: Path, tmp_path: Path) -> None:
    """A debate report goes by its dossier, an answer and questions by ids made of their numbers; known papers stay."""
    saved = tmp_path / "shared" / "data" / "motiematcher"
    document = {"Id": "d1", "Soort": "Verslag van een commissiedebat", "DocumentNummer": "2031D1", "Titel": "Veilige havens",
                "Onderwerp": "Verslag over havens", "Datum": "2031-04-01T00:00:00+02:00", "Vergaderjaar": "2030-2031",
                "Kamer": 2, "Volgnummer": 19, "Verwijderd": False}  # fmt: skip
    answer = {"Id": "d2", "Soort": "Antwoord schriftelijke vragen", "Volgnummer": -1, "Aanhangselnummer": "303100077"}
    again = {"Id": "d3", "Volgnummer": 16, "Soort": "Brief regering"}
    _write(saved / "document_ct.json", [document, document | answer, document | again])
    _write(saved / "zaken_ct.json", {"value": [*CASES, _case(-1, "Vragen over kades", "2031-04-02", Id="zaak-q", Soort="Schriftelijke vragen", Nummer="2031Z00099")]})  # fmt: skip
    before = _row(register, "documents", "kst-99999-16")
    compile_register(tmp_path / "shared", register)
    report, reply, questions = (
        _row(register, "documents", key) for key in ("kst-99999-19", "ah-tk-20302031-77", "kv-tk-2031Z00099")
    )

    assert (report["date"], report["kind"], report["confidence"]) == ("2031-04-01", "verslag-commissiedebat", "high")
    assert (reply["dossier"], reply["confidence"]) == ("", "medium")
    assert (questions["date"], questions["title"]) == ("2031-04-02", "Vragen over kades")
    assert _row(register, "documents", "kst-99999-16") == before


def test_what_was_seen_wins_and_a_contradiction_is_told(register: Path) -> None:
    """Another day in the paper itself wins, with its source; the note keeps what the open data give."""
    other, same, only = (_row(register, "documents", f"kst-99999-{sub}") for sub in ("13", "16", "9"))

    assert (other["date"], other["title"], other["source"]) == ("2031-03-11", "Kort", "https://example.org/gezien")
    assert other["note"].startswith("The open data give case 2031Z00013 of 2031-03-10, Motie: https://")
    assert (same["title"], same["author"]) == ("Brief over havens", "Minister")
    assert same["note"] == "Also seen: https://example.org/gezien"
    assert (only["date"], only["also_dossiers"], only["kind"]) == ("", "88888", "verslag")


def test_the_touchstone_is_told_by_the_open_data_only(register: Path) -> None:
    """What the pipeline must read by itself is not in the register."""
    row = _row(register, "documents", "kst-99999-14")

    assert (row["date"], row["author"], row["note"]) == ("2031-03-20", "", "")


def test_names_become_persons_only_between_days_on_which_they_are_certain(register: Path) -> None:
    """De Wit is named by id on 4 and 20 March: certain between, a bare name afterwards."""
    submitters = {key: row["submitters"] for key, row in tables.read(register, "motions").items()}

    assert submitters == {
        "kst-99999-12": "De Wit [anna-de-wit] (pvz)",
        "kst-99999-13": "Bos; De Wit [anna-de-wit] (pvz)",
        "kst-99999-14": "De Wit [anna-de-wit] (pvz)",
        "kst-99999-15": "De Wit [anna-de-wit] (pvz)",
        "kst-99999-20": "De Wit",
    }
    assert _row(register, "motions", "kst-99999-14")["others_unnamed"] == "yes"
    assert _row(register, "motions", "kst-99999-15")["replaces"] == "kst-99999-12"
    assert _row(register, "motions", "kst-99999-13")["advice"] == ""


def test_persons_have_names_and_days_seen_only(register: Path) -> None:
    """No birth, and no bounds of a membership that the answers do not give; those who are not used stay out."""
    tenure = _row(register, "tenures", "anna-de-wit/lid-tweede-kamer-pvz-2031-03-04")

    assert list(tables.read(register, "persons")) == ["anna-de-wit"]
    assert (tenure["since"], tenure["until"]) == ("", "")
    assert (tenure["seen_from"], tenure["seen_until"]) == ("2031-03-04", "2031-03-20")
    assert "1980" not in (register / "persons.csv").read_text(encoding="utf-8")
    assert "Elders" not in (register / "persons.csv").read_text(encoding="utf-8")


def test_decisions_go_by_place_and_an_amended_motion_takes_the_place_of_the_old(register: Path) -> None:
    """No. 15 replaces no. 12, so it comes before 13 and 14; a vote with seats missing is left out."""
    rows = tables.read(register, "decisions")

    assert [(row["motion"], row["result"], row["date"]) for row in rows.values()] == [
        ("kst-99999-13", "rejected", "2031-03-25/2031-03-26"),
        ("kst-99999-14", "adopted", "2031-03-25"),
        ("kst-99999-15", "adopted", "2031-03-25"),
    ]
    assert rows["kst-99999-15/2031-03-25"]["in_favour"] == "pvz 80"
    assert rows["kst-99999-15/2031-03-25"]["confidence"] == "medium"
    assert rows["kst-99999-13/2031-03-26"]["in_favour"] == ""
    assert "lacks votes" in rows["kst-99999-13/2031-03-26"]["note"]


def test_an_agenda_point_that_does_not_fit_is_left_out(tmp_path: Path, register: Path) -> None:
    """A group does not vote against its own motion: then the places were read wrongly."""
    (register / "decisions.csv").unlink()
    against = {"PvZ": ("Tegen", 80), "DBS": ("Voor", 70)}
    rulings = [_ruling(1, "verworpen", "2031-03-25T15:00:00+01:00")]
    compile_register(_shared(tmp_path / "shared", _votes("besluit-1", against), rulings), register)

    assert tables.read(register, "decisions") == {}


def test_compiling_again_changes_nothing(tmp_path: Path, register: Path) -> None:
    """The same input gives the same bytes."""
    before = {path.name: path.read_bytes() for path in register.glob("*.csv")}
    rulings = [_ruling(1, "aangenomen", "2031-03-25T15:00:00+01:00")]
    compile_register(_shared(tmp_path / "shared", _votes("besluit-1", SIDES), rulings), register)
    after = {path.name: path.read_bytes() for path in register.glob("*.csv")}

    assert before == after


def test_the_shipped_register_is_what_the_compiler_writes(tmp_path: Path) -> None:
    """Compiled again from the facts and saved answers, every shipped table keeps its bytes."""
    if not (_SHARED / "data" / "motiematcher").is_dir():
        pytest.skip("../shared is not there: the saved answers that the register is compiled from")
    shipped = {path.name: path.read_bytes() for path in assets.folder("register").glob("*.csv")}
    for name, data in shipped.items():
        (tmp_path / name).write_bytes(data)
    compile_register(_SHARED, tmp_path)

    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.csv")} == shipped
