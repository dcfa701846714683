"""What the readers of records share: where a record comes from, and the count of what was passed over."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from ctgraph.model.intake import Intake
from ctgraph.model.loans import Loan
from ctgraph.model.official import DossierRecord, PaperRecord, Record, RecordSource, Sourced
from ctgraph.readers import sittings
from ctgraph.readers.publication import Properties, is_ours, paper_record, spelt


class Findings:
    """What a file turns out to hold: records, names that no reader knows, and what was passed over and why."""

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self.sourced: list[Sourced] = []
        self.unknown: Counter[str] = Counter()
        self._passed: Counter[str] = Counter()
        self._remarks: list[str] = []
        self.loans: tuple[Loan, ...] = ()

    def passed(self, reason: str) -> None:
        """Count something passed over; the reason says what it was, in the singular."""
        self._passed[reason] += 1

    def remark(self, words: str) -> None:
        """Note what a person should know."""
        self._remarks.append(words)

    def intake(self) -> Intake:
        """The whole, in one object; what was passed over is a remark, the most frequent first."""
        counts = sorted(self._passed.items(), key=lambda item: (-item[1], item[0]))
        if not (self.sourced or counts or self._remarks):
            self.remark("nothing in it is a record that is read")
        remarks = (*self._remarks, *(f"{count} passed over: {reason}" for reason, count in counts))
        unknown = tuple(sorted(self.unknown.items()))
        return Intake(self._reader, None, tuple(self.sourced), unknown, remarks, self.loans)


def add_publication(
    found: Findings, reader: str, said: Properties, data: bytes, address: str, changed: str = ""
) -> None:
    """Add the record of one publication, with those of its dossiers; `data` is what was read of it."""
    if not said.id:
        found.passed("a record without an identifier")
        return
    if not is_ours(said.id):
        found.passed(f"a publication that is none of state or parliament ({said.id.partition('-')[0]})")
        return
    found.unknown.update(said.unknown())
    paper = paper_record(said)
    if paper.met:
        found.loans += sittings.lend(paper.id, date.fromisoformat(paper.met))
    source = RecordSource(reader, spelt(said.id), hashlib.sha256(data).hexdigest(), address, changed)
    dossiers = (DossierRecord(place.dossier, place.title) for place in paper.placements if place.title)
    found.sourced.append(Sourced(source, _records(paper, dossiers), paper.id, len(said)))


def _records(paper: PaperRecord, dossiers: Iterable[DossierRecord]) -> tuple[Record, ...]:
    records: Sequence[Record] = (paper, *dossiers)
    return tuple(records)
