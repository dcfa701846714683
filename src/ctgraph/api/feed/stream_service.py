"""The Linked Data Event Stream at /feed/ldes: a view that leads to each release, and pages that never change.

A page is named by its release, the one before and its number, which together decide what stands on it. A release that
holds what was withdrawn since is passed over: its pages are gone, and the next one is told from the one before it.
"""

from __future__ import annotations

import asyncio
import re
from collections import OrderedDict
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Final

from pyoxigraph import RdfFormat
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ctgraph.api import rdf
from ctgraph.api.asking import Lookups
from ctgraph.api.feed.entries import KINDS, built, past
from ctgraph.api.feed.event_stream import PATH, WHOLE, Step, fragment, root
from ctgraph.api.headers import entity_tag
from ctgraph.api.responses import VARY, Wanted, page_tag, unchanged, wanted
from ctgraph.errors import NotFound, ReleaseError, Withdrawn
from ctgraph.identifiers import iri
from ctgraph.model.withdrawals import Withdrawal
from ctgraph.settings import Settings
from ctgraph.store.changed import Place, Version, versions
from ctgraph.store.releases import Release, load
from ctgraph.store.withdrawn import held_by, withdrawn

PAGE_SIZE: Final = 250
"""Members of a page."""
_FORMATS: Final = (
    *(rdf.BY_SUFFIX[suffix] for suffix in ("ttl", "trig", "nt", "jsonld")),
    rdf.PageFormat("nq", "application/n-quads", "N-Quads", RdfFormat.N_QUADS),
)
_FOREVER: Final = "public, max-age=86400, immutable"
"""For a page that does not change; a day, since what is withdrawn must not live on in caches."""
_PAIRS_KEPT: Final = 64
# The number of a page as addresses have it: 1, 27. Must not match 0, 01, ² or more than seven digits.
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,6}")


class EventStream:
    """Answers /feed/ldes."""

    def __init__(self, lookups: Lookups, settings: Settings) -> None:
        self._lookups = lookups
        self._settings = settings
        self._walking = asyncio.Lock()
        self._begins: OrderedDict[Step, list[Place]] = OrderedDict()
        self._searched: dict[tuple[str, tuple[Withdrawal, ...]], Withdrawal | None] = {}

    def routes(self) -> Sequence[Route]:
        return (
            Route(PATH, self.view),
            Route(PATH + "/{release}/{since}/{page}", self.page),
        )

    async def view(self, request: Request) -> Response:
        """What the stream is, and where each release is told."""
        asked = wanted(request, "ldes", _FORMATS)
        steps = await asyncio.to_thread(self._steps)
        base = str(request.base_url).rstrip("/")
        tag = entity_tag(page_tag(request, self._lookups.release, asked), base, repr(steps))
        if (held := unchanged(request, tag)) is not None:
            return held
        return _answer(rdf.write(root(base, steps), asked.form), asked, tag, {})

    async def page(self, request: Request) -> Response:
        """A page of what one release changed, or of all it holds."""
        asked = wanted(request, request.path_params["page"], _FORMATS)
        if _NUMBER.fullmatch(asked.reference) is None:
            raise NotFound(request.url.path)
        base = str(request.base_url).rstrip("/")
        new = await self._release(request, "release")
        old = None if request.path_params["since"] == WHOLE else await self._release(request, "since")
        tag = entity_tag(page_tag(request, new.id, asked), base)
        if (held := unchanged(request, tag)) is not None:
            return held
        step = Step(new.id, old.id if old is not None else WHOLE, built(new))
        number = int(asked.reference)
        members = await self._members(step, old, new, number)
        if members is None:
            raise NotFound(request.url.path)
        quads = fragment(base, step, number, members[:PAGE_SIZE], len(members) > PAGE_SIZE)
        return _answer(rdf.write(quads, asked.form), asked, tag, {"Cache-Control": _FOREVER})

    def _steps(self) -> list[Step]:
        """From the first release to the one that answers; without those that hold what was withdrawn."""
        told = [each for each in past(self._settings, self._lookups.release) if self._hidden(each) is None]
        pairs: list[tuple[Release, Release | None]] = [*pairwise(told), *((each, None) for each in told[-1:])]
        return [Step(new.id, old.id if old else WHOLE, built(new)) for new, old in reversed(pairs)]

    async def _release(self, request: Request, name: str) -> Release:
        """A release that the address names; NotFound without it, Withdrawn if it holds what was withdrawn."""
        try:
            release = load(self._settings, request.path_params[name])
        except ReleaseError as error:
            raise NotFound(request.url.path) from error
        item = await asyncio.to_thread(self._hidden, release)
        if item is not None:
            raise Withdrawn(iri("correction", item.correction), item.text_nl, item.text_en, item.source)
        return release

    async def _members(self, step: Step, old: Release | None, new: Release, page: int) -> list[Version] | None:
        """The members of a page and the first one of the next; None if there is no such page.

        Where each page begins is kept, so that one who follows the stream has no page read twice.
        """
        async with self._walking:
            begins = self._begins.setdefault(step, [Place()])
            self._begins.move_to_end(step)
            if len(self._begins) > _PAIRS_KEPT:
                self._begins.popitem(last=False)
            while len(begins) < page:
                found = await asyncio.to_thread(_read, old, new, begins[-1])
                if len(found) <= PAGE_SIZE:
                    return None
                begins.append(found[-1].place)
            return await asyncio.to_thread(_read, old, new, begins[page - 1])

    def _hidden(self, release: Release) -> Withdrawal | None:
        """What a release holds that was withdrawn; looked for once, and not at all where nothing was."""
        items = withdrawn(self._settings)
        if not items:
            return None
        if (release.id, items) not in self._searched:
            self._searched[release.id, items] = held_by(release, items)
        return self._searched[release.id, items]


def _read(old: Release | None, new: Release, begin: Place) -> list[Version]:
    return list(islice(versions(old, new, KINDS, begin), PAGE_SIZE + 1))


def _answer(body: bytes, asked: Wanted, tag: str, headers: dict[str, str]) -> Response:
    return Response(body, 200, {"ETag": tag, "Vary": VARY, "Content-Type": asked.form.content_type, **headers})
