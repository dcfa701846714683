"""The download folder: files under their official names, each one complete or not there at all.

A file is written in `.download/`, made durable, and only then given its name, in one step; a kill at any moment leaves
the old version, the new one or none. `.download/` also holds the journal and the lock; `build` passes hidden folders
over.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from ctgraph.errors import CacheError, SourceError
from ctgraph.sources.official.journal import Entry, Journal

STATE = ".download"

# One part of a path in the folder: kst-29754-645.xml, 2022-05-01_0. It starts with a letter or digit, so that it is
# never `..`, a hidden file or an option of a command.
_PART = r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}"
# Up to eight of them. Must not match /etc/passwd, a//b, ../x, .download/journal.
_PATH = re.compile(rf"{_PART}(?:/{_PART}){{0,7}}")


def is_path(path: str) -> bool:
    """Whether a path, which a source may have named, stays inside the folder and is no hidden one."""
    return _PATH.fullmatch(path) is not None


class Cache:
    """`with Cache(folder) as cache`: one holder at a time; raises CacheError where the folder cannot be used."""

    journal: Journal

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._state = folder / STATE
        self._open = ExitStack()

    def __enter__(self) -> Self:
        try:
            # What was opened is closed again where a later step fails.
            with ExitStack() as opening:
                self._lock(opening)
                self.journal = Journal(self._state / "journal.sqlite")
                opening.callback(self.journal.close)
                self._open = opening.pop_all()
        except OSError as error:
            raise self._unwritable(error) from error
        return self

    def _lock(self, opening: ExitStack) -> None:
        """Be the only holder, and remove what one before us left unfinished."""
        self._state.mkdir(parents=True, exist_ok=True)
        lock = opening.enter_context((self._state / "lock").open("wb"))
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            advice = "Wait for it to end, or name another folder with --to"
            raise CacheError(str(self.folder), "another download is under way there", advice) from error
        for part in self._state.glob("*.part"):
            part.unlink()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def _unwritable(self, error: OSError) -> CacheError:
        advice = "Free space there or name another folder; what has its final name there is whole"
        return CacheError(str(self.folder), f"it cannot be written ({error.strerror})", advice)

    def held(self, path: str) -> Entry | None:
        """The entry of a file that is there as it came; None where it is absent or was damaged since."""
        entry = self.journal.held(path)
        if entry is None or self._digest(path, entry.length) != entry.sha256:
            return None
        return entry

    def _digest(self, path: str, length: int) -> str:
        try:
            with open(self.folder / path, "rb") as file:
                if os.fstat(file.fileno()).st_size != length:
                    return ""
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return ""

    def read(self, path: str) -> bytes:
        """The bytes of a file that is held."""
        return (self.folder / path).read_bytes()

    @contextmanager
    def part(self) -> Iterator[IO[bytes]]:
        """A file to write into, gone at the end unless it was kept."""
        try:
            with tempfile.NamedTemporaryFile(dir=self._state, suffix=".part", delete=False) as file:
                try:
                    yield file
                finally:
                    with suppress(FileNotFoundError):
                        os.unlink(file.name)
        except OSError as error:
            raise self._unwritable(error) from error

    def keep(self, part: IO[bytes], entry: Entry) -> None:
        """Give a complete part its final name, durably, and note it in the journal; raises SourceError for no name."""
        if not is_path(entry.path):
            raise SourceError(entry.address, f"{entry.path[:100]!r} is no name for a file")
        target = self.folder / entry.path
        part.flush()
        os.fsync(part.fileno())
        os.fchmod(part.fileno(), 0o644)
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(part.name, target)
        _sync(target.parent)
        self.journal.hold(entry)

    def drop(self, path: str) -> None:
        """Remove a page of a listing that has become shorter."""
        with suppress(FileNotFoundError):
            (self.folder / path).unlink()
        self.journal.forget(path)


def _sync(folder: Path) -> None:
    """Have the names in a folder on disk; some file systems know no such thing."""
    descriptor = os.open(folder, os.O_RDONLY)
    with suppress(OSError):
        os.fsync(descriptor)
    os.close(descriptor)
