"""Many parts of canonical N-Quads as one: every line once, in the order of its bytes, with bounded memory.

A part is a run of lines, sorted or not. What fits in memory is sorted there; more than that goes through sorted files
in a scratch folder, which are merged while they are read. The order of UTF-8 bytes is that of code points.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import Final

RUN_BYTES: Final = 96 * 1024**2
"""Bytes of lines that are sorted in memory at a time; Python needs about twice as much to hold them."""

Lines = Iterable[bytes]
"""Statements as N-Quads, each with its line end."""


def merge(parts: Iterable[Lines], scratch: Path, run_bytes: int = RUN_BYTES) -> Iterator[bytes]:
    """Yield every line of all parts once, sorted; files in `scratch` are made as needed and left to the caller."""
    held: list[bytes] = []
    size = 0
    runs: list[Path] = []
    for part in parts:
        for line in part:
            held.append(line)
            size += len(line)
        # Between parts, not within one: a part is a document and small beside a run.
        if size > run_bytes:
            runs.append(_spilled(held, scratch / f"run-{len(runs)}"))
            held, size = [], 0
    held.sort()
    if not runs:
        yield from _once(held)
        return
    yield from _merged(runs, held)


def triples(quads: Lines) -> Iterator[bytes]:
    """The triples of sorted quads, each once, as N-Triples: quads of one triple stand beside each other."""
    last = b""
    for line in quads:
        triple = line[: line.rindex(b" <")]
        if triple != last:
            yield triple + b" .\n"
            last = triple


def differences(old: Lines, new: Lines) -> Iterator[tuple[bool, bytes]]:
    """What two sorted runs of lines do not share: (True, line) for what is new, (False, line) for what is gone."""
    before, after = iter(old), iter(new)
    left, right = next(before, None), next(after, None)
    while left is not None or right is not None:
        if left == right:
            left, right = next(before, None), next(after, None)
        elif right is None or (left is not None and left < right):
            yield False, left or b""
            left = next(before, None)
        else:
            yield True, right
            right = next(after, None)


def _spilled(lines: list[bytes], path: Path) -> Path:
    lines.sort()
    with open(path, "wb") as file:
        file.writelines(lines)
    return path


def _merged(runs: Iterable[Path], held: Lines) -> Iterator[bytes]:
    with ExitStack() as stack:
        files = [stack.enter_context(open(path, "rb")) for path in runs]
        yield from _once(heapq.merge(*files, held))


def _once(lines: Lines) -> Iterator[bytes]:
    return (line for line, _ in groupby(lines))
