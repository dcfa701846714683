"""The thesaurus of phenomena in the ontology, in the shape that linking needs it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.graph.ontology import file_quads
from ctgraph.model.gazetteer import Phenomenon
from ctgraph.namespaces import CONCEPT, SKOS

SCHEME: Final = "phenomenon"
_PLACE: Final = f"{CONCEPT}{SCHEME}/"
_NAMES: Final = {SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel"}


def load_phenomena(folder: Path) -> tuple[Phenomenon, ...]:
    """The phenomena of an ontology folder; raises InputError for a file that cannot be used."""
    path = folder / "concepts" / f"{SCHEME}.ttl"
    return phenomena(file_quads(path, SCHEME)) if path.is_file() else ()


def phenomena(ontology: Iterable[Quad]) -> tuple[Phenomenon, ...]:
    """The phenomena with their Dutch labels, preferred first, by notation; none where the ontology has none."""
    names: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    broader: dict[str, set[str]] = defaultdict(set)
    for quad in ontology:
        subject = quad.subject.value if isinstance(quad.subject, NamedNode) else ""
        if not subject.startswith(_PLACE):
            continue
        notation, predicate, item = subject.removeprefix(_PLACE), quad.predicate.value, quad.object
        if isinstance(item, Literal) and predicate in _NAMES and item.language == "nl":
            names[notation].append((predicate != SKOS + "prefLabel", item.value))
        elif isinstance(item, NamedNode) and predicate == SKOS + "broader":
            broader[notation].add(item.value.removeprefix(_PLACE))
    return tuple(
        Phenomenon(notation, tuple(name for _, name in sorted(names[notation])), tuple(sorted(broader[notation])))
        for notation in sorted(names)
    )
