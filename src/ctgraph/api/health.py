"""Whether the server lives and can answer, and its counters for Prometheus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_NO_STORE = {"Cache-Control": "no-store"}


class Health:
    """`ready` asks for the release, which raises ReleaseError while there is none."""

    def __init__(self, release: Callable[[], str], traffic: Counter[tuple[str, int]]) -> None:
        self._release = release
        self._traffic = traffic

    def routes(self) -> Sequence[Route]:
        return (
            Route("/health/live", self.live),
            Route("/health/ready", self.ready),
            Route("/metrics", self.metrics),
        )

    async def live(self, request: Request) -> Response:
        """The process runs."""
        return JSONResponse({"status": "live"}, headers=_NO_STORE)

    async def ready(self, request: Request) -> Response:
        """A release is there to answer from; otherwise a problem with status 503."""
        return JSONResponse({"status": "ready", "release": self._release()}, headers=_NO_STORE)

    async def metrics(self, request: Request) -> Response:
        """Requests by first part of the path and by status."""
        lines = [
            "# HELP ctgraph_requests_total Requests answered, by first part of the path and by status.",
            "# TYPE ctgraph_requests_total counter",
            *(
                f'ctgraph_requests_total{{area="{area}",status="{status}"}} {count}'
                for (area, status), count in sorted(self._traffic.items())
            ),
            "",
        ]
        media_type = "text/plain; version=0.0.4; charset=utf-8"
        return Response("\n".join(lines), 200, _NO_STORE, media_type)


class CountRequests:
    """Counts each answer when its status line goes out."""

    def __init__(self, app: ASGIApp, areas: frozenset[str], traffic: Counter[tuple[str, int]]) -> None:
        self._app = app
        self._areas = areas
        self._traffic = traffic

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        first = scope["path"].split("/", 2)[1] if "/" in scope["path"] else ""
        # Only the areas that there are, so that a scan of made-up paths makes no new counters.
        area = first if first in self._areas else "other"

        async def count(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._traffic[area, message["status"]] += 1
            await send(message)

        await self._app(scope, receive, count)
