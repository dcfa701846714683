"""Real answers of the official sources, kept beside the repository, played back; skipped where they are absent.

Where a real answer is not at hand (a search for a dossier, the rest of a law), a composed one stands in and is named.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ctgraph.errors import SourceError
from ctgraph.sources.official import odata, sru, syncfeed
from ctgraph.sources.official.downloading import download
from ctgraph.sources.official.orders import Dossier, Law, Order
from ctgraph.sources.official.run import Report
from replay.publishers import CHAMBER, KOOP, LAW_SEARCH, LAWS, Paper, sru12_answer, sru_answer
from replay.server import ReplayServer, Respond

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
EMPTY = b'{"value": []}'
ENTITIES = ("Kamerstukdossier", "Zaak", "Document", "Toezegging")

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data is not there")


def _download(folder: Path, files: dict[str, bytes], questions: dict[str, Respond], *orders: Order) -> Report:
    def empty(query: object) -> bytes:
        return EMPTY

    chamber = {f"{CHAMBER}/OData/v4/2.0/{entity}": empty for entity in ENTITIES}
    with ReplayServer(files, {**chamber, **questions}) as server:
        return download(orders, folder, server.limits, lambda *_: None)


def test_the_repository_is_downloaded_as_it_is(tmp_path: Path) -> None:
    """A real search of three publications and their real files: the same bytes under the same paths."""
    root = DATA / "plooi" / "repository"
    answer = (root / "sru.xml").read_bytes().replace(b"http://__MOCK_SERVICE__/", b"https://")
    files = {
        f"{KOOP}/{path.relative_to(root).as_posix()}": path.read_bytes()
        for path in (root / "frbr").rglob("*")
        if path.is_file()
    }
    report = _download(tmp_path, files, {f"{KOOP}/sru": lambda query: answer}, Dossier("32545"))
    had = [path for path in (tmp_path / "officielepublicaties").rglob("*") if path.is_file()]
    missing = {missing.path.rpartition("/")[2]: missing.reason for missing in report.missing}

    assert sorted(path.name for path in had) == [
        "ah-tk-20202021-3235.xml", "kst-32545-143.xml", "metadata.xml", "metadata.xml", "metadata.xml",
    ]  # fmt: skip
    assert all(path.read_bytes() == (root / "frbr" / path.relative_to(tmp_path)).read_bytes() for path in had)
    # The answer is from the publisher's own tests and has faults on purpose: an address that is none, a record with
    # the files of another one; of one attachment the PDF, of another the metadata is not at hand.
    assert set(missing) == {"blg-1007826.pdf", "metadata.xml", "publication blg-1025203", "publication kst-32545-144"}
    assert "one of another publication" in missing["publication kst-32545-144"]
    assert "leads away from the official hosts" in missing["publication blg-1025203"]


def test_motions_come_with_their_cases(tmp_path: Path) -> None:
    """34 real motions of dossier 29754 with 34 real cases, found by a composed search."""
    texts = {path.stem: path.read_bytes() for path in sorted((DATA / "motiematcher/kst_xml").glob("kst-29754-*.xml"))}
    papers = [Paper(identifier, "29754") for identifier in texts]
    files = {paper.address("xml"): texts[paper.id] for paper in papers}
    files |= {paper.address("metadata"): paper.files()[paper.address("metadata")] for paper in papers}
    cases = [json.loads((DATA / f"motiematcher/zaak_expand/{name}.json").read_bytes()) for name in texts]
    page = json.dumps({"@odata.context": "$metadata#Zaak", "value": cases}).encode()
    questions: dict[str, Respond] = {
        f"{KOOP}/sru": lambda query: sru_answer(papers, query, page=10),
        f"{CHAMBER}/OData/v4/2.0/Zaak": lambda query: page,
    }
    report = _download(tmp_path, files, questions, Dossier("29754"))

    assert (len(texts), report.missing) == (34, ())
    for identifier, body in texts.items():
        assert (tmp_path / f"officielepublicaties/kst/29754/{identifier}/1/xml/{identifier}.xml").read_bytes() == body
    assert json.loads((tmp_path / "odata/29754/Zaak/0001.json").read_bytes())["value"] == cases


def test_a_law_is_checked_by_its_real_manifest(tmp_path: Path) -> None:
    """The version at hand has the SHA-512 of the real manifest; the three that are not are listed."""
    law, folder = "BWBR0045754", DATA / "wetsuite"
    base = f"{LAWS}/bwb/{law}"
    files = {
        f"{base}/manifest.xml": (folder / "bwb_manifest.xml").read_bytes(),
        f"{base}/{law}.WTI": (folder / "bwb_wti.xml").read_bytes(),
        f"{base}/2022-05-01_0/xml/{law}_2022-05-01_0.xml": (folder / "bwb_toestand.xml").read_bytes(),
    }
    search: dict[str, Respond] = {f"{LAW_SEARCH}/sru/Search": lambda query: sru12_answer(law, ["2022-05-01_0"])}
    report = _download(tmp_path, files, search, Law(law))

    assert sorted(path.name for path in (tmp_path / "bwb").rglob("*") if path.is_file()) == [
        "BWBR0045754.WTI", "BWBR0045754_2022-05-01_0.xml", "manifest.xml",
    ]  # fmt: skip
    assert [missing.path.split("/")[2] for missing in report.missing] == [
        "2022-08-01_0",
        "2023-02-18_0",
        "2023-04-01_0",
    ]


def test_real_pages_of_searches_are_read() -> None:
    """A page of 76 publications, one of 92 laws, one law, and a diagnostic."""
    publications, laws = sru.search("x", "x"), sru.search_law("BWBR0005537")
    page = publications.read((DATA / "plooi/sru/sru.xml").read_bytes(), "adres")
    found = laws.read((DATA / "nl-eli-mcp/search_bestuursrecht.xml").read_bytes(), "adres")
    one = laws.read((DATA / "nl-eli-mcp/get_act_BWBR0005537.xml").read_bytes(), "adres")

    assert (page.total, len(page.keys), page.estimated) == (76, 10, True)
    assert "startRecord=11" in page.following
    assert all(record.files and record.stamp for record in page.items)
    assert (found.total, len(found.keys), "startRecord=6" in found.following) == (92, 5, True)
    assert (one.total, one.following) == (1, "")
    with pytest.raises(SourceError, match="unknown prefix dcterms"):
        publications.read((DATA / "transcribed/sru_unknown_index_diagnostic.xml").read_bytes(), "adres")


@pytest.mark.parametrize("entity", ["Activiteit", "Besluit", "Document", "Fractie", "Persoon", "Stemming"])
def test_real_rows_are_read(entity: str) -> None:
    """Answers of the chamber as they came, tombstones among them."""
    told = json.loads((DATA / f"motiematcher/odata_raw/api_response_tk__{entity}.json").read_bytes())

    assert len(odata.read_page(json.dumps(told["data"]).encode(), "https://adres/").keys) == 3


def test_the_sample_of_the_feed_is_read() -> None:
    """A page that others wrote down: one entry, the link to the next page on the feed itself."""
    address = syncfeed.feed_address("Persoon", 0)
    page = syncfeed.read_feed((DATA / "syncfeed_sample/persoon_feed_from_tests.xml").read_bytes(), address)

    assert (page.entries, page.first[:10], page.ended) == (1, "2023-08-29", False)
    assert syncfeed.token_of(page.following) == "99"
