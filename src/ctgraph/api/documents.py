"""One document as a REST lookup, its references, mentions and text; the list is a collection."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from fastapi import APIRouter
from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import Response

from ctgraph.api import document_records as records
from ctgraph.api.asking import Lookups, Row
from ctgraph.api.canned import CannedQueries
from ctgraph.api.collections.load import ALWAYS, Collection
from ctgraph.api.collections.patterns import values_of
from ctgraph.api.collections.records import PASSAGES, Addresses, Writer
from ctgraph.api.files import StoredFile
from ctgraph.api.headers import entity_tag, is_current, not_modified
from ctgraph.api.negotiate import choose
from ctgraph.api.paging import Page, question_key
from ctgraph.api.parameters import ANYWHERE, PAGING, Parameters
from ctgraph.api.responses import VARY, json_response, look, redirect, unchanged
from ctgraph.api.shelf import keep_ready
from ctgraph.api.tables import JSON
from ctgraph.api.things import find, labels
from ctgraph.api.wording import language_of
from ctgraph.errors import NotFound
from ctgraph.identifiers import iri
from ctgraph.namespaces import ID
from ctgraph.settings import Settings
from ctgraph.store.tally import Tallies

TextFinder = Callable[[str], Path | None]
"""Gives the file of a stored text of the current release by its digest; None if it holds none."""

_PATH = "/{id:path}"


class Documents:
    """Answers /v1/documents."""

    def __init__(
        self,
        lookups: Lookups,
        settings: Settings,
        canned: CannedQueries,
        texts: TextFinder,
        collections: Mapping[str, Collection],
    ) -> None:
        self._lookups = lookups
        self._tallies = Tallies(settings)
        self._limits = settings.limits
        self._canned = canned
        self._texts = texts
        self._collection = collections["documents"]
        self._addresses = Addresses.of(tuple(collections.values()))
        self._tag = entity_tag(repr(self._collection))

    def router(self) -> APIRouter:
        """The routes, the longer addresses first, since an id may hold a slash."""
        router = APIRouter(prefix="/v1/documents", redirect_slashes=False)
        for address, endpoint, operation in (
            (f"{_PATH}/references", self.references, records.references_operation(self._limits)),
            (f"{_PATH}/mentions", self.mentions, records.mentions_operation(self._limits)),
            (f"{_PATH}/text", self.text, records.text_operation()),
            (_PATH, self.lookup, records.document_operation(self._collection)),
        ):
            router.add_api_route(address, endpoint, response_model=None, **operation)
        return router

    async def lookup(self, request: Request) -> Response:
        """One document with what is known of it and where to go on."""
        choose(request.headers.get("accept"), (JSON,))
        names = self._names(Parameters(request))
        language = language_of(request)
        release = self._lookups.release
        tag = entity_tag(look(), self._tag, release, request.scope["path"], *names, language)
        if (held := unchanged(request, tag)) is not None:
            return held
        document = self._as_given(request)
        rows = await self._rows(document) if document else []
        if document is None or not any("graph" in row for row in rows):
            found = await self._find(request, "")
            if isinstance(found, Response):
                return found
            document = found[0]
            rows = await self._rows(document)
        counts = await self._counts(release, document) if "counts" in names else {}
        named = await labels(self._lookups, (row["value"] for row in rows if "value" in row), language)
        if self._lookups.release != release:
            # Another release became current in between: what was read of the old one no longer holds.
            return await self.lookup(request)
        keep_ready(request.scope, release)
        told = records.whole(Writer(self._collection, self._addresses, named), document.value, names, rows, counts)
        body = {"release": release, **told, "links": records.links(told["href"], document.value)}
        return json_response(body, {"ETag": tag, "Vary": VARY})

    def _names(self, parameters: Parameters) -> tuple[str, ...]:
        """The names of what is asked for; what every record has may be named too."""
        parameters.refuse_unknown(("fields", *ANYWHERE))
        known = (*self._collection.field_names(), *records.OWN)
        names = parameters.names("fields", (*known, *ALWAYS), known)
        parameters.check()
        return names

    async def _rows(self, document: NamedNode) -> list[Row]:
        """All that is known of a document, whatever is asked for: so it is kept for any choice of fields."""
        values = values_of(self._collection.fields, [document])
        return await self._lookups.rows("document", document=document, values=values, passages=PASSAGES + 1)

    async def references(self, request: Request) -> Response:
        """What the document refers to: the canned query under the document's address."""
        found = await self._find(request, "/references")
        if isinstance(found, Response):
            return found
        return await self._canned.ask("references-in", request, {"document": found[1]})

    async def mentions(self, request: Request) -> Response:
        """What the texts of the document mention, with offsets."""
        choose(request.headers.get("accept"), (JSON,))
        parameters = Parameters(request)
        parameters.refuse_unknown((*PAGING, *ANYWHERE))
        page = self._page(parameters, request.url.path)
        parameters.check()
        if is_current(request.scope, _page_tag("mentions", page)):
            return not_modified(_page_tag("mentions", page))
        found = await self._find(request, "/mentions")
        if isinstance(found, Response):
            return found
        rows = await self._lookups.rows("mentions", document=found[0], limit=page.limit + 1, offset=page.offset)
        return self._paged(parameters, "mentions", [records.mention(row) for row in rows], page)

    async def text(self, request: Request) -> Response:
        """The text that offsets refer to, byte by byte; `digest` chooses among several versions."""
        choose(request.headers.get("accept"), ("text/plain",))
        parameters = Parameters(request)
        _only(parameters, ("digest", *ANYWHERE))
        found = await self._find(request, "/text")
        if isinstance(found, Response):
            return found
        wanted = parameters.value("digest")
        rows = await self._lookups.rows("document-digest", document=found[0])
        for digest in (row["digest"].value for row in rows):
            path = self._texts(digest) if wanted in {None, digest} else None
            if path is not None:
                return StoredFile(path, "text/plain; charset=utf-8", entity_tag(digest, weak=False))
        raise NotFound(request.url.path)

    async def _counts(self, release: str, document: NamedNode) -> Mapping[str, int]:
        """How much the texts of a document gave, by class: as the release has it ready, or as the store counts."""
        ready = self._tallies.of(release, document.value)
        if ready is not None:
            return ready
        rows = await self._lookups.rows("document-things", document=document)
        return {row["class"].value: int(row["count"].value) for row in rows}

    async def _find(self, request: Request, tail: str) -> tuple[NamedNode, str] | Response:
        """The document and its id; a redirect if it was spelled otherwise; raises NotFound."""
        given = request.path_params["id"]
        found = await find(self._lookups, "document", given)
        if found is None:
            raise NotFound(request.url.path)
        document, spelling = found
        if spelling == given:
            return document, spelling
        return redirect(301, f"/v1/documents/{document.value.removeprefix(ID + 'document/')}{tail}", request)

    def _as_given(self, request: Request) -> NamedNode | None:
        """The document under the id as it was sent, which most often is as the data spells it."""
        try:
            return NamedNode(iri("document", request.path_params["id"]))
        except ValueError:
            return None

    def _page(self, parameters: Parameters, question: str) -> Page:
        return parameters.page(question_key(self._lookups.release, question), self._limits)

    def _paged(self, parameters: Parameters, name: str, found: Sequence[Mapping[str, Any]], page: Page) -> Response:
        """A page out of records of which one more than the limit was asked."""
        truncated = len(found) > page.limit
        following = parameters.next_address(page) if truncated else None
        body = {
            "release": self._lookups.release,
            name: found[: page.limit],
            "truncated": truncated,
            "next": following,
        }
        headers = {"ETag": _page_tag(name, page)}
        if following:
            headers["Link"] = f'<{following}>; rel="next"'
        return json_response(body, headers)


def _page_tag(name: str, page: Page) -> str:
    return entity_tag(look(), name, page.key, str(page.limit), str(page.offset))


def _only(parameters: Parameters, known: tuple[str, ...]) -> None:
    parameters.refuse_unknown(known)
    parameters.check()
