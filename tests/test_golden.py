"""The specimen letter as statements, byte for byte."""

from __future__ import annotations

import os
from pathlib import Path

from ctgraph.graph.canonical import nquads
from ctgraph.graph.statements import state
from specimens.extraction import EXTRACTION
from variants.specimen import stored

GOLDEN = Path(__file__).resolve().parent / "golden" / "letter.nq"


def _stated() -> bytes:
    return nquads(state(EXTRACTION.account(stored("letter")), "golden"))


def test_the_letter_is_stated_as_the_golden_file_says() -> None:
    """The statements of the specimen letter are those reviewed; `make golden` writes them anew."""
    stated = _stated()
    if os.environ.get("CTGRAPH_GOLDEN") == "write":
        GOLDEN.write_bytes(stated)

    assert stated == GOLDEN.read_bytes()


def test_the_same_letter_twice_is_the_same_bytes() -> None:
    """Nothing but the text decides what is stated."""
    assert _stated() == _stated()
