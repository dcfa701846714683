"""The Reconciliation Service API 0.2: what clients send, what they get, and what is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

from api.fakes import Client, FakeBackend
from ctgraph import assets
from ctgraph.api.reconcile.properties import BY_ID

SCHEMAS = Path(__file__).resolve().parents[3] / "shared" / "standards" / "reconciliation-0.2"


def validate(answer: object, name: str) -> None:
    """Hold an answer against a schema of the specification, where it is at hand."""
    if not SCHEMAS.is_dir():
        return
    held = [(path.name, json.loads(path.read_text())) for path in sorted(SCHEMAS.glob("*.json"))]
    named = [(key, DRAFT7.create_resource(each)) for key, each in held]
    ours = [(f"https://reconciliation-api.github.io/specs/0.2/schemas/{key}", each) for key, each in named]
    registry: Registry[Any] = Registry().with_resources([*named, *ours])
    Draft7Validator(dict(held)[f"{name}.json"], registry=registry).validate(answer)


def asked(client: Client, **fields: object) -> Any:
    """The answer to a GET with these parameters, objects as JSON."""
    texts = {name: value if isinstance(value, str) else json.dumps(value) for name, value in fields.items()}
    response = client.get(f"/reconcile?{urlencode(texts)}")
    assert response.status_code == 200, response.text
    return response.json()


def results(client: Client, **query: object) -> list[dict[str, Any]]:
    """The candidates of one query."""
    found: list[dict[str, Any]] = asked(client, queries={"q": query})["q"]["result"]
    return found


@pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schemas of the specification are not beside this checkout")
def test_every_answer_fits_the_schemas(client: Client) -> None:
    """Manifest, batch, suggestions, proposals and extensions validate against the schemas of the specification."""
    batch = {"a": {"query": "Anna Zwart", "type": "ctg:Person"}, "b": {"query": "nobody at all"}}
    extension = {"ids": ["motion/kst-36999-7", "motion/none"], "properties": [{"id": "date"}, {"id": "submitter"}]}

    validate(asked(client), "manifest")
    validate(batch, "reconciliation-query-batch")
    validate(asked(client, queries=batch), "reconciliation-result-batch")
    validate(client.get("/reconcile/suggest/entity?prefix=an").json(), "suggest-entities-response")
    validate(client.get("/reconcile/suggest/type?prefix=p").json(), "suggest-types-response")
    validate(client.get("/reconcile/suggest/property?prefix=da").json(), "suggest-properties-response")
    validate(client.get("/reconcile/properties?type=ctg:Motion&limit=3").json(), "data-extension-property-proposal")
    validate(extension, "data-extension-query")
    validate(asked(client, extend=extension), "data-extension-response")


def test_manifest_leads_to_this_server(client: Client) -> None:
    """The manifest names the version, and addresses of this server for views, previews and suggestions."""
    manifest = asked(client)

    assert manifest["versions"] == ["0.2"]
    assert manifest["view"]["url"] == "http://ctgraph.test/id/{{id}}"
    assert manifest["suggest"]["entity"]["service_url"] == "http://ctgraph.test"
    assert manifest["batchSize"] == 50


@pytest.mark.parametrize(
    ("words", "kind", "best", "sure"),
    [
        ("Anna Zwart", "ctg:Person", "person/anna-zwart", True),
        ("ZWART,  anna", "ctg:Person", "person/anna-zwart", False),
        ("kst-36999-12", "ctg:Document", "document/kst-36999-12", True),
        ("Kamerstuk 36 999, nr. 12", "ctg:Document", "document/kst-36999-12", True),
        ("36999-7", "ctg:Motion", "motion/kst-36999-7", True),
        ("https://w3id.org/ctgraph/id/motion/kst-36999-7", "ctg:Motion", "motion/kst-36999-7", True),
        ("PP", "ctg:Organization", "organisation/proefpartij", True),
        ("BWBR0099999", "ctg:Law", "law/BWBR0099999", True),
        ("proefwet", "ctg:Law", "law/BWBR0099999", True),
        ("ministerie proeven", "ctg:Organization", "organisation/ministerie-van-proeven", False),
    ],
)
def test_words_find_things(client: Client, words: str, kind: str, best: str, sure: bool) -> None:
    """Numbers, names and other names find their thing; only a whole id or label that fits one alone is sure."""
    first = results(client, query=words, type=kind)[0]

    assert (first["id"], first["match"]) == (best, sure)
    assert kind in [each["id"] for each in first["type"]]


def test_features_explain_the_score(client: Client) -> None:
    """A candidate says what speaks for it, and sharing some of the words scores by how many."""
    [whole, part] = [results(client, query=words)[0] for words in ("Proefwet", "Proefwet van gisteren")]
    features = {each["id"]: each["value"] for each in part["features"]}

    assert features == {"exactId": False, "labelEquality": False, "tokenOverlap": 0.5}
    assert (whole["score"], part["score"]) == (95.0, 45.0)


def test_namesakes_are_told_and_none_is_sure(client: Client) -> None:
    """Where a paper and its motion bear one title, both come, and neither is marked as the one that is meant."""
    found = results(client, query="Motie over twee dingen")

    assert {each["id"] for each in found[:2]} == {"document/kst-36999-7", "motion/kst-36999-7"}
    assert not any(each["match"] for each in found)


@pytest.mark.parametrize(
    ("pid", "given", "share"),
    [
        ("dossier", "36999", 1.0),
        ("dossier", {"id": "dossier/36999", "name": "36999"}, 1.0),
        ("dossier", ["11111", "36999"], 1.0),
        ("dossier", 12345, 0.0),
        ("submitter", "anna zwart", 1.0),
        ("date", "2024", 1.0),
        ("date", "1999", 0.0),
        ("outcome", "adopted", 1.0),
    ],
)
def test_properties_decide_a_part_of_the_score(client: Client, pid: str, given: object, share: float) -> None:
    """A value fits by its text, its id, its name or the beginning of a day; what does not fit costs score and match."""
    properties = [{"pid": pid, "v": given}]
    [first, *_] = results(client, query="kst-36999-7", type="ctg:Motion", properties=properties)
    features = {each["id"]: each["value"] for each in first["features"]}

    assert (features["properties"], first["match"]) == (share, share == 1.0)
    assert first["score"] == pytest.approx(60 + 40 * share)


def test_the_best_spelling_survives_a_small_limit(client: Client) -> None:
    """A number that is printed in words is the first and only one of a list of one."""
    [only] = results(client, query="Kamerstuk 36 999, nr. 12", limit=1)

    assert (only["id"], only["match"]) == ("document/kst-36999-12", True)


def test_a_batch_asks_the_store_as_often_as_one_query(client: Client, backend: FakeBackend) -> None:
    """The values of all candidates of a batch are looked up at once."""
    query = {"query": "Motie over twee dingen", "properties": [{"pid": "dossier", "v": "36999"}]}
    counts = []
    for size in (1, 1, 50):
        before = len(backend.asked)
        asked(client, queries={str(number): query for number in range(size)})
        counts.append(len(backend.asked) - before)

    assert counts[1] == counts[2] < counts[0]


def test_every_property_has_its_values() -> None:
    """The names of the properties and those in the query for their values are the same."""
    text = (assets.folder("queries") / "resources" / "values.rq").read_text(encoding="utf-8")

    assert sorted(BY_ID) == sorted(re.findall(r'BIND\("(\w+)" AS \?property\)', text))


def test_a_query_without_words_takes_a_naming_property(client: Client) -> None:
    """Properties alone will do, if one of them names the thing."""
    [first, *_] = results(client, properties=[{"pid": "identifier", "v": "kst-36999-12"}])

    assert first["id"] == "document/kst-36999-12"


@pytest.mark.parametrize(("strictness", "count"), [("any", 2), ("all", 0), ("should", 2)], ids=["any", "all", "should"])
def test_several_classes(client: Client, strictness: str, count: int) -> None:
    """Any of the classes, all of them, or any thing at a discount."""
    found = results(client, query="Motie over twee dingen", type=["ctg:Motion", "ctg:Document"], type_strict=strictness)

    assert len([each for each in found if each["score"] > 90]) == count


def test_post_answers_as_get(client: Client) -> None:
    """A batch in a form gets the same answer as in the address."""
    fields = {"queries": json.dumps({"q": {"query": "Anna Zwart"}})}
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    posted = client.request("POST", "/reconcile", headers, urlencode(fields).encode())

    assert posted.json() == asked(client, queries={"q": {"query": "Anna Zwart"}})
    assert posted.headers["access-control-allow-origin"] == "*"


def test_single_query_as_words(client: Client) -> None:
    """The parameter `query` takes words or one query, and answers without keys."""
    assert asked(client, query="Anna Zwart") == asked(client, query={"query": "Anna Zwart"})
    assert asked(client, query="Anna Zwart")["result"][0]["id"] == "person/anna-zwart"


@pytest.mark.parametrize(
    ("fields", "status", "name", "words"),
    [
        ({"queries": "{"}, 400, "queries", "no JSON"),
        ({"queries": "[]"}, 400, "queries", "JSON object"),
        ({"queries": "[" * 100_000}, 400, "queries", "no JSON"),
        ({"queries": '{"q": {"query": "x", "wat": 1}}'}, 400, "q", "no member 'wat'"),
        ({"queries": '{"q": {}}'}, 400, "q.query", "is missing"),
        ({"queries": '{"q": {"query": 5}}'}, 400, "q.query", "should be text"),
        ({"queries": '{"q": {"query": "x", "limit": 0}}'}, 400, "q.limit", "at least 1"),
        ({"queries": '{"q": {"query": "x", "limit": true}}'}, 400, "q.limit", "at least 1"),
        ({"queries": '{"q": {"query": "x", "type": 1}}'}, 400, "q.type", "should be a class"),
        ({"queries": '{"q": {"query": "x", "type_strict": "no"}}'}, 400, "q.type_strict", "any, should, all"),
        ({"queries": '{"q": {"query": "x", "properties": [{"pid": "no", "v": 1}]}}'}, 400, "q.properties", "Known:"),
        ({"queries": '{"q": {"query": "x", "properties": [{"pid": "date", "v": null}]}}'}, 400, "q.properties", "`v`"),
        ({"queries": json.dumps({"q": {"query": "x", "type": ["a"] * 21}})}, 400, "q.type", "at most 20"),
        (
            {"queries": json.dumps({"q": {"query": "x", "properties": [{"pid": "date", "v": ["1"] * 21}]}})},
            400,
            "q.properties",
            "at most 20",
        ),
        (
            {"queries": json.dumps({"q": {"query": "x", "properties": [{"pid": "date", "v": "1"}] * 21}})},
            400,
            "q.properties",
            "at most 20",
        ),
        ({"queries": "{}", "callback": "f"}, 400, "callback", "JSONP is not served"),
        ({"queries": "{}", "extend": "{}"}, 400, "queries", "one at a time"),
        ({"extend": '{"ids": "x", "properties": []}'}, 400, "extend.ids", "list of ids"),
        ({"extend": '{"ids": [], "properties": [{"id": "no"}]}'}, 400, "extend.properties", "Known:"),
        ({"wat": "1"}, 400, "wat", "no parameter"),
    ],
)
def test_wrong_requests_are_explained(
    client: Client, fields: dict[str, str], status: int, name: str, words: str
) -> None:
    """What does not fit is a problem that names the member and what it takes."""
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    response = client.request("POST", "/reconcile", headers, urlencode(fields).encode())
    problem = response.json()

    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert problem["errors"][0]["name"] == name
    assert words in problem["detail"]


def test_all_faults_of_a_batch_come_together(client: Client) -> None:
    """Each query with a fault is named in one answer."""
    response = client.get(f"/reconcile?{urlencode({'queries': json.dumps({'a': {}, 'b': 1, 'c': {'query': 'x'}})})}")

    assert ["a.query", "b"] == [each["name"] for each in response.json()["errors"]]


def test_a_batch_too_large_is_refused(client: Client, backend: FakeBackend) -> None:
    """More queries, ids or bytes than the limit get 413 with both figures, and nothing is looked up."""
    queries = {str(number): {"query": "x"} for number in range(51)}
    extension = {"ids": [str(number) for number in range(501)], "properties": []}
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answers = [
        client.request("POST", "/reconcile", headers, urlencode({name: json.dumps(value)}).encode())
        for name, value in (("queries", queries), ("extend", extension), ("query", "x" * 1_100_000))
    ]

    assert [413, 413, 413] == [answer.status_code for answer in answers]
    assert ("batch-too-large", 51, 50) == tuple(answers[0].json()[name] for name in ("code", "found", "limit"))
    assert [] == backend.asked


def test_a_body_of_another_type_is_refused(client: Client) -> None:
    """JSON as a body is no form."""
    response = client.request("POST", "/reconcile", {"Content-Type": "application/json"}, b"{}")

    assert response.status_code == 415


def test_suggestions(client: Client) -> None:
    """Entities come by the beginning of a name or of a word in it, classes and properties by theirs, page by page."""
    entities = client.get("/reconcile/suggest/entity?prefix=aal").json()["result"]
    again = client.get("/reconcile/suggest/entity?prefix=aal&cursor=1").json()["result"]
    classes = client.get("/reconcile/suggest/type?prefix=mot").json()["result"]
    named = client.get("/reconcile/suggest/property?prefix=doss").json()["result"]

    assert {"person/cor-aalders", "person/kst-36999-12/ffff0001"} == {each["id"] for each in entities}
    assert entities[1:] == again
    assert ["ctg:Motion"] == [each["id"] for each in classes]
    assert [{"id": "dossier", "name": "Dossier"}] == named
    assert client.get("/reconcile/suggest/entity").status_code == 400
    for cursor in ("x", "10001", "0000000019999999"):
        assert client.get(f"/reconcile/suggest/entity?prefix=a&cursor={cursor}").status_code == 400


def test_extension_gives_values(client: Client) -> None:
    """Things come with id and name, days as dates, and an unknown id with empty cells."""
    properties = [{"id": each} for each in ("date", "submitter", "identifier", "passage")]
    answer = asked(client, extend={"ids": ["motion/kst-36999-7", "motion/none"], "properties": properties})
    row = answer["rows"]["motion/kst-36999-7"]

    assert ["date", "submitter", "identifier", "passage"] == [each["id"] for each in answer["meta"]]
    assert [{"str": "kst-36999-7"}] == row["identifier"]
    assert {"id": "person/anna-zwart", "name": "Anna Zwart"} in row["submitter"]
    assert all(set(each) == {"date"} for each in row["date"])
    assert row["passage"]
    assert {name: [] for name in row} == answer["rows"]["motion/none"]


def test_proposals_fit_the_class(client: Client) -> None:
    """A class gets the properties that its things have; without one all are proposed."""
    motions = client.get("/reconcile/properties?type=ctg:Motion").json()
    everything = client.get("/reconcile/properties").json()

    assert "submitter" in [each["id"] for each in motions["properties"]]
    assert "alias" not in [each["id"] for each in motions["properties"]]
    assert "alias" in [each["id"] for each in everything["properties"]]


def test_preview_is_a_page_for_a_frame(client: Client) -> None:
    """The preview names the thing with its values, may be framed, and does not exist for what is unknown."""
    response = client.get("/reconcile/preview?id=motion/kst-36999-7")

    assert "Motie over twee dingen" in response.text
    assert "frame-ancestors *" in response.headers["content-security-policy"]
    assert client.get("/reconcile/preview?id=motion/none").status_code == 404


def test_another_release_gets_another_index(client: Client, backend: FakeBackend) -> None:
    """Labels are read once a release."""
    results(client, query="Anna Zwart")
    first = len(backend.asked)
    results(client, query="Anna Zwart")
    second = len(backend.asked)
    backend.release = "b" * 64
    results(client, query="Anna Zwart")

    assert second - first < first
    assert len(backend.asked) - second == first
