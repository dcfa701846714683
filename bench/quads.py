"""A release of a stated size in the shape of what our pipeline states: papers, motions, responses, passages.

    python bench/quads.py --quads 1000000 --data FOLDER [--seed 1]

A small build reads the specimens and some composed papers; their graphs are copied under new numbers until the size
is reached. In a copy the paper, its dossier, what it cites and its days have other numbers; texts and offsets stay as
they are. Register and ontology go in once. The same size and seed give the same release.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from msgspec import Struct

from corpus import papers
from ctgraph import assets
from ctgraph.pipeline.build import build
from ctgraph.pipeline.stock import Folders
from ctgraph.settings import Settings
from ctgraph.store.gathering import lines_of
from ctgraph.store.releases import Release, current
from ctgraph.store.writing import Contents, ReleaseWriter
from ctgraph.version import VERSION

SPECIMENS: Final = Path(__file__).parent.parent / "tests" / "specimens"
_COMPOSED: Final = 14
_LETTERS: Final = 0.2
_DOSSIERS: Final = 40
"""Copies are spread over so many dossiers a model."""
_DAYS: Final = 4_000
"""Copies are at most so many days older than their model."""

# The graph of a paper that has an official number: graph/kamerstuk/kst-90000-12. Not one of register or ontology.
_GRAPH = re.compile(rb"<https://w3id\.org/ctgraph/graph/[a-z]+/(kst-(\d{5})(?:-[IVX]+)?-(\d+))> \.\n$")
# A paper that is cited: kst-29754-645. Group 1 is its dossier, group 2 its number.
_CITED = re.compile(rb"\bkst-(\d{5}(?:-[IVX]+)?)-(\d+)\b")
# A day as a whole literal: "2024-03-12". Not a day inside a text, nor one of a time that many papers share: those are
# known by what they are (id/time/2022/2026), and with other days would contradict themselves.
_DAY = re.compile(rb'^<https://w3id\.org/ctgraph/id/time/(?!kst-).*|"(\d{4})-(\d\d)-(\d\d)"', re.MULTILINE)


class Model(Struct, frozen=True):
    """The statements of one paper, to be copied."""

    identifier: bytes
    dossier: bytes
    lines: bytes

    def copied(self, number: int, dice: random.Random) -> bytes:
        """The paper under another number, in another dossier, of another day, citing other papers."""
        own = b"kst-%s-%d" % (self.dossier_of(number), 1_000 + number)
        shift, age = dice.randrange(700), timedelta(days=dice.randrange(_DAYS))

        def renumbered(found: re.Match[bytes]) -> bytes:
            if found[0] == self.identifier:
                return own
            return b"kst-%s-%d" % (found[1], 1 + (int(found[2]) + shift) % 700)

        def earlier(found: re.Match[bytes]) -> bytes:
            if not found[1]:
                return found[0]
            day = date(int(found[1]), int(found[2]), int(found[3])) - age
            return b'"%s"' % day.isoformat().encode()

        lines = _DAY.sub(earlier, _CITED.sub(renumbered, self.lines))
        return re.sub(rb"\b%s\b" % self.dossier, self.dossier_of(number), lines)

    def dossier_of(self, number: int) -> bytes:
        """The dossier of a copy; another one for each model."""
        return b"%d" % (int(self.dossier) + number % _DOSSIERS)


def written(data: Path, quads: int, seed: int = 1) -> Release:
    """Write a release of about so many statements in named graphs into the folder, and make it the current one."""
    with tempfile.TemporaryDirectory() as scratch:
        small = _small_release(Path(scratch))
        models, rest = _sorted_out(small)
        made = Path(scratch) / "copies.nq"
        with made.open("wb") as file:
            file.writelines(rest)
            file.writelines(_copies(models, quads - len(rest), seed))
        texts = (path.read_text(encoding="utf-8") for path in sorted((small.path / "texts").iterdir()))
        contents = Contents((), VERSION, texts=texts, documents=len(models), parts=lines_of(made))
        with ReleaseWriter(Settings(data=data)) as writer:
            return writer.write(contents)


def _small_release(folder: Path) -> Release:
    sources = folder / "papers"
    sources.mkdir()
    for name, body in papers(_COMPOSED, None, _LETTERS):
        (sources / name).write_bytes(body)
    for name in ("letter.txt", "motion.txt"):
        (sources / name).write_bytes((SPECIMENS / name).read_bytes())
    folders = Folders(assets.folder("register"), assets.folder("ontology"))
    return build(Settings(data=folder), folders, [sources], False, _silent).release


def _silent(what: str, done: int, total: int) -> None:
    """Nobody watches."""


def _sorted_out(release: Release) -> tuple[list[Model], list[bytes]]:
    """The papers of a release, and the lines of all other graphs."""
    found: Mapping[tuple[bytes, bytes], list[bytes]] = defaultdict(list)
    rest: list[bytes] = []
    with release.quads.open("rb") as file:
        for line in file:
            graph = _GRAPH.search(line)
            (found[graph[1], graph[2]] if graph else rest).append(line)
    return [Model(*key, b"".join(lines)) for key, lines in sorted(found.items())], rest


def _copies(models: list[Model], wanted: int, seed: int) -> Iterator[bytes]:
    """Copy every model in turn until there are enough lines."""
    dice, number = random.Random(seed), 0
    while wanted > 0:
        number += 1
        for place, model in enumerate(models):
            copy = model.copied(number * len(models) + place, dice)
            wanted -= copy.count(b"\n")
            yield copy


def main() -> None:
    """Write the release and say where it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    written(given.data, given.quads, given.seed)
    release = current(Settings(data=given.data))
    print(f"{release.path}: {sum(release.manifest.statements.values())} statements in named graphs")


if __name__ == "__main__":
    main()
