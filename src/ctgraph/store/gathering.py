"""All statements of a release in one sorted file, counted while it is written; the digest of the file is its id."""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from operator import ne
from pathlib import Path

from msgspec import Struct, field

from ctgraph.store.merging import Block, blocks, merge, stretches


class Gathered(Struct, frozen=True):
    """The statements of a release in one file, counted by graph; `triples` counts each triple once."""

    file: Path
    digest: str
    triples: int
    statements: Mapping[str, int] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many statements there are."""
        return sum(self.statements.values())


def gather(parts: Iterable[Block], file: Path) -> Gathered:
    """Write the lines of all parts into a new file, sorted and each once. Raises OSError."""
    digest, tally = hashlib.sha256(), _Tally()
    scratch = file.with_name("scratch")
    scratch.mkdir()
    with open(file, "xb") as target:
        for block in merge(parts, scratch):
            data = b"".join(block)
            target.write(data)
            digest.update(data)
            tally.add(block)
    shutil.rmtree(scratch)
    return Gathered(file, digest.hexdigest(), tally.triples, tally.statements())


def lines_of(file: Path) -> Iterator[Block]:
    """The lines of a file of statements, by the block."""
    with open(file, "rb") as source:
        yield from blocks(source)


def bytes_of(file: Path) -> Iterator[bytes]:
    """The same, each block as one: for who looks at no line."""
    with open(file, "rb") as source:
        yield from stretches(source)


class _Tally:
    """Counts sorted quads by graph, and the triples in them."""

    def __init__(self) -> None:
        self.triples = 0
        self._graphs: Counter[bytes] = Counter()
        self._last = b""

    def add(self, block: Block) -> None:
        """Count a block, which follows on the one before."""
        heads: Block = []
        graphs: Block = []
        for line in block:
            head, _, graph = line.rpartition(b" <")
            heads.append(head)
            graphs.append(graph)
        self._graphs.update(graphs)
        self.triples += sum(map(ne, heads, chain((self._last,), heads)))
        self._last = heads[-1]

    def statements(self) -> dict[str, int]:
        """How many statements each graph has, by its IRI."""
        return {graph[: -len(b"> .\n")].decode(): count for graph, count in sorted(self._graphs.items())}
