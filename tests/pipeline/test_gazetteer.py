"""The gazetteer that the pipeline makes of a register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ctgraph import assets
from ctgraph.model.gazetteer import Gazetteer, Name, Neighbours, PaperFact
from ctgraph.pipeline.gazetteer import gazetteer
from ctgraph.sources.register import load_register
from register_tables import DOSSIER, GROUP, PAPER, PERSON, Cells, make_register


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    """The gazetteer of the register that this version ships."""
    return gazetteer(load_register(assets.folder("register")))


def _names(folder: Path, table: str, row: Cells) -> list[Name]:
    return list(gazetteer(make_register(folder, {table: [row]})).names)


def test_a_body_is_found_by_each_of_its_names(tmp_path: Path) -> None:
    """Short forms and those in capitals only in their own case, long names in any."""
    row = {"key": "kw", "name": "KW", "full_name": "Kustwacht", "aliases": "UNKUST; de Kustwacht", "kind": "agency"}
    found = {
        name.surface: (name.key, name.canonical, name.detail, name.exact)
        for name in _names(tmp_path, "organisations", row)
    }

    assert found == {
        "KW": ("kw", "KW", "agency", True),
        "Kustwacht": ("kw", "KW", "agency", False),
        "UNKUST": ("kw", "KW", "agency", True),
        "de Kustwacht": ("kw", "KW", "agency", False),
    }


def test_a_ministry_is_found_with_the_sign_for_and(tmp_path: Path) -> None:
    """ "&" stands for "en" in the names of ministries; other bodies keep theirs."""
    row = {"key": "mjv", "name": "Ministerie van Maat en Vorm", "kind": "ministry"}

    assert "Ministerie van Maat & Vorm" in [name.surface for name in _names(tmp_path, "organisations", row)]


def test_a_word_that_also_means_a_kind_is_exact(tmp_path: Path) -> None:
    """`exact` keeps the lower-case word out."""
    row = {"key": "havenhuizen", "name": "Havenhuizen", "kind": "cooperation-body", "exact": "yes"}

    assert [name.exact for name in _names(tmp_path, "organisations", row)] == [True]


def test_a_group_of_one_is_not_found_by_a_surname(tmp_path: Path) -> None:
    """Its bare surname is a name of the group in brackets only, not in running text."""
    row = {"key": "lid-vos", "name": "Lid Vos", "aliases": "Vos; Groep Vos", "kind": "parliamentary-group"}
    made = gazetteer(make_register(tmp_path, {"groups": [row]}))

    assert [(name.surface, name.exact) for name in made.names] == [("Lid Vos", True), ("Groep Vos", True)]
    assert made.groups["vos"].key == "lid-vos"


def test_a_group_of_parties_is_found_by_each_of_its_names(tmp_path: Path) -> None:
    """It bears no member's surname, so that its short forms are names in running text too."""
    row = {"key": "aa-bb", "name": "Aarde-BB", "aliases": "AA-BB", "kind": "parliamentary-group"}

    assert [name.surface for name in _names(tmp_path, "groups", row)] == ["Aarde-BB", "AA-BB"]


def test_parties_are_found_by_any_form(tmp_path: Path) -> None:
    """The key is the folded form, so that print faults in case and accents do not matter."""
    made = gazetteer(make_register(tmp_path, {"groups": [GROUP]}))

    assert {key: name.canonical for key, name in made.groups.items()} == {"pvz": "PvZ", "partij-van-de-zee": "PvZ"}


def test_the_abbreviation_of_a_law_is_exact(tmp_path: Path) -> None:
    """A law goes by the key of its IRI, and its full name is canonical."""
    row = {"key": "BWBR0000001", "name": "Kadewet", "abbreviation": "Kadew", "bwb": "BWBR0000001"}

    assert [(name.surface, name.key, name.canonical, name.exact) for name in _names(tmp_path, "laws", row)] == [
        ("Kadewet", "BWBR0000001", "Kadewet", False),
        ("Kadew", "BWBR0000001", "Kadewet", True),
    ]


def test_the_number_of_an_eu_act_is_no_name(tmp_path: Path) -> None:
    """It is read as a number; only what the act is called besides is a name."""
    row = {"key": "32031R0001", "name": "Verordening (EU) 2031/1", "aliases": "Kadeverordening"}

    assert [(name.surface, name.key) for name in _names(tmp_path, "laws", row)] == [("Kadeverordening", "32031R0001")]


def test_a_strategy_without_its_period_stays_open(tmp_path: Path) -> None:
    """A name that says no period has a key without one, so that linking must find out which is meant."""
    row = {"key": "nhs-2031-2035", "name": "Havenstrategie 2031-2035", "aliases": "NHS", "kind": "strategy"}

    assert [(name.surface, name.key, name.exact) for name in _names(tmp_path, "strategies", row)] == [
        ("Havenstrategie 2031-2035", "nhs-2031-2035", False),
        ("Havenstrategie", "nhs", False),
        ("NHS", "nhs", True),
    ]


def test_low_confidence_resolves_nothing(tmp_path: Path) -> None:
    """A row that nobody saw is no name, person, paper or group to find."""
    low = {"confidence": "low"}
    made = gazetteer(
        make_register(
            tmp_path,
            {
                "dossiers": [DOSSIER],
                "documents": [{**PAPER, **low}],
                "groups": [{**GROUP, **low}],
                "persons": [{**PERSON, **low}],
                "series": [{"key": "s", "name": "Reeks over havens", **low}],
            },
        )
    )

    assert (made.names, made.persons, made.papers, made.groups) == ((), (), {}, {})
    assert made.dossiers["99999"].numbers == ()


def test_persons_have_their_surnames_and_bounded_roles(tmp_path: Path) -> None:
    """Forms with initials are left out; days on which somebody was seen in a role are no bounds."""
    tenure = {"key": "anna-de-wit/x", "person": "anna-de-wit", "role": "lid", "group": "pvz", "seen_from": "2031-03-04"}
    bounded = {**tenure, "key": "anna-de-wit/y", "since": "2030-01-01", "until": "2031-04"}
    made = gazetteer(make_register(tmp_path, {"groups": [GROUP], "persons": [PERSON], "tenures": [tenure, bounded]}))
    (person,) = made.persons

    assert person.surnames == ("De Wit", "De Wit-Bos")
    assert [(held.group, held.start, held.end) for held in person.tenures] == [
        ("PvZ", None, None),
        ("PvZ", date(2030, 1, 1), None),
    ]


def test_papers_and_dossiers_tell_what_a_number_may_be(tmp_path: Path) -> None:
    """Numbers rise with their days; letters and papers without a day count for no neighbour."""
    rows = [
        {**PAPER, "key": f"kst-99999-{sub}", "number": sub, "date": day}
        for sub, day in (("12", "2031-03-04"), ("9", "2030-12-01"), ("B", "2031-01-01"), ("14", "2031-05"))
    ]
    made = gazetteer(make_register(tmp_path, {"dossiers": [DOSSIER], "documents": rows}))

    assert made.papers["kst-99999-14"] == PaperFact("kst-99999-14", None, "motie", "Motie")
    assert made.dossiers["99999"].neighbours(10) == Neighbours((9, date(2030, 12, 1)), (12, date(2031, 3, 4)))


def test_the_shipped_register_knows_what_papers_name(shipped: Gazetteer) -> None:
    """Bodies, groups, laws and series go by the keys of their IRIs."""
    found = {name.surface: name for name in shipped.names}

    assert found["NCTV"].key == "nctv"
    assert (found["IS"].key, found["IS"].exact) == ("isis", True)
    assert found["Afdeling advisering"].canonical == "Raad van State"
    assert found["DTN"].detail == "series"
    assert found["Nationale Contraterrorisme Strategie"].key == "ncts"
    assert shipped.groups["d66"].canonical == "D66"
    assert shipped.groups["groep-van-haga"].key == "groep-van-haga"
    assert "Omtzigt" not in found


def test_the_shipped_register_dates_the_papers_that_footnotes_cite(shipped: Gazetteer) -> None:
    """A number of 2009 cannot be a letter of 2022; the same number in another dossier is."""
    old, other = shipped.papers["kst-29754-160"], shipped.papers["kst-30821-160"]

    assert old.date is not None
    assert old.date.year == 2009
    assert other.date == date(2022, 5, 31)
