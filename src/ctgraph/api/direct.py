"""One path that is led straight to its endpoint, past the router and the framework around it."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ctgraph.api.problems import from_error
from ctgraph.errors import CtgraphError


class Direct:
    """Inside all other middleware. An error before the answer has begun becomes a problem, as it does elsewhere;
    one after that leaves the application, and breaks the connection.
    """

    def __init__(self, app: ASGIApp, path: str, endpoint: ASGIApp) -> None:
        self._app = app
        self._path = path
        self._endpoint = endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != self._path:
            await self._app(scope, receive, send)
            return
        begun = False

        async def send_and_note(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._endpoint(scope, receive, send_and_note)
        except CtgraphError as error:
            if begun:
                raise RuntimeError("An answer failed after it had begun") from error
            await from_error(error)(scope, receive, send)
