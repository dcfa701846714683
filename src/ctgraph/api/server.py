"""Run the application with uvicorn, until a signal ends it."""

from __future__ import annotations

import asyncio
import logging
import math
import resource
import sys
from collections.abc import Callable, Sequence
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING, Final

import uvicorn
from starlette.types import ASGIApp

from ctgraph.api.annotating import TextReader
from ctgraph.api.app import create_app
from ctgraph.api.connection import Connection
from ctgraph.api.fronts import Place, listening, run_fronts
from ctgraph.api.summing import SummedFigures
from ctgraph.errors import CtgraphError
from ctgraph.settings import Settings
from ctgraph.store.pool import EmbeddedStore

if TYPE_CHECKING:
    from ctgraph.store.remote.backend import RemoteBackend


_DESCRIPTORS: Final = 65_536


class BrokenAnswers(logging.Filter):
    """Says in one line that an answer was broken off, where uvicorn would print a traceback.

    A deadline that passes in the middle of an answer is no defect; anything else keeps its traceback.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        cause = error.__cause__ if isinstance(error, RuntimeError) else error
        if isinstance(cause, CtgraphError):
            record.msg, record.args, record.exc_info = "Answer broken off: %s", (cause.code,), None
        return True


def serve(
    settings: Settings,
    reader: Callable[[Settings], TextReader] | None = None,
    bound: Callable[[int], None] = lambda port: None,
) -> None:
    """Serve the current release on the host and port of `settings`; returns after SIGINT or SIGTERM,
    once the answers under way are given.

    It builds nothing: without a release it answers 503 until there is one. `reader` makes what reads texts that clients
    send. `bound` hears the port once it is ours; with port 0 the system chose it. Raises ServeError for an address that
    is taken, before any worker starts.
    """
    _allow_connections()
    if settings.processes > 1:
        run_fronts(settings, partial(_serve_at, reader), bound)
        return
    with listening(settings.host, settings.port) as listener:
        bound(listener.getsockname()[1])
        _server(settings, reader).run(sockets=[listener])


def _allow_connections() -> None:
    """Have as many descriptors as the system lets, up to a sensible number: each idle connection takes one."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _DESCRIPTORS if hard == resource.RLIM_INFINITY else min(hard, _DESCRIPTORS)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _serve_at(reader: Callable[[Settings], TextReader] | None, settings: Settings, place: Place) -> None:
    """Serve as one of several."""
    _server(settings, reader, place.others).run(sockets=[place.shared, place.own])


class _Server(uvicorn.Server):
    """Ends at once by a second signal, whichever; uvicorn heeds a second SIGINT only."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.force_exit = self.should_exit
        super().handle_exit(sig, frame)


def _server(
    settings: Settings, reader: Callable[[Settings], TextReader] | None, others: Sequence[int] = ()
) -> uvicorn.Server:
    texts = reader(settings) if reader else None
    return _Server(configuration(settings, _backend(settings), texts, others))


def _backend(settings: Settings) -> EmbeddedStore | RemoteBackend:
    """The store of the settings; what speaks to one elsewhere is loaded for that only."""
    if not settings.store:
        return EmbeddedStore(settings)
    from ctgraph.store.remote.backend import RemoteBackend  # noqa: PLC0415 - few servers need it, all would wait

    return RemoteBackend(settings)


def configuration(
    settings: Settings,
    backend: EmbeddedStore | RemoteBackend,
    reader: TextReader | None = None,
    others: Sequence[int] = (),
) -> uvicorn.Config:
    """How uvicorn serves: no header that names the server, addresses of clients from a local proxy only.

    `others` are the ports at which other front-door processes tell their figures.
    """
    log = Lines().write if settings.request_log else None
    app: ASGIApp = create_app(settings, backend, warm=backend.start, reader=reader, log=log)
    config = uvicorn.Config(
        SummedFigures(app, others) if others else app,
        host=settings.host,
        port=settings.port,
        http=Connection,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=settings.proxies,
        timeout_graceful_shutdown=math.ceil(settings.limits.max_seconds),  # every running answer has its time
        access_log=False,
    )
    logging.getLogger("uvicorn.error").addFilter(BrokenAnswers())
    return config


class Lines:
    """Writes lines to standard error, since standard output is for data, all of one round of the event loop at once."""

    def __init__(self) -> None:
        self._pending: list[str] = []

    def write(self, line: str) -> None:
        """Write a line when this round is over."""
        if not self._pending:
            asyncio.get_running_loop().call_soon(self._flush)
        self._pending.append(line)

    def _flush(self) -> None:
        lines, self._pending = self._pending, []
        sys.stderr.write("".join(lines))
