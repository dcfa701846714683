"""A document of the text of a law, set from blocks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from ctgraph.model.document import Document, Header
from ctgraph.readers.setting import Block, set_text


def law_document(identifier: str, blocks: Iterable[Block], day: date | None, reader: str, header: Header) -> Document:
    """Set the blocks as the text of a document; what its header says of places is where its words stand in it."""
    made = set_text(blocks)
    return Document(
        id=identifier,
        text=made.text,
        digest=hashlib.sha256(made.text.encode()).hexdigest(),
        body=made.body,
        date=day,
        header=replace(header, spans=made.places),
        notes=made.notes,
        headings=made.headings,
        paragraphs=made.paragraphs,
        furniture=made.furniture,
        reader=reader,
    )
