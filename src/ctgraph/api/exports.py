"""Files of the current release: dumps with size and checksum."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from anyio import to_thread
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ctgraph.api.files import StoredFile
from ctgraph.api.headers import entity_tag
from ctgraph.api.negotiate import choose
from ctgraph.api.release_pages import export_page
from ctgraph.api.responses import html_response, json_page
from ctgraph.api.tables import HTML, JSON
from ctgraph.api.wording import language_of
from ctgraph.errors import NotFound, ReleaseError
from ctgraph.settings import Settings
from ctgraph.store.backend import Backend
from ctgraph.store.releases import Release, load

_TYPES: Final = {
    ".nq": "application/n-quads",
    ".trig": "application/trig",
    ".ttl": "text/turtle; charset=utf-8",
    ".jsonld": "application/ld+json",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/csvm+json",
    ".gz": "application/gzip",
    ".zst": "application/zstd",
}
"""The files of a release that are dumps, by suffix."""


_SUMS: Final = "SHA256SUMS"
_ANSWERED: Final = ("dcat.ttl", "manifest.json", "void.ttl")
"""Descriptions that stand beside dumps, and that the server gives with its own address in them."""
_PACKED: Final = (".gz", ".zst")


class Dump(Struct, frozen=True):
    """A file to fetch: its bytes and SHA-256."""

    path: Path
    size: int
    checksum: str

    @property
    def href(self) -> str:
        """Its address on this server."""
        return f"/export/{self.path.name}"


class Exports:
    """Answers /export; a release whose folder is not on this machine has no files."""

    def __init__(self, settings: Settings, backend: Backend) -> None:
        self._settings = settings
        self._backend = backend

    def routes(self) -> Sequence[Route]:
        return (
            Route("/export", self.listing),
            Route("/export/{name}", self.file),
        )

    def text(self, digest: str) -> Path | None:
        """The stored text with that digest; None if the release holds none."""
        release = self.release(self._backend.release)
        path = release.text(digest) if release is not None else None
        return path if path is not None and path.is_file() else None

    def counts(self) -> dict[str, int]:
        """The figures of the current release that people look at."""
        release = self.release(self._backend.release)
        return counts_of(release) if release is not None else {}

    async def listing(self, request: Request) -> Response:
        """The dumps of the current release."""
        media_type = choose(request.headers.get("accept"), (HTML, JSON))
        dumps = await self.dumps()
        if media_type == JSON:
            files = [
                {"name": each.path.name, "href": each.href, "bytes": each.size, "sha256": each.checksum}
                for each in dumps
            ]
            return json_page(request, {"release": self._backend.release, "files": files})
        language = language_of(request)
        shown = [(each.href, each.path.name, each.size, each.checksum) for each in dumps]
        return html_response(request, export_page(self._backend.release, shown, language), language)

    async def file(self, request: Request) -> Response:
        """One dump, in blocks of 1 MiB."""
        for each in await self.dumps():
            if each.path.name == request.path_params["name"]:
                media_type = _TYPES[each.path.suffix]
                return StoredFile(each.path, media_type, entity_tag(each.checksum, weak=False), each.path.name)
        raise NotFound(request.url.path)

    @property
    def identifier(self) -> str:
        """The id of the release that answers now; ReleaseError if there is none."""
        return self._backend.release

    def current(self) -> Release | None:
        """The release that answers now; None if its folder is not on this machine."""
        return self.release(self._backend.release)

    def release(self, identifier: str) -> Release | None:
        """A release that is still here."""
        try:
            return _loaded(self._settings, identifier)
        except ReleaseError:
            return None

    async def dumps(self) -> list[Dump]:
        """The files of the current release."""
        release = self.release(self._backend.release)
        if release is None:
            return []
        return await to_thread.run_sync(_dumps_in, release, self._settings.exports / release.id)


@lru_cache(maxsize=32)
def _loaded(settings: Settings, identifier: str) -> Release:
    """A release; once, since what it says of itself never changes."""
    return load(settings, identifier)


def counts_of(release: Release) -> dict[str, int]:
    """The figures of a release that people look at."""
    statements = release.manifest.statements
    return {
        "documents": release.manifest.documents,
        "quads": sum(statements.values()),
        "graphs": len(statements),
    }


def media_types(path: Path) -> tuple[str, str]:
    """The media type of what a file holds, and of what is around it, empty for nothing."""
    packing = _TYPES[path.suffix] if path.suffix in _PACKED else ""
    plain = path.with_suffix("") if packing else path
    return _TYPES.get(plain.suffix, "application/octet-stream").partition(";")[0], packing


def _dumps_in(release: Release, exports: Path) -> list[Dump]:
    """The canonical file, and the dumps that were exported for it: all of them are there once their list is."""
    paths = {release.quads.name: release.quads}
    if (exports / _SUMS).is_file():
        paths |= {path.name: path for path in exports.iterdir() if path.suffix in _TYPES and path.is_file()}
    return [_dump(path, path.stat().st_mtime_ns) for name, path in sorted(paths.items()) if name not in _ANSWERED]


@lru_cache(maxsize=256)
def _dump(path: Path, changed: int) -> Dump:
    """Size and checksum of a file as of its last change; once, since that takes reading all of it."""
    with path.open("rb") as file:
        checksum = hashlib.file_digest(file, "sha256").hexdigest()
    return Dump(path, path.stat().st_size, checksum)
