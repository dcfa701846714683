"""Between the IRIs of the data and the paths of this server.

The data's IRIs live under one base whatever host serves them, and the server's paths mirror them. So a
page links to local paths, and `/id/…` finds its thing under the base.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from ctgraph.api.problems import from_error
from ctgraph.errors import MalformedHost
from ctgraph.namespaces import BASE, CONCEPT, DEF, GRAPH, ID, RELEASE, SHAPE

BASE_PATH: Final = urlsplit(BASE).path
"""The path that every IRI of the data begins with: `/ctgraph/`."""

# A host with or without its port: example.org, 127.0.0.1:8000, [::1]:8000. Must not match spaces, quotes,
# slashes or percent signs, of which an address would be made that leads elsewhere or nowhere.
_HOST: Final = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?", re.ASCII)
_LAST_PORT: Final = 65_535


def local_path(iri: str) -> str | None:
    """The path on this server that describes the IRI; None for an IRI of others.

    >>> local_path("https://w3id.org/ctgraph/def#Motion")
    '/def#Motion'
    """
    if iri.startswith(ID):
        return f"/doc/{iri[len(ID) :]}"
    if iri.startswith((DEF, SHAPE, CONCEPT, GRAPH, RELEASE)):
        return f"/{iri[len(BASE) :]}"
    return None


class BasePath:
    """Takes the full path of a canonical IRI too, whatever the host: `/ctgraph/id/…` is `/id/…`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(BASE_PATH):
            scope = {**scope, "path": scope["path"][len(BASE_PATH) - 1 :]}
        await self._app(scope, receive, send)


class WellFormedHost:
    """Refuses a request whose Host header is malformed, missing or there twice (RFC 9112, section 3.2)."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            hosts = Headers(scope=scope).getlist("host")
            too_few = not hosts and scope["http_version"] != "1.0"
            if too_few or len(hosts) > 1 or not all(map(is_host, hosts)):
                await from_error(MalformedHost(hosts))(scope, receive, send)
                return
        await self._app(scope, receive, send)


def is_host(host: str) -> bool:
    """True for a host, with or without a port.

    >>> is_host("[::1]:8000"), is_host("a b"), is_host("example.org:70000")
    (True, False, False)
    """
    if _HOST.fullmatch(host) is None:
        return False
    port = host.rpartition("]")[2].partition(":")[2]
    return not port or int(port) <= _LAST_PORT
