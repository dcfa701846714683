"""Issues of Staatsblad, Staatscourant and Tractatenblad."""

from __future__ import annotations

import pytest

from ctgraph.extract.gazettes import TRIGGERS, find_gazettes
from ctgraph.model.mentions import GazetteReference
from extract.factories import page


def read(text: str) -> list[tuple[str, str]]:
    """What was found: the words and the id."""
    return [
        (text[mention.start : mention.end], mention.value.id)
        for mention in find_gazettes(page(text, triggers=(TRIGGERS,)))
        if isinstance(mention.value, GazetteReference)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Stb. 2017, 51, de", [("Stb. 2017, 51", "stb-2017-51")]),
        ("Stb. 2017 nr. 51", [("Stb. 2017 nr. 51", "stb-2017-51")]),
        ("Stb.2017,51.", [("Stb.2017,51", "stb-2017-51")]),
        ("Stb 2017/51", [("Stb 2017/51", "stb-2017-51")]),
        ("stb-2017-51", [("stb-2017-51", "stb-2017-51")]),
        ("Staatsblad 2022, nr. 67 en", [("Staatsblad 2022, nr. 67", "stb-2022-67")]),
        ("Staatsblad van het Koninkrijk der Nederlanden 2022, 67", [
            ("Staatsblad van het Koninkrijk der Nederlanden 2022, 67", "stb-2022-67"),
        ]),
        ("Stcrt. 2019, 12345;", [("Stcrt. 2019, 12345", "stcrt-2019-12345")]),
        ("Staatscourant 2019, nr. 12345", [("Staatscourant 2019, nr. 12345", "stcrt-2019-12345")]),
        ("de Staatscourant van 24 november 2020, nr. 61234 en", [
            ("Staatscourant van 24 november 2020, nr. 61234", "stcrt-2020-61234"),
        ]),
        ("Trb. 2016, 180.", [("Trb. 2016, 180", "trb-2016-180")]),
        ("Tractatenblad 1974, 32", [("Tractatenblad 1974, 32", "trb-1974-32")]),
        ("Stb. 2017, 51 en 52.", [("Stb. 2017, 51", "stb-2017-51"), ("52", "stb-2017-52")]),
        ("Stb. 1993, nrs. 690, 691 en 692 van", [
            ("Stb. 1993, nrs. 690", "stb-1993-690"), ("691", "stb-1993-691"), ("692", "stb-1993-692"),
        ]),
        ("Stb. 2017, 51 en 3 moties", [("Stb. 2017, 51", "stb-2017-51")]),
    ],
)  # fmt: skip
def test_reads_an_issue(text: str, expected: list[tuple[str, str]]) -> None:
    """An issue is read to its id, each issue of a list on its own."""
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Stb. 268", "Staatsbladen 2017, 51", "Staatscourant 2019, 12 mei", "het Staatsblad van 2017", "Xstb. 2017, 51"],
)
def test_leaves_other_numbers_alone(text: str) -> None:
    """Without year and number there is no issue."""
    assert read(text) == []
