"""Court decisions by ECLI."""

from __future__ import annotations

import pytest

from ctgraph.extract.rulings import TRIGGERS, find_rulings
from ctgraph.model.mentions import EcliReference
from extract.factories import page


def read(text: str) -> list[tuple[str, str]]:
    """What was found: the words and the ECLI."""
    return [
        (text[mention.start : mention.end], mention.value.id)
        for mention in find_rulings(page(text, triggers=(TRIGGERS,)))
        if isinstance(mention.value, EcliReference)
    ]


@pytest.mark.parametrize(
    ("text", "words", "ecli"),
    [
        ("(ECLI:NL:HR:2019:2006).", "ECLI:NL:HR:2019:2006", "ECLI:NL:HR:2019:2006"),
        ("ECLI:NL:HR:2019:2006.", "ECLI:NL:HR:2019:2006", "ECLI:NL:HR:2019:2006"),
        ("ECLI:NL: RBDHA:2019: 2006, dus", "ECLI:NL: RBDHA:2019: 2006", "ECLI:NL:RBDHA:2019:2006"),
        ("ecli:nl:hr:2019:ab1234", "ecli:nl:hr:2019:ab1234", "ECLI:NL:HR:2019:AB1234"),
        ("ECLI:CE:ECHR:2012:1213JUD003090610.", "ECLI:CE:ECHR:2012:1213JUD003090610",
         "ECLI:CE:ECHR:2012:1213JUD003090610"),
        ("ECLI:EU:C:2014:238;", "ECLI:EU:C:2014:238", "ECLI:EU:C:2014:238"),
    ],
)  # fmt: skip
def test_reads_an_ecli(text: str, words: str, ecli: str) -> None:
    """An ECLI is read in any case and with spaces of line ends, without the punctuation behind it."""
    assert read(text) == [(words, ecli)]


@pytest.mark.parametrize("text", ["ECLI:NL:HR:2019: dit", "ECLI:NL", "XECLI:NL:HR:2019:2006", "declinatie"])
def test_leaves_incomplete_ones_alone(text: str) -> None:
    """Without all its parts it is no ECLI."""
    assert read(text) == []
