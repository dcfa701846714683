"""The API description, by the API Design Rules."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from api.fakes import Client, FakeBackend
from ctgraph.api.app import create_app
from ctgraph.api.headers import API_VERSION
from ctgraph.namespaces import BASE
from ctgraph.settings import Settings

CAMEL = re.compile(r"[a-z][a-z\d]*(?:[A-Z][a-z\d]*)*")
KEBAB = re.compile(r"(?:/(?:[a-z0-9-]+|\{[a-z]+\}))+")


@pytest.fixture
def description(client: Client) -> dict[str, Any]:
    """The OpenAPI document."""
    document: dict[str, Any] = client.get("/v1/openapi.json").json()
    return document


def operations(description: dict[str, Any]) -> list[dict[str, Any]]:
    return [operation for methods in description["paths"].values() for operation in methods.values()]


def test_frame(description: dict[str, Any]) -> None:
    """Version and server stand where the rules want them."""
    assert description["openapi"].startswith("3.1")
    assert description["info"]["version"] == API_VERSION
    assert [server["url"] for server in description["servers"]] == ["/v1"]


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        ("", None),
        ("https://example.org/help", {"name": "ctgraph", "url": "https://example.org/help"}),
        ("mailto:desk@example.org", {"name": "ctgraph", "url": BASE, "email": "desk@example.org"}),
    ],
)
def test_contact(tmp_path: Path, backend: FakeBackend, contact: str, told: dict[str, str] | None) -> None:
    """The contact is the one of the settings; without one none is made up."""
    client = Client(create_app(Settings(data=tmp_path, contact=contact), backend))

    assert told == client.get("/v1/openapi.json").json()["info"].get("contact")


def test_names(description: dict[str, Any]) -> None:
    """Paths are in kebab case without a slash at the end, query keys in camel case, operations unique."""
    parameters = [parameter for operation in operations(description) for parameter in operation.get("parameters", [])]

    assert all(KEBAB.fullmatch(path) for path in description["paths"])
    assert all(CAMEL.fullmatch(parameter["name"]) for parameter in parameters)
    names = [operation["operationId"] for operation in operations(description)]
    assert len(set(names)) == len(names)


def undescribed(value: Any, schema: Any, place: str = "") -> set[str]:
    """The members of an answer that its schema does not tell of."""
    if isinstance(value, list):
        return set().union(*(undescribed(each, schema.get("items", {}), place) for each in value))
    if not isinstance(value, dict) or "properties" not in schema:
        return set()
    told = schema["properties"]
    more = {f"{place}.{name}" for name in value if name not in told}
    return more.union(*(undescribed(value[name], told[name], f"{place}.{name}") for name in value if name in told))


@pytest.mark.parametrize(
    ("path", "address"),
    [("/documents/{id}", "/documents/kst-36999-12"), ("/documents/{id}/mentions", "/documents/kst-36999-12/mentions"),
     ("/documents/{id}/references", "/documents/kst-36999-12/references"), ("/queries", "/queries"),
     ("/motions", "/motions?facets=year,outcome"), ("/motions/{id}", "/motions/kst-36999-7"),
     ("/documents", "/documents?facets=kind,dossier"), ("/actors", "/actors"), ("/commitments", "/commitments")],
)  # fmt: skip
def test_what_answers_hold_is_described(client: Client, description: dict[str, Any], path: str, address: str) -> None:
    """No answer has a member that the description does not name."""
    response = description["paths"][path]["get"]["responses"]["200"]
    answer = client.get(f"/v1{address}").json()

    assert undescribed(answer, response["content"]["application/json"]["schema"]) == set()


def test_language(client: Client, description: dict[str, Any]) -> None:
    """Each operation takes the language of its words; another one than there are is refused as any wrong value is."""
    for operation in operations(description):
        (language,) = (each for each in operation["parameters"] if each["name"] == "lang")
        assert language["schema"]["enum"] == ["", "en", "nl"]

    faults = client.get("/v1/documents?lang=de&limit=0").json()["errors"]
    assert {"name": "lang", "detail": "'de' does not fit. It takes en or nl."} in faults
    assert {each["name"] for each in faults} == {"lang", "limit"}


def test_answers(description: dict[str, Any]) -> None:
    """Every answer has API-Version, every error is a problem, wrong input is 400 and never 422."""
    for operation in operations(description):
        responses = operation["responses"]
        assert "422" not in responses
        assert {"200", "400"} <= set(responses)
        for status, response in responses.items():
            assert "API-Version" in response["headers"]
            if not status.startswith(("2", "3")):
                assert list(response["content"]) == ["application/problem+json"]


def test_where_it_leads(description: dict[str, Any]) -> None:
    """Every link names an operation that there is, and a thing under another spelling is a described redirect."""
    names = {operation["operationId"] for operation in operations(description)}
    links = [link for each in operations(description) for link in each["responses"]["200"].get("links", {}).values()]

    assert len(links) > 8
    assert {link["operationId"] for link in links} <= names
    assert all("Location" in item["get"]["responses"]["301"]["headers"] for item in things(description))


def things(description: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for path, item in description["paths"].items() if "{id}" in path]


def test_queries_are_described_in_full(description: dict[str, Any]) -> None:
    """Each canned query has typed parameters with examples, and the schema of its rows."""
    operation = description["paths"]["/queries/commitments"]["get"]
    parameters = {parameter["name"]: parameter for parameter in operation["parameters"]}
    page = operation["responses"]["200"]["content"]["application/json"]["schema"]
    row = page["properties"]["rows"]["items"]

    assert parameters["status"]["schema"]["enum"] == ["open", "fulfilled", "partly-fulfilled", "lapsed"]
    assert parameters["from"]["schema"] == {"type": "string", "format": "date"}
    assert parameters["limit"]["schema"]["maximum"] == 10_000
    assert row["properties"]["daysLate"]["type"] == ["integer", "null"]


def test_defaults_are_of_their_type(description: dict[str, Any]) -> None:
    """A parameter that is a number has a number as its default."""
    for operation in operations(description):
        for parameter in operation.get("parameters", ()):
            schema = parameter["schema"]
            if "default" in schema:
                assert isinstance(schema["default"], int) == (schema["type"] == "integer"), parameter


def test_page_for_people(client: Client, description: dict[str, Any]) -> None:
    """/docs shows every operation, drawn from the same description, and loads nothing from elsewhere."""
    page = client.get("/docs").text

    assert all(f"<code>/v1{path}</code>" in page for path in description["paths"])
    assert 'src="http' not in page
    assert '<link rel="stylesheet" href="/static/style.css">' in page
