"""Tools for the graph as a whole: what is known of a thing, which things have a name, what terms there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from pyoxigraph import NamedNode, Quad

from ctgraph.api.asking import Lookups
from ctgraph.api.mcp.sources import sources_of
from ctgraph.api.mcp.tools import LIMIT, Answer, Arguments, Schema, Tool
from ctgraph.api.names import TOP_CLASSES, Names
from ctgraph.api.reconcile.matching import spellings
from ctgraph.api.tables import plain
from ctgraph.api.things import describe_fully, existing, labels, read_quads, terms_of
from ctgraph.errors import InvalidParameters, UnknownName
from ctgraph.graph.vocabulary import Words, read_vocabulary
from ctgraph.namespaces import DEF
from ctgraph.questions.load import Parameter, Wording
from ctgraph.questions.parameters import read

_SOURCES: Final = 20
_REFERENCE: Final = Parameter("id", "thing", True, "", (), Wording("Het ding", "The thing"), "kst-29754-645")
_ID: Final[Schema] = {
    "type": "string",
    "description": "An IRI, kind/reference (motion/kst-29754-477), or an official number (kst-29754-645, 29754).",
}
_TEXT: Final[Schema] = {"type": "string", "description": "A name, title or number, or some words of it."}
_TYPE: Final[Schema] = {"type": "string", "enum": list(TOP_CLASSES), "description": "Only things of this kind."}
_NAME: Final[Schema] = {
    "type": "string",
    "description": "Part of a term's name or label; without it all terms.",
}


class GraphTools:
    """Answers on the graph of the current release."""

    def __init__(self, lookups: Lookups, names: Names) -> None:
        self._lookups = lookups
        self._names = names

    def tools(self) -> list[Tool]:
        """The three tools."""
        return [
            Tool(
                "entity",
                "What is known of a thing",
                "All that the graph says of a paper, motion, commitment, person, law …: each statement with the named "
                "graph that says so, the source passages with their exact words, and how many things point to it.",
                {"id": _ID, "limit": LIMIT},
                ("id",),
                self.entity,
            ),
            Tool(
                "search",
                "Find things by name",
                "Papers, motions, people, organisations and laws by name, title or number: IRIs, classes and sources.",
                {"text": _TEXT, "type": _TYPE, "limit": LIMIT},
                ("text",),
                self.search,
            ),
            Tool(
                "schema",
                "Classes and properties",
                "The terms of the ontology for SPARQL: IRI, label, meaning, domain and range.",
                {"name": _NAME, "limit": LIMIT},
                (),
                self.schema,
            ),
        ]

    async def entity(self, arguments: Arguments) -> Answer:
        """What is known of one thing."""
        given, limit = arguments.text("id", "kst-29754-645"), arguments.limit()
        arguments.check()
        thing = await self._thing(given)
        description = await describe_fully(self._lookups, thing)
        names = await labels(self._lookups, terms_of(description), "nl")
        stated = [quad for quad in description.quads if quad.subject == thing]
        sources = await sources_of(self._lookups, [thing], each=_SOURCES)
        return {
            "iri": thing.value,
            "label": names[thing.value],
            "release": self._lookups.release,
            "statements": [_statement(quad, names) for quad in stated[:limit]],
            "truncated": len(stated) > limit,
            "sources": sources.get(thing.value, []),
            "pointedToBy": {predicate.value: count for predicate, count in description.incoming_counts},
        }

    async def _thing(self, given: str) -> NamedNode:
        """The thing that is meant, in any spelling; a number that a motion has too is that of its paper."""
        tried = []
        for spelling in dict.fromkeys((given, *spellings(given))):
            try:
                term = read(_REFERENCE, spelling)
            except ValueError:
                continue
            if isinstance(term, NamedNode):
                tried.append(term.value)
        if not tried:
            raise InvalidParameters([("id", f"{given[:200]!r} names nothing. It takes {_ID['description']}")])
        known = await existing(self._lookups, tried)
        if not known:
            raise UnknownName(
                "The graph does not know this thing. Ask the tool `search` for a part of its name", given[:200]
            )
        return NamedNode(next(each for each in tried if each in known))

    async def search(self, arguments: Arguments) -> Answer:
        """Things by what they are called."""
        words, kind, limit = (
            arguments.text("text", "NCTV"),
            arguments.option("type", tuple(TOP_CLASSES)),
            arguments.limit(),
        )
        arguments.check()
        index = await self._names.index()
        classes = [TOP_CLASSES[kind]] if kind else []
        found = {
            each.thing.iri: each for spelling in reversed(spellings(words)) for each in index.find(spelling, classes)
        }
        shown = list(found.values())[:limit]
        sources = await sources_of(self._lookups, [NamedNode(each.thing.iri) for each in shown])
        return {
            "release": index.release,
            "things": [
                {
                    "iri": each.thing.iri,
                    "label": each.thing.name,
                    "classes": list(each.thing.classes),
                    "exact": each.exact_id or each.label_equality,
                    "overlap": round(each.overlap, 3),
                    "sources": sources.get(each.thing.iri, []),
                }
                for each in shown
            ],
            "truncated": len(found) > limit,
        }

    async def schema(self, arguments: Arguments) -> Answer:
        """Terms of the ontology."""
        wanted, limit = arguments.option("name").casefold(), arguments.limit()
        arguments.check()
        vocabulary = read_vocabulary(read_quads(await self._lookups.rows("ontology")))
        fitting = [
            term
            for term in sorted(vocabulary.terms, key=lambda each: (each.kind, each.name))
            if wanted in term.name.casefold() or any(wanted in words.text.casefold() for words in term.labels)
        ]
        return {
            "release": self._lookups.release,
            "namespace": DEF,
            "terms": [
                {
                    "iri": term.iri,
                    "kind": term.kind,
                    "label": _in_english(term.labels),
                    "definition": _in_english(term.definitions),
                    "domain": term.domain or None,
                    "range": term.datatype or term.range or None,
                    "values": list(term.values),
                    "above": list(term.above),
                }
                for term in fitting[:limit]
            ],
            "truncated": len(fitting) > limit,
        }


def _statement(quad: Quad, names: Any) -> dict[str, Any]:
    value = quad.object
    told = {"property": quad.predicate.value, "propertyLabel": names[quad.predicate.value]}
    if isinstance(value, NamedNode):
        told |= {"value": value.value, "valueLabel": names[value.value]}
    else:
        told |= {"value": plain(value)}  # type: ignore[arg-type]  # the data has no blank nodes or quoted triples
    return {**told, "graph": str(getattr(quad.graph_name, "value", ""))}


def _in_english(said: Sequence[Words]) -> str:
    chosen = [words.text for words in said if words.language == "en"] or [words.text for words in said]
    return chosen[0] if chosen else ""
