"""Organisations by name and by form."""

from __future__ import annotations

import pytest

from ctgraph.extract.reading import read_mentions, scanner
from ctgraph.model.mentions import OrganisationReference
from extract.factories import document
from link.factories import GAZETTEER


def read(text: str) -> list[str]:
    """What is found in a text: the name."""
    found = read_mentions(document(text), scanner(GAZETTEER))
    return [m.value.name for m in found if isinstance(m.value, OrganisationReference)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de vaste commissie voor Justitie en Veiligheid heeft", ["vaste commissie voor Justitie en Veiligheid"]),
        ("de NCTV meldt", ["NCTV"]),
        ("de commissie De Wit meldt", ["commissie De Wit"]),
        ("de vaste commissie voor Defensie\n\nDe voorzitter", ["vaste commissie voor Defensie"]),
        ("de Raad voor de Kinderbescherming en de NCTV", ["Raad voor de Kinderbescherming", "NCTV"]),
    ],
)
def test_reads(text: str, expected: list[str]) -> None:
    """Known names and forms make a body."""
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ECLI:VN:C:2015:29",
        "Richtlijn 2014/41/VN",
        "bewonerscommissie De Reigers",
        "de commissie meldt",
        "een universiteit",
    ],
)
def test_leaves_alone(text: str) -> None:
    """A word that only ends in "commissie" names no committee, and part of a number no body."""
    assert read(text) == []
