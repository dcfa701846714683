"""The JSON-RPC 2.0 messages of the Model Context Protocol, one a line; pure.

Specification: https://modelcontextprotocol.io/specification/2025-11-25. Batches are no part of it.
"""

from __future__ import annotations

import json
from typing import Any, Final

from msgspec import Struct

PARSE_ERROR: Final = -32700
INVALID_REQUEST: Final = -32600
METHOD_NOT_FOUND: Final = -32601
INVALID_PARAMS: Final = -32602

Id = str | int


class Call(Struct, frozen=True):
    """A request, or without an id a notification, which gets no answer."""

    method: str
    params: dict[str, Any]
    id: Id | None


class CallError(Exception):
    """A message that breaks the protocol; `id` is that of its request, if it could be read."""

    def __init__(self, code: int, message: str, id: Id | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.id = id


def read_call(line: bytes) -> Call | None:
    """The message in a line; None for a response, of which none is awaited. Raises CallError."""
    try:
        message = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise CallError(PARSE_ERROR, f"This is no JSON: {str(error)[:200]}") from error
    if not isinstance(message, dict) or message.get("jsonrpc") != "2.0":
        raise CallError(INVALID_REQUEST, 'Send one JSON-RPC message a line, with "jsonrpc": "2.0"')
    given = message.get("id")
    known = given if isinstance(given, str | int) and not isinstance(given, bool) else None
    method = message.get("method")
    if method is None and ("result" in message or "error" in message):
        return None
    if not isinstance(method, str) or ("id" in message and known is None):
        raise CallError(INVALID_REQUEST, "A request has a method, and a string or whole number as its id", known)
    params = message.get("params", {})
    if not isinstance(params, dict):
        raise CallError(INVALID_PARAMS, "The params should be an object", known)
    return Call(method, params, known)


def result(id: Id, value: dict[str, Any]) -> bytes:
    """The answer to a request, as a line."""
    return _line({"jsonrpc": "2.0", "id": id, "result": value})


def failure(error: CallError) -> bytes:
    """The answer to a message that breaks the protocol, as a line."""
    told = {"code": error.code, "message": str(error)}
    return _line({"jsonrpc": "2.0", "id": error.id, "error": told})


def _line(message: dict[str, Any]) -> bytes:
    text = json.dumps(message, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8", "replace") + b"\n"
