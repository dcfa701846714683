"""What one file became, kept between builds: its statements as sorted N-Quads, its text, and what a summary needs.

A part is found again by a key of everything that it depends on: the bytes, what a person said of them, the software,
the register and the ontology. One thing more matters, which no key can know before: whether the papers that it refers
to are held by the graph. So a part says which ids it asked for and what the answer was, and counts only while the
answers are the same. That is why a build of what changed and a build of everything give one release.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import zstandard
from msgspec import Struct, to_builtins
from msgspec.structs import replace

from ctgraph.errors import ReleaseError
from ctgraph.model.claims import Ref
from ctgraph.model.loans import Loan
from ctgraph.model.withdrawals import Withdrawal
from ctgraph.pipeline.inputs import write_whole
from ctgraph.pipeline.taking import Given, RecordKey, Taken
from ctgraph.settings import Settings
from ctgraph.store.manifest import Withheld

LARGEST: Final = 2 * 1024**3
"""Bytes of parts that are kept; above it the ones not used for longest go."""

_STATEMENTS: Final = ".nq.zst"
"""Statements are kept compressed: a fifteenth of the size, at less than what it costs to write the rest to a disk."""
_LEVEL: Final = 1


class Suspect(Struct, frozen=True):
    """A reference that cannot be right, for the summary."""

    document: str
    text: str
    reason: str
    suggestion: str


class Met(Struct, frozen=True):
    """Promises of a paper that an outcome of the register meets, by the key of its row."""

    outcome: str
    announcements: tuple[Ref, ...]
    commitments: tuple[Ref, ...]
    studies: tuple[Ref, ...]


class Part(Struct, frozen=True):
    """What one file became.

    `digest` is that of its statements, under which they are kept in `packed` bytes. `asked` are the ids whose being
    held it depends on, with the answer it got.
    """

    key: str
    document: str = ""
    text: str = ""
    statements: int = 0
    digest: str = ""
    packed: int = 0
    asked: tuple[tuple[str, bool], ...] = ()
    suspects: tuple[Suspect, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    met: tuple[Met, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
    fresh: bool = True

    def holds_for(self, held: Container[str]) -> bool:
        """Whether it would become the same among these papers."""
        return all((identifier in held) == answer for identifier, answer in self.asked)


class Parts:
    """The parts under a data folder."""

    def __init__(self, settings: Settings) -> None:
        self._folder = settings.data / "parts"

    def statements(self, part: Part) -> list[bytes]:
        """Its statements, a sorted line of N-Quads each; raises ReleaseError if they are damaged."""
        path = self._path(part.digest, _STATEMENTS)
        try:
            return _unpacked(path)
        except (OSError, zstandard.ZstdError) as error:
            raise self._damaged(path, str(error)) from error

    def lines(self, digest: str) -> list[bytes] | None:
        """The statements of a digest, also of a part that was; None if they are gone or damaged."""
        try:
            return _unpacked(self._path(digest, _STATEMENTS))
        except (OSError, zstandard.ZstdError):
            return None

    def text(self, part: Part) -> str:
        """The text that its offsets point into."""
        return self._path(part.key, ".txt").read_bytes().decode()

    def keep(self, part: Part, statements: bytes, text: str | None) -> Part:
        """Keep a part, and return it with what its statements are; its last file is the one that `find` looks for.

        Statements are kept by what they are, so that those of an earlier state of the file stay as well.
        """
        packed = zstandard.compress(statements, _LEVEL)
        digest = hashlib.sha256(statements).hexdigest()
        part = replace(part, statements=statements.count(b"\n"), digest=digest, packed=len(packed))
        write_whole(self._path(digest, _STATEMENTS), packed)
        if text is not None:
            write_whole(self._path(part.key, ".txt"), text.encode())
        write_whole(self._path(part.key, ".json"), _written(part))
        return part

    def find(self, key: str, held: Container[str]) -> Part | None:
        """The part of this key, if it is there and would become the same among these papers.

        Raises ReleaseError if its statements are damaged.
        """
        fields = self._fields(key, ".json")
        part = None if fields is None else _part(fields)
        if part is None or not self._is_whole(part):
            return None
        return part if part.holds_for(held) else None

    def _is_whole(self, part: Part) -> bool:
        """Whether its statements and its text are there; they count as used now."""
        path = self._path(part.digest, _STATEMENTS)
        try:
            size = path.stat().st_size
            os.utime(path)
        except OSError:
            return False
        if size != part.packed:
            raise self._damaged(path, f"it has {size} bytes instead of {part.packed}")
        return not part.text or self._path(part.key, ".txt").is_file()

    def _damaged(self, path: Path, reason: str) -> ReleaseError:
        advice = f"Remove {self._folder}, which costs time and no result, and build again"
        return ReleaseError(str(path), f"what was kept of a file is damaged ({reason})", advice)

    def keep_taken(self, key: str, item: Taken) -> None:
        """Keep what a file is."""
        write_whole(self._path(key, ".taken"), _written(item))

    def find_taken(self, key: str) -> Taken | None:
        """What the file of this key is, if it was taken in before."""
        fields = self._fields(key, ".taken")
        return None if fields is None else _taken(fields)

    def prune(self, largest: int = LARGEST) -> None:
        """Remove the parts not used for longest, until the rest is small enough."""
        files = sorted(self._files(), reverse=True)
        size = 0
        for _, path, length in files:
            size += length
            if size > largest:
                path.unlink(missing_ok=True)

    def _files(self) -> Iterator[tuple[float, Path, int]]:
        for path in self._folder.glob("*/*"):
            found = path.stat()
            yield found.st_mtime, path, found.st_size

    def _fields(self, key: str, suffix: str) -> dict[str, Any] | None:
        """What a file says; None if it is not there or was damaged. It counts as used now."""
        path = self._path(key, suffix)
        try:
            fields = json.loads(path.read_bytes())
            os.utime(path)
        except (OSError, ValueError):
            return None
        return fields if isinstance(fields, dict) else None

    def _path(self, key: str, suffix: str) -> Path:
        return self._folder / key[:2] / f"{key}{suffix}"


def _unpacked(path: Path) -> list[bytes]:
    return zstandard.decompress(path.read_bytes()).splitlines(keepends=True)


def _written(item: Part | Taken) -> bytes:
    return json.dumps(to_builtins(item), ensure_ascii=False, sort_keys=True).encode()


def _part(fields: dict[str, Any]) -> Part:
    return Part(
        key=fields["key"],
        document=fields["document"],
        text=fields["text"],
        statements=fields["statements"],
        digest=fields["digest"],
        packed=fields["packed"],
        asked=tuple((identifier, answer) for identifier, answer in fields["asked"]),
        suspects=tuple(Suspect(**each) for each in fields["suspects"]),
        withheld=tuple(Withheld(**each) for each in fields["withheld"]),
        met=tuple(_met(each) for each in fields["met"]),
        withdrawn=tuple(_withdrawal(**each) for each in fields["withdrawn"]),
        fresh=False,
    )


def _met(fields: dict[str, Any]) -> Met:
    return Met(
        fields["outcome"], _refs(fields["announcements"]), _refs(fields["commitments"]), _refs(fields["studies"])
    )


def _withdrawal(names: Iterable[str], things: Iterable[str], **words: str) -> Withdrawal:
    return Withdrawal(names=tuple(names), things=tuple(things), **words)


def _refs(fields: Iterable[dict[str, Any]]) -> tuple[Ref, ...]:
    return tuple(Ref(**each) for each in fields)


def _taken(fields: dict[str, Any]) -> Taken:
    return Taken(
        given=Given(**fields["given"]),
        format=fields["format"],
        document=fields["document"],
        text=fields["text"],
        day=fields["day"],
        records=tuple(RecordKey(**each) for each in fields["records"]),
        unknown=tuple((name, count) for name, count in fields["unknown"]),
        remarks=tuple(fields["remarks"]),
        loans=tuple(_loan(each) for each in fields["loans"]),
    )


def _loan(fields: dict[str, Any]) -> Loan:
    return Loan(**{**fields, "leads": tuple(fields["leads"])})
