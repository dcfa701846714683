"""Where a thing of ours is at its official publisher: the page about it and its files, by the publisher's addresses.

A page is about the thing and is not the thing, so it is never the same as it (`foaf:isPrimaryTopicOf`); a file is the
thing in a format (`dcterms:hasFormat`). Both are stated where a source vouches for the official id, never for a
reference that a text only prints.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from ctgraph.graph.terms import HAS_FORMAT, PAGE, node
from ctgraph.identifiers import law_page, official_file, official_page


def publication_links(identifier: str) -> Iterator[tuple[NamedNode, NamedNode]]:
    """Property and address for each page and file of a publication; none for an id of another publisher."""
    if official_page(identifier):
        yield PAGE, node(official_page(identifier))
        yield HAS_FORMAT, node(official_file(identifier))


def law_links(bwb: str, day: str = "") -> Iterator[tuple[NamedNode, NamedNode]]:
    """Property and address for the page of a law, or of it as it held on a day; none for a law without BWB id."""
    if law_page(bwb):
        yield PAGE, node(law_page(bwb, day))
