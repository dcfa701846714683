"""Checksums of the files of a release, so that what a disk has damaged is found before it is served or built upon.

They stand in `SHA256SUMS`, as `sha256sum` writes and checks them. RocksDB sums up its blocks too, but finds damage only
when a question reads one; the other files have nothing of the kind.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ctgraph.errors import ReleaseError
from ctgraph.store.releases import MEND, Release

FILE: Final = "SHA256SUMS"
_OPENED: Final = ("store/LOG", "store/LOCK")
"""What RocksDB may touch when a store is only read begins so."""


def write(folder: Path) -> bytes:
    """The checksums of all files in the folder of a release, as the file holds them."""
    return "".join(f"{_digest(folder / name)}  {name}\n" for name in _names(folder)).encode()


def check(release: Release) -> None:
    """Raise ReleaseError if a file is gone or not as it was written; a release of an earlier version tells nothing."""
    reason = damage(release.path)
    if reason:
        raise ReleaseError(str(release.path), reason, MEND)


def check_store(store: Path) -> None:
    """Raise ReleaseError if a file that tells RocksDB what the store is made of is damaged.

    It may take such a store for an empty one. These files are small; the large ones have checksums of its own.
    """
    reason = damage(store.parent, f"{store.name}/", ".sst")
    if reason:
        raise ReleaseError(str(store.parent), reason, MEND)


def damage(folder: Path, within: str = "", but: str = "/") -> str:
    """What is wrong with the files of a release; empty for nothing.

    Only those are read whose name begins with `within`, and does not end in `but`.
    """
    try:
        told = (folder / FILE).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        return f"{FILE} cannot be read ({error})"
    for line in told:
        digest, _, name = line.partition("  ")
        try:
            if name.startswith(within) and not name.endswith(but) and _digest(folder / name) != digest:
                return f"{name} is damaged"
        except (OSError, ValueError) as error:
            return f"{name[:200]!r} cannot be read ({error})"
    return ""


def _names(folder: Path) -> Iterator[str]:
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return (name for name in found if name != FILE and not name.startswith(_OPENED))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
