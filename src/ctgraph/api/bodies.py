"""The body of a request, read no further than is taken, and refused before that where its head says enough."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from ctgraph.api.problems import from_error
from ctgraph.errors import CtgraphError, UnknownCoding, UnsupportedMedia

_DIGITS: Final = 18
_CHUNKED: Final = "chunked"
_PLAIN: Final = ("", "identity")


class KnownCoding:
    """Refuses a body in a transfer coding beside chunks (RFC 9112, section 6.1): it would be read as if it had none."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            given = Headers(scope=scope).get("transfer-encoding", _CHUNKED)
            if given.strip().lower() != _CHUNKED:
                await from_error(UnknownCoding(given))(scope, receive, send)
                return
        await self._app(scope, receive, send)


async def read_body(request: Request, largest: int, too_large: Callable[[int], CtgraphError]) -> bytes:
    """The body; raises what `too_large` makes of its size, or of what has come of it; UnsupportedMedia if it is coded.

    A client that waits for 100 before it sends is told so before it does.
    """
    coding = request.headers.get("content-encoding", "").strip().lower()
    if coding not in _PLAIN:
        raise UnsupportedMedia(f"encoded as {coding}", ("it without Content-Encoding",))
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced[:_DIGITS]) > largest:
        raise too_large(int(announced[:_DIGITS]))
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > largest:
            raise too_large(len(body))
    return bytes(body)
