"""The ontology's files as dictionaries, for tests that hold each term or value to a rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode, Quad

from ctgraph import assets
from ctgraph.graph.ontology import ontology_quads
from ctgraph.namespaces import CONCEPT, DEF, GRAPH, OWL, RDF, RDFS, SKOS

ONTOLOGY = assets.folder("ontology")
QUADS = tuple(ontology_quads(ONTOLOGY))
HEADER = DEF.removesuffix("#")
KINDS = {OWL + kind for kind in ("Class", "ObjectProperty", "DatatypeProperty")}


Said = Mapping[str, list[NamedNode | Literal]]


def iri(term: object) -> str:
    """The IRI of a node; empty for what is none."""
    return term.value if isinstance(term, NamedNode) else ""


def described(quads: tuple[Quad, ...]) -> dict[str, Said]:
    """What is said of each subject, by predicate."""
    found: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        assert isinstance(quad.object, NamedNode | Literal)
        found[iri(quad.subject)][quad.predicate.value].append(quad.object)
    return {subject: dict(said) for subject, said in found.items()}


ALL = described(QUADS)
TERMS = {
    subject.removeprefix(DEF): said
    for subject, said in ALL.items()
    if subject.startswith(DEF) and KINDS & {iri(each) for each in said.get(RDF + "type", [])}
}
SCHEMES = {
    subject.removeprefix(CONCEPT): said
    for subject, said in ALL.items()
    if SKOS + "ConceptScheme" in {iri(each) for each in said.get(RDF + "type", [])}
}
CONCEPTS = {
    subject.removeprefix(CONCEPT): said
    for subject, said in ALL.items()
    if SKOS + "Concept" in {iri(each) for each in said.get(RDF + "type", [])}
}
REUSED = {
    iri(quad.subject)
    for quad in QUADS
    if quad.graph_name == NamedNode(GRAPH + "ontology/external-terms")
    and quad.predicate.value == RDFS + "isDefinedBy"
    and not iri(quad.subject).startswith(GRAPH)
}


def languages(said: Said, predicate: str) -> list[str]:
    """The languages of the texts under a predicate, in order; empty for a text without one."""
    texts = [each for each in said.get(predicate, []) if isinstance(each, Literal)]
    return sorted(each.language or "" for each in texts)


def is_class(said: Said) -> bool:
    """Whether a term is a class."""
    return iri(said[RDF + "type"][0]) == OWL + "Class"
