"""References, laws, policies, footnotes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ctgraph.graph.terms import CITED, thing
from ctgraph.model.claims import Account, Evidence, PolicyMention, Ref, ResolutionStatus
from ctgraph.model.document import Span
from graph.factories import PAPER, citation, document, own, rests
from graph.reading import Reading
from graph.specimen import references


def test_a_resolved_reference_cites_its_paper(whole: Reading) -> None:
    """The reference keeps its words and number, and the paper is stated by its number only."""
    paper = Ref("document", "kst-35925-VI-69")

    assert whole.facts(own("citation", "Kamerstuk 35 925 VI, nr. 69")) == {
        "type": ["Citation"],
        "hasCitingEntity": [f"document/{PAPER}"],
        "citationText": ["Kamerstuk 35 925 VI, nr. 69"],
        "printedIdentifier": [paper.id],
        "resolutionStatus": ["resolution-status/resolved"],
        "hasCitedEntity": [f"document/{paper.id}"],
        "citedInNote": [f"footnote/{PAPER}/1"],
    }
    assert Reading(references()).facts(paper) == {"type": ["Document"], "officialIdentifier": [paper.id]}


@pytest.mark.parametrize("status", ["suspect", "ambiguous"])
def test_a_doubtful_reference_asserts_no_target(status: ResolutionStatus) -> None:
    """Words, reason and suggestion are stated; neither number becomes a document, even if targets were given."""
    words = "Kamerstuk 29 754, nr. 16"
    doubtful = citation(words, "kst-29754-16", status=status)
    stated = Reading(Account(document(), (), citations=(replace(doubtful, targets=(Ref("document", "x"),)),)))

    assert stated.facts(doubtful.ref) == {
        "type": ["Citation"],
        "hasCitingEntity": [f"document/{PAPER}"],
        "citationText": [words],
        "printedIdentifier": ["kst-29754-16"],
        "resolutionStatus": [f"resolution-status/{status}"],
        "resolutionReason": ["Dat nummer is van 2004.@nl", "That number is of 2004.@en"],
        "suggestedIdentifier": ["kst-29754-160"],
    }
    assert [short.value for short in stated.instances("Document")] == []


def test_a_reference_to_a_dossier_cites_the_dossier() -> None:
    """A number without a sub-number is a dossier, with its suffix apart."""
    item = replace(citation("35 925 VI", "kst-35925-VI"), targets=(Ref("dossier", "35925-VI"),))
    stated = Reading(Account(document(), (), citations=(item,)))

    assert stated.values(item.ref, CITED) == ["dossier/35925-VI"]
    assert stated.facts(Ref("dossier", "35925-VI")) == {
        "type": ["Dossier"],
        "dossierNumber": ["35925"],
        "dossierSuffix": ["VI"],
    }


def test_a_paper_in_two_dossiers_is_numbered_by_the_first(whole: Reading) -> None:
    """Each dossier has an entry with the same sub-number, and only the first is the main one."""
    paper = "kst-29754-370"

    assert whole.values(Ref("document", paper), "dossierEntry") == [
        f"entry/{paper}/29754",
        f"entry/{paper}/27925",
    ]
    for dossier, main in (("29754", "true"), ("27925", "false")):
        entry = Ref("entry", f"{paper}/{dossier}")
        assert whole.values(entry, "isMainDossier") == [main]
        assert whole.values(entry, "subNumber") == ["370"]


def test_an_attachment_and_the_words_it_hangs_on_are_kept() -> None:
    """`Bijlage bij` is stated, and the stretch of the body behind a note is a passage."""
    item = replace(
        citation("Kamerstuk 29 754, nr. 16", "kst-29754-16"),
        attachment=True,
        supports=rests("Bijgaand het verslag")[0],
    )
    stated = Reading(Account(document(), (), citations=(item,)))
    (passage,) = stated.values(item.ref, "citingPassage")

    assert stated.values(item.ref, "isAttachment") == ["true"]
    assert stated.values(thing("passage", passage.removeprefix("passage/")), "exactText") == ["Bijgaand het verslag"]


def test_laws_and_policies_are_cited_by_name(whole: Reading) -> None:
    """A law keeps article and paragraph; a policy document its kind where the words tell it."""
    assert whole.facts(own("citation", "Paspoortwet"))["citedArticle"] == ["23"]
    assert whole.facts(own("citation", "Paspoortwet"))["citedParagraph"] == ["1"]
    assert whole.facts(Ref("law", "BWBR0005212")) == {"type": ["Law"], "label": ["Paspoortwet@nl"]}
    strategy = Ref("strategy", "nationale-strategie-2020-2024")
    assert whole.facts(strategy) == {"type": ["Strategy"], "label": ["Nationale Strategie@nl"]}


def test_a_threat_assessment_is_a_document_of_its_own_class() -> None:
    """An edition has a title, and no official number if it has none."""
    named = PolicyMention(Ref("document", "dtn-9"), "Dreigingsbeeld 9", "threat-assessment", rests("verslag «aanpak»"))
    stated = Reading(Account(document(), (), policy_mentions=(named,)))

    assert stated.facts(Ref("document", "dtn-9")) == {
        "type": ["ThreatAssessment"],
        "title": ["Dreigingsbeeld 9@nl"],
    }


def test_each_mention_of_a_policy_is_a_citation_of_its_own() -> None:
    """The same words twice are two citations, and neither takes the reference of another one."""
    first = PolicyMention(Ref("strategy", "x"), "X", "strategy", rests("Nationale Strategie"))
    elsewhere = Evidence(Span(0, 19), "Nationale Strategie", "test.rule", 0.9)
    second = replace(first, evidence=(elsewhere,))
    taken = replace(citation("Nationale Strategie", "kst-1000-1"), ref=own("citation", "Nationale Strategie"))
    stated = Reading(Account(document(), (), (taken,), policy_mentions=(first, second)))
    key = taken.ref.id

    assert [node.value.rpartition("/")[2] for node in stated.instances("PolicyCitation")] == [
        f"{key.rpartition('/')[2]}-2",
        f"{key.rpartition('/')[2]}-3",
    ]


def test_a_footnote_hangs_on_words_of_the_body(whole: Reading) -> None:
    """A note has its number, its text and its passage."""
    found = whole.facts(Ref("footnote", f"{PAPER}/1"))

    assert found["noteNumber"] == ["1"]
    assert found["noteText"] == ["Kamerstuk 35 925 VI, nr. 69."]
    assert len(found["citingPassage"]) == 1


@pytest.mark.parametrize(
    ("identifier", "numbers"),
    [
        ("h-tk-20202021-31-5", ["h-tk-20202021-31-5"]),
        ("stb-2017-51", ["stb-2017-51"]),
        ("ECLI:NL:HR:2020:1", ["ECLI:NL:HR:2020:1"]),
        ("32021R0784", ["32021R0784"]),
        ("dtn-56", []),
        ("kst-29754-900/1f2e3d4c", []),
    ],
)
def test_only_official_numbers_are_stated_as_such(identifier: str, numbers: list[str]) -> None:
    """A name of ours for a document without a number is not passed off as official."""
    item = citation("Kamerstuk 29 754, nr. 16", identifier)
    stated = Reading(Account(document(), (), citations=(item,)))

    assert stated.values(Ref("document", identifier), "officialIdentifier") == numbers


def test_a_reference_belongs_to_the_note_that_holds_it() -> None:
    """Of two notes with the same number, the one in which the words stand carries the reference."""
    plain = references()
    first = replace(plain.footnotes[0], ref=Ref("footnote", f"{PAPER}/1-2"), evidence=rests("Bijgaand"))
    stated = Reading(replace(plain, footnotes=(first, *plain.footnotes)))

    assert stated.values(plain.citations[0].ref, "citedInNote") == [f"footnote/{PAPER}/1"]


def test_a_footnote_without_a_mark_hangs_on_nothing() -> None:
    """A note whose mark was not found keeps its text, and names no words of the body."""
    note = replace(references().footnotes[0], supports=None)
    stated = Reading(Account(document(), (), footnotes=(note,)))

    assert "citingPassage" not in stated.facts(note.ref)
