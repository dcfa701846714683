"""A release, a paper and an answer can be cited, and what is cited leads back to them."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from pyoxigraph import RdfFormat, Store, parse

from api.fakes import SPECIMEN, Client, FakeBackend
from ctgraph.api.app import create_app
from ctgraph.graph.catalogue.citing import Work, bibtex, ris
from ctgraph.graph.pages import official_page
from ctgraph.settings import Settings
from ctgraph.store.releases import Release
from ctgraph.store.writing import Contents, ReleaseWriter

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(name="release")
def _release(tmp_path: Path) -> Release:
    run = {"ended": "2025-01-02T03:04:05+00:00"}
    with ReleaseWriter(Settings(data=tmp_path)) as writer:
        return writer.write(Contents(list(parse(path=SPECIMEN, format=RdfFormat.TRIG)), "0.1.0", run=run))


@pytest.fixture(name="released")
def _released(release: Release, tmp_path: Path) -> Client:
    backend = FakeBackend(Store.read_only(str(release.store)), release.id)
    return Client(create_app(Settings(data=tmp_path), backend, today=lambda: date(2025, 3, 1)))


def _fields(entry: str) -> dict[str, str]:
    return dict(re.findall(r"^  (\w+) = \{(.*)\},$", entry, re.MULTILINE))


def test_a_release_by_its_version_and_day(released: Client, release: Release) -> None:
    """BibTeX, RIS, DataCite and CITATION.cff name the same release, day and address."""
    url = f"http://ctgraph.test/release/{release.id}"
    entry = _fields(released.get(f"/cite/release/{release.id}.bib").text)
    record = released.get(f"/cite/release/{release.id}.ris").text.split("\r\n")
    said = json.loads(released.get(f"/cite/release/{release.id}.json").text)
    file = yaml.safe_load(released.get(f"/cite/release/{release.id}.cff").text)

    assert (release.id, "2025", url) == (entry["version"], entry["year"], entry["url"])
    assert ["TY  - DATA", "ER  - "] == [record[0], record[-2]]
    assert {f"ET  - {release.id}", "DA  - 2025/01/02", f"UR  - {url}"} <= set(record)
    assert (release.id, "2025", url) == (
        said["version"],
        said["publicationYear"],
        said["identifiers"][0]["identifier"],
    )
    assert ("1.2.0", release.id, "2025-01-02") == (file["cff-version"], file["version"], str(file["date-released"]))


def test_a_paper_at_its_publisher(released: Client) -> None:
    """With its title, number and day, at the official page and not at ours."""
    entry = released.get("/cite/document/kst-36999-12.bib").text
    fields = _fields(entry)

    assert entry.startswith("@misc{kst-36999-12,\n")
    assert "https://zoek.officielebekendmakingen.nl/kst-36999-12.html" == fields["url"]
    assert ("kst-36999-12", "2025-03-01") == (fields["number"], fields["urldate"])
    assert fields["title"]
    assert 301 == released.get("/cite/document/KST-36999-12.ris").status_code


def test_an_answer_with_question_release_and_day(released: Client, release: Release) -> None:
    """The address asks the same again; what cannot be asked cannot be cited."""
    entry = _fields(released.get("/cite/query/references-in.bib?document=kst-36999-12").text)
    page = released.get("/v1/queries/references-in?document=kst-36999-12", "text/html").text

    assert "http://ctgraph.test/v1/queries/references-in?document=kst-36999-12" == entry["url"]
    assert (release.id, "2025-03-01") == (entry["version"], entry["urldate"])
    assert 'href="/cite/query/references-in.ris?document=kst-36999-12"' in page
    assert 400 == released.get("/cite/query/references-in.bib").status_code


@pytest.mark.parametrize(
    "address",
    [
        "/cite/release/0000000000000000.bib",
        "/cite/release/x",
        "/cite/document/kst-1-1.bib",
        "/cite/query/nothing.bib",
        "/cite/document/kst-36999-12.cff",
    ],
)
def test_what_is_not_there_cannot_be_cited(released: Client, address: str) -> None:
    """Nor in a form that there is not."""
    assert 404 == released.get(address).status_code


def test_words_stay_words() -> None:
    """Signs of BibTeX and line ends in a title do nothing; several authors stay apart."""
    work = Work("paper", "kst 1/1", "50% {of} \\x & y_z\nnext", ("De Wit", "A & B"), "https://example.org/a_b")

    assert "title = {{50\\% \\{of\\} \\textbackslash{}x \\& y\\_z next}}," in bibtex(work)
    assert "author = {{De Wit} and {A \\& B}}," in bibtex(work)
    assert bibtex(work).startswith("@misc{kst-1-1,\n")
    assert ["AU  - De Wit", "AU  - A & B", "TI  - 50% {of} \\x & y_z next"] == ris(work).split("\r\n")[1:4]


@pytest.mark.parametrize(
    ("identifier", "page"),
    [
        ("h-tk-20212022-31-55", "https://zoek.officielebekendmakingen.nl/h-tk-20212022-31-55.html"),
        ("blg-1027277", "https://zoek.officielebekendmakingen.nl/blg-1027277.html"),
        ("dtn-56", ""),
        ("kst-29754-645/1f2e3d4c", ""),
        ("ECLI:NL:HR:2004:AF7291", ""),
    ],
)
def test_official_pages(identifier: str, page: str) -> None:
    """Publications of the official publisher have a page of their id there; names of ours have none."""
    assert page == official_page(identifier)


def test_the_software_is_cited_in_its_version() -> None:
    """CITATION.cff has what the format demands, and the version that the code says."""
    said = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    version = re.search(r'VERSION = "(.*)"', (ROOT / "src/ctgraph/version.py").read_text(encoding="utf-8"))
    assert version

    assert {"cff-version", "message", "title", "authors"} <= set(said)
    assert version[1] == said["version"]
