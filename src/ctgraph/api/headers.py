"""Headers that every answer carries, conditional requests, and CORS; pure ASGI."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

API_VERSION: Final = "1.0.0"
"""The version of the HTTP interface (semver); its major number stands in the paths as `/v1`."""

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_ALWAYS: Final = (
    ("API-Version", API_VERSION),
    ("Content-Security-Policy", _POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Access-Control-Allow-Origin", "*"),
    ("Access-Control-Expose-Headers", "API-Version, ETag, Link, Location, Retry-After"),
    ("Vary", "Accept, Accept-Encoding, Origin"),
    ("Cache-Control", "public, max-age=0, must-revalidate"),
)
_PREFLIGHT: Final = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}

_LISTS: Final = frozenset(
    {b"accept", b"accept-encoding", b"accept-language", b"content-encoding", b"if-none-match", b"transfer-encoding"}
)
"""Headers that hold lists, of those that are read here: several lines of them are one list."""


def standard_headers(scope: Scope) -> tuple[tuple[str, str], ...]:
    """The headers that an answer gets unless it has set them itself."""
    if scope.get("scheme") == "https":
        return (*_ALWAYS, ("Strict-Transport-Security", "max-age=31536000"))
    return _ALWAYS


@cache
def encoded(secure: bool) -> tuple[tuple[bytes, bytes], ...]:
    """The standard headers as they go out."""
    pairs = standard_headers({"scheme": "https" if secure else "http"})
    return tuple((name.lower().encode(), value.encode()) for name, value in pairs)


class StandardHeaders:
    """Sets the standard headers, answers CORS preflights, and serves HEAD under /v1 from the GET route."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        bodiless = scope["method"] == "HEAD" and scope["path"].startswith("/v1/")

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = message["headers"] = list(message.get("headers", ()))
                present = {name.lower() for name, _ in headers}
                headers += (pair for pair in encoded(scope.get("scheme") == "https") if pair[0] not in present)
            elif bodiless and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        if _is_preflight(scope):
            await Response(None, 204, _PREFLIGHT)(scope, receive, send_with_headers)
            return
        # FastAPI's routes take GET alone, and a second method would stand in the API description.
        inner = {**scope, "method": "GET"} if bodiless else scope
        await self._app(inner, receive, send_with_headers)


def _is_preflight(scope: Scope) -> bool:
    if scope["method"] != "OPTIONS":
        return False
    headers = Headers(scope=scope)
    return "origin" in headers and "access-control-request-method" in headers


def joined(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The headers of a request, the lines of each that holds a list as one line where the first of them stands.

    Who looks for such a header finds all of it, then (RFC 9110, section 5.3). The same list where nothing is to join.
    """
    names = [name for name, _ in headers if name in _LISTS]
    if len(names) == len(set(names)):
        return headers
    lines: dict[bytes, list[bytes]] = {}
    for name, value in headers:
        if name in _LISTS:
            lines.setdefault(name, []).append(value)
    found = []
    for name, value in headers:
        if name not in _LISTS:
            found.append((name, value))
        elif name in lines:
            found.append((name, b", ".join(lines.pop(name))))
    return found


def entity_tag(*parts: str, weak: bool = True) -> str:
    """The tag of an answer: the parts decide it, each apart from the next.

    Weak is for answers whose bytes may differ while they mean the same; strong for files.
    """
    digest = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8))
        digest.update(encoded)
    tag = f'"{digest.hexdigest()[:32]}"'
    return f"W/{tag}" if weak else tag


def is_current(scope: Scope, tag: str) -> bool:
    """True if If-None-Match names the tag; by weak comparison, as RFC 9110 wants for that header."""
    given = Headers(scope=scope).get("if-none-match")
    if given is None or scope["method"] not in {"GET", "HEAD"}:
        return False
    opaque = tag.removeprefix("W/")
    return any(item.strip().removeprefix("W/") in {opaque, "*"} for item in given.split(","))


def not_modified(tag: str) -> Response:
    """The answer to a client that already holds this."""
    return Response(None, 304, {"ETag": tag})
