"""Send an answer as it comes: the status line after its first block, a broken connection after a failure.

Once the status line is out, nothing but a broken connection says that an answer is not whole. So a failure
after the first block leaves the application as an exception: the server closes the connection without the
chunk that would end the body. A client that hangs up ends the work at once.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Coroutine
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ctgraph.store.backend import Blocks
from ctgraph.store.caching import KeptAnswer

Headers = dict[str, str]


class StreamedAnswer:
    """An ASGI application that sends the blocks of one answer.

    `start` begins the work and gives the blocks once the first is there; `headers` is asked after that,
    since only then it is known which release answers. An answer that came whole is made a response by `whole`,
    if that is given.
    """

    def __init__(
        self,
        start: Callable[[], Coroutine[Any, Any, Blocks]],
        headers: Callable[[Blocks], Headers],
        whole: Callable[[KeptAnswer], ASGIApp] | None = None,
    ) -> None:
        self._start = start
        self._headers = headers
        self._whole = whole

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        work = asyncio.create_task(self._send(scope, receive, send))
        gone = asyncio.create_task(_disconnected(receive))
        try:
            await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            gone.cancel()
            if not work.done():
                work.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await work

    async def _send(self, scope: Scope, receive: Receive, send: Send) -> None:
        blocks = await self._start()
        if self._whole is not None and isinstance(blocks, KeptAnswer):
            await self._whole(blocks)(scope, receive, send)
            return
        await self._stream(blocks, scope["method"] == "HEAD", send)

    async def _stream(self, blocks: Blocks, bodiless: bool, send: Send) -> None:
        async with contextlib.aclosing(blocks):
            message: Message = {"type": "http.response.start", "status": 200, "headers": []}
            MutableHeaders(raw=message["headers"]).update(self._headers(blocks))
            await send(message)
            if not bodiless:
                async for block in blocks:
                    await send({"type": "http.response.body", "body": block, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
