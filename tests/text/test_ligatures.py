"""Signs that a PDF draws for two letters, written out in the flow."""

from __future__ import annotations

import pytest

from ctgraph.text.layout import lay_out
from ctgraph.text.ligatures import expand


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("acƟe", "actie"),
        ("ﬁnanciën", "financiën"),
        ("oﬃcier", "officier"),
        ("poliƟek", "politiek"),
        ("inzeƩen", "inzetten"),
        ("YeƟilgöz", "Yeşilgöz"),
        ("Ɵ", "Ɵ"),
        ("gewoon", "gewoon"),
    ],
)
def test_writes_the_letters_out(word: str, expected: str) -> None:
    """Within a word a sign is its letters; alone it is left as it is."""
    assert "".join(piece for _, piece in expand(0, word)) == expected


def test_leads_back_to_the_sign() -> None:
    """What is found in the flow is the stretch of the raw text with the sign in it."""
    raw = "Een acƟe van de poliƟe."
    flow = lay_out(raw).body
    start = flow.text.index("actie")

    assert flow.text == "Een actie van de politie."
    assert raw[flow.origin(start) : flow.origin(start + len("actie") - 1) + 1] == "acƟe"
