"""The body of a request, read no further than is taken, and refused before that where its head says enough."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from starlette.requests import Request

from ctgraph.errors import CtgraphError, UnsupportedMedia

_DIGITS: Final = 18
_PLAIN: Final = ("", "identity")


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
