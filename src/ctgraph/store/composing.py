"""What a release is composed of, so that the next one can be made of it by the parts that came and went.

Beside the statements of a release stands which parts they are of, by the digest of their lines. Where no two parts of
it say the same, what a part said goes with it; where some do, or lines of an earlier part are lost, nothing is made
here, and the release is merged of all its parts. Both ways give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from ctgraph.store.editing import Difference, edit
from ctgraph.store.gathering import Gathered
from ctgraph.store.merging import Block
from ctgraph.store.releases import Release


class Composition(Struct, frozen=True):
    """The parts of a release: how many statements each has, by the digest of its lines.

    `lines` gives the lines of a digest, sorted, those of an earlier release as well; None where they are lost.
    """

    sizes: Mapping[str, int]
    lines: Callable[[str], Block | None]

    def written(self) -> bytes:
        """As the file that stands in a release."""
        return (json.dumps(dict(sorted(self.sizes.items())), indent=1) + "\n").encode()


def composed(release: Release) -> dict[str, int] | None:
    """The parts of a release with their sizes; None where it does not say, or not in this form."""
    try:
        found = json.loads(release.parts.read_bytes())
    except (OSError, ValueError):
        return None
    good = isinstance(found, dict) and all(isinstance(size, int) for size in found.values())
    return found if good else None


def gather_from(
    neighbour: Release, composition: Composition, most: float, file: Path
) -> tuple[Gathered, Difference] | None:
    """The statements of a release as `gather` writes them, made of those of its neighbour, and what differs.

    None, and no file, where that cannot be, or where more than `most` statements come or go.
    """
    before, after = composed(neighbour), composition.sizes
    size = sum(neighbour.manifest.statements.values())
    if before is None or sum(before.values()) != size:  # two parts say the same
        return None
    less, more = before.keys() - after.keys(), after.keys() - before.keys()
    if sum(before[digest] for digest in less) + sum(after[digest] for digest in more) > most:
        return None
    gone, come = _lines(composition, less), _lines(composition, more)
    if gone is None or come is None:
        return None
    edited = edit(neighbour.quads, sorted(gone - come), sorted(come - gone), file)
    if edited is None or edited.was != neighbour.manifest.canonical_hash:
        file.unlink(missing_ok=True)
        return None
    difference = edited.difference
    statements = difference.statements(neighbour.manifest.statements.items())
    triples = neighbour.manifest.stored - size + difference.triples
    return Gathered(file, edited.now, triples, statements), difference


def _lines(composition: Composition, digests: Iterable[str]) -> set[bytes] | None:
    found: set[bytes] = set()
    for digest in digests:
        lines = composition.lines(digest)
        if lines is None:
            return None
        found.update(lines)
    return found
