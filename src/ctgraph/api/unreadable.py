"""Requests that are no HTTP, or whose address is longer than the parser reads: a problem document like any other.

Such a request never reaches the application, so the answer is written by the connection itself.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Final

from starlette.responses import Response

from ctgraph.api.headers import standard_headers
from ctgraph.api.problems import from_error, problem
from ctgraph.api.sparql import ENDPOINT
from ctgraph.errors import AddressTooLong, QueryTooLong

LONGEST_ADDRESS: Final = 65_535
"""Bytes of an address that the parser of httptools reads; it counts them in 16 bits."""


# The line of a request whose address is written with bytes that have no place there, and the first of them:
# `GET /v1/search?q=financi\xc3\xabn HTTP/1.1`, `GET /a b HTTP/1.1`; not `SELECT * WHERE { ?s ?p ?o }`.
_RAW: Final = re.compile(rb"[A-Z]{3,7} (/[!-~]*+)([^!-~\r\n])[^\r\n]*? HTTP/1\.[01]\r?\n")


def refusal(address: bytes, arrived: bytes) -> bytes:
    """The whole answer to a request that could not be read, with its address, and what came of it last; it closes."""
    return closing(_problem(address, arrived))


def closing(response: Response) -> bytes:
    """A whole answer that is the last on its connection."""
    for name, value in standard_headers({"type": "http"}):
        response.headers.setdefault(name, value)
    response.headers["Connection"] = "close"
    phrase = HTTPStatus(response.status_code).phrase
    head = b"".join(name + b": " + value + b"\r\n" for name, value in response.raw_headers)
    status = f"HTTP/1.1 {response.status_code} {phrase}\r\n".encode()
    return status + head + b"\r\n" + bytes(response.body)


def _problem(address: bytes, arrived: bytes) -> Response:
    size = len(address)
    if size <= LONGEST_ADDRESS:
        return problem(HTTPStatus.BAD_REQUEST, "unreadable-request", _advice(arrived))
    if address.startswith(f"{ENDPOINT}?".encode()):
        advice = (
            f"The address is {size} bytes long; the limit is {LONGEST_ADDRESS}. Send the query by POST, or split it."
        )
        return problem(QueryTooLong.status, QueryTooLong.code, advice, {"size": size, "limit": LONGEST_ADDRESS})
    return from_error(AddressTooLong(size, LONGEST_ADDRESS))


def _advice(arrived: bytes) -> str:
    raw = _RAW.match(arrived)
    if raw is None:
        return "This is no HTTP/1.1 request. Send one."
    code = f"{raw[2][0]:02X}"
    return f"Byte {len(raw[1])} of the address is 0x{code}. Percent-encode what is not plain ASCII, here as %{code}."
