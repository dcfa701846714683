"""A CONSTRUCT that says over again what its one pattern finds: read off the store, without the engine.

The engine keeps each triple that a CONSTRUCT gave, so as not to give it twice: some 600 bytes a triple. A graph is a
set already, and a pattern that is its own template finds each triple of it once. This is how a whole graph, or all of
one class, is fetched; read this way it takes no memory to speak of, and half the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, TypeAlias

from msgspec import Struct
from pyoxigraph import DefaultGraph, NamedNode, Store, Triple

_TYPE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
# What an IRI is made of: not a blank, a bracket, an escape.
_IRI: Final = r"<[A-Za-z][A-Za-z0-9+.-]*+:[^\x00-\x20<>\"{}|^`\\]*+>"
# `PREFIX ctg: <https://…#>`; not a relative IRI, `PREFIX a.b: <…>`.
_PREFIX: Final = rf"PREFIX\s++([A-Z][A-Z0-9_-]*+|):\s*+({_IRI})\s*+"
# `?s`, `$s`, `<http://x/>`, `a`, `ctg:Motion`; not a literal, a blank node, a path, a name with escapes or dots.
_TERM: Final = rf"[?$][A-Z0-9_]++|{_IRI}|(?-i:a)(?=\s)|(?:[A-Z][A-Z0-9_-]*+)?:(?:[A-Z0-9_][A-Z0-9_-]*+)?+(?![.%\\:-])"
_PATTERN: Final = rf"\{{\s*+({_TERM})\s*+({_TERM})\s*+({_TERM})\s*+\.?\s*+\}}\s*+"
# `CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 10`, `CONSTRUCT WHERE { ?s a ctg:Motion }`; not two patterns, FROM,
# GRAPH, FILTER, ORDER BY, or a comment: these are the engine's.
_COPY: Final = re.compile(
    rf"\s*+((?:{_PREFIX})*+)CONSTRUCT\s*+(?:{_PATTERN}(?:WHERE\s*+)?|WHERE\s*+){_PATTERN}"
    r"(?:LIMIT\s++([0-9]{1,15})(?!\S)\s*+)?(?:OFFSET\s++([0-9]{1,15})(?!\S)\s*+)?",
    re.ASCII | re.IGNORECASE,
)
# White space by a pattern, none by SPARQL.
_NO_SPACE: Final = frozenset("\f\v")
_DECLARED: Final = re.compile(_PREFIX, re.ASCII | re.IGNORECASE)
_Graph: TypeAlias = NamedNode | DefaultGraph


class Copy(Struct, frozen=True):
    """One pattern, None where it has a variable, and which of its triples are asked for; `most` is None for all."""

    subject: NamedNode | None
    predicate: NamedNode | None
    object: NamedNode | None
    skipped: int = 0
    most: int | None = None

    def triples(self, store: Store, graph: _Graph) -> Iterator[Triple]:
        """What it finds in a graph, in the engine's order. Raises OSError for a damaged store."""
        found = store.quads_for_pattern(self.subject, self.predicate, self.object, graph)
        end = None if self.most is None else self.skipped + self.most
        return (quad.triple for quad in islice(found, self.skipped, end))


def copy_of(query: str) -> Copy | None:
    """The copy that a query asks for; None where it is another query, or not certainly this one."""
    asked = _COPY.fullmatch(query)
    if asked is None or not _NO_SPACE.isdisjoint(query):
        return None
    opening, *_, s, p, o, most, skipped = asked.groups()
    said, found = asked.groups()[3:6], (s, p, o)
    variables = [term[1:] for term in found if term[0] in "?$"]  # `$s` is `?s`
    if said not in (found, (None, None, None)) or len(set(variables)) < len(variables) or "a" in (s, o):
        return None
    declared = _DECLARED.findall(opening)
    try:
        prefixes = {name: _iri(iri[1:-1]).value for name, iri in declared}
        if len(prefixes) < len(declared):
            return None
        nodes = [_node(term, prefixes) for term in found]
    except (KeyError, ValueError):  # a prefix that is not declared, an IRI that is none: the engine says so
        return None
    return Copy(nodes[0], nodes[1], nodes[2], int(skipped or 0), None if most is None else int(most))


def _node(term: str, prefixes: dict[str, str]) -> NamedNode | None:
    """The node of a term, None for a variable; raises KeyError, or ValueError."""
    if term[0] in "?$":
        return None
    if term == "a":
        return _TYPE
    prefix, _, local = term.partition(":")
    return _iri(term[1:-1] if term[0] == "<" else prefixes[prefix] + local)


def _iri(iri: str) -> NamedNode:
    """The node of an IRI that the engine takes as it stands; raises ValueError."""
    if "/." in iri:  # the engine takes `..` out
        raise ValueError(iri)
    return NamedNode(iri)
