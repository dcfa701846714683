"""What everything that was read depends on besides the files read: the software, the register, the ontology."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from ctgraph.version import VERSION

_SOFTWARE = Path(__file__).resolve().parents[1]


def fingerprint(*folders: Path) -> str:
    """One digest of the software and of every file in the folders, by name and content."""
    digest = hashlib.sha256(f"{VERSION} {_software()}".encode())
    for folder in folders:
        digest.update(_of(sorted(path for path in folder.rglob("*") if path.is_file()), folder).encode())
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _software() -> str:
    """The code itself: a version number stays the same while somebody works on it."""
    return _of(sorted(_SOFTWARE.rglob("*.py")), _SOFTWARE)


def _of(paths: Iterable[Path], folder: Path) -> str:
    digest = hashlib.sha256()
    for path in paths:
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode())
    return digest.hexdigest()
