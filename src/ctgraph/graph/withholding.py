"""What breaks a rule of the shapes never enters a release: it is left out, and said so.

Statement by statement where a value is at fault (a level on another scale, an unknown status), the whole thing where
something is missing (a motion with neither paper nor passage). Leaving one out can break a rule of what pointed at it,
so it is done until the rest holds: a source of which nothing holds gives nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from pyoxigraph import Quad

from ctgraph.errors import ReleaseError
from ctgraph.graph.shapes import Rules, Violation, check


class Sound(Struct, frozen=True):
    """Statements that hold to the rules, and why the others were left out."""

    quads: tuple[Quad, ...]
    withheld: tuple[Violation, ...]


def sound(quads: Iterable[Quad], rules: Rules, beside: Sequence[Quad] = ()) -> Sound:
    """Leave out what breaks a rule, in the light of what is said `beside` it, which is not judged.

    Raises ReleaseError if a rule is broken by the ontology itself, not by a statement.
    """
    kept, withheld = tuple(quads), list[Violation]()
    while found := check((*kept, *beside), rules):
        withheld += found
        rest = _without(kept, found)
        # A rule that no single statement breaks: what the node has goes as a whole.
        rest = rest if len(rest) < len(kept) else _without_nodes(kept, {v.focus for v in found})
        if len(rest) == len(kept):
            raise ReleaseError(
                found[0].focus, found[0].message_en, "Mend the ontology: no statement of a source breaks it"
            )
        kept = rest
    return Sound(kept, tuple(dict.fromkeys(withheld)))


def _without(quads: tuple[Quad, ...], found: Iterable[Violation]) -> tuple[Quad, ...]:
    """Without the statements at fault. A rule in SPARQL names the value, but not the property that it stands under."""
    values = {(f"<{v.focus}>", v.value) for v in found if v.value}
    nodes = {v.focus for v in found if not v.value}
    kept = tuple(q for q in quads if (str(q.subject), str(q.object)) not in values) if values else quads
    return _without_nodes(kept, nodes) if nodes else kept


def _without_nodes(quads: tuple[Quad, ...], nodes: set[str]) -> tuple[Quad, ...]:
    """Without what is said of the nodes, and without what points at them."""
    terms = {f"<{node}>" for node in nodes}
    return tuple(q for q in quads if str(q.subject) not in terms and str(q.object) not in terms)
