"""Releases beside each other: which there are, what differs between two, and the switch back to one."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from ctgraph.errors import ReleaseError
from ctgraph.namespaces import ID
from ctgraph.settings import Settings
from ctgraph.store import sums
from ctgraph.store.gathering import lines_of
from ctgraph.store.merging import differences
from ctgraph.store.releases import Release, load
from ctgraph.store.withdrawn import held_by, withdrawn
from ctgraph.store.writing import ReleaseWriter


class Change(Struct, frozen=True):
    """What differs between two releases. `things` counts, by kind, the things with a changed statement."""

    added: int
    removed: int
    things: dict[str, int]


def releases(settings: Settings) -> Iterator[Release]:
    """Every release that can be read, the one built last first; damaged folders are passed over."""
    found = []
    for path in settings.releases.glob("*/manifest.json"):
        try:
            found.append(load(settings, path.parent.name))
        except ReleaseError:
            continue
    yield from sorted(found, key=lambda release: (str(release.manifest.run.get("ended", "")), release.id), reverse=True)


def named(settings: Settings, identifier: str) -> Release:
    """The release of an id or its first characters; ReleaseError, which tells those there are, for none or several."""
    known = [release for release in releases(settings) if identifier and release.id.startswith(identifier)]
    if len(known) == 1:
        return known[0]
    reason = "several releases begin like that" if known else "there is no such release"
    advice = f"There are: {', '.join(release.id for release in releases(settings)) or 'none'}"
    raise ReleaseError(str(settings.releases / identifier[:64]), reason, advice)


def changes(old: Release, new: Release) -> Iterator[tuple[bool, bytes]]:
    """Each statement that only one of two releases holds, as a line of N-Quads: (True, line) for what is new."""
    return differences(lines_of(old.quads), lines_of(new.quads))


def summed(changed: Iterable[tuple[bool, bytes]]) -> Change:
    """Count what differs."""
    counts: Counter[bool] = Counter()
    things: set[bytes] = set()
    for is_new, line in changed:
        counts[is_new] += 1
        things.add(line[: line.index(b" ")])
    kinds = Counter(_kind(thing.decode()[1:-1]) for thing in things)
    del kinds[""]
    return Change(counts[True], counts[False], dict(sorted(kinds.items())))


def update(changed: Iterable[tuple[bool, bytes]]) -> Iterator[bytes]:
    """The difference as a SPARQL update, a block for each statement; run on the old release it gives the new one."""
    for is_new, line in changed:
        at = line.rindex(b" <")
        verb = b"INSERT" if is_new else b"DELETE"
        yield verb + b" DATA { GRAPH" + line[at:-3] + b" { " + line[:at] + b" } } ;\n"


def roll_back(settings: Settings, release: Release) -> None:
    """Make an earlier release current; ReleaseError if it is damaged, or holds what was withdrawn since."""
    try:
        reason = _damage(release)
        held = held_by(release, withdrawn(settings))
    except OSError as error:
        raise ReleaseError(str(release.path), f"a file of it cannot be read ({error})", "Build again") from error
    if reason:
        raise ReleaseError(str(release.path), reason, "Build again")
    if held is not None:
        reason = f"it holds what was withdrawn of {held.document} (correction {held.correction})"
        raise ReleaseError(str(release.path), reason, "Build again: what is withdrawn is left out")
    with ReleaseWriter(settings) as writer:
        writer.switch(release)


def _damage(release: Release) -> str:
    """What is wrong with the files of a release that are known by a digest; empty for nothing. Raises OSError."""
    if _digest(release.quads) != release.manifest.canonical_hash:
        return "its statements are not those it was made of"
    texts = sorted({entry.text for entry in release.manifest.inputs if entry.text})
    changed = next((each for each in texts if _digest(release.text(each)) != each), None)
    return f"the text {changed} is not the one that was read" if changed else sums.damage(release.path)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _kind(iri: str) -> str:
    return iri.removeprefix(ID).split("/", 1)[0] if iri.startswith(ID) else ""
