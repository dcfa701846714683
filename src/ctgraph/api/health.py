"""Whether the server lives and can answer, and its figures for Prometheus."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ctgraph.api.metrics import Metrics
from ctgraph.store.backend import Backend
from ctgraph.store.figures import Measured

_NO_STORE = {"Cache-Control": "no-store"}


class Health:
    """`ready` asks for the release, which raises ReleaseError while there is none."""

    def __init__(self, backend: Backend, metrics: Metrics) -> None:
        self._backend = backend
        self._metrics = metrics

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
        return JSONResponse({"status": "ready", "release": self._backend.release}, headers=_NO_STORE)

    async def metrics(self, request: Request) -> Response:
        """Requests and their time, and what the backend counts: workers, queues, answers kept."""
        figures = self._backend.figures() if isinstance(self._backend, Measured) else iter(())
        media_type = "text/plain; version=0.0.4; charset=utf-8"
        return Response(self._metrics.text(figures), 200, _NO_STORE, media_type)
