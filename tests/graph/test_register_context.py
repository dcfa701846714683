"""What the register says of things that a source only points at."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import NamedNode, Quad

from ctgraph import assets
from ctgraph.graph.canonical import nquads
from ctgraph.graph.register.context import RegisterContext
from ctgraph.graph.shapes import check, load_rules
from ctgraph.graph.terms import ctg, thing
from ctgraph.identifiers import graph_iri
from register_tables import make_register

ROWS = {
    "persons": [{"key": "anna-zwart", "name": "Anna Zwart", "surname": "Zwart"}],
    "organisations": [{"key": "kamer", "name": "Kamer", "kind": "chamber"}],
    "tenures": [
        {
            "key": "anna-zwart/lid",
            "person": "anna-zwart",
            "role": "lid",
            "organisation": "kamer",
            "since": "2021-03-31",
        },
        {"key": "anna-zwart/minister", "person": "anna-zwart", "role": "minister"},
    ],
}
GRAPH = NamedNode(graph_iri("text", "kst-1-2"))
TENURE = thing("tenure", "anna-zwart/lid")


def _context(folder: Path) -> RegisterContext:
    return RegisterContext(make_register(folder, ROWS), "0.1.0")


def test_what_is_pointed_at_is_described_and_what_that_leads_to(tmp_path: Path) -> None:
    """A tenure comes with its holder, post, body and period; another tenure of the same person does not."""
    pointing = Quad(thing("participation", "kst-1-2/a"), ctg("inTenure"), TENURE, GRAPH)
    told = {str(quad.subject).rpartition("/id/")[2][:-1] for quad in _context(tmp_path).of(nquads([pointing]))}

    expected = {"tenure/anna-zwart/lid", "person/anna-zwart", "organisation/kamer", "post/lid"}
    assert expected <= told
    assert "tenure/anna-zwart/minister" not in told


def test_what_is_told_keeps_every_rule(tmp_path: Path) -> None:
    """The description is whole enough to be held against the shapes beside a source."""
    pointing = Quad(thing("participation", "kst-1-2/a"), ctg("inTenure"), TENURE, GRAPH)

    assert () == check(_context(tmp_path).of(nquads([pointing])), load_rules(assets.folder("ontology")))


def test_nothing_is_told_of_what_nobody_points_at(tmp_path: Path) -> None:
    """A source that names a person describes him itself."""
    naming = Quad(thing("participation", "kst-1-2/a"), ctg("participant"), thing("person", "anna-zwart"), GRAPH)

    assert [] == _context(tmp_path).of(nquads([naming]))
