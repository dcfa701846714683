"""First pass over the inputs: what each file is, before anything in it is read closely.

Whether a reference leads to a paper that the graph holds can only be said when all papers are known, so every file is
taken in once to learn its ids, and read closely in a second pass. Nothing of a file is held in between but these lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from ctgraph.errors import InputError
from ctgraph.model.intake import Intake
from ctgraph.model.loans import Loan
from ctgraph.model.official import Sourced
from ctgraph.model.source import SourceFile
from ctgraph.pipeline.lending import Ledger
from ctgraph.readers import rank


class Given(Struct, frozen=True):
    """A file as a person or a sidecar named it; `digest` is that of its bytes, which `Inputs` keeps."""

    path: str
    digest: str
    id: str = ""
    date: str = ""

    def source(self, data: bytes) -> SourceFile:
        """The file with its bytes."""
        return SourceFile(self.path, data, self.id, date.fromisoformat(self.date) if self.date else None)


class RecordKey(Struct, frozen=True, order=True):
    """A record by its graph. Of its versions the one changed last counts, else the one with more fields."""

    reader: str
    id: str
    changed: str
    fields: int
    digest: str


class Taken(Struct, frozen=True):
    """What one file is. `document` is the id of the paper whose text it holds, empty for records only."""

    given: Given
    format: str
    document: str = ""
    text: str = ""
    day: str = ""
    records: tuple[RecordKey, ...] = ()
    unknown: tuple[tuple[str, int], ...] = ()
    remarks: tuple[str, ...] = ()
    loans: tuple[Loan, ...] = ()


class Chosen(Struct, frozen=True):
    """What of one file goes in: the text or not, and which of its records, read with what other files lend."""

    taken: Taken
    text: bool
    records: tuple[RecordKey, ...]
    lent: tuple[Loan, ...] = ()


class Choice(Struct, frozen=True):
    """All that goes in, in the order of the ids; what stands aside for a better form of it; what is refused."""

    chosen: tuple[Chosen, ...]
    aside: tuple[tuple[str, str], ...]
    refused: tuple[InputError, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the papers whose text goes in."""
        return tuple(sorted(item.taken.document for item in self.chosen if item.text))


def taken(given: Given, intake: Intake) -> Taken:
    """What a reader made of a file, without its content."""
    document = intake.document
    return Taken(
        given=given,
        format=intake.format,
        document=document.id if document else "",
        text=document.digest if document else "",
        day=document.date.isoformat() if document and document.date else "",
        records=tuple(key_of(each) for each in intake.records),
        unknown=intake.unknown,
        remarks=intake.remarks,
        loans=intake.loans,
    )


def key_of(record: Sourced) -> RecordKey:
    """The record by its graph and version."""
    source = record.source
    return RecordKey(source.reader, source.id, source.changed, record.fields, source.digest)


def choose(found: Iterable[Taken]) -> Choice:
    """Decide which file gives which paper and which record.

    A paper that several formats hold is read from the best of them. The same text twice is once; another text in the
    same format is refused, because nothing says which is right. Of a record, the version last changed counts.
    """
    items = sorted(found, key=lambda item: (item.document, item.given.path, item.given.digest))
    papers, aside, refused = _papers(items)
    records = _records(items)
    ledger = Ledger(loan for item in items for loan in item.loans)
    chosen = []
    for item in items:
        text = papers.get(item.document) is item if item.document else False
        own = tuple(key for key in item.records if records[key.reader, key.id] == (key, item.given.digest))
        if text or own or item.loans:  # what only lends is kept too: a later build that adds to this one needs it
            chosen.append(Chosen(item, text, own, ledger.lent(item.loans)))
    return Choice(tuple(chosen), tuple(aside), tuple(refused))


def _papers(items: Iterable[Taken]) -> tuple[dict[str, Taken], list[tuple[str, str]], list[InputError]]:
    papers: dict[str, Taken] = {}
    aside: list[tuple[str, str]] = []
    refused: list[InputError] = []
    for item in items:
        other = papers.setdefault(item.document, item) if item.document else item
        if other is item or other.text == item.text:
            continue
        if other.format == item.format:
            refused.append(_clash(item, other))
            continue
        better, worse = sorted((item, other), key=lambda each: (rank(each.format), each.given.path))
        papers[item.document] = better
        aside.append((worse.given.path, f"{worse.document} is read from {better.given.path} ({better.format})"))
    return papers, aside, refused


def _clash(item: Taken, other: Taken) -> InputError:
    reason = f"it is {item.document}, which {other.given.path} holds with another text"
    return InputError(item.given.path, reason, "Name one of the two")


def _records(items: Iterable[Taken]) -> dict[tuple[str, str], tuple[RecordKey, str]]:
    """For each record the version that counts, and the digest of the file that gives it."""
    best: dict[tuple[str, str], tuple[RecordKey, str]] = {}
    for item in items:
        for key in item.records:
            mine = (key, item.given.digest)
            best[key.reader, key.id] = max(best.get((key.reader, key.id), mine), mine)
    return best
