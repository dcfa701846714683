"""Answers compressed as the client accepts: zstd before br before gzip, and small ones not at all.

What comes as a stream is compressed as it comes. Dumps are left alone: they are files with a length and a
checksum, and stand there compressed already.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import brotli
import zstandard
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette_compress import CompressMiddleware, add_compress_type

from ctgraph.store.formats import GRAPHS, RESULTS

SMALLEST: Final = 500
"""Bytes; below it the headers cost more than the body saves."""
_LEVELS: Final = {"zstd": 4, "br": 4, "gzip": 4}
_UNTOUCHED: Final = "/export/"
READY: Final = "ctgraph.ready"
"""The key of the ASGI scope under which `Compression` leaves the way for what is as it should go out."""


@lru_cache(maxsize=256)
def coding_for(accepted: str) -> str:
    """The first of our codings that an Accept-Encoding header allows; empty if none.

    >>> coding_for("gzip, br;q=0.5, zstd;q=0"), coding_for("*"), coding_for("identity")
    ('br', 'zstd', '')
    """
    weights: dict[str, float] = {}
    for element in accepted.lower().split(","):
        name, _, parameter = element.partition(";")
        weights[name.strip()] = _weight(parameter)
    otherwise = weights.get("*", 0.0)
    return next((name for name in _LEVELS if weights.get(name, otherwise) > 0), "")


def _weight(parameter: str) -> float:
    name, _, value = parameter.partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


def compressor(coding: str) -> Callable[[bytes], bytes]:
    """What makes a whole body into the coding."""
    level = _LEVELS[coding]
    if coding == "zstd":
        return zstandard.ZstdCompressor(level=level).compress
    if coding == "br":
        return lambda body: brotli.compress(body, quality=level)
    return lambda body: gzip.compress(body, level, mtime=0)


def ready(response: ASGIApp) -> ASGIApp:
    """The response, sent past the compression: it is compressed already, or too small for it."""

    async def send_past(scope: Scope, receive: Receive, send: Send) -> None:
        await response(scope, receive, scope.get(READY, send))

    return send_past


class Compression:
    """Compresses what the application answers, unless it did so itself. Inside `StandardHeaders`, which set Vary."""

    def __init__(self, app: ASGIApp) -> None:
        add_compress_type("application/problem+json")
        for media_type in (*RESULTS, *GRAPHS):
            add_compress_type(media_type, streaming=True)  # each block leaves when it is there
        self._plain = app
        self._compressed = CompressMiddleware(
            app,
            minimum_size=SMALLEST,
            zstd_level=_LEVELS["zstd"],
            brotli_quality=_LEVELS["br"],
            gzip_level=_LEVELS["gzip"],
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(_UNTOUCHED):
            await self._plain(scope, receive, send)
            return

        async def send_with_own_tag(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                # A strong tag means these bytes; compressed ones are others with the same meaning.
                if "content-encoding" in headers and headers.get("etag", "").startswith('"'):
                    headers["ETag"] = f"W/{headers['etag']}"
                _say_once(headers)
            await send(message)

        scope[READY] = send
        await self._compressed(scope, receive, send_with_own_tag)


def _say_once(headers: MutableHeaders) -> None:
    """Take out what the middleware adds to a Vary that says it, or that has yet to be set."""
    varies, _, last = headers.get("vary", "").rpartition(", ")
    if last == "Accept-Encoding" and not varies:
        del headers["Vary"]
    elif last == "Accept-Encoding" and last in varies:
        headers["Vary"] = varies
