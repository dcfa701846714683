"""Laws as Markdown."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from ctgraph.readers import read
from readers.law_files import official, specimen


def test_markup_goes_and_words_stay() -> None:
    """Headings are headings with or without a space behind their signs; links and bold type keep their words."""
    document = read(specimen("BWBR0099991.md"), {}).document
    assert document is not None

    assert document.body.text.split("\n") == [
        "Wet van 4 november 2019, houdende regels over het uitlenen van ladders",
        "Wij Willem-Alexander, enz.",
        "Artikel 1",
        "1. Wie een ladder uitleent, handelt volgens de Paspoortwet.",
        "Artikel 2a",
        "Een touwladder is geen ladder [1].",
    ]
    assert [document.body.text[each.start : each.end] for each in document.headings][1:] == ["Artikel 1", "Artikel 2a"]
    assert (document.id, document.date, document.reader) == ("BWBR0099991", None, "law-markdown")


def test_a_text_without_a_day_says_so() -> None:
    """Such a text is not the law in force, unless the caller knows of which day it is."""
    undated = read(specimen("BWBR0099991.md"), {})
    dated = read(replace(specimen("BWBR0099991.md"), date=date(2016, 1, 1)), {})

    assert "not to be read as the law in force" in undated.remarks[0]
    assert dated.remarks == ()
    assert dated.document is not None
    assert dated.document.date == date(2016, 1, 1)


@pytest.mark.parametrize(
    ("name", "headings"),
    [("BWBR0005212.md", 122), ("BWBR0003738.md", 54), ("BWBR0018506.md", 9), ("BWBR0029919.md", 53)],
)
def test_real_laws_are_read(name: str, headings: int) -> None:
    """Their articles are headings, and no markup is left."""
    document = read(official(f"laws-markdown/{name}"), {}).document
    assert document is not None

    assert len(document.headings) == headings
    assert not any(sign in document.text for sign in ("](", "##", "<meta"))
