"""The canned queries over HTTP."""

from __future__ import annotations

from datetime import date
from functools import partial
from urllib.parse import quote

import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from api.fakes import Client, FakeBackend
from ctgraph import assets
from ctgraph.api.app import create_app
from ctgraph.questions.load import CannedQuery, catalog
from ctgraph.settings import Settings

QUERIES = tuple(catalog(assets.folder("queries")).values())
LETTER = "/v1/queries/references-in?document=kst-36999-12"


def ids(query: CannedQuery) -> str:
    return query.name


def test_list_names_every_query(client: Client) -> None:
    """The list has each query with its parameters, columns and question in both languages."""
    listed = client.get("/v1/queries").json()["queries"]

    assert [each["name"] for each in listed] == [query.name for query in QUERIES]
    assert all(set(each["question"]) == {"nl", "en"} and each["columns"] for each in listed)


@pytest.mark.parametrize("query", QUERIES, ids=ids)
def test_each_query_answers(client: Client, backend: FakeBackend, query: CannedQuery) -> None:
    """Each query answers its own examples, in the reserved lane, with the columns that it promises."""
    given = "&".join(f"{each.name}={quote(each.example)}" for each in query.parameters)
    body = client.get(f"/v1/queries/{query.name}?{given}").json()

    assert list(body) == ["query", "release", "columns", "rows", "truncated", "next"]
    assert body["columns"] == [column.name for column in query.columns]
    assert backend.asked[-1][1] == "reserved"


def test_rows_are_plain_values(client: Client) -> None:
    """Numbers are numbers, what is unbound is null, and every row has every column."""
    rows = client.get(LETTER).json()["rows"]

    first = rows[0]
    assert (first["start"], first["end"], first["quote"]) == (40, 63, "Kamerstuk 36 999, nr. 7")
    assert {row["resolutionStatus"] for row in rows} >= {"resolved", "identified", "suspect"}
    assert next(row for row in rows if row["resolutionStatus"] == "suspect")["target"] is None
    assert all(set(row) == set(first) for row in rows)


def test_pages_add_up(client: Client) -> None:
    """Page after page gives each row once, and only the last page is not truncated."""
    whole = client.get(LETTER).json()
    found, address = [], f"{LETTER}&limit=1"
    while address:
        response = client.get(address.removeprefix("http://ctgraph.test"))
        page = response.json()
        found += page["rows"]
        assert page["truncated"] == (page["next"] is not None) == ("link" in response.headers)
        address = page["next"]

    assert found == whole["rows"]
    assert not whole["truncated"]


def test_exact_limit_is_not_truncated(client: Client) -> None:
    """As many rows as the limit, and no more, is the whole answer."""
    count = len(client.get(LETTER).json()["rows"])

    assert not client.get(f"{LETTER}&limit={count}").json()["truncated"]
    assert client.get(f"{LETTER}&limit={count - 1}").json()["truncated"]


def test_cursor_of_another_release_is_refused(client: Client, backend: FakeBackend) -> None:
    """A cursor from before a switch is refused, since it would skip rows unseen."""
    address = client.get(f"{LETTER}&limit=1").json()["next"].removeprefix("http://ctgraph.test")
    backend.release = "b" * 16

    response = client.get(address)

    assert response.status_code == 400
    assert response.json()["errors"][0]["name"] == "page"


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("application/sparql-results+json", QueryResultsFormat.JSON),
        ("application/sparql-results+xml", QueryResultsFormat.XML),
        ("text/tab-separated-values", QueryResultsFormat.TSV),
    ],
)
def test_result_formats(client: Client, accept: str, form: QueryResultsFormat) -> None:
    """The formats of SPARQL hold the same page, with the next one in the Link header."""
    response = client.get(f"{LETTER}&limit=2", accept)

    solutions = parse_query_results(response.content, form)
    assert isinstance(solutions, QuerySolutions)
    assert len(list(solutions)) == 2
    assert 'rel="next"' in response.headers["link"]


def test_csv(client: Client) -> None:
    """CSV has the columns in their order, and escapes what it has to."""
    response = client.get("/v1/queries/motions-answered-in?document=kst-36999-12", "text/csv")

    assert response.text.startswith("response,motion,motionId,submitters,")
    assert '""twee dingen""' in response.text


def test_html_has_form_and_rows(client: Client) -> None:
    """A browser gets the rows as a table under the form that asked for them."""
    page = client.get(f"{LETTER}&lang=nl", "text/html").text

    assert '<html lang="nl">' in page
    assert 'value="kst-36999-12"' in page
    assert '<a href="/doc/document/kst-36999-7"' in page


def test_today_is_the_default(backend: FakeBackend, settings: Settings) -> None:
    """A parameter that is today by default follows the day, and so does the tag of the answer."""
    address = "/v1/queries/announcements?document=kst-36999-12"
    early, late = (
        Client(create_app(settings, backend, today=partial(date.fromisoformat, day))).get(address)
        for day in ("2024-12-01", "2025-06-01")
    )

    assert early.headers["etag"] != late.headers["etag"]
    assert sum(row["daysLate"] or 0 for row in late.json()["rows"]) > sum(
        row["daysLate"] or 0 for row in early.json()["rows"]
    )


@pytest.mark.parametrize(
    "payload",
    [
        '36999") } ; DROP ALL #',
        "'",
        '"',
        "\\",
        "}",
        "<http://x>",
        "\n",
        "?x",
        "$document",
        "\x00",
        "é" * 3000,
    ],
)
@pytest.mark.parametrize("parameter", ["dossier", "topic", "status", "from", "asOf"])
def test_no_value_changes_the_question(client: Client, backend: FakeBackend, payload: str, parameter: str) -> None:
    """Whatever stands in a parameter, it is a value: refused, or asked for as it is."""
    response = client.get(f"/v1/queries/commitments?{parameter}={quote(payload)}")

    assert response.status_code in {200, 400}
    if response.status_code == 200:
        assert response.json()["rows"] == []


def test_unknown_query_names_the_known(client: Client) -> None:
    """A name that no query has gets 404, and the names that there are."""
    found = client.get("/v1/queries/nope")

    assert (404, "unknown-name") == (found.status_code, found.json()["code"])
    assert "threat-levels" in found.json()["detail"]


def test_unknown_parameter_names_the_known(client: Client) -> None:
    """A parameter that does not exist is refused, and the known ones are told, with every other fault."""
    body = client.get("/v1/queries/references-in?colour=red&limit=many&page=x").json()

    assert {fault["name"] for fault in body["errors"]} == {"colour", "document", "limit"}
    assert "Known: document" in body["detail"]
