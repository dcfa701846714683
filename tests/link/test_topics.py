"""Which phenomena a paper speaks of, and which it says fall under which."""

from __future__ import annotations

import pytest

from ctgraph.model.claims import Ref
from link.factories import account


def topics(text: str, kind: str) -> dict[str, list[str]]:
    """The notations by thing, for things of one kind."""
    found: dict[str, list[str]] = {}
    for topic in account(text).topics:
        if topic.of.kind == kind:
            found.setdefault(topic.of.id, []).append(topic.notation)
    return found


@pytest.mark.parametrize(
    ("text", "notations"),
    [
        ("Het gaat om extremisme en radicalisering.", ["extremisme", "radicalisering"]),
        ("De rechts-extremistische dreiging groeit.", ["rechts-extremisme"]),
        ("Gewelddadig extremisme neemt toe.", ["extremisme"]),
        ("De dreiging van CBRN blijft klein.", ["cbrn-terrorisme"]),
        ("De cbrn blijft klein.", []),
        ("Antiterrorismebeleid en postradicalisering.", []),
        ("Het Dreigingsbeeld Terrorisme Nederland 57 verscheen.", []),
    ],
)
def test_topics_of_a_paper(text: str, notations: list[str]) -> None:
    """Labels count as whole words, abbreviations in capitals, and not inside the name of a policy or law."""
    assert notations == topics(text, "document").get("kst-30821-185", [])


def test_a_thing_is_about_what_its_words_name() -> None:
    """A motion is about the phenomena of its requests, and of nothing that other sentences name."""
    text = "De motie van het lid Bos (29754, nr. 5) verzoekt radicalisering tegen te gaan. Ook terrorisme speelt."

    assert {"kst-29754-5": ["radicalisering"]} == topics(text, "motion")
    assert [["radicalisering"]] == list(topics(text, "request").values())


def test_a_topic_of_a_thing_rests_on_its_words() -> None:
    """The evidence of a topic is that of the thing, so that no thing rests on words that are not its own."""
    made = account("De motie van het lid Bos (29754, nr. 5) verzoekt radicalisering tegen te gaan.")

    request = made.motions[0].requests[0]
    assert {request.evidence} == {t.evidence for t in made.topics if t.of.kind in ("request", "motion")}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Accelerationisme is een vorm van rechts-extremisme.", [("accelerationisme", "rechts-extremisme")]),
        ("Het gaat om alle vormen van radicalisering, (gewelddadig) extremisme en terrorisme, waar ook accelerationisme "
         "onder valt.", [("accelerationisme", "extremisme")]),
        ("Terrorisme, waaronder ook accelerationisme, wordt bestreden.", [("accelerationisme", "terrorisme")]),
        ("Het gaat om radicalisering en terrorisme, waar ook accelerationisme onder valt.", []),
        ("Extremisme en accelerationisme nemen toe.", []),
        ("Extremisme is een vorm van geweld.", []),
        ("Er is terrorisme. Waar ook accelerationisme onder valt, is de vraag.", []),
    ],
)  # fmt: skip
def test_broader_topics(text: str, pairs: list[tuple[str, str]]) -> None:
    """The paper's own words put one phenomenon under another; of a list, the one above it in the thesaurus."""
    assert pairs == [(item.narrower, item.broader) for item in account(text).broader_topics]


def test_a_broader_link_rests_on_its_sentence() -> None:
    """The evidence holds both phenomena and the words between them."""
    (item,) = account("Accelerationisme is een vorm van rechts-extremisme.").broader_topics

    assert "Accelerationisme is een vorm van rechts-extremisme" == item.evidence[0].readable


def test_what_an_arrangement_talks_about() -> None:
    """A sentence that goes on about a dialogue gives its topic; another state's does not."""
    told = "Met Turkije is er een dialoog tussen Nederland en Turkije, onder de naam «Tafel». "
    made = account(told + "Hierin worden uitreizigers besproken. Over terrorisme wordt met België gesproken.")

    (item,) = made.cooperations
    assert ["uitreizigers"] == [topic.notation for topic in made.topics if topic.of == item.ref]
    assert Ref("document", "kst-30821-185") in {topic.of for topic in made.topics}
