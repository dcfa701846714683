"""The ontology, its shapes and its value lists as pages."""

from __future__ import annotations

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from api.fakes import Client, FakeBackend
from ctgraph import assets
from ctgraph.api.app import create_app
from ctgraph.graph.ontology import ontology_quads
from ctgraph.settings import Settings


def test_ontology_in_rdf(client: Client) -> None:
    """/def gives the whole ontology of the release, the values of its schemes left out."""
    subjects = {quad.subject for quad in parse(client.get("/def.ttl").content, RdfFormat.TURTLE)}

    assert NamedNode("https://w3id.org/ctgraph/def#Motion") in subjects
    assert not any("concept/" in str(subject) for subject in subjects)


def test_ontology_for_people(client: Client) -> None:
    """Each term has its anchor, and its labels and meaning in both languages."""
    page = client.get("/def", "text/html").text

    assert 'id="Motion"' in page
    assert "motie" in page
    assert "motion" in page


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Client:
    """A client of a release that holds the whole ontology."""
    store = Store()
    store.extend(ontology_quads(assets.folder("ontology")))
    store.extend([Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in store])
    return Client(create_app(Settings(data=tmp_path_factory.mktemp("data")), FakeBackend(store)))


@pytest.mark.parametrize(
    ("path", "language", "heading"),
    [
        ("/def?lang=nl", "", "De ontologie van ctgraph"),
        ("/def?lang=en", "nl", "The ontology of ctgraph"),
        ("/def", "nl-NL,en;q=0.5", "De ontologie van ctgraph"),
        ("/def", "", "The ontology of ctgraph"),
    ],
)
def test_the_ontology_is_told_in_the_language_asked_for(whole: Client, path: str, language: str, heading: str) -> None:
    """`?lang=` goes before Accept-Language, and English is for whoever asks for neither."""
    answer = whole.get(path, "text/html", Accept_Language=language)

    assert f"<h1>{heading}</h1>" in answer.text
    assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.parametrize(
    ("media_type", "form"),
    [
        ("text/turtle", RdfFormat.TURTLE),
        ("application/ld+json", RdfFormat.JSON_LD),
        ("application/rdf+xml", RdfFormat.RDF_XML),
    ],
)
def test_the_same_address_gives_the_ontology_as_data(whole: Client, media_type: str, form: RdfFormat) -> None:
    """Turtle, JSON-LD and RDF/XML hold the same statements, the version among their subjects."""
    answer = whole.get("/def", media_type)
    statements = {quad.triple for quad in parse(answer.content, form)}

    assert answer.headers["Content-Type"].startswith(media_type)
    assert statements == {quad.triple for quad in parse(whole.get("/def.nt").content, RdfFormat.N_TRIPLES)}
    assert NamedNode("https://w3id.org/ctgraph/def/0.1.0") in {triple.subject for triple in statements}


def test_a_version_leads_to_the_ontology(whole: Client) -> None:
    """The version that the release holds is found; any other is not."""
    found, unknown = whole.get("/def/0.1.0"), whole.get("/def/0.0.9")

    assert (found.status_code, found.headers["Location"]) == (303, "/def")
    assert unknown.status_code == 404


def test_the_context_is_served(client: Client) -> None:
    """/def/context.jsonld is the file that this version ships, and a client that has it is told so."""
    answer = client.get("/def/context.jsonld")

    assert answer.headers["Content-Type"] == "application/ld+json"
    assert answer.content == (assets.folder("ontology") / "context.jsonld").read_bytes()
    assert client.get("/def/context.jsonld", If_None_Match=answer.headers["ETag"]).status_code == 304


def test_shapes(whole: Client) -> None:
    """/shape gives the shapes that the release holds, each in its graph."""
    page = whole.get("/shape", "text/html")
    data = whole.get("/shape", "application/trig")
    expected = {quad for quad in ontology_quads(assets.folder("ontology")) if "/shapes-" in str(quad.graph_name)}

    assert 'id="SourcedMotion"' in page.text
    assert expected == set(parse(data.content, RdfFormat.TRIG))


def test_schemes(client: Client) -> None:
    """/concept lists the value lists with how many values each has."""
    page = client.get("/concept", "text/html").text

    assert '<a href="/concept/threat-level-five-step" ' in page
    assert "<td>2</td>" in page
