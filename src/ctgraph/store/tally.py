"""How many things the texts of each document gave, by class: counted once, when a release is made.

For its lookup an engine would look at every passage of a document and at every thing that one shows, which takes it
longer than all else that a lookup asks. What is counted here is what `queries/resources/document-things.rq` counts;
but a passage's document is read off its IRI (`identifiers.passage_iri`), so that no passage has to be remembered.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from itertools import groupby, product
from operator import itemgetter
from pathlib import Path
from typing import Final

from ctgraph.namespaces import DEF, ID, RDF
from ctgraph.settings import Settings
from ctgraph.store.gathering import lines_of

FILE: Final = "tally.sqlite"
_SCHEMA: Final = """
CREATE TABLE things (document TEXT, class TEXT, count INTEGER, PRIMARY KEY (document, class)) WITHOUT ROWID
"""
_COUNTS: Final = "SELECT class, count FROM things WHERE document = ? ORDER BY class"
_PASSAGES: Final = f"<{ID}passage/".encode()
_DOCUMENTS: Final = f"{ID}document/".encode()
_SHOWN_BY: Final = f"<{DEF}supportedBy>".encode()
_TYPE: Final = f"<{RDF}type>".encode()

_Triple = tuple[bytes, bytes, bytes]


def write_tally(path: Path, statements: Path) -> None:
    """Count the things of all documents in the sorted file of a release. Raises OSError."""
    counts = sorted((*key, count) for key, count in counted(statements).items())
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute(_SCHEMA)
            connection.executemany("INSERT INTO things VALUES (?, ?, ?)", counts)
            connection.commit()
    except sqlite3.Error as error:
        raise OSError(f"{path}: {error}") from error


def counted(statements: Path) -> Counter[tuple[str, str]]:
    """How many things passages of a document show, by document and class."""
    counts: Counter[tuple[bytes, bytes]] = Counter()
    for _, told in groupby(_told(statements), itemgetter(0)):
        pairs = {(predicate, value) for _, predicate, value in told}  # once, in however many graphs
        documents = {_document_of(value) for predicate, value in pairs if predicate == _SHOWN_BY}
        if documents:
            classes = [value for predicate, value in pairs if predicate == _TYPE]
            counts.update(product(documents, classes))
    return Counter({(document.decode(), each[1:-1].decode()): count for (document, each), count in counts.items()})


def _told(statements: Path) -> Iterator[_Triple]:
    """Of all things but passages the classes and passages, in the order of the file."""
    for block in lines_of(statements):
        for line in [line for line in block if not line.startswith(_PASSAGES)]:
            subject, predicate, rest = line.split(b" ", 2)
            if predicate in (_SHOWN_BY, _TYPE):
                yield subject, predicate, rest.split(b" ", 1)[0]


def _document_of(passage: bytes) -> bytes:
    """`…/document/kst-29754-645` of `<…/passage/kst-29754-645/7916d760/0-22>`."""
    return _DOCUMENTS + passage.removeprefix(_PASSAGES).rsplit(b"/", 2)[0]


class Tallies:
    """Reads what was counted, of one release at a time: the last one that was asked of."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._release = ""
        self._open: sqlite3.Connection | None = None

    def of(self, release: str, document: str) -> Mapping[str, int] | None:
        """How many things a document has, by class; None where nothing was counted.

        That is so in a store elsewhere, and in a release of an earlier version. Nor is a damaged file asked.
        """
        if release != self._release:
            self._turn_to(release)
        if self._open is None:
            return None
        try:
            return dict(self._open.execute(_COUNTS, (document,)).fetchall())
        except sqlite3.Error:
            self._close()
            return None

    def _turn_to(self, release: str) -> None:
        self._close()
        self._release = release
        path = self._settings.releases / release / FILE
        if not self._settings.store and path.is_file():
            address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            self._open = sqlite3.connect(address, uri=True, check_same_thread=False)

    def _close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None
