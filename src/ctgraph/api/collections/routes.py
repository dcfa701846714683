"""The routes of the collections: `/v1/{name}` for the list, `/v1/{name}/{id}` for one thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import quote

from fastapi import APIRouter
from msgspec import Struct
from pyoxigraph import Literal, NamedNode
from starlette.requests import Request
from starlette.responses import Response

from ctgraph.api.asking import Lookups, Pattern, Row, Term
from ctgraph.api.collections import describe
from ctgraph.api.collections.load import ALWAYS, Collection, Facet, Field
from ctgraph.api.collections.patterns import Given, order_of, selection, value_of, values_of
from ctgraph.api.collections.records import PASSAGES, Addresses, Record, Writer, by_field, evidence
from ctgraph.api.headers import entity_tag
from ctgraph.api.negotiate import choose
from ctgraph.api.paging import Page, key_of, question_key
from ctgraph.api.parameters import ANYWHERE, PAGING, Parameters
from ctgraph.api.responses import VARY, json_response, look, redirect, unchanged
from ctgraph.api.shelf import keep_ready
from ctgraph.api.tables import JSON
from ctgraph.api.things import find, labels
from ctgraph.api.wording import Language, language_of
from ctgraph.errors import NotFound
from ctgraph.questions.keyset import condition
from ctgraph.settings import Settings

FACET_VALUES: Final = 50
"""Values of one facet that an answer shows."""


class _Asked(Struct, frozen=True):
    """What a list is asked for."""

    given: Given
    fields: tuple[Field, ...]
    facets: tuple[Facet, ...]
    passages: bool
    language: Language
    page: Page


class CollectionRoutes:
    """Answers the lookups of all collections."""

    def __init__(self, lookups: Lookups, settings: Settings, collections: Mapping[str, Collection]) -> None:
        self._lookups = lookups
        self._settings = settings
        self._collections = collections
        self._addresses = Addresses.of(tuple(collections.values()))

    def router(self) -> APIRouter:
        """A list for each collection, and an item for each that has no other."""
        router = APIRouter(prefix="/v1", redirect_slashes=False)
        for collection in self._collections.values():
            lookup = _Lookup(self._lookups, self._settings, collection, self._addresses)
            operation = describe.listing(collection, self._settings.limits)
            router.add_api_route(f"/{collection.name}", lookup.listing, response_model=None, **operation)
            if collection.item:
                operation = describe.item(collection)
                router.add_api_route(f"/{collection.name}/{{id:path}}", lookup.item, response_model=None, **operation)
        return router


class _Lookup:
    """Answers the lookups of one collection."""

    def __init__(self, lookups: Lookups, settings: Settings, collection: Collection, addresses: Addresses) -> None:
        self._lookups = lookups
        self._limits = settings.limits
        self._collection = collection
        self._addresses = addresses
        # As for canned queries, the pages of a store elsewhere are counted.
        self._order = () if settings.store else order_of(collection)
        self._tag = entity_tag(repr(collection))

    async def listing(self, request: Request) -> Response:
        """A page of the collection, narrowed and counted as asked."""
        choose(request.headers.get("accept"), (JSON,))
        release = self._lookups.release
        parameters = Parameters(request)
        asked = self._asked(request, parameters)
        parameters.check()
        page = asked.page
        tag = self._page_tag("list", page.key, str(page.limit), page.cursor)
        if (held := unchanged(request, tag)) is not None:
            return held
        chosen = selection(self._collection, asked.given)
        rows = await self._page_rows(chosen, page)
        counted = [await self._facet_rows(chosen, facet) for facet in asked.facets]
        things = [_node(row["thing"]) for row in rows[: page.limit]]
        records, writer = await self._records(things, asked.fields, asked.passages, asked.language, counted)
        if self._lookups.release != release:
            # Another release became current in between: what was read of the old one no longer holds.
            return await self.listing(request)
        keep_ready(request.scope, release)
        shown = [key_of(row, self._order) for row in rows[: page.limit]] if self._order else ()
        following = parameters.next_address(page, shown) if len(rows) > page.limit else None
        body = {
            "release": release,
            self._collection.name: records,
            "truncated": following is not None,
            "next": following,
        }
        if asked.facets:
            body["facets"] = {
                facet.name: {
                    "values": writer.counted(facet, found[:FACET_VALUES]),
                    "truncated": len(found) > FACET_VALUES,
                }
                for facet, found in zip(asked.facets, counted, strict=True)
            }
        link = {"Link": f'<{following}>; rel="next"'} if following else {}
        return json_response(body, {"ETag": tag, "Vary": VARY, **link})

    async def item(self, request: Request) -> Response:
        """One thing of the collection, with the words that it rests on and where to go on."""
        choose(request.headers.get("accept"), (JSON,))
        release = self._lookups.release
        parameters = Parameters(request)
        parameters.refuse_unknown(("fields", *ANYWHERE))
        fields, passages = self._fields(parameters)
        parameters.check()
        language = language_of(request)
        tag = self._page_tag("item", release, request.url.path, request.url.query, language)
        if (held := unchanged(request, tag)) is not None:
            return held
        given = request.path_params["id"]
        thing, identifier = await self._find(given, request)
        if identifier != given:
            return redirect(301, f"/v1/{self._collection.name}/{identifier}", request)
        records, _ = await self._records([thing], fields, False, language, ())
        record = records[0]
        if passages:
            record.update(await self._evidence(thing))
        if self._lookups.release != release:
            return await self.item(request)
        keep_ready(request.scope, release)
        return json_response({"release": release, **record, "links": self._links(record)}, {"ETag": tag, "Vary": VARY})

    def _asked(self, request: Request, parameters: Parameters) -> _Asked:
        filters = {each.parameter.name: each.parameter for each in self._collection.filters}
        facets = {each.name: each for each in self._collection.facets}
        known = (*filters, *(("facets",) if facets else ()), "fields", *PAGING, *ANYWHERE)
        parameters.refuse_unknown(known)
        given: dict[str, NamedNode | Literal] = {}
        for name, parameter in filters.items():
            term = parameters.term(parameter)
            if term is not None:
                given[name] = term
        fields, passages = self._fields(parameters)
        counted = parameters.names("facets", tuple(facets), ())
        language = language_of(request)
        terms = sorted((name, str(term)) for name, term in given.items())
        question = repr((self._collection.name, terms, [each.name for each in fields], passages, counted, language))
        page = parameters.page(question_key(self._lookups.release, question), self._limits, len(self._order))
        return _Asked(given, fields, tuple(facets[name] for name in counted), passages, language, page)

    def _fields(self, parameters: Parameters) -> tuple[tuple[Field, ...], bool]:
        """The fields asked for, and whether the evidence is among them; what every record has may be named too."""
        known = self._collection.field_names()
        names = parameters.names("fields", (*known, *ALWAYS), known)
        return tuple(field for field in self._collection.fields if field.name in names), "evidence" in names

    def _page_tag(self, *parts: str) -> str:
        return entity_tag(look(), self._tag, *parts)

    async def _page_rows(self, chosen: Pattern, page: Page) -> list[Row]:
        template = "lookup-newest" if self._collection.newest else "lookup-named"
        order = Pattern(self._collection.order)
        start = page.position
        after = Pattern(f"FILTER ({condition(self._order, start.terms)})" if start.after else "")
        return await self._lookups.rows(
            template, selection=chosen, order=order, after=after, limit=page.limit + 1, offset=start.skip
        )

    async def _facet_rows(self, chosen: Pattern, facet: Facet) -> list[Row]:
        return await self._lookups.rows("lookup-facet", selection=chosen, value=value_of(facet), limit=FACET_VALUES + 1)

    async def _records(
        self,
        things: Sequence[NamedNode],
        fields: Sequence[Field],
        passages: bool,
        language: Language,
        counted: Sequence[Sequence[Row]],
    ) -> tuple[list[Record], Writer]:
        """The records of things, and what writes them; it has the labels of the facets too."""
        asked = things and fields
        rows = await self._lookups.rows("lookup-values", values=values_of(fields, things)) if asked else []
        terms: list[Term] = [row["value"] for found in (rows, *counted) for row in found]
        writer = Writer(self._collection, self._addresses, await labels(self._lookups, terms, language))
        values = by_field(rows)
        records = [writer.record(thing.value, fields, values) for thing in things]
        if passages:
            shown = await self._first_passages(things)
            for record in records:
                record["evidence"] = shown.get(record["iri"], [])
        return records, writer

    async def _first_passages(self, things: Sequence[NamedNode]) -> dict[str, list[Record]]:
        """One passage for each thing that rests on any."""
        rows = await self._lookups.rows("first-passages", things=things) if things else []
        chosen = [(row["thing"].value, _node(row["passage"])) for row in rows if "passage" in row]
        if not chosen:
            return {}
        told = await self._lookups.rows("passages", things=sorted({passage for _, passage in chosen}, key=str))
        quoted = {row["passage"].value: evidence(row) for row in told}
        return {thing: [quoted[passage.value]] for thing, passage in chosen if passage.value in quoted}

    async def _evidence(self, thing: NamedNode) -> Record:
        rows = await self._lookups.rows("evidence", thing=thing, limit=PASSAGES + 1)
        return {"evidence": [evidence(row) for row in rows[:PASSAGES]], "evidenceTruncated": len(rows) > PASSAGES}

    async def _find(self, given: str, request: Request) -> tuple[NamedNode, str]:
        """The thing and its id as the data spells it; raises NotFound."""
        several = len(self._collection.kinds) > 1
        for kind in self._collection.kinds:
            reference = given.removeprefix(f"{kind}/") if several else given
            found = await find(self._lookups, kind, reference)
            if found is not None and await self._belongs(found[0]):
                return found[0], f"{kind}/{found[1]}" if several else found[1]
        raise NotFound(request.url.path)

    async def _belongs(self, thing: NamedNode) -> bool:
        classes = Pattern(", ".join(self._collection.classes))
        return bool(await self._lookups.rows("lookup-member", thing=thing, classes=classes))

    def _links(self, record: Record) -> dict[str, str]:
        value = quote(str(record["id"]), safe="/")
        more = {name: f"{address}{value}" for name, address in self._collection.links.items()}
        return {"self": record["href"], **more, "page": f"/doc/{record['iri'].partition('/id/')[2]}"}


def _node(term: Term) -> NamedNode:
    assert isinstance(term, NamedNode)
    return term
