"""The statements of a release, streamed from its canonical file.

That file is sorted by code points, so a triple that several graphs hold stands in lines next to each other, and their
union needs no set. The order by graph keeps where each line begins: 8 bytes a statement.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import groupby, islice
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Final

from pyoxigraph import Quad, RdfFormat, Triple, parse

_BLOCK: Final = 4_096
"""Statements that are parsed together."""


def union(path: Path) -> Iterator[Triple]:
    """The triples of all graphs, each once, in the order of the file."""
    return (triple for triple, _ in groupby(quad.triple for quad in _parsed(path)))


def by_graph(path: Path) -> Iterator[Quad]:
    """The statements graph by graph, in the order of code points."""
    starts = _starts(path)
    if not starts:
        return  # an empty file cannot be mapped
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as lines:
        for graph in sorted(starts):
            offsets = iter(starts[graph])
            while block := b"".join([_line(lines, start) for start in islice(offsets, _BLOCK)]):
                yield from parse(block, RdfFormat.N_QUADS, lenient=True)


def _parsed(path: Path) -> Iterator[Quad]:
    """The statements of the file; lenient, since we wrote it, and checking each IRI again costs twice the time."""
    return parse(path=path, format=RdfFormat.N_QUADS, lenient=True)


def _starts(path: Path) -> dict[bytes, array[int]]:
    """For each graph where its lines begin."""
    found: dict[bytes, array[int]] = {}
    position = 0
    with path.open("rb") as file:
        for line in file:
            found.setdefault(line.rsplit(b" ", 2)[1], array("Q")).append(position)
            position += len(line)
    return found


def _line(lines: mmap, start: int) -> bytes:
    return lines[start : lines.find(b"\n", start) + 1]
