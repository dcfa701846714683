"""The whole story on one page: register and files in, a release out.

    files ─► taken in ─► chosen ─► read closely ─► parts ─┐
    register, ontology ─► part ───────────────────────────┴─► release

A file that is refused does not stop the rest. A build is stateless: what is named goes in, and with `add` also what
the current release was made of. Each file becomes a part, held against the shapes where it is made; a release is its
parts, merged. Parts are kept, so that a file that was read before is not read again.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from msgspec import Struct

from ctgraph.errors import InputError
from ctgraph.model.withdrawals import Withdrawal
from ctgraph.pipeline.crew import Crew
from ctgraph.pipeline.parts import Part, Parts, Suspect
from ctgraph.pipeline.shipped import shipped
from ctgraph.pipeline.stating import Refusal
from ctgraph.pipeline.steps import Step
from ctgraph.pipeline.stock import Folders, Stock
from ctgraph.pipeline.taking import Choice, Given, Taken, choose
from ctgraph.pipeline.withdrawing import merged
from ctgraph.settings import Settings
from ctgraph.sources.files import collect
from ctgraph.store.composing import Composition
from ctgraph.store.manifest import Input, Refused, Withheld
from ctgraph.store.releases import Release, current
from ctgraph.store.writing import Contents, ReleaseWriter
from ctgraph.version import VERSION


class Report(Struct, frozen=True):
    """What a build did.

    `formats` counts the files taken in by format, `unknown` the elements and fields that no reader knows, by format
    and name. `aside` are files that stand aside for a better form of the same paper, each with the reason.
    """

    release: Release
    documents: tuple[str, ...]
    statements: int
    suspects: tuple[Suspect, ...]
    refused: tuple[InputError, ...]
    withheld: tuple[Withheld, ...]
    seconds: float
    formats: Mapping[str, int]
    unknown: Mapping[str, int]
    remarks: tuple[tuple[str, str], ...]
    aside: tuple[tuple[str, str], ...]
    reused: int


class _Inputs(Struct, frozen=True):
    """All files that were taken in, what was chosen of them, and what was refused."""

    taken: tuple[Taken, ...]
    choice: Choice
    refused: tuple[InputError, ...]


def build(
    settings: Settings, folders: Folders, paths: Sequence[Path], add: bool, step: Step, processes: int | None = None
) -> Report:
    """Build a release and make it current. Raises RegisterError or ReleaseError if none can be made."""
    started = time.monotonic()
    kept = _kept(settings) if add else ()
    found = list(collect(paths))
    files = [each for each in found if isinstance(each, Path)]
    stock = Stock(folders)
    with Crew(settings, stock, processes) as crew:
        inputs = _take(crew, files, kept, step)
        parts = _state(crew, inputs.choice, step)
    base = shipped(stock, Parts(settings), [met for part in parts for met in part.met])
    refused = _in_order(found, inputs.refused)
    step("writing", 0, 1)
    withdrawn = merged(base[0].withdrawn, chain.from_iterable(part.withdrawn for part in parts))
    release = _write(settings, [*base, *parts], inputs.choice, refused, withdrawn, started)
    Parts(settings).prune()
    return _report(release, inputs, [*base, *parts], refused, started)


def _in_order(found: Sequence[Path | InputError], refused: Iterable[InputError]) -> tuple[InputError, ...]:
    """All that was refused, in the order in which it was named."""
    missing = [each for each in found if isinstance(each, InputError)]
    order = {each.path if isinstance(each, InputError) else str(each): place for place, each in enumerate(found)}
    return tuple(sorted((*missing, *refused), key=lambda error: order.get(error.path, len(order))))


def _kept(settings: Settings) -> tuple[Given, ...]:
    """The inputs of the current release."""
    return tuple(
        Given(entry.path, entry.digest, entry.given_id, entry.given_date) for entry in current(settings).manifest.inputs
    )


def _take(crew: Crew, files: Sequence[Path], kept: Sequence[Given], step: Step) -> _Inputs:
    """Take in what is named, then what is kept and not named again; two texts of one paper do not mix."""
    total = len(files) + len(kept)
    found: list[Taken | Refusal] = []
    for item in crew.take(files):
        found.append(item)
        step("taking in", len(found), total)
    named = [item for item in found if isinstance(item, Taken)]
    papers = {item.document for item in named if item.document}
    earlier = [item for item in crew.take(kept) if isinstance(item, Taken) and item.document not in papers]
    choice = choose([*named, *earlier])
    refusals = [item.error() for item in found if isinstance(item, Refusal)]
    return _Inputs((*named, *earlier), choice, (*refusals, *choice.refused))


def _state(crew: Crew, choice: Choice, step: Step) -> list[Part]:
    parts: list[Part] = []
    for part in crew.state(choice.chosen, frozenset(choice.documents)):
        parts.append(part)
        step("reading", len(parts), len(choice.chosen))
    return parts


def _write(
    settings: Settings,
    parts: Sequence[Part],
    choice: Choice,
    refused: Iterable[InputError],
    withdrawn: tuple[Withdrawal, ...],
    started: float,
) -> Release:
    kept = Parts(settings)
    contents = Contents(
        quads=(),
        software_version=VERSION,
        texts=(kept.text(part) for part in parts if part.document),
        documents=sum(bool(part.document) for part in parts),
        inputs=tuple(_input(item.taken) for item in choice.chosen),
        refused=tuple(Refused(error.path, error.reason) for error in refused),
        withheld=tuple(each for part in parts for each in part.withheld),
        run={"ended": datetime.now(UTC).isoformat(timespec="seconds"), "seconds": time.monotonic() - started},
        parts=map(kept.statements, parts),
        composition=Composition({part.digest: part.statements for part in parts}, kept.lines),
        withdrawn=withdrawn,
    )
    with ReleaseWriter(settings) as writer:
        return writer.write(contents)


def _input(item: Taken) -> Input:
    given = item.given
    return Input(given.path, given.digest, item.document, item.text, item.day, item.format, given.id, given.date)


def _report(
    release: Release, inputs: _Inputs, parts: Sequence[Part], refused: Iterable[InputError], started: float
) -> Report:
    return Report(
        release=release,
        documents=inputs.choice.documents,
        statements=sum(release.manifest.statements.values()),
        suspects=tuple(chain.from_iterable(part.suspects for part in parts)),
        refused=tuple(refused),
        withheld=release.manifest.withheld,
        seconds=time.monotonic() - started,
        formats=dict(sorted(Counter(item.format for item in inputs.taken).items())),
        unknown=_unknown(inputs.taken),
        remarks=tuple((item.given.path, remark) for item in inputs.taken for remark in item.remarks),
        aside=inputs.choice.aside,
        reused=sum(not part.fresh for part in parts),
    )


def _unknown(items: Iterable[Taken]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for item in items:
        for name, count in item.unknown:
            counts[f"{item.format} {name}"] += count
    return dict(sorted(counts.items()))
