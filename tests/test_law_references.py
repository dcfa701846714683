"""The references of laws, their versions and articles in IRIs."""

from __future__ import annotations

import pytest

from ctgraph.identifiers import article_place, iri, law_place, law_version, official


@pytest.mark.parametrize(
    ("jci", "law", "place"),
    [
        ("jci1.3:c:BWBR0045754", "BWBR0045754", ""),
        ("jci1.3:c:BWBR0045754&artikel=1.1", "BWBR0045754", "artikel/1.1"),
        ("jci1.3:c:BWBR0005537&artikel=7:4&z=2022-05-01&g=2022-05-01", "BWBR0005537", "artikel/7:4"),
        ("jci1.31:c:BWBR0045754&artikel=1", "", ""),
        ("jci1.3:c:BWBR0045754&hoofdstuk=I&artikel=IV", "BWBR0045754", "hoofdstuk/i/artikel/iv"),
        ("1.0:c:BWBR0003984&artikel=1&g=1986-06-26", "BWBR0003984", "artikel/1"),
        ("1.0:v:BWBV0001109&artikel=2/3", "BWBV0001109", "artikel/2-3"),
        ("jci1.3:c:CVDR12345&artikel=1", "", ""),
        ("stb-2021-499", "", ""),
        ("", "", ""),
    ],
)
def test_an_address_tells_law_and_place(jci: str, law: str, place: str) -> None:
    """Parts that say when are left out, values are spelt as IRIs have them, and other addresses give nothing."""
    assert law_place(jci) == (law, place)


@pytest.mark.parametrize(
    ("number", "place"),
    [
        ("1.1", "artikel/1.1"),
        ("140a", "artikel/140a"),
        ("2A", "artikel/2a"),
        ("IV.", "artikel/iv"),
        (" 7:4 ", "artikel/7:4"),
    ],
)
def test_an_article_has_its_number_as_its_place(number: str, place: str) -> None:
    """The number stands in small letters, without the stop behind it."""
    assert article_place(number) == place


def test_versions_of_one_day_are_told_apart() -> None:
    """The first version of a day has no serial in its reference."""
    assert law_version("BWBR0045754", "2022-05-01") == "BWBR0045754/2022-05-01"
    assert law_version("BWBR0045754", "2022-05-01", 2) == "BWBR0045754/2022-05-01_2"


@pytest.mark.parametrize(
    ("kind", "reference"),
    [
        ("law", "BWBR0045754/2022-05-01"),
        ("law", "BWBR0045754/artikel/iv/2022-05-01"),
        ("document", "BWBR0045754_2022-05-01_0"),
        ("document", "stb-2021-499"),
        ("document", "kv-tk-2020Z13248"),
    ],
)
def test_references_are_official_already(kind: str, reference: str) -> None:
    """What readers make of ids needs no redirect, and small letters lead to them."""
    assert official(kind, reference) == official(kind, reference.lower()) == reference
    assert iri("law", reference).endswith(reference)
