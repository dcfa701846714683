"""Compact JSON-LD with the context of our ontology: one node a line, streamed.

A value is written under a term of the context where the context gives it back as it was; otherwise under the prefixed
or whole IRI of its property, with its type or language beside it. So nothing is lost, whatever the data holds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, Quad

from ctgraph import assets
from ctgraph.namespaces import RDF, XSD

_TYPE: Final = RDF + "type"
_STRING: Final = XSD + "string"


class _Entry(Struct, frozen=True):
    """A term of the context: the datatype that it gives a string (`@id` for an IRI, empty for a plain one)."""

    name: str
    datatype: str
    by_language: bool


class _Context(Struct, frozen=True):
    """The context: its text, its prefixes by name, and its terms by IRI."""

    words: Mapping[str, Any]
    prefixes: Mapping[str, str]
    terms: Mapping[str, _Entry]


def write_json_ld(quads: Iterable[Quad], path: Path) -> None:
    """Write quads that come graph by graph, and in a graph subject by subject."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_document(quads))


def _document(quads: Iterable[Quad]) -> Iterator[str]:
    yield '{"@context": ' + _dumped(_context().words) + ',\n"@graph": [\n'
    for number, (graph, statements) in enumerate(groupby(quads, key=lambda quad: quad.graph_name)):
        assert isinstance(graph, NamedNode)
        yield (",\n" if number else "") + f'{{"@id": {_dumped(_short(graph.value))}, "@graph": [\n'
        nodes = groupby(statements, key=lambda quad: quad.subject)
        for place, (_, about) in enumerate(nodes):
            yield (",\n" if place else "") + _dumped(_node(list(about)))
        yield "\n]}"
    yield "\n]}\n"


def _node(quads: list[Quad]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _short(_iri(quads[0].subject))}
    for quad in quads:
        _put(node, quad.predicate.value, quad.object)
    return {
        name: values[0] if isinstance(values, list) and len(values) == 1 else values for name, values in node.items()
    }


def _put(node: dict[str, Any], predicate: str, value: object) -> None:
    """Add a value under the term that gives it back, or under the IRI with all that it is."""
    if predicate == _TYPE and isinstance(value, NamedNode):
        entry = _context().terms.get(value.value)
        node.setdefault("@type", []).append(entry.name if entry else _short(value.value))
        return
    entry = _context().terms.get(predicate)
    if entry and entry.by_language and isinstance(value, Literal) and value.language:
        node.setdefault(entry.name, {}).setdefault(value.language, []).append(value.value)
    elif entry and not entry.by_language and _datatype(value) == (entry.datatype or _STRING):
        node.setdefault(entry.name, []).append(_plain(value))
    else:
        node.setdefault(_short(predicate), []).append(_whole(value))


def _datatype(value: object) -> str:
    """What a term has to say for a bare string to stand for this value; empty if none can."""
    if isinstance(value, NamedNode):
        return "@id"
    return value.datatype.value if isinstance(value, Literal) and not value.language else ""


def _plain(value: object) -> str:
    return value.value if isinstance(value, Literal) else _short(_iri(value))


def _whole(value: object) -> object:
    if not isinstance(value, Literal):
        return {"@id": _short(_iri(value))}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    return value.value if value.datatype.value == _STRING else {"@value": value.value, "@type": value.datatype.value}


def _iri(term: object) -> str:
    assert isinstance(term, NamedNode), "a release has no blank nodes"
    return term.value


def _short(address: str) -> str:
    """With a prefix of the context where it has one; `//` behind a prefix would be read as a whole IRI."""
    for name, namespace in _context().prefixes.items():
        if address.startswith(namespace) and not address.startswith("//", len(namespace)):
            return f"{name}:{address[len(namespace) :]}"
    return address


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@cache
def _context() -> _Context:
    """The context that the ontology ships."""
    words = json.loads((assets.folder("ontology") / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    prefixes = {name: word for name, word in words.items() if isinstance(word, str) and word.endswith(("#", "/"))}
    terms = {}
    for name, word in words.items():
        said = word if isinstance(word, dict) else {"@id": word}
        prefix, _, local = str(said.get("@id", "")).partition(":")
        if prefix in prefixes and name not in prefixes:
            by_language = said.get("@container") == "@language"
            datatype = _expanded(str(said.get("@type", "")), prefixes)
            terms[prefixes[prefix] + local] = _Entry(name, datatype, by_language)
    return _Context(words, prefixes, terms)


def _expanded(datatype: str, prefixes: Mapping[str, str]) -> str:
    prefix, _, local = datatype.partition(":")
    return prefixes[prefix] + local if prefix in prefixes else datatype
