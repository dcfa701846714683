"""The Reconciliation Service API 0.2 at /reconcile, for OpenRefine and other tools that match a list to the graph.

Specification: https://reconciliation-api.github.io/specs/0.2/. Other origins are let in by CORS; JSONP, which runs an
answer as a script, is refused with a problem that says so.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ctgraph.api.asking import Lookups
from ctgraph.api.names import TOP_CLASSES, Candidate, Named, NameIndex, Names, likeliest
from ctgraph.api.negotiate import choose
from ctgraph.api.reconcile import properties
from ctgraph.api.reconcile.batches import Query, read_extension, read_queries, read_query
from ctgraph.api.reconcile.manifest import manifest
from ctgraph.api.reconcile.matching import Match, expanded, has_class, ranked, spellings, weigh
from ctgraph.api.reconcile.preview import preview
from ctgraph.api.reconcile.requests import count, read_fields, typed
from ctgraph.api.responses import json_response
from ctgraph.api.things import labels, short
from ctgraph.api.wording import language_of
from ctgraph.errors import InvalidParameters, NotFound
from ctgraph.namespaces import ID

_SUGGESTIONS: Final = 20
_WEIGHED: Final = 10
"""So many candidates more than are wanted are weighed by their properties, which may change their order."""

_FRAMED: Final = {
    "Vary": "Accept-Language",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors *",
}
"""A preview is made to be shown in a frame of somebody else's page, unlike any other page here."""

Results = list[dict[str, Any]]


class Reconciliation:
    """Answers /reconcile and what its manifest leads to."""

    def __init__(self, lookups: Lookups, names: Names) -> None:
        self._lookups = lookups
        self._names = names

    def routes(self) -> Sequence[Route]:
        return (
            Route("/reconcile", self.service, methods=["GET", "POST"]),
            Route("/reconcile/suggest/entity", self.suggest_entity),
            Route("/reconcile/suggest/type", self.suggest_type),
            Route("/reconcile/suggest/property", self.suggest_property),
            Route("/reconcile/properties", self.propose),
            Route("/reconcile/preview", self.preview),
        )

    async def service(self, request: Request) -> Response:
        """The manifest, or the answer to a batch, a single query or a data extension."""
        choose(request.headers.get("accept"), ("application/json",))
        fields = await read_fields(request)
        asked = [name for name in ("queries", "query", "extend") if name in fields]
        if len(asked) > 1:
            raise InvalidParameters([(name, "stands beside another question. Send one at a time.") for name in asked])
        if not asked:
            return json_response(manifest(str(request.base_url).rstrip("/")))
        if asked == ["extend"]:
            return json_response(await self._extend(fields["extend"]))
        if asked == ["query"]:
            [results] = await self._answers([read_query(fields["query"])])
            return json_response({"result": results})
        batch = read_queries(fields["queries"])
        answers = await self._answers(list(batch.values()))
        return json_response({key: {"result": found} for key, found in zip(batch, answers, strict=True)})

    async def _answers(self, queries: Sequence[Query]) -> list[Results]:
        """The candidates of each query; the values of all of them are looked up at once."""
        index = await self._names.index()
        found = [await asyncio.to_thread(_candidates, index, query) for query in queries]
        wanting = [
            each.thing.iri for query, some in zip(queries, found, strict=True) if query.properties for each in some
        ]
        held = await properties.values(self._lookups, wanting)
        names = await properties.names_of(self._lookups, held)
        classes = await self._class_names(each.thing for some in found for each in some)
        answers = []
        for query, some in zip(queries, found, strict=True):
            matches = [weigh(each, query, held.get(each.thing.iri, {}), names) for each in some]
            answers.append([_result(match, sure, classes) for match, sure in ranked(matches, query.limit)])
        return answers

    async def _class_names(self, things: Iterable[Named]) -> Mapping[str, str]:
        return await labels(self._lookups, {NamedNode(name) for thing in things for name in thing.classes}, "en")

    async def _extend(self, text: str) -> dict[str, Any]:
        asked = read_extension(text)
        iris = {given: given if given.startswith(ID) else ID + given for given in asked.ids}
        index = await self._names.index()
        known = {thing.iri for thing in await asyncio.to_thread(index.get, list(iris.values()))}
        held = await properties.values(self._lookups, known)
        names = await properties.names_of(self._lookups, held)
        rows = {
            given: {
                name: [properties.cell(term, names) for term in held.get(iri, {}).get(name, ())]
                for name in asked.properties
            }
            for given, iri in iris.items()
        }
        return {"meta": [properties.BY_ID[name].described() for name in asked.properties], "rows": rows}

    async def suggest_entity(self, request: Request) -> Response:
        """Things that begin with what was typed."""
        prefix, start = typed(request)
        index = await self._names.index()
        things = (await asyncio.to_thread(index.begin, prefix, start + _SUGGESTIONS))[start:]
        classes = await self._class_names(things)
        return json_response({"result": [_suggestion(thing, classes) for thing in things]})

    async def suggest_type(self, request: Request) -> Response:
        """Classes whose name begins with what was typed."""
        prefix, start = typed(request)
        index = await self._names.index()
        names = await labels(self._lookups, [NamedNode(name) for name in await asyncio.to_thread(index.classes)], "en")
        wanted = prefix.casefold()
        fitting = [
            {"id": short(iri), "name": name}
            for iri, name in names.items()
            if wanted in name.casefold() or short(iri).partition(":")[2].casefold().startswith(wanted)
        ]
        return json_response({"result": fitting[start : start + _SUGGESTIONS]})

    async def suggest_property(self, request: Request) -> Response:
        """Properties whose name begins with what was typed."""
        prefix, start = typed(request)
        fitting = [each.described() for each in properties.beginning(prefix)]
        return json_response({"result": fitting[start : start + _SUGGESTIONS]})

    async def propose(self, request: Request) -> Response:
        """The properties that can be fetched for things of a class."""
        name = request.query_params.get("type")
        limit = count("limit", request.query_params.get("limit"), len(properties.PROPERTIES))
        found = [each.described() for each in properties.of_class(name)][:limit]
        return json_response({"properties": found, "limit": limit, **({"type": name} if name else {})})

    async def preview(self, request: Request) -> Response:
        """A small page of a thing, to show beside a candidate."""
        given = request.query_params.get("id", "")
        index = await self._names.index()
        things = await asyncio.to_thread(index.get, [given if given.startswith(ID) else ID + given])
        if not things:
            raise NotFound(f"/reconcile/preview?id={given}")
        held = await properties.values(self._lookups, [things[0].iri])
        names = await properties.names_of(self._lookups, held)
        classes = await self._class_names(things)
        body = preview(things[0], held.get(things[0].iri, {}), {**names, **classes}, language_of(request))
        return Response(body, 200, _FRAMED, "text/html; charset=utf-8")


def _candidates(index: NameIndex, query: Query) -> list[Candidate]:
    """What the index finds by any spelling, of the classes that a query insists on."""
    classes = [] if query.strictness == "should" else [expanded(name) for name in query.classes]
    found: dict[str, Candidate] = {}
    for spelling in spellings(query.words):
        for each in index.find(spelling, classes):
            held = found.get(each.thing.iri)
            if held is None or (each.exact_id, each.overlap) > (held.exact_id, held.overlap):
                found[each.thing.iri] = each
    fitting = [
        each for each in found.values() if query.strictness != "all" or has_class(each.thing, query) in (None, True)
    ]
    return sorted(fitting, key=likeliest)[: query.limit + _WEIGHED]


def _result(match: Match, sure: bool, classes: Mapping[str, str]) -> dict[str, Any]:
    thing = match.candidate.thing
    return {
        "id": thing.reference,
        "name": thing.name,
        "description": _described(thing, classes),
        "score": match.score,
        "match": sure,
        "features": match.features(),
        "type": [{"id": short(name), "name": classes[name]} for name in thing.classes],
    }


def _suggestion(thing: Named, classes: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": thing.reference,
        "name": thing.name,
        "description": _described(thing, classes),
        "notable": [{"id": short(name), "name": classes[name]} for name in thing.classes],
    }


def _described(thing: Named, classes: Mapping[str, str]) -> str:
    """The closest class and the reference, which tell namesakes apart."""
    own = [name for name in thing.classes if name not in TOP_CLASSES.values()] or list(thing.classes)
    return f"{classes[own[0]]} · {thing.reference.partition('/')[2]}"
