"""Many parts of canonical N-Quads as one: every line once, in the order of its bytes, with bounded memory.

Lines go by the block, a list of some thousands, because what Python does with a whole list (sort, compare, join) costs
a tenth of what it does line by line. What fits in memory is sorted there; more than that goes through sorted files in a
scratch folder, which are woven into one while they are read. The order of UTF-8 bytes is that of code points.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain, compress, islice
from operator import eq, ne
from pathlib import Path
from typing import IO, Final

RUN_BYTES: Final = 64 * 1024**2
"""Bytes of lines that are sorted in memory at a time; Python needs about twice as much to hold them."""

BLOCK_BYTES: Final = 2 * 1024**2
"""Bytes of lines that are read from a file at a time."""

Lines = Iterable[bytes]
"""Statements as N-Quads, each with its line end."""

Block = list[bytes]
"""Some lines; where blocks follow each other in order, all lines of one come before those of the next."""


def blocks(file: IO[bytes]) -> Iterator[Block]:
    """The lines of a file from where it stands, by the block."""
    while block := file.readlines(BLOCK_BYTES):
        yield block


def stretches(file: IO[bytes]) -> Iterator[bytes]:
    """The same bytes in stretches of whole lines, which nobody takes apart."""
    while data := file.read(BLOCK_BYTES):
        yield data + file.readline()


def merge(parts: Iterable[Block], scratch: Path, run_bytes: int = RUN_BYTES) -> Iterator[Block]:
    """Yield every line of all parts once, sorted, by the block; a part may be in any order.

    Files in `scratch` are made as needed and left to the caller.
    """
    held: Block = []
    size = 0
    runs: list[Path] = []
    for part in parts:
        held += part
        size += sum(map(len, part))
        # Between parts, not within one: a part is a document and small beside a run.
        if size > run_bytes:
            runs.append(_spilled(held, scratch / f"run-{len(runs)}"))
            held, size = [], 0
    with ExitStack() as stack:
        files = [blocks(stack.enter_context(open(path, "rb"))) for path in runs]
        yield from _woven([*files, _pieces(_once(held))])


def triples(quads: Iterable[Block]) -> Iterator[Block]:
    """The triples of sorted quads, each once, as N-Triples: quads of one triple stand beside each other."""
    last = b""
    for block in filter(None, quads):
        heads = [line.rpartition(b" <")[0] for line in block]
        fresh = [head + b" .\n" for head in compress(heads, map(ne, heads, chain((last,), heads)))]
        last = heads[-1]
        if fresh:
            yield fresh


def differences(old: Iterable[Block], new: Iterable[Block]) -> Iterator[tuple[bool, bytes]]:
    """What two sorted runs of lines do not share: (True, line) for what is new, (False, line) for what is gone."""
    before, after = iter(old), iter(new)
    left, right = next(before, []), next(after, [])
    while left or right:
        limit = min(block[-1] for block in (left, right) if block)
        ours, theirs = bisect_right(left, limit), bisect_right(right, limit)
        yield from _apart(left[:ours], right[:theirs])
        left = left[ours:] or next(before, [])
        right = right[theirs:] or next(after, [])


def _apart(before: Block, after: Block) -> Iterator[tuple[bool, bytes]]:
    if before == after:
        return
    was, now = set(before), set(after)
    changed = [*((line, False) for line in was - now), *((line, True) for line in now - was)]
    yield from ((is_new, line) for line, is_new in sorted(changed))


def _woven(runs: Iterable[Iterator[Block]]) -> Iterator[Block]:
    """Sorted runs as one; what is at hand of all runs up to where the first of them ends is sorted together."""
    open_runs = [(block, run) for run in runs if (block := next(run, []))]
    while open_runs:
        limit = min(block[-1] for block, _ in open_runs)
        ready: Block = []
        left = []
        for block, run in open_runs:
            cut = bisect_right(block, limit)
            ready += block[:cut]
            if rest := block[cut:] or next(run, []):
                left.append((rest, run))
        yield _once(ready) if len(open_runs) > 1 else ready
        open_runs = left


def _once(lines: Block) -> Block:
    lines.sort()
    # Hardly ever does anything stand twice, and looking for it costs a fifth of what taking it out does.
    return list(dict.fromkeys(lines)) if any(map(eq, lines, islice(lines, 1, None))) else lines


def _pieces(lines: Block, size: int = 8192) -> Iterator[Block]:
    return (lines[at : at + size] for at in range(0, len(lines), size))


def _spilled(lines: Block, path: Path) -> Path:
    with open(path, "wb") as file:
        file.writelines(_once(lines))
    return path
