"""The validator of every build against pySHACL, which is slow and faithful."""

from __future__ import annotations

import logging

import pyshacl
import pytest
import rdflib
from pyoxigraph import Quad, RdfFormat, parse, serialize

from ctgraph import assets
from ctgraph.graph.ontology import file_quads, files
from ctgraph.graph.shapes import check, load_rules
from ctgraph.namespaces import SH

ONTOLOGY = assets.folder("ontology")


def shapes() -> list[Quad]:
    """All shapes."""
    chosen = [(stem, path) for stem, path in files(ONTOLOGY) if path.parent.name == "shapes"]
    return [quad for stem, path in chosen for quad in file_quads(path, stem)]


def examples() -> list[Quad]:
    """The passing and the failing examples together."""
    return [quad for path in sorted((ONTOLOGY / "examples").glob("*.ttl")) for quad in parse(path=path)]


def graph(quads: list[Quad], more: str = "") -> rdflib.Graph:
    """The statements as pySHACL takes them."""
    text = serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""
    return rdflib.Graph().parse(data=text.decode() + more, format="nt")


def test_pyshacl_finds_the_same(caplog: pytest.LogCaptureFixture) -> None:
    """On the examples with all their planted faults, both report the same nodes under the same rules."""
    caplog.set_level(logging.CRITICAL, "rdflib")  # it warns of the days that do not exist, planted on purpose
    rules = load_rules(ONTOLOGY)
    _, report, _ = pyshacl.validate(graph(examples(), rules.background), shacl_graph=graph(shapes()))
    focus, source = rdflib.URIRef(SH + "focusNode"), rdflib.URIRef(SH + "sourceShape")
    # Results within results explain a failed sh:node; the report itself points to the outer ones only.
    outer = set(report.objects(None, rdflib.URIRef(SH + "result")))
    theirs = {(str(report.value(each, focus)), str(report.value(each, source))) for each in outer}

    ours = [*check(examples(), rules), *check(examples(), load_rules(ONTOLOGY, recommended=True))]

    assert {(each.focus, each.rule) for each in ours} == theirs
