"""The properties that a reconciliation may ask about: their names, whom they fit, and their values from the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct
from pyoxigraph import Literal, NamedNode

from ctgraph.api.asking import Lookups, Term
from ctgraph.api.names import TOP_CLASSES
from ctgraph.api.things import labels, short
from ctgraph.namespaces import ID, XSD

Values = Mapping[str, Mapping[str, Sequence[Term]]]
"""By the IRI of a thing and the id of a property."""


class Property(Struct, frozen=True):
    """A property as clients see it; `kinds` are those of `TOP_CLASSES`, `things` says that its values are things."""

    id: str
    name: str
    kinds: tuple[str, ...]
    things: bool = False

    def described(self) -> dict[str, str]:
        """The property as an answer lists it."""
        return {"id": self.id, "name": self.name}


_ALL: Final = tuple(TOP_CLASSES)
PROPERTIES: Final = (
    Property("identifier", "Official number", _ALL),
    Property("name", "Name", ("person", "organisation", "law")),
    Property("title", "Title", ("document", "motion", "law")),
    Property("alias", "Other name", ("person", "organisation", "law")),
    Property("kind", "Kind", ("document", "organisation")),
    Property("date", "Date", ("document", "motion")),
    Property("dossier", "Dossier", ("document", "motion"), things=True),
    Property("paper", "Paper with its text", ("motion",), things=True),
    Property("submitter", "Submitter", ("motion",), things=True),
    Property("outcome", "Outcome of a vote", ("motion",)),
    Property("governmentAdvice", "Advice of the government", ("motion",)),
    Property("organisation", "Organisation served", ("person",), things=True),
    Property("passage", "Words that it rests on", _ALL),
    Property("seeAlso", "Elsewhere", ("person", "organisation", "law")),
)
BY_ID: Final = {each.id: each for each in PROPERTIES}


def of_class(name: str | None) -> list[Property]:
    """The properties that fit a class (`ctg:Motion`); all of them for one that covers no kind as a whole."""
    kinds = [kind for kind, top in TOP_CLASSES.items() if short(top) == name]
    return [each for each in PROPERTIES if not kinds or kinds[0] in each.kinds]


def beginning(prefix: str) -> list[Property]:
    """The properties whose id or name begins with the prefix, in any case."""
    wanted = prefix.casefold()
    return [each for each in PROPERTIES if each.id.casefold().startswith(wanted) or wanted in each.name.casefold()]


async def values(lookups: Lookups, iris: Iterable[str]) -> Values:
    """The values of every property, in a fixed order."""
    things = [NamedNode(iri) for iri in sorted(set(iris))]
    found: dict[str, dict[str, list[Term]]] = {}
    for row in await lookups.rows("values", things=things) if things else []:
        found.setdefault(row["thing"].value, {}).setdefault(row["property"].value, []).append(row["value"])
    return found


async def names_of(lookups: Lookups, held: Values) -> Mapping[str, str]:
    """What to call the things among the values."""
    terms = [term for by_property in held.values() for found in by_property.values() for term in found]
    return await labels(lookups, terms, "nl")


def cell(term: Term, names: Mapping[str, str]) -> dict[str, str]:
    """A value as a cell of a table: a thing of ours, a date, or text."""
    if isinstance(term, NamedNode) and term.value.startswith(ID):
        return {"id": term.value.removeprefix(ID), "name": names.get(term.value, short(term.value))}
    if isinstance(term, Literal) and term.datatype.value == XSD + "date":
        return {"date": f"{term.value}T00:00:00Z"}
    return {"str": term.value}
