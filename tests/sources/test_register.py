"""Reading the register: what a table may hold, and what a faulty one is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ctgraph.errors import RegisterError
from ctgraph.model.records import Ballot, Row, Submitter
from ctgraph.sources.register import load_register
from ctgraph.sources.register.tables import TABLES, Table
from register_tables import DOSSIER, GROUP, MOTION, PAPER, PERSON, Cells, make_register, write_register

_OWN = {*Row.__struct_fields__}


def test_an_empty_register_loads(tmp_path: Path) -> None:
    """Tables with a header only are a register that knows nothing; each has the digest of its file."""
    register = make_register(tmp_path, {})

    assert register.documents == {}
    assert set(register.digests) == {table.name for table in TABLES}
    assert all(len(digest) == 64 for digest in register.digests.values())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_columns_are_the_fields_of_the_row(table: Table) -> None:
    """A row class is built by position, so the columns stand in the order of its fields."""
    record = table.record
    assert isinstance(record, type)
    assert issubclass(record, Row)

    assert list(table.cells) == [name for name in record.__struct_fields__ if name not in _OWN]


def test_cells_become_values(tmp_path: Path) -> None:
    """Lists, flags, submitters and ballots are read; a cell left empty is nothing."""
    register = make_register(
        tmp_path,
        {
            "dossiers": [DOSSIER],
            "documents": [{**PAPER, "also_dossiers": "99999"}],
            "groups": [GROUP],
            "persons": [PERSON],
            "motions": [{**MOTION, "submitters": "De Wit [anna-de-wit] (pvz); Van ’t Hof", "others_unnamed": "yes"}],
            "decisions": [
                {
                    "key": "kst-99999-12/2031-03-11",
                    "motion": "kst-99999-12",
                    "result": "adopted",
                    "in_favour": "pvz 12",
                    "against": "pvz; pvz 3 mistaken",
                }
            ],
        },
    )
    motion = register.motions["kst-99999-12"]
    decision = register.decisions["kst-99999-12/2031-03-11"]

    assert motion.submitters == (Submitter("De Wit", "anna-de-wit", "pvz"), Submitter("Van ’t Hof", "", ""))
    assert motion.others_unnamed
    assert motion.replaces == ""
    assert decision.in_favour == (Ballot("pvz", 12, False),)
    assert decision.against == (Ballot("pvz", None, False), Ballot("pvz", 3, True))
    assert decision.not_voting == ()
    assert register.persons["anna-de-wit"].aliases == ("A. de Wit", "De Wit-Bos")
    assert register.documents["kst-99999-12"].also_dossiers == ("99999",)


FAULTS: tuple[tuple[str, Cells, str, str], ...] = (
    ("documents", {**PAPER, "key": ""}, "'key' is empty", "Fill it in"),
    ("documents", {**PAPER, "date": "4 maart 2031"}, "'date' is no date: '4 maart 2031'", "2022-07-06"),
    ("documents", {**PAPER, "date": "2031-02-30"}, "'date' is no date", "2022-07-06"),
    ("documents", {**PAPER, "confidence": "sure"}, "'confidence' is 'sure'", "Known: high, medium, low."),
    ("documents", {**PAPER, "source": ""}, "'source' is empty", "Fill it in"),
    ("documents", {**PAPER, "source": "https://example.org/een bron"}, "'source' is no web address", "without spaces"),
    ("documents", {**PAPER, "title": " Motie"}, "'title' has space around ' Motie'", "Remove it"),
    ("documents", {**PAPER, "kind": "Motie!"}, "'kind' is no key: 'Motie!'", "letters, digits"),
    ("documents", {**PAPER, "also_dossiers": "99999;88888"}, "'also_dossiers' is no list", "semicolon and one space"),
    ("documents", {**PAPER, "dossier": "88888"}, "'dossier' names '88888', which dossiers.csv lacks", "add the row"),
    ("motions", {**MOTION, "others_unnamed": "ja"}, "'others_unnamed' is 'ja'", "Write yes, or leave it empty."),
    ("motions", {**MOTION, "replaces": "KST-99999-11"}, "'replaces' is no id of a paper", "kst-29754-645"),
    ("motions", {**MOTION, "submitters": "De Wit(PvZ)"}, "'submitters' has 'De Wit(PvZ)'", "Name [person] (group)"),
    ("motions", {**MOTION, "submitters": "De Wit (zee)"}, "'submitters' names 'zee', which groups.csv", "add the row"),
    ("motions", {**MOTION, "submitters": "De Wit [bob]"}, "'submitters' names 'bob', which persons.csv", "add the row"),
    ("motions", {**MOTION, "key": "kst-99999-13"}, "'key' names 'kst-99999-13', which documents.csv", "add the row"),
    ("decisions", {"key": "x", "motion": "kst-99999-12", "result": "lost"}, "'result' is 'lost'", "Known: adopted"),
    (
        "decisions",
        {"key": "x", "motion": "kst-99999-12", "result": "adopted", "against": "PvZ 3"},
        "has 'PvZ 3'",
        "vvd 24",
    ),
    ("organisations", {"key": "zee", "name": "Zee", "kind": "other", "tooi": "mnre1"}, "'tooi' is no web", "address"),
)


@pytest.mark.parametrize(("table", "row", "reason", "advice"), FAULTS, ids=lambda value: str(value)[:40])
def test_a_faulty_cell_is_told_with_its_place(tmp_path: Path, table: str, row: Cells, reason: str, advice: str) -> None:
    """The error names file, line, cell and value, and what to do."""
    tables = {"dossiers": [DOSSIER], "documents": [PAPER], "groups": [GROUP], "persons": [PERSON], "motions": [MOTION]}
    write_register(tmp_path, {**tables, table: [row]})

    with pytest.raises(RegisterError) as caught:
        load_register(tmp_path)

    assert str(caught.value).startswith(f"{tmp_path / table}.csv:2: the cell ")
    assert reason in str(caught.value)
    assert advice in caught.value.advice
    assert caught.value.line == 2


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    """The error names both lines, counted in the file: a cell may run over several."""
    first = {**DOSSIER, "note": "over\ntwee regels"}
    write_register(tmp_path, {"dossiers": [first, DOSSIER]})

    with pytest.raises(RegisterError, match="'99999' stands on line 2 already") as caught:
        load_register(tmp_path)

    assert caught.value.line == 4


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (b"key,title\n", 1, "the header is 'key,title'"),
        (b"", 1, "the header is ''"),
        (b"key,title,source,confidence,note\n1,x\n", 2, "the row has 2 cells, not 5"),
        (b"key,title,source,confidence,note\n\n", 2, "the row has 0 cells, not 5"),
        (b'key,title,source,confidence,note\n1,"x" y,s,high,\n', 2, "the row is no CSV"),
        (b"key,title,source,confidence,note\n1,\xe9,s,high,\n", 2, "the line is not UTF-8"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(tmp_path: Path, data: bytes, line: int, reason: str) -> None:
    """A wrong header, row length, quoting or encoding is told with its line."""
    write_register(tmp_path, {})
    (tmp_path / "dossiers.csv").write_bytes(data)

    with pytest.raises(RegisterError, match=r"dossiers\.csv") as caught:
        load_register(tmp_path)

    assert caught.value.line == line
    assert reason in caught.value.reason


def test_a_table_that_is_gone_is_refused(tmp_path: Path) -> None:
    """A missing file is no empty table."""
    write_register(tmp_path, {})
    (tmp_path / "laws.csv").unlink()

    with pytest.raises(RegisterError, match=r"laws\.csv:1: the table cannot be read"):
        load_register(tmp_path)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cell=st.text(max_size=12), column=st.sampled_from(["key", "date", "also_dossiers", "source", "kind", "title"]))
def test_any_cell_is_taken_or_refused_with_its_line(tmp_path: Path, cell: str, column: str) -> None:
    """Nothing that somebody types ends in another error than the one that says where it stands."""
    row = {**PAPER, column: cell.encode("utf-8", "ignore").decode()}

    fault: RegisterError | None = None
    try:
        make_register(tmp_path, {"dossiers": [DOSSIER], "documents": [row]})
    except RegisterError as error:
        fault = error

    assert fault is None or (fault.line >= 2 and "documents.csv" in fault.path)
