"""The JSON-LD context at work: plain JSON becomes the statements that the Turtle would give."""

from __future__ import annotations

import json

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse

from ctgraph import assets
from ctgraph.graph.context import context
from ctgraph.graph.ontology import ontology_quads
from ctgraph.graph.vocabulary import read_vocabulary

VOCABULARY = read_vocabulary(ontology_quads(assets.folder("ontology")))
PREFIXES = """
@prefix ctg: <https://w3id.org/ctgraph/def#> .
@prefix id: <https://w3id.org/ctgraph/id/> .
@prefix c: <https://w3id.org/ctgraph/concept/> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


# rdflib's own reader of JSON-LD makes a graph of a kind that rdflib has deprecated.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
@pytest.mark.parametrize(
    ("document", "turtle"),
    [
        (
            {"@id": "id:motion/kst-1-7", "@type": "Motion", "textInDocument": "id:document/kst-1-7"},
            "id:motion\\/kst-1-7 a ctg:Motion ; ctg:textInDocument id:document\\/kst-1-7 .",
        ),
        (
            {"@id": "id:response/a", "fulfilmentStatus": "c:fulfilment-status/addressed", "confidence": "0.9"},
            'id:response\\/a ctg:fulfilmentStatus c:fulfilment-status\\/addressed ; ctg:confidence "0.9"^^xsd:decimal .',
        ),
        (
            {"@id": "id:time/a", "edtf": "2022-23", "earliest": "2022-09-01", "verbatimTime": "dit najaar"},
            'id:time\\/a ctg:edtf "2022-23"^^edtf:EDTF ; ctg:earliest "2022-09-01"^^xsd:date ;'
            ' ctg:verbatimTime "dit najaar" .',
        ),
        (
            {"@id": "id:citation/a", "resolutionReason": {"nl": "nee", "en": "no"}, "label": {"nl": "x"}},
            'id:citation\\/a ctg:resolutionReason "nee"@nl , "no"@en ; rdfs:label "x"@nl .',
        ),
        (
            {"@id": "id:entry/a", "isMainDossier": True, "subNumber": "T"},
            'id:entry\\/a ctg:isMainDossier true ; ctg:subNumber "T" .',
        ),
    ],
)
def test_json_by_our_names_is_our_statements(document: dict[str, object], turtle: str) -> None:
    """Types, links, values with their datatypes, and texts by language."""
    text = json.dumps({**context(VOCABULARY), **document})
    expected = {quad.triple for quad in parse(PREFIXES + turtle, RdfFormat.TURTLE)}
    by_rdflib = rdflib.Graph().parse(data=text, format="json-ld").serialize(format="nt")

    assert {quad.triple for quad in parse(text, RdfFormat.JSON_LD)} == expected
    assert {quad.triple for quad in parse(by_rdflib, RdfFormat.N_TRIPLES)} == expected


def test_every_term_is_in_the_context_by_its_own_name() -> None:
    """No term is left out, and none hides a prefix or another word."""
    words = context(VOCABULARY)["@context"]
    assert isinstance(words, dict)

    for term in VOCABULARY.terms:
        entry = words[term.name]
        assert (entry["@id"] if isinstance(entry, dict) else entry) == f"ctg:{term.name}"
    assert words["ctg"] == "https://w3id.org/ctgraph/def#"
