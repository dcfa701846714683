"""How annotations are printed."""

from __future__ import annotations

import json

import pytest

from ctgraph.cli.reading import as_lines

SEPARATOR = '"}, {"type": "'
"""What records are cut at, as words of a text that wants to be taken for it."""


@pytest.mark.parametrize(
    "found",
    [
        [],
        [{"type": "date", "start": 1}],
        [{"type": "date", "text": SEPARATOR}, {"type": "person", "normalized": {"names": ["a", SEPARATOR]}}],
        [{"type": "date", "text": "é ş \u2028"}, {"type": "date", "text": "\n\\"}],
    ],
)
def test_each_record_has_a_line_of_its_own(found: list[dict[str, object]]) -> None:
    """The list is JSON as a whole, and each of its lines between the brackets is one record, whatever its words."""
    printed = as_lines(found)

    assert found == json.loads(printed)
    if found:
        first, *lines, last = printed.removesuffix("\n").split("\n")
        assert ("[", "]") == (first, last)
        assert found == [json.loads(line.removesuffix(",")) for line in lines]
