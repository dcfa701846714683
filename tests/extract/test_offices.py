"""Offices with their portfolios."""

from __future__ import annotations

import pytest

from ctgraph.extract.reading import read_mentions, scanner
from ctgraph.model.mentions import PostReference
from extract.factories import document
from link.factories import GAZETTEER


def read(text: str) -> list[str]:
    """What is found in a text: the office."""
    found = read_mentions(document(text), scanner(GAZETTEER))
    return [m.value.name for m in found if isinstance(m.value, PostReference)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de Minister van Justitie en Veiligheid heeft", ["Minister van Justitie en Veiligheid"]),
        ("de staatssecretaris van Financiën zegt", ["Staatssecretaris van Financiën"]),
        (
            "de staatssecretaris Koninkrijksrelaties en Digitalisering",
            ["Staatssecretaris Koninkrijksrelaties en Digitalisering"],
        ),
        (
            "minister voor Basis- en Voortgezet Onderwijs en Media,",
            ["Minister voor Basis- en Voortgezet Onderwijs en Media"],
        ),
        ("minister van Defensie\nVolgens Jansen", ["Minister van Defensie"]),
    ],
)
def test_reads(text: str, expected: list[str]) -> None:
    """A portfolio makes an office."""
    assert read(text) == expected


@pytest.mark.parametrize("text", ["de minister zegt", "ministerie van Justitie"])
def test_leaves_alone(text: str) -> None:
    """Without a portfolio there is no office."""
    assert read(text) == []
