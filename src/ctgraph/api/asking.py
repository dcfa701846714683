"""Our own queries for pages and lookups: templates of `queries/resources/`, asked in the reserved lane.

What a visitor sends reaches a template as a term (`NamedNode`, `Literal`) or a number, never as text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Any, Final

from msgspec import Struct
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results

from ctgraph.errors import Withdrawn
from ctgraph.identifiers import iri
from ctgraph.settings import Settings
from ctgraph.store.backend import Backend, Blocks, Form, Question
from ctgraph.store.withdrawn import withdrawal_of

Term = NamedNode | Literal | BlankNode
_TERMS: Final = (NamedNode, Literal, BlankNode)
Row = dict[str, Term]
Binding = Mapping[str, Mapping[str, Any]]
"""A row of SPARQL results in JSON, as it stands there."""


class Pattern(Struct, frozen=True):
    """A piece of SPARQL of our own making, for a place that takes more than a term."""

    text: str


Value = NamedNode | Literal | int | Pattern | Sequence[NamedNode | Literal]

JSON_RESULTS: Final = "application/sparql-results+json"

# A place for a term in a template: `$thing`. Must not match a variable `?thing`, nor a `$` inside a term that
# was put in a place, which is why all places are filled in one pass.
_PLACE = re.compile(r"\$([a-z_]+)")


def read_templates(folder: Path) -> dict[str, str]:
    """The templates of a folder by the stem of their file."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.rq"))}


def fill(template: str, values: Mapping[str, Value]) -> str:
    """Put terms in the places of a template; several terms with spaces between, as VALUES wants them.

    A place without a value stays, and is an unbound variable then.
    """
    return _PLACE.sub(lambda found: _written(values[found[1]]) if found[1] in values else found[0], template)


def _written(value: Value) -> str:
    if isinstance(value, Pattern):
        return value.text
    if isinstance(value, (NamedNode, Literal, int)):
        return str(value)
    return " ".join(str(term) for term in value)


async def read_answer(backend: Backend, question: Question) -> tuple[bytes, str]:
    """The whole answer in the reserved lane, for those that are small by construction; and its release."""
    async with aclosing(await backend.answer(question, "reserved")) as blocks:
        return b"".join([block async for block in blocks]), blocks.release


def read_rows(results: bytes) -> list[Row]:
    """The rows of a SPARQL JSON result; an unbound variable is absent from its row."""
    solutions = parse_query_results(results, QueryResultsFormat.JSON)
    assert isinstance(solutions, QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    return [
        {name: term for name, term in zip(names, row, strict=True) if isinstance(term, _TERMS)} for row in solutions
    ]


def rows_of(results: bytes) -> list[Binding]:
    """The rows of SPARQL results in JSON, as they stand there."""
    document: dict[str, Any] = json.loads(results)
    found: list[Binding] = document["results"]["bindings"]
    return found


class Lookups:
    """Asks the templates of one folder."""

    def __init__(self, backend: Backend, settings: Settings, templates: Mapping[str, str]) -> None:
        self._backend = backend
        self._settings = settings
        self._limits = settings.limits
        self._templates = templates

    @property
    def release(self) -> str:
        """The id of the release that answers now."""
        return self._backend.release

    def refuse_withdrawn(self, iris: Iterable[str]) -> None:
        """Raise Withdrawn if one of these things was; for addresses under which the data has nothing."""
        item = withdrawal_of(self._settings, iris)
        if item is not None:
            raise Withdrawn(iri("correction", item.correction), item.text_nl, item.text_en, item.source)

    async def rows(self, name: str, **values: Value) -> list[Row]:
        """All rows of a SELECT template."""
        answer, _ = await read_answer(self._backend, self._question(name, "select", JSON_RESULTS, values))
        return read_rows(answer)

    async def stream(self, name: str, media_type: str, **values: Value) -> Blocks:
        """The blocks of a CONSTRUCT template's answer, for what may be large."""
        return await self._backend.answer(self._question(name, "construct", media_type, values), "reserved")

    def _question(self, name: str, form: Form, media_type: str, values: Mapping[str, Value]) -> Question:
        return Question(fill(self._templates[name], values), form, media_type, self._limits.seconds)
