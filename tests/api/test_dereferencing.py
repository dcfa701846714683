"""Every kind of IRI in a built release answers, with what a client would have asked for next."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from api.fakes import Client, FakeBackend
from ctgraph import assets
from ctgraph.api.app import create_app
from ctgraph.api.rdf import FORMATS, PageFormat
from ctgraph.api.things import INCOMING_ROWS
from ctgraph.identifiers import KINDS
from ctgraph.namespaces import BASE, DCTERMS, DEF, GRAPH, ID, RDFS
from ctgraph.pipeline.build import build
from ctgraph.pipeline.stock import Folders
from ctgraph.settings import Settings
from ctgraph.store.releases import Release

TESTS = Path(__file__).parents[1]
PAPERS = [*sorted((TESTS / "specimens").glob("*.txt")), TESTS / "readers" / "specimens"]
# An IRI of ours in N-Quads. Must not match one in the middle of a literal, which has no angle brackets of its own.
OURS = re.compile(f"<({BASE}[^>]*)>")
A_KIND = 5
"""IRIs of each kind that are asked for: the first, the last, and some between."""
THING, GRAPH_OF_IT = NamedNode(f"{ID}organisation/x"), NamedNode(f"{GRAPH}register/x")


@pytest.fixture(name="release", scope="module")
def _release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """The register, the ontology, and every specimen: texts, official papers, laws and records."""
    settings = Settings(data=tmp_path_factory.mktemp("data"))
    folders = Folders(assets.folder("register"), assets.folder("ontology"))
    return build(settings, folders, PAPERS, False, lambda what, done, total: None, 1).release


@pytest.fixture(name="built", scope="module")
def _built(release: Release) -> Client:
    settings = Settings(data=release.path.parents[1])
    return Client(create_app(settings, FakeBackend(Store.read_only(str(release.store)), release.id)))


def _followed(client: Client, address: str, media_type: str) -> int:
    """The status at the end of the redirects, of which there are few."""
    for _ in range(4):
        response = client.get(address, media_type)
        if response.status_code not in {301, 303}:
            break
        address = response.headers["location"]
    return response.status_code


def _kinds(release: Release) -> dict[str, list[str]]:
    """Every IRI of ours in the release, without its fragment, by the kind of its path."""
    found: dict[str, set[str]] = defaultdict(set)
    for address in OURS.findall(release.quads.read_text(encoding="utf-8")):
        path = address.partition("#")[0].removeprefix(BASE)
        area, _, rest = path.partition("/")
        found[f"{area}/{rest.partition('/')[0]}" if area in {"id", "concept", "graph"} else area].add(path)
    found["release"].add(f"release/{release.id}")
    return {kind: sorted(paths) for kind, paths in found.items()}


def test_a_sample_of_every_kind_answers(release: Release, built: Client) -> None:
    """As Turtle and as a page: things, passages, times, runs, concepts, graphs, ontology, shapes, the release."""
    kinds = _kinds(release)
    asked = [path for paths in kinds.values() for path in (*paths[:: max(1, len(paths) // A_KIND)], paths[-1])]
    refused = {
        (path, media_type): status
        for path in asked
        for media_type in ("text/turtle", "text/html")
        if (status := _followed(built, f"/{path}", media_type)) != 200
    }

    assert {
        "id/passage",
        "id/time",
        "id/run",
        "graph/text",
        "graph/register",
        "graph/ontology",
        "graph/zaak",
        "graph/bwb",
        "id/vote",
        "def",
        "shape",
    } <= set(kinds)
    assert {kind.removeprefix("id/") for kind in kinds if kind.startswith("id/")} <= set(KINDS)
    assert {} == refused


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.suffix)
def test_a_catalogue_iri_answers_in_every_format(release: Release, built: Client, form: PageFormat) -> None:
    """The dataset, as the catalogue names it, is the release."""
    assert 200 == built.get(f"/release/{release.id}.{form.suffix}").status_code


def _pointed_at(count: int) -> Store:
    """A thing that `count` others point to, each with a name."""
    store = Store()
    for number in range(count):
        other = NamedNode(f"{ID}document/kst-1-{number + 1}")
        for graph in (GRAPH_OF_IT, DefaultGraph()):
            store.add(Quad(other, NamedNode(f"{DCTERMS}creator"), THING, graph))
            store.add(Quad(other, NamedNode(f"{DCTERMS}title"), Literal(f"Paper {number + 1}"), graph))
            store.add(Quad(THING, NamedNode(f"{RDFS}label"), Literal("X"), graph))
    return store


def test_what_points_here_is_counted_and_paged(client: Client, backend: FakeBackend) -> None:
    """Each page has the next links with their graphs, and leads to its neighbours; all pages together have all."""
    backend.store = _pointed_at(INCOMING_ROWS + 3)
    first, second = (client.get(f"/doc/organisation/x.trig?incomingPage={page}") for page in (1, 2))
    pointing = [
        {quad.subject for quad in parse(page.content, RdfFormat.TRIG) if quad.object == THING}
        for page in (first, second)
    ]
    page = client.get("/doc/organisation/x", "text/html").text

    assert [INCOMING_ROWS, 3] == [len(each) for each in pointing]
    assert INCOMING_ROWS + 3 == len(pointing[0] | pointing[1])
    assert '</doc/organisation/x.trig?incomingPage=2>; rel="next"' in first.headers["link"]
    assert '</doc/organisation/x.trig?incomingPage=1>; rel="prev"' in second.headers["link"]
    assert f"<td>{INCOMING_ROWS + 3}</td>" in page
    assert 'href="/doc/organisation/x?incomingPage=2"' in page
    assert {GRAPH_OF_IT} == {q.graph_name for q in parse(second.content, RdfFormat.TRIG) if q.object == THING}


@pytest.mark.parametrize("page", ["0", "x", "2", "-1", "99999999999", "²"])
def test_a_page_that_is_not_there_is_refused(client: Client, backend: FakeBackend, page: str) -> None:
    """With the name of the parameter."""
    backend.store = _pointed_at(2)
    response = client.get(f"/doc/organisation/x.ttl?incomingPage={page}")

    assert 400 == response.status_code
    assert ["incomingPage"] == [error["name"] for error in response.json()["errors"]]


def test_names_come_with_what_is_named(client: Client, backend: FakeBackend) -> None:
    """What points here has its name beside it, in the default graph; the thing's own statements keep their graph."""
    backend.store = _pointed_at(1)
    quads = set(parse(client.get("/doc/organisation/x.trig").content, RdfFormat.TRIG))
    other = NamedNode(f"{ID}document/kst-1-1")

    assert Quad(other, NamedNode(f"{DCTERMS}title"), Literal("Paper 1")) in quads
    assert Quad(THING, NamedNode(f"{RDFS}label"), Literal("X"), GRAPH_OF_IT) in quads
    assert Quad(THING, NamedNode(f"{RDFS}label"), Literal("X")) not in quads


def test_the_page_holds_its_own_data(client: Client) -> None:
    """JSON-LD in the page has the statements about the thing and its passages."""
    page = client.get("/doc/citation/kst-36999-12/eeee0003", "text/html").text
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    quads = list(parse(json.dumps(json.loads(found[1])).encode(), RdfFormat.JSON_LD))

    assert any(quad.predicate.value == f"{DEF}citationText" for quad in quads)
    assert any(quad.predicate.value == f"{DEF}exactText" for quad in quads)
