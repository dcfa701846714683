"""Linking for annotations finds what linking as a whole finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctgraph.export.annotations import records
from ctgraph.extract.reading import read_mentions, scanner
from ctgraph.link.account import link, link_named
from ctgraph.link.knowledge import Knowledge
from ctgraph.model.source import SourceFile
from ctgraph.readers.plain_text import read_plain_text
from specimens.gazetteer import KNOWN

ROOT = Path(__file__).resolve().parents[2]
TEXTS = sorted([*(ROOT / "tests" / "specimens").glob("*.txt"), *(ROOT / "../shared/gold").glob("*.txt")])
SCANNER, KNOWLEDGE = scanner(KNOWN), Knowledge(KNOWN)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_annotations_are_the_same(path: Path) -> None:
    """Claims, topics and participations are left out, and no record shows the difference."""
    document = read_plain_text(SourceFile(path.name, path.read_bytes()), {})
    mentions = read_mentions(document, SCANNER)

    assert records(link(document, mentions, KNOWLEDGE)) == records(link_named(document, mentions, KNOWLEDGE))
