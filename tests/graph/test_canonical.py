"""One form for one set of statements."""

from __future__ import annotations

import hashlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from ctgraph.errors import InputError
from ctgraph.graph import canonical
from ctgraph.graph.statements import state
from graph.specimen import letter

A, B, GRAPH = (NamedNode(f"http://example.org/{name}") for name in "abg")


def test_order_and_repetition_do_not_matter() -> None:
    """The same statements in another order, some of them twice, give the same bytes."""
    quads = list(state(letter(), "0.1.0"))
    shuffled = quads * 2
    random.Random(7).shuffle(shuffled)

    assert canonical.nquads(shuffled) == canonical.nquads(quads)
    assert canonical.digest(shuffled) == hashlib.sha256(canonical.nquads(quads)).hexdigest()


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from([None, "nl", "en"]))
def test_every_literal_survives(value: str, lang: str | None) -> None:
    """What is written can be read back, whatever characters a literal holds, and each line is one statement."""
    quad = Quad(A, B, Literal(value, language=lang) if lang else Literal(value), GRAPH)
    written = canonical.nquads([quad])

    assert list(parse(written, RdfFormat.N_QUADS)) == [quad]
    assert written.count(b"\n") == 1


def test_lines_stand_in_the_order_of_code_points() -> None:
    """Sorting is by code point, not by any language, and the document ends its last line."""
    quads = [Quad(A, B, Literal(value), GRAPH) for value in ("é", "z", "Z", "10", "9")]

    found = [line.split(b'"')[1].decode() for line in canonical.lines(quads)]
    assert found == ["10", "9", "Z", "z", "é"]
    assert canonical.nquads([]) == b""


@pytest.mark.parametrize(
    ("quad", "where"),
    [
        (Quad(BlankNode("x"), B, A, GRAPH), str(GRAPH)),
        (Quad(A, B, BlankNode("x"), GRAPH), str(GRAPH)),
        (Quad(A, B, BlankNode("x")), "default graph"),
        (Quad(A, B, A, BlankNode("x")), "_:x"),
    ],
)
def test_blank_nodes_are_refused(quad: Quad, where: str) -> None:
    """A blank node is named with the statement and the graph that hold it."""
    with pytest.raises(InputError, match="blank node") as refused:
        canonical.lines([quad])

    assert refused.value.path == where
