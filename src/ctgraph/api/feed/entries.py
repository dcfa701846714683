"""What the change feed tells: for each release what it changed since the one before, the latest release first."""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict
from collections.abc import AsyncGenerator, Callable, Mapping
from itertools import pairwise
from typing import Final

from msgspec import Struct

from ctgraph.errors import ReleaseError
from ctgraph.settings import Settings
from ctgraph.store.changed import ChangedThing, Status, changed_things
from ctgraph.store.history import releases
from ctgraph.store.releases import Release, load

KINDS: Final = ("document", "motion", "decision", "response", "commitment", "correction", "strategy", "measure")
"""The kinds of things that people watch; parts of them show as a change of the thing that they belong to."""
MOST_THINGS: Final = 10_000
"""So many things of one release have an entry; a release that changed more says so in its own."""
_RELEASES: Final = 20
"""How many releases back the feed goes."""

Wanted = Callable[[ChangedThing], bool]


class Changes(Struct, frozen=True):
    """What a release changed; nothing if it is the first. `counts` are whole where `things` are cut."""

    release: str
    time: str
    is_first: bool
    things: tuple[ChangedThing, ...] = ()
    counts: Mapping[Status, int] | None = None


class Entry(Struct, frozen=True):
    """One message: of a thing, or (without one) of a release as a whole."""

    changes: Changes
    thing: ChangedThing | None = None


class History:
    """The changes of every release up to the one that answers; each pair of releases is compared once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._comparing = asyncio.Lock()
        self._compared: OrderedDict[tuple[str, str], Changes] = OrderedDict()

    async def entries(self, current: str, wanted: Wanted | None = None) -> AsyncGenerator[Entry, None]:
        """The entries, the latest first; with `wanted` those of the things that it lets through, and no releases'."""
        for old, new in await asyncio.to_thread(self._pairs, current):
            changes = await self._changes(old, new)
            if wanted is None:
                yield Entry(changes)
            for thing in changes.things:
                if wanted is None or wanted(thing):
                    yield Entry(changes, thing)

    def time(self, release: str) -> str:
        """When a release was built, as its manifest says; raises ReleaseError."""
        return built(load(self._settings, release))

    def _pairs(self, current: str) -> list[tuple[Release | None, Release]]:
        """Each release with the one before it, from the current one back."""
        told = past(self._settings, current)[: _RELEASES + 1]
        pairs: list[tuple[Release | None, Release]] = [(old, new) for new, old in pairwise(told)]
        return [*pairs, (None, told[-1])] if len(told) <= _RELEASES else pairs

    async def _changes(self, old: Release | None, new: Release) -> Changes:
        if old is None:
            return Changes(new.id, built(new), True)
        async with self._comparing:
            key = (old.id, new.id)
            if key not in self._compared:
                self._compared[key] = await asyncio.to_thread(_compare, old, new)
                if len(self._compared) > _RELEASES:
                    self._compared.popitem(last=False)
            return self._compared[key]


def _compare(old: Release, new: Release) -> Changes:
    counts: Counter[Status] = Counter()
    things: list[ChangedThing] = []
    for thing in changed_things(old, new, KINDS):
        counts[thing.status] += 1
        if len(things) < MOST_THINGS:
            things.append(thing)
    return Changes(new.id, built(new), False, tuple(things), counts)


def past(settings: Settings, current: str) -> list[Release]:
    """The releases up to the current one, which comes first; raises ReleaseError without a current one."""
    here = load(settings, current)
    return [here, *(each for each in releases(settings) if each.id != here.id and built(each) <= built(here))]


def built(release: Release) -> str:
    """When a release was built; ReleaseError if its manifest does not say so."""
    time = str(release.manifest.run.get("ended", ""))
    if not time:
        raise ReleaseError(str(release.path), "its manifest does not say when it was built", "Run `ctgraph build`")
    return time
