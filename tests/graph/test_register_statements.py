"""The register as statements: what is drawn, and the row behind it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from ctgraph import assets
from ctgraph.graph import shapes
from ctgraph.graph.register import state_register
from ctgraph.namespaces import CONCEPT, DCTERMS, DEF, GRAPH, ID, PROV, RDF
from ctgraph.sources.register import load_register
from register_tables import DOSSIER, GROUP, MOTION, PAPER, PERSON, Cells, make_register

Tables = dict[str, Sequence[Cells]]

BASE: Tables = {
    "dossiers": [DOSSIER],
    "documents": [PAPER],
    "groups": [GROUP],
    "persons": [PERSON],
    "motions": [MOTION],
}


def _state(folder: Path, tables: Tables) -> list[Quad]:
    return list(state_register(make_register(folder, tables), "9.9"))


def _about(quads: Sequence[Quad], subject: str) -> dict[str, list[str]]:
    """What is said of a subject: values by local name of the predicate."""
    found: dict[str, list[str]] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and quad.subject.value == subject:
            name = quad.predicate.value.replace("#", "/").rsplit("/", 1)[1]
            assert isinstance(quad.object, NamedNode | Literal)
            found.setdefault(name, []).append(
                quad.object.value.removeprefix(ID).removeprefix(CONCEPT).removeprefix(DEF)
            )
    return found


def test_a_paper_stands_in_its_dossiers(tmp_path: Path) -> None:
    """Date, kind and title, and an entry a dossier: the first is the one whose numbering it follows."""
    other = {"key": "88888-VI", "title": "Begroting"}
    row = {**PAPER, "also_dossiers": "88888-VI", "session_year": "2030-2031", "author": "De Wit"}
    quads = _state(tmp_path, {"dossiers": [DOSSIER, other], "documents": [row]})
    paper = _about(quads, ID + "document/kst-99999-12")

    assert paper["type"] == ["ParliamentaryPaper"]
    assert paper["documentKind"] == ["document-kind/motie"]
    assert paper["documentDate"] == ["time/2031-03-04"]
    assert paper["creator"] == ["De Wit"]
    assert paper["dossierEntry"] == ["entry/kst-99999-12/99999", "entry/kst-99999-12/88888-VI"]
    assert _about(quads, ID + "entry/kst-99999-12/88888-VI")["isMainDossier"] == ["false"]
    assert _about(quads, ID + "dossier/88888-VI")["dossierSuffix"] == ["VI"]


def test_every_subject_leads_to_its_row(tmp_path: Path) -> None:
    """The row has its source, confidence and note, and the run that read it the digest of the table."""
    row = {**PAPER, "source": "Mondeling", "confidence": "medium", "note": "Not seen."}
    quads = _state(tmp_path, {"dossiers": [DOSSIER], "documents": [row]})
    address = GRAPH + "register/documents#kst-99999-12"
    found = _about(quads, address)

    assert _about(quads, ID + "document/kst-99999-12")["wasDerivedFrom"] == [address]
    assert found["confidence"] == ["0.7"]
    assert found["source"] == ["Mondeling"]
    assert found["comment"] == ["Not seen."]
    assert found["identifier"] == ["kst-99999-12"]
    run = _about(quads, ID + found["extractedBy"][0])
    assert run["softwareVersion"] == ["9.9"]
    assert found["extractedBy"][0] == f"run/register/{run['textDigest'][0][:12]}"


def test_a_web_address_is_a_node(tmp_path: Path) -> None:
    """A source that can be opened is an IRI."""
    quads = _state(tmp_path, {"dossiers": [DOSSIER]})
    sources = [quad.object for quad in quads if quad.predicate.value == DCTERMS + "source"]

    assert sources == [NamedNode("https://example.org/bron")]


def test_what_is_not_known_is_not_stated(tmp_path: Path) -> None:
    """An empty cell leaves no trace."""
    row = {**PAPER, "date": "", "kind": ""}
    found = _about(_state(tmp_path, {"dossiers": [DOSSIER], "documents": [row]}), ID + "document/kst-99999-12")

    assert {"documentDate", "documentKind", "sessionYear", "creator"}.isdisjoint(found)


def test_a_time_has_its_first_and_last_day(tmp_path: Path) -> None:
    """A month is a stretch of days; the node goes by its EDTF."""
    row = {**PAPER, "date": "2031-02"}
    found = _about(_state(tmp_path, {"dossiers": [DOSSIER], "documents": [row]}), ID + "time/2031-02")

    assert (found["edtf"], found["earliest"], found["latest"]) == (["2031-02"], ["2031-02-01"], ["2031-02-28"])


def test_a_level_needs_its_scale(tmp_path: Path) -> None:
    """The same word is another step on another scale, so without a scale no level is stated."""
    series = {"key": "dbt", "name": "Dreigingsbeeld"}
    row = {"name": "Dreigingsbeeld 9", "series": "dbt", "edition": "9", "level": "substantieel"}
    rows = [{**row, "key": "dbt-9", "scale": "four-step", "letter": "kst-99999-12"}, {**row, "key": "dbt-10"}]
    quads = _state(tmp_path, {**BASE, "series": [series], "threat_assessments": rows})
    known = _about(quads, ID + "document/dbt-9")

    assert known["threatLevel"] == ["threat-level-four-step/substantieel"]
    assert known["editionOf"] == ["series/dbt"]
    assert known["annexOf"] == ["document/kst-99999-12"]
    assert "threatLevel" not in _about(quads, ID + "document/dbt-10")
    assert _about(quads, ID + "document/kst-99999-12")["offers"] == ["document/dbt-9"]


def test_a_level_for_a_part_of_the_country(tmp_path: Path) -> None:
    """It is a statement of its own, with area and day."""
    row = {
        "key": "x",
        "name": "Niveau",
        "level": "kritiek",
        "scale": "five-step",
        "area": "de haven",
        "date": "2031-03-04",
    }
    found = _about(_state(tmp_path, {"threat_levels": [row]}), ID + "claim/register/x")

    assert found["type"] == ["LevelStatement"]
    assert found["threatLevel"] == ["threat-level-five-step/kritiek"]
    assert (found["area"], found["onDate"]) == (["de haven"], ["time/2031-03-04"])


def test_a_motion_has_its_submitters(tmp_path: Path) -> None:
    """A known person goes by the key; a bare name is a person of this motion only, whoever else has it."""
    row = {**MOTION, "submitters": "De Wit [anna-de-wit] (pvz); Van Dam", "others_unnamed": "yes", "advice": "ontraden"}
    quads = _state(tmp_path, {**BASE, "motions": [{**row, "replaces": "kst-99999-11"}]})
    motion = _about(quads, ID + "motion/kst-99999-12")
    first, second = (_about(quads, ID + part) for part in motion["participation"])

    assert motion["othersUnnamed"] == ["true"]
    assert motion["governmentAdvice"] == ["government-advice/ontraden"]
    assert motion["modifies"] == ["motion/kst-99999-11"]
    assert _about(quads, ID + "motion/kst-99999-11")["textInDocument"] == ["document/kst-99999-11"]
    assert (first["participant"], first["onBehalfOf"]) == (["person/anna-de-wit"], ["organisation/pvz"])
    assert first["participationRole"] == ["participation-role/first-signatory"]
    assert second["participant"] == ["person/kst-99999-12/van-dam"]
    assert second["participationRole"] == ["participation-role/co-signatory"]


def test_a_decision_has_its_votes(tmp_path: Path) -> None:
    """One vote position a group; seats that are not known are left out."""
    other = {**GROUP, "key": "dbs", "name": "DBS"}
    row = {
        "key": "kst-99999-12/2031-03-12", "motion": "kst-99999-12", "date": "2031-03-11/2031-03-12", "result": "adopted",
        "in_favour": "pvz 80", "against": "dbs",
    }  # fmt: skip
    quads = _state(tmp_path, {**BASE, "groups": [GROUP, other], "decisions": [row]})
    decision = _about(quads, ID + "decision/kst-99999-12/2031-03-12")
    against = _about(quads, ID + "vote/kst-99999-12/dbs")

    assert decision["decidesOn"] == ["motion/kst-99999-12"]
    assert decision["decisionResult"] == ["decision-result/adopted"]
    assert decision["onDate"] == ["time/2031-03-11/2031-03-12"]
    assert decision["votePosition"] == ["vote/kst-99999-12/pvz", "vote/kst-99999-12/dbs"]
    assert _about(quads, ID + "vote/kst-99999-12/pvz")["seats"] == ["80"]
    assert (against["choice"], against["voter"]) == (["vote-choice/against"], ["organisation/dbs"])
    assert "seats" not in against


@pytest.mark.parametrize(
    ("since", "until", "period"),
    [
        ("2030-01-01", "2031-02-03", ["time/2030-01-01/2031-02-03"]),
        ("2030-01-01", "", ["time/2030-01-01/open"]),
        ("", "2031", ["time/open/2031"]),
        ("", "", None),
    ],
)
def test_a_role_has_the_bounds_that_are_known(tmp_path: Path, since: str, until: str, period: list[str] | None) -> None:
    """An open end is two dots; days on which somebody was seen in the role make no period."""
    row = {
        "key": "anna-de-wit/x", "person": "anna-de-wit", "role": "lid Tweede Kamer", "group": "pvz", "since": since,
        "until": until, "seen_from": "2030-05-05",
    }  # fmt: skip
    quads = _state(tmp_path, {"groups": [GROUP], "persons": [PERSON], "tenures": [row]})
    found = _about(quads, ID + "tenure/anna-de-wit/x")

    assert found.get("tenurePeriod") == period
    assert (found["holder"], found["onBehalfOf"]) == (["person/anna-de-wit"], ["organisation/pvz"])
    assert (found["ofPost"], found["roleName"]) == (["post/lid-tweede-kamer"], ["lid Tweede Kamer"])


def test_bodies_laws_and_bills(tmp_path: Path) -> None:
    """Labels, kinds, ids and times in force."""
    body = {"key": "min", "name": "Ministerie", "kind": "ministry", "tooi": "https://example.org/tooi", "until": "2031"}
    law = {
        "key": "kadewet",
        "name": "Kadewet",
        "abbreviation": "Kw",
        "gazette": "stb-2031-1",
        "in_force_from": "2031-05-01",
    }
    bill = {"key": "99998", "title": "Kadewet", "status": "submitted"}
    quads = _state(tmp_path, {"organisations": [body], "laws": [law], "bills": [bill], "groups": [GROUP]})

    assert _about(quads, ID + "organisation/min")["type"] == ["Ministry"]
    assert _about(quads, ID + "organisation/min")["sameAs"] == ["https://example.org/tooi"]
    assert _about(quads, ID + "organisation/min")["validDuring"] == ["time/open/2031"]
    assert _about(quads, ID + "organisation/pvz")["type"] == ["PoliticalParty"]
    assert _about(quads, ID + "law/kadewet")["altLabel"] == ["Kw"]
    assert _about(quads, ID + "law/kadewet")["inForceFrom"] == ["time/2031-05-01"]
    assert _about(quads, ID + "bill/99998")["legislativeStatus"] == ["legislative-status/submitted"]


def test_policies_outcomes_and_corrections(tmp_path: Path) -> None:
    """A strategy has its period and paper, a study its request and result, a correction what it corrects."""
    quads = _state(
        tmp_path,
        {
            **BASE,
            "series": [{"key": "kade", "name": "Kadebericht", "aliases": "KB"}],
            "strategies": [
                {"key": "hs", "name": "Hs", "kind": "strategy", "valid": "2031/2035", "letter": "kst-99999-12"}
            ],
            "outcomes": [
                {
                    "key": "a",
                    "what": "Evaluatie",
                    "kind": "study",
                    "motion": "kst-99999-12",
                    "document": "kst-99999-12",
                },
                {"key": "b", "what": "Kadebericht", "kind": "report", "series": "kade", "document": "kst-99999-12"},
            ],
            "threat_assessments": [{"key": "dbt-1", "name": "Dreigingsbeeld 1"}],
            "corrections": [
                {"key": "c", "document": "dbt-1", "about": "Zee", "text_nl": "Onjuist.", "text_en": "Wrong."}
            ],
        },
    )
    study = _about(quads, ID + "study/a")

    assert _about(quads, ID + "strategy/hs")["validDuring"] == ["time/2031/2035"]
    assert _about(quads, ID + "strategy/hs")["setOutIn"] == ["document/kst-99999-12"]
    assert (study["requestedBy"], study["resultsIn"]) == (["motion/kst-99999-12"], ["document/kst-99999-12"])
    assert _about(quads, ID + "document/kst-99999-12")["editionOf"] == ["series/kade"]
    assert _about(quads, ID + "correction/c")["corrects"] == ["document/dbt-1"]
    assert _about(quads, ID + "correction/c")["correctionText"] == ["Onjuist.", "Wrong."]


@pytest.fixture(scope="module")
def shipped() -> list[Quad]:
    """The register that this version ships, stated."""
    return list(state_register(load_register(assets.folder("register")), "9.9"))


def test_the_shipped_register_conforms(shipped: list[Quad]) -> None:
    """No shape of the ontology is broken."""
    assert shapes.check(shipped, shapes.load_rules(assets.folder("ontology"))) == ()


def test_the_shipped_register_is_stated_once_and_with_rows(shipped: list[Quad]) -> None:
    """No statement twice in one graph, no blank nodes, and every typed thing leads to a row of its graph."""
    kinds = {NamedNode(DEF + name) for name in ("RegisterRow", "Extraction")}
    typed = {(q.subject, q.graph_name) for q in shipped if q.predicate.value == RDF + "type" and q.object not in kinds}
    derived = {(q.subject, q.graph_name) for q in shipped if q.predicate.value == PROV + "wasDerivedFrom"}

    assert len(set(shipped)) == len(shipped)
    assert all(isinstance(q.subject, NamedNode) and isinstance(q.object, NamedNode | Literal) for q in shipped)
    assert typed - derived == set()


def test_the_same_register_gives_the_same_statements_in_order(tmp_path: Path) -> None:
    """Order and content depend on the rows only."""
    assert _state(tmp_path / "a", BASE) == _state(tmp_path / "b", BASE)
