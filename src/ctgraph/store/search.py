"""Write the index for full text of a release, from its statements and its texts.

From nothing, or where little has changed since another release, from a copy of its index and the difference. Both ways
end with an index that answers alike, for FTS5 counts on removal what it counted on adding.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from ctgraph.store import search_schema, search_words
from ctgraph.store.search_entries import Entry, entries_of
from ctgraph.store.search_schema import SCHEMA
from ctgraph.store.search_words import Lexicon, Words, counted, is_common, words_of
from ctgraph.text import words as stemming
from ctgraph.text.words import stem

_TABLES: Final = ("entry_words", "passage_words")
# The file is thrown away if it does not come to an end, so that no journal need be kept.
_WHILE_WRITING: Final = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
_CHANGED: Final = 0.2
"""Up to this part of the entries, a copy and the difference are faster than an index from nothing."""
_SHORTEST_PART: Final = 4
"""Letters of the shortest word that a compound is made of."""


def write_index(path: Path, statements: Path, texts: Path) -> None:
    """Write the index of the texts in a folder, named by their digests, and of the titles of all documents.

    `statements` is the sorted file of the release. The same release gives the same answers. Raises OSError.
    """
    entries = entries_of(statements, texts)
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(_WHILE_WRITING + SCHEMA)
            connection.execute(f"PRAGMA application_id = {_rules()}")
            counts = counted(entries, texts)
            lexicon = Lexicon(frozenset(word for word, count in counts.items() if is_common(word, count)))
            _add(connection, entries, texts, lexicon)
            connection.executemany("INSERT INTO compounds VALUES (?, ?)", lexicon.compounds())
            connection.executemany("INSERT INTO counts VALUES (?, ?)", sorted(counts.items()))
            for table in _TABLES:
                connection.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")
            connection.commit()
    except sqlite3.Error as error:
        raise OSError(f"{path}: {error}") from error


def write_index_from(path: Path, statements: Path, texts: Path, neighbour: Path, old_texts: Path) -> bool:
    """Copy the index of another release and apply what differs; False, and nothing made, where much has changed.

    Nor is it where the other index is damaged, or was made by other rules. Raises OSError.
    """
    try:
        shutil.copyfile(neighbour, path)
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(_WHILE_WRITING)
            same_rules = connection.execute("PRAGMA application_id").fetchone()[0] == _rules()
            made = bool(same_rules) and _Change(connection, texts, old_texts).apply(entries_of(statements, texts))
            connection.commit()
    except (sqlite3.Error, FileNotFoundError):
        made = False
    if not made:
        path.unlink(missing_ok=True)
    return made


@lru_cache(maxsize=1)
def _rules() -> int:
    """Says by which code an index is made, in 31 bits: two kinds of stems do not mix in one."""
    files = (__file__, search_schema.__file__, search_words.__file__, stemming.__file__)
    code = b"".join(Path(file).read_bytes() for file in files)
    digest = hashlib.sha256(code + version("snowballstemmer").encode())
    return int.from_bytes(digest.digest()[:4]) >> 1


class _Change:
    """From one index to that of other entries."""

    def __init__(self, connection: sqlite3.Connection, texts: Path, old_texts: Path) -> None:
        self._connection = connection
        self._texts, self._old_texts = texts, old_texts
        rows = connection.execute(
            "SELECT document, digest, number, title, kind, day, dossiers, entry, first FROM entries"
        )
        self._old = {Entry(*fields): (number, first) for *fields, number, first in rows}
        self._compounds: dict[str, str] = dict(connection.execute("SELECT word, stems FROM compounds"))

    def apply(self, entries: Iterable[Entry]) -> bool:
        """Take out what is gone, put in what is new, and write anew what holds a word now taken apart otherwise."""
        new = set(entries)
        gone, come = self._old.keys() - new, new - self._old.keys()
        if len(gone) + len(come) > len(self._old) * _CHANGED:
            return False
        turned, lexicon = self._recount(gone, come)
        otherwise = self._otherwise(turned, lexicon)
        touched = self._holding(otherwise) & new
        self._remove(sorted(gone | touched))
        self._connection.executemany("DELETE FROM compounds WHERE word = ?", [(word,) for word in sorted(otherwise)])
        _add(self._connection, sorted(come | touched), self._texts, lexicon)
        self._connection.executemany("INSERT OR REPLACE INTO compounds VALUES (?, ?)", lexicon.compounds())
        vanished = "DELETE FROM compounds WHERE word NOT IN (SELECT word FROM counts)"
        self._connection.execute(vanished)
        return True

    def _recount(self, gone: Iterable[Entry], come: Iterable[Entry]) -> tuple[set[str], Lexicon]:
        """Count words anew; the words that compounds may be made of now and not before, or the other way round."""
        change = counted(come, self._texts)
        change.subtract(counted(gone, self._old_texts))
        counts: dict[str, int] = dict(self._connection.execute("SELECT word, count FROM counts"))
        turned = set()
        for word, more in change.items():
            before = counts.get(word, 0)
            counts[word] = before + more
            if is_common(word, before) != is_common(word, before + more):
                turned.add(word)
        written = [(word, counts[word]) for word, more in sorted(change.items()) if more]
        self._connection.executemany("INSERT OR REPLACE INTO counts VALUES (?, ?)", written)
        self._connection.execute("DELETE FROM counts WHERE count = 0")
        return turned, Lexicon(frozenset(word for word, count in counts.items() if is_common(word, count)))

    def _otherwise(self, turned: Iterable[str], lexicon: Lexicon) -> set[str]:
        """The words of the index so far that the lexicon takes apart otherwise, now that these words turned."""
        roots = [word for word in turned if len(word) >= _SHORTEST_PART]
        every = (word for (word,) in self._connection.execute("SELECT word FROM counts"))
        candidates = [word for word in every if any(root in word for root in roots)] if roots else []
        return {word for word in candidates if lexicon[word] != self._compounds.get(word, "")}

    def _holding(self, words: Iterable[str]) -> set[Entry]:
        """The entries so far with one of these words, or with a word of the same stem."""
        question = "SELECT rowid FROM entry_words WHERE entry_words MATCH ?"
        asked = {f'{{title words}} : "{stem(word)}"' for word in words}
        found = {number for each in sorted(asked) for (number,) in self._connection.execute(question, (each,))}
        return {entry for entry, (number, _) in self._old.items() if number in found}

    def _remove(self, entries: Iterable[Entry]) -> None:
        """Take entries out. FTS5 keeps no text, and takes what it was given once more to do so."""
        for entry in entries:
            number, first = self._old[entry]
            words = words_of(entry, entry.text(self._old_texts), lambda word: self._compounds.get(word, ""))
            last = first + len(words.pieces)
            self._connection.execute("DELETE FROM entries WHERE entry = ?", (number,))
            self._connection.execute("DELETE FROM passages WHERE passage >= ? AND passage < ?", (first, last))
            _put(self._connection, number, first, words, "'delete', ")


def _add(connection: sqlite3.Connection, entries: Iterable[Entry], texts: Path, lexicon: Lexicon) -> None:
    """Add entries and their passages, numbered on from those that are there."""
    number, passage = connection.execute("SELECT ifnull(max(entry), 0), ifnull(max(last), 1) FROM entries").fetchone()
    for entry in entries:
        number += 1
        words = words_of(entry, entry.text(texts), lexicon.__getitem__)
        places = [(passage + n, piece.start, piece.end) for n, piece in enumerate(words.pieces)]
        connection.executemany("INSERT INTO passages VALUES (?, ?, ?)", places)
        _put(connection, number, passage, words)
        last = passage + len(places)
        row = (number, *(getattr(entry, name) for name in Entry.__struct_fields__), passage, last)
        connection.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        passage = last


def _put(connection: sqlite3.Connection, number: int, passage: int, words: Words, verb: str = "") -> None:
    """Give FTS5 the words of an entry and of its passages, numbered from `passage`; with a verb to take them out."""
    into = "entry_words(entry_words, " if verb else "entry_words("
    connection.execute(f"INSERT INTO {into}rowid, title, words, parts) VALUES ({verb}?, ?, ?, ?)", (number, *words.row))
    into = "passage_words(passage_words, " if verb else "passage_words("
    rows = [(passage + n, piece.words, piece.parts) for n, piece in enumerate(words.pieces)]
    connection.executemany(f"INSERT INTO {into}rowid, words, parts) VALUES ({verb}?, ?, ?)", rows)
