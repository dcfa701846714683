"""Answers compressed as the client accepts: by its weights, then zstd before br before gzip, and small ones not at all.

What comes as a stream is compressed as it comes. Dumps are left alone: they are files with a length and a
checksum, and stand there compressed already.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

import brotli
import zstandard
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette_compress import CompressMiddleware, add_compress_type

from ctgraph.api.headers import joined
from ctgraph.store.formats import GRAPHS, RESULTS

SMALLEST: Final = 500
"""Bytes; below it the headers cost more than the body saves."""
_LEVELS: Final = {"zstd": 4, "br": 4, "gzip": 4}
_ACCEPTED: Final = b"accept-encoding"
# A weight: `0`, `0.5`, `1.000`, `.2`. Must not match `1.5`, `-1`, `nan`, `inf`, `1e9`, ``.
_WEIGHT: Final = re.compile(r"0?\.\d{1,9}|0\.?|1(?:\.0{0,3})?", re.ASCII)
_UNTOUCHED: Final = "/export/"
READY: Final = "ctgraph.ready"
"""The key of the ASGI scope under which `Compression` leaves the way for what is as it should go out."""


@lru_cache(maxsize=256)
def coding_for(accepted: str) -> str:
    """The one of our codings to which an Accept-Encoding header gives most weight, of equals our first; empty for none.

    >>> coding_for("gzip, br;q=0.5, zstd;q=0"), coding_for("*"), coding_for("identity, gzip;q=0.5")
    ('gzip', 'zstd', '')
    """
    weights: dict[str, float] = {}
    for element in accepted.lower().split(","):
        name, *parameters = element.split(";")
        weights[name.strip()] = min((_weight(each) for each in parameters), default=1.0)
    otherwise = weights.get("*", 0.0)
    wanted = {name: weights.get(name, otherwise) for name in _LEVELS}
    best = max(wanted, key=wanted.__getitem__)
    return best if wanted[best] > 0 and wanted[best] >= weights.get("identity", 0.0) else ""


def _weight(parameter: str) -> float:
    name, _, value = parameter.partition("=")
    if name.strip() != "q":
        return 1.0
    return float(value) if _WEIGHT.fullmatch(value.strip()) else 0.0


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
        scope["headers"] = _chosen(scope["headers"])
        await self._compressed(scope, receive, send_with_own_tag)


def _chosen(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The headers with the one coding that is to be used: the middleware that uses it heeds no weights."""
    found = joined(list(headers))
    return [(name, _coding(value) if name == _ACCEPTED else value) for name, value in found]


def _coding(accepted: bytes) -> bytes:
    return coding_for(accepted.decode("latin-1")).encode() or b"identity"


def _say_once(headers: MutableHeaders) -> None:
    """Take out what the middleware adds to a Vary that says it, or that has yet to be set."""
    varies, _, last = headers.get("vary", "").rpartition(", ")
    if last == "Accept-Encoding" and not varies:
        del headers["Vary"]
    elif last == "Accept-Encoding" and last in varies:
        headers["Vary"] = varies
