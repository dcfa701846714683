"""Which things two releases tell differently, read from their sorted statements side by side in bounded memory.

What is said decides, not where: a statement that another source repeats is no change, and neither is another passage
or rule behind the same statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

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


@dataclass(frozen=True, slots=True)
class ChangedThing:
    """A thing with how many statements about it came and went.

    `about` holds the IRIs of the motions, papers and dossiers that its statements name, in either release.
    """

    iri: str
    status: Status
    added: int
    removed: int
    about: frozenset[str]


def changed_things(old: Release, new: Release, kinds: Iterable[str]) -> Iterator[ChangedThing]:
    """Things of these kinds (`motion`) that are new, changed or gone, in the order of their IRIs' bytes."""
    starts = tuple(f"<{ID}{kind}/".encode() for kind in kinds)
    before, after = _things(old, starts), _things(new, starts)
    left, right = next(before, None), next(after, None)
    while left is not None or right is not None:
        name = min(each[0] for each in (left, right) if each is not None)
        was = left[1] if left is not None and left[0] == name else set[bytes]()
        now = right[1] if right is not None and right[0] == name else set[bytes]()
        if was != now:
            yield _changed(name, was, now)
        left = next(before, None) if left is not None and left[0] == name else left
        right = next(after, None) if right is not None and right[0] == name else right


def _things(release: Release, starts: tuple[bytes, ...]) -> Iterator[tuple[bytes, set[bytes]]]:
    """Each thing with what is said of it; its lines stand together, since they are sorted."""
    with release.quads.open("rb") as file:
        wanted = (line for line in file if line.startswith(starts))
        for name, lines in groupby(wanted, key=_subject):
            said = {line[: line.rindex(b" <")] for line in lines}
            yield name, {each for each in said if each.split(b" ", 2)[1] not in _HOW_KNOWN}


def _subject(line: bytes) -> bytes:
    return line[: line.index(b" ")]


def _changed(name: bytes, was: set[bytes], now: set[bytes]) -> ChangedThing:
    status: Status = "changed" if was and now else "new" if now else "removed"
    found = (_OBJECT.search(line) for line in was | now)
    about = frozenset(each[1].decode() for each in found if each is not None)
    return ChangedThing(name[1:-1].decode(), status, len(now - was), len(was - now), about)
