"""Figures of a release for its description: which terms it uses, and where its links lead.

The canonical file is sorted, so that the same triple in several graphs stands in lines next to each other.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import Final

from msgspec import Struct

from ctgraph.namespaces import BASE, GRAPH, ID, RDF

_TYPE: Final = f"<{RDF}type>".encode()
_OURS: Final = (f"<{ID}".encode(), f"<{GRAPH}".encode())
_BASE: Final = f"<{BASE}".encode()
_OUT: Final = b"<http"
# Where the IRIs of a web site begin: "https://identifier.overheid.nl/" of an IRI in N-Triples. Not a literal.
_SITE: Final = re.compile(rb"<(https?://[^/>]{1,255}/)")


class Survey(Struct, frozen=True):
    """Figures of the union of the graphs; classes and properties by IRI.

    `links` counts triples that name an IRI of others, by property and site: those about our things, and about the rows
    and records that tell of them. Classes are no links.
    """

    triples: int
    subjects: int
    classes: Counter[str]
    properties: Counter[str]
    links: Counter[tuple[str, str]]


def survey(path: Path) -> Survey:
    """Count without parsing: the parts of a line up to its object hold no space."""
    triples = subjects = 0
    classes: Counter[bytes] = Counter()
    properties: Counter[bytes] = Counter()
    links: Counter[tuple[bytes, bytes]] = Counter()
    last = b""
    with path.open("rb") as file:
        for statement, _ in groupby(line.rsplit(b" ", 2)[0] for line in file):
            subject, predicate, value = statement.split(b" ", 2)
            triples += 1
            subjects += subject != last
            last = subject
            properties[predicate] += 1
            if predicate == _TYPE:
                classes[value] += 1
            elif value.startswith(_OUT) and subject.startswith(_OURS) and not value.startswith(_BASE):
                site = _SITE.match(value)
                links[predicate, site[1] if site else value[1:-1]] += 1
    led = Counter({(term[1:-1].decode(), site.decode()): number for (term, site), number in links.items()})
    return Survey(triples, subjects, _by_iri(classes), _by_iri(properties), led)


def _by_iri(counts: Counter[bytes]) -> Counter[str]:
    return Counter({term[1:-1].decode(): number for term, number in counts.items()})
