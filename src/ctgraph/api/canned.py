"""The canned queries as an API: every `.rq` of `queries/questions/` is a route with typed parameters."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from ctgraph.api import schemas
from ctgraph.api.ahead import Reader
from ctgraph.api.headers import entity_tag, is_current, not_modified
from ctgraph.api.negotiate import choose
from ctgraph.api.paging import Page, Position, question_key
from ctgraph.api.parameters import ANYWHERE, PAGING, Parameters
from ctgraph.api.rdf import content_type
from ctgraph.api.responses import json_response, look
from ctgraph.api.shelf import keep_ready
from ctgraph.api.table_page import table_page
from ctgraph.api.tables import HTML, JSON, OFFERED, Table
from ctgraph.api.wording import language_of
from ctgraph.errors import NotFound, UnknownName
from ctgraph.questions.binding import substitute
from ctgraph.questions.load import CannedQuery
from ctgraph.questions.parameters import parse
from ctgraph.settings import Settings
from ctgraph.store.backend import Question
from ctgraph.store.caching import CachedBackend

Today = Callable[[], date]
Endpoint = Callable[[Request], Awaitable[Response]]


class CannedQueries:
    """Answers the canned queries; `today` is what the default `today` stands for."""

    def __init__(
        self, backend: CachedBackend, settings: Settings, queries: Mapping[str, CannedQuery], today: Today
    ) -> None:
        self._backend = backend
        self._limits = settings.limits
        self._keyed = not settings.store
        self._queries = queries
        self._today = today

    def router(self) -> APIRouter:
        """One route for the list, one that answers, and one for each query, by which it is described."""
        router = APIRouter(prefix="/v1/queries", tags=["queries"], redirect_slashes=False)
        router.add_api_route(
            "",
            self.catalog,
            operation_id="listQueries",
            summary="The canned queries with their parameters and columns",
            responses=schemas.catalog_responses(),
            response_model=None,
        )
        # Before the others: a name is looked up sooner than it is tried on sixty routes.
        router.add_api_route("/{name}", self._named, include_in_schema=False, response_model=None)
        for query in self._queries.values():
            router.add_api_route(
                f"/{query.name}",
                self._endpoint(query),
                operation_id=schemas.operation_id(query.name),
                summary=query.summary.en,
                description=f"{query.question.en}\n\n{query.question.nl}",
                responses=schemas.query_responses(query),
                openapi_extra={"parameters": schemas.query_parameters(query, self._limits)},
                response_model=None,
            )
        return router

    async def _named(self, request: Request) -> Response:
        """Answer a query by its name; tells the names that there are if it is none of them."""
        name: str = request.path_params["name"]
        if name not in self._queries:
            raise UnknownName("There is no such query", name[:200], tuple(self._queries))
        return await self.answer(self._queries[name], request)

    async def catalog(self, request: Request) -> Response:
        """What can be asked."""
        parameters = Parameters(request)
        parameters.refuse_unknown(ANYWHERE)
        parameters.check()
        choose(request.headers.get("accept"), (JSON,))
        tag = entity_tag(look(), *(query.text for query in self._queries.values()))
        if is_current(request.scope, tag):
            return not_modified(tag)
        listed = [schemas.described(query) for query in self._queries.values()]
        return json_response({"queries": listed}, {"ETag": tag})

    def _endpoint(self, query: CannedQuery) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            return await self.answer(query, request)

        return endpoint

    async def ask(self, name: str, request: Request, given: Mapping[str, str]) -> Response:
        """Answer a query under another address, which has read `given` off its path."""
        if name not in self._queries:
            raise NotFound(request.url.path)
        return await self.answer(self._queries[name], request, given)

    async def answer(self, query: CannedQuery, request: Request, given: Mapping[str, str] | None = None) -> Response:
        """One page of a query's rows, in the format asked for."""
        media_type = choose(request.headers.get("accept"), OFFERED)
        release = self._backend.release
        parameters = Parameters(request)
        sent = {**parameters.others((*PAGING, *ANYWHERE)), **(given or {})}
        today = self._today()
        values = parameters.read("parameters", lambda: parse(query, sent, today), None)
        reader = Reader(self._backend, query, values or {}, self._limits.seconds, self._keyed)
        asked = None if values is None else substitute(query.text, values)
        page = parameters.page(question_key(release, asked) if asked else None, self._limits, reader.parts)
        parameters.check()
        language = language_of(request)
        tag = entity_tag(look(), page.key, media_type, language, str(page.limit), page.cursor)
        if is_current(request.scope, tag):
            return not_modified(tag)
        found = await reader.read(page)
        if found.release != release:
            # Another release became current in between: what was read of the old one no longer holds.
            return await self.answer(query, request, given)
        keep_ready(request.scope, release)
        table = found.table
        following = parameters.next_address(page, found.keys) if table.truncated else None
        headers = {"ETag": tag}
        if following:
            headers["Link"] = f'<{following}>; rel="next"'
        if media_type == HTML:
            return Response(table_page(query, table, sent, following, language), 200, headers, content_type(HTML))
        if media_type == JSON:
            return json_response(_record(query.name, release, table, following), headers)
        return Response(table.written(media_type), 200, headers, content_type(media_type))


def first_page(backend: CachedBackend, query: CannedQuery, today: date, settings: Settings) -> Question:
    """What is asked for the first page of a query to which no parameter is given, with all the time there is."""
    values = parse(query, {}, today)
    reader = Reader(backend, query, values, settings.limits.max_seconds, not settings.store)
    return reader.question(Page(settings.limits.rows, Position(), ""))


def _record(name: str, release: str, table: Table, following: str | None) -> dict[str, Any]:
    return {
        "query": name,
        "release": release,
        "columns": list(table.columns),
        "rows": table.records(),
        "truncated": table.truncated,
        "next": following,
    }
