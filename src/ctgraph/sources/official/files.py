"""One file: asked for only where it may have changed, checked, and kept."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import IO
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from ctgraph.errors import SourceError
from ctgraph.settings import FetchLimits
from ctgraph.sources.official.addresses import official
from ctgraph.sources.official.cache import Cache, is_path
from ctgraph.sources.official.client import Client
from ctgraph.sources.official.contents import Form, check, check_digest
from ctgraph.sources.official.journal import Entry

# The file tree of repository.overheid.nl: collection, group, id, version, manifestation, file (KOOP's FRBR layout):
# /frbr/officielepublicaties/kst/29754/kst-29754-645/1/xml/kst-29754-645.xml. Must not match a folder of it.
_TREE = re.compile(r"/frbr/(officielepublicaties(?:/[A-Za-z0-9][\w.-]{0,119}){6})", re.ASCII)


class Outcome(StrEnum):
    """What became of a file that was wanted and is now there."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    """The source was asked, and has nothing newer."""
    KEPT = "kept"
    """The source's own listing says that it has not changed, so it was not asked for."""


class Wanted(Struct, frozen=True):
    """A file to have: its path in the folder, where it is, and what its publisher says of it, where it does."""

    path: str
    address: str
    form: Form
    stamp: str = ""
    sha512: str = ""

    def __post_init__(self) -> None:
        if not is_path(self.path):
            raise SourceError(self.address, f"{self.path[:100]!r} is no name for a file")

    @property
    def version(self) -> str:
        """What tells this version from others without asking for it; empty where nothing does."""
        return self.sha512 or self.stamp


def published(address: str, form: Form, stamp: str = "") -> Wanted:
    """A file of the repository's tree, under the path that it has there; raises SourceError for any other address."""
    address = official(address)
    found = _TREE.fullmatch(urlsplit(address).path)
    if found is None:
        raise SourceError(address, "it is no file of the repository's tree")
    return Wanted(found[1], address, form, stamp)


def fetch(client: Client, cache: Cache, wanted: Wanted, limits: FetchLimits) -> Outcome:
    """Have the file in the folder; raises SourceError where the source does not give it."""
    held = cache.held(wanted.path)
    if held and held.address != wanted.address:
        held = None
    if held and wanted.version and held.stamp == wanted.version:
        return Outcome.KEPT

    def right(body: IO[bytes]) -> None:
        check(body, wanted.form, wanted.address)
        if wanted.sha512:
            check_digest(body, wanted.sha512, wanted.address)

    largest = limits.page_bytes if wanted.form is Form.XML else limits.file_bytes
    with cache.part() as part:
        answer = client.get(wanted.address, part, largest, right, held.validators if held else None)
        said = answer.validators
        if held and (not answer.fresh or answer.sha256 == held.sha256):
            cache.journal.hold(replace(held, etag=said.etag, modified=said.modified, stamp=wanted.version))
            return Outcome.UNCHANGED
        cache.keep(
            part,
            Entry(wanted.path, wanted.address, answer.sha256, answer.length, said.etag, said.modified, wanted.version),
        )
        return Outcome.CHANGED if held else Outcome.NEW
