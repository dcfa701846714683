"""Where a record comes from: one record of one publisher, in one version."""

from __future__ import annotations

from msgspec import Struct


class RecordSource(Struct, frozen=True):
    """One record of one publisher, which becomes one named graph, `graph/{reader}/{id}`.

    `address` is where the publisher serves it, `digest` the SHA-256 of its bytes (for a row, of its canonical JSON),
    `changed` the instant of its last change as the publisher gives it.
    """

    reader: str
    id: str
    digest: str
    address: str = ""
    changed: str = ""
