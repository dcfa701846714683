"""The formats of answers."""

from __future__ import annotations

import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat

from ctgraph.store.backend import Form
from ctgraph.store.formats import GRAPHS, PREFIXED, RESULTS, offered


@pytest.mark.parametrize(
    ("form", "default", "count"),
    [
        ("select", "application/sparql-results+json", 4),
        ("ask", "application/sparql-results+json", 4),
        ("construct", "text/turtle", 6),
        ("describe", "text/turtle", 6),
    ],
)
def test_offered(form: Form, default: str, count: int) -> None:
    """Tables and booleans come as results, graphs as RDF; the default comes first."""
    assert offered(form)[0] == default
    assert len(offered(form)) == count


def test_media_types_mean_what_pyoxigraph_takes_them_for() -> None:
    """Each media type stands for the format that pyoxigraph knows under that name."""
    assert {name: QueryResultsFormat.from_media_type(name) for name in RESULTS} == dict(RESULTS)
    assert {name: RdfFormat.from_media_type(name) for name in GRAPHS} == dict(GRAPHS)
    assert set(GRAPHS) > PREFIXED
