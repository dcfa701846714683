"""Records of laws as statements: they meet on official ids, keep to the shapes, and lead from article to dossier."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from ctgraph import assets
from ctgraph.graph.official import state_records
from ctgraph.graph.shapes import Rules, check, load_rules
from ctgraph.model.official import Sourced
from ctgraph.model.official.crosswalk import Crosswalk
from ctgraph.model.source import SourceFile
from ctgraph.namespaces import DEF, ID, RDF, RDFS
from ctgraph.readers import read
from ctgraph.version import VERSION
from readers.law_files import official, specimen

LAW = "law/BWBR0099991"
FILES = ("bwb_version.xml", "bwb_manifest.xml", "bwb_information.xml", "bwb_search.xml", "gazette.xml")
REAL = (
    "wetsuite/bwb_manifest.xml",
    "wetsuite/bwb_toestand.xml",
    "wetsuite/bwb_toestand_2.xml",
    "wetsuite/bwb_toestand_3.xml",
    "wetsuite/bwb_toestand_5.xml",
    "wetsuite/bwb_wti.xml",
    "wetsuite/stb.xml",
    "wetsuite/stcrt.xml",
    "bwb-java/BWBR0002458/manifest.xml",
    "bwb-java/BWBR0002458/BWBR0002458_2015-01-01_0.xml",
    "bwb-java/BWBV0001109/manifest.xml",
    "bwb-java/BWBV0001109/BWBV0001109.WTI",
    "nl-eli-mcp/get_act_BWBR0005537.xml",
    "nl-eli-mcp/search_bestuursrecht.xml",
)


@pytest.fixture(scope="module")
def rules() -> Rules:
    """The shapes of this version."""
    return load_rules(assets.folder("ontology"))


def quads(source: SourceFile) -> list[Quad]:
    """What the records of a file state."""
    return [quad for sourced in read(source, {}).records for quad in stated(sourced)]


def stated(sourced: Sourced) -> Iterable[Quad]:
    """What one record states, in its graph."""
    return state_records(sourced, Crosswalk(), VERSION)


def said(found: Iterable[Quad], subject: str, predicate: str) -> set[str]:
    """The objects of a property, things by kind and reference."""
    values = {
        quad.object
        for quad in found
        if quad.subject == NamedNode(ID + subject) and quad.predicate.value in (DEF + predicate, RDFS + predicate)
    }
    return {each.value.removeprefix(ID) for each in values if isinstance(each, NamedNode | Literal)}


@pytest.fixture(scope="module")
def ladders() -> list[Quad]:
    """All composed files about one law."""
    return [quad for name in FILES for quad in quads(specimen(name))]


def test_an_article_leads_to_its_gazette_and_dossier(ladders: list[Quad]) -> None:
    """From a version of an article to the publication that its text comes from, and from that to the dossier."""
    version = f"{LAW}/artikel/2a/2024-03-01"

    assert said(ladders, version, "versionOf") == {f"{LAW}/artikel/2a"}
    assert said(ladders, f"{LAW}/artikel/2a", "articleOf") == {LAW}
    assert "document/stb-2024-9993" in said(ladders, version, "textFrom")
    assert said(ladders, version, "commencedBy") == {"document/stb-2024-9994"}
    assert said(ladders, "document/stb-2024-9993", "cameFromDossier") == {"dossier/99993-VI"}
    assert said(ladders, "document/stb-2024-9993", "cameFromPaper") == {
        "document/kst-99993-VI-30",
        "document/kst-99993-VI-31",
    }


def test_sources_meet_on_one_version_of_a_law(ladders: list[Quad]) -> None:
    """The file itself and the manifest speak of the same version; its text is a document of its own."""
    version = f"{LAW}/2024-03-01"
    graphs = {quad.graph_name for quad in ladders if quad.subject == NamedNode(ID + version)}

    assert len(graphs) == 2
    assert said(ladders, version, "validDuring") == {"time/2024-03-01/open"}
    assert said(ladders, version, "versionText") == {"document/BWBR0099991_2024-03-01_0"}
    assert said(ladders, f"{LAW}/2024-03-01_1", "versionOf") == {LAW}


def test_a_law_goes_by_its_present_name(ladders: list[Quad]) -> None:
    """Former titles and abbreviations are other names; a manifest, which knows no name, gives none."""
    assert said(ladders, LAW, "label") == {"Ladderwet"}
    assert said(ladders, f"{LAW}/citeertitel/wet-uitlenen-ladders", "validDuring") == {"time/2020-01-01/2024-02-29"}
    assert said(quads(specimen("bwb_manifest.xml")), LAW, "label") == set()


def test_related_laws_and_bills_are_linked(ladders: list[Quad]) -> None:
    """A regulation rests on a law or an article, another law refers to it, and a pending bill would change it."""
    assert said(ladders, "law/BWBR0099992", "basedOn") == {LAW}
    assert said(ladders, "law/BWBR0099993", "basedOn") == {f"{LAW}/artikel/2a"}
    assert said(ladders, LAW, "basedOn") == {"law/BWBR0001840"}
    assert said(ladders, "law/BWBR0005537", "refersToLaw") == {LAW}
    assert said(ladders, "bill/99994", "amendsLaw") == {LAW}


def test_statements_of_all_files_keep_to_the_shapes(ladders: list[Quad], rules: Rules) -> None:
    """What several sources state of one law breaks no rule where it meets."""
    assert check(ladders, rules) == ()


@pytest.mark.parametrize("path", REAL)
def test_statements_of_real_files_keep_to_the_shapes(path: str, rules: Rules) -> None:
    """What a real file states alone breaks no rule, and every thing of ours that it names as a class is described."""
    found = quads(official(path))

    assert found
    assert check(found, rules) == ()


def test_the_real_history_of_an_article_is_told() -> None:
    """Article 3.3 of the Wet open overheid came from two dossiers by 2022, as two sources say."""
    version = "law/BWBR0045754/artikel/3.3/2022-05-01"
    by_text = quads(official("wetsuite/bwb_toestand.xml"))
    by_history = quads(official("wetsuite/bwb_wti.xml"))

    assert said(by_text, version, "textFrom") == {"document/stb-2021-499", "document/stb-2021-500"}
    assert said(by_history, version, "textFrom") == said(by_text, version, "textFrom")
    assert said(by_text, "document/stb-2021-500", "cameFromDossier") == {"dossier/35112"}


def test_every_subject_derives_from_its_record(ladders: list[Quad]) -> None:
    """Whatever is stated of a thing stands beside where it was read."""
    subjects = {str(quad.subject) for quad in ladders if str(quad.subject).startswith(f"<{ID}")}
    derived = {str(quad.subject) for quad in ladders if quad.predicate.value.endswith("wasDerivedFrom")}

    assert {each for each in subjects if "/run/" not in each} == derived
    assert any(quad.predicate.value == RDF + "type" for quad in ladders)
