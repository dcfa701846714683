"""RDF in a file, the same to the byte on every run, and what a file weighs."""

from __future__ import annotations

import gzip
import hashlib
import io
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import IO, BinaryIO, Final, cast

import zstandard
from msgspec import Struct
from pyoxigraph import Quad, RdfFormat, Triple, serialize

from ctgraph.namespaces import PREFIXES

_LEVEL: Final = 6
"""Of gzip; 9 takes three times as long for 3 % less."""


_ZSTD_LEVEL: Final = 10
"""Of zstd: on the specimens as fast as gzip at 6, and a third smaller."""


class Dump(Struct, frozen=True):
    """A file that was written: its bytes and SHA-256."""

    path: Path
    size: int
    checksum: str


class _SortedPrefixes(io.RawIOBase):
    """Passes Turtle or TriG on, with its prefixes sorted: pyoxigraph writes them first, in another order each run."""

    def __init__(self, out: BinaryIO, prefixes: int) -> None:
        self._out = out
        self._prefixes = prefixes
        self._head: bytes | None = b""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        block = bytes(cast(bytes, data))
        if self._head is None:
            self._out.write(block)
        else:
            self._head += block
            self._pass_head()
        return len(block)

    def close(self) -> None:
        """Pass on what is held back, if there were fewer lines than prefixes."""
        if self._head:
            self._out.write(self._head)
            self._head = None
        super().close()

    def _pass_head(self) -> None:
        assert self._head is not None
        if self._head.count(b"\n") >= self._prefixes:
            lines = self._head.split(b"\n", self._prefixes)
            self._out.write(b"\n".join([*sorted(lines[:-1]), lines[-1]]))
            self._head = None


def write_rdf(statements: Iterable[Quad] | Iterable[Triple], form: RdfFormat, path: Path) -> None:
    """Write statements as they come; Turtle and TriG with the prefixes of the house, JSON-LD with whole IRIs."""
    with path.open("wb") as file:
        if form in (RdfFormat.TURTLE, RdfFormat.TRIG):
            with _SortedPrefixes(file, len(PREFIXES)) as out:
                serialize(statements, cast(IO[bytes], out), form, prefixes=dict(PREFIXES))
        else:
            serialize(statements, file, form)


def compress(path: Path) -> tuple[Path, Path]:
    """The same with gzip and with zstd, beside it; neither name nor time is in them, so that equal files stay equal."""
    zipped, packed = path.with_name(f"{path.name}.gz"), path.with_name(f"{path.name}.zst")
    with path.open("rb") as plain, zipped.open("wb") as file, gzip.GzipFile("", "wb", _LEVEL, file, mtime=0) as out:
        shutil.copyfileobj(plain, out, 1 << 20)
    with path.open("rb") as plain, packed.open("wb") as file:
        zstandard.ZstdCompressor(_ZSTD_LEVEL).copy_stream(plain, file, size=path.stat().st_size)
    return zipped, packed


def weigh(path: Path) -> Dump:
    """Size and checksum of a file."""
    with path.open("rb") as file:
        checksum = hashlib.file_digest(file, "sha256").hexdigest()
    return Dump(path, path.stat().st_size, checksum)
