"""The lookups of collections: lists with filters, facets and pages, and one thing with its evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from api.fakes import Client, FakeBackend
from ctgraph import assets
from ctgraph.api.collections.load import Collection, load_collections
from ctgraph.errors import InputError

COLLECTIONS = load_collections(assets.folder("queries") / "lookups")
LETTER = "https://w3id.org/ctgraph/id/document/kst-36999-12"


def things(client: Client, address: str) -> list[dict[str, Any]]:
    """The records of a list."""
    response = client.get(address)
    assert response.status_code == 200, response.text
    return list(response.json()[address.split("/")[2].split("?", maxsplit=1)[0]])


@pytest.mark.parametrize("name", COLLECTIONS)
def test_pages_hold_each_thing_once(client: Client, name: str) -> None:
    """Page after page gives the whole list, each thing once, and only the last page says that it is not truncated."""
    whole = things(client, f"/v1/{name}?limit=1000")
    found, address, pages = [], f"/v1/{name}?limit=2", 0
    while address:
        page = client.get(address).json()
        assert page["truncated"] == (page["next"] is not None)
        found += page[name]
        address = (page["next"] or "").removeprefix("http://ctgraph.test")
        pages += 1

    assert found == whole
    assert len({each["iri"] for each in whole}) == len(whole) > 0
    assert pages == (len(whole) + 1) // 2


@pytest.mark.parametrize("name", COLLECTIONS)
def test_each_address_of_a_list_answers(client: Client, name: str) -> None:
    """The `href` of a record leads to the same record in full."""
    for record in things(client, f"/v1/{name}?limit=3"):
        response = client.get(quote(record["href"]))

        assert response.status_code == 200, record["href"]
        assert response.json()["iri"] == record["iri"]


@pytest.mark.parametrize(
    "collection", [each for each in COLLECTIONS.values() if each.facets], ids=lambda each: each.name
)
def test_facets_count_what_the_filter_finds(client: Client, collection: Collection) -> None:
    """For each facet that is a filter too, each value finds as many things as the facet counts."""
    shared = [each.name for each in collection.facets if each.name in {f.parameter.name for f in collection.filters}]
    names = ",".join(each.name for each in collection.facets)
    facets = client.get(f"/v1/{collection.name}?facets={names}").json()["facets"]

    assert set(facets) == set(names.split(","))
    for name in shared:
        for each in facets[name]["values"]:
            found = things(client, f"/v1/{collection.name}?{urlencode({name: each['value'], 'limit': 1000})}")
            assert len(found) == each["count"], (name, each)


@pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=COLLECTIONS)
def test_every_filter_takes_its_example(client: Client, collection: Collection) -> None:
    """The example of each filter is a value that it takes, alone and with all the others."""
    examples = {each.parameter.name: each.parameter.example for each in collection.filters}

    for given in (*({name: value} for name, value in examples.items()), examples):
        assert client.get(f"/v1/{collection.name}?{urlencode(given)}").status_code == 200, given


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("motions?dossier=36%20999&outcome=adopted", {"kst-36999-7"}),
        ("motions?actor=person/anna-zwart", {"kst-36999-7"}),
        ("motions?actor=organisation/tegenpartij", {"kst-36999-7"}),
        ("motions?actor=organisation/verland", set()),
        ("commitments?kind=registered", {"tz202401-001"}),
        ("actors?name=PROEFPARTIJ", {"organisation/proefpartij"}),
        ("strategies?from=2025-01-01", {"proefstrategie-2025"}),
        ("threat-assessments?level=beperkt", {"proefbeeld-1"}),
        ("threat-assessments?to=2010-12-31", {"proefbeeld-1"}),
        ("documents?law=BWBR0099999", {"kst-36999-12"}),
        ("laws?name=%22%20%7D", set()),
        ("dossiers?name=%5C%22%29%20UNION", set()),
    ],
)
def test_filters(client: Client, query: str, expected: set[str]) -> None:
    """Filters narrow by term; what looks like SPARQL is a word like any other."""
    assert {each["id"] for each in things(client, f"/v1/{query}")} == expected


def test_one_thing_rests_on_words(client: Client) -> None:
    """A record has labels for what it points to, and the words of the texts with their offsets."""
    body = client.get("/v1/commitments/kst-36999-12/dddd0009", Accept_Language="nl").json()

    assert body["evidence"] == [
        {
            "document": LETTER,
            "start": 700,
            "end": 733,
            "quote": "De cijfers ontvangt u dit najaar.",
            "textDigest": "d1",
        }
    ]
    assert body["evidenceTruncated"] is False
    assert body["statedIn"] == [
        {
            "id": "kst-36999-12",
            "iri": LETTER,
            "label": "Brief over het proefdossier",
            "href": "/v1/documents/kst-36999-12",
        }
    ]
    assert body["links"]["page"] == "/doc/commitment/kst-36999-12/dddd0009"


def test_only_the_fields_asked_for(client: Client) -> None:
    """`fields` leaves out the rest, in a list and in an item; id, IRI and address always stand."""
    always = {"id", "iri", "href"}

    assert set(things(client, "/v1/motions?fields=title")[0]) == {*always, "title"}
    assert set(things(client, "/v1/motions?fields=evidence")[0]) == {*always, "evidence"}
    assert set(client.get("/v1/motions/kst-36999-7?fields=title").json()) == {*always, "release", "title", "links"}


@pytest.mark.parametrize(
    ("given", "official"),
    [
        ("motions/KST-36999-7", "motions/kst-36999-7"),
        ("laws/bwbr0099999", "laws/BWBR0099999"),
        ("actors/anna-zwart", "actors/person/anna-zwart"),
        ("actors/proefpartij?lang=nl", "actors/organisation/proefpartij?lang=nl"),
        ("dossiers/36%20999", "dossiers/36999"),
    ],
)
def test_any_spelling_leads_to_the_official_one(client: Client, given: str, official: str) -> None:
    """Another spelling of an id is redirected, with the query it came with."""
    response = client.get(f"/v1/{given}")

    assert (response.status_code, response.headers["location"]) == (301, f"/v1/{official}")


@pytest.mark.parametrize(
    "path", ["motions/kst-1-1", "threat-assessments/kst-36999-12", "actors/nobody", "motions/%22", "laws/a/b//c"]
)
def test_what_is_not_there(client: Client, path: str) -> None:
    """What there is none of, or is of another class, is 404 as a problem."""
    response = client.get(f"/v1/{path}")

    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"


def test_all_faults_together(client: Client) -> None:
    """One answer names every wrong parameter, and what each takes."""
    response = client.get("/v1/motions?foo=1&from=soon&fields=a,title&facets=zz&limit=0&topic=a&topic=b")
    faults = {each["name"]: each["detail"] for each in response.json()["errors"]}

    assert response.status_code == 400
    assert set(faults) == {"foo", "from", "fields", "facets", "limit", "topic"}
    assert faults["from"] == "'soon' does not fit. It takes a day as YYYY-MM-DD, such as 2022-01-01."
    assert faults["fields"].startswith("does not know 'a'. Known: title,")


@pytest.mark.parametrize("path", ["motions?facets=year&limit=1", "motions/kst-36999-7"])
def test_conditional(client: Client, backend: FakeBackend, path: str) -> None:
    """A client that holds the answer gets 304; in another language or of another release it has another tag."""
    tag = client.get(f"/v1/{path}").headers["etag"]

    assert client.get(f"/v1/{path}", If_None_Match=tag).status_code == 304
    assert client.get(f"/v1/{path}", Accept_Language="nl", If_None_Match=tag).status_code == 200
    backend.release = "b" * 64
    assert client.get(f"/v1/{path}", If_None_Match=tag).status_code == 200


def test_a_cursor_belongs_to_its_question(client: Client) -> None:
    """A cursor of another question is refused."""
    following = client.get("/v1/actors?limit=1").json()["next"].removeprefix("http://ctgraph.test")

    assert client.get(f"{following}&name=a").status_code == 400


def test_a_file_that_breaks_the_rules(tmp_path: Path) -> None:
    """A description with a type that there is none of is refused, with the file and the type."""
    text = (assets.folder("queries") / "lookups" / "laws.yaml").read_text(encoding="utf-8")
    (tmp_path / "laws.yaml").write_text(text.replace("type: text", "type: poem", 1), encoding="utf-8")

    with pytest.raises(InputError, match=r"laws\.yaml.*'poem'"):
        load_collections(tmp_path)


@pytest.mark.parametrize("path", ["/v1/motions", "/v1/queries/motions", "/v1/search", "/v1/documents/kst-36999-12"])
def test_more_parameters_than_anything_takes(client: Client, path: str) -> None:
    """They are not looked at one by one: the answer says how many there are, and how many may be."""
    answer = client.get(f"{path}?" + "&".join(f"p{number}=1" for number in range(7_000)))

    assert answer.status_code == 400
    assert [fault["name"] for fault in answer.json()["errors"]] == ["parameters"]
    assert "7000" in answer.json()["detail"]
    assert "200" in answer.json()["detail"]


def test_what_every_record_has_may_be_named(client: Client) -> None:
    """A list of fields may name id, iri and href, which are there anyhow."""
    named = client.get("/v1/motions/kst-36999-7?fields=id,iri,href,title").json()

    assert named == client.get("/v1/motions/kst-36999-7?fields=title").json()
    assert set(client.get("/v1/motions?fields=id").json()["motions"][0]) == {"id", "iri", "href"}
