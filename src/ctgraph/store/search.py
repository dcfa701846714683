"""Write the index for full text of a release, from its store and its texts."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from ctgraph.namespaces import DCTERMS, DEF, ID, PROV, SKOS
from ctgraph.store.search_schema import SCHEMA
from ctgraph.text.words import fold, parts, printed, stem

_DOCUMENT: Final = ID + "document/"
_TABLES: Final = ("entry_words", "passage_words")
# The file is thrown away if it does not come to an end, so that no journal need be kept.
_WHILE_WRITING: Final = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
_PASSAGE: Final = 300
"""Characters after which a passage ends with the next line or sentence."""
_LONGEST_PASSAGE: Final = 600
# Where a passage may end: an empty line, a line that breaks no word, a sentence or a part of one.
# Not the full stop of 29.754, nor the break of drei-\nging.
_BREAK: Final = re.compile(r"(\n[^\S\n]*\n)|(?<!-)\n|[.;:!?](?=\s)")
_COMMON: Final = 2
"""Times that a word stands in the texts before others count as made of it."""


@dataclass(frozen=True, slots=True)
class _Entry:
    document: str
    digest: str
    number: str
    title: str
    kind: str
    day: str
    dossiers: str


def write_index(path: Path, store: Path, texts: Path) -> None:
    """Write the index of the texts in a folder, named by their digests, and of the titles of all documents.

    The same release gives the same answers. Raises OSError.
    """
    entries = _entries(Store.read_only(str(store)), texts)
    lexicon = _Lexicon(entries, texts)
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(_WHILE_WRITING + SCHEMA)
            passage = 1
            for number, entry in enumerate(entries, start=1):
                passage = _write(connection, number, passage, entry, _text(texts, entry.digest), lexicon)
            connection.executemany("INSERT INTO compounds VALUES (?, ?)", lexicon.compounds())
            for table in _TABLES:
                connection.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")
            connection.commit()
    except sqlite3.Error as error:
        raise OSError(f"{path}: {error}") from error


class _Lexicon:
    """The words that compounds of these texts may be made of, and the stems of the parts of each."""

    def __init__(self, entries: Iterable[_Entry], texts: Path) -> None:
        counts: Counter[str] = Counter()
        for entry in entries:
            counts.update(printed(entry.title))
            counts.update(printed(_text(texts, entry.digest)))
        forms: Counter[str] = Counter()
        for word, count in counts.items():
            forms[fold(word)] += count
        self._known = frozenset(word for word, count in forms.items() if count >= _COMMON and word.isalpha())
        self._parts: dict[str, str] = {}

    def _stems(self, word: str) -> str:
        """The stems of the parts of a compound, with spaces between; empty for another word."""
        known = self._parts.get(word)
        if known is None:
            known = " ".join(stem(part) for part in parts(word, self._known))
            self._parts[word] = known
        return known

    def parts(self, folded: Iterable[str]) -> str:
        """The stems of the parts of all compounds among these words."""
        return " ".join(filter(None, map(self._stems, folded)))

    def compounds(self) -> Iterator[tuple[str, str]]:
        """Each compound met so far with its stems, sorted."""
        return ((word, stems) for word, stems in sorted(self._parts.items()) if stems)


def _write(
    connection: sqlite3.Connection, number: int, passage: int, entry: _Entry, text: str, lexicon: _Lexicon
) -> int:
    """Write one entry whose passages are numbered from `passage`; return the number after its last."""
    first, stems, pieces = passage, list[str](), list[str]()
    for start, end in _passages(text):
        here = [fold(word) for word in printed(text, start, end)]
        stems.append(" ".join(map(stem, here)))
        pieces.append(lexicon.parts(here))
        connection.execute("INSERT INTO passages VALUES (?, ?, ?)", (passage, start, end))
        connection.execute(
            "INSERT INTO passage_words(rowid, words, parts) VALUES (?, ?, ?)", (passage, stems[-1], pieces[-1])
        )
        passage += 1
    title = [fold(word) for word in printed(entry.title)]
    connection.execute(
        "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (number, *(getattr(entry, name) for name in _Entry.__slots__), first, passage),
    )
    pieces.append(lexicon.parts(title))
    connection.execute(
        "INSERT INTO entry_words(rowid, title, words, parts) VALUES (?, ?, ?, ?)",
        (number, " ".join(map(stem, title)), " ".join(stems), " ".join(pieces)),
    )
    return passage


def _passages(text: str) -> Iterator[tuple[int, int]]:
    """Stretches that a person reads at a glance, without the white space around them."""
    start = 0
    for found in (*_BREAK.finditer(text), None):
        end = found.end() if found else len(text)
        while end - start > _LONGEST_PASSAGE:
            space = text.rfind(" ", start + _PASSAGE, start + _LONGEST_PASSAGE)
            cut = space if space >= 0 else start + _LONGEST_PASSAGE
            yield from _trimmed(text, start, cut)
            start = cut
        if found is None or found[1] or end - start > _PASSAGE:
            yield from _trimmed(text, start, end)
            start = end


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without white space at its ends; none if it is nothing else."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if left < len(piece):
        yield start + left, start + len(piece.rstrip())


def _text(texts: Path, digest: str) -> str:
    return (texts / f"{digest}.txt").read_bytes().decode() if digest else ""


def _entries(store: Store, texts: Path) -> list[_Entry]:
    """Each text with its document, and each document with a title and no text; sorted."""
    titles = _least(store, DCTERMS + "title")
    numbers, kinds, days = _least(store, DEF + "officialIdentifier"), _kinds(store), _days(store)
    dossiers = _dossiers(store)
    # A digest whose text is not stored is that of a text that others hold.
    held = {(document, digest) for document, digest in _texts(store) if (texts / f"{digest}.txt").is_file()}
    untold = {(document, "") for document in titles if document.startswith(_DOCUMENT)}
    untold -= {(document, "") for document, _ in held}
    return [
        _Entry(
            document,
            digest,
            numbers.get(document, document.removeprefix(_DOCUMENT)),
            titles.get(document, ""),
            kinds.get(document, ""),
            days.get(document, ""),
            dossiers.get(document, ""),
        )
        for document, digest in sorted(held | untold)
    ]


def _pairs(store: Store, predicate: str) -> Iterator[tuple[str, str]]:
    """Subject and object of each statement with this predicate."""
    for quad in store.quads_for_pattern(None, NamedNode(predicate), None, DefaultGraph()):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, (NamedNode, Literal)):
            yield quad.subject.value, quad.object.value


def _least(store: Store, predicate: str) -> dict[str, str]:
    """The least object of each subject."""
    return dict(sorted(_pairs(store, predicate), reverse=True))


def _texts(store: Store) -> set[tuple[str, str]]:
    """Each document with the digest of a text that was read of it."""
    digests = NamedNode(DEF + "textDigest")
    return {
        (document, quad.object.value)
        for run, document in _pairs(store, PROV + "used")
        if document.startswith(_DOCUMENT)
        for quad in store.quads_for_pattern(NamedNode(run), digests, None, DefaultGraph())
        if isinstance(quad.object, Literal)
    }


def _kinds(store: Store) -> dict[str, str]:
    notations = _least(store, SKOS + "notation")
    return {document: notations.get(kind, "") for document, kind in _least(store, DEF + "documentKind").items()}


def _days(store: Store) -> dict[str, str]:
    first = _least(store, DEF + "earliest")
    return _first_of(_pairs(store, DEF + "documentDate"), first)


def _first_of(pairs: Iterable[tuple[str, str]], values: Mapping[str, str]) -> dict[str, str]:
    told = [(subject, values[through]) for subject, through in pairs if through in values]
    return dict(sorted(told, reverse=True))


def _dossiers(store: Store) -> dict[str, str]:
    dossier = _least(store, DEF + "inDossier")
    told = {
        (document, dossier[entry].removeprefix(ID + "dossier/"))
        for document, entry in _pairs(store, DEF + "dossierEntry")
        if entry in dossier
    }
    return {
        document: " ".join(number for _, number in group)
        for document, group in groupby(sorted(told), key=lambda pair: pair[0])
    }
