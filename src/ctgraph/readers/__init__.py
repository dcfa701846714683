"""Readers: bytes of one official format in, a document out. To add one, add a file and a line to READERS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

from ctgraph.errors import InputError
from ctgraph.model.document import Document
from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.source import SourceFile
from ctgraph.readers.plain_text import read_plain_text

Reader = Callable[[SourceFile, Mapping[str, PaperFact]], Document]

READERS: Mapping[str, Reader] = {".txt": read_plain_text, ".text": read_plain_text, "": read_plain_text}
"""By file suffix. The bytes are checked by the reader itself."""


def read(source: SourceFile, papers: Mapping[str, PaperFact]) -> Document:
    """Read a file with the reader for its suffix; raises InputError where there is none or it refuses."""
    suffix = PurePath(source.path).suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        known = ", ".join(sorted(s for s in READERS if s))
        raise InputError(source.path, f"no reader for {suffix} files", f"Give one of: {known}")
    return reader(source, papers)
