"""The forms of annotations: W3C Web Annotations and the text with links, whatever the text holds."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgraph.export.annotations import FORMS, Record, written
from ctgraph.namespaces import BASE

TEXT = "Zie 😀 Kamerstuk 29 754, nr. 645 en <b>artikel 23</b> van de Paspoortwet.\n\nTweede «alinea» & meer."
PAPER = "Kamerstuk 29 754, nr. 645"


def record(kind: str, words: str, normalized: Record, **details: object) -> Record:
    """A record at the first place of some words."""
    start = TEXT.index(words)
    return {"type": kind, "start": start, "end": start + len(words), "text": words, "normalized": normalized, **details}


RECORDS = [
    record("kamerstuk_ref", PAPER, {"ids": ["kst-29754-645"]}, rule="kamerstuk.full", confidence=0.99),
    record("law_ref", "artikel 23</b> van de Paspoortwet", {"law": "Paspoortwet", "id": "BWBR0005212"}),
    record("date", "«alinea»", {"edtf": "2022"}),
]


def anno(records: list[Record] = RECORDS, text: str = TEXT, identifier: str = "kst-29754-646") -> dict[str, Any]:
    """The collection that is written."""
    return dict(json.loads(written("anno", records, text, identifier)))


def page(records: list[Record] = RECORDS, text: str = TEXT) -> str:
    """The page that is written."""
    return written("html", records, text, "").decode()


def test_collection_has_what_the_model_demands() -> None:
    """Context, id and type; each annotation an id of its own, a target, bodies with a purpose."""
    made = anno()
    items = made["first"]["items"]

    assert (made["@context"], made["type"], made["total"]) == (
        "http://www.w3.org/ns/anno.jsonld",
        "AnnotationCollection",
        3,
    )
    assert len({each["id"] for each in (made, made["first"], *items)}) == 5
    assert {each["type"] for each in items} == {"Annotation"}
    assert [each["motivation"] for each in items] == ["identifying", "identifying", "classifying"]
    assert all({body["purpose"] for body in each["body"]} >= {"classifying", "describing"} for each in items)


def test_positions_are_code_points() -> None:
    """A character outside the basic plane is one place, and the quote with its surroundings stands there."""
    position, quote = anno()["first"]["items"][0]["target"]["selector"]

    assert (position["start"], position["end"]) == (6, 31)
    assert TEXT[position["start"] : position["end"]] == quote["exact"] == PAPER
    assert (quote["prefix"], quote["suffix"]) == ("Zie 😀 ", TEXT[31:63])


def test_source_is_the_paper_or_the_digest_of_the_text() -> None:
    """A text without an official id is named by its digest, so that two texts never share annotations."""
    sources = [anno(identifier=name)["first"]["items"][0]["target"]["source"] for name in ("kst-29754-646", "letter")]

    assert sources[0] == f"{BASE}id/document/kst-29754-646"
    assert re.fullmatch(r"ni:///sha-256;[\w-]{43}", sources[1])


def test_what_is_suspect_identifies_nothing() -> None:
    """A doubtful reference has no thing among its bodies and no link in the page; the doubt is told."""
    doubted = [{**RECORDS[0], "status": "suspect"}]

    assert [body["purpose"] for body in anno(doubted)["first"]["items"][0]["body"]] == ["classifying", "describing"]
    assert "href" not in page(doubted)
    assert "kamerstuk_ref (suspect)" in page(doubted)


def test_page_links_and_escapes() -> None:
    """What was found is a link, and markup in the text is shown, not obeyed."""
    made = page()

    assert f'<a href="{BASE}id/document/kst-29754-645" title="kamerstuk_ref #1"><mark>{PAPER}</mark></a>' in made
    assert "&lt;b&gt;" in made
    assert "<b>" not in made
    assert not re.search(r"<(?:script|style|img|link)\b", made)


@pytest.mark.parametrize("control", ["\u202e", "\u2066", "\u200f", "\x07"])
def test_page_shows_what_would_turn_the_text(control: str) -> None:
    """A control of writing direction is shown by its number, in text, title and table, and turns nothing."""
    text = f"De {control}Paspoortwet."
    found: list[Record] = [
        {"type": f"law{control}", "start": 3, "end": 15, "text": text[3:15], "normalized": {"law": text[3:15]}}
    ]
    made = page(found, text)

    assert control not in made
    assert f"[U+{ord(control):04X}]Paspoortwet" in made


@pytest.mark.parametrize("form", FORMS)
def test_nothing_found(form: str) -> None:
    """An empty text has an answer in every form."""
    assert written(form, [], "", "")


class _Balanced(HTMLParser):
    """Reads a page; its text, and whether every element that was opened is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.shown = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open:
            self.shown += data


_ANY = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@given(_ANY, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=8))
def test_any_text_with_any_stretches(text: str, places: list[tuple[int, int]]) -> None:
    """Stretches that nest, touch and overlap: elements stay balanced, and no visible letter is lost or added."""
    found: list[Record] = []
    for start, length in places:
        end = min(len(text), start + length)
        if start < end:
            found.append({"type": "law_ref", "start": start, "end": end, "text": text[start:end], "normalized": {}})
    parsed = _Balanced()
    parsed.feed(page(found, text))

    assert parsed.open == []
    hidden = re.sub(r"\[U\+[0-9A-F]{4,6}\]", "", parsed.shown)
    assert "".join(filter(str.isalnum, hidden)) == "".join(
        filter(str.isalnum, re.sub(r"\[U\+[0-9A-F]{4,6}\]", "", text))
    )
    items = anno(found, text)["first"]["items"]
    assert [each["target"]["selector"][1]["exact"] for each in items] == [each["text"] for each in found]


def test_value_is_carried_whole() -> None:
    """The body that describes has the value, the rule and the confidence of the record."""
    described = json.loads(anno()["first"]["items"][0]["body"][-1]["value"])

    assert described == {"value": {"ids": ["kst-29754-645"]}, "rule": "kamerstuk.full", "confidence": 0.99}
