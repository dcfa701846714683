"""The statements of a letter keep the rules of the ontology."""

from __future__ import annotations

from pathlib import Path

import shacl
from pyoxigraph import RdfFormat, Triple, parse, serialize

from ctgraph import assets
from ctgraph.graph.statements import state
from ctgraph.model.claims import Account
from graph.factories import document
from graph.specimen import letter


def _write(folder: Path, name: str, triples: set[Triple]) -> str:
    path = folder / name
    serialize(triples, path, RdfFormat.TURTLE)
    return str(path)


def _turtle(pattern: str) -> set[Triple]:
    files = assets.folder("ontology").glob(pattern)
    # What is recommended is no fault where it lacks.
    must = (file for file in files if file.name != "recommended.ttl")
    return {quad.triple for file in must for quad in parse(path=file, format=RdfFormat.TURTLE)}


def _faults(account: Account, folder: Path) -> list[str]:
    stated = {quad.triple for quad in state(account, "0.1.0")}
    data = stated | _turtle("modules/*.ttl") | _turtle("concepts/*.ttl")
    report = shacl.validate(_write(folder, "data.ttl", data), _write(folder, "shapes.ttl", _turtle("shapes/*.ttl")))
    return [f"{result.focus_node} {result.message}" for result in report.results]


def test_a_whole_letter_conforms(tmp_path: Path) -> None:
    """Everything that can be stated of a letter passes every shape."""
    assert _faults(letter(), tmp_path) == []


def test_a_text_in_which_nothing_was_found_conforms(tmp_path: Path) -> None:
    """A bare document passes too."""
    assert _faults(Account(document(), ()), tmp_path) == []
