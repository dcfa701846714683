"""The files of a release, what it says of itself, and the general pages."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, parse

from api.fakes import SPECIMEN, Client, FakeBackend
from ctgraph.api.app import create_app
from ctgraph.export.dumps import export_release
from ctgraph.settings import Settings
from ctgraph.store.manifest import Input, Refused
from ctgraph.store.releases import Release
from ctgraph.store.writing import Contents, ReleaseWriter


@pytest.fixture
def release(tmp_path: Path) -> Release:
    """A release on disk."""
    contents = Contents(
        list(parse(path=SPECIMEN, format=RdfFormat.TRIG)),
        "0.1.0",
        documents=2,
        inputs=(Input("brief.txt", "0" * 64, "kst-36999-12"),),
        refused=(Refused("<b>.pdf", "it is empty"),),
    )
    with ReleaseWriter(Settings(data=tmp_path)) as writer:
        return writer.write(contents)


@pytest.fixture
def released(release: Release, store: Store, tmp_path: Path) -> Client:
    """The application on that release."""
    return Client(create_app(Settings(data=tmp_path), FakeBackend(store, release.id)))


def test_dumps_have_size_and_checksum(released: Client, release: Release) -> None:
    """Every dump is listed with its bytes and SHA-256, and is what they say."""
    [dump] = released.get("/export", "application/json").json()["files"]
    fetched = released.get(dump["href"])

    assert dump["name"] == "release.nq"
    assert fetched.content == release.quads.read_bytes()
    assert (len(fetched.content), hashlib.sha256(fetched.content).hexdigest()) == (dump["bytes"], dump["sha256"])
    assert fetched.headers["content-type"] == "application/n-quads"


def test_exported_dumps_are_offered_once_they_are_whole(released: Client, release: Release, tmp_path: Path) -> None:
    """What was exported for the release is listed with bytes and checksum; without the list of checksums it is not."""
    folder = Settings(data=tmp_path).exports / release.id
    export_release(release, folder, ["ttl", "csv"], lambda what, done, total: None)
    files = {each["name"]: each for each in released.get("/export", "application/json").json()["files"]}
    table = released.get("/export/motions.csv")
    (folder / "SHA256SUMS").unlink()

    assert {"release.nq", "release.ttl", "release.ttl.zst", "motions.csv", "csv-metadata.json"} <= set(files)
    assert not {"manifest.json", "void.ttl", "dcat.ttl", "SHA256SUMS"} & set(files)
    assert "text/csv; charset=utf-8" == table.headers["content-type"]
    assert hashlib.sha256(table.content).hexdigest() == files["motions.csv"]["sha256"]
    assert ["release.nq"] == [each["name"] for each in released.get("/export", "application/json").json()["files"]]


def test_dumps_in_parts_and_once(released: Client) -> None:
    """A dump can be taken up again in the middle, and is not sent to who holds it."""
    whole = released.get("/export/release.nq")
    part = released.get("/export/release.nq", Range="bytes=10-19")
    again = released.get("/export/release.nq", If_None_Match=whole.headers["etag"])

    assert (part.status_code, part.content) == (206, whole.content[10:20])
    assert again.status_code == 304


def test_dumps_by_their_time(released: Client) -> None:
    """Who holds a dump since it was written is not sent it again; a tag goes before a time, and nonsense is no time."""
    whole = released.get("/export/release.nq")
    written = whole.headers["last-modified"]

    for since, status in (
        (written, 304),
        ("Fri, 01 Jan 2100 00:00:00 GMT", 304),
        ("Sat, 01 Jan 2000 00:00:00 GMT", 200),
        ("x", 200),
    ):
        assert released.get("/export/release.nq", If_Modified_Since=since).status_code == status
    assert released.get("/export/release.nq", If_Modified_Since=written, If_None_Match='"other"').status_code == 200


@pytest.mark.parametrize(("part", "status"), [("bytes=999999999999-", 416), ("bytes=x", 416), ("lines=1-2", 200)])
def test_a_part_that_a_dump_does_not_have(released: Client, part: str, status: int) -> None:
    """A range behind the end is refused as a problem that says how long the file is; another unit is passed over."""
    size = len(released.get("/export/release.nq").content)
    response = released.get("/export/release.nq", Range=part)

    assert response.status_code == status
    if status == 416:
        assert response.headers["content-range"] == f"bytes */{size}"
        assert response.json()["code"] == "range-not-satisfiable"
        assert f"a file of {size} bytes" in response.json()["detail"]


def test_only_dumps_are_files(released: Client) -> None:
    """The manifest, the store and what lies outside are no exports."""
    statuses = {
        name: released.get(f"/export/{name}").status_code
        for name in ("manifest.json", "store", "CURRENT", "..%2fcurrent", "..%2f..%2frelease.nq")
    }

    assert set(statuses.values()) == {404}


def test_void(released: Client, release: Release) -> None:
    """VoID says where to query, where the dumps are, and how large the data is."""
    quads = parse(released.get("/export/void.ttl").content, RdfFormat.TURTLE)
    told = {(quad.predicate.value.partition("#")[2], str(quad.object)) for quad in quads}

    assert ("sparqlEndpoint", "<http://ctgraph.test/sparql>") in told
    assert ("dataDump", "<http://ctgraph.test/export/release.nq>") in told
    count = len({quad.triple for quad in parse(path=release.quads, format=RdfFormat.N_QUADS)})
    assert ("triples", f'"{count}"^^<http://www.w3.org/2001/XMLSchema#integer>') in told
    assert ("classPartition", f"<https://w3id.org/ctgraph/release/{release.id}#class/ctg:Motion>") in told


def test_release_page(released: Client, release: Release) -> None:
    """A release tells what it was made of, and what was refused with the reason."""
    page = released.get(f"/release/{release.id}", "text/html").text
    data = released.get(f"/release/{release.id}.ttl")

    assert release.manifest.canonical_hash in page
    assert "&lt;b&gt;.pdf" in page
    assert "it is empty" in page
    assert data.headers["content-type"] == "text/turtle; charset=utf-8"


def test_first_page(released: Client, release: Release, client: Client) -> None:
    """The first page has the release, its figures, and a form for each question, in both languages."""
    english, dutch = released.get("/").text, released.get("/?lang=nl").text

    assert f'<a href="/release/{release.id}">' in english
    assert '<form action="/v1/queries/references-in" method="get">' in english
    assert "Toezeggingen aan de Kamers" in dutch
    assert client.get("/").status_code == 200


def test_health(client: Client) -> None:
    """Live and ready are told apart, and nobody keeps the answer."""
    live, ready = client.get("/health/live"), client.get("/health/ready")

    assert (live.json(), ready.json()["status"]) == ({"status": "live"}, "ready")
    assert ready.headers["cache-control"] == "no-store"


def test_metrics_count_by_area(client: Client) -> None:
    """Requests are counted by the first part of known paths; made-up paths share one counter."""
    for address in ("/docs", "/docs", "/made-up-1", "/made-up-2"):
        client.get(address)
    text = client.get("/metrics").text

    assert 'ctgraph_requests_total{area="docs",status="200"} 2' in text
    assert 'ctgraph_requests_total{area="other",status="404"} 2' in text


@pytest.mark.parametrize(("name", "media_type"), [("style.css", "text/css"), ("query.js", "text/javascript")])
def test_static_files(client: Client, name: str, media_type: str) -> None:
    """Style and script are files of the package, under strong tags, which are weak once compressed."""
    response = client.get(f"/static/{name}", Accept_Encoding="identity")
    compressed = client.get(f"/static/{name}", Accept_Encoding="gzip")

    assert response.headers["content-type"] == f"{media_type}; charset=utf-8"
    assert response.headers["etag"].startswith('"')
    assert compressed.headers["etag"] == f"W/{response.headers['etag']}"
    assert compressed.text == response.text
    assert "http://" not in response.text
