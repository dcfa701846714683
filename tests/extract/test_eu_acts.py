"""EU acts, read to CELEX numbers."""

from __future__ import annotations

import pytest

from ctgraph.extract.eu_acts import TRIGGERS, find_eu_acts
from ctgraph.model.mentions import EuReference
from extract.factories import page


def read(text: str) -> list[tuple[str, ...]]:
    """What was found: the words, the CELEX number, the articles."""
    return [
        (text[mention.start : mention.end], mention.value.celex, *mention.value.articles)
        for mention in find_eu_acts(page(text, triggers=(TRIGGERS,)))
        if isinstance(mention.value, EuReference)
    ]


@pytest.mark.parametrize(
    ("act", "celex"),
    [
        ("Verordening (EU) 2021/784", "32021R0784"),
        ("Verordening(EU)2021/784", "32021R0784"),
        ("Verordening (EU) nr. 910/2014", "32014R0910"),
        ("Verordening (EU) 910/2014", "32014R0910"),
        ("Verordening (EU) nr. 2016/679", "32016R0679"),
        ("Verordening 2016/679", "32016R0679"),
        ("EU-verordening 2021/784", "32021R0784"),
        ("Verordening (EG) nr. 2580/2001", "32001R2580"),
        ("Verordening (EG) nr. 1987/2006", "32006R1987"),
        ("Verordening (EEG) nr. 1408/71", "31971R1408"),
        ("Verordening (EU, Euratom) 2018/1046", "32018R1046"),
        ("Uitvoeringsverordening (EU) 2020/1", "32020R0001"),
        ("Verordening terroristische online-inhoud (EU) 2021/784", "32021R0784"),
        ("Verordening gemeenschappelijk landbouwbeleid (EU) 2021/2115", "32021R2115"),
        ("Richtlijn (EU) 2017/541", "32017L0541"),
        ("Richtlijn 95/46/EG", "31995L0046"),
        ("richtlijn nr. 2005/60/EG", "32005L0060"),
        ("Richtlijn 2016/680/EU", "32016L0680"),
        ("Kaderbesluit 2002/475/JBZ", "32002F0475"),
        ("Besluit 2002/475/JBZ", "32002F0475"),
        ("Besluit 2005/671/JBZ", "32005D0671"),
        ("Besluit (GBVB) 2016/1693", "32016D1693"),
        ("Besluit 2011/137/GBVB", "32011D0137"),
        ("Besluit nr. 1313/2013/EU", "32013D1313"),
        ("Besluit nr. 2119/98/EG", "31998D2119"),
        ("Gemeenschappelijk Optreden 2002/402/GBVB", "32002E0402"),
        ("Gemeenschappelijk Standpunt 2001/931/GBVB", "32001E0931"),
        ("Gemeenschappelijk Optreden 98/733/JBZ", "31998F0733"),
        ("Aanbeveling (EU) 2018/334", "32018H0334"),
        ("CELEX: 32021R0784", "32021R0784"),
    ],
)
def test_reads_an_act_to_its_celex_number(act: str, celex: str) -> None:
    """Kind, year and number give the CELEX number, whichever of the two numbers is the year."""
    assert read(f"op grond van {act}, en") == [(act, celex)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("artikel 5 Verordening (EU) 2021/784 is", [("artikel 5 Verordening (EU) 2021/784", "32021R0784", "5")]),
        ("artikel 5, eerste lid, van de Verordening (EU) 2021/784", [
            ("artikel 5, eerste lid, van de Verordening (EU) 2021/784", "32021R0784", "5"),
        ]),
        ("de artikelen 3 en 12 Richtlijn (EU) 2017/541", [
            ("artikelen 3 en 12 Richtlijn (EU) 2017/541", "32017L0541", "3", "12"),
        ]),
        ("Verordening (EU) 2021/784 (artikel 5) is", [("Verordening (EU) 2021/784 (artikel 5)", "32021R0784", "5")]),
        ("Richtlijnen 2002/58/EG en 2006/24/EG.", [
            ("Richtlijnen 2002/58/EG", "32002L0058"), ("2006/24/EG", "32006L0024"),
        ]),
        ("Verordeningen (EU) 2018/1860, (EU) 2018/1861 en (EU) 2018/1862", [
            ("Verordeningen (EU) 2018/1860", "32018R1860"),
            ("(EU) 2018/1861", "32018R1861"),
            ("(EU) 2018/1862", "32018R1862"),
        ]),
        ("Ik besluit op grond van Verordening (EU) 2021/784", [("Verordening (EU) 2021/784", "32021R0784")]),
    ],
)  # fmt: skip
def test_reads_articles_and_lists(text: str, expected: list[tuple[str, ...]]) -> None:
    """Articles stand before or behind the act; each act of a list is found."""
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "de richtlijn 2017/18",
        "het besluit 2017/18",
        "besluit 12/3",
        "verordening 12/2 van de gemeente",
        "de verordening van 2021",
        "Besluit 2021/784",
        "Verordening (EU) 21/7",
    ],
)
def test_leaves_other_numbers_alone(text: str) -> None:
    """Years, local rules and numbers without an institution make no act."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Richtlijn (EU) 2017/541. Artikel 3 van die richtlijn", ("Artikel 3 van die richtlijn", "32017L0541", "3")),
        ("Richtlijn (EU) 2017/541 en Verordening (EU) 2021/784. Artikel 3 van dezelfde richtlijn", (
            "Artikel 3 van dezelfde richtlijn", "32017L0541", "3",
        )),
        ("Verordening (EU) 2021/784. Artikel 3 van de verordening", ("Verordening (EU) 2021/784", "32021R0784")),
        ("Verordening (EU) 2021/784. Artikel 3 van die richtlijn", ("Verordening (EU) 2021/784", "32021R0784")),
        ("Verordening (EU) 2021/784.\nArtikel 3 van die verordening", ("Verordening (EU) 2021/784", "32021R0784")),
    ],
)  # fmt: skip
def test_follows_a_pointer_to_the_act_named_last(text: str, expected: tuple[str, ...]) -> None:
    """An article "of that directive" is of the last act of that kind in the paragraph, and of none elsewhere."""
    assert read(text)[-1] == expected
