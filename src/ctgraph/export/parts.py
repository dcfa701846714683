"""What of a release goes out: all of it, one dossier, or one document.

Of a document go the graphs that were read from it, and what any other graph states of the document itself; of a
dossier the same of each of its documents, and what is stated of the dossier. Both are cut out of the canonical file
line by line, so the order and the form of the lines stay, and memory holds the names only.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from ctgraph.errors import UsageError
from ctgraph.graph.terms import ctg
from ctgraph.identifiers import iri, official

_IN_DOSSIER: Final = str(ctg("inDossier")).encode()
_ENTRY: Final = str(ctg("dossierEntry")).encode()


class Wanted(Struct, frozen=True):
    """The dossier or the document that is wanted, by its number or id in any spelling; neither for all."""

    dossier: str = ""
    document: str = ""

    @property
    def name(self) -> str:
        """The stem of the names of its files."""
        if self.document:
            return official("document", self.document).replace("/", "_").replace(":", "_")
        return f"dossier-{official('dossier', self.dossier)}" if self.dossier else "release"

    @property
    def topic(self) -> str:
        """The IRI of what is wanted; empty for all."""
        if self.document:
            return iri("document", official("document", self.document))
        return iri("dossier", official("dossier", self.dossier)) if self.dossier else ""


def cut(quads: Path, wanted: Wanted) -> Iterator[bytes]:
    """The lines of what is wanted; raises UsageError if the release holds nothing of it."""
    if wanted.dossier and wanted.document:
        raise UsageError("Name a dossier or a document, not both", wanted.dossier)
    subjects = _subjects(quads, wanted)
    papers = {subject.rpartition(b"/document/")[2][:-1] for subject in subjects}
    found = False
    with quads.open("rb") as file:
        for line in file:
            if line[: line.index(b" ")] in subjects or _graph_of(line) in papers:
                found = True
                yield line
    if not found:
        raise UsageError("The release holds nothing of this", wanted.dossier or wanted.document)


def _subjects(quads: Path, wanted: Wanted) -> set[bytes]:
    """The things themselves: the document, or the dossier with the entries and documents in it."""
    if wanted.document:
        return {_node(iri("document", official("document", wanted.document)))}
    dossier = _node(iri("dossier", official("dossier", wanted.dossier)))
    entries = {subject for subject, value in _pairs(quads, _IN_DOSSIER) if value == dossier}
    documents = {subject for subject, value in _pairs(quads, _ENTRY) if value in entries}
    return {dossier, *entries, *documents}


def _pairs(quads: Path, predicate: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Subject and object of each statement with this predicate."""
    between = b" " + predicate + b" "
    with quads.open("rb") as file:
        for line in file:
            subject, found, rest = line.partition(between)
            if found and b" " not in subject:
                yield subject, rest[: rest.index(b" ")]


def _graph_of(line: bytes) -> bytes:
    """What the graph of a line was read from: `kst-29754-645` of `graph/text/kst-29754-645`."""
    return line[line.rindex(b"/graph/") + 7 : -4].partition(b"/")[2] if b"/graph/" in line else b""


def _node(address: str) -> bytes:
    return f"<{address}>".encode()
