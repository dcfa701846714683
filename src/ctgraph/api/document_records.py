"""Documents as JSON records, and what the API description says of their lookups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from starlette.responses import Response

from ctgraph.api import schemas
from ctgraph.api.addresses import local_path
from ctgraph.api.asking import Binding, Row
from ctgraph.api.schemas import NEXT, TEXT, TRUNCATED, Schema, array, object_schema
from ctgraph.api.tables import Plain, bound, plain
from ctgraph.namespaces import DEF, ID
from ctgraph.settings import QueryLimits

_NULLABLE: Final[Schema] = {"type": ["string", "null"]}
_DAY: Final[Schema] = {"type": ["string", "null"], "format": "date"}
_COUNT: Final[Schema] = {"type": "integer"}


def local_name(term: Any) -> str:
    """A class by its local name in our ontology, or its IRI."""
    return str(term.value).removeprefix(DEF)


def _href(address: str) -> str:
    return f"/v1/documents/{address.removeprefix(ID + 'document/')}"


def whole(document: str, identifier: str, rows: Sequence[Binding], counts: Mapping[str, int]) -> dict[str, Any]:
    """A document with all that its lookup tells: its names, of several titles or days the first, and its dossiers; how
    much its texts gave by class, where that stands, and where to go on.
    """
    first = {name: row[name] for row in reversed(rows) for name in row}
    return {
        "id": bound(first.get("id")) or identifier,
        "iri": document,
        "title": bound(first.get("title")),
        "kind": bound(first.get("kind")),
        "date": bound(first.get("date")),
        "dossiers": _dossiers(rows),
        "counts": {each.removeprefix(DEF): count for each, count in counts.items()},
        "graphs": [row["graph"]["value"] for row in rows if "graph" in row],
        "links": links(document),
    }


def _dossiers(rows: Sequence[Binding]) -> list[dict[str, Plain]]:
    found: dict[str, dict[str, Plain]] = {}
    for row in rows:
        if "dossier" in row:
            address = row["dossier"]["value"]
            found[address] = {
                "iri": address,
                "id": address.removeprefix(ID + "dossier/"),
                "subNumber": bound(row.get("subNumber")),
                "isMainDossier": bound(row.get("isMainDossier")),
            }
    return list(found.values())


def links(document: str) -> dict[str, str]:
    """Where to go on from a document."""
    href = _href(document)
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


def document_operation() -> Schema:
    """One document, for the API description."""
    dossier = object_schema(iri=TEXT, id=TEXT, subNumber=_NULLABLE, isMainDossier={"type": ["boolean", "null"]})
    body = object_schema(
        release=TEXT,
        id=TEXT,
        iri=TEXT,
        title=_NULLABLE,
        kind=_NULLABLE,
        date=_DAY,
        dossiers=array(dossier),
        counts={"type": "object", "additionalProperties": _COUNT},
        graphs=array(TEXT),
        links={"type": "object", "additionalProperties": TEXT},
    )
    operation = _operation("getDocument", "One document", {"application/json": {"schema": body}}, [_id()])
    parts = {"references": "listReferences", "mentions": "listMentions", "text": "getText"}
    operation["responses"][200]["links"] = {
        name: schemas.following(part, "$request.path.id") for name, part in parts.items()
    }
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
        "summary": summary,
        # Without a class FastAPI describes an answer in JSON too.
        "response_class": Response,
        "responses": {200: {"description": summary, "content": content}},
        "openapi_extra": {"parameters": parameters},
    }
