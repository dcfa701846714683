"""The canned queries: one file each in `queries/questions/`, a `#+` header in YAML over plain SPARQL.

The header is a comment, so that any SPARQL engine runs the file as it is. `queries/README.md` describes it.
A header that breaks its rules is a defect of ours: it raises InputError with the file and what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal, get_args

import yaml
from msgspec import Struct

from ctgraph.errors import InputError, UnknownName

ParameterType = Literal[
    "document", "motion", "dossier", "person", "thing", "resource", "term", "date", "count", "choice", "text"
]
ColumnType = Literal["iri", "id", "concept", "text", "names", "edtf", "date", "integer", "decimal", "boolean"]

COMPETENCY_QUESTIONS: Final = 40
"""How many questions the ontology was made to answer; `queries/README.md` lists them."""

LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Reads plain YAML; where libyaml is there, ten times as fast, of which the start of a server is the shorter."""
_MARK: Final = "#+"
_ADVICE: Final = "Correct the header; queries/README.md describes it"


class Wording(Struct, frozen=True):
    """The same words in Dutch and in English."""

    nl: str
    en: str


class Parameter(Struct, frozen=True):
    """What a query takes. `default` is a value as a user writes it, or `today`; empty for none.

    `choices` are the values that a parameter of type `choice` takes.
    """

    name: str
    type: ParameterType
    required: bool
    default: str
    choices: tuple[str, ...]
    description: Wording
    example: str


class Column(Struct, frozen=True):
    """What a query answers with. An `optional` column may be unbound."""

    name: str
    type: ColumnType
    optional: bool
    description: Wording


class CannedQuery(Struct, frozen=True):
    """A query with a name, described. `text` is the whole file, header included.

    `answers` are the numbers of the competency questions that it answers, by the list in `queries/README.md`.
    """

    name: str
    summary: Wording
    question: Wording
    answers: tuple[int, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str


EVIDENCE: Final = (
    Column(
        "document",
        "iri",
        False,
        Wording("Het document waarin de woorden staan", "The document that the words stand in"),
    ),
    Column(
        "start",
        "integer",
        False,
        Wording("Positie van het eerste teken", "Offset of the first character, in code points"),
    ),
    Column(
        "end",
        "integer",
        False,
        Wording("Positie na het laatste teken", "Offset after the last character"),
    ),
    Column(
        "quote",
        "text",
        False,
        Wording("De woorden, precies zoals ze er staan", "The words, exactly as they stand"),
    ),
    Column(
        "textDigest",
        "text",
        False,
        Wording("SHA-256 van de tekst waarin de posities gelden", "SHA-256 of the text that the offsets count in"),
    ),
)
"""The columns that `evidence` stands for in a header; with `evidence?` each may be unbound."""


def header(path: Path, text: str) -> Mapping[str, Any]:
    """The YAML of the leading `#+` lines; raises InputError if it is no mapping."""
    lines = takewhile(lambda line: line.startswith(_MARK), text.splitlines())
    try:
        found = yaml.load("\n".join(line.removeprefix(_MARK).removeprefix(" ") for line in lines), Loader=LOADER)
    except yaml.YAMLError as error:
        raise InputError(str(path), f"its header is no YAML ({error})", _ADVICE) from error
    if not isinstance(found, dict):
        raise InputError(str(path), "it has no header", _ADVICE)
    return found


def wording(entry: object) -> Wording:
    """Read `{nl: …, en: …}`; raises ValueError if a language is missing or empty."""
    if not isinstance(entry, dict) or set(entry) != {"nl", "en"} or not all(entry.values()):
        raise ValueError(f"{entry!r} should have words under nl and en")
    return Wording(str(entry["nl"]), str(entry["en"]))


def catalog(folder: Path) -> Mapping[str, CannedQuery]:
    """The queries of `folder/questions`, by name in the order of the alphabet; read once per folder."""
    return _catalog(folder.resolve())


def find(queries: Mapping[str, CannedQuery], name: str) -> CannedQuery:
    """The query of that name; raises UnknownName, which tells the known ones."""
    if name not in queries:
        raise UnknownName("There is no such query", name, tuple(queries))
    return queries[name]


@lru_cache(maxsize=8)
def _catalog(folder: Path) -> Mapping[str, CannedQuery]:
    paths = sorted((folder / "questions").glob("*.rq"), key=lambda path: path.stem)
    return MappingProxyType({path.stem: _load(path) for path in paths})


def _load(path: Path) -> CannedQuery:
    text = path.read_text(encoding="utf-8")
    top = header(path, text)
    try:
        return CannedQuery(
            name=path.stem,
            summary=wording(top["summary"]),
            question=wording(top["question"]),
            answers=_answers(top.get("answers", [])),
            parameters=tuple(_parameter(entry) for entry in top["params"]),
            columns=tuple(column for entry in top["columns"] for column in _columns(entry)),
            text=text,
        )
    except KeyError as error:
        raise InputError(str(path), f"its header lacks {error}", _ADVICE) from error
    except (TypeError, ValueError) as error:
        raise InputError(str(path), f"its header does not fit: {error}", _ADVICE) from error


def _answers(entry: object) -> tuple[int, ...]:
    """The numbers of competency questions, ascending."""
    numbers = entry if isinstance(entry, list) else [entry]
    if numbers != sorted({n for n in numbers if isinstance(n, int) and 1 <= n <= COMPETENCY_QUESTIONS}):
        raise ValueError(f"answers {entry!r} should be numbers from 1 to {COMPETENCY_QUESTIONS}, ascending")
    return tuple(numbers)


def _parameter(entry: Mapping[str, Any]) -> Parameter:
    if entry["type"] not in get_args(ParameterType):
        raise ValueError(f"parameter type {entry['type']!r}")
    choices = tuple(str(choice) for choice in entry.get("choices", ()))
    if bool(choices) != (entry["type"] == "choice"):
        raise ValueError(f"{entry['name']!r} needs choices if it is of type choice, and only then")
    return Parameter(
        name=str(entry["name"]),
        type=entry["type"],
        required=bool(entry.get("required", False)),
        default=str(entry.get("default", "")),
        choices=choices,
        description=wording(entry["description"]),
        example=str(entry["example"]),
    )


def _columns(entry: Mapping[str, Any] | str) -> tuple[Column, ...]:
    if entry == "evidence":
        return EVIDENCE
    if entry == "evidence?":
        return tuple(Column(each.name, each.type, True, each.description) for each in EVIDENCE)
    if isinstance(entry, str):
        raise ValueError(f"column {entry!r}")
    if entry["type"] not in get_args(ColumnType):
        raise ValueError(f"column type {entry['type']!r}")
    described = wording(entry["description"])
    return (Column(str(entry["name"]), entry["type"], bool(entry.get("optional", False)), described),)
