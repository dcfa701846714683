"""Any other official publication in XML, such as an agenda or a treaty: its text by its elements, its metadata."""

from __future__ import annotations

from collections.abc import Mapping

from ctgraph.model.document import Header
from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers.official_blocks import Walker
from ctgraph.readers.official_metadata import properties
from ctgraph.readers.official_paper import Paper, intake
from ctgraph.readers.official_xml import parse
from ctgraph.readers.setting import set_text

READER = "publicatie"


def read_publication(source: SourceFile, papers: Mapping[str, PaperFact]) -> Intake:
    """Read a publication that has no reader of its own; raises InputError for what is hostile."""
    root = parse(source)
    walker = Walker()
    made = set_text(walker.inside(root))
    return intake(source, papers, Paper(READER, properties(root.iter("meta")), made, Header(), walker.unknown))
