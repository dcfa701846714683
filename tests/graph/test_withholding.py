"""What breaks a rule is left out, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.graph.shapes import Rules, check, load_rules
from ctgraph.graph.withholding import sound
from ctgraph.identifiers import concept_iri, graph_iri, iri
from ctgraph.namespaces import DEF, PROV, RDF
from graph.test_shapes import FAULTY, ONTOLOGY, quads
from graph.test_shapes import sound as sound_examples

GRAPH = NamedNode(graph_iri("register", "motions"))
ROW = NamedNode(graph_iri("register", "motions") + "#kst-29754-5")
TYPE = NamedNode(RDF + "type")


@pytest.fixture(name="rules", scope="module")
def _rules() -> Rules:
    return load_rules(ONTOLOGY)


def _say(subject: NamedNode, predicate: str, item: NamedNode | Literal) -> Quad:
    return Quad(subject, NamedNode(predicate), item, GRAPH)


def test_sound_statements_stay(rules: Rules) -> None:
    """Nothing is left out where every rule holds."""
    statements = tuple(sound_examples())
    held = sound(statements, rules)

    assert (statements, ()) == (held.quads, held.withheld)


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_what_stays_holds_to_the_rules(path: Path, rules: Rules) -> None:
    """Of every planted fault the rest is sound, every violation is named, and what did not fail is still there."""
    statements = [*sound_examples(), *quads(path)]
    held = sound(statements, rules)

    assert () == check(held.quads, rules)
    assert set(check(statements, rules)) <= set(held.withheld)
    assert set(held.quads) < set(statements)
    at_fault = {f"<{each.focus}>" for each in held.withheld}
    assert {str(q.subject) for q in statements} - {str(q.subject) for q in held.quads} <= at_fault


def test_a_wrong_value_goes_alone(rules: Rules) -> None:
    """An unknown status is left out; what else is said of the thing stays, with the row that it came from."""
    response = NamedNode(iri("response", "kst-29754-6/kst-29754-5"))
    unknown = _say(response, DEF + "fulfilmentStatus", NamedNode(concept_iri("fulfilment-status", "perhaps")))
    label = _say(response, DEF + "step", Literal("1", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer")))
    source = _say(response, PROV + "wasDerivedFrom", ROW)
    held = sound([unknown, label, source], rules)

    assert unknown not in held.quads
    assert label in held.quads
    assert {("register/motions#kst-29754-5",)} == {each.rows for each in held.withheld}


def test_a_thing_that_lacks_something_goes_with_what_points_at_it(rules: Rules) -> None:
    """A motion with neither paper nor passage is left out, and no statement is left that leads to it."""
    motion, study = NamedNode(iri("motion", "kst-29754-5")), NamedNode(iri("study", "x"))
    statements = [_say(motion, RDF + "type", NamedNode(DEF + "Motion")), _say(study, DEF + "requestedBy", motion)]
    held = sound(statements, rules)

    assert () == held.quads
    assert motion.value in {each.focus for each in held.withheld}
