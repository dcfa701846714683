"""Collections as the files of `queries/lookups/` describe them.

A file that breaks the rules is a defect of ours: it raises InputError with the file and what to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Literal, get_args

import yaml
from msgspec import Struct

from ctgraph.errors import InputError
from ctgraph.identifiers import KINDS
from ctgraph.questions.load import LOADER, Parameter, ParameterType, Wording

FieldType = Literal["text", "number", "date", "concept", "thing"]
FacetType = Literal["concept", "thing", "year"]
Match = Literal["is", "from", "to", "words"]

ALWAYS: Final = ("id", "iri", "href")
"""What every record has, whatever it is asked for."""
_ADVICE: Final = "Correct it; queries/README.md describes lookups"


class Field(Struct, frozen=True):
    """What a record tells: the values at the end of `path`; without `many` the least of them."""

    name: str
    path: str
    type: FieldType
    many: bool
    description: Wording


class Facet(Struct, frozen=True):
    """What a list can be counted by."""

    name: str
    path: str
    type: FacetType
    description: Wording


class Filter(Struct, frozen=True):
    """What a list can be narrowed by: what stands at the end of `path` is the value given, or has it among its `words`.

    For `from` and `to` a time stands there, which must not be over before the day, or not begin after it.
    """

    parameter: Parameter
    path: str
    match: Match


class Collection(Struct, frozen=True):
    """The things of some classes, ordered by `order`.

    `kinds` are those of their IRIs; where there are several, an id begins with the kind. `links` lead to canned
    queries about one thing: what stands before its id.
    """

    name: str
    summary: Wording
    one: Wording
    kinds: tuple[str, ...]
    classes: tuple[str, ...]
    order: str
    newest: bool
    example: str
    fields: tuple[Field, ...]
    facets: tuple[Facet, ...]
    filters: tuple[Filter, ...]
    links: Mapping[str, str]
    item: bool

    def field_names(self) -> tuple[str, ...]:
        """What `fields` chooses from, besides what every record has."""
        return (*(field.name for field in self.fields), "evidence")


def load_collections(folder: Path) -> dict[str, Collection]:
    """The collections of a folder by name; raises InputError."""
    return {path.stem: _collection(path) for path in sorted(folder.glob("*.yaml"))}


def _collection(path: Path) -> Collection:
    try:
        given = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
        return _read(path.stem, given)
    except (yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(str(path), f"this describes no lookup ({error})", _ADVICE) from error


def _read(name: str, given: Mapping[str, Any]) -> Collection:
    order = given["order"]
    return Collection(
        name=name,
        summary=_wording(given["summary"]),
        one=_wording(given["one"]),
        kinds=tuple(_one_of(KINDS, kind) for kind in given["kinds"]),
        classes=tuple(given["classes"]),
        order=order["path"],
        newest=order.get("newest", False),
        example=given["example"],
        fields=tuple(_fields(given["fields"])),
        facets=tuple(_facets(given.get("facets", {}))),
        filters=tuple(_filters(given.get("filters", {}))),
        links=given.get("links", {}),
        item=given.get("item", True),
    )


def _fields(given: Mapping[str, Any]) -> Iterator[Field]:
    for name, each in given.items():
        kind = _one_of(get_args(FieldType), each["type"])
        yield Field(name, each["path"], kind, each.get("many", False), _wording(each))


def _facets(given: Mapping[str, Any]) -> Iterator[Facet]:
    for name, each in given.items():
        yield Facet(name, each["path"], _one_of(get_args(FacetType), each["type"]), _wording(each))


def _filters(given: Mapping[str, Any]) -> Iterator[Filter]:
    for name, each in given.items():
        kind = _one_of(get_args(ParameterType), each["type"])
        parameter = Parameter(name, kind, False, "", (), _wording(each), each["example"])
        yield Filter(parameter, each["path"], _one_of(get_args(Match), each.get("match", "is")))


def _wording(given: Mapping[str, str]) -> Wording:
    return Wording(given["nl"], given["en"])


def _one_of(known: tuple[Any, ...], given: str) -> Any:
    if given not in known:
        raise ValueError(f"{given!r} is none of {', '.join(known)}")
    return given
