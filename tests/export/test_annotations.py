"""What `ctgraph extract` prints, in the words of the annotation guidelines."""

from __future__ import annotations

import json
from datetime import date
from typing import get_args

import pytest
from msgspec.structs import replace

from ctgraph.dates.reading import TimeReading
from ctgraph.export.annotations import Record, mentions, records
from ctgraph.export.annotations.targets import targets
from ctgraph.model.claims import Account, FulfilmentStatus, Ref
from ctgraph.model.mentions import (
    DateReference,
    DebateReference,
    EcliReference,
    EuReference,
    GazetteReference,
    LawReference,
    MotionReference,
    OrganisationReference,
    PaperReference,
    PersonReference,
    PolicyReference,
    PostReference,
    ProceedingsReference,
    Value,
)
from export.finding import mention, only
from graph.factories import TEXT, citation, document, span
from graph.specimen import letter, references

JANSEN = PersonReference("Jansen", party="XYZ")
DAY = TimeReading("2021-01-14", date(2021, 1, 14), date(2021, 1, 14))
MOTION_WORDS = "motie van het lid Jansen c.s."


def value_of(value: Value) -> Record:
    """The value of the record that a lone mention makes."""
    (found,) = records(Account(document(), (mention(value),)))
    written = found["normalized"]
    assert isinstance(written, dict)
    return written


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (PaperReference(("kst-1-2",)), {"ids": ["kst-1-2"], "id": "kst-1-2", "attachment": False}),
        (PaperReference(("kst-1-2", "kst-1-3")), {"ids": ["kst-1-2", "kst-1-3"], "attachment": False}),
        (
            PaperReference(("kst-1-2",), attachment=True, also_dossiers=("27925",), replaces="7", own=True),
            {
                "ids": ["kst-1-2"],
                "id": "kst-1-2",
                "attachment": True,
                "also_dossiers": ["27925"],
                "replaces": "7",
                "self": True,
            },
        ),
        (ProceedingsReference(("h-tk-20202021-31-5",)), {"ids": ["h-tk-20202021-31-5"], "id": "h-tk-20202021-31-5"}),
        (GazetteReference("stb-2017-51"), {"id": "stb-2017-51"}),
        (EcliReference("ECLI:NL:HR:2020:1"), {"id": "ECLI:NL:HR:2020:1"}),
        (EuReference("32021R0784", ("3",)), {"celex": "32021R0784", "articles": ["3"]}),
        (
            LawReference("BWBR0001854", "Sr", ("140a",), "1"),
            {"law": "Sr", "id": "BWBR0001854", "articles": ["140a"], "lid": "1"},
        ),
        (PersonReference("Jansen", "jansen", "XYZ"), {"name": "Jansen", "party": "XYZ", "id": "jansen"}),
        (OrganisationReference("wodc", "WODC"), {"canonical": "WODC", "id": "wodc"}),
        (PostReference("Minister", "Turkije"), {"office": "Minister", "country": "Turkije"}),
        (
            DateReference(TimeReading("2016/..", date(2016, 1, 1), None)),
            {"edtf": "2016/..", "earliest": "2016-01-01"},
        ),
        (
            DebateReference("commissiedebat", "radicalisering", DAY),
            {"kind": "commissiedebat", "topic": "radicalisering", "date": "2021-01-14"},
        ),
        (PolicyReference("DTN-56", "Dreigingsbeeld"), {"doc": "DTN-56", "name": "Dreigingsbeeld"}),
        (
            MotionReference((JANSEN,), True, "full", True, "kst-1-3", "kst-1-2", ("kst-1-9",)),
            {
                "submitters": ["Jansen"],
                "cs": True,
                "parties": ["XYZ"],
                "kamerstuk": "kst-1-3",
                "not_kamerstuk": ["kst-1-9"],
                "amended": True,
                "replaces": "kst-1-2",
                "mention": "full",
            },
        ),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, dict) else "",
)
def test_a_value_is_written_as_the_guidelines_define(value: Value, expected: Record) -> None:
    """Each kind of mention has its own fields, and what is not known is left out."""
    assert value_of(value) == expected


def test_every_kind_of_mention_has_a_record() -> None:
    """A kind of value that is added to the model needs a record too."""
    kinds = set(get_args(Value))

    assert kinds == set(mentions.TYPES)
    assert kinds == set(mentions.NORMALIZED)


def test_a_record_points_into_the_stored_text() -> None:
    """Offsets give the words; rule, confidence and footnote number stand beside them."""
    value = PaperReference(("kst-35925-VI-69",))
    account = Account(document(), (mention(value, "Kamerstuk 35 925 VI, nr. 69", note="1"),))
    (found,) = records(account)

    assert found == {
        "type": "kamerstuk_ref",
        "start": span("Kamerstuk 35 925 VI, nr. 69").start,
        "end": span("Kamerstuk 35 925 VI, nr. 69").end,
        "text": "Kamerstuk 35 925 VI, nr. 69",
        "normalized": {"ids": ["kst-35925-VI-69"], "id": "kst-35925-VI-69", "attachment": False},
        "rule": "test.rule",
        "confidence": 0.9,
        "note": "1",
    }


def test_a_suspect_reference_says_so() -> None:
    """The printed number stays in the value; status, reason and suggestion come from linking."""
    words = "Kamerstuk 29 754, nr. 16"
    value = PaperReference(("kst-29754-16",))
    found = only(replace(references(), mentions=(mention(value, words),)), "kamerstuk_ref")

    assert found["status"] == "suspect"
    assert found["reason"] == {"nl": "Dat nummer is van 2004.", "en": "That number is of 2004."}
    assert found["suggestion"] == "kst-29754-160"
    assert found["normalized"] == {
        "ids": ["kst-29754-16"],
        "id": "kst-29754-16",
        "attachment": False,
        "suspect": True,
    }


def test_the_most_doubtful_of_several_numbers_decides() -> None:
    """An expression with two numbers of which one is suspect is suspect."""
    words = "Kamerstuk 29 754, nr. 16"
    pair = (citation(words, "kst-29754-15"), citation(words, "kst-29754-16", status="suspect"))
    value = PaperReference(("kst-29754-15", "kst-29754-16"))

    assert only(Account(document(), (mention(value, words),), pair), "kamerstuk_ref")["status"] == "suspect"


def test_a_motion_has_the_paper_and_status_that_linking_gave_it() -> None:
    """The status is that of the response, in the annotated word; the paper is that of the linked motion."""
    value = MotionReference((JANSEN,), others_unnamed=True, paper="kst-9-9")
    account = replace(letter(), mentions=(mention(value, MOTION_WORDS),))
    found = only(account, "motion_ref")["normalized"]
    doubtful = replace(account, motions=(replace(account.motions[0], paper=""),), responses=())

    assert isinstance(found, dict)
    assert found["status"] == "not_fully_executable"
    assert found["kamerstuk"] == "kst-35925-VI-69"
    assert only(doubtful, "motion_ref")["normalized"] == {
        "submitters": ["Jansen"],
        "cs": True,
        "parties": ["XYZ"],
        "mention": "full",
    }


def test_a_doubted_paper_of_a_motion_is_told_as_printed() -> None:
    """The number stays as it is printed, is said to be suspect, and leads to nothing."""
    value = MotionReference((JANSEN,), paper="kst-9-9", doubted=True)
    account = replace(letter(), mentions=(mention(value, MOTION_WORDS),))
    found = only(replace(account, motions=(replace(account.motions[0], paper=""),)), "motion_ref")

    assert isinstance(found["normalized"], dict)
    assert (found["normalized"]["kamerstuk"], found["normalized"]["suspect"]) == ("kst-9-9", True)
    assert targets(found) == []


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("fulfilled", "fulfilled"),
        ("in-progress", "being_executed"),
        ("addressed", "in_progress"),
        ("partly-fulfilled", "partly_fulfilled"),
        ("not-fully-feasible", "not_fully_executable"),
        ("not-feasible", "not_feasible"),
        ("declined", "not_executed"),
        ("announced", "announced"),
        ("lapsed", "lapsed"),
        ("unclear", "unclear"),
    ],
)
def test_statuses_have_the_words_of_the_annotated_sets(status: FulfilmentStatus, word: str) -> None:
    """Each notation has one word."""
    assert mentions.status_word(status) == word


def test_a_debate_names_its_record() -> None:
    """The papers that linking found for a debate are given by kind."""
    words = "commissiedebat radicalisering van\n14 januari 2021"
    account = replace(letter(), mentions=(mention(DebateReference("commissiedebat"), words),))
    reports = (Ref("document", "h-tk-20202021-40-3"), Ref("document", "kst-29754-890"))
    both = replace(account, debates=(replace(account.debates[0], reports=reports),))

    assert only(account, "debate")["normalized"] == {"kind": "commissiedebat", "kamerstuk": "kst-29754-890"}
    assert only(both, "debate")["normalized"] == {
        "kind": "commissiedebat",
        "handelingen": "h-tk-20202021-40-3",
        "kamerstuk": "kst-29754-890",
    }


def test_records_are_json_in_the_order_of_the_text() -> None:
    """The list is sorted by start, end and type, each text stands at its offsets, and all of it is JSON."""
    marks = (mention(JANSEN, "Jansen"), mention(MotionReference((JANSEN,)), MOTION_WORDS))
    found = records(replace(letter(), mentions=marks))
    places = [(int(str(item["start"])), int(str(item["end"])), str(item["type"])) for item in found]

    assert places == sorted(places)
    assert [TEXT[start:end] for start, end, _ in places] == [item["text"] for item in found]
    assert json.loads(json.dumps(found)) == found
