"""The lookups by their paths, for those who ask past FastAPI.

Its routes stay the contract: they are described, and the application answers by them. But their endpoints take the
request and nothing else, and give a response; so FastAPI has nothing to read for them, to check or to make. One that
takes more is left to it.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Awaitable, Callable, Iterable
from typing import NamedTuple

from fastapi import APIRouter
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

Endpoint = Callable[[Request], Awaitable[Response]]


class Lookup(NamedTuple):
    """What answers a path, and what it reads off it."""

    endpoint: Endpoint
    parameters: dict[str, str]


class LookupPaths:
    """Finds what answers a path, of the routes of some routers, which are tried in their order."""

    def __init__(self, routers: Iterable[APIRouter]) -> None:
        self._areas: dict[str, list[tuple[re.Pattern[str], Endpoint | None]]] = {}
        for route in (route for router in routers for route in router.routes):
            if isinstance(route, APIRoute) and route.methods == {"GET"}:
                alone = list(inspect.signature(route.endpoint).parameters) == ["request"]
                endpoint: Endpoint | None = route.endpoint if alone else None
                self._areas.setdefault(_area(route.path), []).append((route.path_regex, endpoint))

    def find(self, path: str) -> Lookup | None:
        """What answers a GET of the path; None if no lookup does."""
        for pattern, endpoint in self._areas.get(_area(path), ()):
            found = pattern.match(path)
            if found is not None:
                return Lookup(endpoint, found.groupdict()) if endpoint else None
        return None


def _area(path: str) -> str:
    """The first two steps of a path, which the routes here spell out: `/v1/documents`."""
    return "/".join(path.split("/", 3)[:3])
