"""The parameters of a reconciliation request, off the address or a form: each once, and all faults together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request

from ctgraph.api.bodies import read_body
from ctgraph.api.paging import whole_number
from ctgraph.api.protocol import FORM, essence
from ctgraph.errors import BatchTooLarge, InvalidParameters, UnsupportedMedia

_BODY_BYTES: Final = 1024**2
_MOST: Final = 10_000
"""The largest number that a parameter takes."""
_KNOWN: Final = ("queries", "query", "extend", "lang")


async def read_fields(request: Request) -> Mapping[str, str]:
    """The parameters of the address and of a form, each once."""
    items = list(request.query_params.multi_items())
    if request.method == "POST":
        items += await _form(request)
    faults = [
        (name[:100], f"is no parameter here. Known: {', '.join(_KNOWN)}.")
        for name in dict.fromkeys(name for name, _ in items)
        if name not in _KNOWN
    ]
    if any(name == "callback" for name, _ in items):
        faults = [("callback", "JSONP is not served. Ask without it: answers carry CORS headers for every origin.")]
    names = [name for name, _ in items]
    faults += [(name, "was sent more than once.") for name in _KNOWN if names.count(name) > 1]
    if faults:
        raise InvalidParameters(faults)
    return dict(items)


async def _form(request: Request) -> list[tuple[str, str]]:
    content_type = request.headers.get("content-type", "")
    if essence(content_type) != FORM:
        raise UnsupportedMedia(content_type, (FORM,))
    body = await read_body(request, _BODY_BYTES, lambda size: BatchTooLarge("bytes or more", size, _BODY_BYTES))
    try:
        return parse_qsl(body.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=20)
    except ValueError as error:
        raise InvalidParameters([("queries", f"is no form in UTF-8 ({error}).")]) from error


def typed(request: Request) -> tuple[str, int]:
    """What was typed, and how many suggestions the client has already (`cursor`)."""
    prefix = request.query_params.get("prefix", "").strip()
    if not prefix:
        raise InvalidParameters([("prefix", "is missing. Give the beginning of a name.")])
    cursor = request.query_params.get("cursor")
    return prefix[:200], 0 if cursor in (None, "0") else count("cursor", cursor, 0)


def count(name: str, given: str | None, otherwise: int) -> int:
    if given is None:
        return otherwise
    try:
        return whole_number(given, _MOST)
    except ValueError as error:
        raise InvalidParameters([(name, str(error))]) from error
