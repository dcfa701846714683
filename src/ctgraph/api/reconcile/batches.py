"""What a client of the Reconciliation API 0.2 sends, read and held against the specification; pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal, get_args

from msgspec import Struct

from ctgraph.api.reconcile.properties import BY_ID
from ctgraph.errors import BatchTooLarge, InvalidParameters

Strictness = Literal["any", "should", "all"]
MOST_QUERIES: Final = 50
MOST_THINGS: Final = 500
_CANDIDATES: Final = 10
MOST_CANDIDATES: Final = 50
_LONGEST: Final = 1_000
_MOST_MEMBERS: Final = 20
"""How many classes or properties a query has at most, and how many values a property."""
_MEMBERS: Final = ("query", "type", "limit", "properties", "type_strict")
_NAMING: Final = ("identifier", "name", "title", "alias")
"""Properties whose value can stand for the words of a query that has none."""

Fault = tuple[str, str]


class _MisfitError(ValueError):
    """A member that does not fit: its place, and what it takes."""

    def __init__(self, place: str, takes: str) -> None:
        super().__init__(place, takes)
        self.fault: Fault = (place, takes)


class Wanted(Struct, frozen=True):
    """A value that a candidate should have: `texts` are the words or ids, any of which will do."""

    property: str
    texts: tuple[str, ...]


class Query(Struct, frozen=True):
    """One query of a batch. `classes` are prefixed names (`ctg:Motion`); none means any."""

    words: str
    classes: tuple[str, ...]
    strictness: Strictness
    limit: int
    properties: tuple[Wanted, ...]


class Extension(Struct, frozen=True):
    """A data extension query: which things, which properties."""

    ids: tuple[str, ...]
    properties: tuple[str, ...]


def read_queries(text: str) -> Mapping[str, Query]:
    """The queries by their keys; raises InvalidParameters with every fault, or BatchTooLarge."""
    batch = _object(text, "queries")
    if len(batch) > MOST_QUERIES:
        raise BatchTooLarge("queries", len(batch), MOST_QUERIES)
    faults: list[Fault] = []
    found: dict[str, Query] = {}
    for key, entry in batch.items():
        try:
            found[key] = _query(key, entry)
        except _MisfitError as error:
            faults.append(error.fault)
    if faults:
        raise InvalidParameters(faults)
    return found


def read_query(text: str) -> Query:
    """The one query of the parameter `query`: a JSON object, or the words themselves."""
    entry = _object(text, "query") if text.lstrip().startswith("{") else {"query": text}
    try:
        return _query("query", entry)
    except _MisfitError as error:
        raise InvalidParameters([error.fault]) from error


def read_extension(text: str) -> Extension:
    """A data extension query; raises InvalidParameters or BatchTooLarge."""
    entry = _object(text, "extend")
    ids, properties = entry.get("ids"), entry.get("properties")
    if not isinstance(ids, list) or not all(isinstance(each, str) for each in ids):
        raise InvalidParameters([("extend.ids", "should be a list of ids, such as document/kst-29754-645.")])
    if not isinstance(properties, list) or not all(isinstance(each, dict) for each in properties):
        raise InvalidParameters([("extend.properties", 'should be a list such as [{"id": "title"}].')])
    if len(ids) > MOST_THINGS:
        raise BatchTooLarge("ids", len(ids), MOST_THINGS)
    names = [str(each.get("id")) for each in properties]
    if unknown := [name for name in names if name not in BY_ID]:
        raise InvalidParameters([("extend.properties", _no_property(name)) for name in unknown[:10]])
    return Extension(tuple(dict.fromkeys(ids)), tuple(dict.fromkeys(names)))


def _object(text: str, name: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidParameters([(name, f"is no JSON ({str(error)[:100]}).")]) from error
    if not isinstance(found, dict):
        raise InvalidParameters([(name, "should be a JSON object.")])
    return found


def _query(key: str, entry: object) -> Query:
    place = key[:100]
    if not isinstance(entry, dict):
        raise _MisfitError(place, "should be an object with `query`.")
    if unknown := [name for name in entry if name not in _MEMBERS]:
        raise _MisfitError(place, f"has no member {unknown[0][:50]!r}. Known: {', '.join(_MEMBERS)}.")
    properties = tuple(_properties(place, entry.get("properties", [])))
    words = entry.get("query", "")
    if not isinstance(words, str) or len(words) > _LONGEST:
        raise _MisfitError(f"{place}.query", f"should be text of at most {_LONGEST} characters.")
    words = words.strip() or next((each.texts[0] for each in properties if each.property in _NAMING), "")
    if not words:
        naming = ", ".join(_NAMING)
        raise _MisfitError(f"{place}.query", f"is missing. Give words, or one of these properties: {naming}.")
    strictness = entry.get("type_strict", "any")
    if strictness not in get_args(Strictness):
        raise _MisfitError(f"{place}.type_strict", f"should be one of {', '.join(get_args(Strictness))}.")
    return Query(words, _classes(place, entry.get("type", [])), strictness, _limit(place, entry), properties)


def _limit(place: str, entry: Mapping[str, Any]) -> int:
    limit = entry.get("limit", _CANDIDATES)
    if isinstance(limit, bool) or not isinstance(limit, int | float) or not 1 <= limit < float("inf"):
        raise _MisfitError(f"{place}.limit", "should be a number of at least 1.")
    return min(int(limit), MOST_CANDIDATES)


def _classes(place: str, given: object) -> tuple[str, ...]:
    classes = given if isinstance(given, list) else [given]
    named = [each for each in classes if isinstance(each, str)]
    if len(named) < len(classes) or len(named) > _MOST_MEMBERS:
        takes = f"should be a class or a list of at most {_MOST_MEMBERS} classes, such as ctg:Motion."
        raise _MisfitError(f"{place}.type", takes)
    return tuple(dict.fromkeys(each for each in named if each))


def _properties(place: str, given: object) -> Iterator[Wanted]:
    if not isinstance(given, list) or len(given) > _MOST_MEMBERS:
        example = '[{"pid": "dossier", "v": "29754"}]'
        takes = f"should be a list of at most {_MOST_MEMBERS} properties, such as {example}."
        raise _MisfitError(f"{place}.properties", takes)
    for each in given:
        if not isinstance(each, dict) or "v" not in each or not isinstance(each.get("pid"), str):
            raise _MisfitError(f"{place}.properties", "should have a `pid` and a `v` each.")
        if each["pid"] not in BY_ID:
            raise _MisfitError(f"{place}.properties", _no_property(each["pid"]))
        yield Wanted(each["pid"], _texts(place, each["v"]))


def _texts(place: str, value: object) -> tuple[str, ...]:
    texts = [_text(each) for each in (value if isinstance(value, list) else [value])]
    if not texts or None in texts or len(texts) > _MOST_MEMBERS:
        takes = f"should have text, numbers, truth values or objects with `id` as `v`, at most {_MOST_MEMBERS}."
        raise _MisfitError(f"{place}.properties", takes)
    return tuple(text for text in texts if text is not None)


def _text(value: object) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)[:_LONGEST]
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, dict):
        value = value.get("id")
    return value[:_LONGEST] if isinstance(value, str) else None


def _no_property(name: str) -> str:
    return f"There is no property {name[:50]!r}. Known: {', '.join(BY_ID)}."
