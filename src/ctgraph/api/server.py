"""Run the application with uvicorn, until a signal ends it."""

from __future__ import annotations

import asyncio
import logging
import math
import socket
import sys
from contextlib import ExitStack

import uvicorn

from ctgraph.api.annotating import TextReader
from ctgraph.api.app import create_app
from ctgraph.api.connection import Connection
from ctgraph.errors import CtgraphError, ServeError
from ctgraph.settings import Settings
from ctgraph.store.pool import EmbeddedStore


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


def serve(settings: Settings, reader: TextReader | None = None) -> None:
    """Serve the current release on the host and port of `settings`; returns after SIGINT or SIGTERM,
    once the answers under way are given.

    It builds nothing: without a release it answers 503 until there is one. Raises ServeError for an address that is
    taken, before any worker starts.
    """
    with _listening(settings.host, settings.port) as listener:
        backend = EmbeddedStore(settings)
        uvicorn.Server(configuration(settings, backend, reader)).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    """A socket at the address; uvicorn itself would end the process with a code that means something else here."""
    with ExitStack() as opened:
        try:
            family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
            listener = opened.enter_context(socket.socket(family))
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
        except OSError as error:
            raise ServeError(host, port, error.strerror or str(error)) from error
        opened.pop_all()
    return listener


def configuration(settings: Settings, backend: EmbeddedStore, reader: TextReader | None = None) -> uvicorn.Config:
    """How uvicorn serves: no header that names the server, addresses of clients from a local proxy only."""
    config = uvicorn.Config(
        create_app(
            settings,
            backend,
            warm=backend.start,
            reader=reader,
            log=Lines().write if settings.request_log else None,
        ),
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
    """Writes lines to standard error, since standard output is for data: those of one round of the event loop at once."""

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
