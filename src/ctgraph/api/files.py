"""Files as answers: stored texts, dumps, and the style and script of the pages."""

from __future__ import annotations

from contextlib import suppress
from email.utils import parsedate_to_datetime
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from ctgraph.api.headers import entity_tag, is_current, not_modified
from ctgraph.api.problems import from_error
from ctgraph.errors import NotFound, RangeNotSatisfiable

_STATIC: Final = Path(__file__).parent / "static"
_TYPES: Final = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}


class StoredFile(FileResponse):
    """A file that never changes under its strong tag; in blocks of 1 MiB, with ranges, and 304."""

    chunk_size = 1024 * 1024

    def __init__(self, path: Path, media_type: str, tag: str, filename: str | None = None) -> None:
        super().__init__(path, 200, {"ETag": tag}, media_type, filename=filename)
        self._tag = tag

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        if is_current(scope, self._tag) or self._is_held(headers):
            await not_modified(self._tag)(scope, receive, send)
            return
        refused = False

        async def send_unless_refused(message: Message) -> None:
            nonlocal refused
            if message["type"] == "http.response.start" and message["status"] >= HTTPStatus.BAD_REQUEST:
                refused = True
                await self._no_such_range(headers)(scope, receive, send)
            elif not refused:
                await send(message)

        await super().__call__(_in_bytes(scope), receive, send_unless_refused)

    def _is_held(self, headers: Headers) -> bool:
        """Whether who asks without a tag holds it since it was written."""
        with suppress(KeyError, ValueError, OSError):
            since = parsedate_to_datetime(headers["if-modified-since"])
            return "if-none-match" not in headers and int(Path(self.path).stat().st_mtime) <= since.timestamp()
        return False

    def _no_such_range(self, headers: Headers) -> Response:
        size = int(self.headers["content-length"])
        response = from_error(RangeNotSatisfiable(headers.get("range", ""), size))
        response.headers["Content-Range"] = f"bytes */{size}"
        return response


def _in_bytes(scope: Scope) -> Scope:
    """The scope without a Range in another unit, which is to be passed over (RFC 9110, section 14.2)."""
    others = (pair for pair in scope["headers"] if pair[0] == b"range" and not pair[1].lower().startswith(b"bytes="))
    dropped = tuple(others)
    return {**scope, "headers": [pair for pair in scope["headers"] if pair not in dropped]} if dropped else scope


def static_route() -> Route:
    """The style and script of the pages: files of this package, by name, read once."""
    return Route("/static/{name}", _static)


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    files = _static_files()
    if name not in files:
        raise NotFound(request.url.path)
    content, media_type, tag = files[name]
    if is_current(request.scope, tag):
        return not_modified(tag)
    return Response(content, 200, {"ETag": tag}, media_type)


@cache
def _static_files() -> dict[str, tuple[bytes, str, str]]:
    files = {}
    for path in sorted(_STATIC.iterdir()):
        if path.suffix in _TYPES:
            content = path.read_bytes()
            tag = entity_tag(content.decode("utf-8"), weak=False)
            files[path.name] = (content, _TYPES[path.suffix], tag)
    return files
