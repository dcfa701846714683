"""The ontology under a reasoner: inside OWL 2 DL and RL, consistent, and without a class that nothing can be in.

HermiT and OWLAPI come with owlready2; a small Java program asks them (tests/owl). Where there is no JDK, the tests are
skipped and say so. Values of datatypes that OWL 2 does not know (xsd:date, EDTF) are left out: a reasoner refuses them,
and the shapes hold them to their form.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from ctgraph import assets
from ctgraph.graph.ontology import ontology_quads
from ctgraph.namespaces import DEF, EDTF, GRAPH, OWL, RDF, RDFS, XSD

ONTOLOGY = assets.folder("ontology")
PROGRAM = Path(__file__).parent / "owl" / "OntologyCheck.java"
HEADER = DEF.removesuffix("#")
UNKNOWN_TO_OWL = frozenset({EDTF + "EDTF", XSD + "date"})

pytestmark = pytest.mark.skipif(
    shutil.which("javac") is None, reason="no JDK here: the reasoner needs Java 11 or later"
)


def statements() -> list[Triple]:
    """Header, reused terms, modules and values as one ontology; shapes are none of it."""
    shapes = GRAPH + "ontology/shapes-"
    return [quad.triple for quad in ontology_quads(ONTOLOGY) if not str(quad.graph_name)[1:].startswith(shapes)]


def examples() -> list[Triple]:
    """The examples that conform to the shapes."""
    paths = sorted(set((ONTOLOGY / "examples").glob("*.ttl")) - set((ONTOLOGY / "examples").glob("*.invalid.ttl")))
    return [quad.triple for path in paths for quad in parse(path=path)]


def taken(triple: Triple) -> bool:
    """Whether a reasoner can take a statement in: imports are merged already, and some datatypes it does not know."""
    if isinstance(triple.object, Literal):
        return triple.object.datatype.value not in UNKNOWN_TO_OWL
    is_part = triple.object == NamedNode(OWL + "Ontology") and triple.subject != NamedNode(HEADER)
    return triple.predicate != NamedNode(OWL + "imports") and not is_part


PLANTED = {
    "unsatisfiable": f"""
        <{DEF}Chimera> a <{OWL}Class> ; <{RDFS}subClassOf> <{DEF}Debate> , <{DEF}Document> .""",
    "inconsistent": f"""
        <https://example.org/chimera> a <{DEF}Debate> , <{DEF}Document> .""",
    "OWL 2 DL": f"""
        <{DEF}wild> a <{OWL}ObjectProperty> ; <{RDFS}range> <https://example.org/Undeclared> .""",
    "OWL 2 RL": f"""
        <{DEF}Counted> a <{OWL}Class> ; <{RDFS}subClassOf> [
            a <{OWL}Restriction> ; <{OWL}onProperty> <{DEF}asks> ;
            <{OWL}minCardinality> "1"^^<{XSD}nonNegativeInteger> ] .""",
}
"""Turtle that must not be in the ontology, by how the finding on it begins."""


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """What OWLAPI and HermiT say of the ontology, of it with the examples, and of it with each planted fault."""
    asked = {"ontology": statements(), "examples": [*statements(), *examples()]}
    for fault, turtle in PLANTED.items():
        asked[fault] = [*statements(), *(quad.triple for quad in parse(turtle.encode(), RdfFormat.TURTLE))]
    folder = tmp_path_factory.mktemp("owl")
    for name, triples in asked.items():
        written = sorted({triple for triple in triples if taken(triple)}, key=str)
        (folder / name).write_bytes(serialize(written, format=RdfFormat.RDF_XML) or b"")
    found: dict[str, list[str]] = {name: [] for name in asked}
    for line in reasoned([folder / name for name in asked]).splitlines():
        name, _, finding = line.partition("\t")
        found[name].append(finding)
    return found


def reasoned(files: Sequence[Path]) -> str:
    """The answer of the Java program on some files."""
    package = find_spec("owlready2")
    assert package is not None
    assert package.origin is not None
    reasoner = Path(package.origin).parent / "hermit" / "HermiT.jar"
    command = ["java", "-cp", str(reasoner), str(PROGRAM), *map(str, files)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


def test_the_reasoner_has_read_the_ontology(findings: Mapping[str, list[str]]) -> None:
    """There are axioms by the thousand: what was looked at is no empty file."""
    counts = {name: int(found[0].removeprefix("axioms: ")) for name, found in findings.items()}

    assert counts["ontology"] > 1_000
    assert counts["examples"] > counts["ontology"]


def test_the_ontology_is_in_owl_2_dl_and_rl(findings: Mapping[str, list[str]]) -> None:
    """Nothing in the ontology, its values included, leaves one of the two profiles."""
    assert [each for each in findings["ontology"] if each.startswith("OWL 2")] == []


def test_the_ontology_is_consistent(findings: Mapping[str, list[str]]) -> None:
    """The axioms and the values do not contradict each other."""
    assert "inconsistent" not in findings["ontology"]


def test_every_class_can_have_a_member(findings: Mapping[str, list[str]]) -> None:
    """No class is under two that exclude each other."""
    assert [each for each in findings["ontology"] if each.startswith("unsatisfiable")] == []


def test_the_examples_are_consistent_with_the_ontology(findings: Mapping[str, list[str]]) -> None:
    """No example makes a thing two kinds that exclude each other; the profiles are about the ontology, not about data."""
    assert "inconsistent" not in findings["examples"]


@pytest.mark.parametrize("fault", sorted(PLANTED))
def test_planted_faults_are_found(fault: str, findings: Mapping[str, list[str]]) -> None:
    """A class that excludes itself, a thing that does, an undeclared class and a construct outside RL are reported."""
    assert any(each.startswith(fault) for each in findings[fault])


def test_what_the_reasoner_cannot_take_is_only_dates() -> None:
    """Nothing else is kept from the reasoner than days, EDTF readings, imports and the modules' own headers."""
    kept = [triple for triple in [*statements(), *examples()] if not taken(triple)]
    literals = {each.object.datatype.value for each in kept if isinstance(each.object, Literal)}
    others = {each.predicate.value for each in kept if not isinstance(each.object, Literal)}

    assert literals == UNKNOWN_TO_OWL
    assert others == {OWL + "imports", RDF + "type"}
