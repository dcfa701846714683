"""The parameters of a lookup: each at most once, and every fault together with those of the reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final, TypeVar

from pyoxigraph import Literal, NamedNode
from starlette.requests import Request

from ctgraph.api.paging import Key, Page, Position, read_cursor, read_limit
from ctgraph.api.wording import LANGUAGES
from ctgraph.errors import InvalidParameters
from ctgraph.questions.load import Parameter
from ctgraph.questions.parameters import read
from ctgraph.settings import QueryLimits

T = TypeVar("T")

PAGING: Final = ("limit", "page")
ANYWHERE: Final = ("lang",)
MOST: Final = 200
"""Parameters that are looked at: several times what any lookup takes."""


class Parameters:
    """Reads the parameters of one request, and collects what is wrong with them."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._items = request.query_params.multi_items() if request.scope["query_string"] else []
        self.faults: list[tuple[str, str]] = []
        if len(self._items) > MOST:
            raise InvalidParameters([("parameters", f"There are {len(self._items)} of them. Send at most {MOST}.")])
        for name, count in Counter(name for name, _ in self._items).items():
            if count > 1:
                self.faults.append((name[:100], f"was sent {count} times. Send it once."))
        language = self.value("lang")
        if language and language not in LANGUAGES:
            self.faults.append(("lang", f"{language[:50]!r} does not fit. It takes {' or '.join(LANGUAGES)}."))

    def value(self, name: str) -> str | None:
        """The value sent, or None."""
        return next((value for key, value in self._items if key == name), None)

    def others(self, taken: tuple[str, ...]) -> dict[str, str]:
        """What was sent besides the names taken."""
        return {name: value for name, value in self._items if name not in taken}

    def read(self, name: str, reader: Callable[[], T], otherwise: T) -> T:
        """What the reader makes of a parameter; a ValueError or InvalidParameters of its own is collected."""
        try:
            return reader()
        except InvalidParameters as error:
            self.faults += [(fault["name"], fault["detail"]) for fault in error.errors]
        except ValueError as error:
            self.faults.append((name, str(error)))
        return otherwise

    def term(self, parameter: Parameter) -> NamedNode | Literal | None:
        """The term that was sent for a parameter, or None; a value that does not fit is collected as a fault."""
        value = self.value(parameter.name)
        return self.read(parameter.name, partial(_term, parameter, value), None) if value else None

    def names(self, name: str, known: tuple[str, ...], otherwise: tuple[str, ...]) -> tuple[str, ...]:
        """Names out of a list with commas, in the order of the known ones; an unknown one is collected as a fault."""
        value = self.value(name)
        if not value:
            return otherwise
        given = dict.fromkeys(part.strip() for part in value.split(","))
        unknown = [part[:100] for part in given if part not in known]
        if unknown:
            self.faults.append((name, f"does not know {', '.join(unknown[:10])!r}. Known: {', '.join(known)}."))
        return tuple(each for each in known if each in given)

    def page(self, key: str | None, limits: QueryLimits, parts: int = 0) -> Page:
        """The page asked for, of rows whose keys have so many parts.

        Without a key of the question (which itself was wrong) the cursor is not looked at.
        """
        limit = self.read("limit", lambda: read_limit(self.value("limit"), limits), 1)
        start = Position()
        if key is not None:
            start = self.read("page", lambda: read_cursor(self.value("page"), key, parts), start)
        return Page(limit, start, key or "")

    def next_address(self, page: Page, rows: Sequence[Key] = ()) -> str:
        """The address of the page after this one, whose rows have these keys."""
        return str(self._request.url.include_query_params(page=page.following(rows).cursor))

    def refuse_unknown(self, known: Mapping[str, object] | tuple[str, ...]) -> None:
        """Collect each name that is none of the known ones."""
        for name in dict.fromkeys(name for name, _ in self._items):
            if name not in known:
                self.faults.append((name[:100], f"is no parameter here. Known: {', '.join(known) or 'none'}."))

    def check(self) -> None:
        """Raise InvalidParameters if anything was wrong."""
        if self.faults:
            raise InvalidParameters(self.faults)


def _term(parameter: Parameter, value: str) -> NamedNode | Literal:
    try:
        return read(parameter, value)
    except ValueError as error:
        raise ValueError(f"{value[:200]!r} does not fit. It takes {error}, such as {parameter.example}.") from error
