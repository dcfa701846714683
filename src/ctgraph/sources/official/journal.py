"""What a download folder holds, what it lacks and why, how far the feeds were read: a small database beside the files.

SQLite keeps it whole whatever moment the process is killed at. When the power fails, the last entries may be lost, and
their files, which were on disk before, are fetched once more: so it need not wait for the disk at every entry.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import astuple

from ctgraph.errors import CacheError
from ctgraph.sources.official.client import Validators

_TABLES = """
CREATE TABLE IF NOT EXISTS held (
    path TEXT PRIMARY KEY, address TEXT, sha256 TEXT, length INTEGER, etag TEXT, modified TEXT, stamp TEXT
);
CREATE TABLE IF NOT EXISTS missing (path TEXT PRIMARY KEY, address TEXT, reason TEXT);
CREATE TABLE IF NOT EXISTS followed (kind TEXT, id TEXT, PRIMARY KEY (kind, id));
CREATE TABLE IF NOT EXISTS feed (category TEXT PRIMARY KEY, since TEXT, address TEXT);
"""


class Entry(Struct, frozen=True):
    """A complete file: its path in the folder, where it came from, and what was said of this version of it.

    `stamp` is the time of its last change by the publisher's own listing; empty where no listing tells one.
    """

    path: str
    address: str
    sha256: str
    length: int
    etag: str = ""
    modified: str = ""
    stamp: str = ""

    @property
    def validators(self) -> Validators:
        """What makes the next request for it conditional."""
        return Validators(self.etag, self.modified)


class Missing(Struct, frozen=True, order=True):
    """What could not be had: its path or name, the address and the reason."""

    path: str
    address: str
    reason: str


class Position(Struct, frozen=True):
    """How far a feed was read: from the day `since` up to what `address` gives next."""

    category: str
    since: str
    address: str


class Journal:
    """The database; one thread at a time, others wait. Raises CacheError where it cannot be read or written."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()
        try:
            self._database = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        try:
            self._database.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;" + _TABLES)
        except sqlite3.Error as error:
            self._database.close()
            raise self._unusable(error) from error

    def close(self) -> None:
        self._database.close()

    def _unusable(self, error: sqlite3.Error) -> CacheError:
        advice = "Free space there, or remove the folder's .download to have the files checked anew"
        return CacheError(str(self._file), f"the journal cannot be used ({error})", advice)

    def _do(self, statement: str, values: Iterable[object] = ()) -> list[tuple[str, ...]]:
        try:
            with self._lock:
                return self._database.execute(statement, tuple(values)).fetchall()
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    def held(self, path: str) -> Entry | None:
        """The entry of a file, whether or not the file is still there."""
        found = self._do("SELECT * FROM held WHERE path = ?", [path])
        return Entry(*found[0]) if found else None  # type: ignore[arg-type]  # the columns of the table are its fields

    def below(self, folder: str) -> list[str]:
        """The paths of all files in a folder, in order."""
        return [path for (path,) in self._do("SELECT path FROM held WHERE path GLOB ? ORDER BY 1", [f"{folder}/*"])]

    def hold(self, entry: Entry) -> None:
        """Note a complete file; it is then no longer missing."""
        self._do("INSERT OR REPLACE INTO held VALUES (?, ?, ?, ?, ?, ?, ?)", astuple(entry))
        self.found(entry.path)

    def forget(self, path: str) -> None:
        self._do("DELETE FROM held WHERE path = ?", [path])

    def miss(self, missing: Missing) -> None:
        """Note what could not be had."""
        self._do("INSERT OR REPLACE INTO missing VALUES (?, ?, ?)", astuple(missing))

    def found(self, path: str) -> None:
        """Note that something is no longer missing."""
        self._do("DELETE FROM missing WHERE path = ?", [path])

    def missing(self) -> list[Missing]:
        """All that was tried and could not be had so far, in order of path."""
        return [Missing(*row) for row in self._do("SELECT * FROM missing ORDER BY path")]

    def follow(self, kind: str, identifier: str) -> None:
        """Note a dossier or law that `changes` brings up to date."""
        self._do("INSERT OR IGNORE INTO followed VALUES (?, ?)", [kind, identifier])

    def followed(self, kind: str) -> list[str]:
        return [name for (name,) in self._do("SELECT id FROM followed WHERE kind = ? ORDER BY 1", [kind])]

    def position(self, category: str) -> Position | None:
        found = self._do("SELECT * FROM feed WHERE category = ?", [category])
        return Position(*found[0]) if found else None

    def reach(self, position: Position) -> None:
        """Note how far a feed was read."""
        self._do("INSERT OR REPLACE INTO feed VALUES (?, ?, ?)", astuple(position))
