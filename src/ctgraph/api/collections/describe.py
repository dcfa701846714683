"""What the API description says of the lookups of a collection."""

from __future__ import annotations

from typing import Final

from ctgraph.api import schemas
from ctgraph.api.collections.load import ALWAYS, Collection, Field
from ctgraph.api.schemas import NEXT, TEXT, TRUNCATED, Schema, array, facet_schema, names, object_schema
from ctgraph.questions.load import Wording
from ctgraph.settings import QueryLimits

_NULLABLE: Final[Schema] = {"type": ["string", "null"]}
_COUNT: Final[Schema] = {"type": "integer"}
_VALUES: Final[dict[str, Schema]] = {
    "text": {"type": "string"},
    "number": {"type": "number"},
    "date": {"type": "string", "format": "date"},
    "concept": {"type": "string"},
    "thing": object_schema(id=TEXT, iri=TEXT, label=TEXT, href=_NULLABLE),
}
_EVIDENCE: Final[Schema] = {
    **array(object_schema(document=TEXT, start=_COUNT, end=_COUNT, quote=TEXT, textDigest=TEXT)),
    "description": "The words that it rests on, with offsets in code points; in a list the first of them.",
}


def listing(collection: Collection, limits: QueryLimits) -> Schema:
    """The operation of the list."""
    members = {
        "release": TEXT,
        collection.name: array(_record(collection)),
        "truncated": TRUNCATED,
        "next": NEXT,
    }
    schema = object_schema(**members)
    schema["properties"]["facets"] = _facets()
    parameters = [
        *(schemas.query_parameter(each.parameter) for each in collection.filters),
        *([_counted(collection)] if collection.facets else []),
        _fields(collection),
        *schemas.paging_parameters(limits),
    ]
    name = "list" + _camel(collection.name)
    operation = _operation(collection, name, collection.summary, schema, parameters)
    first = schemas.following(_item_name(collection), f"$response.body#/{collection.name}/0/id")
    operation["responses"][200]["links"] = {"first": first}
    return operation


def item(collection: Collection, own: tuple[str, ...] = ()) -> Schema:
    """The operation of one thing; `own` is what `fields` chooses from besides what it does in a list."""
    schema = _record(collection)
    schema["properties"] = {
        "release": TEXT,
        **schema["properties"],
        "evidenceTruncated": {"type": "boolean", "description": "It rests on more passages than are shown."},
        "links": {"type": "object", "additionalProperties": TEXT},
    }
    identifier = {
        "name": "id",
        "in": "path",
        "required": True,
        "description": "The official number or the reference; another spelling redirects to it.",
        "schema": TEXT,
        "example": collection.example,
    }
    return _operation(
        collection, _item_name(collection), collection.one, schema, [identifier, _fields(collection, own)]
    )


def _item_name(collection: Collection) -> str:
    """The operation of one thing; documents have one of their own."""
    return f"get{_camel(collection.name)}ById" if collection.item else "getDocument"


def _record(collection: Collection) -> Schema:
    """A record; what `fields` leaves out is absent from it."""
    told = {name: schema for field in collection.fields for name, schema in _members(field).items()}
    schema = object_schema(id=TEXT, iri=TEXT, href=TEXT)
    schema["properties"] = {**schema["properties"], **told, "evidence": _EVIDENCE}
    return schema


def _members(field: Field) -> dict[str, Schema]:
    value = _VALUES[field.type]
    shown = array(value) if field.many else {**value, "type": [value["type"], "null"]}
    members = {field.name: {**shown, "description": f"{field.description.en}. ({field.description.nl}.)"}}
    if field.type == "concept":
        members[f"{field.name}Label"] = array(TEXT) if field.many else _NULLABLE
    return members


def _facets() -> Schema:
    return {"type": "object", "additionalProperties": facet_schema(), "description": "The counts asked for, by facet."}


def _fields(collection: Collection, own: tuple[str, ...] = ()) -> Schema:
    known = (*collection.field_names(), *own)
    return {
        "name": "fields",
        **names((*known, *ALWAYS)),
        "description": "Only these fields, with commas between, and id, iri and href. By default all of them.",
        "example": list(known[:2]),
    }


def _counted(collection: Collection) -> Schema:
    known = [each.name for each in collection.facets]
    return {
        "name": "facets",
        **names(known),
        "description": "What to count by, with commas between. By default nothing is counted.",
        "example": known[:1],
    }


def _operation(collection: Collection, name: str, summary: Wording, schema: Schema, parameters: list[Schema]) -> Schema:
    return {
        "operation_id": name,
        "tags": [collection.name],
        "summary": summary.en,
        "description": summary.nl,
        "responses": {200: {"description": summary.en, "content": {"application/json": {"schema": schema}}}},
        "openapi_extra": {"parameters": parameters},
    }


def _camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("-"))
