"""Which promises an outcome of the register fulfils."""

from __future__ import annotations

from ctgraph.construction import frozen
from ctgraph.model.claims import Ref
from ctgraph.model.records import OutcomeRow


@frozen
class Delivery:
    """An outcome, and what it delivers of the papers read: announcements, commitments, studies."""

    outcome: OutcomeRow
    announcements: tuple[Ref, ...] = ()
    commitments: tuple[Ref, ...] = ()
    studies: tuple[Ref, ...] = ()
