"""Month names as people misspell them."""

from __future__ import annotations

import pytest

from ctgraph.dates.lexicon import MONTH_NAMES, MONTH_STEMS, MONTHS, repair_month


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("decmber", 12), ("septmber", 9), ("sepetmber", 9), ("feburari", 2), ("febuari", 2), ("janauri", 1),
        ("agustus", 8), ("noveber", 11), ("apirl", 4), ("marrt", 3), ("oktobr", 10),
        ("maanden", None), ("jaar", None), ("leden", None), ("jui", None), ("december2", 12), ("personen", None),
        ("jumi", None), ("jnui", 6),
    ],
)  # fmt: skip
def test_a_slip_is_repaired_and_another_word_is_not(word: str, month: int | None) -> None:
    """One slip in a short word and two in a long one are forgiven, if only one month fits."""
    assert repair_month(word) == month


@pytest.mark.parametrize("name", MONTH_NAMES)
def test_a_month_in_full_needs_no_repair(name: str) -> None:
    """Every month is found as itself."""
    assert repair_month(name) == MONTHS[name] or len(name) < 4


def test_every_month_word_begins_with_a_stem() -> None:
    """The stems that are scanned for miss no word of the table."""
    assert all(word.startswith(MONTH_STEMS) for word in MONTHS)
