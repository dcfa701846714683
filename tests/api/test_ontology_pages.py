"""The ontology, its shapes and its value lists as pages."""

from __future__ import annotations

from pyoxigraph import NamedNode, RdfFormat, parse

from api.fakes import Client


def test_ontology_in_rdf(client: Client) -> None:
    """/def gives the whole ontology of the release, the values of its schemes left out."""
    subjects = {quad.subject for quad in parse(client.get("/def.ttl").content, RdfFormat.TURTLE)}

    assert NamedNode("https://w3id.org/ctgraph/def#Motion") in subjects
    assert not any("concept/" in str(subject) for subject in subjects)


def test_ontology_for_people(client: Client) -> None:
    """Each term has its anchor and its labels in both languages."""
    page = client.get("/def", "text/html").text

    assert '<code id="Motion">Motion</code>' in page
    assert '<p lang="nl">motie</p>' in page
    assert '<p lang="en">motion</p>' in page


def test_shapes(client: Client) -> None:
    """/shape gives the shapes that this version ships."""
    page = client.get("/shape", "text/html")
    data = client.get("/shape", "text/turtle")

    assert (page.status_code, data.status_code) == (200, 200)
    assert b"NodeShape" in data.content


def test_schemes(client: Client) -> None:
    """/concept lists the value lists with how many values each has."""
    page = client.get("/concept", "text/html").text

    assert '<a href="/concept/threat-level-five-step" ' in page
    assert "<td>2</td>" in page
