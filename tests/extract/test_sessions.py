"""Chambers and parliamentary years as printed."""

from __future__ import annotations

import pytest

from ctgraph.extract.sessions import is_misprint, read_chamber, read_year


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2021", "22", "20212022"),
        ("2021", "2022", "20212022"),
        ("1995", "96", "19951996"),
        ("1999", "00", "19992000"),
        ("1999", "2000", "19992000"),
        ("207", "18", "20172018"),
        ("20217", "2018", "20172018"),
        ("2071", "18", "20172018"),
        ("2017", "19", ""),
        ("2017", "17", ""),
    ],
)
def test_reads_a_year_as_meant(first: str, second: str, expected: str) -> None:
    """One slip in the first number is put right; a pair that makes no year stays unread."""
    assert read_year(first, second) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("II", "tk"),
        ("Ii", "tk"),
        ("I", "ek"),
        ("EK", "ek"),
        ("Tweede Kamer", "tk"),
        ("van de Eerste Kamer", "ek"),
        (None, ""),
    ],
)
def test_reads_a_chamber(printed: str | None, expected: str) -> None:
    """A chamber is printed as a number, as letters or in words."""
    assert read_chamber(printed) == expected


def test_tells_a_misprint() -> None:
    """A misprint in chamber or year is told from a clean print."""
    printed = [("Ii", "2021", "22"), ("II", "207", "18"), ("II", "2021", "22"), ("II", None, None)]

    assert [is_misprint(*each) for each in printed] == [True, True, False, False]
