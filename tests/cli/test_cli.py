"""The command line: what it prints, and the code it exits with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LETTER = ROOT / "tests" / "specimens" / "letter.txt"
Run = subprocess.CompletedProcess[str]


def _ctgraph(data: Path, *arguments: str, given: str | None = None) -> Run:
    environment = {**os.environ, "CTGRAPH_DATA": str(data), "PYTHONPATH": str(ROOT / "src")}
    command: Sequence[str] = (sys.executable, "-m", "ctgraph", *arguments)
    return subprocess.run(command, env=environment, input=given, capture_output=True, text=True, check=False)


@pytest.fixture(name="data", scope="module")
def _data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a release of the register and the specimen letter."""
    data = tmp_path_factory.mktemp("data")
    done = _ctgraph(data, "build", str(LETTER))
    assert done.returncode == 0, done.stderr
    return data


def test_build_ends_with_a_summary(tmp_path: Path) -> None:
    """The summary names documents, statements, suspect references and each refused input; exit 3 if there is one."""
    done = _ctgraph(tmp_path, "build", str(LETTER), str(tmp_path / "gone.txt"))

    assert done.returncode == 3
    assert "Documents read: 1" in done.stderr
    assert "Refused inputs: 1" in done.stderr
    assert "gone.txt: there is no such file or folder. Check the path" in done.stderr
    assert done.stdout == ""


def test_formats_are_listed_once(tmp_path: Path) -> None:
    """However many files no reader takes: each has a line that says so, and what can be read stands after them."""
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(b"x")
    done = _ctgraph(tmp_path / "data", "build", str(tmp_path / "a.docx"), str(tmp_path / "b.docx"))

    assert done.returncode == 3
    assert f"  {tmp_path / 'b.docx'}: no reader for .docx files.\n" in done.stderr
    assert done.stderr.count("Give one of: ") == 1


def test_text_prints_what_offsets_refer_to(data: Path) -> None:
    """For a plain text that is the file itself."""
    assert _ctgraph(data, "text", str(LETTER)).stdout == LETTER.read_text(encoding="utf-8")


def test_extract_prints_annotations_with_true_offsets(data: Path) -> None:
    """Each annotation's text stands at its offsets, and the kinds of the letter are there."""
    found = json.loads(_ctgraph(data, "extract", str(LETTER), "--date", "2023-03-14").stdout)
    text = LETTER.read_text(encoding="utf-8")

    assert all(text[record["start"] : record["end"]] == record["text"] for record in found)
    assert {"kamerstuk_ref", "motion_ref", "commitment", "person", "law_ref"} <= {r["type"] for r in found}


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("extract", "nowhere.txt"), 2, "nowhere.txt: there is no such file"),
        (("ask", "nonsense"), 2, "Known: account-of-motion, actors-in"),
        (("ask", "references-in"), 2, "document"),
        (("ask", "references-in", "-p", "document=kst-1-1", "-p", "colour=red"), 2, "colour"),
        (("ask", "threat-levels", "--format", "docx"), 2, "Known: table, json, xml, csv, tsv"),
        (("sparql", "SELECT * { ?s ?p }"), 2, "Line 1, column 18"),
        (("sparql", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"), 2, "SERVICE is switched off"),
        (("sparql", "@nowhere.rq"), 2, "nowhere.rq: it cannot be read"),
        (("export", "--to", "x", "--format", "docx"), 2, "docx"),
        (("fly",), 2, "No such command"),
        (("build", "--fly"), 2, "No such option"),
    ],
)
def test_wrong_usage_is_exit_2(data: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, message: str) -> None:
    """Wrong names, parameters, queries and files exit with 2 and say what is known; nothing is printed as data."""
    done = _ctgraph(data, *arguments)

    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr


def test_without_a_release_the_advice_is_to_build(tmp_path: Path) -> None:
    """Asking before anything was built exits with 1 and says what to do."""
    done = _ctgraph(tmp_path, "ask", "threat-levels")

    assert done.returncode == 1
    assert "Run `ctgraph build`" in done.stderr


@pytest.mark.parametrize(
    "verb", ["build", "serve", "extract", "text", "resolve", "ask", "sparql", "check", "export", "download"]
)
def test_every_verb_takes_a_data_folder(data: Path, verb: str) -> None:
    """The folder of the releases can be named for each verb."""
    assert "--data" in _ctgraph(data, verb, "--help").stdout


def test_resolve_knows_what_the_release_holds(data: Path, tmp_path: Path) -> None:
    """A paper that was built counts as held; without the release it is only well formed."""
    words = "Zie Kamerstuk 39 512, nr. 576."

    assert " resolved" in _ctgraph(data, "resolve", words).stdout
    assert " identified" in _ctgraph(tmp_path, "resolve", words).stdout


def test_ask_lists_the_queries(data: Path) -> None:
    """Without a name every query is listed with its parameters, the optional ones marked."""
    listed = _ctgraph(data, "ask").stdout

    assert "references-in" in listed
    assert "dossier?" in listed


@pytest.mark.parametrize("form", ["table", "json", "csv", "tsv", "xml"])
def test_ask_prints_every_row_in_each_format(data: Path, form: str) -> None:
    """Each format holds the same rows."""
    printed = _ctgraph(data, "ask", "motions-answered-in", "-p", "document=kst-39512-576", "--format", form).stdout

    assert printed.count("https://w3id.org/ctgraph/id/response/") == 6


def test_a_query_comes_from_an_argument_a_file_or_standard_input(data: Path, tmp_path: Path) -> None:
    """The three ways give the same answer; a graph is printed as Turtle."""
    query = "ASK { ?response a <https://w3id.org/ctgraph/def#Response> }"
    file = tmp_path / "q.rq"
    file.write_text(query, encoding="utf-8")
    ways = [("sparql", query), ("sparql", f"@{file}"), ("sparql", "-")]

    assert [_ctgraph(data, *way, given=query).stdout for way in ways] == ["true\n"] * 3
    assert "a rdfs:Class" not in _ctgraph(data, "sparql", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 1").stdout


def test_check_finds_nothing_wrong_with_a_build(data: Path) -> None:
    """A release of the register and a letter breaks no shape and no check."""
    done = _ctgraph(data, "check")

    assert done.returncode == 0, done.stderr
    assert "0 violations, 0 rows of the check queries" in done.stderr


def test_export_writes_dumps_with_checksums(data: Path, tmp_path: Path) -> None:
    """The dump of a format and its checksums are there."""
    done = _ctgraph(data, "export", "--to", str(tmp_path / "out"), "--format", "nq")

    assert done.returncode == 0, done.stderr
    assert {"SHA256SUMS", "void.ttl", "dcat.ttl"} <= {p.name for p in (tmp_path / "out").iterdir()}


@pytest.mark.parametrize(
    "verb", ["build", "serve", "extract", "text", "resolve", "ask", "sparql", "check", "export", "download", "mcp"]
)
def test_help_shows_an_example(data: Path, verb: str) -> None:
    """The help of each verb has an example call."""
    assert f"Example: ctgraph {verb}" in _ctgraph(data, verb, "--help").stdout


def test_releases_are_listed_compared_and_switched(data: Path, tmp_path: Path) -> None:
    """What there is, what changed between two, and the way back; a release that is not there is refused with 1."""
    folder = tmp_path / "data"
    first = _ctgraph(folder, "build").stderr.split()[1]
    second = _ctgraph(folder, "build", str(LETTER)).stderr.split()[1]
    listed = _ctgraph(folder, "release", "list").stdout
    shown = _ctgraph(folder, "release", "show", second[:8]).stdout
    difference = _ctgraph(folder, "release", "diff", first, second).stdout
    back = _ctgraph(folder, "release", "rollback", first)
    missing = _ctgraph(folder, "release", "rollback", "ffff")

    assert f"*        {second}" in listed
    assert first in listed
    assert LETTER.name in shown
    assert "0 removed" in difference
    assert "citation" in difference
    assert (back.returncode, missing.returncode) == (0, 1)
    assert first in missing.stderr


def test_nothing_of_the_machine_enters_a_release(tmp_path: Path, data: Path) -> None:
    """In another folder, time zone, locale and hash seed the same papers make the same statements and texts."""
    machine = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C", "CTGRAPH_DATA": str(tmp_path)}
    command = (sys.executable, "-m", "ctgraph", "build", str(LETTER))
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **machine}
    subprocess.run(command, env=environment, capture_output=True, check=True)
    here, there = (folder / "releases" / "current" for folder in (data, tmp_path))

    assert here.readlink() == there.readlink()
    assert (here / "release.nq").read_bytes() == (there / "release.nq").read_bytes()
    texts = [sorted(path.name for path in (release / "texts").iterdir()) for release in (here, there)]
    assert texts[0] == texts[1]
