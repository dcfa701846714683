"""A sorted file of statements made from another by what differs: what did not change goes over as it stands.

The file is taken by the stretch. Of a stretch in which nothing changed no line is looked at, so that the price is that
of copying bytes, however many statements there are.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Final

from msgspec import Struct, field

from ctgraph.store.merging import Block

STRETCH_BYTES: Final = 64 * 1024
"""Bytes that are taken at a time: some hundred lines, of which all are sorted anew where one changes."""


class Difference(Struct, frozen=True):
    """What leads from one release to another: quads, and triples of the union of their graphs, a line each."""

    gone: Block = field(default_factory=list)
    come: Block = field(default_factory=list)
    triples_gone: Block = field(default_factory=list)
    triples_come: Block = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many quads differ."""
        return len(self.gone) + len(self.come)

    @property
    def triples(self) -> int:
        """How many triples more the union has."""
        return len(self.triples_come) - len(self.triples_gone)

    def statements(self, before: Iterable[tuple[str, int]]) -> dict[str, int]:
        """How many statements each graph has by now."""
        counts = Counter(dict(before))
        counts.update(map(_graph, self.come))
        counts.subtract(map(_graph, self.gone))
        return {graph: count for graph, count in sorted(counts.items()) if count}


class Edited(Struct, frozen=True):
    """The digests of the file that was and of the one that is, and what differs between them."""

    was: str
    now: str
    difference: Difference


def edit(old: Path, gone: Block, come: Block, new: Path) -> Edited | None:
    """Write the sorted lines of a file into a new one, without some and with others; None if some were not there.

    `gone` and `come` are sorted and share no line; what came and was there already is no difference. Raises OSError.
    """
    was, now, difference = hashlib.sha256(), hashlib.sha256(), Difference()
    with open(old, "rb") as source, open(new, "xb") as target:
        for before, less, more in _against(_stretches(source), gone, come):
            after = _applied(before, less, more, difference) if less or more else before
            if after is None:
                return None
            was.update(before)
            now.update(after)
            target.write(after)
    return Edited(was.hexdigest(), now.hexdigest(), difference)


def _stretches(file: IO[bytes]) -> Iterator[bytes]:
    """The file in stretches of whole lines; the quads of one triple are never apart."""
    while data := file.read(STRETCH_BYTES):
        data += file.readline()
        head = _head(data[data.rfind(b"\n", 0, -1) + 1 :]) + b" <"
        while line := file.readline():
            if not line.startswith(head):
                file.seek(-len(line), 1)
                break
            data += line
        yield data


def _against(stretches: Iterable[bytes], gone: Block, come: Block) -> Iterator[tuple[bytes, Block, Block]]:
    """Each stretch with the lines that go from it and come to it; at the end those that come after all."""
    less = more = 0
    for stretch in stretches:
        # No line of another triple begins so and comes later: an object ends where it ends.
        limit = _head(stretch[stretch.rfind(b"\n", 0, -1) + 1 :]) + b" <\xff"
        less_to, more_to = bisect_right(gone, limit, less), bisect_right(come, limit, more)
        yield stretch, gone[less:less_to], come[more:more_to]
        less, more = less_to, more_to
    yield b"", gone[less:], come[more:]


def _applied(before: bytes, less: Block, more: Block, difference: Difference) -> bytes | None:
    """A stretch as it becomes, and what differs put down; None if it lacks what is to go."""
    was = set(before.splitlines(keepends=True))
    if not was.issuperset(less):
        return None
    now = was.difference(less)
    fresh = [line for line in more if line not in now]
    now.update(fresh)
    heads, heads_now = set(map(_head, was)), set(map(_head, now))
    difference.gone.extend(less)
    difference.come.extend(fresh)
    difference.triples_gone.extend(head + b" .\n" for head in sorted(heads - heads_now))
    difference.triples_come.extend(head + b" .\n" for head in sorted(heads_now - heads))
    return b"".join(sorted(now))


def _head(line: bytes) -> bytes:
    """The triple of a quad; nothing of a line in a damaged file that is none."""
    return line.rpartition(b" <")[0]


def _graph(line: bytes) -> str:
    return line.rpartition(b" <")[2].removesuffix(b"> .\n").decode()
