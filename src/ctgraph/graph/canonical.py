"""One form for one set of statements: N-Quads, each once, in the order of code points.

Without blank nodes this is the canonical form of RDFC-1.0, so that a digest of it names a graph.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from pyoxigraph import BlankNode, DefaultGraph, Quad, RdfFormat, serialize

from ctgraph.errors import InputError


def lines(quads: Iterable[Quad]) -> list[bytes]:
    """The statements as sorted N-Quads in UTF-8, with line ends; InputError for a blank node, which has no name.

    The order of UTF-8 bytes is that of code points.
    """
    held = tuple(quads)
    written = serialize(held, format=RdfFormat.N_QUADS) or b""
    # A literal may hold "_:" too, so what looks like a blank node is looked at in the terms.
    if b"_:" in written:
        for quad in held:
            _refuse_blank(quad)
    return sorted({*written.splitlines(keepends=True)})


def nquads(quads: Iterable[Quad]) -> bytes:
    """The canonical N-Quads document in UTF-8."""
    return b"".join(lines(quads))


def digest(quads: Iterable[Quad]) -> str:
    """The SHA-256 of the canonical document, in hexadecimal."""
    return hashlib.sha256(nquads(quads)).hexdigest()


def _refuse_blank(quad: Quad) -> None:
    if BlankNode in (type(quad.subject), type(quad.object), type(quad.graph_name)):
        raise InputError(_where(quad), f"a blank node in the statement {quad}", "Give the node an IRI of its own")


def _where(quad: Quad) -> str:
    return "default graph" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)
