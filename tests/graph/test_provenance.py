"""Every statement of a text leads back to its words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ctgraph.graph.canonical import lines
from ctgraph.graph.provenance import Sheet, run_iri
from ctgraph.graph.terms import ctg, decimal, integer, node, text, thing
from ctgraph.identifiers import graph_iri
from ctgraph.model.claims import Account, Ref
from graph.factories import PAPER, document, rests, span
from graph.reading import Reading
from graph.specimen import header, letter

_GROUPS = sorted({*Account.__struct_fields__} - {"document", "mentions"})


def _untraced(stated: Reading) -> set[str]:
    """The subjects without evidence, other than passages and the run."""
    free = {*stated.instances("Passage"), *stated.instances("Extraction")}
    traced = {quad.subject for quad in stated.quads if quad.predicate == ctg("supportedBy")}
    return {str(quad.subject) for quad in stated.quads} - {str(node) for node in free | traced}


@st.composite
def _accounts(draw: st.DrawFn) -> Account:
    """The letter with some of what it states left out, and now and then without its header."""
    whole = letter()
    empty: dict[str, tuple[()]] = {name: () for name in draw(st.sets(st.sampled_from(_GROUPS)))}
    printed = draw(st.booleans())
    spans = whole.document.header.spans
    some = draw(st.sets(st.sampled_from(spans))) if printed else set()
    kept = replace(whole.document, header=replace(whole.document.header, spans=tuple(sorted(some))))
    return replace(whole, document=kept, **empty)


@given(_accounts())
@settings(max_examples=150)
def test_every_subject_is_traced(account: Account) -> None:
    """Whatever an account holds, each subject has a passage, a rule, a run and one confidence in its graph."""
    stated = Reading(account)
    subjects = sorted({str(q.subject) for q in stated.quads if q.predicate == ctg("supportedBy")})

    def having(name: str) -> list[str]:
        return sorted(str(quad.subject) for quad in stated.quads if quad.predicate == ctg(name))

    assert _untraced(stated) == set()
    assert {quad.graph_name for quad in stated.quads} == {node(graph_iri("text", PAPER))}
    assert sorted(set(having("rule"))) == subjects
    assert having("extractedBy") == having("confidence") == subjects


@given(_accounts())
@settings(max_examples=50)
def test_every_passage_is_described_once(account: Account) -> None:
    """All passages pointed at are described, and their words are those at their offsets."""
    stated = Reading(account)
    passages = stated.instances("Passage")
    pointed = (ctg("supportedBy"), ctg("citingPassage"))

    assert {quad.object for quad in stated.quads if quad.predicate in pointed} == set(passages)
    assert len(passages) == len(set(passages))
    for passage in passages:
        (start,), (end,) = stated.values(passage, "startPosition"), stated.values(passage, "endPosition")
        assert stated.values(passage, "exactText") == [account.document.text[int(start) : int(end)]]


def test_a_subject_with_several_evidences_has_the_lowest_confidence() -> None:
    """All passages and rules are given, each once, and the confidence of the weakest."""
    sheet = Sheet(document(), "0.1.0")
    name = thing("organisation", "wodc")
    sheet.about(name, rests("WODC", rule="a", confidence=0.99), "Organization")
    sheet.about(name, rests("wet", rule="b", confidence=0.6))
    sheet.about(name, rests("Paspoortwet", rule="b", confidence=0.9))
    said = [(q.predicate, q.object) for q in sheet.quads() if q.subject == name]

    assert [item for term, item in said if term == ctg("confidence")] == [decimal(0.6)]
    assert [item for term, item in said if term == ctg("rule")] == [text("a"), text("b")]
    assert len([item for term, item in said if term == ctg("supportedBy")]) == 3


def test_a_passage_keeps_raw_and_readable_words() -> None:
    """The raw words stand with their line break and hyphen, the readable ones without."""
    sheet = Sheet(document(), "0.1.0")
    evidence = rests("onder-\nzoek")[0]
    passage = sheet.passage(evidence)
    said = {q.predicate: q.object for q in sheet.quads() if q.subject == passage}

    assert sheet.passage(replace(evidence, rule="other")) == passage
    assert said[ctg("exactText")] == text("onder-\nzoek")
    assert said[ctg("readableText")] == text("onderzoek")
    assert said[ctg("startPosition")] == integer(span("onder-\nzoek").start)
    assert said[ctg("textDigest")] == text(document().digest)


def test_a_statement_without_evidence_is_refused() -> None:
    """Nothing can be stated of a thing that rests on no words."""
    with pytest.raises(ValueError, match="without evidence"):
        Sheet(document(), "0.1.0").about(thing("person", "x"), ())


def test_a_run_is_named_by_what_was_read_and_by_which_version() -> None:
    """The same reading has the same run; another version, reader or text has another."""
    plain = letter().document
    runs = [
        run_iri(plain, "1"),
        run_iri(plain, "2"),
        run_iri(replace(plain, reader="xml"), "1"),
        run_iri(document("Een andere tekst."), "1"),
    ]

    assert run_iri(letter().document, "1") == runs[0]
    assert len(set(runs)) == 4


def test_a_run_tells_what_it_read() -> None:
    """The run names document, text version and software, and no time."""
    stated = Reading(letter(), "0.1.0")
    (run,) = stated.instances("Extraction")

    assert stated.facts(run) == {
        "type": ["Extraction"],
        "used": [f"document/{PAPER}"],
        "textDigest": [letter().document.digest],
        "softwareVersion": ["0.1.0"],
        "label": [
            "Lezing van kst-29754-900 door ctgraph 0.1.0@nl",
            "Reading of kst-29754-900 by ctgraph 0.1.0@en",
        ],
    }


def test_identity_rests_on_the_first_passage_if_no_number_is_printed() -> None:
    """A paper that does not print its number rests on the first words read, or on its whole text."""
    bare = document()

    assert _rests_on(Account(bare, ())) == [f"0-{len(bare.text)}"]
    assert _rests_on(Account(bare, (), bills=letter().bills, questions=letter().questions)) == [
        f"{span('De Wit').start}-{span('De Wit').end}"
    ]


def test_the_number_printed_is_the_evidence_of_identity() -> None:
    """A printed number stands behind the identity only if it is the number of this paper."""
    printed = Account(document(header=header()), ())
    foreign = Account(document(identifier="kst-29754-901", header=header()), ())

    def rules(account: Account) -> list[str]:
        return Reading(account).values(Ref("document", account.document.id), "rule")

    assert "header.identifier" in rules(printed)
    assert "header.identifier" not in rules(foreign)


def _rests_on(account: Account) -> list[str]:
    passages = Reading(account).values(Ref("document", PAPER), "supportedBy")
    return [passage.rpartition("/")[2] for passage in passages]


@settings(max_examples=200)
@given(st.text(max_size=20))
def test_lines_are_the_canonical_form(words: str) -> None:
    """Whatever signs a text holds, its lines are those that its quads are written as."""
    sheet = Sheet(document(), "0.1.0")
    subject = sheet.about(thing("claim", "a"), rests(document().text[:3]))
    subject.say("claimText", text(words), text(words, "nl")).say("startPosition", integer(3))

    assert lines(sheet.quads()) == sorted(sheet.lines())
