"""What things are called, to find them by: an index of the labels of one release, made once from the store.

It lies in a private SQLite file that ends with the process, so that its memory stays the same however many labels
there are. Labels are compared folded: lower-case ASCII letters and digits, as in our own slugs.
"""

from __future__ import annotations

import asyncio
import re
import sqlite3
import threading
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import aclosing
from typing import Final
from urllib.parse import unquote

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from ctgraph.api.asking import Lookups
from ctgraph.identifiers import slug
from ctgraph.namespaces import DCTERMS, DEF, ID, RDF, RDFS, SKOS

TOP_CLASSES: Final = {
    "document": DEF + "Document",
    "motion": DEF + "Motion",
    "person": DEF + "Person",
    "organisation": DEF + "Organization",
    "law": DEF + "Law",
}
"""The kinds of things that the index holds, by the kind in their IRI, each with the class that covers it."""
# Parts and former names have addresses of the same kind, and would stand between the things themselves.
_PARTS: Final = tuple(DEF + name for name in ("LawArticle", "ArticleVersion", "LawVersion", "LawTitle", "FormerName"))
_TYPE: Final = RDF + "type"
_ID_RANK: Final = 10
_RANKS: Final = {
    RDFS + "label": 0,
    SKOS + "prefLabel": 1,
    DCTERMS + "title": 2,
    DEF + "citationTitle": 3,
    SKOS + "altLabel": 4,
    DEF + "officialIdentifier": _ID_RANK,
    DCTERMS + "identifier": _ID_RANK,
    DEF + "bwbIdentifier": _ID_RANK,
}
"""Each property that names a thing; the lowest gives its name, those of the last rank are ids."""
# What stands between words: spaces, hyphens, any quote or dash. Not an accent that is composed with its letter.
_BETWEEN: Final = re.compile(r"[\W_]+")
_CANDIDATES: Final = 200
_KEPT: Final = 60
"""How many things are looked at for one text, by shared words alone and then by their labels."""
_COMMON: Final = 2_000
"""A word in more labels than this finds nothing unless no rarer word stands beside it."""
_CACHE_KIB: Final = 16 * 1024
_SCHEMA: Final = """
CREATE TABLE thing (number INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, name TEXT);
CREATE TABLE label (number INTEGER, rank INTEGER, text TEXT, folded TEXT, PRIMARY KEY (number, rank, text))
  WITHOUT ROWID;
CREATE TABLE class (number INTEGER, class TEXT, PRIMARY KEY (number, class)) WITHOUT ROWID;
CREATE TABLE token (token TEXT, number INTEGER, PRIMARY KEY (token, number)) WITHOUT ROWID;
"""
_FINISH: Final = f"""
DELETE FROM thing WHERE number NOT IN (SELECT number FROM class)
  OR number IN (SELECT number FROM class WHERE class IN ({", ".join(f"'{name}'" for name in _PARTS)}));
DELETE FROM label WHERE number NOT IN (SELECT number FROM thing);
DELETE FROM class WHERE number NOT IN (SELECT number FROM thing);
DELETE FROM token WHERE number NOT IN (SELECT number FROM thing);
UPDATE thing SET name = (SELECT text FROM label WHERE label.number = thing.number ORDER BY rank, text LIMIT 1);
CREATE INDEX by_label ON label (folded, number);
CREATE TABLE frequency AS SELECT token, COUNT(*) AS count FROM token GROUP BY token;
CREATE UNIQUE INDEX by_token ON frequency (token);
"""


class Named(Struct, frozen=True):
    """A thing with what it is called and its classes, sorted; the class of its whole kind is among them."""

    iri: str
    name: str
    classes: tuple[str, ...]

    @property
    def reference(self) -> str:
        """What stands behind the base of ids: `document/kst-29754-645`."""
        return self.iri.removeprefix(ID)


class Candidate(Struct, frozen=True):
    """A thing that may be meant by words, and what speaks for it.

    `overlap` is the share of words that the words and the closest label have in common (Dice), from 0 to 1.
    """

    thing: Named
    exact_id: bool
    label_equality: bool
    overlap: float


class NameIndex:
    """The labels of one release. Filled with `add`, then closed to new ones by `finish`."""

    def __init__(self, release: str) -> None:
        self.release = release
        self._lock = threading.Lock()
        # An empty name is a private file that SQLite removes; it is written to once the cache is full.
        self._database = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        self._database.executescript(f"PRAGMA journal_mode = OFF; PRAGMA cache_size = -{_CACHE_KIB}; {_SCHEMA}")

    def add(self, triples: Iterable[Triple]) -> None:
        """Take in labels and classes, in any order."""
        with self._lock:
            self._database.execute("BEGIN")
            for triple in triples:
                if isinstance(triple.subject, NamedNode):
                    self._add(triple.subject.value, triple.predicate.value, triple.object)
            self._database.execute("COMMIT")

    def _add(self, iri: str, predicate: str, value: object) -> None:
        kind, _, reference = iri.removeprefix(ID).partition("/")
        if kind not in TOP_CLASSES:
            return
        number = self._number(iri, unquote(reference))
        if predicate == _TYPE and isinstance(value, NamedNode):
            classes = [(number, value.value)]
            if value.value not in _PARTS:
                classes.append((number, TOP_CLASSES[kind]))
            self._database.executemany("INSERT OR IGNORE INTO class VALUES (?, ?)", classes)
        elif isinstance(value, Literal):
            self._label(number, _RANKS[predicate], value.value)

    def _number(self, iri: str, reference: str) -> int:
        found = self._database.execute("SELECT number FROM thing WHERE iri = ?", (iri,)).fetchone()
        if found is not None:
            return int(found[0])
        number = self._database.execute("INSERT INTO thing (iri) VALUES (?)", (iri,)).lastrowid
        assert number is not None
        # Its own reference names a thing too: a motion has the number of its paper.
        self._label(number, _ID_RANK, reference)
        return number

    def _label(self, number: int, rank: int, text: str) -> None:
        folded = fold(text)
        if folded:
            self._database.execute("INSERT OR IGNORE INTO label VALUES (?, ?, ?, ?)", (number, rank, text, folded))
            rows = [(token, number) for token in set(folded.split("-"))]
            self._database.executemany("INSERT OR IGNORE INTO token VALUES (?, ?)", rows)

    def finish(self) -> None:
        """Settle the names, and leave out parts of things and what only somebody else mentions."""
        with self._lock:
            self._database.executescript(_FINISH)

    def get(self, iris: Sequence[str]) -> list[Named]:
        """Those of the things that the index holds, in the order given."""
        with self._lock:
            rows = [self._database.execute("SELECT number FROM thing WHERE iri = ?", (iri,)).fetchone() for iri in iris]
            return [self._named(row[0]) for row in rows if row is not None]

    def find(self, words: str, classes: Sequence[str] = ()) -> list[Candidate]:
        """The things that the words may mean, of any of the classes, the likeliest first, then by IRI; 60 at most."""
        folded = fold(words)
        if not folded:
            return []
        with self._lock:
            return self._best(folded, self._numbers(folded, classes))

    def begin(self, prefix: str, limit: int) -> list[Named]:
        """Things with a label that begins with the prefix, then those with a word that does; the shortest first."""
        folded = fold(prefix)
        if not folded:
            return []
        with self._lock:
            whole = self._database.execute(
                "SELECT number FROM label WHERE folded >= ? AND folded < ? GROUP BY number "
                "ORDER BY MIN(LENGTH(folded)), MIN(folded), (SELECT iri FROM thing WHERE thing.number = label.number) "
                "LIMIT ?",
                (folded, folded + "{", limit),
            ).fetchall()
            inner = self._with_words(folded.split("-"), limit) if len(whole) < limit else []
            numbers = dict.fromkeys(row[0] for row in (*whole, *inner))
            return [self._named(number) for number in list(numbers)[:limit]]

    def classes(self) -> list[str]:
        """Every class that a thing of the index has."""
        with self._lock:
            rows = self._database.execute("SELECT DISTINCT class FROM class ORDER BY class").fetchall()
        return [row[0] for row in rows]

    def _numbers(self, folded: str, classes: Sequence[str]) -> list[int]:
        """Who has the label itself, then who shares most of the rarer words with it."""
        fitting = f"AND number IN (SELECT number FROM class WHERE class IN ({_marks(classes)}))" if classes else ""
        equal = self._database.execute(
            "SELECT DISTINCT number FROM label JOIN thing USING (number) "
            f"WHERE folded = ? {fitting} ORDER BY iri LIMIT ?",
            (folded, *classes, _CANDIDATES),
        ).fetchall()
        words = sorted(set(folded.split("-")))[:_CANDIDATES]
        rarest = self._database.execute(
            f"SELECT token FROM frequency WHERE token IN ({_marks(words)}) AND "
            f"count <= MAX({_COMMON}, (SELECT MIN(count) FROM frequency WHERE token IN ({_marks(words)})))",
            (*words, *words),
        ).fetchall()
        sharing = self._database.execute(
            f"SELECT number FROM token JOIN thing USING (number) WHERE token IN ({_marks(rarest)}) {fitting} "
            "GROUP BY number ORDER BY COUNT(*) DESC, iri LIMIT ?",
            (*(row[0] for row in rarest), *classes, _CANDIDATES),
        ).fetchall()
        return list(dict.fromkeys(row[0] for row in (*equal, *sharing)))

    def _with_words(self, words: Sequence[str], limit: int) -> list[tuple[int]]:
        """Who has every word but the last, and one that begins with the last."""
        shared = " AND number IN (SELECT number FROM token WHERE token = ?)" * (len(words) - 1)
        return self._database.execute(
            f"SELECT DISTINCT number FROM token JOIN thing USING (number) WHERE token >= ? AND token < ?{shared} "
            "ORDER BY LENGTH(name), iri LIMIT ?",
            (words[-1], words[-1] + "{", *words[:-1], limit),
        ).fetchall()

    def _best(self, folded: str, numbers: Sequence[int]) -> list[Candidate]:
        """What speaks for each of the things, by all their labels; of the likeliest ones, in their order."""
        wanted = set(folded.split("-"))
        weights: dict[tuple[str, int], tuple[bool, bool, float]] = {}
        rows = self._database.execute(
            "SELECT iri, number, rank, folded FROM label JOIN thing USING (number) "
            f"WHERE number IN ({_marks(numbers)})",
            numbers,
        )
        for iri, number, rank, label in rows:
            exact, equal, overlap = weights.get((iri, number), (False, False, 0.0))
            is_id, fits = rank == _ID_RANK, label == folded
            shared = _dice(wanted, set(label.split("-")))
            weights[iri, number] = (exact or (is_id and fits), equal or (fits and not is_id), max(overlap, shared))
        ordered = sorted(weights.items(), key=lambda each: (tuple(-weight for weight in each[1]), each[0]))
        return [Candidate(self._named(number), *weight) for (_, number), weight in ordered[:_KEPT]]

    def _named(self, number: int) -> Named:
        iri, name = self._database.execute("SELECT iri, name FROM thing WHERE number = ?", (number,)).fetchone()
        rows = self._database.execute("SELECT class FROM class WHERE number = ? ORDER BY class", (number,)).fetchall()
        return Named(iri, name, tuple(row[0] for row in rows))


def fold(text: str) -> str:
    """Words as the index compares them, with hyphens between; a curly quote or a dash parts them as a plain one does.

    >>> fold("Proefstrategie 2020–2024"), fold("d’Áncona")
    ('proefstrategie-2020-2024', 'd-ancona')
    """
    return slug(_BETWEEN.sub(" ", unicodedata.normalize("NFKC", text)))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def likeliest(candidate: Candidate) -> tuple[bool, bool, float, str]:
    """By what candidates are ordered: an id before a label before shared words, then the IRI."""
    return (not candidate.exact_id, not candidate.label_equality, -candidate.overlap, candidate.thing.iri)


def _dice(left: set[str], right: set[str]) -> float:
    return 2 * len(left & right) / (len(left) + len(right))


class Names:
    """Gives the index of the release that answers now, and makes it when it is first asked for."""

    def __init__(self, lookups: Lookups) -> None:
        self._lookups = lookups
        self._making = asyncio.Lock()
        self._index: NameIndex | None = None

    async def index(self) -> NameIndex:
        """The index; another release gets a new one. Raises what the store raises."""
        async with self._making:
            while self._index is None or self._index.release != self._lookups.release:
                self._index = await self._make()
            return self._index

    async def _make(self) -> NameIndex:
        index = NameIndex(self._lookups.release)
        for predicate in (_TYPE, *_RANKS):
            await self._take(index, predicate)
        await asyncio.to_thread(index.finish)
        return index

    async def _take(self, index: NameIndex, predicate: str) -> None:
        """Take in one property, block by block; a line may go on in the next block."""
        rest = b""
        blocks = await self._lookups.stream("named-things", "application/n-triples", property=NamedNode(predicate))
        async with aclosing(blocks):
            async for block in blocks:
                lines, newline, rest = (rest + block).rpartition(b"\n")
                await asyncio.to_thread(_add_lines, index, lines + newline)
        await asyncio.to_thread(_add_lines, index, rest)


def _add_lines(index: NameIndex, lines: bytes) -> None:
    index.add(quad.triple for quad in parse(lines, RdfFormat.N_TRIPLES))
