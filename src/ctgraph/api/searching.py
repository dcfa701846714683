"""Full text: /v1/search over the texts of the release and the titles of all documents."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any, Final

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter
from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import Response

from ctgraph.api import schemas
from ctgraph.api.asking import Lookups
from ctgraph.api.headers import entity_tag
from ctgraph.api.negotiate import choose
from ctgraph.api.paging import question_key
from ctgraph.api.parameters import ANYWHERE, PAGING, Parameters
from ctgraph.api.responses import VARY, json_response, look, unchanged
from ctgraph.api.schemas import NEXT, TEXT, TRUNCATED, Schema, array, facet_schema, object_schema
from ctgraph.api.tables import JSON
from ctgraph.api.things import Labels, labels
from ctgraph.api.wording import language_of
from ctgraph.errors import StoreBusy
from ctgraph.identifiers import concept_iri
from ctgraph.namespaces import ID
from ctgraph.questions.load import Parameter, Wording
from ctgraph.settings import Settings
from ctgraph.store.releases import Release, load
from ctgraph.store.search_query import read_query
from ctgraph.store.searching import Hit, Hits, Wanted, search

FACET_VALUES: Final = 50
"""Values of one facet that an answer shows."""
_AT_ONCE: Final = 2
_WAITING: Final = 32
_Q: Final = Parameter(
    "q", "text", True, "", (), Wording("De woorden", 'Words, "phrases" and -words to leave out'), "dreiging -jihadisme"
)
_DOSSIER: Final = Parameter("dossier", "dossier", False, "", (), Wording("Het dossier", "The dossier"), "29754")
_KIND: Final = Parameter(
    "kind", "text", False, "", (), Wording("Het soort stuk", "The kind of paper"), "brief-regering"
)
_YEAR: Final = Parameter("year", "count", False, "", (), Wording("Het jaar", "The year"), "2022")
_FILTERS: Final = (_KIND, _DOSSIER, _YEAR)


class Search:
    """Answers /v1/search from the index of the current release."""

    def __init__(self, lookups: Lookups, settings: Settings) -> None:
        self._lookups = lookups
        self._settings = settings
        self._threads: CapacityLimiter | None = None

    def router(self) -> APIRouter:
        """The one route."""
        router = APIRouter(prefix="/v1", tags=["search"], redirect_slashes=False)
        router.add_api_route("/search", self.search, response_model=None, **_operation(self._settings))
        return router

    async def search(self, request: Request) -> Response:
        """A page of texts, best first, with the passages that have the words, and counts."""
        choose(request.headers.get("accept"), (JSON,))
        release = self._lookups.release
        parameters = Parameters(request)
        parameters.refuse_unknown((*(each.name for each in (_Q, *_FILTERS)), *PAGING, *ANYWHERE))
        query = parameters.read("q", lambda: read_query(parameters.value("q") or ""), None)
        values = _values(parameters)
        page = parameters.page(question_key(release, repr((query, sorted(values.items())))), self._settings.limits)
        parameters.check()
        assert query is not None
        language = language_of(request)
        tag = entity_tag(look(), page.key, str(page.limit), str(page.offset), language)
        if (held := unchanged(request, tag)) is not None:
            return held
        held_release = _loaded(self._settings, release)
        wanted = Wanted(query, values, page.limit, page.offset, self._settings.limits.seconds)
        found = await to_thread.run_sync(
            partial(search, held_release.search, held_release.text, wanted), limiter=self._limiter()
        )
        named = await labels(self._lookups, _things(found), language)
        following = parameters.next_address(page) if found.total > page.offset + page.limit else None
        body = {
            "release": release,
            "total": found.total,
            "results": [_result(hit, named) for hit in found.hits],
            "facets": _facets(found, named),
            "truncated": following is not None,
            "next": following,
        }
        link = {"Link": f'<{following}>; rel="next"'} if following else {}
        return json_response(body, {"ETag": tag, "Vary": VARY, **link})

    def _limiter(self) -> CapacityLimiter:
        """Few at once, since each takes a processor; raises StoreBusy where too many wait."""
        if self._threads is None:
            self._threads = CapacityLimiter(_AT_ONCE)
        if self._threads.statistics().tasks_waiting >= _WAITING:
            raise StoreBusy
        return self._threads


@lru_cache(maxsize=8)
def _loaded(settings: Settings, identifier: str) -> Release:
    """A release; once, since its manifest never changes."""
    return load(settings, identifier)


def _values(parameters: Parameters) -> dict[str, str]:
    """The values that hits must have, as the index writes them."""
    values: dict[str, str] = {}
    for each in _FILTERS:
        term = parameters.term(each)
        if term is not None:
            values[each.name] = term.value.removeprefix(f"{ID}dossier/")
    return values


def _iri(facet: str, value: str) -> str | None:
    """The thing that a value of a facet stands for; a year stands for itself."""
    if facet == "kind":
        return concept_iri("document-kind", value)
    return f"{ID}dossier/{value}" if facet == "dossier" else None


def _things(found: Hits) -> list[NamedNode]:
    """What the answer shows by a label."""
    shown = [(facet, value) for facet, counts in found.facets.items() for value in list(counts)[:FACET_VALUES]]
    shown += [("kind", hit.kind) for hit in found.hits if hit.kind]
    return [NamedNode(iri) for facet, value in shown if (iri := _iri(facet, value)) is not None]


def _result(hit: Hit, named: Labels) -> dict[str, Any]:
    kind = _iri("kind", hit.kind) if hit.kind else None
    return {
        "id": hit.id,
        "iri": hit.document,
        "href": f"/v1/documents/{hit.document.removeprefix(ID + 'document/')}",
        "title": hit.title or None,
        "kind": hit.kind or None,
        "kindLabel": named[kind] if kind else None,
        "date": hit.day or None,
        "textDigest": hit.digest or None,
        "snippets": [
            {
                "start": each.start,
                "end": each.end,
                "quote": each.text,
                "found": [{"start": start, "end": end} for start, end in each.found],
            }
            for each in hit.snippets
        ],
    }


def _facets(found: Hits, named: Labels) -> dict[str, Any]:
    return {
        facet: {
            "values": [_counted(facet, value, count, named) for value, count in list(counts.items())[:FACET_VALUES]],
            "truncated": len(counts) > FACET_VALUES,
        }
        for facet, counts in found.facets.items()
    }


def _counted(facet: str, value: str, count: int, named: Mapping[str, str]) -> dict[str, Any]:
    iri = _iri(facet, value)
    if iri is None:
        return {"value": int(value), "count": count}
    return {"value": value, "iri": iri, "label": named[iri], "count": count}


def _schema() -> Schema:
    """A page of texts with what was found in them."""
    number: Schema = {"type": "integer"}
    nullable: Schema = {"type": ["string", "null"]}
    place = object_schema(start=number, end=number)
    snippet = object_schema(start=number, end=number, quote=TEXT, found=array(place))
    result = object_schema(
        id=TEXT,
        iri=TEXT,
        href=TEXT,
        title=nullable,
        kind=nullable,
        kindLabel=nullable,
        date={"type": ["string", "null"], "format": "date"},
        textDigest=nullable,
        snippets=array(snippet),
    )
    facet = facet_schema()
    return object_schema(
        release=TEXT,
        total=number,
        results=array(result),
        facets=object_schema(kind=facet, dossier=facet, year=facet),
        truncated=TRUNCATED,
        next=NEXT,
    )


def _operation(settings: Settings) -> Schema:
    words = schemas.query_parameter(_Q)
    words["schema"]["format"] = "words"
    parameters = [words, *(schemas.query_parameter(each) for each in _FILTERS)]
    return {
        "operation_id": "search",
        "summary": "Texts with these words, best first",
        "description": (
            "Words are found in every form and within compounds; all of them must be there, in the text or in the "
            "title. Words in quotation marks must follow each other; with a hyphen before it a word or phrase must not "
            "be there. Offsets are code points of the text with that digest."
        ),
        "responses": {
            200: {"description": "One page of texts.", "content": {JSON: {"schema": _schema()}}},
        },
        "openapi_extra": {"parameters": [*parameters, *schemas.paging_parameters(settings.limits)]},
    }
