"""Readers: bytes of one official format in, text and records out. To add one, see `formats`."""

from __future__ import annotations

from collections.abc import Mapping

from ctgraph.errors import InputError
from ctgraph.model.document import Document
from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers.clues import clues
from ctgraph.readers.plain_text import read_plain_text


def read(source: SourceFile, papers: Mapping[str, PaperFact]) -> Intake:
    """Read a file with the first reader that takes it; raises InputError where there is none or it refuses.

    `papers` are those of the register by id.
    """
    seen = clues(source)
    if seen.is_prose:
        return Intake("text", read_plain_text(source, papers))
    from ctgraph.readers.formats import READERS  # noqa: PLC0415 - loading them takes longer than reading a letter

    for reader in READERS:
        if reader.takes(seen):
            return reader.read(source, papers)
    what = f"<{seen.root}>" if seen.root else seen.suffix or "such"
    known = ", ".join(reader.name for reader in READERS)
    raise InputError(source.path, f"no reader for {what} files", f"Give one of: {known}")


def rank(format_name: str) -> int:
    """How well a format holds a paper's text; lower is better."""
    from ctgraph.readers.formats import READERS  # noqa: PLC0415 - as in `read`

    return next(reader.rank for reader in READERS if reader.name == format_name)


def read_document(source: SourceFile, papers: Mapping[str, PaperFact]) -> Document:
    """Read a file that holds a text; raises InputError for one that holds records only."""
    document = read(source, papers).document
    if document is None:
        raise InputError(source.path, "it holds no text of a paper", "Give the paper itself; `build` takes records too")
    return document
