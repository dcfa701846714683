"""Quad patterns as clients of fragments write them, read into terms; pure.

Terms are written as the explicit representation of Hydra has them: an IRI as it is, a literal in quotes with `@nl` or
`^^` and the IRI of its datatype behind, nothing escaped. People may write `<…>` and our prefixes too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from msgspec import Struct
from pyoxigraph import Literal, NamedNode

from ctgraph.namespaces import PREFIXES

COMPONENTS: Final = ("subject", "predicate", "object", "graph")
DEFAULT_GRAPH: Final = NamedNode("urn:ldf:defaultGraph")
"""The default graph, which is the union of all graphs, by the name that the reference server has for it."""
_LONGEST: Final = 4_000

Term = NamedNode | Literal

# A variable: ?s, ?any_1. Must not match `?` alone or `?a b`.
_VARIABLE: Final = re.compile(r"\?\w{1,50}")
# A literal: "word", "woord"@nl, "2022"^^http://www.w3.org/2001/XMLSchema#gYear. Quotes inside stay as they are.
# Must not match a literal with something else behind its last quote.
_LITERAL: Final = re.compile(
    r'"(?P<value>.*)"(?:@(?P<language>[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,8})|\^\^(?P<datatype>[^\s"]+))?', re.DOTALL
)
# An IRI has a scheme: https:…, urn:…. Must not match /path or two words.
_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:[^\s]+")


class Pattern(Struct, frozen=True):
    """A pattern; None stands for anything. `graph` may be `DEFAULT_GRAPH`."""

    subject: NamedNode | None = None
    predicate: NamedNode | None = None
    object: Term | None = None
    graph: NamedNode | None = None

    def terms(self) -> dict[str, Term]:
        """The places that are not left open, without the default graph, which is no graph of the store."""
        found = {name: getattr(self, name) for name in COMPONENTS}
        return {name: term for name, term in found.items() if term is not None and term != DEFAULT_GRAPH}


def read_component(name: str, given: str | None) -> Term | None:
    """One place of a pattern; None for a variable or nothing. Raises ValueError that says what the place takes."""
    if not given or _VARIABLE.fullmatch(given):
        return None
    if len(given) > _LONGEST:
        raise ValueError(f"is longer than {_LONGEST} characters.")
    takes = "an IRI, or a literal in quotes" if name == "object" else "an IRI"
    try:
        term = _term(given)
    except ValueError as error:
        raise ValueError(f"{given[:200]!r} does not fit. It takes {takes}, or nothing for any.") from error
    if isinstance(term, Literal) and name != "object":
        raise ValueError(f"{given[:200]!r} is a literal. It takes {takes}, or nothing for any.")
    return term


def pattern(terms: Mapping[str, Term | None]) -> Pattern:
    """The pattern of the places read."""
    places = {name: term for name, term in terms.items() if isinstance(term, NamedNode)}
    return Pattern(places.get("subject"), places.get("predicate"), terms.get("object"), places.get("graph"))


def _term(given: str) -> Term:
    found = _LITERAL.fullmatch(given)
    if found is None:
        return _iri(given)
    if found["language"]:
        return Literal(found["value"], language=found["language"])
    if found["datatype"]:
        return Literal(found["value"], datatype=_iri(found["datatype"]))
    return Literal(found["value"])


def _iri(given: str) -> NamedNode:
    bare = given[1:-1] if given.startswith("<") and given.endswith(">") else given
    prefix, _, local = bare.partition(":")
    if prefix in PREFIXES and not given.startswith("<"):
        return NamedNode(PREFIXES[prefix] + local)
    if _IRI.fullmatch(bare) is None:
        raise ValueError(given)
    return NamedNode(bare)
