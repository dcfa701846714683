"""The door to a graph: what answers a query, whether the embedded store's workers or a remote endpoint."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Literal, Protocol

from msgspec import Struct

Form = Literal["select", "ask", "construct", "describe"]
Lane = Literal["open", "reserved"]
"""`open` is for queries that users send; `reserved` is the lane of canned queries and lookups."""


class Question(Struct, frozen=True):
    """A query that has passed the guard, and how its answer is wanted.

    `media_type` is one that `store.formats` offers for the query's form. `default_graphs` and `named_graphs`
    are the protocol's dataset; None means that the request names none, and the query's own FROM counts.
    `seconds` is the deadline, counted from the moment a worker takes the query.
    """

    query: str
    form: Form
    media_type: str
    seconds: float
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None


class Blocks(Protocol):
    """The blocks of one answer. `release` is the id of the release that gives them."""

    @property
    def release(self) -> str:
        """The id of the release that answers."""

    def __aiter__(self) -> AsyncIterator[bytes]:
        """The blocks, each once."""

    async def aclose(self) -> None:
        """Drop what is left, and end the work if it is still under way."""


class Backend(Protocol):
    """Answers questions on one release at a time."""

    @property
    def release(self) -> str:
        """The id of the release that answers now."""

    async def answer(self, question: Question, lane: Lane = "open") -> Blocks:
        """Return the blocks of the answer once the first block is there.

        Raises QueryError or StoreBusy before that. After it, a failure raises from the iterator, and the
        caller must break the connection: a cut answer never ends cleanly. Closing the iterator early
        kills the work.
        """

    async def close(self) -> None:
        """End all workers."""
