"""Motions with their submitters."""

from __future__ import annotations

import pytest

from ctgraph.extract.reading import read_mentions, scanner
from ctgraph.model.mentions import MotionReference
from extract.factories import document
from link.factories import GAZETTEER


def read(text: str) -> list[tuple[str, ...]]:
    """What is found in a text: form and submitters."""
    found = read_mentions(document(text), scanner(GAZETTEER))
    return [
        (m.value.form, *(p.name for p in m.value.submitters)) for m in found if isinstance(m.value, MotionReference)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de motie van het lid Jansen (SP) is", [("full", "Jansen")]),
        ("de motie van het toenmalige lid Jansen (SP) is", [("full", "Jansen")]),
        ("de motie De Wit-Jansen c.s. is", [("full", "De Wit", "Jansen")]),
        ("de motie-De Wit/Jansen is", [("full", "De Wit", "Jansen")]),
        ("de motie-Berg-Smit is", [("full", "Berg-Smit")]),
        ("GEWIJZIGDE MOTIE VAN KOSTIĆ TER VERVANGING VAN", [("full", "Kostić")]),
        ("MOTIE VAN DE LEDEN JANSEN EN DE WIT", [("full", "Jansen", "De Wit")]),
        ("de motie Berg (Kamerstuk 29 754, nr. 5) is", [("full", "Berg")]),
        ("de motie D'Arcy (29 754, nr. 5) is", [("full", "D'Arcy")]),
        ("de motie Berg (zie hierboven) is", [("anaphor",)]),
        ("de motie Jansen is", [("full", "Jansen")]),
        ("de motie Jansen Groep is", [("anaphor",)]),
        ("de motie Berg (nr. 5) is", [("full", "Berg")]),
        ("Overzicht moties\n\nMotie van de leden Jansen en De Wit", [("generic",), ("full", "Jansen", "De Wit")]),
        ("voer deze motie uit", [("anaphor",)]),
        ("de motie op stuk nr. 313 van mevrouw Jansen is", [("full", "Jansen")]),
        ("de motie op stuk nr. 313, van mevrouw Jansen en de heer Berg, is", [("full", "Jansen", "Berg")]),
        ("een motie ingediend, op stuk nr. 305, die", [("full",)]),
        ("de aangenomen motie op stuk 36 800, nr. 47, is", [("full",)]),
        ("zijn motie (29754, nr. 684) aan te houden", [("full",)]),
        ("de motie van Berg en Smit vroeg", [("full", "Berg", "Smit")]),
        ("de motie van Berg en geld", [("anaphor",)]),
        ("de motie van het lid Jansen op letter G", [("full", "Jansen")]),
        ("de tweede motie, die op stuk nr. 305, vraagt", [("full",)]),
        ("een motie op dit punt", [("generic",)]),
        ("MOTIE VAN WANTROUWEN", [("generic",)]),
    ],
)
def test_reads(text: str, expected: list[tuple[str, ...]]) -> None:
    """Submitters are read in every form of writing."""
    assert read(text) == expected


ROWS = "Overzicht\n\nIndiener(s){0}Vindplaats{0}Afdoening\n\n"


@pytest.mark.parametrize("sign", ["\t", " | "])
@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Berg (SP) en De Wit c.s.{0}29 754, nr. 5{0}Uitgevoerd.", [("full", "Berg", "De Wit")]),
        ("Motie-Berg{0}29 754, nr. 5{0}Uitgevoerd.", [("full", "Berg")]),
        ("Berg{0}29 754, nr. 5", []),
        ("Berg{0}29 754{0}Uitgevoerd.", []),
        ("Berg over geld{0}29 754, nr. 5{0}Uitgevoerd.", []),
    ],
)
def test_reads_rows(sign: str, row: str, expected: list[tuple[str, ...]]) -> None:
    """In a table with a column of submitters their names mean the motion of the row, if the row gives its paper."""
    assert read((ROWS + row).format(sign)) == expected


def test_a_row_that_a_line_of_words_parts_from_its_head_is_none() -> None:
    """A table ends where the text goes on."""
    assert read((ROWS + "Dit zijn ze.\nMeer niet.\nBerg{0}29 754, nr. 5{0}Uitgevoerd.").format("\t")) == []


@pytest.mark.parametrize("text", ["de emotie", "een promotie", "commotie over"])
def test_leaves_alone(text: str) -> None:
    """Words that only hold "motie" are none."""
    assert read(text) == []
