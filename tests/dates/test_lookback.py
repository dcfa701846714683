"""Look-backs: the last word decides whether a pattern is tried, and never against the pattern."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgraph.dates import cues, months, seasons, spans, years
from ctgraph.dates.lexicon import BEFORE, NUMBERS, SHIFTS
from ctgraph.dates.lookback import LookBack

LOOKBACKS = [v for m in (cues, months, seasons, spans, years) for v in vars(m).values() if isinstance(v, LookBack)]

_WORDS = sorted(
    {word for used in LOOKBACKS for word in re.findall(r"[^\W\d_]{2,}", used.pattern.pattern)}
    | {
        *SHIFTS,
        *NUMBERS,
        *BEFORE,
        "7",
        "12e",
        "3de",
        "1ste",
        "2015,",
        "2016",
        "ca.",
        "t/m",
        "VAN",
        "(",
        "woord",
        ",",
        "-",
    }
)
_LEFTS = st.tuples(
    st.lists(st.sampled_from(_WORDS), max_size=6).map(" ".join), st.sampled_from(["", " ", "  ", "\n", "     "])
).map("".join)


@given(left=_LEFTS, used=st.sampled_from(LOOKBACKS))
def test_the_last_word_never_hides_what_the_pattern_fits(left: str, used: LookBack) -> None:
    """Every look-back of the house gives what its pattern alone gives, on words of the patterns themselves."""
    found, plain = used.search(left), used.pattern.search(left)

    assert (found and found.span()) == (plain and plain.span())


@pytest.mark.parametrize(("left", "expected"), [("eind ", "eind"), ("Eind van ", "eind"), ("einder ", ""), ("", "")])
def test_a_pattern_is_found_behind_its_last_word(left: str, expected: str) -> None:
    """Case and white space do not matter; a word that only begins like one of the ends is none."""
    part = LookBack(r"(?<!\w)(?P<part>eind)\s(?:van\s)?$", ("eind", "van"))
    found = part.search(left)

    assert (found["part"].lower() if found else "") == expected
