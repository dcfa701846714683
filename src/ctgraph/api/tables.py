"""Tables of rows in the formats of canned queries and lookups: JSON objects, SPARQL results, CSV, TSV, HTML."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from msgspec import Struct
from pyoxigraph import Literal, QueryResultsFormat, QuerySolutions, parse_query_results

from ctgraph.api.asking import JSON_RESULTS, Binding, Row, Term, read_rows, rows_of
from ctgraph.namespaces import XSD

JSON: Final = "application/json"
HTML: Final = "text/html"
_RESULTS: Final[Mapping[str, QueryResultsFormat]] = {
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
OFFERED: Final = (JSON, JSON_RESULTS, *_RESULTS, HTML)
"""The formats of a table, best first."""
_INTEGERS: Final = frozenset({XSD + "integer", XSD + "int", XSD + "long", XSD + "nonNegativeInteger"})
_DECIMALS: Final = frozenset({XSD + "decimal", XSD + "double", XSD + "float"})

Plain = str | int | float | bool | None


class Table(Struct, frozen=True):
    """One page of rows. `truncated` says that there are more, `next` where they are."""

    columns: tuple[str, ...]
    bindings: Sequence[Binding]
    truncated: bool

    @property
    def results(self) -> bytes:
        """The rows as SPARQL results in JSON."""
        return results_of(self.columns, self.bindings)

    @property
    def rows(self) -> list[Row]:
        """The rows as terms."""
        return read_rows(self.results)

    def records(self) -> list[dict[str, Plain]]:
        """The rows as plain values; null where a column is unbound."""
        return [{name: bound(row.get(name)) for name in self.columns} for row in self.bindings]

    def written(self, media_type: str) -> bytes:
        """The rows as SPARQL results in a format."""
        if media_type == JSON_RESULTS:
            return self.results
        solutions = parse_query_results(self.results, QueryResultsFormat.JSON)
        assert isinstance(solutions, QuerySolutions)
        return solutions.serialize(format=_RESULTS[media_type]) or b""


def cut(results: bytes, columns: Sequence[str], limit: int) -> Table:
    """A page out of an answer for which one row more than the limit was asked."""
    bindings = rows_of(results)
    return Table(tuple(columns), bindings[:limit], len(bindings) > limit)


def results_of(columns: Sequence[str], rows: Sequence[Binding]) -> bytes:
    """SPARQL results in JSON of these rows, without what is none of the columns."""
    shown = set(columns)
    bindings = [{name: cell for name, cell in row.items() if name in shown} for row in rows]
    document = {"head": {"vars": list(columns)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def plain(term: Term | None) -> Plain:
    """A term as JSON has it: numbers and truth values by their datatype, everything else as text."""
    if term is None:
        return None
    if not isinstance(term, Literal):
        return term.value
    return _typed(term.value, term.datatype.value)


def bound(binding: Mapping[str, Any] | None) -> Plain:
    """What `plain` makes of the term that this is in JSON; nothing of a triple, which is no value."""
    if binding is None or binding["type"] == "triple":
        return None
    return _typed(binding["value"], binding.get("datatype", ""))


def _typed(text: str, datatype: str) -> Plain:
    if datatype == XSD + "boolean":
        return text in {"true", "1"}
    if datatype in _INTEGERS or datatype in _DECIMALS:
        return _number(text, datatype in _INTEGERS)
    return text


def _number(text: str, whole: bool) -> Plain:
    """The number; the text itself for what JSON cannot hold, or what does not fit its datatype."""
    try:
        number = int(text) if whole else float(text)
    except ValueError:
        return text
    return number if math.isfinite(number) else text
