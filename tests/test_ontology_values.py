"""The value lists are complete, and hold the words of the model and of the sources."""

from __future__ import annotations

from collections import defaultdict
from typing import get_args

import pytest
from pyoxigraph import Literal

import vocabularies
from ctgraph.graph.vocabulary import read_vocabulary
from ctgraph.model.claims import FulfilmentStatus, Modality, ResolutionStatus, Role
from ctgraph.namespaces import CONCEPT, DCTERMS, DEF, RDFS, SKOS
from ontology_reading import ALL, CONCEPTS, ONTOLOGY, QUADS, SCHEMES, iri, languages


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
    matches = {concept: iri(each) for concept, said in CONCEPTS.items() for each in said.get(SKOS + "exactMatch", [])}
    assert "phenomenon/terrorisme" in matches
    if not vocabularies.TOP_LIST.is_file():
        pytest.skip("the TOP list is not here (../shared)")

    for concept, theme in matches.items():
        assert vocabularies.themes()[theme] in {each.value for each in CONCEPTS[concept][SKOS + "prefLabel"]}


WANTED_SCHEMES = {
    "commitment-status", "decision-result", "document-kind", "fulfilment-status", "government-advice", "legislative-status",
    "measure-kind", "modality", "organisation-kind", "participation-role", "phenomenon", "resolution-status",
    "review-state", "threat-level-five-step", "threat-level-four-step",
}  # fmt: skip


def test_every_list_is_held_to_by_a_property() -> None:
    """The lists that the model needs are there, and the shapes hold a property to each; levels have a rule of their own."""
    held = {address.removeprefix(CONCEPT) for term in read_vocabulary(QUADS).terms for address in term.values}
    levels = {"threat-level-five-step", "threat-level-four-step"}

    assert WANTED_SCHEMES - set(SCHEMES) == set()
    assert set(SCHEMES) - levels == held


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
