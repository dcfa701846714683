"""Where a thing of ours is at its official publisher: the page about it and its files, by the publisher's addresses.

A page is about the thing and is not the thing, so it is never the same as it (`foaf:isPrimaryTopicOf`); a file is the
thing in a format (`dcterms:hasFormat`). Both are stated where a source vouches for the official id, never for a
reference that a text only prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import NamedNode

from ctgraph.graph.terms import HAS_FORMAT, PAGE, node
from ctgraph.namespaces import LAWS, PUBLISHER

# Ids of publications that have a page of that name: kst-29754-645, h-tk-20212022-31-55, blg-1027277, stb-2017-51.
# Not dtn-56, which is a name of ours, nor an ECLI or a CELEX number, which lie elsewhere.
_PUBLISHED = re.compile(r"(?:kst|h|ah|blg|stb|stcrt|trb)-[A-Za-z0-9-]{1,80}", re.ASCII)


def official_page(identifier: str) -> str:
    """The page of a publication at officielebekendmakingen.nl; empty for an id of another publisher.

    >>> official_page("kst-29754-645")
    'https://zoek.officielebekendmakingen.nl/kst-29754-645.html'
    """
    return f"{PUBLISHER}{identifier}.html" if _PUBLISHED.fullmatch(identifier) else ""


def official_file(identifier: str) -> str:
    """The PDF of a publication, which every one has and which is the authentic text; empty for another publisher's id.

    >>> official_file("h-tk-20212022-31-55")
    'https://zoek.officielebekendmakingen.nl/h-tk-20212022-31-55.pdf'
    """
    return f"{PUBLISHER}{identifier}.pdf" if _PUBLISHED.fullmatch(identifier) else ""


# A law in the Basiswettenbestand: BWBR0005212, a treaty: BWBV0001000. Not BWBR0005212_2022-05-01_0, nor CVDR ids.
_BWB = re.compile(r"BWB[RVW]\d{7}", re.ASCII)


def law_page(bwb: str, day: str = "") -> str:
    """The page of a law at wetten.overheid.nl, of its text on a day (ISO) if one is given; empty for no BWB id.

    >>> law_page("BWBR0005212", "2022-05-01")
    'https://wetten.overheid.nl/BWBR0005212/2022-05-01'
    """
    if _BWB.fullmatch(bwb) is None:
        return ""
    return f"{LAWS}{bwb}/{day}" if day else LAWS + bwb


def juriconnect(bwb: str) -> str:
    """The address of a whole law by the standard Juriconnect BWB 1.3; empty for no BWB id.

    >>> juriconnect("BWBR0005212")
    'jci1.3:c:BWBR0005212'
    """
    return f"jci1.3:c:{bwb}" if _BWB.fullmatch(bwb) else ""


def publication_links(identifier: str) -> Iterator[tuple[NamedNode, NamedNode]]:
    """Property and address for each page and file of a publication; none for an id of another publisher."""
    if official_page(identifier):
        yield PAGE, node(official_page(identifier))
        yield HAS_FORMAT, node(official_file(identifier))


def law_links(bwb: str, day: str = "") -> Iterator[tuple[NamedNode, NamedNode]]:
    """Property and address for the page of a law, or of it as it held on a day; none for a law without BWB id."""
    if law_page(bwb):
        yield PAGE, node(law_page(bwb, day))
