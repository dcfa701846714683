"""What rows of one file lend to those of others: a feed gives a row and what it leads to in files of their own."""

from __future__ import annotations

from msgspec import Struct


class Loan(Struct, frozen=True, order=True):
    """A row by its entity and id, cut down to what other rows need of it; or a sitting, with its day.

    `values` are these properties as JSON, empty for a row of which nobody needs any, and for a tombstone. `leads` are
    the ids of rows that it leads to, or other names of them; `name` is such a name of its own (2022D29700).
    """

    entity: str
    id: str
    changed: str = ""
    values: str = ""
    leads: tuple[str, ...] = ()
    name: str = ""
