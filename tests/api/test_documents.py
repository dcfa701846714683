"""The document lookups."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

from api.fakes import SPECIMEN, Client, FakeBackend
from ctgraph.api.app import create_app
from ctgraph.settings import Settings
from ctgraph.store.writing import Contents, ReleaseWriter

LETTER = "/v1/documents/kst-36999-12"


def test_one_document(client: Client) -> None:
    """A document has its names, its day, its dossiers, counts, sources, and where to go on."""
    body = client.get(LETTER).json()

    assert (body["id"], body["kind"], body["date"]) == ("kst-36999-12", "brief-regering", "2024-03-04")
    assert body["title"] == "Brief over het proefdossier"
    assert body["dossiers"] == [
        {
            "id": "36999",
            "iri": "https://w3id.org/ctgraph/id/dossier/36999",
            "label": "dossier/36999",
            "href": "/v1/dossiers/36999",
            "subNumber": "12",
            "isMainDossier": True,
        }
    ]
    assert body["counts"]["Citation"] == 3
    assert "https://w3id.org/ctgraph/graph/text/kst-36999-12" in body["graphs"]
    assert body["links"]["text"] == f"{LETTER}/text"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_one_document_has_all_that_the_list_tells(client: Client, language: str) -> None:
    """Each member of a record in the list stands in the record of the one document, with labels in the same language."""
    listed = client.get(f"/v1/documents?lang={language}&limit=1000").json()["documents"]

    assert len(listed) > 5
    for record in listed:
        alone = client.get(f"{record['href']}?lang={language}").json()
        alone["dossiers"] = [
            {name: each[name] for name in each if name not in {"subNumber", "isMainDossier"}}
            for each in alone["dossiers"]
        ]
        assert all(passage in alone["evidence"] for passage in record.pop("evidence"))
        assert {name: alone[name] for name in record} == record


def test_fields_of_one_document(client: Client) -> None:
    """Only the fields asked for are told, beside what every record has; an unknown one is refused."""
    told = client.get(f"{LETTER}?fields=kind,counts").json()

    assert list(told) == ["release", "id", "iri", "href", "kind", "kindLabel", "counts", "links"]
    assert client.get(f"{LETTER}?fields=id").json().keys() == {"release", "id", "iri", "href", "links"}
    refused = client.get(f"{LETTER}?fields=colour")
    assert (refused.status_code, refused.json()["errors"][0]["name"]) == (400, "fields")


def test_one_document_speaks_the_language_asked(client: Client) -> None:
    """Its labels follow Accept-Language, so the answer varies by it and has a tag of its own."""
    dutch, english = (client.get(LETTER, Accept_Language=each) for each in ("nl", "en"))

    assert "Accept-Language" in dutch.headers["vary"]
    assert dutch.headers["etag"] != english.headers["etag"]
    assert client.get(LETTER, Accept_Language="nl", If_None_Match=dutch.headers["etag"]).status_code == 304


@pytest.mark.parametrize("tail", ["", "/references", "/mentions", "/text"])
def test_any_spelling_leads_to_the_official_one(client: Client, tail: str) -> None:
    """Another case is redirected, with the query it came with."""
    response = client.get(f"/v1/documents/KST-36999-12{tail}?lang=nl")

    assert (response.status_code, response.headers["location"]) == (301, f"{LETTER}{tail}?lang=nl")


def test_a_document_within_another(client: Client) -> None:
    """An id may hold a slash."""
    body = client.get("/v1/documents/kst-36999-12/bbbb0001").json()

    assert (body["id"], body["title"]) == ("kst-36999-12/bbbb0001", "Proefrapportage")


def test_references_are_the_canned_query(client: Client) -> None:
    """The references of a document are the rows of references-in, page by page."""
    rows = client.get(f"{LETTER}/references?limit=2").json()
    canned = client.get("/v1/queries/references-in?document=kst-36999-12&limit=2").json()

    assert rows["rows"] == canned["rows"]
    assert rows["next"].startswith(f"http://ctgraph.test{LETTER}/references?")
    assert client.get(rows["next"].removeprefix("http://ctgraph.test")).status_code == 200


def test_mentions_have_offsets(client: Client) -> None:
    """What a text mentions comes in its order, with the characters that show it."""
    mentions = client.get(f"{LETTER}/mentions?limit=1000").json()["mentions"]

    starts = [each["start"] for each in mentions]
    assert starts == sorted(starts)
    assert {"LawCitation", "Footnote", "Claim"} <= {each["class"] for each in mentions}
    assert all(each["quote"] and each["end"] > each["start"] for each in mentions)


def test_pages_of_documents(client: Client) -> None:
    """The list comes newest first, and page after page gives each document once."""
    whole = client.get("/v1/documents?limit=1000").json()["documents"]
    found, address = [], "/v1/documents?limit=3"
    while address:
        page = client.get(address).json()
        found += page["documents"]
        address = (page["next"] or "").removeprefix("http://ctgraph.test")

    dates = [each["date"] or "" for each in whole]
    assert found == whole
    assert dates == sorted(dates, reverse=True)
    assert len({each["iri"] for each in whole}) == len(whole)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("dossier=36999&kind=motie", {"kst-36999-7", "kst-36999-8"}),
        ("dossier=36 999&from=2024-03-01&to=2024-03-31", {"kst-36999-12"}),
        ("from=2025-01-01", {"kst-36999-20", "proefbeeld-3"}),
        ("dossier=11111", set()),
        ("kind=%22%20%7D", set()),
    ],
)
def test_filters(client: Client, query: str, expected: set[str]) -> None:
    """Dossier, kind and days narrow the list; a value that no document has gives none."""
    documents = client.get(f"/v1/documents?{query}").json()["documents"]

    assert {each["id"] for each in documents} == expected


@pytest.fixture
def released(tmp_path: Path) -> Client:
    """The application on a release on disk, whose letter has the text `Een brief.`"""
    settings = Settings(data=tmp_path)
    text = "Één brief.\n"
    quads = [_with_digest(quad, text) for quad in parse(path=SPECIMEN, format=RdfFormat.TRIG)]
    with ReleaseWriter(settings) as writer:
        release = writer.write(Contents(quads, "0.1.0", texts=[text], documents=2))
    backend = FakeBackend(release=release.id)
    backend.store.extend(Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in quads)
    return Client(create_app(settings, backend))


def test_counts_that_are_ready_are_not_asked_for(tmp_path: Path, backend: FakeBackend) -> None:
    """With them a lookup asks the store what is known and the labels, and without them one question more."""
    settings = Settings(data=tmp_path)
    unready = Client(create_app(settings, backend)).get(LETTER).json()
    asked = len(backend.asked)
    with ReleaseWriter(settings) as writer:
        release = writer.write(Contents(parse(path=SPECIMEN, format=RdfFormat.TRIG), "0.1.0"))
    counting = FakeBackend(backend.store, release=release.id)
    ready = Client(create_app(settings, counting)).get(LETTER).json()

    assert (asked, len(counting.asked)) == (3, 2)
    assert {**ready, "release": ""} == {**unready, "release": ""}


def _with_digest(quad: Quad, text: str) -> Quad:
    if quad.predicate != NamedNode("https://w3id.org/ctgraph/def#textDigest") or "d1" not in str(quad.object):
        return quad
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Quad(quad.subject, quad.predicate, Literal(digest), quad.graph_name)


def test_text(released: Client) -> None:
    """The text is sent as stored, under a strong tag."""
    response = released.get(f"{LETTER}/text")

    assert (response.text, response.headers["content-type"]) == ("Één brief.\n", "text/plain; charset=utf-8")
    assert response.headers["etag"].startswith('"')
    assert released.get(f"{LETTER}/text", If_None_Match=response.headers["etag"]).status_code == 304
    assert released.get(f"{LETTER}/text?digest=0").status_code == 404
