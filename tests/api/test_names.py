"""The index of names of one release."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, parse

from ctgraph.api.names import NameIndex
from ctgraph.namespaces import ID

TRIPLES = """
@prefix ctg: <https://w3id.org/ctgraph/def#> .
@prefix id: <https://w3id.org/ctgraph/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
id:person\\/jose a ctg:Person ; rdfs:label "José d’Áncona" ; skos:altLabel "D'Ancona" .
id:person\\/jan a ctg:Person ; rdfs:label "Jan Ancona" .
id:person\\/nobody rdfs:label "Nobody Ancona" .
id:law\\/BWBR0000001 a ctg:Law ; rdfs:label "Proefwet" .
id:law\\/BWBR0000001\\/artikel\\/1 a ctg:LawArticle ; rdfs:label "Proefwet, artikel 1" .
id:dossier\\/36999 a ctg:Dossier ; rdfs:label "Ancona" .
"""


@pytest.fixture
def index() -> NameIndex:
    """A finished index of a few things."""
    made = NameIndex("r")
    made.add(quad.triple for quad in parse(TRIPLES, RdfFormat.TURTLE))
    made.finish()
    return made


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("jose d'ancona", ["person/jose", "person/jan"]),
        ("D’ANCONA", ["person/jose", "person/jan"]),
        ("Jan", ["person/jan"]),
        ("Proefwet", ["law/BWBR0000001"]),
        ("bwbr0000001", ["law/BWBR0000001"]),
        ("…", []),
        ("", []),
    ],
)
def test_words_find_things_of_the_kinds_held(index: NameIndex, words: str, found: list[str]) -> None:
    """Accents, case and order do not matter; parts of laws, things without a class and other kinds stay out."""
    assert found == [each.thing.reference for each in index.find(words)]


def test_only_the_classes_wanted(index: NameIndex) -> None:
    """A class keeps out things of others."""
    assert [] == index.find("Proefwet", ["https://w3id.org/ctgraph/def#Person"])


def test_beginnings(index: NameIndex) -> None:
    """Labels that begin so come first, then labels with such a word; never more than asked."""
    assert ["person/jose", "person/jan"] == [each.reference for each in index.begin("d anc", 5)] + ["person/jan"]
    assert ["person/jan", "person/jose"] == sorted(each.reference for each in index.begin("anc", 5))
    assert 1 == len(index.begin("anc", 1))


def test_the_order_of_reading_does_not_matter() -> None:
    """The same statements in another order give the same answers."""
    triples = [quad.triple for quad in parse(TRIPLES, RdfFormat.TURTLE)]
    answers = []
    for order in (triples, triples[::-1]):
        made = NameIndex("r")
        made.add(order)
        made.finish()
        answers.append((made.find("ancona"), made.begin("p", 9), made.classes(), made.get([f"{ID}person/jose"])))

    assert answers[0] == answers[1]
