"""The alignments say nothing of a term that does not exist, on either side."""

from __future__ import annotations

import re

import pytest

import vocabularies
from ctgraph import assets
from ctgraph.graph.alignments import AXIOMS, Alignment, read_alignments
from ctgraph.graph.ontology import ontology_quads
from ctgraph.graph.vocabulary import read_vocabulary
from ctgraph.namespaces import CONCEPT, DEF, RDFS, SKOS

ONTOLOGY = assets.folder("ontology")
VOCABULARY = read_vocabulary(ontology_quads(ONTOLOGY))
SETS = {each.name: each for each in read_alignments(ONTOLOGY / "alignments")}
MATCHES = {SKOS + f"{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related")}
LABELS = {
    **{term.iri: {words.text for words in term.labels} for term in VOCABULARY.terms},
    **{CONCEPT + value.name: {words.text for words in value.labels} for value in VOCABULARY.values},
}
WANTED = {
    "cito", "eli", "eli-dl", "fabio", "org", "popolo", "prov", "ric-o", "schema", "tk-informatiemodel", "tk-toezegging",
    "web-annotation", AXIOMS,
}  # fmt: skip


def rows() -> list[tuple[str, Alignment]]:
    """Every row with the name of its table."""
    return [(name, row) for name, table in SETS.items() for row in table.rows]


def test_every_vocabulary_that_was_promised_has_its_table() -> None:
    """There is a table for each of the vocabularies that the ontology says how it meets, and none is empty."""
    assert WANTED - SETS.keys() == set()
    assert [name for name, table in SETS.items() if not table.rows] == []


def test_subjects_are_ours() -> None:
    """The left side of a row is a term or value of this version, under a label that it has."""
    unknown = {row.subject for _, row in rows()} - LABELS.keys()

    assert unknown == set()


def test_labels_are_those_of_the_ontology() -> None:
    """The label that a table gives a term is its English label."""
    for name in SETS:
        text = (ONTOLOGY / "alignments" / f"{name}.sssom.tsv").read_text(encoding="utf-8")
        body = [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]
        for subject, label, *_ in body:
            prefix, _, local = subject.partition(":")
            assert label in LABELS[{"ctg": DEF, "c": CONCEPT}[prefix] + local]


def test_no_row_stands_twice() -> None:
    """A table says one thing of a pair of terms, and its rows are in order."""
    for table in SETS.values():
        pairs = [(row.subject, row.target or row.target_label) for row in table.rows]
        assert len(pairs) == len(set(pairs))


def test_predicates_are_matches_or_axioms() -> None:
    """Tables made by hand have SKOS matches; the generated one has the axioms of the modules."""
    axioms = {RDFS + "subClassOf", RDFS + "subPropertyOf"}

    assert {row.predicate for name, row in rows() if name != AXIOMS} <= MATCHES
    assert {row.predicate for row in SETS[AXIOMS].rows} == axioms


def test_no_match_repeats_an_axiom() -> None:
    """What a module says is not said again, less strongly, by hand."""
    axioms = {(row.subject, row.target) for row in SETS[AXIOMS].rows}

    assert {(row.subject, row.target) for name, row in rows() if name != AXIOMS} & axioms == set()


def test_comments_are_sentences() -> None:
    """A comment, where there is one, begins with a capital and ends with a stop, in both languages."""
    comments = [comment for _, row in rows() for comment in (row.comment, row.comment_nl) if comment]

    assert [comment for comment in comments if not re.fullmatch(r"[A-Z].*\.", comment)] == []


@pytest.mark.parametrize(
    "row", [row for _, row in rows()], ids=lambda row: f"{row.subject}-{row.target or row.target_label}"
)
def test_targets_exist(row: Alignment) -> None:
    """The right side of a row is in its vocabulary: as rdflib lists it, as a copy has it, or as it was read and noted."""
    found = vocabularies.closed(row.target)
    if found is None and row.target in vocabularies.noted():
        found = True
    if found is None:
        found = in_a_copy(row)

    assert found


def in_a_copy(row: Alignment) -> bool:
    """Whether a copied vocabulary has the target of a row."""
    if not vocabularies.COPIES.is_dir():
        pytest.skip("the copies of the vocabularies are not here (../shared)")
    if not row.target:
        return row.target_label in vocabularies.commitment_words()
    if row.target in vocabularies.themes():
        return vocabularies.themes()[row.target] == row.target_label
    return row.target in vocabularies.copied() | vocabularies.tweede_kamer()


def test_every_word_of_the_register_of_commitments_is_mapped() -> None:
    """Each status that the Tweede Kamer gives a commitment has exactly one status of ours."""
    if not vocabularies.TK_COMMITMENT.is_file():
        pytest.skip("the schemas of the Tweede Kamer are not here (../shared)")
    exact = [row.target_label for row in SETS["tk-toezegging"].rows if row.predicate == SKOS + "exactMatch"]

    assert sorted(exact) == sorted(vocabularies.commitment_words())


def test_exact_matches_in_the_values_and_the_tables_agree() -> None:
    """What a value file says of the TOP list, its table says too."""
    stated = {(CONCEPT + value.name, match) for value in VOCABULARY.values for match in value.matches}
    listed = {(row.subject, row.target) for row in SETS["top-list"].rows if row.predicate == SKOS + "exactMatch"}

    assert stated == listed


def test_a_term_that_does_not_exist_is_found() -> None:
    """FaBiO has no LetterWork, PROV-O no Document and the Tweede Kamer no class Toezegging."""
    if not vocabularies.COPIES.is_dir():
        pytest.skip("the copies of the vocabularies are not here (../shared)")

    assert "http://purl.org/spar/fabio/LetterWork" not in vocabularies.copied()
    assert vocabularies.closed("http://www.w3.org/ns/prov#Document") is False
    assert "https://opendata.tweedekamer.nl/documentatie/Toezegging" not in vocabularies.tweede_kamer()
