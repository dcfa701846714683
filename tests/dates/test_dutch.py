"""Dutch time expressions, each read at a place in a sentence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgraph.dates.dutch import expression_at, read
from ctgraph.dates.lexicon import MONTH_NAMES

LETTER = date(2022, 7, 6)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("7 december 2021 was", "7 december 2021", "2021-12-07"),
        ("het najaar van dit jaar", "najaar van dit jaar", "2022-23"),
        ("de zomer van 2023.", "de zomer van 2023", "2023-22"),
        ("Begin dit jaar startte", "Begin dit jaar", "2022-01/2022-03"),
        ("medio 2024 gereed", "2024", "2024~"),
        ("d.d. 07/03) en", "07/03", "2022-03-07"),
        ("op 16 juni jl. heb", "16 juni jl.", "2022-06-16"),
        ("vóór 1 september 2022", None, ""),
        ("debat van 16 juni", None, ""),
        ("12 februari 2015.3 Daarna", "12 februari 2015", "2015-02-12"),
        ("2015.345 gevallen", None, ""),
        ("zomaar woorden", None, ""),
    ],
)
def test_reading_begins_at_the_place_or_behind_its_article(text: str, words: str | None, edtf: str) -> None:
    """An expression that begins at the place, or behind an article or preposition there, is read."""
    found = read(text, 0, LETTER)

    assert (found and text[found[0] : found[1]], found[2].edtf if found else "") == (words, edtf)


def test_reading_inside_an_expression_gives_the_whole() -> None:
    """Beginning at the month gives the expression from its day on."""
    text = "het debat van 16 juni jl."
    found = read(text, text.index("juni"), LETTER)

    assert found is not None
    assert text[found[0] : found[1]] == "16 juni jl."


def test_an_anchor_that_no_paper_can_have_is_no_anchor() -> None:
    """Relative words stay unread with a date far outside the papers' time; absolute ones do not."""
    far = date(9999, 12, 31)

    assert read("volgend jaar", 0, far) is None
    assert expression_at("in 2016", 3, "figures", far) is not None


@given(
    st.dates(date(1950, 1, 1), date(2059, 12, 31)),
    st.sampled_from([
        "{d} {m} {y}", "{d:02} {m} {y}", "{d}  {m}  {y}", "{d}/{n}/{y}", "{d}-{n}-{y}", "{y}-{n:02}-{d:02}",
    ]),
    st.sampled_from([str, str.upper, str.title]),
)  # fmt: skip
def test_every_day_is_read_back(day: date, form: str, case: type[str]) -> None:
    """A day written in any of the absolute forms reads back as itself, whole."""
    written = case(form.format(d=day.day, m=MONTH_NAMES[day.month - 1], n=day.month, y=day.year))
    found = read(f"Op {written}.", 3, None)

    assert found is not None
    assert found[:2] == (3, 3 + len(written))
    assert found[2].edtf == day.isoformat()


@given(st.text(alphabet="mei 1234/-.,jlas 2016\ndit jaar van zomer Q3 over twee week", max_size=60), st.integers(0, 60))
def test_any_text_is_read_within_its_bounds(text: str, position: int) -> None:
    """Whatever the text, reading raises nothing and stays inside it."""
    found = read(text, position, LETTER)

    assert found is None or 0 <= found[0] < found[1] <= len(text)
