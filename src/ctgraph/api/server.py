"""Run the application with uvicorn, until a signal ends it."""

from __future__ import annotations

import copy
import logging
from typing import Any, Final

import uvicorn
from uvicorn.config import LOGGING_CONFIG

from ctgraph.api.app import create_app
from ctgraph.errors import CtgraphError
from ctgraph.settings import Settings
from ctgraph.store.pool import EmbeddedStore

_GRACE_SECONDS: Final = 10
"""How long running answers may go on after the signal."""


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


def serve(settings: Settings) -> None:
    """Serve the current release on the host and port of `settings`; returns after SIGINT or SIGTERM.

    It builds nothing: without a release it answers 503 until there is one.
    """
    backend = EmbeddedStore(settings)
    uvicorn.Server(configuration(settings, backend)).run()


def configuration(settings: Settings, backend: EmbeddedStore) -> uvicorn.Config:
    """How uvicorn serves: no header that names the server, addresses of clients from a local proxy only."""
    config = uvicorn.Config(
        create_app(settings, backend, warm=backend.start),
        host=settings.host,
        port=settings.port,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips="127.0.0.1",
        timeout_graceful_shutdown=_GRACE_SECONDS,
        log_config=_log_to_standard_error(),
    )
    logging.getLogger("uvicorn.error").addFilter(BrokenAnswers())
    return config


def _log_to_standard_error() -> dict[str, Any]:
    """Uvicorn's own set-up, but for the stream of its access log: standard output is for data."""
    config = copy.deepcopy(LOGGING_CONFIG)
    config["handlers"]["access"]["stream"] = "ext://sys.stderr"
    return config
