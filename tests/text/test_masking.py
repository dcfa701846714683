"""Words taken out of a document leave everything else where it was."""

from __future__ import annotations

import hashlib

import pytest

from ctgraph.model.source import SourceFile
from ctgraph.readers import read_document
from ctgraph.text.masking import BLOCK, masked, naming, sentences_with

TEXT = (
    "Het kabinet noemt geen namen. Volgens de rapportage werkt de Vereniging Open Water samen\n"
    "met gemeenten.1 Daarna volgt de evaluatie.\n\n"
    "Ook de Vereni-\nging Open Water is uitgenodigd.\n\n"
    "1 Zie Kamerstuk 29 754, nr. 645.\n\nkst-30821-187\n"
)


@pytest.mark.parametrize(
    ("text", "broken", "found"),
    [
        ("de vereniging  Open\nWater is", False, True),
        ("de Vereni-\nging Open Water is", False, False),
        ("de Vereni-\nging Open Water is", True, True),
        ("de Vereniging Open Watersport", True, False),
        ("de Subvereniging Open Water", True, False),
    ],
)
def test_names_are_found_as_whole_words(text: str, broken: bool, found: bool) -> None:
    """Case, white space and, where asked, a broken word do not hide a name; a longer word is another one."""
    assert found == bool(naming(["Vereniging Open Water"], broken).search(text))


def test_no_name_finds_nothing() -> None:
    """A withdrawal that goes by things alone takes no sentence out."""
    assert naming([]).search("iets") is None


def test_a_sentence_goes_and_nothing_moves() -> None:
    """The sentences with the name are blocks in text and flow; offsets, other sentences and the note mark stay."""
    document = read_document(SourceFile("a.txt", TEXT.encode(), "", None), {})
    names = ["Vereniging Open Water"]
    without = masked(document, sentences_with(document, names), names)

    assert len(without.text) == len(TEXT)
    assert len(without.body.text) == len(document.body.text)
    assert [place for place, sign in enumerate(TEXT) if sign.isspace()] == [
        place for place, sign in enumerate(without.text) if sign.isspace()
    ]
    assert "Water" not in without.text + without.body.text
    assert "gemeenten" not in without.text + without.body.text
    assert "Het kabinet noemt geen namen." in without.text
    assert "Daarna volgt de evaluatie." in without.body.text
    assert "1 Zie Kamerstuk 29 754, nr. 645." in without.text
    assert without.digest == hashlib.sha256(without.text.encode()).hexdigest() != document.digest
    assert without.notes == document.notes
    assert BLOCK in without.body.text
