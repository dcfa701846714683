"""The first page, the API description, and what problem codes mean."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ctgraph import errors
from ctgraph.api import pages
from ctgraph.api.exports import Exports
from ctgraph.api.responses import html_response, json_page, redirect
from ctgraph.api.wording import language_of
from ctgraph.errors import CtgraphError, NotFound, ReleaseError
from ctgraph.questions.load import CannedQuery
from ctgraph.store.backend import Backend


class General:
    """The routes that are about no thing; `describe` makes the API description, once it is asked for."""

    def __init__(
        self,
        describe: Callable[[], dict[str, Any]],
        queries: Mapping[str, CannedQuery],
        backend: Backend,
        exports: Exports,
    ) -> None:
        self._describe = describe
        self._queries = queries
        self._backend = backend
        self._exports = exports
        self._description: dict[str, Any] = {}

    def routes(self) -> tuple[Route, ...]:
        return (
            Route("/", self.landing),
            Route("/docs", self.docs),
            Route("/v1/openapi.json", self.openapi),
            Route("/problem/{code}", self.problem),
        )

    async def landing(self, request: Request) -> Response:
        """What this is, and what can be asked."""
        language = language_of(request)
        try:
            release, counts = self._backend.release, self._exports.counts()
        except ReleaseError:
            release, counts = None, {}
        return html_response(request, pages.landing_page(self._queries.values(), release, counts, language), language)

    async def docs(self, request: Request) -> Response:
        """The API description for people."""
        language = language_of(request)
        return html_response(request, pages.docs_page(self._described(), _problem_codes(), language), language)

    async def openapi(self, request: Request) -> Response:
        """The API description for programs."""
        return json_page(request, self._described())

    async def problem(self, request: Request) -> Response:
        """The address that a problem gives as its type: its place on the page of the API."""
        code = request.path_params["code"]
        if code not in _problem_codes():
            raise NotFound(request.url.path)
        return redirect(303, f"/docs#problem-{code}")

    def _described(self) -> dict[str, Any]:
        if not self._description:
            self._description = self._describe()
        return self._description


def _problem_codes() -> dict[str, str]:
    """Each code with the first sentence of its class's docstring."""
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, CtgraphError)]
    return {kind.code: (kind.__doc__ or "").strip().splitlines()[0] for kind in sorted(kinds, key=_by_code)}


def _by_code(kind: type[CtgraphError]) -> str:
    return kind.code
