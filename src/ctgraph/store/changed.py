"""Which things two releases tell differently, read from their sorted statements side by side in bounded memory.

What is said decides, not where: a statement that another source repeats is no change, and neither is another passage
or rule behind the same statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final, Literal

from msgspec import Struct

from ctgraph.namespaces import DEF, ID, PROV
from ctgraph.store.releases import Release

Status = Literal["new", "changed", "removed"]

_HOW_KNOWN: Final = tuple(
    f"<{name}>".encode()
    for name in (
        *(DEF + name for name in ("extractedBy", "supportedBy", "citingPassage", "rule", "confidence")),
        PROV + "wasDerivedFrom",
    )
)
# A thing of ours as the object of a line of N-Triples: `<p> <https://w3id.org/ctgraph/id/motion/kst-1-2>` at its end.
# Not the same words inside a literal, which ends in a quote, a language or a datatype.
_OBJECT: Final = re.compile(rb"> <(" + re.escape(ID).encode() + rb"(?:motion|document|dossier)/[^>]+)>$")


class ChangedThing(Struct, frozen=True):
    """A thing with how many statements about it came and went.

    `about` holds the IRIs of the motions, papers and dossiers that its statements name, in either release.
    """

    iri: str
    status: Status
    added: int
    removed: int
    about: frozenset[str]


class Place(Struct, frozen=True):
    """Where a thing begins in the files of two releases, in bytes; a walk can begin there again."""

    old: int = 0
    new: int = 0


class Version(Struct, frozen=True):
    """What a release says of a thing that the one before told otherwise, as N-Triples without full stops, sorted.

    `place` is where it stands. Of a thing that is gone nothing is said.
    """

    iri: str
    status: Status
    said: tuple[bytes, ...]
    place: Place


class _Thing(Struct, frozen=True):
    name: bytes
    said: frozenset[bytes]
    at: int


class _Change(Struct, frozen=True):
    """A thing as two releases have it; nothing is said of it in one that does not hold it."""

    name: bytes
    was: frozenset[bytes]
    now: frozenset[bytes]
    place: Place

    @property
    def status(self) -> Status:
        return "changed" if self.was and self.now else "new" if self.now else "removed"


def changed_things(old: Release, new: Release, kinds: Iterable[str]) -> Iterator[ChangedThing]:
    """Things of these kinds (`motion`) that are new, changed or gone, in the order of their IRIs' bytes."""
    return (_changed(change) for change in _changes(old, new, kinds, Place()))


def versions(old: Release | None, new: Release, kinds: Iterable[str], begin: Place) -> Iterator[Version]:
    """What the new release says of each thing that changed, from the place of an earlier walk on; with no old release
    everything is new.
    """
    for each in _changes(old, new, kinds, begin):
        yield Version(each.name[1:-1].decode(), each.status, tuple(sorted(each.now)), each.place)


def _changes(old: Release | None, new: Release, kinds: Iterable[str], begin: Place) -> Iterator[_Change]:
    starts = tuple(f"<{ID}{kind}/".encode() for kind in kinds)
    before = _things(old.quads, starts, begin.old) if old is not None else iter(())
    after = _things(new.quads, starts, begin.new)
    left, right = next(before, None), next(after, None)
    ends = Place(old.quads.stat().st_size if old is not None else 0, new.quads.stat().st_size)
    while left is not None or right is not None:
        place = Place(left.at if left is not None else ends.old, right.at if right is not None else ends.new)
        name = min(each.name for each in (left, right) if each is not None)
        was = left.said if left is not None and left.name == name else frozenset[bytes]()
        now = right.said if right is not None and right.name == name else frozenset[bytes]()
        if was != now:
            yield _Change(name, was, now, place)
        left = next(before, None) if left is not None and left.name == name else left
        right = next(after, None) if right is not None and right.name == name else right


def _things(quads: Path, starts: tuple[bytes, ...], begin: int) -> Iterator[_Thing]:
    """Each thing with what is said of it; its lines stand together, since they are sorted."""
    for name, lines in groupby(_placed(quads, starts, begin), key=lambda each: each[1][: each[1].index(b" ")]):
        placed = list(lines)
        said = {line[: line.rindex(b" <")] for _, line in placed}
        told = frozenset(each for each in said if each.split(b" ", 2)[1] not in _HOW_KNOWN)
        yield _Thing(name, told, placed[0][0])


def _placed(quads: Path, starts: tuple[bytes, ...], begin: int) -> Iterator[tuple[int, bytes]]:
    """The lines that begin so, each with the place where it begins."""
    position = begin
    with quads.open("rb") as file:
        file.seek(begin)
        for line in file:
            if line.startswith(starts):
                yield position, line
            position += len(line)


def _changed(change: _Change) -> ChangedThing:
    found = (_OBJECT.search(line) for line in change.was | change.now)
    about = frozenset(each[1].decode() for each in found if each is not None)
    counts = len(change.now - change.was), len(change.was - change.now)
    return ChangedThing(change.name[1:-1].decode(), change.status, *counts, about)
