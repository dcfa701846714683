"""A tool as an agent sees it, and the arguments that it takes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from msgspec import Struct

from ctgraph.errors import InvalidParameters

Schema = dict[str, Any]
Answer = dict[str, Any]

ROWS: Final = 50
MOST_ROWS: Final = 1_000
LIMIT: Final[Schema] = {
    "type": "integer",
    "minimum": 1,
    "maximum": MOST_ROWS,
    "default": ROWS,
    "description": "How many rows at most; `truncated` says that there are more.",
}
OFFSET: Final[Schema] = {
    "type": "integer",
    "minimum": 0,
    "default": 0,
    "description": "How many rows to pass over: `nextOffset` of the answer before.",
}
_MOST_PASSED: Final = 1_000_000


class Arguments:
    """The arguments of one call; what is wrong with them is told together."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = dict(given)
        self._faults: list[tuple[str, str]] = []

    def text(self, name: str, example: str) -> str:
        """Text that is needed."""
        value = self._given.pop(name, None)
        if isinstance(value, str) and value.strip():
            return value.strip()
        self._faults.append((name, f"is missing. It takes text, such as {example}."))
        return ""

    def option(self, name: str, choices: tuple[str, ...] = ()) -> str:
        """Text that may be left out, one of the choices if there are some; empty without."""
        value = self._given.pop(name, None)
        if value is None or (isinstance(value, str) and (not choices or value in choices)):
            return value or ""
        self._faults.append((name, f"{str(value)[:100]!r} does not fit. It takes {' or '.join(choices) or 'text'}."))
        return ""

    def limit(self) -> int:
        """How many rows."""
        return self._number("limit", ROWS, 1, MOST_ROWS)

    def offset(self) -> int:
        """How many rows to pass over."""
        return self._number("offset", 0, 0, _MOST_PASSED)

    def _number(self, name: str, otherwise: int, least: int, most: int) -> int:
        value = self._given.pop(name, otherwise)
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        takes = f"It takes a whole number from {least} to {most}"
        self._faults.append((name, f"{str(value)[:100]!r} does not fit. {takes}."))
        return otherwise

    def texts(self) -> dict[str, str]:
        """What is left, as texts; null counts as left out."""
        texts = {}
        for name, value in self._given.items():
            if isinstance(value, str | int | float) and not isinstance(value, bool):
                texts[name] = str(value)
            elif value is not None:
                self._faults.append((name[:100], "should be text or a number."))
        self._given = {}
        return texts

    def check(self) -> None:
        """Raise InvalidParameters if anything was wrong or is not known."""
        self._faults += [(name[:100], "is no argument of this tool.") for name in self._given]
        if self._faults:
            raise InvalidParameters(self._faults)


class Tool(Struct, frozen=True):
    """A tool: `run` answers, or raises an error of ours, which the agent gets as one of the tool's."""

    name: str
    title: str
    description: str
    properties: Mapping[str, Schema]
    required: tuple[str, ...]
    run: Callable[[Arguments], Awaitable[Answer]]

    def described(self) -> dict[str, Any]:
        """The tool as `tools/list` has it."""
        schema = {
            "type": "object",
            "properties": dict(self.properties),
            "required": list(self.required),
            "additionalProperties": False,
        }
        hints = {"title": self.title, "readOnlyHint": True, "idempotentHint": True, "openWorldHint": False}
        return {
            "name": self.name,
            "title": self.title,
            "description": self.description,
            "inputSchema": schema,
            "annotations": hints,
        }
