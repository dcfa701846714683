"""Times found in sentences: what is one, where it stands, how it is read."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from ctgraph.extract.dates import TRIGGERS, find_dates
from ctgraph.extract.scan import Scanner
from ctgraph.identifiers import digest8
from ctgraph.model.document import Document, Flow
from ctgraph.model.gazetteer import Gazetteer
from ctgraph.model.mentions import DateReference, Mention
from extract.date_sentences import ABSOLUTE, NEGATIVE, RELATIVE

SCANNER = Scanner([TRIGGERS], Gazetteer())
LETTER = date(2022, 7, 6)
SHARED = Path(__file__).resolve().parents[2] / "../shared"


def find(text: str, anchor: date | None = LETTER) -> list[Mention]:
    """The dates in a text that is one flow."""
    flow = Flow("body", text, (0,), (0,))
    document = Document("kst-1-1", text, digest8(text), flow, anchor)
    return list(find_dates(SCANNER.page(document, flow)))


def edtf(mention: Mention) -> str:
    assert isinstance(mention.value, DateReference)
    return mention.value.reading.edtf


def pairs(text: str, anchor: date | None = LETTER) -> list[tuple[str, str]]:
    """Words and EDTF of each date."""
    return [(text[m.start : m.end], edtf(m)) for m in find(text, anchor)]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE)
def test_absolute_times_need_no_date_of_the_document(text: str, expected: list[tuple[str, str]]) -> None:
    """A time with its year in so many words reads the same with and without an anchor."""
    assert pairs(text) == expected
    assert pairs(text, None) == expected


@pytest.mark.parametrize(("text", "expected"), RELATIVE)
def test_relative_times_count_from_the_document(text: str, expected: list[tuple[str, str]]) -> None:
    """A relative time is read against the date of its document, and says so."""
    assert pairs(text) == expected
    assert all(m.value.reading.relative for m in find(text) if isinstance(m.value, DateReference))


@pytest.mark.parametrize(("text", "expected"), RELATIVE)
def test_relative_times_stay_unread_without_a_date(text: str, expected: list[tuple[str, str]]) -> None:
    """Without the date of the document nothing relative is read."""
    assert expected
    assert pairs(text, None) == []


@pytest.mark.parametrize("text", NEGATIVE)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    """Numbers, titles, session years, names and days of birth are no times."""
    assert pairs(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dit najaar", ("2022-23", "2022-09-01", "2022-12-20")),
        ("medio 2024", ("2024~", "2024-05-01", "2024-08-31")),
        ("medio mei 2023", ("2023-05~", "2023-05-10", "2023-05-20")),
        ("vóór de zomer van 2023", ("2023-06~", None, "2023-07-10")),
        ("na de zomer van 2023", ("2023-09~", "2023-09-01", None)),
        ("voor de zomer", ("2022-06~", None, "2022-07-10")),
        ("na het zomerreces", ("2022-09~", "2022-09-01", None)),
        ("na de winter", ("2023-03~", "2023-03-01", None)),
        ("voor de winter", ("2022-12~", None, "2022-12-20")),
        ("voor het voorjaar", ("2023-03~", None, "2023-03-20")),
        ("rond 1 juni 2018", ("2018-06-01~", "2018-05-25", "2018-06-08")),
        ("later dit jaar", ("2022", "2022-07-06", "2022-12-31")),
        ("eerder dit jaar", ("2022", "2022-01-01", "2022-07-06")),
        ("afgelopen jaar", ("2021", "2021-01-01", "2022-07-06")),
        ("komend jaar", ("2023", "2022-07-06", "2023-12-31")),
    ],
)
def test_loose_times_have_their_widest_days(text: str, expected: tuple[str, str | None, str | None]) -> None:
    """Loose words keep their EDTF and have the first and last day that they can mean."""
    (mention,) = find(text)
    assert isinstance(mention.value, DateReference)
    found = mention.value.reading

    assert (found.edtf, found.earliest and str(found.earliest), found.latest and str(found.latest)) == expected


def test_two_deadlines_in_one_breath() -> None:
    """ "voor de zomer of rond 1 juni" is two times, both to come, though it was said in the past."""
    text = "Volgens mij heb ik gezegd: voor de zomer of rond 1 juni. De fractie vroeg"

    assert pairs(text, date(2018, 4, 5)) == [("voor de zomer", "2018-06~"), ("1 juni", "2018-06-01~")]


@pytest.mark.parametrize(
    ("text", "rule", "confidence"),
    [
        ("op 7 december 2021", "date.day", 0.99),
        ("in april 2019", "date.month", 0.95),
        ("in 2016", "date.year", 0.95),
        ("Q3 2023", "date.quarter", 0.95),
        ("voorjaar 2022", "date.season", 0.95),
        ("8-9 maart 2018", "date.interval", 0.95),
        ("16 juni jl.", "date.relative", 0.9),
        ("op 16 juni is", "date.context", 0.85),
        ("7 decmber 2021", "date.repaired", 0.9),
        ("eind 2021", "date.vague", 0.8),
    ],
)
def test_confidence_goes_by_rule(text: str, rule: str, confidence: float) -> None:
    """Each mention names its rule, and the rule gives the confidence."""
    (mention,) = find(text)

    assert (mention.rule, mention.confidence) == (rule, confidence)


def test_a_day_takes_the_year_that_the_text_gives_it_elsewhere() -> None:
    """A day without a year is the same day as one with a year in the text, unless that stands there twice."""
    text = "De deadline was 7 november. Is 7 november 2022 haalbaar? De brief van 1 mei volgt op die van {} mei 2020."

    assert pairs(text.format(3))[:2] == [("7 november", "2022-11-07"), ("7 november 2022", "2022-11-07")]
    assert pairs(text.format(1))[2] == ("1 mei", "2020-05-01")
    assert pairs(text.format(1) + " En 1 mei 2019.")[2] == ("1 mei", "2022-05-01")


def test_mentions_come_in_order_and_never_overlap() -> None:
    """However dense the times stand, they are given once, in the order of the text."""
    text = (
        "eind mei/begin juni 2020 tot het derde kwartaal van dit jaar, in 2016 en op 2022-07-06 of vorige week dinsdag"
    )
    found = find(text)

    assert len(found) == 6
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the annotated papers are not in this checkout")
def test_the_annotated_papers() -> None:
    """On the annotated papers nearly every required date is found with its value, and nearly nothing else."""
    right = wrong = missed = 0
    for name, facts in json.loads((SHARED / "gold/index.json").read_text(encoding="utf-8")).items():
        raw = (SHARED / f"gold/{name}.txt").read_text(encoding="utf-8")
        gold = [
            a for a in json.loads((SHARED / f"gold/{name}.json").read_text(encoding="utf-8")) if a["type"] == "date"
        ]
        for mention in find(raw.replace("\n", " "), date.fromisoformat(facts["doc_date"])):
            touched = [a for a in gold if a["start"] < mention.end and mention.start < a["end"]]
            fitting = [
                a for a in touched if edtf(mention) in (a["normalized"]["edtf"], *a["normalized"].get("accept", ()))
            ]
            right += any(not a.get("optional") for a in fitting)
            wrong += not fitting and not any(a.get("optional") for a in touched)
        missed += sum(not a.get("optional") for a in gold)
    missed -= right

    assert 2 * right / (2 * right + wrong + missed) >= 0.97
