"""What a request to /sparql asks for, by the SPARQL 1.1 Protocol; pure, and apart from evaluation."""

from __future__ import annotations

import math
import re
from binascii import a2b_qp
from collections.abc import Sequence
from typing import Final
from urllib.parse import parse_qsl

from msgspec import Struct
from pyoxigraph import NamedNode

from ctgraph.errors import InvalidParameters, MethodNotAllowed, QueryForbidden, UnsupportedMedia
from ctgraph.settings import QueryLimits

METHODS: Final = ("GET", "HEAD", "POST", "OPTIONS")
FORM: Final = "application/x-www-form-urlencoded"
DIRECT: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"
_GRAPH_PARAMETERS: Final = ("default-graph-uri", "named-graph-uri")


class ProtocolRequest(Struct, frozen=True):
    """A query as sent, with the protocol's dataset (None: the query's own counts) and its deadline."""

    query: str
    seconds: float
    default_graphs: tuple[str, ...] | None
    named_graphs: tuple[str, ...] | None


# A percent sign that begins no pair of hex digits: `%zz`, `100%`; not `%7B`.
_STRAY: Final = re.compile(rb"%(?![0-9A-Fa-f]{2})")

Fields = list[tuple[str, str]]


def from_url(query_string: bytes, limits: QueryLimits) -> ProtocolRequest | None:
    """Read a GET or HEAD; None for a bare one, which asks for the page or the service description."""
    alone = _lone_query(query_string)
    if alone is not None:
        return ProtocolRequest(alone, limits.seconds, None, None)
    fields = _decode(query_string)
    names = {name for name, _ in fields}
    if "update" in names:
        raise MethodNotAllowed("An update by GET", METHODS)
    if not names & {"query", *_GRAPH_PARAMETERS, "timeout"}:
        return None
    return _request(fields, limits)


def from_body(query_string: bytes, content_type: str, body: bytes, limits: QueryLimits) -> ProtocolRequest:
    """Read a POST: a form, or the query itself as the body, with the dataset in the URL."""
    media_type = essence(content_type)
    fields = _decode(query_string)
    if media_type == UPDATE:
        raise QueryForbidden("An update")
    if media_type not in {FORM, DIRECT} or _charset(content_type) not in {"", "utf-8", "utf8"}:
        raise UnsupportedMedia(content_type, (f"{FORM} in UTF-8", f"{DIRECT} in UTF-8"))
    fields += _decode(body) if media_type == FORM else [("query", _utf8(body))]
    if any(name == "update" for name, _ in fields):
        raise QueryForbidden("An update")
    return _request(fields, limits)


def essence(content_type: str) -> str:
    """The media type without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def _charset(content_type: str) -> str:
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip('"').lower()
    return ""


def _utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidParameters([("query", f"not UTF-8: {error.reason} at byte {error.start}")]) from error


def _lone_query(query_string: bytes) -> str | None:
    """The query of a well-formed `query=…` with nothing beside it; None leaves it to `_decode`.

    Quoted-printable is percent-encoding with another sign, and is decoded in C.
    """
    name, _, value = query_string.partition(b"=")
    if name != b"query" or b"&" in value or b"=" in value or not value.isascii() or _STRAY.search(value):
        return None
    try:
        return a2b_qp(value.replace(b"%", b"=").replace(b"+", b" ")).decode()
    except UnicodeDecodeError:
        return None


def _decode(encoded: bytes) -> Fields:
    try:
        return parse_qsl(encoded.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=2_000)
    except UnicodeDecodeError as error:
        raise InvalidParameters([("query", f"not percent-encoded UTF-8: {error.reason}")]) from error
    except ValueError as error:
        raise InvalidParameters([("parameters", "there are more than 2,000 of them")]) from error


def _request(fields: Fields, limits: QueryLimits) -> ProtocolRequest:
    errors: list[tuple[str, str]] = []
    queries = _values(fields, "query")
    if len(queries) != 1:
        errors.append(("query", f"exactly one is needed, {len(queries)} were sent"))
    for name in _GRAPH_PARAMETERS:
        errors += [
            (name, f"{value[:200]!r} is no absolute IRI") for value in _values(fields, name) if not _is_iri(value)
        ]
    seconds = _seconds(_values(fields, "timeout"), limits)
    if seconds is None:
        errors.append(("timeout", f"give one number of seconds above 0; at most {limits.max_seconds:g} is granted"))
    if errors or seconds is None:
        raise InvalidParameters(errors)
    default, named = (_values(fields, name) for name in _GRAPH_PARAMETERS)
    if not default and not named:
        return ProtocolRequest(queries[0], seconds, None, None)
    return ProtocolRequest(queries[0], seconds, tuple(default), tuple(named))


def _values(fields: Fields, name: str) -> list[str]:
    return [value for key, value in fields if key == name]


def _is_iri(value: str) -> bool:
    try:
        NamedNode(value)
    except ValueError:
        return False
    return True


def _seconds(values: Sequence[str], limits: QueryLimits) -> float | None:
    if not values:
        return limits.seconds
    try:
        seconds = float(values[0])
    except ValueError:
        return None
    if len(values) > 1 or not math.isfinite(seconds) or seconds <= 0:
        return None
    return min(seconds, limits.max_seconds)
