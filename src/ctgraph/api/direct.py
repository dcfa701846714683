"""What is led straight to its answer, past router and framework: one path, and what was found before them."""

from __future__ import annotations

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ctgraph.api.problems import from_error
from ctgraph.errors import CtgraphError

FOUND: Final = "ctgraph.found"
"""The key of the ASGI scope under which the connection leaves what answers a request that it has asked."""


class Raised:
    """What an endpoint raised before the application was entered: raised there, as if it had been asked there."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        raise self._error


class Direct:
    """Inside all other middleware. An error before the answer has begun becomes a problem, as it does elsewhere;
    one after that leaves the application, and breaks the connection.
    """

    def __init__(self, app: ASGIApp, path: str, endpoint: ASGIApp) -> None:
        self._app = app
        self._path = path
        self._endpoint = endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        endpoint = self._endpoint_of(scope)
        if endpoint is None:
            await self._app(scope, receive, send)
            return
        begun = False

        async def send_and_note(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await endpoint(scope, receive, send_and_note)
        except CtgraphError as error:
            if begun:
                raise RuntimeError("An answer failed after it had begun") from error
            await from_error(error)(scope, receive, send)

    def _endpoint_of(self, scope: Scope) -> ASGIApp | None:
        if scope["type"] != "http":
            return None
        found: ASGIApp | None = scope.get(FOUND)
        return self._endpoint if scope["path"] == self._path else found
