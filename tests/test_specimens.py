"""The specimens: papers of our own with traps, and what a reading of them must and must not state."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from ctgraph.assets import folder
from ctgraph.export.annotations import Record, records
from ctgraph.model.claims import Account, Ref
from ctgraph.model.source import SourceFile
from ctgraph.pipeline.reading import Reading
from ctgraph.text.sentences import sentences
from scoring import TYPES, Annotation, Tally, annotation, score
from specimens.extraction import EXTRACTION
from variants.generator import TEMPLATES
from variants.specimen import FOLDER, Specimen, files, stored

SHARED = Path(__file__).resolve().parents[1] / "../shared"
GOLD = SHARED / "gold"
TOUCHSTONE = "kst-29754-645"
LEAST = {"kamerstuk_ref": 0.95, "date": 0.95, "law_ref": 0.95, "person": 0.85, "organisation": 0.85, "motion_ref": 0.85}
NAMES = tuple(TEMPLATES)


@pytest.fixture(scope="module")
def letter() -> Specimen:
    """The letter as it lies in the folder of the specimens."""
    return stored("letter")


@pytest.fixture(scope="module")
def account(letter: Specimen) -> Account:
    """What the letter states."""
    return EXTRACTION.account(letter)


@pytest.fixture(scope="module")
def shipped() -> Reading:
    """Reading against the register that is shipped."""
    return Reading.of_register(folder("register"), folder("ontology"))


@pytest.mark.parametrize("name", NAMES)
def test_stored_specimen_is_the_base_text_of_its_template(name: str) -> None:
    """The files of a specimen are what its template gives; `make golden` writes them anew."""
    specimen = TEMPLATES[name](None)
    about = json.loads((FOLDER / "index.json").read_text(encoding="utf-8")) if (FOLDER / "index.json").exists() else {}
    if os.environ.get("CTGRAPH_GOLDEN") == "write":
        about[name] = {"doc_date": specimen.day.isoformat(), "id": specimen.id}
        for file, content in files(specimen).items():
            (FOLDER / file).write_text(content, encoding="utf-8")
        (FOLDER / "index.json").write_text(json.dumps(about, indent=1, sort_keys=True) + "\n", encoding="utf-8")

    assert stored(name).text == specimen.text
    assert files(stored(name)) == files(specimen)
    assert stored(name).day == specimen.day


@pytest.mark.parametrize("name", NAMES)
def test_records_hold_the_words_at_their_place(name: str) -> None:
    """The text of every record is what stands at its offsets."""
    specimen = stored(name)
    found = [annotation(record) for record in EXTRACTION.records(specimen)]

    assert found
    assert [item.text for item in found] == [specimen.text[item.start : item.end] for item in found]


@pytest.mark.parametrize("name", NAMES)
def test_same_text_gives_same_records(name: str) -> None:
    """Reading twice gives the same records in the same order."""
    assert EXTRACTION.records(stored(name)) == EXTRACTION.records(stored(name))


@pytest.mark.parametrize("kind", TYPES)
def test_letter_is_read_in_full(letter: Specimen, kind: str) -> None:
    """Everything that the letter is expected to hold is found in it, and nothing else of that type."""
    tally, errors = score(letter.expected, [annotation(r) for r in EXTRACTION.records(letter)], kind)

    assert tally.expected > 0
    assert errors == []


def test_statuses_of_the_motions_are_those_that_the_letter_words(letter: Specimen) -> None:
    """Declined, in progress, not feasible in full, fulfilled: each as the minister says."""
    wanted = {i.start: i.normalized.get("status") for i in letter.expected if i.type == "motion_ref" and not i.optional}
    found = {r["start"]: normalized(r).get("status") for r in EXTRACTION.records(letter) if r["type"] == "motion_ref"}

    assert {start: found.get(start) for start in wanted} == wanted
    assert len(set(wanted.values())) == 5


def test_obstacle_is_the_clause_that_gives_it(account: Account) -> None:
    """The motion that cannot be carried out in full has the reason, and the declined one has its own."""
    obstacles = {item.status: item.obstacle.text for item in account.responses if item.obstacle}

    assert "wettelijke grondslag" in obstacles["not-fully-feasible"]
    assert "artikel 8 EVRM" in obstacles["declined"]


def test_study_is_told_with_its_guide_its_times_and_the_motion_behind_it(account: Account) -> None:
    """Begun at the start of the year under the WODC, due in autumn, asked for by the motion of the other chamber."""
    (study,) = account.studies

    assert study.supervised_by is not None
    assert study.supervised_by.ref.id == "wodc"
    assert study.started is not None
    assert study.started.reading.edtf.startswith("2023-01")
    assert study.due is not None
    assert study.due.reading.edtf == "2023-23"
    assert study.requested_by == Ref("motion", "kst-38775-VI-K")


def test_bill_in_preparation_is_told_by_what_it_does(account: Account) -> None:
    """The bill goes by what it would do, not by the words between."""
    (bill,) = account.bills

    assert bill.status == "in-preparation"
    assert "financieren van terrorisme" in bill.name
    assert "voorbereid" not in bill.name


def test_cooperation_is_told_with_its_name_its_parties_and_its_year(account: Account) -> None:
    """Two states meet under a name since a year."""
    found = {item.name: item for item in account.cooperations}

    assert "Veiligheidstafel" in found
    item = found["Veiligheidstafel"]
    assert {party.name for party in item.parties} == {"Nederland", "Marokko"}
    assert item.since is not None
    assert item.since.reading.edtf == "2019"


def test_offered_report_has_its_title_and_its_period(account: Account) -> None:
    """The report that comes with the letter, and the months that it is about."""
    (report,) = account.reports

    assert "Weerbaar tegen extremisme" in report.title
    assert report.period is not None
    assert report.period.reading.edtf == "2021-01/2022-09-30"  # "tot" leaves its day out


def test_announcements_have_the_time_at_which_they_are_due(account: Account) -> None:
    """What "dit najaar" brings is due in the autumn of the letter's year."""
    expected = {item.text[:20]: item.expected.reading.edtf for item in account.announcements if item.expected}

    assert expected == {"De uitkomsten worden": "2023-23", "Die voortgangsbrief ": "2023-23"}


def test_wrong_number_is_suspect_and_stays_as_printed(letter: Specimen, account: Account) -> None:
    """A number that cannot be of the stated day is marked, refers to nothing, and keeps its words."""
    wrong = next(i for i in letter.expected if i.normalized.get("suspect"))
    doubtful = [c for c in account.citations if c.status == "suspect"]

    assert [letter.text[c.evidence[0].span.start : c.evidence[0].span.end] for c in doubtful] == [wrong.text]
    assert doubtful[0].printed == tuple(many(wrong, "ids"))
    assert doubtful[0].targets == ()
    assert doubtful[0].reason is not None


def test_footnotes_are_joined_to_their_marks(letter: Specimen, account: Account) -> None:
    """Each note has the mark that calls it, also behind a year, a bracket or a stop."""
    wanted = [(i.start, str(i.normalized["n"])) for i in letter.expected if i.type == "footnote"]

    assert [(n.mark.start, n.number) for n in account.document.notes if n.mark] == wanted


def expected_in(kind: str) -> list[Annotation]:
    """What the letter is expected to hold of a type, beside what may be left out."""
    return [item for item in TEMPLATES["letter"](None).expected if item.type == kind and not item.optional]


@pytest.mark.parametrize("motion", expected_in("motion_ref"), ids=lambda m: str(m.normalized["kamerstuk"]))
def test_motion_leaves_with_its_sentence(letter: Specimen, motion: Annotation) -> None:
    """Without the sentence that names it, a motion has no record, nor has anything said of it."""
    left = EXTRACTION.records(letter, without_sentence(letter, motion))
    named = {tuple(many(annotation(r), "submitters")) for r in left if r["type"] == "motion_ref"}
    answered = {normalized(r).get("motion") for r in left if r["type"] == "response"}
    others = [m for m in expected_in("motion_ref") if m != motion]

    assert tuple(many(motion, "submitters")) not in named
    assert motion.normalized["kamerstuk"] not in answered
    assert {m.normalized["kamerstuk"] for m in others} <= answered


@pytest.mark.parametrize("promise", expected_in("commitment"), ids=lambda p: p.text[:24])
def test_commitment_leaves_with_its_sentence(letter: Specimen, promise: Annotation) -> None:
    """Without the sentence that makes it, a commitment has no record; the others keep theirs."""
    left = EXTRACTION.records(letter, without_sentence(letter, promise))
    held = [str(r["text"]) for r in left if r["type"] == "commitment"]
    others = [p.text for p in expected_in("commitment") if p != promise]

    assert len(held) == len(others)
    assert all(text in mine or mine in text for text, mine in zip(held, others, strict=True))


@pytest.mark.parametrize("kind", LEAST)
def test_specimens_are_read_with_the_shipped_register(shipped: Reading, kind: str) -> None:
    """The shipped register reads the specimens as well as their own small one."""
    tally = Tally()
    for name in NAMES:
        specimen = stored(name)
        source = SourceFile(f"{name}.txt", specimen.text.encode(), specimen.id, specimen.day)
        found = [annotation(r) for r in records(shipped.account(shipped.document(source)))]
        tally += score(specimen.expected, found, kind)[0]

    assert tally.f1 >= LEAST[kind]


@pytest.mark.skipif(not (GOLD / "score.py").is_file(), reason="../shared/gold is not there: no touchstone to score")
def test_touchstone_is_read_well_by_the_judge_of_the_set(shipped: Reading, tmp_path: Path) -> None:
    """The scorer of the annotated set gives the letter of 6 July 2022 the F1 that is asked."""
    about = json.loads((GOLD / "index.json").read_text(encoding="utf-8"))[TOUCHSTONE]
    data = (GOLD / f"{TOUCHSTONE}.txt").read_bytes()
    source = SourceFile(f"{TOUCHSTONE}.txt", data, TOUCHSTONE, date.fromisoformat(about["doc_date"]))
    found = records(shipped.account(shipped.document(source)))
    (tmp_path / f"{TOUCHSTONE}.json").write_text(json.dumps(found), encoding="utf-8")

    figures = judged(tmp_path)

    assert {kind: figures[kind] for kind in LEAST if figures[kind] < LEAST[kind]} == {}


def judged(predictions: Path) -> dict[str, float]:
    """Full F1 by type, as the scorer of the annotated set prints it."""
    out = predictions / "figures"
    command = [sys.executable, str(GOLD / "score.py"), str(predictions), "--docs", TOUCHSTONE, "--json", str(out)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return {kind: entry["full"][2] for kind, entry in json.loads(out.read_text(encoding="utf-8")).items()}


def normalized(record: Record) -> dict[str, object]:
    """The value of a record."""
    value = record["normalized"]
    assert isinstance(value, dict)
    return value


def many(item: Annotation, name: str) -> list[str]:
    """A list in the value of an annotation."""
    value = item.normalized.get(name)
    return [str(entry) for entry in value] if isinstance(value, list) else []


def without_sentence(specimen: Specimen, item: Annotation) -> str:
    """The text without the sentence in which an annotation stands."""
    document = EXTRACTION.account(specimen).document
    cut = sentences(document.body.text, [heading.start for heading in document.headings])
    for index in range(len(cut)):
        start, end = cut.at(index)
        span = document.span(document.body, start, end)
        if span.start <= item.start < span.end:
            return specimen.text[: span.start] + specimen.text[span.end :]
    raise AssertionError(f"no sentence holds {item.text!r}")
