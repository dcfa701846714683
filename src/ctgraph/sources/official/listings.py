"""Listings in pages: read to the end, and read anew where they changed meanwhile.

A listing is kept whole or not at all: its pages are gathered first, and written when they fit together.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO, Generic, TypeVar

from msgspec import Struct

from ctgraph.errors import SourceError
from ctgraph.sources.official.cache import Cache
from ctgraph.sources.official.client import Client
from ctgraph.sources.official.contents import Form
from ctgraph.sources.official.journal import Entry

_PASSES = 3
"""How often a listing is read before it counts as one that will not stand still."""
_MOST_PAGES = 10_000

T = TypeVar("T")
R = TypeVar("R")

Step = Callable[[str, int, int], None]
"""What is being done, how much of it is done, how much there is as far as is known."""


class Page(Struct, Generic[T], frozen=True):
    """What is needed of a page: the keys of its rows, what planning takes from them, the address of the next page.

    `total` is the number of rows on all pages, None where the source does not count; `estimated` says that it is
    only an estimate.
    """

    keys: tuple[str, ...]
    items: tuple[T, ...] = ()
    following: str = ""
    total: int | None = None
    estimated: bool = False


class Listing(Struct, Generic[T], frozen=True):
    """A question whose answer comes in pages, kept as `folder`/0001.xml and so on.

    `read` makes a page of the bytes of an answer and its address, and raises SourceError for what is none.
    """

    folder: str
    address: str
    form: Form
    read: Callable[[bytes, str], Page[T]]

    def path(self, number: int) -> str:
        return f"{self.folder}/{number:04}.{self.form}"


@dataclass(slots=True)
class Pass(Generic[T]):
    """One reading of a listing, from its first page to its last."""

    pages: list[Page[T]] = field(default_factory=list)
    bodies: list[tuple[Entry, bytes]] = field(default_factory=list)

    @property
    def keys(self) -> list[str]:
        return [key for page in self.pages for key in page.keys]

    def fault(self, before: Pass[T] | None) -> str:
        """What does not fit together; empty where all does.

        What looks odd may be the source's own state: the same record twice, or a count that is only an estimate.
        It counts as that when it comes a second time in the same way.
        """
        keys, totals = self.keys, {page.total for page in self.pages}
        total, estimated = self.pages[0].total, self.pages[0].estimated
        same = before is not None and (before.keys, before.pages[0].total) == (keys, total)
        if len(totals) > 1:
            return "the number of records changed while they were read"
        if len(keys) != len(set(keys)) and not same:
            return "a record moved to another page while they were read"
        if total in (None, len(keys)) or (same and estimated):
            return ""
        return f"{total} records were announced and {len(keys)} came"


class Gathered(Struct, Generic[T], frozen=True):
    """What planning takes from a listing, each once; `fault` says what is wrong with it, empty where it is complete."""

    items: tuple[T, ...]
    fault: str = ""
    where: str = ""
    """The address of the page that could not be had, or of the first one."""
    kept: int = 0
    """Pages that now stand in the folder."""


def gather(client: Client, cache: Cache, listing: Listing[T], largest: int, step: Step) -> Gathered[T]:
    """Read a listing and keep its pages, if it is complete; what came of an incomplete one is returned all the same."""
    fault, seen = "", dict[T, None]()
    before: Pass[T] | None = None
    for _ in range(_PASSES):
        reading = Pass[T]()
        try:
            for page in _pages(client, cache, listing, largest, reading):
                seen.update(dict.fromkeys(page.items))
                step(listing.folder, len(reading.keys), page.total or len(reading.keys))
        except SourceError as error:
            return Gathered(tuple(seen), error.reason, error.where)
        fault = reading.fault(before)
        if not fault:
            _keep(cache, listing, reading)
            items = tuple(dict.fromkeys(item for page in reading.pages for item in page.items))
            return Gathered(items, kept=len(reading.pages))
        before = reading
    return Gathered(tuple(seen), f"{fault}, {_PASSES} times", listing.address)


def _pages(client: Client, cache: Cache, listing: Listing[T], largest: int, reading: Pass[T]) -> Iterator[Page[T]]:
    """The pages one after the other, each added to the reading."""
    address, asked = listing.address, set[str]()
    while address:
        if address in asked or len(asked) == _MOST_PAGES:
            raise SourceError(address, "the listing leads in a circle")
        asked.add(address)
        page, body, entry = read_page(client, cache, listing.path(len(asked)), address, listing.read, largest)
        reading.bodies.append((entry, body))
        reading.pages.append(page)
        yield page
        address = page.following


def read_page(
    client: Client, cache: Cache, path: str, address: str, read: Callable[[bytes, str], R], largest: int
) -> tuple[R, bytes, Entry]:
    """One page, read; from the folder where the source says that it has nothing newer. Raises SourceError."""
    held = cache.held(path)
    if held and held.address != address:
        held = None

    def right(file: IO[bytes]) -> None:
        file.seek(0)
        read(file.read(), address)

    body = io.BytesIO()
    answer = client.get(address, body, largest, right, held.validators if held else None)
    if held and not answer.fresh:
        data = cache.read(path)
        return read(data, address), data, held
    said = answer.validators
    entry = Entry(path, address, answer.sha256, answer.length, said.etag, said.modified)
    return read(body.getvalue(), address), body.getvalue(), entry


def write_page(cache: Cache, entry: Entry, body: bytes) -> None:
    """Keep a page, unless it is there already."""
    held = cache.held(entry.path)
    if held and held.sha256 == entry.sha256:
        cache.journal.hold(entry)
        return
    with cache.part() as part:
        part.write(body)
        cache.keep(part, entry)


def _keep(cache: Cache, listing: Listing[T], reading: Pass[T]) -> None:
    for entry, body in reading.bodies:
        write_page(cache, entry, body)
    kept = {entry.path for entry, _ in reading.bodies}
    for path in cache.journal.below(listing.folder):
        if path not in kept:
            cache.drop(path)
