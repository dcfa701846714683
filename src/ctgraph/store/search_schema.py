"""The index of a release for full text: one SQLite file, with FTS5 over stems that are made here.

FTS5 knows no Dutch, so what it is given are stems, not words: its tokenizer only splits them. A word that is a compound
gives the stems of its parts in a column of its own, which phrases do not look at.
"""

from __future__ import annotations

from typing import Final

FILE: Final = "search.sqlite"
VERSION: Final = 1
"""Of the schema and of how stems are made; an index of another version is not asked."""

SCHEMA: Final = f"""
PRAGMA user_version = {VERSION};
CREATE TABLE entries (
    entry INTEGER PRIMARY KEY,
    document TEXT NOT NULL, digest TEXT NOT NULL, number TEXT NOT NULL, title TEXT NOT NULL,
    kind TEXT NOT NULL, day TEXT NOT NULL, dossiers TEXT NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL
);
CREATE TABLE passages (passage INTEGER PRIMARY KEY, start INTEGER NOT NULL, stop INTEGER NOT NULL);
CREATE TABLE compounds (word TEXT PRIMARY KEY, stems TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE counts (word TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE entry_words USING fts5(title, words, parts, content='', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE passage_words USING fts5(words, parts, content='', tokenize='unicode61 remove_diacritics 0');
"""
"""An entry is a text of a document, or a document of which only the title is held. Its passages are numbered from
`first` up to and not with `last`. `dossiers` are separated by spaces.
`counts` says how often a word, in small letters without marks, stands in texts and titles; only who writes the next
index asks for it."""
