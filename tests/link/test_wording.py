"""Wordings: phrases with gaps, found by shortcuts that must never miss what the phrases fit."""

from __future__ import annotations

import re
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctgraph.link import advice, commitments, measures, plans, responses, statuses, studies
from ctgraph.link.stems import stems, turns
from ctgraph.link.wording import Choice, Wording, wording

MODULES: tuple[ModuleType, ...] = (advice, commitments, measures, plans, responses, statuses, studies)


def _wordings(value: object) -> list[Wording]:
    """All wordings in a value of a module, inside tables too."""
    if isinstance(value, Wording):
        return [value]
    if isinstance(value, Choice):
        return [used for _, used in value.named]
    return [found for part in value for found in _wordings(part)] if isinstance(value, tuple) else []


WORDINGS = [found for module in MODULES for value in vars(module).values() for found in _wordings(value)]
CHOICES = [value for module in MODULES for value in vars(module).values() if isinstance(value, Choice)]

# Words of the phrases themselves, whole and in pieces, so that sentences nearly fit and sometimes do.
_FRAGMENTS = sorted(
    {piece for used in WORDINGS for piece in re.findall(r"[^\W_]+", used.phrases) if len(piece) > 1}
    | {"niet", "ik", "het", "de motie", "uw Kamer", ".", ",", "«", "\n", "VOER", "én"}
)
_SENTENCES = st.lists(st.sampled_from(_FRAGMENTS), max_size=14).map(" ".join)


@pytest.mark.parametrize(
    ("phrases", "expected"),
    [
        (["tegemoet gekomen"], ("tegemoet gekomen",)),
        ([r"voer(?:t|en)?…niet uit\b"], ("niet uit",)),
        ([r"(?:omdat|aangezien)\b"], ("omdat", "aangezien")),
        ([r"(?:omdat)? een"], (" een",)),
        ([r"kan (?:momenteel )?verder"], ("verder",)),
        ([r"kan (?:momenteel )?niet"], ("kan ",)),
        ([r"ge[iï]nformeerd"], ("nformeerd",)),
        (["rapport", "rapportage"], ("rapport",)),
        ([r"brief(?= van de Kamer)"], ("brief",)),
        ([r"zo+n"], ("z",)),
        ([r"\w+\b"], ("",)),
        ([r"(?:\w+|brief)", "nota"], ("",)),
    ],
)
def test_stems_are_what_a_phrase_cannot_do_without(phrases: list[str], expected: tuple[str, ...]) -> None:
    """The longest word that must be there and is not common, all alternatives of it; the empty one where there is none."""
    assert stems(phrases) == expected


@pytest.mark.parametrize(
    ("phrase", "stem", "leads"),
    [
        (r"zeg(?:gen)? (?:ik|wij)\b", "zeg", True),
        (r"(?:omdat|aangezien)\b", "aangezien", True),
        (r"(?:om )?beloofd\b", "beloofd", False),
        (r"\w*verslag volgt\b", "verslag volgt", False),
        (r"ge[iï]nformeerd", "nformeerd", False),
        (r"(?:een|de eerste) rapportage", " rapportage", False),
        (r"(?:nota|een \w+brief)\b", "brief", False),
    ],
)
def test_a_stem_leads_where_nothing_can_stand_before_it(phrase: str, stem: str, leads: bool) -> None:
    """Only a phrase that always begins with its stem is tried at the stem alone."""
    assert [turn.leads for turn in turns([phrase])[stem]] == [leads]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Ik voer deze motie niet uit.", True),
        ("Ik VOER deze motie NIET UIT.", True),
        ("Ik voer de motie uit. Die is niet uit.", False),
        ("Ik voer een twee drie vier vijf zes zeven niet uit.", False),
        ("Ik onvoer deze niet uit.", False),
    ],
)
def test_a_gap_is_some_words_of_one_clause(text: str, fits: bool) -> None:
    """`…` stands for a bounded number of words and does not leave the clause; phrases begin with a word."""
    voer = wording(r"voer … niet uit\b")

    assert (voer.search(text) is not None) is fits
    assert voer.fits(text.lower()) is fits


@settings(deadline=None)
@given(sentence=_SENTENCES, used=st.sampled_from(WORDINGS))
def test_the_shortcuts_find_what_the_plain_pattern_finds(sentence: str, used: Wording) -> None:
    """Stems and lower case spare time and change nothing: every wording of the house, on words of its own phrases."""
    plain = re.compile(rf"\b(?:{used.phrases})", re.IGNORECASE).search(sentence)
    found = used.search(sentence)

    assert (found and found.span()) == (plain and plain.span())
    assert used.fits(sentence.lower()) is (plain is not None)


@settings(deadline=None)
@given(sentence=_SENTENCES, choice=st.sampled_from(CHOICES))
def test_a_choice_is_the_first_wording_that_fits(sentence: str, choice: Choice[str]) -> None:
    """Looking all stems up at once gives what asking one wording after the other gives."""
    plain = next((name for name, used in choice.named if used.fits(sentence.lower())), None)

    assert choice.first(sentence.lower()) == plain
