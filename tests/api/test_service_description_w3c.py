"""The three tests of the W3C suite for service descriptions, which stand there in words only."""

from __future__ import annotations

from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from api.fakes import Client
from ctgraph.namespaces import RDF, SD
from ctgraph.store.formats import GRAPHS, RESULTS

TYPE = NamedNode(RDF + "type")
# Domain and range of the terms that we use, by the vocabulary; "" is any resource.
SCHEMA = {
    "endpoint": ("Service", ""),
    "supportedLanguage": ("Service", ""),
    "feature": ("Service", ""),
    "resultFormat": ("Service", ""),
    "defaultDataset": ("Service", "Dataset"),
    "defaultGraph": ("Dataset", "Graph"),
    "namedGraph": ("Dataset", "NamedGraph"),
    "name": ("NamedGraph", ""),
}


def description(client: Client) -> Store:
    store = Store()
    store.load(client.get("/sparql", "text/turtle").content, RdfFormat.TURTLE)
    return store


def has_type(store: Store, quad: Quad, term: object, name: str) -> bool:
    assert isinstance(term, NamedNode), f"{quad} names no resource"
    return not name or any(store.quads_for_pattern(term, TYPE, NamedNode(SD + name)))


def test_get_on_the_endpoint_returns_rdf(client: Client) -> None:
    """A bare GET that asks for RDF gets a description."""
    assert len(description(client)) > 10


def test_has_a_matching_endpoint_triple(client: Client) -> None:
    """The description names the address that it came from as the endpoint."""
    [endpoint] = description(client).quads_for_pattern(None, NamedNode(SD + "endpoint"), None)

    assert endpoint.object == NamedNode("http://ctgraph.test/sparql")


def test_conforms_to_the_schema(client: Client) -> None:
    """Every term of the vocabulary stands between resources of the classes that it is for."""
    store = description(client)
    for quad in store:
        name = quad.predicate.value.removeprefix(SD)
        if name == quad.predicate.value:
            assert quad.predicate == TYPE
            continue
        domain, reach = SCHEMA[name]
        assert has_type(store, quad, quad.subject, domain)
        assert has_type(store, quad, quad.object, reach)
    formats = [*store.quads_for_pattern(None, NamedNode(SD + "resultFormat"), None)]
    assert len(formats) == len(RESULTS) + len(GRAPHS)
