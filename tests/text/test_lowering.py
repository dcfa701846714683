"""Lower case that keeps every offset."""

from __future__ import annotations

import pytest

from ctgraph.text.lowering import lower


@pytest.mark.parametrize("times", [1, 30_000])
def test_the_length_never_changes(times: int) -> None:
    """A capital that becomes two characters in lower case stays one, in a short text and in a long one."""
    assert "i" * times == lower("İ" * times)
    assert "de nctv" * times == lower("De NCTV" * times)


def test_another_long_text_is_not_taken_for_the_last() -> None:
    """What is kept of one text is not given for the next."""
    assert "a" * 30_000 == lower("A" * 30_000)
    assert "b" * 30_000 == lower("B" * 30_000)
