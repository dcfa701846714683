"""The scorer: what meets, what agrees, and what counts."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from scoring import Annotation, agree, meet, score


def made(kind: str, start: int, end: int, /, **value: object) -> Annotation:
    """An annotation whose words do not matter."""
    return Annotation(kind, start, end, "x" * (end - start), value)


def test_half_of_the_shorter_stretch_is_enough_to_meet() -> None:
    """Two stretches meet from half of the shorter one on."""
    long = made("date", 0, 20)

    assert meet(long, made("date", 15, 25))
    assert not meet(long, made("date", 16, 26))


def test_a_finding_with_another_value_meets_but_is_not_right() -> None:
    """A wrong value costs precision and recall, and stays right by its place."""
    tally, errors = score([made("date", 0, 9, edtf="2022-05-31")], [made("date", 0, 9, edtf="2022")], "date")

    assert (tally.met, tally.right, tally.f1, tally.span_f1) == (1, 0, 0.0, 1.0)
    assert [error.type for error in errors] == ["date"]


def test_optional_annotations_are_neither_missed_nor_wrong() -> None:
    """What may be left out counts on no side, whatever is found there."""
    expected = [replace(made("date", 0, 4, edtf="2022"), optional=True)]

    for found in ([], [made("date", 0, 4, edtf="2021")]):
        tally, errors = score(expected, found, "date")
        assert (tally.expected, tally.found, errors) == (0, 0, [])


def test_each_annotation_has_one_partner() -> None:
    """A second finding at the same place is one too many."""
    twice = [made("organisation", 0, 4, canonical="NCTV"), made("organisation", 1, 4, canonical="NCTV")]

    tally, errors = score([made("organisation", 0, 4, canonical="NCTV")], twice, "organisation")

    assert (tally.right, tally.found) == (1, 2)
    assert errors[0].found == twice[1]


def test_missing_and_surplus_findings_lower_recall_and_precision() -> None:
    """One of two found beside one that is nothing: precision and recall are a half."""
    expected = [made("ecli_ref", 0, 9, id="a"), made("ecli_ref", 20, 29, id="b")]
    found = [made("ecli_ref", 0, 9, id="a"), made("ecli_ref", 40, 49, id="c")]

    tally, errors = score(expected, found, "ecli_ref")

    assert (tally.precision, tally.recall, tally.f1) == (0.5, 0.5, 0.5)
    assert len(errors) == 2


SAME = [
    ("kamerstuk_ref", {"ids": ["kst-1-VI-2"], "attachment": True}, {"id": "KST-1-VI-2", "attachment": True}),
    ("law_ref", {"law": "Sr", "also": ["Wetboek van Strafrecht"], "articles": ["140a"]},
     {"law": "Wetboek van Strafrecht", "articles": ["140a"]}),
    ("motion_ref", {"submitters": ["Brinkhuis-Postma", "De Wildt"]}, {"submitters": ["De Wildt", "Brinkhuis Postma"]}),
    ("person", {"name": "N. Yıldız", "party": "Volt"}, {"name": "YILDIZ", "party": "VOLT"}),
    ("debate", {"kind": "VAO"}, {"kind": "vao", "date": "2022-01-01"}),
    ("debate", {"kind": "regeling van werkzaamheden"}, {"kind": "ordedebat"}),
    ("date", {"edtf": "2022-23", "accept": ["2022-09/2022-11"]}, {"edtf": "2022-09/2022-11"}),
    ("commitment", {"kind": "new"}, {"date": "2022-01-01"}),
]  # fmt: skip
OTHER = [
    ("kamerstuk_ref", {"ids": ["kst-1-2"], "attachment": True}, {"ids": ["kst-1-2"]}),
    ("law_ref", {"law": "Sr", "articles": ["140a"]}, {"law": "Sr"}),
    ("motion_ref", {"submitters": ["De Wildt"], "kamerstuk": "kst-1-2"}, {"submitters": ["De Wildt"]}),
    ("motion_ref", {"submitters": ["A"], "not_kamerstuk": ["kst-1-3"]}, {"submitters": ["A"], "kamerstuk": "kst-1-3"}),
    ("person", {"name": "De Wildt", "party": "Volt"}, {"name": "De Wildt"}),
    ("organisation", {"canonical": "NCTV"}, {"canonical": "NCTb"}),
    ("commitment", {"date": "2022-01-01"}, {"date": "2022-01-02"}),
    ("footnote", {"n": 1, "body_start": 5, "body_end": 9}, {"n": 1, "body_start": 5, "body_end": 8}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "expected", "found"), SAME)
def test_values_that_mean_the_same_agree(kind: str, expected: dict[str, object], found: dict[str, object]) -> None:
    """Spelling, order and other names of the same thing do not part two values."""
    assert agree(made(kind, 0, 1, **expected), made(kind, 0, 1, **found))


@pytest.mark.parametrize(("kind", "expected", "found"), OTHER)
def test_values_that_mean_something_else_differ(
    kind: str, expected: dict[str, object], found: dict[str, object]
) -> None:
    """A lost annex, article, paper or party, or another thing, is a difference."""
    assert not agree(made(kind, 0, 1, **expected), made(kind, 0, 1, **found))
