"""The crosswalk: how official ids and names lead to the keys of the register."""

from __future__ import annotations

from pathlib import Path

from ctgraph import assets
from ctgraph.pipeline.crosswalk import crosswalk
from ctgraph.sources.register import load_register
from register_tables import DOSSIER, GROUP, MOTION, PAPER, PERSON, make_register

GUID = "78de344e-6c24-4b42-8322-aa1c2eb0d820"
ZAAK = f"https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/Zaak({GUID})"


def test_the_source_of_a_row_leads_from_the_official_id_to_the_key(tmp_path: Path) -> None:
    """A row that was read from a row of the Tweede Kamer is found by the GUID of that; a row of low confidence is not."""
    sure = make_register(tmp_path / "a", {"dossiers": [DOSSIER], "documents": [{**PAPER, "source": ZAAK}]})
    doubtful = {**PAPER, "source": ZAAK, "confidence": "low"}
    unsure = make_register(tmp_path / "b", {"dossiers": [DOSSIER], "documents": [doubtful]})

    assert crosswalk(sure).key(GUID) == PAPER["key"]
    assert crosswalk(unsure).key(GUID) == ""


def test_a_title_of_two_dossiers_leads_to_neither(tmp_path: Path) -> None:
    """A title that one dossier has leads to it, whatever its capitals; one that two have leads nowhere."""
    one = make_register(tmp_path / "a", {"dossiers": [{"key": "29754", "title": "Terrorismebestrijding"}]})
    same = [{"key": "29754", "title": "Gelijk"}, {"key": "27925", "title": "gelijk"}]
    two = make_register(tmp_path / "b", {"dossiers": same})

    assert crosswalk(one).dossiers == {"terrorismebestrijding": "29754"}
    assert crosswalk(two).dossiers == {}


def test_groups_people_and_motions_are_known_by_name(tmp_path: Path) -> None:
    """A group is found by any of its names, a person by the full one, and a motion is known to be one."""
    given = {"dossiers": [DOSSIER], "documents": [PAPER], "groups": [GROUP], "persons": [PERSON], "motions": [MOTION]}
    known = crosswalk(make_register(tmp_path, given))

    assert known.group("", GROUP["name"].upper()) == GROUP["key"]
    assert known.person(PERSON["name"], None, "") == PERSON["key"]
    assert known.motions == {MOTION["key"]}


def test_the_shipped_register_knows_the_groups_and_most_papers_by_id() -> None:
    """The register that is shipped leads from the official ids of its own sources to its keys."""
    known = crosswalk(load_register(assets.folder("register")))

    assert known.key("a34bf6c8-834e-4dba-b4d2-f2f1b3957bd2") == "50plus"
    assert len(known.ids) > 1500
