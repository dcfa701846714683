"""Debates by kind, topic and day."""

from __future__ import annotations

import pytest

from ctgraph.extract.reading import read_mentions, scanner
from ctgraph.model.mentions import DebateReference
from extract.factories import document
from link.factories import GAZETTEER


def read(text: str) -> list[tuple[str, str]]:
    """What is found in a text: kind and topic."""
    found = read_mentions(document(text), scanner(GAZETTEER))
    return [(m.value.kind, m.value.topic) for m in found if isinstance(m.value, DebateReference)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("het commissiedebat terrorisme van 26 januari 2022", [("commissiedebat", "terrorisme")]),
        ("het Tweeminuten-debat over integriteit met uw Kamer op 24 mei 2023", [("tweeminutendebat", "integriteit")]),
        (
            "In het debat met de vaste commissie voor Justitie over integriteit op 9 mei 2023",
            [("plenair debat", "integriteit")],
        ),
        ("Activiteit: Commissiedebat\n\nDatum: donderdag 13 april 2023\n", [("commissiedebat", "")]),
        ("het VAO Omgevingsrecht", [("VAO", "Omgevingsrecht")]),
        ("Op 3 mei 2022 vond een schriftelijk overleg plaats", [("schriftelijk overleg", "")]),
        ("de regeling van werkzaamheden van 3 mei 2022", [("ordedebat", "")]),
    ],
)
def test_reads(text: str, expected: list[tuple[str, str]]) -> None:
    """Those with whom the debate was held are no part of its topic."""
    assert read(text) == expected


@pytest.mark.parametrize("text", ["in dit debat zei hij", "na overleg met de politie", "een woondebat op 3 mei 2022"])
def test_leaves_alone(text: str) -> None:
    """Talk of debates is no debate."""
    assert read(text) == []
