"""The SPARQL endpoint: a plain ASGI application, without the cost of a framework on the hot path."""

from __future__ import annotations

import re
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from ctgraph.api import pages, protocol, rdf
from ctgraph.api.asking import Lookups
from ctgraph.api.description import service_description
from ctgraph.api.headers import entity_tag, is_current, not_modified
from ctgraph.api.negotiate import choose
from ctgraph.api.responses import html_response
from ctgraph.api.streaming import Headers, StreamedAnswer
from ctgraph.api.wording import language_of
from ctgraph.errors import MethodNotAllowed, QueryTooLong
from ctgraph.settings import Settings
from ctgraph.store import formats, guard
from ctgraph.store.backend import Backend, Blocks, Form, Question

# Functions that answer differently each time, so that their answers carry no tag: `NOW()`, `rand ( )`.
# May match inside a string or comment: then the answer is only not cached.
_FLEETING = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\s*\(", re.IGNORECASE)
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


class SparqlEndpoint:
    """Answers /sparql."""

    def __init__(self, backend: Backend, settings: Settings, lookups: Lookups) -> None:
        self._backend = backend
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
        asked = await self._read(request)
        response = await self._describe(request) if asked is None else self._answer(request, asked)
        await response(scope, receive, send)

    async def _read(self, request: Request) -> protocol.ProtocolRequest | None:
        limits = self._settings.limits
        query_string: bytes = request.scope["query_string"]
        if request.method != "POST":
            return protocol.from_url(query_string, limits)
        content_type = request.headers.get("content-type", "")
        direct = protocol.essence(content_type) == protocol.DIRECT
        largest = limits.text_bytes if direct else limits.text_bytes * _FORM_OVERHEAD + _DATASET_BYTES
        body = await _read_body(request, largest, limits.text_bytes)
        return protocol.from_body(query_string, content_type, body, limits)

    def _answer(self, request: Request, asked: protocol.ProtocolRequest) -> Response | StreamedAnswer:
        form = guard.inspect(asked.query, self._settings.limits).form
        media_type, sent_as = _format(form, request.headers.get("accept"))
        fleeting = _FLEETING.search(asked.query) is not None

        def tag(release: str) -> str:
            return entity_tag(release, sent_as, asked.query, repr((asked.default_graphs, asked.named_graphs)))

        if not fleeting and is_current(request.scope, tag(self._backend.release)):
            return not_modified(tag(self._backend.release))
        question = Question(asked.query, form, media_type, asked.seconds, asked.default_graphs, asked.named_graphs)

        def headers(blocks: Blocks) -> Headers:
            sent = {"Content-Type": rdf.content_type(sent_as)}
            if fleeting:
                return {**sent, "Cache-Control": "no-store"}
            return {**sent, "ETag": tag(blocks.release)}

        return StreamedAnswer(lambda: self._backend.answer(question), headers)

    async def _describe(self, request: Request) -> Response:
        offered = (*(form.media_type for form in rdf.TRIPLE_FORMATS), rdf.HTML)
        media_type = choose(request.headers.get("accept"), offered)
        if media_type == rdf.HTML:
            language = language_of(request)
            return html_response(request, pages.query_page(language), language)
        endpoint = str(request.base_url).rstrip("/") + "/sparql"
        rows = await self._lookups.rows("graphs")
        quads = service_description(endpoint, sorted(row["graph"].value for row in rows))
        form = rdf.BY_TYPE[media_type]
        return Response(rdf.write(quads, form), media_type=form.content_type)


def _format(form: Form, accept: str | None) -> tuple[str, str]:
    """The media type to ask the store for, and the name under which the client wants it."""
    offered = formats.offered(form)
    aliases = {alias: name for alias, name in _ALIASES if name in offered}
    sent_as = choose(accept, (*offered, *aliases))
    return aliases.get(sent_as, sent_as), sent_as


async def _read_body(request: Request, largest: int, limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > largest:
            raise QueryTooLong(size, limit)
        parts.append(part)
    return b"".join(parts)
