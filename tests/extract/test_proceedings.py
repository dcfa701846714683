"""References to Handelingen, Aanhangsel and written questions."""

from __future__ import annotations

import pytest

from ctgraph.extract.proceedings import TRIGGERS, find_proceedings
from ctgraph.model.mentions import ProceedingsReference
from extract.factories import page


def read(text: str) -> list[tuple[str, ...]]:
    """What was found: the words, then the ids."""
    return [
        (text[mention.start : mention.end], *mention.value.ids)
        for mention in find_proceedings(page(text, triggers=(TRIGGERS,)))
        if isinstance(mention.value, ProceedingsReference)
    ]


FORMS: list[tuple[str, list[tuple[str, ...]]]] = [
    ("(Handelingen II 2021/22, nr. 31, item 55), over", [
        ("Handelingen II 2021/22, nr. 31, item 55", "h-tk-20212022-31-55"),
    ]),
    ("Handelingen Ii 2021/22, nr. 31, item 55", [("Handelingen Ii 2021/22, nr. 31, item 55", "h-tk-20212022-31-55")]),
    ("Handelingen II 207/18, nr. 31, item 5", [("Handelingen II 207/18, nr. 31, item 5", "h-tk-20172018-31-5")]),
    ("Handelingen II 2020/21, nr. 96, items 6 en 9). Ook", [
        ("Handelingen II 2020/21, nr. 96, items 6 en 9", "h-tk-20202021-96-6", "h-tk-20202021-96-9"),
    ]),
    ("Handelingen II 2020/21, nr. 96, item 6, p. 3", [
        ("Handelingen II 2020/21, nr. 96, item 6", "h-tk-20202021-96-6"),
    ]),
    ("Handelingen I 2020/21, nr. 6, item 6 en nr. 7, item 3.", [
        ("Handelingen I 2020/21, nr. 6, item 6", "h-ek-20202021-6-6"), ("nr. 7, item 3", "h-ek-20202021-7-3"),
    ]),
    ("Handelingen TK 2021–2022, 31-55", [("Handelingen TK 2021–2022, 31-55", "h-tk-20212022-31-55")]),
    ("HTK 2021–2022, nr. 88, item 4", [("HTK 2021–2022, nr. 88, item 4", "h-tk-20212022-88-4")]),
    ("HEK 2016/17, nr. 17, item 4", [("HEK 2016/17, nr. 17, item 4", "h-ek-20162017-17-4")]),
    ("achter het hek 2021/22, nr. 3", []),
    ("Handelingen van de Eerste Kamer, vergaderjaar 2021-2022, nr. 3, item 5", [
        ("Handelingen van de Eerste Kamer, vergaderjaar 2021-2022, nr. 3, item 5", "h-ek-20212022-3-5"),
    ]),
    ("Handelingen II 1995/96, nr. 45, blz. 3345", [("Handelingen II 1995/96, nr. 45", "h-tk-19951996-45")]),
    ("Handelingen II 2003/04, 45-3345", [("Handelingen II 2003/04, 45", "h-tk-20032004-45")]),
    ("Handelingen II 2003/04, blz. 45-3345", [("Handelingen II 2003/04, blz. 45", "h-tk-20032004-45")]),
    ("Handelingen II 2021/22, nr. 31-item 55.", [("Handelingen II 2021/22, nr. 31-item 55", "h-tk-20212022-31-55")]),
    ("Handelingen II 2021/22, nr. 31 (item 55)", [("Handelingen II 2021/22, nr. 31 (item 55", "h-tk-20212022-31-55")]),
    ("Handelingen II 2013/14, nr. 5 (7 oktober 2013), item 8", [
        ("Handelingen II 2013/14, nr. 5 (7 oktober 2013), item 8", "h-tk-20132014-5-8"),
    ]),
    ("Handelingen II 2013/14, 5e vergadering, item 8", [
        ("Handelingen II 2013/14, 5e vergadering, item 8", "h-tk-20132014-5-8"),
    ]),
    ("Handelingen II 2013/14, vergadering 5, item 8", [
        ("Handelingen II 2013/14, vergadering 5, item 8", "h-tk-20132014-5-8"),
    ]),
    ("Aanhangsel Handelingen nr. 3012, vergaderjaar 2020/21", [
        ("Aanhangsel Handelingen nr. 3012, vergaderjaar 2020/21", "ah-tk-20202021-3012"),
    ]),
    ("Kamervragen (Aanhangsel) 2020-2021, nr. 3012", [
        ("Aanhangsel) 2020-2021, nr. 3012", "ah-tk-20202021-3012"),
    ]),
    ("zie h-tk-20212022-31-55.", [("h-tk-20212022-31-55", "h-tk-20212022-31-55")]),
    ("zie ah-tk-20202021-3012.", [("ah-tk-20202021-3012", "ah-tk-20202021-3012")]),
    ("Aanhangsel Handelingen II 2020/21, nr. 3012", [
        ("Aanhangsel Handelingen II 2020/21, nr. 3012", "ah-tk-20202021-3012"),
    ]),
    ("Aanhangsel van de Handelingen, vergaderjaar 2020–2021, nr. 3012", [
        ("Aanhangsel van de Handelingen, vergaderjaar 2020–2021, nr. 3012", "ah-tk-20202021-3012"),
    ]),
    ("Handelingen II 2020/21, Aanhangsel nr. 3012", [
        ("Handelingen II 2020/21, Aanhangsel nr. 3012", "ah-tk-20202021-3012"),
    ]),
    ("Aanhangsel Handelingen II 2020/21, nrs. 12 en 13", [
        ("Aanhangsel Handelingen II 2020/21, nrs. 12 en 13", "ah-tk-20202021-12", "ah-tk-20202021-13"),
    ]),
    ("Kamervragen 2020Z13248 van", [("Kamervragen 2020Z13248", "kv-tk-2020Z13248")]),
    ("Vraagnummer 2019Z07000)", [("Vraagnummer 2019Z07000", "kv-tk-2019Z07000")]),
    ("Kamervragen van het lid X met kenmerk 2020Z13248", [("2020Z13248", "kv-tk-2020Z13248")]),
    ("lid X (SP) (ingezonden 21 januari 2025; 2025Z00877).", [("2025Z00877", "kv-tk-2025Z00877")]),
    ("de vragen van de leden X en Y (2016Z05870 en 2016Z05911)", [
        ("2016Z05870", "kv-tk-2016Z05870"), ("2016Z05911", "kv-tk-2016Z05911"),
    ]),
    ("Kamervragen 2020Z13248 en 2020Z13249", [
        ("Kamervragen 2020Z13248", "kv-tk-2020Z13248"), ("2020Z13249", "kv-tk-2020Z13249"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_reads_a_report_or_question(text: str, expected: list[tuple[str, ...]]) -> None:
    """Reports, their annex and questions are read to their official ids."""
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "strafbare handelingen 2021/22",
        "rechtshandelingen II 2021/22, nr. 3",
        "Handelingen II, 7 december 2021",
        "Handelingen II 2017/19, nr. 31, item 55",
        "Zaak 2020Z13248",
        "de Kamervragen. Zaak 2020Z13248",
        "vergaderjaar 2020–2021, Aanhangsel 1",
        "Aanhangsel Handelingen II 2020/21, bijlage",
    ],
)
def test_leaves_other_words_alone(text: str) -> None:
    """Acts, dates, impossible years and numbers of other papers are no reference."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Handelingen II 2021/22, nr. 31, item 55", 0.99),
        ("Handelingen Ii 2021/22, nr. 31, item 55", 0.9),
        ("Handelingen 2021/22, nr. 31, item 55", 0.95),
    ],
)
def test_says_how_sure_it_is(text: str, confidence: float) -> None:
    """A misprint, or a chamber that is not printed, lowers the confidence."""
    [mention] = find_proceedings(page(text, triggers=(TRIGGERS,)))

    assert mention.confidence == confidence
