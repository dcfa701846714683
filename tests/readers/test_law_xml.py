"""What the readers of laws share: days, periods, ids of publications and dossiers, addresses."""

from __future__ import annotations

import pytest

from ctgraph.readers import read
from ctgraph.readers.law_xml import address, day, day_before, dossier, gazette, spell
from readers.law_files import changed


@pytest.mark.parametrize(
    ("text", "found"),
    [("2022-05-01", "2022-05-01"), (" 2022-05-01\n", "2022-05-01"), ("9999-12-31", ""), ("2022-02-30", ""), (None, "")],
)
def test_a_day_is_iso_or_none(text: str | None, found: str) -> None:
    """The far day means that no end is known, and a day that does not exist is none."""
    assert day(text) == found


def test_periods_have_both_ends_within() -> None:
    """An end "until" a day is the day before it; a period that ends before it begins is none."""
    assert day_before("2024-03-01") == "2024-02-29"
    assert spell("2020-01-01", "2024-02-29") == "2020-01-01/2024-02-29"
    assert spell("2020-01-01", "") == "2020-01-01/.."
    assert spell("", "2024-02-29") == spell("2020-01-02", "2020-01-01") == ""


@pytest.mark.parametrize(
    ("kind", "year", "number", "given", "found"),
    [
        ("Stb", "2021", "499", "stb-2021-499", "stb-2021-499"),
        ("Stcrt", "2006", "73", "stcrt-2006-73-p10-SC74601", "stcrt-2006-73-p10-sc74601"),
        ("Stcrt", "1986", "120", "", "stcrt-1986-120"),
        ("Trb", "1993", "202", "http://example.org/x", "trb-1993-202"),
        ("Supplement-Stcrt", "1962", "58", "", ""),
        ("Stb", "2021", "499 bis", "", ""),
        ("", "", "", "stb-2021-../../x", ""),
    ],
)
def test_a_publication_has_an_id_by_rule_or_none(kind: str, year: str, number: str, given: str, found: str) -> None:
    """The id that the source gives holds if it is one; else gazette, year and number make it, or nothing does."""
    assert gazette(kind, year, number, given) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("33328", "33328"),
        ("35925 VI", "35925-VI"),
        ("35925-vi", "35925-VI"),
        ("31324 (R1844)", "31324"),
        ("6811", "6811"),
        ("geen", ""),
        ("33328/../x", ""),
        ("", ""),
    ],
)
def test_a_dossier_is_a_number_with_a_suffix(text: str, found: str) -> None:
    """The number of a kingdom act plays no part, and what is no number is no dossier."""
    assert dossier(text) == found


@pytest.mark.parametrize(
    "text", ["ftp://example.org/a", 'https://example.org/"a', "https://example.org/a b", "wetten.nl"]
)
def test_an_address_that_cannot_be_stated_is_none(text: str) -> None:
    """Only addresses on the web with the signs of an IRI are kept."""
    assert address(text) == ""


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("bwb_information.xml", 'bwb-id="BWBR0099993"', 'bwb-id="../../BWBR"'),
        ("bwb_information.xml", "<dossiernummer>99994</dossiernummer>", "<dossiernummer>../x</dossiernummer>"),
        (
            "bwb_version.xml",
            '<dossierref dossier="99993-VI">99993 VI</dossierref>',
            '<dossierref dossier="..">x</dossierref>',
        ),
        ("gazette.xml", "99993-VI;30", "../../x;30"),
        ("bwb_search.xml", "https://repository.officiele", 'javascript:"'),
    ],
)
def test_ids_that_are_none_are_not_stated(name: str, old: str, new: str) -> None:
    """A file may hold anything where an id should stand; nothing of it comes into a record."""
    records = str([each.records for each in read(changed(name, old, new), {}).records])

    assert ".." not in records.replace("/..", "").replace("'..'", "'??'")
    assert "javascript" not in records
