"""Errors as application/problem+json (RFC 9457), in one shape for every route.

The one place where an exception becomes an answer: CtgraphError, the router's 404 and 405, FastAPI's
validation (as 400 with all wrong parameters together, never 422), and, without internals, defects.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ctgraph.api.headers import standard_headers
from ctgraph.errors import CtgraphError, InvalidParameters, MethodNotAllowed, NotFound, UsageError, Withdrawn
from ctgraph.namespaces import BASE

MEDIA_TYPE: Final = "application/problem+json"
_RETRY_SECONDS: Final = 5
"""What a refused client is told to wait where the error itself does not say."""


def problem(status: int, code: str, detail: str, more: Mapping[str, Any] | None = None) -> Response:
    """The problem document; members of `more` follow the standard ones."""
    body = {
        "type": f"{BASE}problem/{code}",
        "title": title(code),
        "status": status,
        "detail": detail,
        "code": code,
        **(more or {}),
    }
    content = json.dumps(body, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")
    return Response(content, status, {"Cache-Control": "no-store"}, MEDIA_TYPE)


def title(code: str) -> str:
    """The title of a problem: its code as words."""
    return code.replace("-", " ").capitalize()


def from_error(error: CtgraphError) -> Response:
    """The answer that an error of ours becomes."""
    members = {
        name: getattr(error, name)
        for name in ("line", "column", "measure", "found", "limit", "errors", "correction")
        if hasattr(error, name)
    }
    if isinstance(error, UsageError) and "errors" not in members:
        members["errors"] = ({"name": error.given, "detail": str(error)},)
    response = problem(error.status, error.code, str(error), members)
    if error.status in {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}:
        response.headers["Retry-After"] = str(getattr(error, "retry_after", _RETRY_SECONDS))
    if isinstance(error, Withdrawn):
        response.headers["Link"] = f'<{error.correction["iri"]}>; rel="describedby"'
    if isinstance(error, MethodNotAllowed):
        response.headers["Allow"] = ", ".join(error.allowed)
    return response


async def answer_error(request: Request, error: Exception) -> Response:
    """Starlette's handler for CtgraphError."""
    assert isinstance(error, CtgraphError)
    return from_error(error)


async def answer_http(request: Request, error: Exception) -> Response:
    """Starlette's handler for what the router refuses."""
    assert isinstance(error, HTTPException)
    if error.status_code == HTTPStatus.NOT_FOUND:
        return from_error(NotFound(request.url.path))
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        allowed = _allowed((error.headers or {}).get("Allow", "GET"))
        if request.method == "OPTIONS":
            return Response(None, 204, {"Allow": ", ".join(allowed)})
        return from_error(MethodNotAllowed(request.method[:20], allowed))
    code = HTTPStatus(error.status_code).phrase.lower().replace(" ", "-")
    return problem(error.status_code, code, str(error.detail))


def _allowed(named: str) -> list[str]:
    """The methods of an address, with those that no route names: HEAD where there is GET, and OPTIONS."""
    methods = {*named.split(", "), "OPTIONS"}
    return sorted(methods | {"HEAD"} if "GET" in methods else methods)


async def answer_invalid(request: Request, error: Exception) -> Response:
    """FastAPI's handler for parameters that do not validate."""
    assert isinstance(error, RequestValidationError)
    found = [(str(item["loc"][-1]), str(item["msg"])) for item in error.errors()]
    return from_error(InvalidParameters(found))


async def answer_defect(request: Request, error: Exception) -> Response:
    """The handler for anything else: says nothing of the inside; the server's log has it.

    It runs outside the middleware that sets the standard headers, so it sets them itself.
    """
    response = problem(500, "internal-error", "Something went wrong here. It has been logged.")
    for name, value in standard_headers(request.scope):
        response.headers.setdefault(name, value)
    return response
