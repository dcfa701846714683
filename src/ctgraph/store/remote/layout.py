"""How releases lie in a remote store: which graphs there are, and what the marker says of them.

    the named graphs        under their own names, once, of the current release
    urn:ctgraph:release:ID  the union of the named graphs of a release, each triple once: what a query sees by default
    urn:ctgraph:graphs      the list of the named graphs, each with the SHA-256 of its sorted N-Triples, so that only
                            what changed is written again
    urn:ctgraph:marker      a few statements: what is current, what is whole, what is being written

SPARQL 1.1 does not say whether the default graph of a store is a graph of its own or the union of the named ones, nor
whether that union counts a triple twice; nor does it promise that an update of many requests is seen at once. So no
query is left to the default graph of the store, and the union of a release is a graph with the release in its name.
Two releases stand beside each other, and a query that names no graph never sees a half one.

The named graphs keep their names, so there are no two sets of them. While they are replaced the marker says so, and
queries with GRAPH or FROM wait. `generation` grows with each switch: two looks at the marker with the same generation
had the same named graphs between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from msgspec import Struct, field
from pyoxigraph import Literal, NamedNode, Triple

_URN: Final = "urn:ctgraph:"
MARKER: Final = NamedNode(_URN + "marker")
GRAPHS: Final = NamedNode(_URN + "graphs")
DIGEST: Final = NamedNode(_URN + "marker#digest")
KIND: Final = NamedNode(_URN + "marker#kind")
_RELEASE: Final = _URN + "release:"
_FIELDS: Final = {
    name: NamedNode(f"{_URN}marker#{name}")
    for name in ("generation", "current", "settled", "quads", "triples", "since", "loading")
}
STORE: Final = Literal("ctgraph")
"""The object of `MARKER KIND`, a statement of both the marker and the list of graphs: two graphs that share one tell
whether the store adds up default graphs as a set."""

Rows = Sequence[Mapping[str, NamedNode | Literal]]


class Size(NamedTuple):
    """How many statements of a release there are, in the named graphs and in their union; since which generation."""

    quads: int
    triples: int
    since: int


class Marker(Struct, frozen=True):
    """What the store says of its releases. `whole` are those whose union is there; `loading` are unfinished ones.

    `settled` says that the named graphs are those of `current`.
    """

    generation: int = 0
    current: str = ""
    settled: bool = True
    whole: Mapping[str, Size] = field(default_factory=dict)
    loading: tuple[str, ...] = ()

    def upholds(self, before: Marker, touches_graphs: bool) -> bool:
        """Whether an answer that was asked for under `before`, of its current release, is one of a whole release."""
        if touches_graphs and not (self.settled and self.generation == before.generation):
            return False
        return self.whole.get(before.current) == before.whole[before.current]

    def triples(self) -> Iterator[Triple]:
        """The marker as statements."""
        yield Triple(MARKER, KIND, STORE)
        yield Triple(MARKER, _FIELDS["generation"], Literal(str(self.generation)))
        yield Triple(MARKER, _FIELDS["settled"], Literal("yes" if self.settled else "no"))
        if self.current:
            yield Triple(MARKER, _FIELDS["current"], Literal(self.current))
        for release, size in sorted(self.whole.items()):
            yield Triple(union(release), _FIELDS["quads"], Literal(str(size.quads)))
            yield Triple(union(release), _FIELDS["triples"], Literal(str(size.triples)))
            yield Triple(union(release), _FIELDS["since"], Literal(str(size.since)))
        for release in sorted(self.loading):
            yield Triple(union(release), _FIELDS["loading"], Literal("yes"))


def union(release: str) -> NamedNode:
    """The graph that holds the union of a release."""
    return NamedNode(_RELEASE + release)


def read_marker(rows: Rows) -> Marker | None:
    """The marker of these statements (`s`, `p`, `o`); None if there is none, or but a part of one."""
    values: dict[str, dict[str, str]] = {}
    for row in rows:
        name = row["p"].value.removeprefix(f"{_URN}marker#")
        values.setdefault(row["s"].value, {})[name] = row["o"].value
    own = values.pop(MARKER.value, {})
    releases = {subject.removeprefix(_RELEASE): each for subject, each in values.items()}
    whole = {
        name: Size(*(int(each[field]) for field in Size._fields))
        for name, each in releases.items()
        if each.keys() >= set(Size._fields)
    }
    if not {"generation", "settled"} <= own.keys() or own.get("current", "") not in {"", *whole}:
        return None
    loading = tuple(sorted(name for name, each in releases.items() if "loading" in each))
    return Marker(int(own["generation"]), own.get("current", ""), own["settled"] == "yes", whole, loading)
