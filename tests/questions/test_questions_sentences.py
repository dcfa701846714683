"""What rests on a sentence goes with it: each answer of the test graph, and the same with its source taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import pytest

from questions.corpus import without
from questions.engines import CATALOG, Row, ask, corpus, store

_STATUS = (
    "kst-36999-12",
    " Deze motie is daarom \nniet volledig uitvoerbaar.",
    "Deze motie is daarom niet volledig uitvoerbaar.",
)
_OBSTACLE = (
    "kst-36999-12",
    "maar mag de NCTV vanwege het ontbreken van een wettelijke \ngrondslag niet deelnemen aan een casusoverleg.3",
    "mag de NCTV vanwege het ontbreken van een wettelijke grondslag niet deelnemen aan een casusoverleg",
)
_BILL = (
    "kst-36999-12",
    "Het wetsvoorstel Wet gegevens casusoverleg wordt voorbereid en geeft de \nNCTV een wettelijke grondslag.",
    "Het wetsvoorstel Wet gegevens casusoverleg wordt voorbereid en geeft de NCTV een wettelijke grondslag.",
)
_STUDY = (
    "kst-36999-12",
    "Begin dit jaar is onder begeleiding van het WODC een evaluatie gestart \nvan de Wet toezicht havens.",
    "evaluatie gestart van de Wet toezicht havens",
)
_MONEY = ("kst-36999-20", " Gemeenten kunnen versterkingsgelden aanvragen.", "versterkingsgelden")
_PERIOD = (
    "kst-36999-20",
    " In bijgaande rapportage «Weerbare gemeenten» wordt verantwoording afgelegd over de periode vanaf januari 2024 tot"
    " 1 december 2024.",
    "rapportage «Weerbare gemeenten»",
)
_PROMISE = (
    "kst-36999-D",
    " Ik zal uw Kamer dit najaar informeren over de resultaten.",
    "Ik zal uw Kamer dit najaar informeren over de resultaten",
)
_NUMBER = ("kst-36999-20", " (Kamerstuk 36 999, nr. 7)", "Kamerstuk 36 999, nr. 7")

SENTENCES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "account-of-motion": _STATUS,
        "actors-in": (_STUDY[0], _STUDY[1], "WODC"),
        "acts-of-person": ("kst-36999-10", "Zwart\n", "Zwart"),
        "advice-vote-response": _STATUS,
        "announcements": (
            "kst-36999-12",
            " De resultaten worden in het \nnajaar van dit jaar verwacht.",
            "De resultaten worden in het najaar van dit jaar verwacht",
        ),
        "annexes": _PERIOD,
        "bills-announced": _BILL,
        "bills-until-submission": _BILL,
        "claims-about": _OBSTACLE,
        "co-submitters": (
            "kst-36999-D",
            "De motie van het lid De Wit c.s. (Kamerstuk 36 999, nr. 10) vroeg om een evaluatie van de Wet toezicht havens.",
            "motie van het lid De Wit c.s.",
        ),
        "commitments": _PROMISE,
        "commitments-fulfilled": (
            "kst-36999-12",
            " en voldoe ik aan de toezegging aan \nuw Kamer, die is gedaan tijdens het debat van 18 januari 2024 (Hande-\n"
            "lingen II 2023/24, nr. 40, item 6), over de Wet toezicht havens",
            "toezegging aan uw Kamer, die is gedaan tijdens het debat van 18 januari 2024 (Hande- lingen II 2023/24, nr. 40,"
            " item 6), over de Wet toezicht havens",
        ),
        "contradictions": (
            "kst-36999-12",
            "tijdens het debat van 18 januari 2024 (Hande-\nlingen II 2023/24, nr. 40, item 6), ",
            "18 januari 2024",
        ),
        "cooperation-with": (
            "kst-36999-12",
            "Er is structureel overleg tussen Nederland en België, dat in 2021 is geformaliseerd \n"
            "onder de naam «Grenstafel».",
            "overleg tussen Nederland en België, dat in 2021 is geformaliseerd onder de naam «Grenstafel»",
        ),
        "cross-chamber-answers": (
            "kst-36999-D",
            " Deze evaluatie is in uitvoering.",
            "Deze evaluatie is in uitvoering.",
        ),
        "funding-schemes": _MONEY,
        "law-forward": _STUDY,
        "laws-in": ("kst-36999-12", " op grond van de \n\nPaspoortwet", "Paspoortwet"),
        "limits-and-powers": _OBSTACLE,
        "measures": _MONEY,
        "motions-answered-in": _STATUS,
        "motions-not-feasible": _STATUS,
        "motions-on-topic": _STATUS,
        "papers-in-several-dossiers": (
            "kst-36999-12",
            "6 Kamerstukken 36 999 en 36 996, nr. 2.\n",
            "Kamerstukken 36 999 en 36 996, nr. 2",
        ),
        "passages-on-motion": _STATUS,
        "periods-covered": _PERIOD,
        "phenomena-in-threat-assessments": (
            "kst-36999-12",
            " laat zien dat jongeren online radicaliseren en \ndat een aanslag voorstelbaar is",
            "jongeren online radicaliseren",
        ),
        "questions-answered-later": (
            "kst-36999-12",
            " vroeg het lid Aalders (CDA) «of gemeenten eerder horen \ndat iemand met geweld dreigt.»",
            "of gemeenten eerder horen dat iemand met geweld dreigt.",
        ),
        "recurring-obstacles": _OBSTACLE,
        "references-in": ("kst-36999-12", " (Kamerstuk 36 999, B)", "Kamerstuk 36 999, B"),
        "references-to": _NUMBER,
        "requests-answered": (
            "kst-36999-20",
            " vraagt om toegang tot gegevens van jongeren",
            "toegang tot gegevens van jongeren",
        ),
        "series-editions": (
            "kst-36999-12",
            " Deze rapportage wordt uw Kamer dit najaar aangeboden.",
            "Deze rapportage wordt uw Kamer dit najaar aangeboden",
        ),
        "single-source-statements": _PROMISE,
        "source-of": (_NUMBER[0], _NUMBER[1], "motie van de leden Zwart en Aalders"),
        "statements-about": _BILL,
        "studies": _STUDY,
        "suspect-references": ("kst-36999-12", " van 31 januari 20242", "Kamerstuk 36 999, nr. 3"),
        "threat-assessments-cited": (
            "kst-36999-20",
            "Het Dreigingsbeeld Terrorisme Nederland 72 stelt dat de dreiging van rechts-extremisme groeit.",
            "Dreigingsbeeld Terrorisme Nederland 72",
        ),
        "topic-hierarchy": (
            "kst-36999-5",
            " Er is meer rechts-extremisme, waar ook accelerationisme onder valt.",
            "rechts-extremisme, waar ook accelerationisme onder valt",
        ),
        "traces-of-measure": (_MONEY[0], _MONEY[1], "Dreigingsbeeld Terrorisme Nederland 72"),
        "what-happened-to": (
            "h-tk-20232024-40-6",
            "\nZij krijgt nr. 7 ( 36999 ).",
            "nr. 7 ( 36999 )",
        ),
    }
)
"""For each query that gives words: a paper, what is taken out of it, and the words of a row that rests on that."""

_MOVED = frozenset({"start", "end", "textDigest"})
"""Columns that change in all rows of a paper if its text does."""
_OF_OTHERS = MappingProxyType(
    {
        "account-of-motion": frozenset({"previousStatus", "changed"}),
        "recurring-obstacles": frozenset({"times"}),
    }
)
"""Columns that tell of the other rows, and so change with them."""


def _rows(name: str, rows: Sequence[Row]) -> list[Row]:
    """The rows without what moves; quotes on one line, since a sentence may begin another one."""
    moved = _MOVED | _OF_OTHERS.get(name, frozenset())
    kept = [{key: value for key, value in row.items() if key not in moved} for row in rows]
    return [{**row, **({"quote": " ".join(row["quote"].split())} if "quote" in row else {})} for row in kept]


def test_every_query_that_gives_words_has_its_sentence() -> None:
    """A query whose rows rest on text is tried without that text."""
    assert {name for name, query in CATALOG.items() if "quote" in {c.name for c in query.columns}} == set(SENTENCES)


@pytest.mark.parametrize("name", SENTENCES)
def test_row_goes_with_its_sentence(name: str) -> None:
    """Without its sentence the row is gone or has lost its words; nothing comes instead, and the others stay."""
    paper, words, quote = SENTENCES[name]
    whole = _rows(name, ask(name, on=corpus()))
    less = _rows(name, ask(name, on=store(without(paper, words))))
    gone = [row for row in whole if row not in less]
    come = [row for row in less if row not in whole]

    assert quote in {row.get("quote") for row in gone}
    assert [row for row in come if not any(row.items() <= old.items() for old in gone)] == []
