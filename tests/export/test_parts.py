"""One document and one dossier go out as the whole does: in every format, whole or not at all."""

from __future__ import annotations

import csv
import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from ctgraph.errors import UsageError
from ctgraph.export.csvw import write_safe
from ctgraph.export.dumps import export_release
from ctgraph.export.jsonld import write_json_ld
from ctgraph.export.parts import Wanted
from ctgraph.export.tables import tables
from ctgraph.namespaces import FOAF, ID, VOID, XSD
from ctgraph.store.releases import Release
from export import released

PAPER = "kst-36999-12"
FORMATS = {
    "nq": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "ttl": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "rdf": RdfFormat.RDF_XML,
}


def export(release: Release, to: Path, wanted: Wanted, form: str = "all") -> set[str]:
    """Export a part, and give the names of its files."""
    export_release(release, to, [form], lambda what, done, total: None, wanted)
    return {path.name for path in to.iterdir()}


def of_paper(quad: Quad) -> bool:
    """Whether a statement was read from the paper, or is about it."""
    return str(quad.graph_name).endswith(f"/{PAPER}>") or str(quad.subject) == f"<{ID}document/{PAPER}>"


@pytest.mark.parametrize("written", [PAPER, PAPER.upper()])
def test_a_document_is_what_was_read_from_it(release: Release, tmp_path: Path, written: str) -> None:
    """Its graphs and what others state of it, nothing else, in any spelling of its id; the same in all formats."""
    found = export(release, tmp_path, Wanted(document=written))
    expected = {quad for quad in released.quads() if of_paper(quad)}
    triples = {quad.triple for quad in expected}

    assert {f"{PAPER}.{form}{packed}" for form in FORMATS for packed in ("", ".gz", ".zst")} < found
    assert 10 < len(expected) < len(set(released.quads()))
    for form, kind in FORMATS.items():
        quads = list(parse(path=tmp_path / f"{PAPER}.{form}", format=kind))
        assert triples == {quad.triple for quad in quads}
        assert form in ("ttl", "rdf") or Counter(quads) == Counter(expected)


@pytest.mark.parametrize(
    ("wanted", "stem", "topic"),
    [
        (Wanted(document=PAPER), PAPER, f"{ID}document/{PAPER}"),
        (Wanted(dossier="36 999"), "dossier-36999", f"{ID}dossier/36999"),
    ],
)
def test_a_part_says_what_it_is(release: Release, tmp_path: Path, wanted: Wanted, stem: str, topic: str) -> None:
    """A dataset within that of the release, with true figures, and a manifest with the checksum of every dump."""
    names = export(release, tmp_path, wanted)
    manifest = json.loads((tmp_path / f"{stem}.manifest.json").read_text(encoding="utf-8"))
    told = {quad.triple for quad in parse(path=tmp_path / f"{stem}.about.ttl", format=RdfFormat.TURTLE)}
    part = NamedNode(f"https://w3id.org/ctgraph/release/{release.id}#part/{stem}")
    quads = (tmp_path / f"{stem}.nq").read_bytes()
    triples = {quad.triple for quad in parse(quads, RdfFormat.N_QUADS)}
    count = Literal(str(len(triples)), datatype=NamedNode(XSD + "integer"))

    assert hashlib.sha256(quads).hexdigest() == manifest["canonical_hash"]
    assert release.manifest.canonical_hash == manifest["release"]["canonical_hash"]
    assert names == {each["name"] for each in manifest["files"]} | {
        "SHA256SUMS", f"{stem}.about.ttl", f"{stem}.manifest.json",
    }  # fmt: skip
    for each in manifest["files"]:
        data = (tmp_path / each["name"]).read_bytes()
        assert (each["bytes"], each["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert {
        Triple(NamedNode(part.value.partition("#")[0]), NamedNode(VOID + "subset"), part),
        Triple(part, NamedNode(FOAF + "primaryTopic"), NamedNode(topic)),
        Triple(part, NamedNode(VOID + "triples"), count),
    } <= told


def test_a_dossier_has_its_documents(release: Release, tmp_path: Path) -> None:
    """What is stated of the dossier, and what was read from each document in it; tables have rows of it alone."""
    export(release, tmp_path, Wanted(dossier="36999"))
    subjects = {str(quad.subject) for quad in parse(path=tmp_path / "dossier-36999.nq", format=RdfFormat.N_QUADS)}
    with (tmp_path / "documents.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert {f"<{ID}dossier/36999>", f"<{ID}document/{PAPER}>"} <= subjects
    assert any(row["document"].endswith(f"document/{PAPER}") for row in rows)


@pytest.mark.parametrize(
    ("wanted", "form", "reason"),
    [
        (Wanted(document="kst-1-1"), "nq", "holds nothing of this: 'kst-1-1'"),
        (Wanted(dossier="99999"), "nq", "holds nothing of this: '99999'"),
        (Wanted("36999", PAPER), "nq", "a dossier or a document, not both"),
        (Wanted(), "rdf", "no such format: 'rdf'"),
    ],
)
def test_what_is_not_there_is_refused(release: Release, tmp_path: Path, wanted: Wanted, form: str, reason: str) -> None:
    """A clear message, and nothing is left in the folder."""
    with pytest.raises(UsageError, match=reason):
        export(release, tmp_path, wanted, form)

    assert [] == list(tmp_path.iterdir())


# rdflib 7.6 uses its own deprecated names when it reads datasets.
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_another_processor_reads_the_compact_form(release: Release, tmp_path: Path) -> None:
    """Rdflib makes of the JSON-LD what pyoxigraph makes of the N-Quads."""
    export(release, tmp_path, Wanted(document=PAPER))
    data = rdflib.Dataset()
    data.parse(tmp_path / f"{PAPER}.jsonld", format="json-ld")
    plain = rdflib.Dataset()
    plain.parse(tmp_path / f"{PAPER}.nq", format="nquads")

    assert {tuple(map(str, quad)) for quad in data.quads()} == {tuple(map(str, quad)) for quad in plain.quads()}


def test_compact_means_our_words(tmp_path: Path, dumps: Path) -> None:
    """Terms of the context stand for IRIs, classes and values; no statement makes a file with no node."""
    said = json.loads((dumps / "release.jsonld").read_text(encoding="utf-8"))
    nodes = [node for graph in said["@graph"] for node in graph["@graph"]]
    citation = next(node for node in nodes if node.get("@type") == "Citation")
    write_json_ld([], tmp_path / "empty.jsonld")

    assert citation["@id"].startswith("id:citation/")
    assert citation["resolutionStatus"].startswith("c:resolution-status/")
    assert isinstance(citation["citationText"], str)
    assert [] == json.loads((tmp_path / "empty.jsonld").read_text(encoding="utf-8"))["@graph"]


def test_tables_have_a_description_and_a_safe_form(release: Release, dumps: Path) -> None:
    """CSV on the Web names each table with its columns; in the safe form no cell is a formula, and it says so."""
    said = json.loads((dumps / "csv-metadata.json").read_text(encoding="utf-8"))
    described = {table["url"]: table for table in said["tables"]}

    assert {f"{table.name}{end}" for table in tables() for end in (".csv", ".spreadsheet.csv")} == set(described)
    for url, table in described.items():
        with (dumps / url).open(encoding="utf-8", newline="") as file:
            header, *rows = list(csv.reader(file))
        assert header == [column["name"] for column in table["tableSchema"]["columns"]]
        if url.endswith(".spreadsheet.csv"):
            assert "apostrophe" in table["dc:description"]
            assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_a_formula_is_defused(tmp_path: Path) -> None:
    """A cell that a spreadsheet would run has an apostrophe before it; others stay as they are."""
    (tmp_path / "t.csv").write_bytes(b'a,b\r\n"=HYPERLINK(""x"")",plain\r\n-1,"two\nlines"\r\n')
    write_safe(tmp_path / "t.csv", tmp_path / "s.csv")
    with (tmp_path / "s.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))

    assert [["a", "b"], ['\'=HYPERLINK("x")', "plain"], ["'-1", "two\nlines"]] == rows
