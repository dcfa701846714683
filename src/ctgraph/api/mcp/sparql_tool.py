"""SPARQL as a tool: guarded, read-only, cut after so many rows."""

from __future__ import annotations

from contextlib import aclosing
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

from ctgraph.api.asking import JSON_RESULTS, Lookups, Row
from ctgraph.api.mcp.sources import sources_of
from ctgraph.api.mcp.tools import LIMIT, Answer, Arguments, Schema, Tool
from ctgraph.api.tables import plain
from ctgraph.settings import Settings
from ctgraph.store import guard
from ctgraph.store.backend import Backend, Question

_MEDIA_TYPES: Final = {"select": "text/tab-separated-values", "ask": JSON_RESULTS}
_GRAPH: Final = "application/n-triples"
_ANSWER_BYTES: Final = 4 * 1024**2
"""An answer is cut after the line that passes this."""
_QUERY: Final[Schema] = {"type": "string", "description": "SELECT, ASK, CONSTRUCT or DESCRIBE; no SERVICE, no updates."}


class SparqlTool:
    """Asks what an agent wrote, in the lane of user queries."""

    def __init__(self, backend: Backend, settings: Settings, lookups: Lookups) -> None:
        self._backend = backend
        self._limits = settings.limits
        self._lookups = lookups

    def tool(self) -> Tool:
        """The tool."""
        return Tool(
            "sparql",
            "Ask in SPARQL",
            "A read-only SPARQL 1.1 query on the current release, within limits of time and size. The default graph is "
            "the union of all; each source has a named graph. Ask `schema` for the terms first.",
            {"query": _QUERY, "limit": LIMIT},
            ("query",),
            self.run,
        )

    async def run(self, arguments: Arguments) -> Answer:
        """The rows, statements or truth value of a query that passes the guard."""
        query, limit = arguments.text("query", "SELECT * { ?s ?p ?o } LIMIT 5"), arguments.limit()
        arguments.check()
        form = guard.inspect(query, self._limits).form
        question = Question(query, form, _MEDIA_TYPES.get(form, _GRAPH), self._limits.seconds)
        # Rows come below a line with their names.
        lines, more, release = await self._lines(question, limit + (form == "select"))
        text = b"".join(lines)
        if form == "ask":
            return {"release": release, "answer": b"true" in text}
        told: dict[str, Any]
        if form == "select":
            rows = _rows(text)
            found = [term for row in rows for term in row.values()]
            told = {"rows": [{name: plain(term) for name, term in row.items()} for row in rows]}
        else:
            terms = [term for quad in parse(text, RdfFormat.N_TRIPLES) for term in (quad.subject, quad.object)]
            found = [term for term in terms if isinstance(term, NamedNode)]
            told = {"statements": text.decode().splitlines()}
        return {"release": release, **told, "truncated": more, "sources": await sources_of(self._lookups, found)}

    async def _lines(self, question: Question, limit: int) -> tuple[list[bytes], bool, str]:
        """The first lines of an answer, whether there were more, and the release; the work ends with the last line."""
        lines: list[bytes] = []
        rest = b""
        size = 0
        async with aclosing(await self._backend.answer(question)) as blocks:
            async for block in blocks:
                size += len(block)
                *whole, rest = (rest + block).split(b"\n")
                lines += [line + b"\n" for line in whole]
                if len(lines) > limit or size > _ANSWER_BYTES:
                    return lines[:limit], True, blocks.release
            return [*lines, rest] if rest else lines, False, blocks.release


def _rows(results: bytes) -> list[Row]:
    solutions = parse_query_results(results, QueryResultsFormat.TSV)
    assert isinstance(solutions, QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    rows = ({name: solution[name] for name in names} for solution in solutions)
    return [{name: term for name, term in row.items() if isinstance(term, NamedNode | Literal)} for row in rows]
