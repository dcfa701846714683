"""Who asks: the address of the peer, or of the client that a trusted proxy names (uvicorn sees to that)."""

from __future__ import annotations

import ipaddress

from starlette.types import ASGIApp, Receive, Scope, Send

from ctgraph.store.clients import CLIENT


def client_of(scope: Scope) -> str:
    """The client of a request."""
    return network_of(str((scope.get("client") or ("unknown",))[0]))


def network_of(host: str) -> str:
    """Whom an address stands for. An IPv6 client is its network of 64 bits, which one user has whole."""
    if ":" not in host:
        return host
    try:
        return str(ipaddress.IPv6Network((host.partition("%")[0], 64), strict=False))
    except ValueError:
        return host


class NameClient:
    """Puts the client into the context of its request, where the pool of workers finds it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            CLIENT.set(client_of(scope))
        await self._app(scope, receive, send)
