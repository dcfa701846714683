"""The ontology as objects."""

from __future__ import annotations

import random

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from ctgraph import assets
from ctgraph.graph.ontology import ontology_quads
from ctgraph.graph.vocabulary import Term, Value, Words, read_vocabulary
from ctgraph.namespaces import CONCEPT, DEF, GRAPH, XSD

QUADS = tuple(ontology_quads(assets.folder("ontology")))
VOCABULARY = read_vocabulary(QUADS)
TERMS = {term.name: term for term in VOCABULARY.terms}
VALUES = {value.name: value for value in VOCABULARY.values}


def read(turtle: str) -> dict[str, Term]:
    """The terms of a module in a few lines."""
    prefixes = (
        f"@prefix ctg: <{DEF}> . @prefix owl: <http://www.w3.org/2002/07/owl#> . "
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix dcterms: <http://purl.org/dc/terms/> . "
    )
    graph = NamedNode(GRAPH + "ontology/planted")
    quads = [quad.triple for quad in parse(prefixes + turtle, RdfFormat.TURTLE)]
    read = read_vocabulary(Quad(triple.subject, triple.predicate, triple.object, graph) for triple in quads)
    return {term.name: term for term in read.terms}


def test_a_class_is_read_whole() -> None:
    """Kind, module, words in both languages, what it is under, and its version."""
    motion = TERMS["Motion"]

    assert (motion.kind, motion.module, motion.iri) == ("class", "parliament", DEF + "Motion")
    assert motion.labels == (Words("en", "motion"), Words("nl", "motie"))
    assert motion.above == (DEF + "ParliamentaryInstrument",)
    assert (motion.status, motion.since, motion.deprecated) == ("testing", "0.1.0", False)


def test_a_property_knows_the_lists_and_datatypes_of_the_shapes() -> None:
    """What OWL cannot say of a property, the shapes do."""
    assert TERMS["fulfilmentStatus"].values == (CONCEPT + "fulfilment-status",)
    assert (TERMS["earliest"].range, TERMS["earliest"].datatype) == ("", XSD + "date")
    assert (TERMS["asks"].domain, TERMS["asks"].range) == (DEF + "ParliamentaryInstrument", DEF + "Request")


def test_values_know_their_list_and_place() -> None:
    """A value has its list, its notation, the values above it, and its step on a scale."""
    assert VALUES["phenomenon/accelerationisme"].broader == ("phenomenon/rechts-extremisme",)
    assert VALUES["threat-level-five-step/kritiek"].step == 5
    value: Value = VALUES["modality/fact"]
    assert (value.scheme, value.notation) == ("modality", "fact")


@pytest.mark.parametrize(
    ("name", "held"), [("threat-level-four-step", "2005/2016"), ("threat-level-five-step", "2016/.."), ("modality", "")]
)
def test_scales_say_when_they_held(name: str, held: str) -> None:
    """A scale has its period as EDTF; other lists have none."""
    assert next(scheme.held for scheme in VOCABULARY.schemes if scheme.name == name) == held


def test_a_deprecated_term_says_so() -> None:
    """`owl:deprecated` and what takes the term's place are read."""
    old = read("ctg:old a owl:ObjectProperty ; owl:deprecated true ; dcterms:isReplacedBy ctg:new .")["old"]

    assert (old.deprecated, old.replaced_by, old.module) == (True, DEF + "new", "planted")


def test_terms_of_others_are_not_ours() -> None:
    """A class of another vocabulary that the files declare is none of the terms."""
    assert read("<http://example.org/Motion> a owl:Class .") == {}


def test_the_order_of_the_quads_does_not_matter() -> None:
    """The same statements in another order give the same objects."""
    shuffled = list(QUADS)
    random.Random(7).shuffle(shuffled)

    assert read_vocabulary(shuffled) == VOCABULARY


def test_nothing_gives_an_empty_ontology() -> None:
    """A graph without an ontology is read as one without terms."""
    assert (read_vocabulary([]).terms, read_vocabulary([]).version) == ((), "")
