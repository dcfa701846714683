"""The list of what is withdrawn, `releases/withdrawn.json`: it stands beside the releases and above all of them.

A build replaces it by what its register says, and keeps the addresses that earlier builds found for a withdrawal that
still stands. No release that holds a withdrawn statement becomes current again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

from msgspec import to_builtins
from msgspec.structs import replace

from ctgraph.errors import ReleaseError
from ctgraph.model.withdrawals import Withdrawal
from ctgraph.settings import Settings
from ctgraph.store.releases import Release
from ctgraph.text.masking import naming

_NAME: Final = "withdrawn.json"


def withdrawn(settings: Settings) -> tuple[Withdrawal, ...]:
    """All withdrawals; raises ReleaseError for a damaged list, since nothing may be served without it."""
    path = settings.releases / _NAME
    try:
        return _read(path, path.stat().st_mtime_ns)
    except FileNotFoundError:
        return ()


def keep(settings: Settings, items: Iterable[Withdrawal]) -> None:
    """Replace the list in one step; raises OSError."""
    earlier = {item.correction: item.things for item in withdrawn(settings)}
    kept = [replace(i, things=tuple(sorted({*i.things, *earlier.get(i.correction, ())}))) for i in items]
    path = settings.releases / _NAME
    unfinished = path.with_name(f"building-{os.getpid()}-{_NAME}")
    with open(unfinished, "w", encoding="utf-8") as file:
        json.dump([to_builtins(item) for item in kept], file, ensure_ascii=False, indent=1, sort_keys=True)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)


def withdrawal_of(settings: Settings, iris: Iterable[str]) -> Withdrawal | None:
    """The withdrawal of one of these things; None if none of them was withdrawn."""
    asked = set(iris)
    return next((item for item in withdrawn(settings) if not asked.isdisjoint(item.things)), None)


def held_by(release: Release, items: Iterable[Withdrawal]) -> Withdrawal | None:
    """A withdrawn statement that a release holds, in its texts or by the IRI of a thing; raises OSError."""
    known = tuple(items)
    texts = [(item, entry.text) for item in known for entry in release.manifest.inputs if entry.id == item.document]
    for item, digest in texts:
        path = release.text(digest)
        if path.is_file() and naming(item.names, broken=True).search(path.read_bytes().decode()):
            return item
    subjects = {f"<{thing}>".encode(): item for item in known for thing in item.things}
    with release.quads.open("rb") as file:
        return next((subjects[name] for line in file if (name := line[: line.index(b" ")]) in subjects), None)


@lru_cache(maxsize=8)
def _read(path: Path, changed: int) -> tuple[Withdrawal, ...]:
    """The list as of its last change, which the cache goes by."""
    try:
        return tuple(_item(**fields) for fields in json.loads(path.read_bytes()))
    except (ValueError, TypeError) as error:
        advice = "Run `ctgraph build`, which writes it anew, after removing it"
        raise ReleaseError(str(path), f"the list of what is withdrawn is damaged ({error})", advice) from error


def _item(names: list[str], things: list[str], **words: str) -> Withdrawal:
    return Withdrawal(names=tuple(names), things=tuple(things), **words)
