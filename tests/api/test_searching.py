"""Search over HTTP: words in, texts with snippets and counts out."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

from api.fakes import SPECIMEN, Client, FakeBackend
from ctgraph.api.app import create_app
from ctgraph.settings import Settings
from ctgraph.store.writing import Contents, ReleaseWriter

TEXT = "Een brief over proefonderzoek.\n\nHet onderzoek 😀 loopt nog; dit onderzoek is van ons.\n"


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Client:
    """The application on a release on disk, whose letter has that text."""
    settings = Settings(data=tmp_path_factory.mktemp("data"))
    digest = Literal(hashlib.sha256(TEXT.encode()).hexdigest())
    quads = [
        Quad(quad.subject, quad.predicate, digest if quad.object == Literal("d1") else quad.object, quad.graph_name)
        for quad in parse(path=SPECIMEN, format=RdfFormat.TRIG)
    ]
    kind = NamedNode("https://w3id.org/ctgraph/concept/document-kind/brief-regering")
    label = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    quads.append(Quad(kind, label, Literal("brief van de regering", language="nl"), quads[0].graph_name))
    with ReleaseWriter(settings) as writer:
        release = writer.write(Contents(quads, "0.1.0", texts=[TEXT], documents=1))
    backend = FakeBackend(release=release.id)
    backend.store.extend(Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in quads)
    return Client(create_app(settings, backend))


def test_a_hit(released: Client) -> None:
    """A hit is a text with its document, and the places of the words in it."""
    body = released.get("/v1/search?q=onderzoek", Accept_Language="nl").json()

    assert body["total"] == 1
    hit = body["results"][0]
    assert (hit["id"], hit["href"], hit["date"]) == ("kst-36999-12", "/v1/documents/kst-36999-12", "2024-03-04")
    assert hit["kindLabel"] == "brief van de regering"
    assert hit["textDigest"] == hashlib.sha256(TEXT.encode()).hexdigest()
    stored = released.get(f"{hit['href']}/text").text
    places = [(place["start"], place["end"]) for each in hit["snippets"] for place in each["found"]]
    assert [stored[start:end] for start, end in places] == ["proefonderzoek", "onderzoek", "onderzoek"]
    assert all(each["quote"] == stored[each["start"] : each["end"]] for each in hit["snippets"])


def test_facets_and_filters(released: Client) -> None:
    """Each value of a facet is a filter that finds as many as it counts."""
    facets = released.get("/v1/search?q=proefbeeld&limit=1").json()["facets"]

    assert set(facets) == {"kind", "dossier", "year"}
    assert facets["year"]["values"]
    for name, facet in facets.items():
        for each in facet["values"]:
            assert released.get(f"/v1/search?q=proefbeeld&{name}={each['value']}").json()["total"] == each["count"]


def test_facets_are_described(released: Client) -> None:
    """A value of a facet has the members that the description of the API names."""
    counted = released.get("/v1/search?q=onderzoek").json()["facets"]["kind"]["values"]
    told = released.get("/v1/openapi.json").json()["paths"]["/search"]["get"]["responses"]["200"]
    schema = told["content"]["application/json"]["schema"]["properties"]["facets"]["properties"]["kind"]

    assert set(counted[0]) == set(schema["properties"]["values"]["items"]["properties"])


def test_pages(released: Client) -> None:
    """Page after page gives each hit once."""
    whole = released.get("/v1/search?q=proefbeeld").json()["results"]
    found, address = [], "/v1/search?q=proefbeeld&limit=1"
    while address:
        page = released.get(address).json()
        assert page["truncated"] == (page["next"] is not None)
        found += page["results"]
        address = (page["next"] or "").removeprefix("http://ctgraph.test")

    assert found == whole
    assert len(whole) == 3


def test_conditional(released: Client) -> None:
    """Who holds the answer gets 304."""
    tag = released.get("/v1/search?q=brief").headers["etag"]

    assert released.get("/v1/search?q=brief", If_None_Match=tag).status_code == 304
    assert released.get("/v1/search?q=brieven%20brief", If_None_Match=tag).status_code == 200


@pytest.mark.parametrize(
    "query", ["", "?q=", "?q=-a", "?q=a&q=b", "?q=a&year=x", "?q=a&dossier=x", "?q=a&n=1", "?q=a&limit=0"]
)
def test_wrong_parameters(released: Client, query: str) -> None:
    """What is no question is 400."""
    response = released.get(f"/v1/search{query}")

    assert (response.status_code, response.headers["content-type"]) == (400, "application/problem+json")


def test_a_release_without_an_index(released: Client, client: Client, settings: Settings, tmp_path: Path) -> None:
    """A release that is not there, or has no index, is 503 and says what to do."""
    gone = client.get("/v1/search?q=brief")
    with ReleaseWriter(settings) as writer:
        release = writer.write(Contents([], "0.1.0"))
    release.search.unlink()
    bare = Client(create_app(settings, FakeBackend(release=release.id))).get("/v1/search?q=brief")

    assert (gone.status_code, bare.status_code) == (503, 503)
    assert "Run `ctgraph build`" in bare.json()["detail"]
