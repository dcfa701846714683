"""The SPARQL of a collection, made of the paths in its file; what a client sent enters as a term alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Final

from pyoxigraph import Literal, NamedNode

from ctgraph.api.asking import Pattern
from ctgraph.api.collections.load import Collection, Facet, Field, Filter
from ctgraph.questions.keyset import SortKey

Given = Mapping[str, NamedNode | Literal]
"""The filters of a request, read into terms."""

# A time that is open at one side passes there; one of which nothing is known passes nowhere.
_TESTS: Final = {
    "from": (
        "OPTIONAL {{ ?{name} ctg:earliest ?{name}First }} OPTIONAL {{ ?{name} ctg:latest ?{name}Last }} "
        "FILTER (COALESCE(?{name}Last >= {term}, BOUND(?{name}First)))"
    ),
    "to": (
        "OPTIONAL {{ ?{name} ctg:earliest ?{name}First }} OPTIONAL {{ ?{name} ctg:latest ?{name}Last }} "
        "FILTER (COALESCE(?{name}First <= {term}, BOUND(?{name}Last)))"
    ),
    "words": "FILTER (CONTAINS(LCASE(STR(?{name})), LCASE(STR({term}))))",
}


def selection(collection: Collection, given: Given) -> Pattern:
    """`?thing` is each thing of the collection that passes all filters, once for each way in which it does."""
    numbers = count(1)
    narrowed = [
        _narrowed(each, given[each.parameter.name], next(numbers))
        for each in collection.filters
        if each.parameter.name in given
    ]
    return Pattern("\n  ".join([of_class(collection), *narrowed]))


def of_class(collection: Collection) -> str:
    """`?thing` is of one of the classes, or of a subclass; once."""
    classes = " ".join(collection.classes)
    inner = f"VALUES ?root {{ {classes} }} ?class rdfs:subClassOf* ?root . ?thing a ?class"
    return f"{{ SELECT DISTINCT ?thing WHERE {{ {inner} }} }}"


def _narrowed(each: Filter, term: NamedNode | Literal, number: int) -> str:
    if each.match == "is":
        return f"?thing {each.path} {term} ."
    name = f"value{number}"
    return f"?thing {each.path} ?{name} . " + _TESTS[each.match].format(name=name, term=term)


def order_of(collection: Collection) -> tuple[SortKey, ...]:
    """What a list is ordered by: the day or name, which each thing has once at most, then the thing itself."""
    thing = SortKey("?thing", False, "thing")
    if collection.newest:
        return SortKey("?first", True, "first"), thing
    return SortKey("(!BOUND(?first))", False, "unnamed"), SortKey("?first", False, "first"), thing


def value_of(facet: Facet) -> Pattern:
    """`?value` is each value of a facet that `?thing` has."""
    if facet.type == "year":
        return Pattern(f"?thing {facet.path} ?day . BIND (YEAR(?day) AS ?value)")
    return Pattern(f"?thing {facet.path} ?value .")


def values_of(fields: Sequence[Field], things: Sequence[NamedNode]) -> Pattern:
    """`?value` is each value of `?field` that one of the things has."""
    these = " ".join(map(str, things))
    return Pattern(
        "\n  UNION\n  ".join(
            f'{{ VALUES ?thing {{ {these} }} ?thing {field.path} ?value . BIND ("{field.name}" AS ?field) }}'
            for field in fields
        )
    )
