"""Fill the RocksDB store of a release: its named graphs, and in the default graph their union, each triple once.

From nothing by bulk load: quads and union beside each other, because a bulk load works on one processor and they have
indexes of their own; in slices, because it holds what it loads in memory. The files of one slice are sorted. Those of
many overlap, and questions would look in all of them, so they are made one at the end (`slices`). Where little has
changed since another release, from a copy of its store (hard links, so that it costs next to nothing) and the
difference. Both ways end with the same statements, and the writer of releases counts them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from pyoxigraph import Quad, RdfFormat, Store, parse

from ctgraph.store.editing import Difference
from ctgraph.store.gathering import lines_of
from ctgraph.store.merging import Block, differences, triples
from ctgraph.store.slices import SLICE_BYTES, load_apart, load_beside

FEW: Final = 3
"""Slices whose files are left apart, for making one of them takes a sixth of the load (measured, with two: counting
classes 17.5 ms for 17.3, all about a paper 1.07 for 0.94). RocksDB itself makes one of four."""

CHANGED: Final = 0.2
"""Up to this part of the statements, a copy and the difference are faster than a load from nothing (measured: at 1 %
of 67,000 statements 0.15 s for 1.4 s)."""

MOST: Final = 500_000
"""Statements that a difference holds at most, for the memory that it takes: 0.3 GB."""

_BATCH: Final = 50_000
"""Statements that go into a store in one transaction, which holds them in memory."""


def fill(store: Path, statements: Path) -> None:
    """Load a sorted file of statements into a new store; raises OSError when the disk is full."""
    large = statements.stat().st_size > FEW * SLICE_BYTES
    if large:
        load_apart(store, statements)
    filled = Store(str(store))
    if large:
        filled.optimize()
    else:
        load_beside(filled, statements, SLICE_BYTES)
        filled.flush()
    del filled  # closes it, so that whoever counts opens what is on disk


def fill_from(store: Path, neighbour: Path, difference: Difference) -> None:
    """Copy the store of another release and apply what differs."""
    Store.read_only(str(neighbour)).backup(str(store))
    copied = Store(str(store))
    for lines in (difference.gone, difference.triples_gone):
        for quad in _parsed(lines):
            copied.remove(quad)
    for lines in (difference.come, difference.triples_come):
        _extend(copied, _parsed(lines))
    copied.flush()


def difference_of(old: Path, new: Path, most: int) -> Difference | None:
    """What differs between the sorted files of two releases; None for more than `most` quads."""
    quads = list(_limited(differences(lines_of(old), lines_of(new)), most))
    if len(quads) > most:
        return None
    union = list(differences(triples(lines_of(old)), triples(lines_of(new))))
    return Difference(*_apart(quads), *_apart(union))


def _apart(changed: Iterable[tuple[bool, bytes]]) -> tuple[Block, Block]:
    """What is gone, and what is new."""
    found = list(changed)
    return [line for is_new, line in found if not is_new], [line for is_new, line in found if is_new]


def _extend(store: Store, quads: Iterator[Quad]) -> None:
    while batch := list(islice(quads, _BATCH)):
        store.extend(batch)


def _parsed(lines: Block) -> Iterator[Quad]:
    return parse(b"".join(lines), format=RdfFormat.N_QUADS, lenient=True)


def _limited(changed: Iterable[tuple[bool, bytes]], most: int) -> Iterator[tuple[bool, bytes]]:
    """The first `most` + 1: enough to know that there are too many."""
    for count, item in enumerate(changed):
        yield item
        if count >= most:
            return
