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
        ("Stb. 2016, 348, 349 en 350.", [
            ("Stb. 2016, 348", "stb-2016-348"), ("349", "stb-2016-349"), ("350", "stb-2016-350"),
        ]),
        ("Stb. 2016, 348 en 349 zijn", [("Stb. 2016, 348", "stb-2016-348"), ("349", "stb-2016-349")]),
        ("Stb. 2016, 348, 29 754, nr. 3", [("Stb. 2016, 348", "stb-2016-348")]),
        ("de Staatscourant van 6 oktober 2025 (nr. 33417) is", [
            ("Staatscourant van 6 oktober 2025 (nr. 33417", "stcrt-2025-33417"),
        ]),
        ("Stcrt. 24 november 2020, nr. 61234", [("Stcrt. 24 november 2020, nr. 61234", "stcrt-2020-61234")]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De wet van 12 juni 2009 (Stb. 245) is", [("Stb. 245", "stb-2009-245")]),
        ("bij besluit van 4 mei 2016, Stb. 172, en van 7 juni 2017, Stb. nr. 230.", [
            ("Stb. 172", "stb-2016-172"), ("Stb. nr. 230", "stb-2017-230"),
        ]),
        ("In 2019 is de lijst geplaatst (Stcrt. 12345)", [("Stcrt. 12345", "stcrt-2019-12345")]),
        ("het verdrag van 28 juli 1951 (Trb. 1951, 131) en (Trb. 132)", [
            ("Trb. 1951, 131", "trb-1951-131"), ("Trb. 132", "trb-1951-132"),
        ]),
        ("in Staatsblad nr. 52 van 2010 staat", [("Staatsblad nr. 52 van 2010", "stb-2010-52")]),
        ("(Stb. 52 (2010))", [("Stb. 52 (2010)", "stb-2010-52")]),
    ],
)  # fmt: skip
def test_takes_the_year_that_the_sentence_gives(text: str, expected: list[tuple[str, str]]) -> None:
    """An issue by its number alone is of the year behind it, else of the last one before it in the sentence."""
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dat was in 2009. Stb. 245 is bekend",
        "in 2009 gewijzigd.\nStb. 245",
        "in het vergaderjaar 2021/22 (Stb. 245)",
        "Kamerstuk 21 501-20, nr. 2010 (Stb. 245)",
        "In 2019 telde het Staatsblad 52 pagina's",
        "In 2009 is Stb. 2010 verschenen",
        "In 2009 bleek uit Stb. 12 mei",
    ],
)
def test_gives_no_year_that_the_sentence_does_not(text: str) -> None:
    """A year of another sentence, of a session or of a paper's number makes no issue."""
    assert read(text) == []
