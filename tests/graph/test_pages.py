"""Links to the pages and files of official publishers: of the right kind, and only of what is vouched for."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Quad

from ctgraph.graph.pages import juriconnect, law_links, publication_links
from ctgraph.graph.register import state_register
from ctgraph.namespaces import DCTERMS, FOAF, ID, OWL, RDFS
from register_tables import Cells, make_register

PAGE, FILE = FOAF + "isPrimaryTopicOf", DCTERMS + "hasFormat"
OFFICIAL = "https://zoek.officielebekendmakingen.nl/"


@pytest.mark.parametrize(
    ("identifier", "stem"),
    [
        ("kst-29754-645", "kst-29754-645"),
        ("kst-34775-VI-T", "kst-34775-VI-T"),
        ("h-tk-20212022-31-55", "h-tk-20212022-31-55"),
        ("ah-tk-20212022-123", "ah-tk-20212022-123"),
        ("stb-2017-51", "stb-2017-51"),
        ("dtn-56", ""),
        ("32017L0541", ""),
        ("ECLI:NL:HR:2021:1187", ""),
        ("kv-tk-2020Z13248", ""),
        ("kst-29754-645/1f2e3d4c", ""),
    ],
)
def test_publications(identifier: str, stem: str) -> None:
    """A publication of officielebekendmakingen has its page and its PDF there; others have none."""
    expected = [(PAGE, f"{OFFICIAL}{stem}.html"), (FILE, f"{OFFICIAL}{stem}.pdf")] if stem else []

    assert expected == [(name.value, address.value) for name, address in publication_links(identifier)]


@pytest.mark.parametrize(
    ("bwb", "day", "page", "jci"),
    [
        ("BWBR0005212", "", "https://wetten.overheid.nl/BWBR0005212", "jci1.3:c:BWBR0005212"),
        ("BWBR0005212", "2022-05-01", "https://wetten.overheid.nl/BWBR0005212/2022-05-01", "jci1.3:c:BWBR0005212"),
        ("CVDR123456", "", "", ""),
        ("", "", "", ""),
        ("BWBR0005212_2022-05-01_0", "", "", ""),
    ],
)
def test_laws(bwb: str, day: str, page: str, jci: str) -> None:
    """A law with a BWB id has a page, one for each day of its text, and a Juriconnect address."""
    assert [(PAGE, page)][: bool(page)] == [(name.value, address.value) for name, address in law_links(bwb, day)]
    assert jci == juriconnect(bwb)


def _led(folder: Path, tables: dict[str, list[Cells]]) -> set[tuple[str, str, str]]:
    """The links out of a register's things, other than those to where a row is from."""
    quads: list[Quad] = list(state_register(make_register(folder, tables), "0.1.0"))
    wanted = {PAGE, FILE, OWL + "sameAs", RDFS + "seeAlso"}
    return {
        (str(quad.subject)[1:-1].removeprefix(ID), quad.predicate.value, str(quad.object)[1:-1])
        for quad in quads
        if quad.predicate.value in wanted
    }


def test_only_what_is_vouched_for_leads_out(tmp_path: Path) -> None:
    """A row of low confidence has no link; an organisation is the same as its TOOI one if its row is sure of it."""
    paper, tooi = (
        {"dossier": "99999", "title": "x", "date": "2031"},
        "https://identifier.overheid.nl/tooi/id/ministerie/",
    )
    body = {"name": "Ministerie", "kind": "ministry"}
    tables: dict[str, list[Cells]] = {
        "dossiers": [{"key": "99999", "title": "x"}],
        "documents": [
            {**paper, "key": "kst-99999-1", "number": "1"},
            {**paper, "key": "kst-99999-2", "number": "2", "confidence": "low"},
        ],
        "laws": [
            {"key": "BWBR0099991", "name": "Wet", "bwb": "BWBR0099991"},
            {"key": "BWBR0099992", "name": "Wet 2", "bwb": "BWBR0099992", "confidence": "low"},
        ],
        "organisations": [
            {**body, "key": "a", "name": "Ministerie A", "tooi": f"{tooi}mnre0001"},
            {**body, "key": "b", "name": "Ministerie B", "tooi": f"{tooi}mnre0002", "confidence": "medium"},
        ],
    }

    assert _led(tmp_path, tables) == {
        ("document/kst-99999-1", PAGE, f"{OFFICIAL}kst-99999-1.html"),
        ("document/kst-99999-1", FILE, f"{OFFICIAL}kst-99999-1.pdf"),
        ("law/BWBR0099991", PAGE, "https://wetten.overheid.nl/BWBR0099991"),
        ("organisation/a", OWL + "sameAs", f"{tooi}mnre0001"),
        ("organisation/b", RDFS + "seeAlso", f"{tooi}mnre0002"),
    }
