"""From files to parts, in one process: take a file in, and read it closely and state what it says.

Every process that helps with a build has one `Stater`. What it gives back is small; statements and texts go to disk.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath

from msgspec import Struct
from msgspec.structs import replace
from pyoxigraph import Quad, RdfFormat, parse

from ctgraph.errors import InputError
from ctgraph.graph.canonical import lines, nquads
from ctgraph.graph.official import state_records
from ctgraph.graph.shapes import Violation, conforms
from ctgraph.graph.statements import state, state_lines
from ctgraph.graph.withholding import sound
from ctgraph.model.claims import Account, Citation
from ctgraph.model.document import Document
from ctgraph.model.intake import Intake
from ctgraph.model.loans import Loan
from ctgraph.model.withdrawals import Withdrawal
from ctgraph.pipeline.inputs import Inputs
from ctgraph.pipeline.outcomes import deliveries
from ctgraph.pipeline.parts import Met, Part, Parts, Suspect
from ctgraph.pipeline.stock import Stock
from ctgraph.pipeline.taking import Chosen, Given, Taken, key_of, taken
from ctgraph.pipeline.withdrawing import gone, without
from ctgraph.settings import Settings
from ctgraph.sources.files import take
from ctgraph.store.manifest import Withheld
from ctgraph.version import VERSION


class Refusal(Struct, frozen=True):
    """Why a file was not taken in; an exception does not travel well between processes."""

    path: str
    reason: str
    advice: str

    def error(self) -> InputError:
        """The refusal as the error that it was."""
        return InputError(self.path, self.reason, self.advice)


class _Stated(Struct, frozen=True):
    """What one file says, before it is held against the shapes."""

    part: Part
    lines: list[bytes]
    text: str | None


class Stater:
    """Takes files in and states what they say, by what is in stock. Raises RegisterError."""

    def __init__(self, settings: Settings, stock: Stock) -> None:
        self._stock = stock
        self._inputs, self._parts = Inputs(settings), Parts(settings)

    def recall(self, file: Path | Given) -> Taken | Refusal | Given:
        """What a file is, if it was taken in before or is refused; else itself, its bytes being kept."""
        try:
            given = self._given(file)
        except InputError as error:
            return Refusal(error.path, error.reason, error.advice)
        known = self._parts.find_taken(self._taken_key(given))
        return given if known is None else replace(known, given=given)  # under the name that it has now

    def take(self, files: Iterable[Given]) -> list[Taken | Refusal]:
        """Read what each file is, or why it is refused."""
        return [self._take(file) for file in files]

    def recall_part(self, item: Chosen, held: frozenset[str]) -> Part | None:
        """The part of a file, if it is there already, `held` being all papers of the build."""
        part = self._parts.find(self._key(item), held)
        return None if part is None else _light(part)

    def state(self, files: Sequence[Chosen], held: frozenset[str]) -> list[Part]:
        """Read files closely, and keep their parts."""
        stated = [self._stated(item, held) for item in files]
        return [_light(part) for part in self._kept(stated)]

    def _take(self, given: Given) -> Taken | Refusal:
        try:
            item = taken(given, self._intake(given, self._inputs.bytes(given.digest)))
        except InputError as error:
            return Refusal(error.path, error.reason, error.advice)
        self._parts.keep_taken(self._taken_key(given), item)
        return item

    def _given(self, file: Path | Given) -> Given:
        if isinstance(file, Given):
            self._inputs.bytes(file.digest)  # raises where they are gone
            return file
        source = take(file)
        day = source.date.isoformat() if source.date else ""
        return Given(source.path, self._inputs.keep(source.data), source.id, day)

    def _taken_key(self, given: Given) -> str:
        said = (PurePath(given.path).name, given.id, given.date)
        return _digest("taken", self._stock.fingerprint, given.digest, *said)

    def _key(self, item: Chosen) -> str:
        given = item.taken.given
        said = (PurePath(given.path).name, given.id, given.date)
        records = (f"{key.reader}/{key.id}" for key in item.records)
        lent = (f"{loan.entity}/{loan.id}/{loan.values}" for loan in item.lent)
        return _digest("part", self._stock.fingerprint, given.digest, *said, str(item.text), *records, *lent)

    def _stated(self, item: Chosen, held: frozenset[str]) -> _Stated:
        given = item.taken.given
        intake = self._intake(given, self._inputs.bytes(given.digest), item.lent)
        part = Part(self._key(item))
        stated: list[bytes] = []
        document = intake.document if item.text else None
        if document is not None:
            asked = self._stock.reading.holding(held)
            account = self._stock.reading.account(document)
            stated += state_lines(account, VERSION)
            part = replace(
                part,
                document=document.id,
                text=document.digest,
                asked=asked.answers,
                suspects=tuple(_suspects(account)),
                met=tuple(self._met(account)),
                withdrawn=self._withdrawn(given, document.id),
            )
        stated += lines(self._records(intake, item))
        return _Stated(part, sorted(set(stated)), document.text if document else None)

    def _intake(self, given: Given, data: bytes, lent: tuple[Loan, ...] = ()) -> Intake:
        """What a file holds, without the words of what is withdrawn."""
        intake = self._stock.reading.intake(replace(given.source(data), lent=lent))
        document = intake.document
        if document is None or document.id not in self._stock.withdrawals:
            return intake
        return replace(intake, document=without(document, self._stock.withdrawals[document.id], self._quads))

    def _withdrawn(self, given: Given, identifier: str) -> tuple[Withdrawal, ...]:
        """What is withdrawn of a paper, with what the paper would have stated."""
        items = self._stock.withdrawals.get(identifier, ())
        whole = self._stock.reading.intake(given.source(self._inputs.bytes(given.digest))).document if items else None
        return tuple(gone(whole, items, self._quads)) if whole is not None else ()

    def _quads(self, document: Document) -> Iterator[Quad]:
        return state(self._stock.reading.account(document), VERSION)

    def _records(self, intake: Intake, item: Chosen) -> Iterator[Quad]:
        # What others lend may make a record say more than when it was chosen, so its fields are not compared.
        wanted = {(key.reader, key.id, key.digest) for key in item.records}
        for sourced in intake.records:
            key = key_of(sourced)
            if (key.reader, key.id, key.digest) in wanted:
                yield from state_records(sourced, self._stock.crosswalk, VERSION)

    def _met(self, account: Account) -> Iterator[Met]:
        for found in deliveries([account], self._stock.register.outcomes.values()):
            yield Met(found.outcome.key, found.announcements, found.commitments, found.studies)

    def _kept(self, stated: Sequence[_Stated]) -> Iterator[Part]:
        """Hold all against the shapes together, which is cheap; only where one fails, each on its own."""
        holds = self._hold([line for item in stated for line in item.lines])
        for item in stated:
            data = b"".join(item.lines)
            withheld: tuple[Withheld, ...] = ()
            if not holds:
                held = sound(parse(data, format=RdfFormat.N_QUADS), self._stock.rules, self._stock.context.of(data))
                data, withheld = nquads(held.quads), withheld_of(held.withheld)
            yield self._parts.keep(replace(item.part, withheld=withheld), data, item.text)

    def _hold(self, together: list[bytes]) -> bool:
        """Whether statements break no rule; where sources only differ from each other, none is broken."""
        return conforms(together, self._stock.context.of(b"".join(together)), self._stock.rules)


def _light(part: Part) -> Part:
    """Without what it asked for, which is kept on disk with it: a build of many papers holds all parts in memory."""
    return replace(part, asked=())


def withheld_of(violations: Iterable[Violation]) -> tuple[Withheld, ...]:
    """What was left out, in the form that a manifest keeps."""
    return tuple(
        Withheld(", ".join(v.rows or v.sources), v.focus, v.rule, v.message_nl, v.message_en) for v in violations
    )


def _suspects(account: Account) -> Iterator[Suspect]:
    return (_suspect(account.document.id, c) for c in account.citations if c.status == "suspect")


def _suspect(document: str, citation: Citation) -> Suspect:
    reason = citation.reason.en if citation.reason else ""
    return Suspect(document, citation.evidence[0].readable, reason, citation.suggestion)


def _digest(*parts: str) -> str:
    """A key of parts that cannot run into each other."""
    return hashlib.sha256("\0".join(parts).encode(errors="surrogateescape")).hexdigest()
