"""Ask the index of a release: which texts have these words, counted and with the passages that show them."""

from __future__ import annotations

import sqlite3
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from msgspec import Struct, field

from ctgraph.errors import QueryTimeout, ReleaseError
from ctgraph.store.search_query import SearchQuery, found_in
from ctgraph.store.search_schema import VERSION
from ctgraph.text.words import words

SNIPPETS: Final = 3
"""Passages that a hit shows."""
_STEPS: Final = 10_000
"""Steps of SQLite between two looks at the clock."""
# A word of a title counts for more than one of a text, and that for more than a part of a compound.
_FOUND: Final = """
SELECT entry, kind, substr(day, 1, 4), dossiers
FROM entry_words JOIN entries ON entry = entry_words.rowid
WHERE entry_words MATCH ?
ORDER BY round(bm25(entry_words, 8.0, 1.0, 0.4), 6), day DESC, document, digest
"""
_SHOWN: Final = """
SELECT document, digest, number, title, kind, day, first, last FROM entries WHERE entry = ?
"""
# Without BM25, for which FTS5 would look through the whole index once for each hit.
_PASSAGES: Final = """
SELECT rowid FROM passage_words WHERE passage_words MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid LIMIT 500
"""
_PLACE: Final = "SELECT start, stop FROM passages WHERE passage = ?"


class Snippet(Struct, frozen=True):
    """A passage of a text, and in it the words found; all offsets are those of the text, in code points."""

    start: int
    end: int
    text: str
    found: tuple[tuple[int, int], ...]


class Hit(Struct, frozen=True):
    """A text, or a document of which only the title is held: `digest` is empty then, and there are no snippets."""

    document: str
    digest: str
    id: str
    title: str
    kind: str
    day: str
    snippets: tuple[Snippet, ...]


class Hits(Struct, frozen=True):
    """One page of hits, how many there are in all, and how many by each value of each facet."""

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]]


class Wanted(Struct, frozen=True):
    """What is asked: the words, the values that hits must have by facet, and which page."""

    query: SearchQuery
    values: Mapping[str, str]
    limit: int
    offset: int
    seconds: float


class _Found(Struct, frozen=True):
    entry: int
    values: Mapping[str, Sequence[str]] = field(default_factory=dict)


def search(index: Path, text_of: Callable[[str], Path], wanted: Wanted) -> Hits:
    """Ask; raises QueryTimeout after `wanted.seconds`, and ReleaseError for an index that is absent or damaged.

    `text_of` gives the file of a text by its digest.
    """
    deadline = time.monotonic() + wanted.seconds
    try:
        with closing(sqlite3.connect(f"{index.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)
            if connection.execute("PRAGMA user_version").fetchone() != (VERSION,):
                raise _unusable(index, "its index for search is of another version")
            return _answer(connection, text_of, wanted)
    except sqlite3.OperationalError as error:
        if time.monotonic() > deadline:
            raise QueryTimeout(wanted.seconds) from error
        raise _unusable(index, f"it has no index for search ({error})") from error
    except (sqlite3.DatabaseError, OSError) as error:
        raise _unusable(index, f"its index for search is damaged ({error})") from error


def _unusable(index: Path, reason: str) -> ReleaseError:
    return ReleaseError(str(index), reason, "Run `ctgraph build` with this version; all else is served meanwhile")


def _answer(connection: sqlite3.Connection, text_of: Callable[[str], Path], wanted: Wanted) -> Hits:
    rows = connection.execute(_FOUND, (wanted.query.in_entries(),))
    found = [
        _Found(entry, {"kind": [kind] if kind else [], "year": [year] if year else [], "dossier": dossiers.split()})
        for entry, kind, year, dossiers in rows
    ]
    passing = [each for each in found if all(value in each.values[name] for name, value in wanted.values.items())]
    page = passing[wanted.offset : wanted.offset + wanted.limit]
    hits = tuple(_hit(connection, text_of, each.entry, wanted.query) for each in page)
    return Hits(hits, len(passing), {name: _counted(passing, name) for name in ("kind", "dossier", "year")})


def _counted(found: Sequence[_Found], name: str) -> dict[str, int]:
    """The values of a facet, the most frequent first."""
    counts = Counter(value for each in found for value in each.values[name])
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _hit(connection: sqlite3.Connection, text_of: Callable[[str], Path], entry: int, query: SearchQuery) -> Hit:
    document, digest, number, title, kind, day, first, last = connection.execute(_SHOWN, (entry,)).fetchone()
    snippets: tuple[Snippet, ...] = ()
    if digest:
        places = _best_passages(connection, query, first, last)
        text = text_of(digest).read_bytes().decode() if places else ""
        snippets = tuple(_snippet(connection, text, start, stop, query) for start, stop in places)
    return Hit(document, digest, number, title, kind, day, snippets)


def _best_passages(connection: sqlite3.Connection, query: SearchQuery, first: int, last: int) -> list[tuple[int, int]]:
    """The places of the passages with most of the words, rarer ones counting for more; in the order of the text."""
    scores: defaultdict[int, float] = defaultdict(float)
    for question in query.in_passages():
        rows = connection.execute(_PASSAGES, (question, first, last)).fetchall()
        for (passage,) in rows:
            scores[passage] += 1 / len(rows)
    best = sorted(scores, key=lambda passage: (-round(scores[passage], 9), passage))[:SNIPPETS]
    return [connection.execute(_PLACE, (passage,)).fetchone() for passage in sorted(best)]


def _snippet(connection: sqlite3.Connection, text: str, start: int, stop: int, query: SearchQuery) -> Snippet:
    quote = text[start:stop]
    compounds = {}
    for word in sorted({each.folded for each in words(quote)}):
        row = connection.execute("SELECT stems FROM compounds WHERE word = ?", (word,)).fetchone()
        if row is not None:
            compounds[word] = frozenset(row[0].split())
    found = tuple((start + one, start + other) for one, other in found_in(query, quote, compounds))
    return Snippet(start, stop, quote, found)
