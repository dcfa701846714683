"""Texts that a client sends: the references in one, resolved, and everything that is found in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, Literal, Protocol

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from ctgraph.api.bodies import read_body
from ctgraph.api.headers import entity_tag, is_current, not_modified
from ctgraph.api.negotiate import choose
from ctgraph.api.parameters import ANYWHERE, Parameters
from ctgraph.api.schemas import TEXT, Schema, array, object_schema
from ctgraph.api.tables import JSON
from ctgraph.errors import InvalidParameters, ReadingFailed, TextTooLong, UnsupportedMedia
from ctgraph.identifiers import is_reference

BODY_BYTES: Final = 1024**2
"""The largest body that is read."""
_MEMBERS: Final = ("text", "date", "id")
_NOTHING: Final = b"[]"
Form = Literal["json", "anno", "html"]
ANNOTATIONS: Final = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
"""The media type of W3C Web Annotations."""
_FORMS: Final[Mapping[str, Form]] = MappingProxyType({JSON: "json", "application/ld+json": "anno", "text/html": "html"})
"""What a client may accept, best first."""
_NUMBER: Final[Schema] = {"type": "integer"}
_READABLE: Final[Schema] = {"type": "string", "pattern": "^[^\\u0000]*$"}


class TextReader(Protocol):
    """Reads texts, and gives what it finds in UTF-8: a JSON list, or the form asked for.

    Offsets are code points of the text as sent, half open.
    Raises InputError for what is no text, ReadingFailed where time or memory did not do, StoreBusy.
    """

    async def annotations(self, text: str, day: date | None, identifier: str, form: Form = "json") -> bytes:
        """Everything found in a text, in a form; a text of white space has an answer too."""

    async def references(self, text: str, day: date | None) -> bytes:
        """The references in a text, resolved."""

    def close(self) -> None:
        """Stop reading."""


class NoReader:
    """Stands where an application was made without a reader."""

    async def annotations(self, text: str, day: date | None, identifier: str, form: Form = "json") -> bytes:
        """Refuse."""
        raise ReadingFailed("this server reads no texts")

    async def references(self, text: str, day: date | None) -> bytes:
        """Refuse."""
        raise ReadingFailed("this server reads no texts")

    def close(self) -> None:
        """Nothing runs."""


class Annotating:
    """Answers /v1/references and /v1/annotations."""

    def __init__(self, reader: TextReader) -> None:
        self._reader = reader

    def router(self) -> APIRouter:
        """The two routes."""
        router = APIRouter(prefix="/v1", tags=["texts"], redirect_slashes=False)
        router.add_api_route("/references", self.references, response_model=None, **_references_operation())
        router.add_api_route(
            "/annotations", self.annotations, methods=["POST"], response_model=None, **_annotations_operation()
        )
        return router

    async def references(self, request: Request) -> Response:
        """The references in the text of the address."""
        choose(request.headers.get("accept"), (JSON,))
        parameters = Parameters(request)
        parameters.refuse_unknown(("text", "date", *ANYWHERE))
        text = parameters.value("text")
        if text is None:
            parameters.faults.append(("text", "is missing. It takes words, such as Kamerstuk 29 754, nr. 645."))
        day = parameters.read("date", lambda: _day(parameters.value("date")), None)
        parameters.read("text", lambda: _readable(text or ""), None)
        parameters.check()
        found = await self._reader.references(text or "", day) if text and text.strip() else _NOTHING
        body = b'{"references":' + found + b"}"
        tag = entity_tag(body.decode())
        return not_modified(tag) if is_current(request.scope, tag) else Response(body, 200, {"ETag": tag}, JSON)

    async def annotations(self, request: Request) -> Response:
        """Everything found in the text of the body, in the form that the client accepts."""
        media_type = choose(request.headers.get("accept"), tuple(_FORMS))
        given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if given != JSON:
            raise UnsupportedMedia(given, (JSON,))
        parameters = Parameters(request)
        parameters.refuse_unknown(ANYWHERE)
        parameters.check()
        text, day, identifier = _members(await read_body(request, BODY_BYTES, lambda _: TextTooLong(BODY_BYTES)))
        form = _FORMS[media_type]
        if form == "json" and not text.strip():
            return Response(_NOTHING, 200, None, JSON)
        found = await self._reader.annotations(text, day, identifier, form)
        return Response(found, 200, None, ANNOTATIONS if form == "anno" else media_type)


def _members(body: bytes) -> tuple[str, date | None, str]:
    """Text, day and id; raises InvalidParameters with every fault."""
    values = _strings(body)
    faults, day = [], None
    for name, check in (("text", _readable), ("date", _day), ("id", _identifier)):
        try:
            day = check(values[name]) or day
        except ValueError as error:
            faults.append((name, str(error)))
    if faults:
        raise InvalidParameters(faults)
    return values["text"], day, values["id"] or "text"


def _strings(body: bytes) -> dict[str, str]:
    """The members of the object; one that was left out is empty."""
    try:
        given = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise InvalidParameters([("body", f"is no JSON in UTF-8 ({str(error)[:200]}).")]) from error
    if not isinstance(given, dict):
        raise InvalidParameters([("body", "is no JSON object. Send one with the member `text`.")])
    faults = [
        (name[:100], f"is no member here. Known: {', '.join(_MEMBERS)}.") for name in given if name not in _MEMBERS
    ]
    values = {name: given.get(name) for name in _MEMBERS}
    faults += [
        (name, "is no string.")
        for name, value in values.items()
        if not isinstance(value, str) and (value is not None or name == "text")
    ]
    if faults:
        raise InvalidParameters(faults)
    return {name: value or "" for name, value in values.items()}


def _readable(text: str) -> None:
    """Raise ValueError for characters that no text holds, with their place."""
    for place, character in enumerate(text):
        if character == "\0" or "\ud800" <= character <= "\udfff":
            what = "NUL" if character == "\0" else "half of a surrogate pair"
            raise ValueError(f"has {what} at character {place}. Leave it out.")


def _day(value: str | None) -> date | None:
    if not value:
        return None
    try:
        if len(value) != 10:
            raise ValueError(value)
        return date.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f"{value[:50]!r} does not fit. It takes a day as YYYY-MM-DD, such as 2022-07-06.") from error


def _identifier(value: str) -> None:
    if value and not is_reference(value):
        raise ValueError(f"{value[:80]!r} is no id of a paper. It takes one such as kst-29754-645.")


def _references_operation() -> Schema:
    reference = object_schema(
        start=_NUMBER,
        end=_NUMBER,
        text=TEXT,
        id=TEXT,
        iris=array(TEXT),
        resolutionStatus={"type": "string", "enum": ["resolved", "identified", "ambiguous", "suspect"]},
        reason=TEXT,
        suggestion=TEXT,
    )
    day = {"type": "string", "format": "date"}
    parameters = [
        _parameter("text", "The text to read.", _READABLE, "Kamerstuk 29 754, nr. 645", required=True),
        _parameter("date", "The day of the text, for times that count from it.", day, "2022-07-06"),
    ]
    summary = "The references in a text, resolved: official id, IRI, status, and the reason of a doubt"
    return {
        "operation_id": "resolveReferences",
        "summary": summary,
        "responses": _responses(summary, object_schema(references=array(reference))),
        "openapi_extra": {"parameters": parameters},
    }


def _annotations_operation() -> Schema:
    annotation = object_schema(type=TEXT, start=_NUMBER, end=_NUMBER, text=TEXT, normalized={"type": "object"})
    body = {
        "type": "object",
        "properties": {
            "text": {**_READABLE, "description": f"The text; the whole body has at most {BODY_BYTES} bytes."},
            "date": {"type": ["string", "null"], "format": "date", "description": "Its day, if it prints none."},
            "id": {**_or_nothing("document"), "description": "Its number, if it prints none."},
        },
        "required": ["text"],
        "additionalProperties": False,
        "example": {"text": "Zie Kamerstuk 29 754, nr. 645.", "date": "2022-07-06"},
    }
    summary = "Everything found in a text, with offsets in code points of the text as sent"
    return {
        "operation_id": "annotateText",
        "summary": summary,
        "responses": {200: {"description": summary, "content": _contents(array(annotation))}},
        "openapi_extra": {"requestBody": {"required": True, "content": {JSON: {"schema": body}}}},
    }


def _or_nothing(form: str) -> Schema:
    """A string of this format; null and an empty one are as if left out."""
    return {"type": ["string", "null"], "anyOf": [{"format": form}, {"const": ""}]}


def _contents(schema: Schema) -> Schema:
    """The list of our own, W3C Web Annotations, and the text with links."""
    collection = object_schema(id=TEXT, type=TEXT, total=_NUMBER, first={"type": "object"})
    return {JSON: {"schema": schema}, ANNOTATIONS: {"schema": collection}, "text/html": {"schema": TEXT}}


def _responses(summary: str, schema: Schema) -> dict[int | str, Schema]:
    return {200: {"description": summary, "content": {JSON: {"schema": schema}}}}


def _parameter(name: str, description: str, schema: Schema, example: str, required: bool = False) -> Schema:
    return {
        "name": name,
        "in": "query",
        "required": required,
        **({} if required else {"allowEmptyValue": True}),
        "description": description,
        "schema": schema,
        "example": example,
    }
