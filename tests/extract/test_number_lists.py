"""Lists of numbers behind "nr." and "items"."""

from __future__ import annotations

import pytest

from ctgraph.extract.number_lists import LONGEST_RANGE, read_numbers


@pytest.mark.parametrize(
    ("text", "plural", "items", "rest"),
    [
        ("645)", False, ["645"], ")"),
        ("12 en 13.", True, ["12", "13"], "."),
        ("5, 6 en 9 van", True, ["5", "6", "9"], " van"),
        ("5-8 en", True, ["5", "6", "7", "8"], " en"),
        ("5 tot en met 7", True, ["5", "6", "7"], ""),
        ("8-5", True, ["8"], "-5"),
        ("5 en nr. 9", False, ["5", "9"], ""),
        ("5 en 9)", False, ["5", "9"], ")"),
        ("5 en 9 moties", False, ["5"], " en 9 moties"),
        ("5 en 27 925", True, ["5"], " en 27 925"),
        ("5 en B", True, ["5"], " en B"),
        ("B en C", True, ["B", "C"], ""),
        ("5 en 6, 7", True, ["5", "6"], ", 7"),
        ("6 en item 9", False, ["6"], " en item 9"),
        (f"1-{LONGEST_RANGE + 1}", True, ["1", str(LONGEST_RANGE + 1)], ""),
    ],
)
def test_reads_a_list(text: str, plural: bool, items: list[str], rest: str) -> None:
    """A list ends before what only looks like its next number; ranges are written out."""
    numbers = read_numbers(text, 0, plural=plural, word="nr")

    assert numbers is not None
    assert (list(numbers.items), text[numbers.end :]) == (items, rest)


@pytest.mark.parametrize("text", ["6 juli", "3.2", "5/6", "12345", "A.B. Jansen", "x"])
def test_reads_no_list(text: str) -> None:
    """Dates, sections, fractions and initials are no number of a list."""
    assert read_numbers(text, 0, plural=True) is None
