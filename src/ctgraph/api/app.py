"""The web application: every route in one place.

FastAPI serves /v1, whose description it makes; /sparql is plain ASGI past its router, and the pages are Starlette
routes of the same app.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import Route

from ctgraph import assets
from ctgraph.api import openapi, problems
from ctgraph.api.addresses import BasePath, WellFormedHost
from ctgraph.api.annotating import Annotating, NoReader, TextReader
from ctgraph.api.asking import Lookups, read_templates
from ctgraph.api.bodies import KnownCoding
from ctgraph.api.canned import CannedQueries
from ctgraph.api.catalogue import Catalogue
from ctgraph.api.citations import Citations
from ctgraph.api.clients import NameClient
from ctgraph.api.collections.load import load_collections
from ctgraph.api.collections.routes import CollectionRoutes
from ctgraph.api.compression import Compression
from ctgraph.api.direct import Direct
from ctgraph.api.documents import Documents
from ctgraph.api.doors import DOORS, Doors
from ctgraph.api.exports import Exports
from ctgraph.api.express import EXPRESS, Express
from ctgraph.api.feed.service import Feeds
from ctgraph.api.feed.stream_service import EventStream
from ctgraph.api.files import static_route
from ctgraph.api.fragments.service import Fragments
from ctgraph.api.general import General
from ctgraph.api.headers import API_VERSION, StandardHeaders
from ctgraph.api.health import Health
from ctgraph.api.lookup_paths import LookupPaths
from ctgraph.api.metrics import Metrics
from ctgraph.api.names import Names
from ctgraph.api.ontology import Ontology
from ctgraph.api.part_exports import PartExports
from ctgraph.api.reconcile.service import Reconciliation
from ctgraph.api.request_log import Ledger, RequestLog, Write
from ctgraph.api.resources import Resources
from ctgraph.api.searching import Search
from ctgraph.api.shelf import SHELF, Shelf, Shelving
from ctgraph.api.sparql import ENDPOINT, SparqlEndpoint
from ctgraph.api.warming import Warming
from ctgraph.errors import CtgraphError, ReleaseError
from ctgraph.questions.load import catalog
from ctgraph.settings import Settings
from ctgraph.store.backend import Backend
from ctgraph.store.caching import CachedBackend


def _today() -> date:
    return _day(int(time.time()) // 86_400)


@lru_cache(maxsize=1)
def _day(number: int) -> date:
    """The day so many days after the first of 1970, by UTC; made once, since every repeated answer asks for it."""
    return date(1970, 1, 1) + timedelta(days=number)


async def _nothing() -> None:
    """Warm nothing up."""


def create_app(
    settings: Settings,
    backend: Backend,
    *,
    today: Callable[[], date] = _today,
    warm: Callable[[], Awaitable[None]] = _nothing,
    reader: TextReader | None = None,
    log: Write | None = None,
) -> FastAPI:
    """The application that answers from `backend`, and closes it at the end.

    `today` is the day that parameters such as `asOf` have by default. `warm` is awaited before the first
    request; while there is no release, it may raise ReleaseError. `reader` reads texts that clients send, and is
    closed at the end too. `log` takes the line of each request.
    """
    texts = reader or NoReader()
    cached = CachedBackend(backend, settings.cache)
    metrics = Metrics()
    ledger = Ledger(metrics, log)
    shelf = Shelf(cached, settings.cache.total_bytes, today, ledger)
    queries = assets.folder("queries")
    warming = Warming(cached, settings, catalog(queries).values(), today)
    lookups = Lookups(cached, settings, read_templates(queries / "resources"))
    endpoint = SparqlEndpoint(cached, settings, lookups)
    doors = Doors(settings)
    metrics.include(doors)
    state: dict[str, Any] = {DOORS: doors, SHELF: shelf}
    app = _bare(_lifespan(warm, warming, state, (cached, texts)))
    paths = _add_routes(app, settings, cached, lookups, today, metrics)
    state[EXPRESS] = Express(endpoint, paths, shelf, ledger, settings.proxies)
    app.add_middleware(Direct, path=ENDPOINT, endpoint=endpoint)
    app.include_router(Annotating(texts).router())
    _know_routes(app, metrics)
    _add_middleware(app, shelf, ledger)
    return app


def _bare(lifespan: Callable[[FastAPI], AbstractAsyncContextManager[dict[str, Any]]]) -> FastAPI:
    """The application without a route; the description of the API and its pages are our own."""
    return FastAPI(
        title="ctgraph",
        version=API_VERSION,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
        exception_handlers=_handlers(),
    )


def _lifespan(
    warm: Callable[[], Awaitable[None]], warming: Warming, state: dict[str, Any], used: tuple[CachedBackend, TextReader]
) -> Callable[[FastAPI], AbstractAsyncContextManager[dict[str, Any]]]:
    """What is done before the first request and after the last; connections get the state, what is `used` is closed."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[dict[str, Any]]:
        with suppress(ReleaseError):
            await warm()
        task = asyncio.create_task(warming.run())
        yield state
        task.cancel()
        backend, texts = used
        await backend.close()
        texts.close()

    return lifespan


def _know_routes(app: FastAPI, metrics: Metrics) -> None:
    """The metrics know the routes by their patterns."""
    for path in ("/v1", ENDPOINT):
        metrics.know(path)
    for route in app.routes:
        if isinstance(route, Route):
            metrics.know(route.path)


def _add_middleware(app: FastAPI, shelf: Shelf, ledger: Ledger) -> None:
    """What every request passes, the last one first."""
    app.add_middleware(KnownCoding)
    app.add_middleware(WellFormedHost)
    app.add_middleware(Compression)
    app.add_middleware(StandardHeaders)
    app.add_middleware(NameClient)
    app.add_middleware(RequestLog, ledger=ledger)
    app.add_middleware(Shelving, shelf=shelf)
    app.add_middleware(BasePath)


def _add_routes(
    app: FastAPI,
    settings: Settings,
    backend: CachedBackend,
    lookups: Lookups,
    today: Callable[[], date],
    metrics: Metrics,
) -> LookupPaths:
    """Every route; the endpoint is none, but the innermost middleware: it is asked most. Gives the lookups by path."""
    folder = assets.folder("queries")
    queries = catalog(folder)
    canned = CannedQueries(backend, settings, queries, today)
    exports = Exports(settings, backend)
    described = load_collections(folder / "lookups")
    documents = Documents(lookups, settings, canned, exports.text, described)
    collections = CollectionRoutes(lookups, settings, described)
    routers = [each.router() for each in (documents, canned, collections)]
    routers.append(Search(lookups, settings).router())
    # Routes are tried in their order: what is looked up most comes first.
    for router in routers:
        app.include_router(router)
    app.router.routes.extend(
        (
            *General(lambda: openapi.describe(app, settings.contact), queries, backend, exports).routes(),
            *Resources(lookups).routes(),
            *Ontology(lookups).routes(),
            *Catalogue(settings, exports).routes(),
            *Citations(lookups, exports, queries, today).routes(),
            *exports.routes(),
            *PartExports(lookups).routes(),
            *Health(backend, metrics).routes(),
            static_route(),
            *Reconciliation(lookups, Names(lookups)).routes(),
            *Fragments(lookups).routes(),
            *Feeds(lookups, settings).routes(),
            *EventStream(lookups, settings).routes(),
        )
    )
    return LookupPaths(routers)


def _handlers() -> dict[Any, Any]:
    return {
        CtgraphError: problems.answer_error,
        HTTPException: problems.answer_http,
        RequestValidationError: problems.answer_invalid,
        Exception: problems.answer_defect,
    }
