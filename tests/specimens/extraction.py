"""Read a specimen as the pipeline does, against the register of the specimens."""

from __future__ import annotations

from typing import Final

from ctgraph.export.annotations import Record, records
from ctgraph.extract.reading import read_mentions, scanner
from ctgraph.link.account import link
from ctgraph.link.knowledge import Knowledge
from ctgraph.model.claims import Account
from ctgraph.model.gazetteer import Gazetteer
from ctgraph.model.source import SourceFile
from ctgraph.readers.plain_text import read_plain_text
from specimens.gazetteer import KNOWN
from variants.specimen import Specimen


class Extraction:
    """Everything that reading needs, made once from a gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._scanner = scanner(gazetteer)
        self._knowledge = Knowledge(gazetteer)

    def account(self, specimen: Specimen, text: str | None = None) -> Account:
        """What a specimen states, or a text put in the place of its own."""
        data = (specimen.text if text is None else text).encode()
        source = SourceFile(f"{specimen.name}.txt", data, specimen.id, specimen.day)
        document = read_plain_text(source, self._gazetteer.papers)
        return link(document, read_mentions(document, self._scanner), self._knowledge)

    def records(self, specimen: Specimen, text: str | None = None) -> list[Record]:
        """The records of the account."""
        return records(self.account(specimen, text))


EXTRACTION: Final = Extraction(KNOWN)
"""Reading against the register of the specimens."""
