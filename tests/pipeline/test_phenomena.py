"""The thesaurus of phenomena as linking gets it."""

from __future__ import annotations

from pyoxigraph import RdfFormat, parse

from ctgraph.model.gazetteer import Phenomenon
from ctgraph.pipeline.phenomena import phenomena

TURTLE = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix value: <https://w3id.org/ctgraph/concept/phenomenon/> .
@prefix other: <https://w3id.org/ctgraph/concept/modality/> .

value:b skos:prefLabel "onrust"@nl , "unrest"@en ;
    skos:altLabel "rumoer"@nl ;
    skos:hiddenLabel "onrustig"@nl ;
    skos:broader value:a .
value:a skos:prefLabel "spanning"@nl .
value:c skos:prefLabel "nameless"@en .
other:fact skos:prefLabel "feit"@nl .
"""


def test_phenomena_have_their_dutch_names_and_what_is_above_them() -> None:
    """Preferred labels come first; other languages, other schemes and what has no Dutch name stay out."""
    assert phenomena(parse(TURTLE, format=RdfFormat.TURTLE)) == (
        Phenomenon("a", ("spanning",)),
        Phenomenon("b", ("onrust", "onrustig", "rumoer"), ("a",)),
    )


def test_an_ontology_without_the_thesaurus_has_none() -> None:
    """Nothing is found where nothing is."""
    assert phenomena([]) == ()
