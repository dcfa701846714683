"""The API description: what FastAPI makes of the routes, brought in line with the API Design Rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from ctgraph.api.headers import API_VERSION
from ctgraph.api.problems import MEDIA_TYPE
from ctgraph.api.schemas import TEXT, array, object_schema
from ctgraph.api.wording import LANGUAGES
from ctgraph.graph.catalogue.words import NAME
from ctgraph.namespaces import BASE

_MAIL: Final = "mailto:"
_LICENSE: Final = {"name": "CC0 1.0 (data)", "identifier": "CC0-1.0"}
_HEADERS: Final[Mapping[str, Any]] = {
    "API-Version": {"description": "The full version of this interface.", "required": True, "schema": TEXT}
}
_LANGUAGE: Final[Mapping[str, Any]] = {
    "name": "lang",
    "in": "query",
    "description": "The language of labels and pages, before Accept-Language.",
    "allowEmptyValue": True,
    "schema": {"type": "string", "enum": ["", *LANGUAGES]},
    "example": "nl",
}
_LOCATION: Final = {"Location": {"description": "The address.", "required": True, "schema": TEXT}}
_SHAPE: Final = {
    **object_schema(
        type={"type": "string", "format": "uri"},
        title=TEXT,
        status={"type": "integer"},
        detail=TEXT,
        code=TEXT,
    ),
    "description": "A problem as RFC 9457 has it; `errors` lists every wrong parameter.",
}
_PROBLEMS: Final[Mapping[str, str]] = {
    "400": "Wrong parameters, all of them together.",
    "404": "There is no such thing.",
    "406": "No format fits the Accept header.",
    "414": "The address is longer than is read.",
    "429": "More from one client than its part; Retry-After says when to try again.",
    "502": "The store behind the server gave no whole answer; only where it has one.",
    "500": "A defect here. It says so, and nothing more.",
    "503": "No release, no free worker, or out of time; Retry-After says when to try again.",
}
_OF_THINGS: Final[Mapping[str, str]] = {"410": "What stood here was withdrawn; `correction` says by what."}
_OF_BODIES: Final[Mapping[str, str]] = {
    "413": "The body is larger than is read.",
    "415": "The body is of a type that is not read.",
    "501": "The body is sent in a transfer coding that is not read.",
}


def describe(app: FastAPI, contact: str = "") -> dict[str, Any]:
    """The OpenAPI document of the app's routes under /v1.

    `contact` is where the one who serves it can be reached, as the settings have it; without one none is named.
    """
    document = get_openapi(
        title="ctgraph",
        version=API_VERSION,
        summary="Dutch counterterrorism policy papers as a graph in which every statement has its source",
        description="Questions and lookups. The SPARQL endpoint stands apart, at /sparql.",
        servers=[{"url": "/v1"}],
        routes=app.routes,
    )
    # Put in afterwards: FastAPI would ask for another package to check the address.
    document["info"] |= {**_contact(contact), "license": _LICENSE}
    paths = document["paths"]
    document["paths"] = {path.removeprefix("/v1"): _completed(path, methods) for path, methods in paths.items()}
    errors = array(object_schema(name=TEXT, detail=TEXT))
    problem = {**_SHAPE, "properties": {**_SHAPE["properties"], "errors": errors}}
    document["components"] = {"schemas": {"Problem": problem}}
    return document


def _contact(contact: str) -> dict[str, dict[str, str]]:
    if not contact:
        return {}
    mail = contact.startswith(_MAIL)
    # The API Design Rules ask for an address of the web beside one of mail.
    reached = {"url": BASE, "email": contact.removeprefix(_MAIL)} if mail else {"url": contact}
    return {"contact": {"name": NAME, **reached}}


def _completed(path: str, methods: dict[str, Any]) -> dict[str, Any]:
    for method, operation in methods.items():
        operation.setdefault("parameters", []).append(dict(_LANGUAGE))
        responses = operation["responses"]
        responses.pop("422", None)
        told = dict(_PROBLEMS)
        if method == "get":
            responses["304"] = {"description": "What the client holds, by If-None-Match, is still so."}
        else:
            told |= _OF_BODIES
        for response in responses.values():
            response["headers"] = dict(_HEADERS)
        if "{" in path:
            moved = "Another spelling of the id: the official one stands there."
            responses["301"] = {"description": moved, "headers": {**_HEADERS, **_LOCATION}}
            told |= _OF_THINGS
        for status, description in sorted(told.items()):
            responses[status] = _problem(description)
    return methods


def _problem(description: str) -> dict[str, Any]:
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": description, "headers": dict(_HEADERS), "content": content}
