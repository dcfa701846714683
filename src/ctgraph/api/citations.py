"""How to cite: `/cite/release/{id}.bib`, `/cite/document/{id}.ris`, `/cite/query/{name}.json?…`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from pyoxigraph import Literal, NamedNode
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ctgraph.api.asking import Lookups
from ctgraph.api.exports import Exports
from ctgraph.api.headers import entity_tag, is_current, not_modified
from ctgraph.api.parameters import ANYWHERE, PAGING
from ctgraph.api.responses import redirect
from ctgraph.api.things import find
from ctgraph.errors import NotFound, UnknownName
from ctgraph.graph.catalogue.citing import CITATIONS, Work, citation_file, cited_release
from ctgraph.graph.catalogue.words import NAME
from ctgraph.graph.pages import official_page
from ctgraph.namespaces import ID
from ctgraph.questions.binding import bind
from ctgraph.questions.load import CannedQuery

_CFF: Final = "cff"


class Citations:
    """Answers how a release, a document or an answer is cited; `today` is the day on which somebody looks."""

    def __init__(
        self, lookups: Lookups, exports: Exports, queries: Mapping[str, CannedQuery], today: Callable[[], date]
    ) -> None:
        self._lookups = lookups
        self._exports = exports
        self._queries = queries
        self._today = today

    def routes(self) -> Sequence[Route]:
        return (
            Route("/cite/release/{name}", self.release),
            Route("/cite/document/{name:path}", self.document),
            Route("/cite/query/{name}", self.query),
        )

    async def release(self, request: Request) -> Response:
        """A release that is still here; also as CITATION.cff."""
        identifier, suffix = _split(request, (*CITATIONS, _CFF))
        release = self._exports.release(identifier)
        if release is None:
            raise NotFound(request.url.path)
        issued = str(release.manifest.run.get("ended", ""))[:10]
        return _answer(request, cited_release(release.id, f"{_origin(request)}/release/{release.id}", issued), suffix)

    async def document(self, request: Request) -> Response:
        """A paper, at its official publisher where it has a page there."""
        reference, suffix = _split(request, tuple(CITATIONS))
        found = await find(self._lookups, "document", reference)
        if found is None:
            raise NotFound(request.url.path)
        thing, spelling = found
        if spelling != reference:
            return redirect(301, f"/cite/{thing.value.removeprefix(ID)}.{suffix}")
        return _answer(request, await self._paper(thing, spelling, _origin(request)), suffix)

    async def query(self, request: Request) -> Response:
        """The answer of the current release to a canned query with these parameters."""
        name, suffix = _split(request, tuple(CITATIONS))
        if name not in self._queries:
            raise UnknownName("There is no such query", name[:200], tuple(self._queries))
        query, today = self._queries[name], self._today()
        values = {key: value for key, value in request.query_params.items() if key not in (*PAGING, *ANYWHERE)}
        bind(query, values, today)  # raises InvalidParameters: what cannot be asked cannot be cited
        asked = f"?{request.url.query}" if request.url.query else ""
        release, day = self._lookups.release, today.isoformat()
        url = f"{_origin(request)}/v1/queries/{name}{asked}"
        work = Work("answer", f"{NAME}-{name}-{release}", query.question.en, (NAME,), url, day, release, accessed=day)
        return _answer(request, work, suffix)

    async def _paper(self, thing: NamedNode, reference: str, origin: str) -> Work:
        rows = await self._lookups.rows("cited", document=thing)
        said = {name: term.value for row in rows for name, term in row.items() if isinstance(term, Literal)}
        makers = await self._lookups.rows("creators", document=thing)
        authors = tuple(row["creator"].value for row in makers)
        url = official_page(reference) or f"{origin}/doc/document/{reference}"
        day = self._today().isoformat()
        title = said.get("title", reference)
        return Work("paper", reference, title, authors, url, said.get("date", ""), "", reference, day)


def _split(request: Request, known: Sequence[str]) -> tuple[str, str]:
    reference, _, suffix = request.path_params["name"].rpartition(".")
    if suffix not in known or not reference:
        raise NotFound(request.url.path)
    return reference, suffix


def _answer(request: Request, work: Work, suffix: str) -> Response:
    if suffix == _CFF:
        media_type, text = "application/yaml", citation_file(work)
    else:
        media_type, _, write = CITATIONS[suffix]
        text = write(work)
    tag = entity_tag(text, suffix)
    if is_current(request.scope, tag):
        return not_modified(tag)
    return Response(text.encode(), 200, {"ETag": tag, "Content-Type": media_type})


def _origin(request: Request) -> str:
    return str(request.base_url).rstrip("/")
