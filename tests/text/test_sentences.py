"""Sentences of a flow."""

from __future__ import annotations

import pytest

from ctgraph.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dat is zo. Dit niet.", ["Dat is zo.", "Dit niet."]),
        ("Dat is zo. █████████████. Dit niet.", ["Dat is zo.", "█████████████.", "Dit niet."]),
        ("Zie Kamerstuk 29 754, nr. 5. En verder.", ["Zie Kamerstuk 29 754, nr. 5.", "En verder."]),
        ("De brief van F.B.J. Grapperhaus kwam. Goed.", ["De brief van F.B.J. Grapperhaus kwam.", "Goed."]),
        ("Over termijnen, 36 225, G. Deze motie loopt.", ["Over termijnen, 36 225, G.", "Deze motie loopt."]),
        ("Over geld, 34 356 (R2064), J. De rest volgt.", ["Over geld, 34 356 (R2064), J.", "De rest volgt."]),
        ("Den Haag, 3 mei 2022, D. Bos is er.", ["Den Haag, 3 mei 2022, D. Bos is er."]),
        ("Dat geldt voor de jezidi’s. Afgedaan.", ["Dat geldt voor de jezidi’s.", "Afgedaan."]),
        ("De motie-Bikker c.s. De rest volgt.", ["De motie-Bikker c.s. De rest volgt."]),
        ("Op 16 juni jl. Heeft hij dit gezegd.", ["Op 16 juni jl. Heeft hij dit gezegd."]),
        ("Hij zei «het is goed.» De Kamer zweeg.", ["Hij zei «het is goed.»", "De Kamer zweeg."]),
        ("Kop zonder punt\nTekst daarna.", ["Kop zonder punt", "Tekst daarna."]),
        ("Stb. 2017, 51 geldt.", ["Stb. 2017, 51 geldt."]),
        ("Dit is gedaan. b) Motie-Bos. Dat ook.", ["Dit is gedaan.", "b) Motie-Bos.", "Dat ook."]),
        ("Zie artikel 3, onder b) van de wet.", ["Zie artikel 3, onder b) van de wet."]),
        ("Dat is de keten.1 In de brief staat het.", ["Dat is de keten.", "In de brief staat het."]),
        ("Het heet «keten».12 De rest volgt.", ["Het heet «keten».", "De rest volgt."]),
        ("Zo stond het er (en hoe).¹ De rest volgt.", ["Zo stond het er (en hoe).", "De rest volgt."]),
        ("Hij kwam op 7 juli 2019.2 Daarna ging hij.", ["Hij kwam op 7 juli 2019.", "Daarna ging hij."]),
        ("In 2.1 Aanpak staat 3.5 Miljoen.", ["In 2.1 Aanpak staat 3.5 Miljoen."]),
        (
            "De levering is begin 2021. b) De toezegging staat.",
            ["De levering is begin 2021.", "b) De toezegging staat."],
        ),
        ("Zie nr.1 Het stuk en art.5 Sr.", ["Zie nr.1 Het stuk en art.5 Sr."]),
    ],
)
def test_sentences_are_cut_at_stops(text: str, expected: list[str]) -> None:
    """A stop before a capital ends a sentence, unless the word before it is an abbreviation or an initial; a note's mark
    behind it belongs to neither.
    """
    found = sentences(text)

    assert expected == [text[slice(*found.at(i))] for i in range(len(found))]


def test_around_finds_the_sentence_of_a_position() -> None:
    """A position lies in the sentence that starts last before it."""
    text = "Een. Twee drie. Vier."

    assert "Twee drie." == text[slice(*sentences(text).around(8))]


def test_a_text_of_one_line_is_cut_at_blanks() -> None:
    """No sentence is longer than some pages of print; what is longer is cut between words, and nothing is lost."""
    text = "woord " * 3000 + "slot."
    found = sentences(text)
    parts = [text[slice(*found.at(i))] for i in range(len(found))]

    assert 4 <= len(parts) <= 6
    assert " ".join(parts) == text
    assert [sentences("woord" * 3000).at(0)] == [(0, 15_000)]
