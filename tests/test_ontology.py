"""The ontology's files hold to the house rules for terms, values and reuse."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import namespace as known

from ctgraph import assets
from ctgraph.graph import terms
from ctgraph.graph.ontology import files, ontology_quads
from ctgraph.model.claims import FulfilmentStatus, Modality, ResolutionStatus, Role
from ctgraph.namespaces import (
    CITO,
    CONCEPT,
    DCTERMS,
    DEF,
    EDTF,
    ELI,
    ELI_DL,
    GRAPH,
    OWL,
    RDF,
    RDFS,
    SH,
    SKOS,
    VS,
    XSD,
)

ROOT = Path(__file__).resolve().parents[1]
ONTOLOGY = assets.folder("ontology")
TOP_LIST = ROOT / "../shared/data/plooi/tooi/scw_toplijst_1.json"
VOCABULARIES = ROOT / "../shared/standards/vocabularies"
QUADS = tuple(ontology_quads(ONTOLOGY))
HEADER = DEF.removesuffix("#")
KINDS = {OWL + kind for kind in ("Class", "ObjectProperty", "DatatypeProperty")}
CLOSED = [known.PROV, known.ORG, known.SKOS, known.FOAF, known.DCTERMS, known.TIME, known.VANN]

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
    """The statements use no word of another vocabulary that the ontology does not declare."""
    used = {value.value for value in vars(terms).values() if isinstance(value, NamedNode)}
    foreign = {each for each in used if not each.startswith((DEF, RDF, RDFS, XSD))}

    assert foreign - REUSED == set()


@pytest.mark.parametrize("address", sorted(REUSED))
def test_reused_terms_exist(address: str) -> None:
    """A reused term is in a vocabulary that rdflib knows in full, or in a copy of its vocabulary."""
    if address == EDTF + "EDTF":
        pytest.skip("neither rdflib nor the copied vocabularies list it; its source is given beside it")
    closed = next((each for each in CLOSED if address.startswith(str(each))), None)
    if closed is not None:
        assert rdflib.URIRef(address) in closed
        return
    if not VOCABULARIES.is_dir():
        pytest.skip("the copies of the vocabularies are not here (../shared)")

    assert address in copied_terms()


def copied_terms() -> set[str]:
    """Every ELI, ELI-DL and CiTO term that the copied vocabularies use or name."""
    found = set()
    for file in ("cito.ttl", "eli-ep.shacl.ttl"):
        text = (VOCABULARIES / file).read_text(encoding="utf-8")
        found |= set(re.findall(r"<(http[^>\s]+)>", text))
        for prefix, space in (("eli-dl", ELI_DL), ("eli", ELI), ("cito", CITO)):
            found |= {space + name for name in re.findall(rf"(?<![\w-]){prefix}:(\w+)", text)}
    return found


def test_the_header_imports_every_module() -> None:
    """The header lists the modules and the reused terms by the graphs that hold them."""
    imported = {iri(each) for each in ALL[HEADER][OWL + "imports"]}
    stems = {stem for stem, path in files(ONTOLOGY) if path.parent.name == "modules"} | {"external-terms"}

    assert imported == {GRAPH + "ontology/" + stem for stem in stems}


def test_schemes_are_documented() -> None:
    """A scheme is a file of its own, named as it is, with label and definition in both languages."""
    assert {path.stem for path in (ONTOLOGY / "concepts").glob("*.ttl")} == set(SCHEMES)
    for scheme, said in SCHEMES.items():
        assert [each.value for each in said[DCTERMS + "identifier"]] == [scheme]
        assert languages(said, RDFS + "label") == languages(said, SKOS + "definition") == ["en", "nl"]


def test_values_are_complete() -> None:
    """A value has labels and definitions in both languages, its notation, and its place in one scheme."""
    for concept, said in CONCEPTS.items():
        scheme, _, notation = concept.partition("/")
        assert [each.value for each in said[SKOS + "notation"]] == [notation]
        assert languages(said, SKOS + "prefLabel") == languages(said, SKOS + "definition") == ["en", "nl"]
        assert [iri(each) for each in said[SKOS + "inScheme"]] == [CONCEPT + scheme]
        above = {iri(each).removeprefix(CONCEPT) for each in said.get(SKOS + "broader", [])}
        assert above <= {other for other in CONCEPTS if other.startswith(scheme + "/") and other != concept}
        assert [iri(each) for each in said.get(SKOS + "topConceptOf", [])] == ([] if above else [CONCEPT + scheme])


def wider(concept: str) -> set[str]:
    """Every value above a value, step by step."""
    found: set[str] = set()
    fresh = {concept}
    while fresh:
        fresh = {
            iri(each).removeprefix(CONCEPT) for below in fresh for each in CONCEPTS[below].get(SKOS + "broader", [])
        } - found
        found |= fresh
    return found


def test_no_value_is_above_itself() -> None:
    """Following the broader values from a value never leads back to it, and ends at the top of its scheme."""
    assert [concept for concept in CONCEPTS if concept in wider(concept)] == []
    for concept in CONCEPTS:
        tops = {concept, *wider(concept)}
        assert any(SKOS + "topConceptOf" in CONCEPTS[each] for each in tops)


def test_a_word_for_a_phenomenon_leads_to_one() -> None:
    """No two phenomena share a word, preferred, alternative or hidden, so that a word found in a text has one meaning."""
    meant: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for concept, said in CONCEPTS.items():
        if not concept.startswith("phenomenon/"):
            continue
        for kind in ("prefLabel", "altLabel", "hiddenLabel"):
            for each in said.get(SKOS + kind, []):
                assert isinstance(each, Literal)
                assert each.language in {"nl", "en"}
                meant[each.value.casefold(), each.language].add(concept)

    assert {word: concepts for word, concepts in meant.items() if len(concepts) > 1} == {}


def test_matches_lead_to_the_top_list() -> None:
    """A phenomenon that is said to be a theme of the TOP list bears its very label there."""
    if not TOP_LIST.is_file():
        pytest.skip("the TOP list is not here (../shared)")
    themes = {
        theme["@id"]: {label["@value"] for label in theme.get(RDFS + "label", theme.get(SKOS + "prefLabel", []))}
        for theme in json.loads(TOP_LIST.read_text(encoding="utf-8"))
    }
    matches = {
        concept: iri(each) for concept, said in CONCEPTS.items() for each in said.get(SKOS + "exactMatch", [])
    }

    assert "phenomenon/terrorisme" in matches
    for concept, theme in matches.items():
        names = {each.value for each in CONCEPTS[concept][SKOS + "prefLabel"]}
        assert themes[theme] & names


def notations(scheme: str) -> set[str]:
    """The values of a scheme."""
    return {each.partition("/")[2] for each in CONCEPTS if each.startswith(scheme + "/")}


@pytest.mark.parametrize(
    ("scheme", "words"),
    [
        ("resolution-status", get_args(ResolutionStatus)),
        ("fulfilment-status", get_args(FulfilmentStatus)),
        ("modality", get_args(Modality)),
    ],
)
def test_schemes_have_the_words_of_the_model(scheme: str, words: tuple[str, ...]) -> None:
    """The statuses of the contract are the values of the scheme, no more and no fewer."""
    assert notations(scheme) == set(words)


def test_schemes_hold_the_roles_and_kinds_of_the_code() -> None:
    """A role or kind of organisation that the code knows by name is a value."""
    assert set(get_args(Role)) <= notations("participation-role")
    assert {"ministry", "chamber", "committee", "political-party", "parliamentary-group"} <= notations(
        "organisation-kind"
    )


@pytest.mark.parametrize(("scheme", "steps"), [("threat-level-four-step", 4), ("threat-level-five-step", 5)])
def test_scales_count_their_steps(scheme: str, steps: int) -> None:
    """A scale numbers its levels from 1, and says during which period it held."""
    numbers = [said[DEF + "step"][0].value for each, said in CONCEPTS.items() if each.startswith(scheme + "/")]
    period = ALL[iri(SCHEMES[scheme][DEF + "validDuring"][0])]

    assert sorted(map(int, numbers)) == list(range(1, steps + 1))
    assert period[DEF + "earliest"][0].value < "2017"


def used_names() -> Iterator[tuple[str, str]]:
    """The local names behind `ctg:` in queries, shapes and code, each with its file."""
    places = [*ROOT.glob("queries/**/*.rq"), *ONTOLOGY.glob("shapes/*.ttl"), *ROOT.glob("src/**/*.py")]
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
