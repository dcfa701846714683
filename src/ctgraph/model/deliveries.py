"""Which promises an outcome of the register fulfils."""

from __future__ import annotations

from msgspec import Struct

from ctgraph.model.claims import Ref
from ctgraph.model.records import OutcomeRow


class Delivery(Struct, frozen=True):
    """An outcome, and what it delivers of the papers read: announcements, commitments, studies."""

    outcome: OutcomeRow
    announcements: tuple[Ref, ...] = ()
    commitments: tuple[Ref, ...] = ()
    studies: tuple[Ref, ...] = ()
