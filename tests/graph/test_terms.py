"""Primitives of statements."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from ctgraph import assets
from ctgraph.graph import terms


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.9, "0.9"),
        (0.99, "0.99"),
        (1.0, "1"),
        (0.0, "0"),
        (100, "100"),
        (Decimal("0.90"), "0.9"),
        (1e-7, "0.0000001"),
    ],
)
def test_decimals_are_canonical(value: float, written: str) -> None:
    """A decimal has one form, without exponent and without zeros at its end."""
    assert terms.decimal(value).value == written


@pytest.mark.parametrize(
    "literal",
    [
        terms.decimal(0.9),
        terms.decimal(1.0),
        terms.integer(0),
        terms.integer(1234),
        terms.boolean(True),
        terms.boolean(False),
        terms.day(date(2022, 7, 6)),
        terms.edtf("2022-23"),
        terms.text("c\u0327 «x»\n"),
        terms.text("tekst", "nl"),
    ],
)
def test_a_store_hands_literals_back_unchanged(literal: Literal) -> None:
    """No literal is rewritten by the store, so that shapes see what was stated."""
    store, name = Store(), NamedNode("http://example.org/x")
    store.add(Quad(name, name, literal))

    assert [quad.object for quad in store] == [literal]


def test_a_term_outside_the_registry_is_refused() -> None:
    """A misspelt local name never becomes a statement."""
    assert terms.ctg("supportedBy").value == "https://w3id.org/ctgraph/def#supportedBy"
    with pytest.raises(KeyError):
        terms.ctg("suportedBy")


def test_classes_and_properties_do_not_overlap() -> None:
    """Classes begin with a capital and properties with a small letter, in one registry each."""
    assert all(name[0].isupper() for name in terms.CLASSES)
    assert all(name[0].islower() for name in terms.PROPERTIES)
    assert set(terms.ORGANISATION_CLASSES.values()) <= terms.CLASSES


def test_every_term_is_defined_by_the_ontology() -> None:
    """No statement uses a class or property of ours that the ontology does not define."""
    files = sorted((assets.folder("ontology") / "modules").glob("*.ttl"))
    defined = {
        triple.subject.value
        for file in files
        for triple in parse(path=file, format=RdfFormat.TURTLE)
        if triple.predicate == terms.TYPE and isinstance(triple.subject, NamedNode)
    }

    assert {terms.ctg(name).value for name in terms.CLASSES | terms.PROPERTIES} <= defined


def test_things_and_concepts_have_the_addresses_of_identifiers() -> None:
    """Nodes are made of the IRIs that identifiers builds, in all parts of a reference."""
    assert terms.thing("entry", "kst-1-2", "29754").value == "https://w3id.org/ctgraph/id/entry/kst-1-2/29754"
    assert terms.concept("modality", "fact").value == "https://w3id.org/ctgraph/concept/modality/fact"


def test_types_are_stated_by_local_name() -> None:
    """Each class gives one rdf:type."""
    subject = terms.node("http://example.org/x")

    assert [triple.object for triple in terms.typed(subject, ("Report", "Annex"))] == [
        terms.ctg("Report"),
        terms.ctg("Annex"),
    ]
