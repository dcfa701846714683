"""Editions of the threat assessment, and what only looks like one."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ctgraph.extract.reading import read_mentions, scanner
from ctgraph.model.gazetteer import Name
from ctgraph.model.mentions import PolicyReference
from extract.factories import document
from link import factories

SERIES = "dreigingsbeeld-terrorisme-nederland"
GAZETTEER = replace(
    factories.GAZETTEER,
    names=(
        *factories.GAZETTEER.names,
        Name("DTN", "policy", SERIES, "Dreigingsbeeld Terrorisme Nederland", "series", exact=True),
    ),
)


def read(text: str) -> list[tuple[str, str]]:
    """What is found in a text: the words and the key."""
    found = read_mentions(document(text), scanner(GAZETTEER))
    return [(text[m.start : m.end], m.value.key) for m in found if isinstance(m.value, PolicyReference)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("het DTN34 laat zien; DTN 35 niet.", [("DTN34", "DTN-34"), ("DTN 35", "DTN-35")]),
        (
            "het Dreigingsbeeld Terrorisme Nederland nummer 52 uit mei",
            [("Dreigingsbeeld Terrorisme Nederland nummer 52", "DTN-52")],
        ),
        (
            "het Dreigingsbeeld Terrorisme Nederland 34 (DTN34).",
            [("Dreigingsbeeld Terrorisme Nederland 34", "DTN-34"), ("DTN34", "DTN-34")],
        ),
        ("DTN nr48 van", [("DTN nr48", "DTN-48")]),
        (
            "het Dreigingsbeeld Terrorisme Nederland van juni 2024",
            [("Dreigingsbeeld Terrorisme Nederland", "DTN-2024-06")],
        ),
        (
            "Dreigingsbeeld Terrorisme Nederland juni 2024",
            [("Dreigingsbeeld Terrorisme Nederland juni 2024", "DTN-2024-06")],
        ),
        ("kenmerk DTN2024, DTN3.2, XDTN34 en dtn34", []),
    ],
)
def test_reads_the_edition(text: str, expected: list[tuple[str, str]]) -> None:
    """The number may stand apart, glued to the abbreviation, or behind a word for it."""
    assert read(text) == expected
