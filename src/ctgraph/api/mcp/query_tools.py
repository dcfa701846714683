"""The canned queries as tools, made of their headers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ctgraph.api.asking import JSON_RESULTS, Lookups, read_answer
from ctgraph.api.canned import Today
from ctgraph.api.mcp.sources import sources_of
from ctgraph.api.mcp.tools import LIMIT, OFFSET, Answer, Arguments, Schema, Tool
from ctgraph.api.schemas import query_parameter
from ctgraph.api.tables import cut
from ctgraph.questions.binding import bind
from ctgraph.questions.load import EVIDENCE, CannedQuery
from ctgraph.settings import Settings
from ctgraph.store.backend import Backend, Question


class QueryTools:
    """Answers canned queries; `today` is what the default `today` stands for."""

    def __init__(self, backend: Backend, settings: Settings, lookups: Lookups, today: Today) -> None:
        self._backend = backend
        self._seconds = settings.limits.seconds
        self._lookups = lookups
        self._today = today

    def tools(self, queries: Mapping[str, CannedQuery]) -> list[Tool]:
        """A tool for each query."""
        return [self._tool(query) for query in queries.values()]

    def _tool(self, query: CannedQuery) -> Tool:
        async def run(arguments: Arguments) -> Answer:
            return await self._answer(query, arguments, self._today())

        properties = {each.name: _schema(query_parameter(each)) for each in query.parameters}
        columns = "; ".join(f"{column.name}: {column.description.en}" for column in query.columns)
        return Tool(
            query.name,
            query.summary.en,
            f"{query.question.en} ({query.question.nl}) Columns: {columns}.",
            {**properties, "limit": LIMIT, "offset": OFFSET},
            tuple(each.name for each in query.parameters if each.required),
            run,
        )

    async def _answer(self, query: CannedQuery, arguments: Arguments, today: date) -> Answer:
        limit, offset = arguments.limit(), arguments.offset()
        given = arguments.texts()
        arguments.check()
        question = Question(bind(query, given, today, limit, offset), "select", JSON_RESULTS, self._seconds)
        results, release = await read_answer(self._backend, question)
        table = cut(results, [column.name for column in query.columns], limit)
        answer: Answer = {
            "query": query.name,
            "release": release,
            "rows": table.records(),
            "truncated": table.truncated,
        }
        if table.truncated:
            answer["nextOffset"] = offset + limit
        if not {column.name for column in EVIDENCE} <= {column.name for column in query.columns}:
            answer["sources"] = await sources_of(self._lookups, (term for row in table.rows for term in row.values()))
        return answer


def _schema(parameter: Schema) -> dict[str, Any]:
    """What an API description says of a parameter, as the schema of an argument."""
    return {**parameter["schema"], "description": parameter["description"], "examples": [parameter["example"]]}
