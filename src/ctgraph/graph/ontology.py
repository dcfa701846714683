"""The ontology's files as named graphs, one a file, in the form that a release takes in.

`ontology/modules/law.ttl` becomes `graph/ontology/law`, `ontology/concepts/modality.ttl` `graph/ontology/modality`,
`ontology/shapes/law.ttl` `graph/ontology/shapes-law`: a release says by which rules it was checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Triple, parse

from ctgraph.errors import InputError
from ctgraph.identifiers import graph_iri

_HEADS = ("ctgraph.ttl", "external-terms.ttl")
_FOLDERS = {"modules": "", "concepts": "", "shapes": "shapes-"}


def files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of an ontology folder with the stems of their graphs, in a fixed order; examples are none of them."""
    for name in _HEADS:
        yield Path(name).stem, folder / name
    for part, prefix in _FOLDERS.items():
        for path in sorted((folder / part).glob("*.ttl")):
            yield prefix + path.stem, path


def ontology_quads(folder: Path) -> Iterator[Quad]:
    """Every statement of the ontology, each in the graph of its file; InputError for a file that cannot be used."""
    for stem, path in files(folder):
        yield from file_quads(path, stem)


def file_quads(path: Path, stem: str) -> Iterator[Quad]:
    """The statements of one Turtle file in the graph `graph/ontology/{stem}`."""
    graph = NamedNode(graph_iri("ontology", stem))
    return (Quad(each.subject, each.predicate, each.object, graph) for each in file_triples(path))


def file_triples(path: Path) -> Iterator[Triple]:
    """The statements of one Turtle file; InputError for one that cannot be used. Quicker than quads."""
    try:
        for quad in parse(path=path, format=RdfFormat.TURTLE):
            if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
                reason = f"a blank node in the statement {quad.triple}"
                raise InputError(str(path), reason, "Give the node an IRI of its own")
            yield quad.triple
    except (OSError, SyntaxError) as error:
        raise InputError(str(path), f"it is no Turtle: {error}", "Correct the file") from error
