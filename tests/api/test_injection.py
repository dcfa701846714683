"""SPARQL and markup in every parameter of every operation: always a value, never a part of the query."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

import pytest
from pyoxigraph import Store

from api.fakes import Client, FakeBackend
from ctgraph.api import openapi
from ctgraph.api.app import create_app
from ctgraph.settings import QueryLimits, Settings
from ctgraph.store import guard
from ctgraph.store.pool import EmbeddedStore

PAYLOADS: Final = (
    '29754") } ; DROP ALL #',
    "29754') } ; DROP ALL #",
    '" } UNION { ?s ?p ?o } #',
    "x> } ; INSERT DATA { <urn:a> <urn:b> <urn:c> } #",
    "https://w3id.org/ctgraph/id/document/x> ?p ?o . ?s ?p2 <urn:y",
    "https://w3id.org/ctgraph/id/motion/kst-1-2/../../x",
    "\\",
    '\\"',
    "\\u0022) } #",
    "\x00",
    "a\nb\r\nc",
    "}" * 70 + "#",
    "# a comment",
    "$document",
    "?s",
    "{{7*7}}${7*7}<script>alert(1)</script>",
    '"x"@en-',
    '"x"^^<urn:t> . <urn:a> <urn:b> <urn:c',
    "kst-29754-645\u202e",
    "%22%29%7D",
    "\U0001f600" * 600,
)
ABSENT: Final = ("no-release", "reading-failed")
"""What is not there in this test: the index for search, and a process that reads texts."""


def operations() -> Iterator[Any]:
    settings = Settings()
    described = openapi.describe(create_app(settings, EmbeddedStore(settings)))
    for path, methods in described["paths"].items():
        if "get" in methods and methods["get"].get("parameters"):
            yield pytest.param(path, methods["get"]["parameters"], id=path)


@pytest.mark.parametrize(("path", "parameters"), tuple(operations()))
def test_a_payload_is_a_value(path: str, parameters: list[dict[str, Any]], store: Store, settings: Settings) -> None:
    """It is answered or refused in the shape of every refusal; what reaches the store is one SELECT within all limits."""
    backend, held = FakeBackend(store), len(store)
    client = Client(create_app(settings, backend, today=lambda: date(2025, 1, 1)))
    for address in addresses(path, parameters):
        answer = client.get(address)
        told = answer.json() if answer.headers["content-type"].endswith("json") else {}
        assert answer.status_code in (200, 301, 400, 404) or told["code"] in ABSENT, (address, answer.text[:300])
        assert answer.status_code in (200, 301) or told["title"], address

    assert len(store) == held
    assert {guard.inspect(question.query, QueryLimits()).form for question, _ in backend.asked} <= {"select"}


def addresses(path: str, parameters: list[dict[str, Any]]) -> Iterator[str]:
    """Each payload in each parameter, beside good values of those that must be there."""
    needed = {each["name"]: text(each["example"]) for each in parameters if each.get("required")}
    in_path = [each["name"] for each in parameters if each["in"] == "path"]
    for parameter in parameters:
        for payload in PAYLOADS:
            given = {**needed, parameter["name"]: payload}
            filled = path
            for name in in_path:
                filled = filled.replace("{" + name + "}", urlencode({"": given.pop(name)})[1:].replace("+", "%20"))
            yield f"/v1{filled}?{urlencode(given)}"


def text(example: Any) -> str:
    return ",".join(example) if isinstance(example, list) else str(example)
