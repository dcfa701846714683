"""Words as search knows them: their places, their stems, and what compounds are made of."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from snowballstemmer.dutch_porter_stemmer import DutchPorterStemmer
from Stemmer import Stemmer

from ctgraph.text.words import fold, parts, stem, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De NCTV zegt: «nee».", ["de", "nctv", "zegt", "nee"]),
        ("coördinatie, e\u0301e\u0301n", ["coordinatie", "een"]),
        ("dreigings-\nbeeld", ["dreigingsbeeld"]),
        ("EU-\nBurger", ["eu", "burger"]),
        ("contra\u00adterrorisme", ["contraterrorisme"]),
        ("snake_case 29 754", ["snake", "case", "29", "754"]),
        ("😀 – …", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    """Letters and digits make words; marks, soft hyphens and breaks within a word do not part it."""
    assert [word.folded for word in words(text)] == expected


@given(st.text())
def test_places_are_true(text: str) -> None:
    """Each word stands where it says, one after the other."""
    found = list(words(text))

    assert all(fold(text[word.start : word.end]) == word.folded for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dreiging", "dreigingen"),
        ("motie", "moties"),
        ("toezegging", "toezeggingen"),
        ("brief", "brieven"),
        ("wet", "wetten"),
        ("maatregel", "maatregelen"),
        ("dreigingsbeeld", "dreigingsbeelden"),
        ("jihadist", "jihadisten"),
    ],
)
def test_one_stem(one: str, other: str) -> None:
    """Singular and plural have one stem."""
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("motie", "motief"), ("dreiging", "drang"), ("leden", "leiden")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    """A word of another meaning has a stem of its own."""
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("word", "lexicon", "expected"),
    [
        ("dreigingsbeeld", {"dreiging", "beeld"}, ("dreiging", "beeld")),
        ("terrorismebestrijding", {"terrorisme", "bestrijding"}, ("terrorisme", "bestrijding")),
        ("dreigingsbeeldbrief", {"dreiging", "beeld", "brief"}, ("dreiging", "beeld", "brief")),
        ("dreigingsbeeld", {"beeld"}, ()),
        ("terreurdreiging", {"dreiging"}, ("dreiging",)),
        ("onveiligheid", {"veiligheid"}, ()),
        ("bestuur", {"best", "uur"}, ()),
        ("beeld", {"beeld"}, ()),
        ("a" * 10_000, {"aaaa"}, ()),
    ],
)
def test_compounds(word: str, lexicon: set[str], expected: tuple[str, ...]) -> None:
    """A compound is taken apart where its parts are words of four letters or more, or its end is a long one."""
    assert parts(word, lexicon) == expected


def test_the_quick_stemmer_gives_the_stems_of_the_plain_one() -> None:
    """The C library is taken for its speed alone: every word of the specimens has the stem that the rules give it."""
    specimens = Path(__file__).resolve().parents[1] / "specimens"
    found = {
        word.folded for path in sorted(specimens.glob("*.txt")) for word in words(path.read_text(encoding="utf-8"))
    }
    quick, plain = Stemmer("dutch_porter"), DutchPorterStemmer()

    assert len(found) > 500
    assert [plain.stemWord(word) for word in sorted(found)] == [quick.stemWord(word) for word in sorted(found)]
