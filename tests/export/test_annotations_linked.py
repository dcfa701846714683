"""Records of what linking made of several mentions."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ctgraph.export.annotations import records
from ctgraph.model.claims import Ref
from ctgraph.model.document import Document
from ctgraph.model.mentions import MotionReference
from export.finding import mention, only
from graph.factories import TEXT, citation, rests, span
from graph.specimen import letter, references


def test_a_footnote_stands_at_its_mark() -> None:
    """Note, body, supported words and resolved paper are joined at the mark in the body."""
    note, supports = span("1 Kamerstuk 35 925 VI, nr. 69."), span("verzoekt om onder-\nzoek")
    found = only(references(), "footnote")

    assert (found["text"], TEXT[int(str(found["start"])) - 5 : int(str(found["start"]))]) == ("1", "zoek.")
    assert found["normalized"] == {
        "n": 1,
        "body_start": note.start,
        "body_end": note.end,
        "body": "1 Kamerstuk 35 925 VI, nr. 69.",
        "supports_start": supports.start,
        "supports_end": supports.end,
        "supports_text": "verzoekt om onder-\nzoek",
        "resolves_to": "kst-35925-VI-69",
    }


def test_a_footnote_with_a_doubtful_reference_resolves_to_nothing() -> None:
    """No value says that a suspect number was resolved."""
    doubtful = citation("Kamerstuk 35 925 VI, nr. 69", "kst-35925-VI-69", status="suspect", note="1")
    found = only(replace(references(), citations=(doubtful,)), "footnote")["normalized"]

    assert isinstance(found, dict)
    assert "resolves_to" not in found


def test_a_footnote_whose_mark_was_not_found_stands_at_the_page_end() -> None:
    """Without a mark the record covers the note; without a note at that place there is no record."""
    plain = references()
    note = replace(plain.document.notes[0], mark=None, number="a")
    lettered = replace(plain.footnotes[0], number="a", supports=None)
    stray = replace(plain.footnotes[0], evidence=rests("Bijgaand"))
    source: Document = replace(plain.document, notes=(note,))
    account = replace(plain, document=source, footnotes=(lettered, stray))
    found = only(account, "footnote")

    assert found["text"] == "1 Kamerstuk 35 925 VI, nr. 69."
    assert found["normalized"] == {
        "n": "a",
        "body_start": found["start"],
        "body_end": found["end"],
        "body": found["text"],
        "resolves_to": "kst-35925-VI-69",
    }


def test_a_commitment_tells_maker_debate_and_dates() -> None:
    """Open is `pending`; the day is that of the promise, else that of the debate."""
    account = letter()
    undated = replace(account, commitments=(replace(account.commitments[0], made_on=None),))
    alone = replace(account.commitments[0], made_on=None, made_in=None, made_by=None, due=None, state="fulfilled")

    expected = {
        "maker": "A. de Vries",
        "kind": "reported",
        "date": "2021-01-14",
        "debate": "commissiedebat",
        "status": "pending",
        "due": "2021-23",
        "about": "De uitkomst delen.",
        "kamerstuk": "kst-29754-890",
    }
    assert only(account, "commitment")["normalized"] == expected
    assert only(undated, "commitment")["normalized"] == expected
    assert only(replace(account, commitments=(alone,)), "commitment")["normalized"] == {
        "kind": "reported",
        "status": "fulfilled",
        "about": "De uitkomst delen.",
    }


@pytest.mark.parametrize(
    ("advice", "status"),
    [("ontraden", "discouraged"), ("oordeel-kamer", "left_to_chamber"), ("ontijdig", ""), ("", "")],
)
def test_advice_on_a_motion_is_a_response(advice: str, status: str) -> None:
    """That a motion is discouraged or left to the chamber is said in reply to it; other advice has no such word."""
    account = letter()
    advised = replace(account.motions[0], advice=advice, advice_evidence=rests("Bijgaand"))
    found = records(replace(account, motions=(advised,), responses=()))
    said = [item["normalized"] for item in found if item["type"] == "response"]

    assert said == ([{"motion": "kst-35925-VI-69", "status": status}] if status else [])


@pytest.mark.parametrize("advice", ["", "ontraden"])
def test_what_is_said_of_a_motion_with_a_doubted_number_names_it_as_printed(advice: str) -> None:
    """A number that cannot be right stays as printed, marked as suspect, for the motion and for what is said of it."""
    account = letter()
    motion = account.motions[0]
    local = Ref("motion", "letter/0")
    given = rests("Bijgaand") if advice else ()
    value = MotionReference(paper="kst-9-9", doubted=True)
    doubted = replace(
        account,
        mentions=(mention(value, "motie van het lid Jansen c.s."),),
        motions=(replace(motion, ref=local, paper="", advice=advice, advice_evidence=given),),
        responses=() if advice else (replace(account.responses[0], motion=local),),
    )
    said = only(doubted, "response")["normalized"]

    assert isinstance(said, dict)
    assert ("kst-9-9", True) == (said["motion"], said["suspect"])


def test_linked_things_have_records_of_their_own() -> None:
    """What linking made of several mentions is given with the words it rests on."""
    account = letter()
    values = {str(item["type"]): item["normalized"] for item in records(account) if item["type"] != "measure"}

    assert values["response"] == {
        "motion": "kst-35925-VI-69",
        "status": "not_fully_executable",
        "obstacle": "De grondslag ontbreekt.",
        "fulfilled_by": ["nationale-strategie-2020-2024"],
    }
    assert values["announcement"] == {"about": "De uitkomst komt dit najaar.", "expected": "2021-23"}
    assert values["question"] == {"about": "of dat kan", "asker": "De Wit"}
    assert values["study"] == {
        "name": "evaluatie",
        "supervised_by": "WODC",
        "started": "2020",
        "due": "2021-23",
    }
    assert values["bill"] == {"name": "wetsvoorstel", "status": "in-preparation"}
    assert values["cooperation"] == {"name": "dialoog", "parties": ["Nederland", "Turkije"]}
    measures = [item["normalized"] for item in records(account) if item["type"] == "measure"]
    assert {"name": "versterkingsgelden", "kind": "funding"} in measures
