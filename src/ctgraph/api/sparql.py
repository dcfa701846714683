"""The SPARQL endpoint: a plain ASGI application, without the cost of a framework on the hot path."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ctgraph.api import pages, protocol, rdf
from ctgraph.api.asking import Lookups
from ctgraph.api.bodies import read_body
from ctgraph.api.compression import SMALLEST, coding_for, compressor, ready
from ctgraph.api.description import service_description
from ctgraph.api.headers import entity_tag, is_current, not_modified
from ctgraph.api.negotiate import choose
from ctgraph.api.request_log import DIGEST, digest
from ctgraph.api.responses import html_response
from ctgraph.api.shelf import keep_ready
from ctgraph.api.streaming import Headers, StreamedAnswer
from ctgraph.api.wording import language_of
from ctgraph.errors import CtgraphError, MethodNotAllowed, QueryTooLong
from ctgraph.settings import Settings
from ctgraph.store import formats, guard
from ctgraph.store.backend import Blocks, Form, Question
from ctgraph.store.caching import CachedBackend, KeptAnswer, Seat, is_fleeting

ENDPOINT: Final = "/sparql"
LANDED: Final = "ctgraph.landed"
"""The key of the ASGI scope under which the connection leaves what it has `Landed`."""
_ALIASES: Final = (
    ("application/json", "application/sparql-results+json"),
    ("application/xml", "application/sparql-results+xml"),
    ("text/xml", "application/sparql-results+xml"),
    ("application/json", "application/ld+json"),
    ("application/xml", "application/rdf+xml"),
    ("text/xml", "application/rdf+xml"),
    ("text/plain", "application/n-triples"),
)
"""Wider names under which clients ask for a format; what they name is what the answer is called."""
_FORM_OVERHEAD: Final = 3
"""A character of a query takes up to three in a form: `%7B`."""
_DATASET_BYTES: Final = 64 * 1024
_PREPARED: Final = 1_000
_PREPARED_BYTES: Final = 4_096
"""So many requests by GET, of at most this length, are read once and remembered."""


class Prepared(Struct, frozen=True):
    """A request that was read and passed the guard: what to ask, and how the answer is called."""

    question: Question
    sent_as: str
    fleeting: bool
    digest: str

    def tag(self, release: str) -> str:
        """The entity tag of its answer."""
        question = self.question
        dataset = repr((question.default_graphs, question.named_graphs))
        return entity_tag(release, self.sent_as, question.query, dataset)

    def headers(self, release: str) -> Headers:
        """The headers of its answer."""
        sent = {"Content-Type": rdf.content_type(self.sent_as)}
        return {**sent, "Cache-Control": "no-store"} if self.fleeting else {**sent, "ETag": self.tag(release)}


class Landed(Struct, frozen=True):
    """A request that was asked before the application was entered, and what came of it."""

    prepared: Prepared
    outcome: Blocks | CtgraphError

    async def take(self) -> Blocks:
        """What came; raises it if it is an error."""
        if isinstance(self.outcome, CtgraphError):
            raise self.outcome
        return self.outcome

    async def drop(self) -> None:
        """End the work, if it is still under way."""
        if not isinstance(self.outcome, CtgraphError):
            await self.outcome.aclose()


class SparqlEndpoint:
    """Answers /sparql."""

    def __init__(self, backend: CachedBackend, settings: Settings, lookups: Lookups) -> None:
        self._backend = backend
        self._prepared: OrderedDict[tuple[bytes, str], Prepared] = OrderedDict()
        self._settings = settings
        self._lookups = lookups

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        method = scope["method"]
        if method not in protocol.METHODS:
            raise MethodNotAllowed(method[:20], protocol.METHODS)
        if method == "OPTIONS":
            await Response(None, 204, {"Allow": ", ".join(protocol.METHODS)})(scope, receive, send)
            return
        request = Request(scope, receive)
        landed: Landed | None = scope.get(LANDED)
        prepared = landed.prepared if landed else await self._prepare(request)
        if prepared is None:
            await (await self._describe(request))(scope, receive, send)
            return
        scope[DIGEST] = prepared.digest
        kept = None if prepared.fleeting or landed else self._backend.kept(prepared.question)
        if kept is not None:
            keep_ready(scope, kept.release)
            await self._from_memory(request, prepared, kept)(scope, receive, send)
            return
        await self._answer(request, prepared, landed)(scope, receive, send)

    def prepared(self, query_string: bytes, accept: str) -> Prepared | None:
        """What a GET asks; None if it is a bare one. The same GET is read once. Raises what the guard raises."""
        key = (query_string, accept)
        if key in self._prepared:
            self._prepared.move_to_end(key)
            return self._prepared[key]
        asked = protocol.from_url(query_string, self._settings.limits)
        if asked is None:
            return None
        prepared = self._inspected(asked, accept)
        if len(query_string) + len(accept) <= _PREPARED_BYTES:
            self._prepared[key] = prepared
            if len(self._prepared) > _PREPARED:
                self._prepared.popitem(last=False)
        return prepared

    def kept(self, prepared: Prepared) -> KeptAnswer | None:
        """The answer, if it is kept."""
        return self._backend.kept(prepared.question)

    def posted(self, query_string: bytes, content_type: str, body: bytes, accept: str) -> Prepared:
        """What a POST asks. Raises what the guard raises."""
        return self._inspected(protocol.from_body(query_string, content_type, body, self._settings.limits), accept)

    def board(self, prepared: Prepared, told: Callable[[Seat], object]) -> Seat:
        """Ask without waiting; see `CachedBackend.board`."""
        return self._backend.board(prepared.question, told)

    def coded(self, prepared: Prepared, kept: KeptAnswer, coding: str) -> tuple[Headers, bytes]:
        """A kept answer in a coding, compressed once for all who want that; not where it is too small."""
        headers, body = prepared.headers(kept.release), kept.body
        if coding and len(body) >= SMALLEST:
            body = self._backend.cache.encode(kept, coding, compressor(coding))
            headers["Content-Encoding"] = coding
        return headers, body

    async def _prepare(self, request: Request) -> Prepared | None:
        accept = request.headers.get("accept", "")
        if request.method != "POST":
            return self.prepared(request.scope["query_string"], accept)
        query_string, content_type = request.scope["query_string"], request.headers.get("content-type", "")
        return self.posted(query_string, content_type, await self._read(request, content_type), accept)

    def _inspected(self, asked: protocol.ProtocolRequest, accept: str) -> Prepared:
        form = guard.inspect(asked.query, self._settings.limits).form
        media_type, sent_as = _format(form, accept or None)
        question = Question(asked.query, form, media_type, asked.seconds, asked.default_graphs, asked.named_graphs)
        return Prepared(question, sent_as, is_fleeting(asked.query), digest(asked.query))

    async def _read(self, request: Request, content_type: str) -> bytes:
        limit = self._settings.limits.text_bytes
        direct = protocol.essence(content_type) == protocol.DIRECT
        largest = limit if direct else limit * _FORM_OVERHEAD + _DATASET_BYTES
        return await read_body(request, largest, lambda size: QueryTooLong(size, limit))

    def _answer(self, request: Request, prepared: Prepared, landed: Landed | None) -> Response | StreamedAnswer:
        if "if-none-match" in request.headers and not prepared.fleeting:
            tag = prepared.tag(self._backend.release)
            if is_current(request.scope, tag):
                return not_modified(tag)

        def headers(blocks: Blocks) -> Headers:
            return prepared.headers(blocks.release)

        return StreamedAnswer(
            landed.take if landed else lambda: self._backend.answer(prepared.question),
            headers,
            lambda kept: self._from_memory(request, prepared, kept),
        )

    def _from_memory(self, request: Request, prepared: Prepared, kept: KeptAnswer) -> ASGIApp:
        """A kept answer in the coding that the client prefers, compressed once for all who ask."""
        if "if-none-match" in request.headers and is_current(request.scope, prepared.tag(kept.release)):
            return not_modified(prepared.tag(kept.release))
        headers, body = self.coded(prepared, kept, coding_for(request.headers.get("accept-encoding", "")))
        if request.method == "HEAD":
            headers["Content-Length"] = str(len(body))
            body = b""
        return ready(Response(body, 200, headers))

    async def _describe(self, request: Request) -> Response:
        offered = (*(form.media_type for form in rdf.TRIPLE_FORMATS), rdf.HTML)
        media_type = choose(request.headers.get("accept"), offered)
        if media_type == rdf.HTML:
            language = language_of(request)
            return html_response(request, pages.query_page(language), language)
        endpoint = str(request.base_url).rstrip("/") + ENDPOINT
        rows = await self._lookups.rows("graphs")
        quads = service_description(endpoint, sorted(row["graph"].value for row in rows))
        form = rdf.BY_TYPE[media_type]
        return Response(rdf.write(quads, form), media_type=form.content_type)


@lru_cache(maxsize=256)
def _format(form: Form, accept: str | None) -> tuple[str, str]:
    """The media type to ask the store for, and the name under which the client wants it."""
    offered = formats.offered(form)
    aliases = {alias: name for alias, name in _ALIASES if name in offered}
    sent_as = choose(accept, (*offered, *aliases))
    return aliases.get(sent_as, sent_as), sent_as
