"""Change feeds at /feed, for everything, for one dossier and for one motion."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import aclosing
from typing import Final

from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ctgraph.api.asking import Lookups
from ctgraph.api.feed.atom import MEDIA_TYPE, Feed, write_feed
from ctgraph.api.feed.entries import Entry, History, Wanted
from ctgraph.api.headers import entity_tag, is_current, not_modified
from ctgraph.api.negotiate import choose
from ctgraph.api.paging import Page, question_key
from ctgraph.api.parameters import ANYWHERE, PAGING, Parameters
from ctgraph.api.rdf import content_type
from ctgraph.api.responses import VARY, look, redirect
from ctgraph.api.things import find, labels
from ctgraph.api.wording import language_of, word
from ctgraph.errors import NotFound
from ctgraph.identifiers import feed_iri, parse_paper
from ctgraph.identifiers import iri as iri_of
from ctgraph.namespaces import ID
from ctgraph.settings import Settings
from ctgraph.store.changed import ChangedThing

_OFFERED: Final = (MEDIA_TYPE, "application/xml", "text/xml")


class Feeds:
    """Answers /feed."""

    def __init__(self, lookups: Lookups, settings: Settings) -> None:
        self._lookups = lookups
        self._limits = settings.limits
        self._history = History(settings)

    def routes(self) -> Sequence[Route]:
        return (
            Route("/feed", self.everything),
            Route("/feed/dossiers/{number}", self.dossier),
            Route("/feed/motions/{reference:path}", self.motion),
        )

    async def everything(self, request: Request) -> Response:
        """What each release changed, as a whole and thing by thing."""
        return await self._answer(request, "", None)

    async def dossier(self, request: Request) -> Response:
        """What changed in the papers of a dossier, and in what is said in or of them."""
        given = request.path_params["number"]
        found = await find(self._lookups, "dossier", "".join(given.split()))
        if found is None:
            raise NotFound(request.url.path)
        thing, number = found
        if number != given:
            return redirect(301, f"/feed/dossiers/{number}", request)
        rows = await self._lookups.rows("dossier-papers", dossier=thing)
        papers = frozenset(row["document"].value for row in rows)
        return await self._answer(request, f"dossiers/{number}", lambda each: _in_dossier(each, thing.value, papers))

    async def motion(self, request: Request) -> Response:
        """What changed in a motion, its decisions and the responses to it."""
        given = request.path_params["reference"]
        found = await find(self._lookups, "motion", given)
        if found is None:
            raise NotFound(request.url.path)
        thing, reference = found
        if reference != given:
            return redirect(301, f"/feed/motions/{reference}", request)
        return await self._answer(request, f"motions/{reference}", lambda each: thing.value in {each.iri, *each.about})

    async def _answer(self, request: Request, path: str, wanted: Wanted | None) -> Response:
        media_type = choose(request.headers.get("accept"), _OFFERED)
        release = self._lookups.release
        language = language_of(request)
        parameters = Parameters(request)
        parameters.refuse_unknown((*PAGING, *ANYWHERE))
        page = parameters.page(question_key(release, f"feed/{path}"), self._limits)
        parameters.check()
        host = str(request.base_url)
        tag = entity_tag(look(), page.key, media_type, language, host, str(page.limit), str(page.offset))
        if is_current(request.scope, tag):
            return not_modified(tag)
        entries, more = await self._page(release, wanted, page)
        about = path.partition("/")[2]
        feed = Feed(
            iri=feed_iri(path),
            title=word("feed-title-of", language, name=about) if about else word("feed-title", language),
            updated=self._history.time(release),
            base=host.rstrip("/"),
            here=str(request.url),
            following=parameters.next_address(page) if more else None,
            language=language,
        )
        shown = [NamedNode(each.thing.iri) for each in entries if each.thing is not None]
        body = write_feed(feed, entries, await labels(self._lookups, shown, language))
        return Response(body, 200, {"ETag": tag, "Vary": VARY, "Content-Type": content_type(media_type)})

    async def _page(self, release: str, wanted: Wanted | None, page: Page) -> tuple[list[Entry], bool]:
        """The entries of a page, and whether there are more."""
        found: list[Entry] = []
        skipped = 0
        async with aclosing(self._history.entries(release, wanted)) as entries:
            async for entry in entries:
                if skipped < page.offset:
                    skipped += 1
                elif len(found) < page.limit:
                    found.append(entry)
                else:
                    return found, True
        return found, False


def _in_dossier(thing: ChangedThing, dossier: str, papers: frozenset[str]) -> bool:
    """Whether a thing is a paper of a dossier, or speaks of the dossier or of a paper of it.

    The numbers of papers tell it of what is gone, and papers name it whose own numbers do not.
    """
    named = {thing.iri, *thing.about}
    return dossier in named or not papers.isdisjoint(named) or any(_dossier_of(each) == dossier for each in named)


def _dossier_of(iri: str) -> str:
    """The dossier whose number stands in a reference; empty if none does."""
    number = parse_paper(iri.removeprefix(ID).split("/")[1]) if iri.startswith(ID) else None
    return iri_of("dossier", number.dossier_id) if number else ""
