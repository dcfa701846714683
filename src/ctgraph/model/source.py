"""A file that was taken in, before it is read."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ctgraph.model.loans import Loan


class SourceFile(Struct, frozen=True):
    """Bytes with where they came from. `id` and `date` are what the caller or a sidecar file says of them.

    `lent` is what other files of a build tell of rows that its own lead to.
    """

    path: str
    data: bytes
    id: str = ""
    date: date | None = None
    lent: tuple[Loan, ...] = ()
