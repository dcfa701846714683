"""What the register says of things that a source points at without saying what they are.

A source is held against the shapes by itself, but some of what it states leads to things that only the register
describes: the tenure in which somebody signed, the series that a report is an edition of. What the register says of
those, and of what they lead to, is laid beside the source for the check, and is no part of what the source states.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

from pyoxigraph import NamedNode, Quad

from ctgraph.graph.register import state_tables
from ctgraph.model.records import Register
from ctgraph.namespaces import ID

_TABLES: Final = ("series", "organisations", "groups", "persons", "tenures")
# Kinds that a source points at without describing them: the object of a line of N-Quads such as
# `<s> <p> <https://w3id.org/ctgraph/id/tenure/x> <g> .`. Not a subject, nor words in a literal, which ends in a quote.
_POINTED_AT: Final = re.compile(
    rb"> <(" + re.escape(ID).encode() + rb"(?:tenure|series)/[^>\n]{1,400})> <[^>\n]{1,400}> \.$", re.MULTILINE
)


class RegisterContext:
    """The descriptions of a register by what they are of; made when first asked for."""

    def __init__(self, register: Register, version: str) -> None:
        self._register = register
        self._version = version

    def of(self, statements: bytes) -> list[Quad]:
        """What the register says of the tenures and series that N-Quads point at, and of what those lead to."""
        open_ends = {node.decode() for node in _POINTED_AT.findall(statements)}
        told: dict[str, Sequence[Quad]] = {}
        while open_ends:
            found = {node: self._described[node] for node in sorted(open_ends) if node in self._described}
            told.update(found)
            led_to = {node for about in found.values() for node in _objects(about)}
            open_ends = led_to - told.keys()
        return [quad for about in told.values() for quad in about]

    @cached_property
    def _described(self) -> Mapping[str, Sequence[Quad]]:
        found: dict[str, list[Quad]] = defaultdict(list)
        for quad in state_tables(self._register, self._version, _TABLES):
            if isinstance(quad.subject, NamedNode):
                found[quad.subject.value].append(quad)
        return dict(found)


def _objects(quads: Iterable[Quad]) -> set[str]:
    return {quad.object.value for quad in quads if isinstance(quad.object, NamedNode)}
