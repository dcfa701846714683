"""Each row of the analysis of a letter is stated, with its passage; and each sentence states its own, and no more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Final, Protocol

import pytest
from pyoxigraph import Quad, QueryBoolean, Store

from ctgraph.assets import folder
from ctgraph.graph.ontology import ontology_quads
from ctgraph.graph.statements import state
from ctgraph.identifiers import iri
from ctgraph.model.claims import Account, Evidence, Ref
from ctgraph.model.source import SourceFile
from ctgraph.pipeline.gazetteer import gazetteer
from ctgraph.pipeline.phenomena import phenomena
from ctgraph.pipeline.reading import Reading
from ctgraph.sources.register import load_register
from ctgraph.text.sentences import sentences
from letter_rows import ROWS, SILENT, Row, ask
from specimens.extraction import EXTRACTION
from variants.specimen import FOLDER, Specimen

LETTER: Final = Path(__file__).resolve().parents[1] / "../shared/letter/kst-29754-645.txt"
NUMBERS: Final = [f"{row.number}-{row.what}" for row in ROWS]
COUNTERPART: Final = "kst-39512-580"


def counterpart() -> Specimen:
    """The letter composed for this: the same kinds of sentences in other words."""
    text = (FOLDER / "counterpart.txt").read_text(encoding="utf-8")
    return Specimen("counterpart", COUNTERPART, date(2023, 5, 10), text, ())


@pytest.fixture(scope="module")
def reading() -> Reading:
    """Reading against the shipped register and thesaurus."""
    known = gazetteer(load_register(folder("register")), phenomena(ontology_quads(folder("ontology"))))
    return Reading(known)


def read_letter(reading: Reading, text: str) -> Account:
    """The account of the letter, or of a text in its place."""
    return reading.account(reading.document(SourceFile("kst-29754-645.txt", text.encode(), "kst-29754-645", None)))


def store(quads: Iterable[Quad]) -> Store:
    """A store of the statements."""
    made = Store()
    made.extend(quads)
    return made


@pytest.fixture(scope="module")
def letter(reading: Reading) -> Store:
    """What is stated of the letter."""
    if not LETTER.exists():
        pytest.skip("the letter is not here (../shared/letter)")
    return store(state(read_letter(reading, LETTER.read_text(encoding="utf-8")), "test"))


@pytest.fixture(scope="module")
def other() -> Store:
    """What is stated of the counterpart."""
    return store(state(EXTRACTION.account(counterpart()), "test"))


def holds(graph: Store, row: Row, words: str, paper: str) -> bool:
    """Whether a row is stated."""
    answer = graph.query(ask(row, words, iri("document", paper)), use_default_graph_as_union=True)
    assert isinstance(answer, QueryBoolean)
    return bool(answer)


def test_every_row_is_here() -> None:
    """All 48 rows have a pattern, or a reason why nothing is to be stated."""
    assert {row.number for row in ROWS} | SILENT.keys() == set(range(1, 49))
    assert not {row.number for row in ROWS} & SILENT.keys()


@pytest.mark.parametrize("row", ROWS, ids=NUMBERS)
def test_the_letter_states_each_row(letter: Store, row: Row, reading: Reading) -> None:
    """The row's pattern matches the graph of the letter, resting on the row's words."""
    if row.topical and not phenomena(ontology_quads(folder("ontology"))):
        pytest.skip("the ontology has no thesaurus of phenomena")

    assert holds(letter, row, row.letter, "kst-29754-645")


@pytest.mark.parametrize("row", ROWS, ids=NUMBERS)
def test_another_letter_states_each_row(other: Store, row: Row) -> None:
    """The same pattern matches a letter of the same kind in other words."""
    assert holds(other, row, row.counterpart, COUNTERPART)


def test_nothing_is_stated_of_words_that_name_nothing(other: Store) -> None:
    """A pattern without its words does not match: the rows are told apart."""
    assert [
        row.what for row in ROWS if row.counterpart and holds(other, row, "deze woorden staan nergens", COUNTERPART)
    ] == []


Thing = tuple[str, int, int]
"""A thing by its reference, with the first and last character that it rests on."""


class Told(Protocol):
    """A thing of an account: its reference and the words it rests on."""

    @property
    def ref(self) -> Ref: ...

    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


def told(account: Account) -> list[Thing]:
    """What single sentences tell: each thing that rests on words of one place."""
    things: tuple[Told, ...] = (
        *account.claims, *account.announcements, *account.commitments, *account.questions, *account.debates,
        *account.studies, *account.bills, *account.cooperations, *account.meetings, *account.sections,
        *account.citations, *account.footnotes, *account.unnamed_instruments,
        *(request for motion in account.motions for request in motion.requests),
    )  # fmt: skip
    return [
        (f"{thing.ref.kind}/{thing.ref.id}", thing.evidence[0].span.start, thing.evidence[-1].span.end)
        for thing in things
        if len(thing.evidence) == 1
    ]


def borrowed(account: Account) -> frozenset[str]:
    """What needs another sentence too.

    That is a reason for a status worded elsewhere, what a report or study named before says, "Ook verzocht de motie"
    after the motion, and what "ik" did where the signature says who that is.
    """
    own = f"{account.document.id}/"
    claims = (
        claim.ref
        for claim in account.claims
        if claim.evidence[0].rule == "response.obstacle"
        or (claim.said_by and claim.said_by.kind in ("document", "study") and claim.said_by.id.startswith(own))
    )
    requests = (request.ref for motion in account.motions for request in motion.requests[1:])
    meetings = (meeting.ref for meeting in account.meetings)
    return frozenset(f"{ref.kind}/{ref.id}" for ref in (*claims, *requests, *meetings))


def cuts(account: Account) -> list[tuple[int, int]]:
    """The sentences of the body as stretches of the raw text."""
    document = account.document
    cut = sentences(document.body.text, [heading.start for heading in document.headings])
    spans = [document.span(document.body, *cut.at(i)) for i in range(len(cut)) if cut.at(i)[0] < cut.at(i)[1]]
    return [(span.start, span.end) for span in spans]


def masked(text: str, start: int, end: int) -> str:
    """The text with one sentence made unreadable: the lines stay as long as they were, so that the layout stays too."""
    return text[:start] + re.sub(r"[^\W_]", "x", text[start:end]).replace("x", "X", 1) + text[end:]


def lost(account: Account, without: Account, start: int, end: int) -> tuple[set[str], set[str]]:
    """What rests outside a sentence and went with it, and what rests inside and stayed."""
    after = {name for name, _, _ in told(without)}
    outside = {name for name, first, last in told(account) if last <= start or first >= end}
    inside = {name for name, first, last in told(account) if first >= start and last <= end}
    return outside - after - borrowed(account), inside & after


def check(account: Account, text: str, again: Callable[[str], Account]) -> list[str]:
    """Make each sentence unreadable in turn; the faults found."""
    faults = []
    for start, end in cuts(account):
        gone, stayed = lost(account, again(masked(text, start, end)), start, end)
        if gone or stayed:
            faults.append(f"{text[start:end]!r}: gone {sorted(gone)}, stayed {sorted(stayed)}")
    return faults


def test_a_sentence_takes_only_its_own_statements_along() -> None:
    """Without a sentence of the counterpart, what rests on it is gone, and what rests on others is still there."""
    specimen = counterpart()
    account = EXTRACTION.account(specimen)

    assert check(account, specimen.text, lambda text: EXTRACTION.account(specimen, text)) == []


def test_a_sentence_of_the_letter_takes_only_its_own_along(reading: Reading) -> None:
    """The same for each sentence of the letter."""
    if not LETTER.exists():
        pytest.skip("the letter is not here (../shared/letter)")
    text = LETTER.read_text(encoding="utf-8")

    assert check(read_letter(reading, text), text, lambda changed: read_letter(reading, changed)) == []
