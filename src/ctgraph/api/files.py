"""Files as answers: stored texts, dumps, and the style and script of the pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from ctgraph.api.headers import entity_tag, is_current, not_modified
from ctgraph.errors import NotFound

_STATIC: Final = Path(__file__).parent / "static"
_TYPES: Final = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}


class StoredFile(FileResponse):
    """A file that never changes under its strong tag; in blocks of 1 MiB, with ranges, and 304."""

    chunk_size = 1024 * 1024

    def __init__(self, path: Path, media_type: str, tag: str, filename: str | None = None) -> None:
        super().__init__(path, 200, {"ETag": tag}, media_type, filename=filename)
        self._tag = tag

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if is_current(scope, self._tag):
            await not_modified(self._tag)(scope, receive, send)
            return
        await super().__call__(scope, receive, send)


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
