"""Where the things in an answer are known from: passages with their words and offsets, or rows and records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from pyoxigraph import NamedNode

from ctgraph.api.asking import Lookups, Term
from ctgraph.api.tables import plain
from ctgraph.namespaces import ID

_THINGS: Final = 50
_EACH: Final = 3
"""How many sources of one thing are told where an answer has several things."""

Sources = dict[str, list[dict[str, Any]]]


async def sources_of(lookups: Lookups, terms: Iterable[Term], each: int = _EACH) -> Sources:
    """The sources of the first things of ours among the terms, by IRI; what has none is left out."""
    iris = dict.fromkeys(term.value for term in terms if isinstance(term, NamedNode) and term.value.startswith(ID))
    things = [NamedNode(iri) for iri in list(iris)[:_THINGS]]
    rows = await lookups.rows("known-from", things=things) if things else []
    found: Sources = {}
    for row in rows:
        told = found.setdefault(row["thing"].value, [])
        if len(told) < each:
            told.append({name: plain(term) for name, term in row.items() if name != "thing"})
    return {thing.value: found[thing.value] for thing in things if thing.value in found}
