"""Things of a collection as JSON records: their fields, with labels, and the words that they rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from msgspec import Struct

from ctgraph.api.addresses import local_path
from ctgraph.api.asking import Row, Term
from ctgraph.api.collections.load import Collection, Facet, Field
from ctgraph.api.tables import plain
from ctgraph.api.things import Labels
from ctgraph.namespaces import ID

Record = dict[str, Any]
Values = Mapping[tuple[str, str], Sequence[Term]]
"""What is known, by the IRI of a thing and the name of a field."""

PASSAGES: Final = 100
"""Passages of one thing that its record shows."""
_EVIDENCE: Final = ("document", "start", "end", "quote", "textDigest")


class Addresses(Struct, frozen=True):
    """Where each kind of thing is looked up: the collections by the kinds of their IRIs."""

    by_kind: Mapping[str, Collection]

    @classmethod
    def of(cls, collections: Sequence[Collection]) -> Addresses:
        """Documents have a lookup beside the collections; it goes before those of some kinds of document."""
        ranked = sorted(collections, key=lambda each: each.item, reverse=True)
        return cls({kind: each for each in ranked for kind in each.kinds})

    def identifier(self, iri: str) -> str:
        """The id of a thing: its reference, after its kind where the collection has several, or there is none."""
        if not iri.startswith(ID):
            return iri.rpartition("#" if "#" in iri else "/")[2]
        kind, _, reference = iri.removeprefix(ID).partition("/")
        return reference if kind in self.by_kind and len(self.by_kind[kind].kinds) == 1 else f"{kind}/{reference}"

    def href(self, iri: str) -> str | None:
        """The path of its lookup, or else of its page; None for a thing of others."""
        kind = iri.removeprefix(ID).partition("/")[0]
        if iri.startswith(ID) and kind in self.by_kind:
            return f"/v1/{self.by_kind[kind].name}/{self.identifier(iri)}"
        return local_path(iri)


def by_field(rows: Sequence[Row]) -> Values:
    """The values out of rows with thing, field and value."""
    found: dict[tuple[str, str], list[Term]] = {}
    for row in rows:
        found.setdefault((row["thing"].value, row["field"].value), []).append(row["value"])
    return found


class Writer(Struct, frozen=True):
    """Writes records with the labels of what they point to."""

    collection: Collection
    addresses: Addresses
    labels: Labels

    def record(self, iri: str, fields: Sequence[Field], values: Values) -> Record:
        """One thing with some of its fields."""
        kind, _, reference = iri.removeprefix(ID).partition("/")
        identifier = reference if len(self.collection.kinds) == 1 else f"{kind}/{reference}"
        made: Record = {"id": identifier, "iri": iri, "href": f"/v1/{self.collection.name}/{identifier}"}
        for field in fields:
            made.update(self._field(field, values.get((iri, field.name), ())))
        return made

    def _field(self, field: Field, terms: Sequence[Term]) -> Record:
        """A field; a value of a list has its label beside it, under the name of the field with `Label`."""
        found = [self._value(field, term) for term in terms]
        told: Record = {field.name: found if field.many else _least(found)}
        if field.type == "concept":
            names = [self.labels[term.value] for term in terms]
            told[f"{field.name}Label"] = names if field.many else _least(names)
        return told

    def _value(self, field: Field, term: Term) -> Any:
        if field.type == "thing":
            return self.thing(term.value)
        if field.type == "concept":
            return self.addresses.identifier(term.value)
        return plain(term)

    def thing(self, iri: str) -> Record:
        """Another thing, as a record points to it."""
        identifier = self.addresses.identifier(iri)
        return {"id": identifier, "iri": iri, "label": self.labels[iri], "href": self.addresses.href(iri)}

    def counted(self, facet: Facet, rows: Sequence[Row]) -> list[Record]:
        """The values of a facet, each as the filter takes it, with their counts."""
        return [{**self._counted(facet, row["value"]), "count": plain(row["count"])} for row in rows]

    def _counted(self, facet: Facet, term: Term) -> Record:
        if facet.type == "year":
            return {"value": plain(term)}
        return {"value": self.addresses.identifier(term.value), "iri": term.value, "label": self.labels[term.value]}


def _least(found: Sequence[Any]) -> Any:
    """The first of what comes sorted; None for nothing."""
    return found[0] if found else None


def evidence(row: Row) -> Record:
    """The words that something rests on."""
    return {name: plain(row.get(name)) for name in _EVIDENCE}
