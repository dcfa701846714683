"""Documents as JSON records, and what the API description says of their lookups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from starlette.responses import Response

from ctgraph.api import schemas
from ctgraph.api.addresses import local_path
from ctgraph.api.asking import Row
from ctgraph.api.collections import describe
from ctgraph.api.collections.load import Collection
from ctgraph.api.collections.records import PASSAGES, Record, Writer, by_field, evidence
from ctgraph.api.schemas import NEXT, TEXT, TRUNCATED, Schema, array, object_schema
from ctgraph.api.tables import Plain, plain
from ctgraph.namespaces import DEF
from ctgraph.settings import QueryLimits

_NULLABLE: Final[Schema] = {"type": ["string", "null"]}
_COUNT: Final[Schema] = {"type": "integer"}
_PLACE: Final = ("subNumber", "isMainDossier")
OWN: Final = ("counts", "graphs")
"""What `fields` chooses from for one document, besides what it chooses from in a list."""


def local_name(term: Any) -> str:
    """A class by its local name in our ontology, or its IRI."""
    return str(term.value).removeprefix(DEF)


def whole(
    writer: Writer, document: str, names: Sequence[str], rows: Sequence[Row], counts: Mapping[str, int]
) -> Record:
    """A document with what these names ask for: what a list tells of it, its places in its dossiers, all passages that
    it rests on, how much its texts gave by class, and which graphs say something of it.
    """
    fields = [field for field in writer.collection.fields if field.name in names]
    told = writer.record(document, fields, by_field([row for row in rows if "field" in row]))
    if "dossiers" in names:
        told["dossiers"] = _dossiers(told["dossiers"], rows)
    if "evidence" in names:
        passages = [evidence(row) for row in rows if "quote" in row]
        told |= {"evidence": passages[:PASSAGES], "evidenceTruncated": len(passages) > PASSAGES}
    if "counts" in names:
        told["counts"] = {each.removeprefix(DEF): count for each, count in counts.items()}
    if "graphs" in names:
        told["graphs"] = [row["graph"].value for row in rows if "graph" in row]
    return told


def _dossiers(told: Sequence[Record], rows: Sequence[Row]) -> list[Record]:
    """The dossiers, each with the number that the document has in it."""
    places = {row["dossier"].value: row for row in rows if "dossier" in row}
    return [{**each, **{name: plain(places[each["iri"]].get(name)) for name in _PLACE}} for each in told]


def links(href: str, document: str) -> dict[str, str]:
    """Where to go on from a document."""
    return {
        "self": href,
        "references": f"{href}/references",
        "mentions": f"{href}/mentions",
        "text": f"{href}/text",
        "page": local_path(document) or href,
    }


def mention(row: Row) -> dict[str, Plain]:
    """A thing that a text mentions, with the characters that show it."""
    names = ("thing", "start", "end", "quote", "textDigest", "rule", "confidence")
    return {"class": local_name(row["class"]), **{name: plain(row.get(name)) for name in names}}


def document_operation(collection: Collection) -> Schema:
    """One document, for the API description: an item of its collection, and what it alone has."""
    operation = describe.item(collection, OWN)
    response = operation["responses"][200]
    properties = response["content"]["application/json"]["schema"]["properties"]
    dossier = properties["dossiers"]["items"]
    place = object_schema(subNumber=_NULLABLE, isMainDossier={"type": ["boolean", "null"]})
    properties["dossiers"]["items"] = {
        **dossier,
        "properties": dossier["properties"] | place["properties"],
        "required": [*dossier["required"], *place["required"]],
    }
    properties["counts"] = {"type": "object", "additionalProperties": _COUNT}
    properties["graphs"] = array(TEXT)
    parts = {"references": "listReferences", "mentions": "listMentions", "text": "getText"}
    response["links"] = {name: schemas.following(part, "$request.path.id") for name, part in parts.items()}
    return operation


def references_operation(limits: QueryLimits) -> Schema:
    """The references of a document, for the API description."""
    content = schemas.rows_content({"type": "object"})
    parameters = [_id(), *schemas.paging_parameters(limits)]
    return _operation("listReferences", "What a document refers to, as `references-in`", content, parameters)


def mentions_operation(limits: QueryLimits) -> Schema:
    """The mentions in a document, for the API description."""
    number = {"type": ["number", "null"]}
    entry = object_schema(
        **{"class": TEXT},
        thing=TEXT,
        start=_COUNT,
        end=_COUNT,
        quote=TEXT,
        textDigest=TEXT,
        rule=_NULLABLE,
        confidence=number,
    )
    parameters = [_id(), *schemas.paging_parameters(limits)]
    summary = "What the texts of a document mention, with offsets in code points"
    return _operation("listMentions", summary, _paged("mentions", entry), parameters)


def text_operation() -> Schema:
    """The text of a document, for the API description."""
    digest = {
        "name": "digest",
        "in": "query",
        "description": "The SHA-256 of the text version, where there are several.",
        "schema": TEXT,
    }
    content = {"text/plain": {"schema": TEXT}}
    return _operation("getText", "The text that offsets refer to", content, [_id(), digest])


def _id() -> Schema:
    return {
        "name": "id",
        "in": "path",
        "required": True,
        "description": "The official number of a document; another spelling redirects to it.",
        "schema": TEXT,
        "example": "kst-29754-645",
    }


def _paged(name: str, entry: Schema) -> Schema:
    members = {"release": TEXT, name: array(entry), "truncated": TRUNCATED, "next": NEXT}
    return {"application/json": {"schema": object_schema(**members)}}


def _operation(name: str, summary: str, content: Schema, parameters: list[Schema]) -> Schema:
    return {
        "operation_id": name,
        "tags": ["documents"],
        "summary": summary,
        # Without a class FastAPI describes an answer in JSON too.
        "response_class": Response,
        "responses": {200: {"description": summary, "content": content}},
        "openapi_extra": {"parameters": parameters},
    }
