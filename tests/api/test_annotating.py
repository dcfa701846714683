"""Texts that a client sends: what of them is refused, and what reaches the reader."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from api.fakes import Client, FakeBackend
from ctgraph.api.annotating import ANNOTATIONS, BODY_BYTES
from ctgraph.api.app import create_app
from ctgraph.errors import InputError, ReadingFailed
from ctgraph.settings import Settings

JSON = {"Content-Type": "application/json"}


@dataclass
class FakeReader:
    """Finds the whole text, and remembers what it was asked."""

    asked: list[tuple[str, date | None, str]] = field(default_factory=list)
    fails: Exception | None = None
    closed: bool = False

    async def annotations(self, text: str, day: date | None, identifier: str, form: str = "json") -> bytes:
        self.asked.append((text, day, identifier))
        if self.fails is not None:
            raise self.fails
        if form != "json":
            return form.encode()
        return json.dumps([{"type": "law", "start": 0, "end": len(text), "text": text, "normalized": {}}]).encode()

    async def references(self, text: str, day: date | None) -> bytes:
        self.asked.append((text, day, ""))
        return json.dumps([{"text": text}]).encode()

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def reader() -> FakeReader:
    """A reader of its own for each test."""
    return FakeReader()


@pytest.fixture
def texts(settings: Settings, backend: FakeBackend, reader: FakeReader) -> Client:
    """The application with that reader."""
    return Client(create_app(settings, backend, reader=reader))


def post(client: Client, body: object) -> Any:
    """Send a body as JSON."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.request("POST", "/v1/annotations", JSON, content)


def test_annotations(texts: Client, reader: FakeReader) -> None:
    """Text, day and id reach the reader, and what it finds comes back as the list that `extract` prints."""
    response = post(texts, {"text": "Zie «dit» 😀.", "date": "2022-07-06", "id": "kst-29754-645"})

    assert response.status_code == 200
    assert response.json() == [{"type": "law", "start": 0, "end": 12, "text": "Zie «dit» 😀.", "normalized": {}}]
    assert reader.asked == [("Zie «dit» 😀.", date(2022, 7, 6), "kst-29754-645")]


@pytest.mark.parametrize(
    ("accept", "form", "media_type"),
    [
        ('application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"', b"anno", ANNOTATIONS),
        ("application/ld+json", b"anno", ANNOTATIONS),
        ("text/html,application/xhtml+xml,*/*;q=0.8", b"html", "text/html; charset=utf-8"),
    ],
)
def test_forms_by_accept(texts: Client, accept: str, form: bytes, media_type: str) -> None:
    """Web Annotations and the text with links for who accepts them; a text of white space has them too."""
    for text in ("Zie dit.", " "):
        body = json.dumps({"text": text}).encode()
        response = texts.request("POST", "/v1/annotations", {**JSON, "Accept": accept}, body)

        assert (response.status_code, response.content) == (200, form)
        assert response.headers["content-type"] == media_type


def test_a_form_that_is_not_made(texts: Client) -> None:
    """A client that accepts none of the forms is told which there are."""
    response = texts.request("POST", "/v1/annotations", {**JSON, "Accept": "application/pdf"}, b'{"text": "a"}')

    assert response.status_code == 406


def test_references(texts: Client, reader: FakeReader) -> None:
    """The text and day of the address reach the reader; the answer can be asked for conditionally."""
    response = texts.get("/v1/references?text=nr.%20645&date=2022-07-06")

    assert response.json() == {"references": [{"text": "nr. 645"}]}
    assert reader.asked[0][:2] == ("nr. 645", date(2022, 7, 6))
    held = texts.get("/v1/references?text=nr.%20645&date=2022-07-06", If_None_Match=response.headers["etag"])
    assert held.status_code == 304


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (b"{", {"body"}),
        (b"\xff\xfe", {"body"}),
        (b"[" * 100_000, {"body"}),
        ([], {"body"}),
        ({}, {"text"}),
        ({"text": 1, "date": [], "x": "y"}, {"text", "date", "x"}),
        ({"text": "a\x00b", "date": "soon", "id": "../x"}, {"text", "date", "id"}),
        ({"text": "a\ud800b"}, {"text"}),
        ({"text": "a", "date": "2022-02-30"}, {"date"}),
        ({"text": "a", "date": "20220706"}, {"date"}),
    ],
)
def test_refused_bodies(texts: Client, reader: FakeReader, body: object, names: set[str]) -> None:
    """What is no text with a day and an id is 400, all faults together, and nothing is read."""
    response = post(texts, body)

    assert response.status_code == 400
    assert {each["name"] for each in response.json()["errors"]} == names
    assert reader.asked == []


@pytest.mark.parametrize("query", ["", "?text=a&date=x&y=1", "?text=a%00", "?text=a&text=b"])
def test_refused_addresses(texts: Client, query: str) -> None:
    """The same goes for the text of an address."""
    assert texts.get(f"/v1/references{query}").status_code == 400


@pytest.mark.parametrize("text", ["", " \n ", "\u00a0"])
def test_nothing_is_found_in_nothing(texts: Client, text: str) -> None:
    """A text of white space holds no mentions; that is no fault."""
    assert post(texts, {"text": text}).json() == []


def test_bidirectional_controls_are_text(texts: Client, reader: FakeReader) -> None:
    """Controls of writing direction stay where they are."""
    assert post(texts, {"text": "a\u202eb\u2066c"}).status_code == 200
    assert reader.asked[0][0] == "a\u202eb\u2066c"


def test_size(texts: Client, reader: FakeReader) -> None:
    """A body over the limit is 413, one at the limit is read."""
    frame = len(json.dumps({"text": ""}))

    assert post(texts, {"text": "a" * (BODY_BYTES - frame + 1)}).status_code == 413
    assert reader.asked == []
    assert post(texts, {"text": "a" * (BODY_BYTES - frame)}).status_code == 200


@pytest.mark.parametrize(
    ("media_type", "status"), [("text/plain", 415), ("", 415), ("application/json; charset=utf-8", 200)]
)
def test_media_type(texts: Client, media_type: str, status: int) -> None:
    """The body is JSON, and says so."""
    headers = {"Content-Type": media_type} if media_type else {}

    assert texts.request("POST", "/v1/annotations", headers, b'{"text": "a"}').status_code == status


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (ReadingFailed("it took longer than 20 s"), 503, "reading-failed"),
        (InputError("text", "this is a PDF", "Give its text"), 400, "unreadable-input"),
    ],
)
def test_failures(texts: Client, reader: FakeReader, error: Exception, status: int, code: str) -> None:
    """What the reader refuses or does not finish is a problem that says so."""
    reader.fails = error
    response = post(texts, {"text": "a"})

    assert (response.status_code, response.json()["code"]) == (status, code)


def test_without_a_reader(client: Client) -> None:
    """An application that was made without a reader says so."""
    response = post(client, {"text": "a"})

    assert (response.status_code, response.json()["code"]) == (503, "reading-failed")
    assert response.headers["retry-after"]
