"""Bytes that went into a release, kept by digest, so that a later build can take them again (`build --add`).

A file of its own for each: `inputs/{first two hex digits}/{SHA-256}`. What a name says never reaches the path.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from ctgraph.errors import ReleaseError
from ctgraph.settings import Settings


class Inputs:
    """The inputs under a data folder."""

    def __init__(self, settings: Settings) -> None:
        self._folder = settings.data / "inputs"

    def keep(self, data: bytes) -> str:
        """Keep the bytes and return their digest; what is kept already stays as it is."""
        digest = hashlib.sha256(data).hexdigest()
        path = self._path(digest)
        if not path.is_file():
            write_whole(path, data)
        return digest

    def bytes(self, digest: str) -> bytes:
        """The bytes of a digest; raises ReleaseError if they are gone or not what they were."""
        path = self._path(digest)
        advice = "Build again and name all files"
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ReleaseError(str(path), f"the input is gone ({error.strerror})", advice) from error
        if hashlib.sha256(data).hexdigest() != digest:
            raise ReleaseError(str(path), "the input is damaged", advice)
        return data

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that has its name only when it is whole; raises OSError. Two writers of the same do no harm."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
