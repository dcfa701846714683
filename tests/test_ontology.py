"""The ontology's files hold to the house rules for terms and reuse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

import vocabularies
from ctgraph.graph import terms
from ctgraph.graph.ontology import files
from ctgraph.namespaces import DCTERMS, DEF, EDTF, GRAPH, OWL, RDF, RDFS, SH, SKOS, VS, XSD
from ontology_reading import ALL, HEADER, ONTOLOGY, QUADS, REUSED, TERMS, iri, is_class, languages

ROOT = Path(__file__).resolve().parents[1]
OPEN_PROPERTIES = {"fulfilledBy", "treats", "versionOf"}
"""Properties between several kinds on both sides: what carries something out may be anything, a debate or an agenda
item treats a motion, paper or dossier, and a version is of a law or of an article. See their definitions.
"""


def test_terms_are_named_by_kind() -> None:
    """Classes begin with a capital, properties with a small letter, and no property begins with `has`."""
    classes = {name for name, said in TERMS.items() if is_class(said)}

    assert [name for name in classes if not re.fullmatch(r"[A-Z][A-Za-z]+", name)] == []
    assert [name for name in TERMS.keys() - classes if not re.fullmatch(r"(?!has[A-Z])[a-z][A-Za-z]+", name)] == []


def test_terms_are_documented_in_both_languages() -> None:
    """A term has one label and one definition in Dutch and in English."""
    both = ["en", "nl"]

    assert [name for name, said in TERMS.items() if languages(said, RDFS + "label") != both] == []
    assert [name for name, said in TERMS.items() if languages(said, SKOS + "definition") != both] == []


def test_terms_have_a_status_a_version_and_a_home() -> None:
    """A term says how settled it is, since which version it is there, and which ontology defines it."""
    for said in TERMS.values():
        assert [each.value for each in said[VS + "term_status"]] == ["testing"]
        assert re.fullmatch(r"\d+\.\d+\.\d+", said[OWL + "versionInfo"][0].value)
        assert [iri(each) for each in said[RDFS + "isDefinedBy"]] == [HEADER]


def test_terms_are_one_kind_of_thing() -> None:
    """A term is a class or a property, never both, and whatever has an address of ours in the ontology is a term."""
    for said in TERMS.values():
        assert len(said[RDF + "type"]) == 1
    assert {subject for subject in ALL if subject.startswith(DEF)} == {DEF + name for name in TERMS}


def test_reused_terms_say_where_they_come_from() -> None:
    """A reused term has a label, the vocabulary that defines it, and where it was checked; none is said to be ours."""
    for address in REUSED:
        assert languages(ALL[address], RDFS + "label") == ["en"]
        assert ALL[address][DCTERMS + "source"]
        assert [iri(each) for each in ALL[address][RDFS + "isDefinedBy"]] != [HEADER]


def test_properties_say_what_they_are_for() -> None:
    """A property has a domain or a range, or leads from many kinds of things to many and says so in its definition."""
    bare = {
        name
        for name, said in TERMS.items()
        if not is_class(said) and not {RDFS + "domain", RDFS + "range"} & said.keys()
    }

    assert bare == OPEN_PROPERTIES


def test_definitions_are_one_sentence() -> None:
    """A definition is a sentence with a capital and one full stop, at its end."""
    sentence = re.compile(r"[A-Z“«](?:[^.!?]|[.](?! |$))*[.]")
    definitions = [each.value for said in TERMS.values() for each in said[SKOS + "definition"]]

    assert [each for each in definitions if not sentence.fullmatch(each)] == []


def test_terms_have_an_example_or_a_note() -> None:
    """An example is a value or statement as such, or a sentence in both languages."""
    allowed = ([""], ["en", "nl"], ["", "en", "nl"])
    found = {
        name: languages(said, SKOS + "example") or languages(said, SKOS + "scopeNote") for name, said in TERMS.items()
    }

    assert {name: each for name, each in found.items() if each not in allowed} == {}


@pytest.mark.parametrize("predicate", ["domain", "range"])
def test_domains_and_ranges_are_single(predicate: str) -> None:
    """Several domains would mean their intersection, which nobody intends."""
    assert [name for name, said in TERMS.items() if len(said.get(RDFS + predicate, [])) > 1] == []


def test_no_range_is_a_date() -> None:
    """xsd:date is no datatype of OWL 2; a reasoner would refuse the whole ontology."""
    assert [name for name, said in TERMS.items() if XSD + "date" in map(iri, said.get(RDFS + "range", []))] == []


def test_whatever_axioms_mention_is_declared() -> None:
    """Every class and property that a term hangs on is ours and defined, or reused and declared."""
    axioms = ("subClassOf", "subPropertyOf", "domain", "range")
    mentioned = {iri(each) for said in TERMS.values() for axiom in axioms for each in said.get(RDFS + axiom, [])}
    mentioned |= {iri(each) for said in TERMS.values() for each in said.get(OWL + "disjointWith", [])}
    undeclared = {each for each in mentioned if not each.startswith(XSD)} - REUSED - {DEF + name for name in TERMS}

    assert undeclared == set()


def test_every_predicate_of_the_ontology_is_declared() -> None:
    """What the ontology says of its terms and values is said in declared words."""
    built_in = (RDF, RDFS, OWL, SH)
    used = {quad.predicate.value for quad in QUADS if not quad.predicate.value.startswith(built_in)}

    assert used - REUSED - {DEF + name for name in TERMS} == set()


def test_every_reused_term_of_the_statements_is_declared() -> None:
    """The statements use no word of another vocabulary that the ontology does not declare; OWL's own need none."""
    used = {value.value for value in vars(terms).values() if isinstance(value, NamedNode)}
    foreign = {each for each in used if not each.startswith((DEF, RDF, RDFS, OWL, XSD))}

    assert foreign - REUSED == set()


@pytest.mark.parametrize("address", sorted(REUSED))
def test_reused_terms_exist(address: str) -> None:
    """A reused term is in a vocabulary that rdflib knows in full, or in a copy of its vocabulary."""
    if address == EDTF + "EDTF":
        pytest.skip("neither rdflib nor the copied vocabularies list it; its source is given beside it")
    found = vocabularies.closed(address)
    if found is None and not vocabularies.COPIES.is_dir():
        pytest.skip("the copies of the vocabularies are not here (../shared)")

    assert address in vocabularies.copied() if found is None else found


def test_the_header_imports_every_module() -> None:
    """The header lists the modules and the reused terms by the graphs that hold them."""
    imported = {iri(each) for each in ALL[HEADER][OWL + "imports"]}
    stems = {stem for stem, path in files(ONTOLOGY) if path.parent.name == "modules"} | {"external-terms"}

    assert imported == {GRAPH + "ontology/" + stem for stem in stems}


def used_names() -> Iterator[tuple[str, str]]:
    """The local names behind `ctg:` in queries, shapes and code, each with its file."""
    places = [
        *ROOT.glob("queries/**/*.rq"),
        *ROOT.glob("queries/lookups/*.yaml"),
        *ONTOLOGY.glob("shapes/*.ttl"),
        *ROOT.glob("src/**/*.py"),
    ]
    for path in places:
        for name in re.findall(r"\bctg:(\w+)", path.read_text(encoding="utf-8")):
            yield name, str(path.relative_to(ROOT))


def test_queries_shapes_and_code_use_defined_terms() -> None:
    """No query asks for a term, and no shape speaks of one, that the ontology does not define."""
    assert {(name, path) for name, path in used_names() if name not in TERMS} == set()


def test_the_registry_of_the_statements_is_defined() -> None:
    """Each class and property that statements are made of is a term of that kind."""
    assert {name for name in terms.CLASSES if name not in TERMS or not is_class(TERMS[name])} == set()
    assert {name for name in terms.PROPERTIES if name not in TERMS or is_class(TERMS[name])} == set()
