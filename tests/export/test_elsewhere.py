"""What was exported loads elsewhere, and is there what it is here."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from ctgraph.export.dumps import export_release
from ctgraph.graph.canonical import digest
from ctgraph.namespaces import XSD
from ctgraph.store.releases import Release
from export import released
from export.elsewhere import oxigraph, virtuoso
from programs import program

OXIGRAPH = program("CTGRAPH_TEST_OXIGRAPH", "oxigraph")
VIRTUOSO, ISQL = (
    program("CTGRAPH_TEST_VIRTUOSO", "virtuoso-t"),
    program("CTGRAPH_TEST_ISQL", "isql-vt", "isql-v", "isql"),
)
BOOLEAN = NamedNode(XSD + "boolean")


@pytest.fixture(name="usual", scope="module")
def _usual(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """A release whose numbers are in the forms that a build writes."""
    return released.write(tmp_path_factory.mktemp("data"), released.usual_quads())


@pytest.fixture(name="dumped", scope="module")
def _dumped(usual: Release, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with its dumps."""
    folder = tmp_path_factory.mktemp("dumps")
    export_release(usual, folder, ["nq", "trig", "jsonld"], lambda what, done, total: None)
    return folder


# rdflib 7.6 uses its own deprecated names when it reads datasets.
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize(("name", "form"), [("nq", "nquads"), ("trig", "trig"), ("jsonld", "json-ld")])
def test_rdflib_holds_the_release(usual: Release, dumped: Path, name: str, form: str) -> None:
    """Each format with graphs, read by rdflib and written by it as N-Quads, has the canonical hash of the release."""
    data = rdflib.Dataset()
    data.parse(dumped / f"release.{name}", format=form)
    written = data.serialize(format="nquads", encoding="utf-8")

    assert usual.manifest.canonical_hash == digest(parse(written, RdfFormat.N_QUADS))


@pytest.mark.skipif(not OXIGRAPH, reason="no program oxigraph on PATH or in $CTGRAPH_TEST_OXIGRAPH")
@pytest.mark.parametrize("name", ["nq", "trig"])
def test_the_oxigraph_server_holds_the_release(usual: Release, dumped: Path, tmp_path: Path, name: str) -> None:
    """It counts as many statements, and its own dump has the canonical hash of the release."""
    with oxigraph(OXIGRAPH, dumped / f"release.{name}", tmp_path) as server:
        count, found = server.count(), digest(server.quads())

    assert sum(usual.manifest.statements.values()) == count
    assert usual.manifest.canonical_hash == found


@pytest.mark.skipif(not (VIRTUOSO and ISQL), reason="no virtuoso-t on PATH or in $CTGRAPH_TEST_VIRTUOSO, or no isql-vt")
def test_virtuoso_holds_the_release(usual: Release, dumped: Path, tmp_path: Path) -> None:
    """It counts as many statements, and but for booleans, which it writes as 1 and 0, the hash is that of the release."""
    with virtuoso(VIRTUOSO, ISQL, dumped / "release.nq", tmp_path) as server:
        count, found = server.count(), server.quads()

    assert sum(usual.manifest.statements.values()) == count
    assert usual.manifest.canonical_hash == digest(map(with_words, found))


def with_words(quad: Quad) -> Quad:
    """A statement with a boolean as a word, as XML Schema has it in canonical form."""
    if isinstance(quad.object, Literal) and quad.object.datatype == BOOLEAN:
        value = Literal({"1": "true", "0": "false"}[quad.object.value], datatype=BOOLEAN)
        return Quad(quad.subject, quad.predicate, value, quad.graph_name)
    return quad
