"""One session of the Model Context Protocol: what each method answers.

Of the protocol this serves the handshake, tools, ping and cancellation. Each message is answered for itself, so that
nothing has to be remembered between two.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from ctgraph.api.mcp.messages import INVALID_PARAMS, METHOD_NOT_FOUND, Call, CallError
from ctgraph.api.mcp.tools import Arguments, Tool
from ctgraph.errors import CtgraphError
from ctgraph.version import VERSION

VERSIONS: Final = ("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05")
"""The versions of the protocol that are spoken, the newest first."""
_INSTRUCTIONS: Final = (
    "A knowledge graph of Dutch counterterrorism policy papers. Every statement leads back to the words it came from: "
    "cite the document and the quote of each row (document, start, end, quote; offsets in code points), or the entry "
    "in `sources`. Start with `search` or a tool named after a question; use `schema` before `sparql`. A reference "
    "with the status `suspect` cannot be right as printed: say so, and do not mend it."
)


class Session:
    """Answers the requests of one client with these tools."""

    def __init__(self, tools: Sequence[Tool]) -> None:
        self._tools: Mapping[str, Tool] = {tool.name: tool for tool in tools}

    async def answer(self, call: Call) -> dict[str, Any]:
        """The result of a request; raises CallError for what the protocol does not allow."""
        if call.method == "initialize":
            return _hello(call.params)
        if call.method == "ping":
            return {}
        if call.method == "tools/list":
            return {"tools": [tool.described() for tool in self._tools.values()]}
        if call.method == "tools/call":
            return await self._call(call)
        raise CallError(METHOD_NOT_FOUND, f"There is no method {call.method[:100]!r} here", call.id)

    async def _call(self, call: Call) -> dict[str, Any]:
        name, given = call.params.get("name"), call.params.get("arguments") or {}
        if not isinstance(name, str) or name not in self._tools:
            known = ", ".join(self._tools)
            raise CallError(INVALID_PARAMS, f"There is no tool {str(name)[:100]!r}. Known: {known}", call.id)
        if not isinstance(given, dict):
            raise CallError(INVALID_PARAMS, "The arguments should be an object", call.id)
        try:
            answer = await self._tools[name].run(Arguments(given))
        except CtgraphError as error:
            return {"content": [_text(f"{error.code}: {error}")], "isError": True}
        told = json.dumps(answer, ensure_ascii=False, allow_nan=False)
        return {"content": [_text(told)], "structuredContent": answer, "isError": False}


def _hello(params: Mapping[str, Any]) -> dict[str, Any]:
    asked = params.get("protocolVersion")
    return {
        "protocolVersion": asked if asked in VERSIONS else VERSIONS[0],
        "capabilities": {"tools": {"listChanged": False}},
        "serverInfo": {"name": "ctgraph", "title": "ctgraph", "version": VERSION},
        "instructions": _INSTRUCTIONS,
    }


def _text(text: str) -> dict[str, str]:
    return {"type": "text", "text": text}
