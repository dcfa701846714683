"""The ontology's files as named graphs."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode

from ctgraph import assets
from ctgraph.errors import InputError
from ctgraph.graph.ontology import file_quads, ontology_quads
from ctgraph.identifiers import graph_iri

ONTOLOGY = assets.folder("ontology")


def test_each_file_is_a_graph_and_examples_are_none() -> None:
    """Header, reused terms, modules, values and shapes each have a graph; examples never enter a release."""
    graphs = {str(quad.graph_name)[1:-1] for quad in ontology_quads(ONTOLOGY)}
    parts = {"modules": "", "concepts": "", "shapes": "shapes-"}
    stems = {prefix + path.stem for part, prefix in parts.items() for path in (ONTOLOGY / part).glob("*.ttl")}

    assert graphs == {graph_iri("ontology", stem) for stem in stems | {"ctgraph", "external-terms"}}


def test_a_module_is_named_as_its_graph() -> None:
    """The ontology that a module declares is the graph that holds it, so that an import can be followed."""
    declared = {
        str(quad.subject)
        for path in (ONTOLOGY / "modules").glob("*.ttl")
        for quad in file_quads(path, path.stem)
        if quad.object == NamedNode("http://www.w3.org/2002/07/owl#Ontology") and quad.subject == quad.graph_name
    }

    assert len(declared) == len(list((ONTOLOGY / "modules").glob("*.ttl")))


def test_there_is_no_blank_node() -> None:
    """Every node has a name, shapes included: a release takes no other."""
    nodes = {type(node) for quad in ontology_quads(ONTOLOGY) for node in (quad.subject, quad.object)}

    assert BlankNode not in nodes


def test_the_order_is_the_same_each_time() -> None:
    """Two readings give the same statements in the same order."""
    assert list(ontology_quads(ONTOLOGY)) == list(ontology_quads(ONTOLOGY))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<http://example.org/a> <http://example.org/b> [] .", "a blank node"),
        ("<http://example.org/a> <http://example.org/b>", "it is no Turtle"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(text: str, reason: str, tmp_path: Path) -> None:
    """The refusal names the file, says why and what to do."""
    path = tmp_path / "module.ttl"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(InputError, match=reason) as refused:
        list(file_quads(path, "module"))
    assert refused.value.path == str(path)
    assert refused.value.advice


def test_an_absent_file_is_refused(tmp_path: Path) -> None:
    """A folder without a header is no ontology."""
    with pytest.raises(InputError, match=r"ctgraph\.ttl"):
        list(ontology_quads(tmp_path))
