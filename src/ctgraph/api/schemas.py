"""What the API description says of canned queries: parameters, columns, answers and problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from ctgraph.api.asking import JSON_RESULTS
from ctgraph.questions.load import CannedQuery, Column, Parameter
from ctgraph.questions.parameters import MAX_LENGTH
from ctgraph.settings import QueryLimits

Schema = dict[str, Any]

TEXT: Final[Schema] = {"type": "string"}
_PARAMETERS: Final[Mapping[str, Schema]] = {
    "date": {"type": "string", "format": "date"},
    "count": {"type": "integer", "minimum": 0, "maximum": 9999},
    "choice": {"type": "string"},
    "text": {"type": "string", "maxLength": MAX_LENGTH},
}
_COLUMNS: Final[Mapping[str, Schema]] = {
    "iri": {"type": "string", "format": "iri"},
    "date": {"type": "string", "format": "date"},
    "edtf": {"type": "string", "format": "edtf"},
    "integer": {"type": "integer"},
    "decimal": {"type": "number"},
    "boolean": {"type": "boolean"},
}
_FORMATS: Final = (JSON_RESULTS, "application/sparql-results+xml", "text/csv", "text/tab-separated-values", "text/html")


TRUNCATED: Final[Schema] = {"type": "boolean", "description": "There are more rows than this page has."}
NEXT: Final[Schema] = {"type": ["string", "null"], "description": "The address of the next page."}


def names(known: Sequence[str]) -> Schema:
    """Some of these names, with commas between; nothing at all is as if left out."""
    schema = array({"type": "string", "enum": list(known)})
    return {"in": "query", "style": "form", "explode": False, "allowEmptyValue": True, "schema": schema}


def array(items: Schema) -> Schema:
    """A list of such items."""
    return {"type": "array", "items": items}


def object_schema(**properties: Schema) -> Schema:
    """An object that has all these members."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def facet_schema() -> Schema:
    """The values of a facet with their counts; what is no plain value has an IRI and a label too."""
    value = object_schema(value={"type": ["string", "integer"]}, count={"type": "integer"})
    value["properties"] |= {"iri": TEXT, "label": TEXT}
    return object_schema(values=array(value), truncated=TRUNCATED)


def following(operation: str, identifier: str) -> Schema:
    """A link of OpenAPI to an operation on the thing whose id stands at that place."""
    return {"operationId": operation, "parameters": {"id": identifier}}


def operation_id(name: str) -> str:
    """The name of a query as an operation: `references-in` is `askReferencesIn`."""
    return "ask" + "".join(part.capitalize() for part in name.split("-"))


def query_parameters(query: CannedQuery, limits: QueryLimits) -> list[Schema]:
    """The parameters of a query, with those of paging."""
    return [*(query_parameter(parameter) for parameter in query.parameters), *paging_parameters(limits)]


def paging_parameters(limits: QueryLimits) -> list[Schema]:
    """How many rows, and from where on."""
    return [
        {
            "name": "limit",
            "in": "query",
            "description": "How many rows at most.",
            "schema": {"type": "integer", "minimum": 1, "maximum": limits.max_rows, "default": limits.rows},
        },
        {
            "name": "page",
            "in": "query",
            "description": "The cursor of a page, as `next` gives it; opaque, and good for one release.",
            "schema": {"type": "string", "format": "cursor", "pattern": "^[A-Za-z0-9_-]+$"},
        },
    ]


def query_parameter(parameter: Parameter) -> Schema:
    """A parameter; what JSON Schema cannot say of a type is in its format, which `queries/README.md` describes."""
    named = {"type": "string", "format": parameter.type, "maxLength": MAX_LENGTH}
    schema = dict(_PARAMETERS.get(parameter.type, named))
    if parameter.required and schema["type"] == "string":
        schema["minLength"] = 1
    if parameter.choices:
        schema["enum"] = list(parameter.choices)
    if parameter.default and parameter.default != "today":
        schema["default"] = int(parameter.default) if schema["type"] == "integer" else parameter.default
    example: Any = int(parameter.example) if parameter.type == "count" else parameter.example
    default = " By default today." if parameter.default == "today" else ""
    return {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        # As the forms of the pages send it: an empty value is as if left out.
        **({} if parameter.required else {"allowEmptyValue": True}),
        "description": f"{parameter.description.en}.{default} ({parameter.description.nl}.)",
        "schema": schema,
        "example": example,
    }


def _column(column: Column) -> Schema:
    schema = dict(_COLUMNS.get(column.type, TEXT))
    if column.optional:
        schema["type"] = [schema["type"], "null"]
    return {**schema, "description": f"{column.description.en}. ({column.description.nl}.)"}


def query_responses(query: CannedQuery) -> dict[int | str, Schema]:
    """The answer of a query: one page of rows as objects, or SPARQL results."""
    row = object_schema(**{column.name: _column(column) for column in query.columns})
    return {200: {"description": "One page of rows.", "content": rows_content(row)}}


def rows_content(row: Schema) -> Schema:
    """The media types of a page of rows."""
    page = object_schema(query=TEXT, release=TEXT, columns=array(TEXT), rows=array(row), truncated=TRUNCATED, next=NEXT)
    return {"application/json": {"schema": page}, **{form: {"schema": TEXT} for form in _FORMATS}}


def described(query: CannedQuery) -> Schema:
    """A query as the list of queries shows it."""
    return {
        "name": query.name,
        "href": f"/v1/queries/{query.name}",
        "summary": {"nl": query.summary.nl, "en": query.summary.en},
        "question": {"nl": query.question.nl, "en": query.question.en},
        "parameters": [
            {
                "name": parameter.name,
                "type": parameter.type,
                "required": parameter.required,
                "default": parameter.default or None,
                "choices": list(parameter.choices),
                "description": {"nl": parameter.description.nl, "en": parameter.description.en},
                "example": parameter.example,
            }
            for parameter in query.parameters
        ],
        "columns": [
            {
                "name": column.name,
                "type": column.type,
                "optional": column.optional,
                "description": {"nl": column.description.nl, "en": column.description.en},
            }
            for column in query.columns
        ],
    }


def catalog_responses() -> dict[int | str, Schema]:
    """The answer of the list of queries."""
    wording = object_schema(nl=TEXT, en=TEXT)
    entry = object_schema(
        name=TEXT,
        href=TEXT,
        summary=wording,
        question=wording,
        parameters=array({"type": "object"}),
        columns=array({"type": "object"}),
    )
    schema = object_schema(queries=array(entry))
    return {200: {"description": "All canned queries.", "content": {"application/json": {"schema": schema}}}}
