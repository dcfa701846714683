"""What official sources say as data: a publication's metadata, a row of an interface, an entry of a value list.

A record holds what one source says of one thing, under the thing's official id. A day is ISO, an instant ISO with its
offset, a period EDTF; what the source does not say is empty. Records of several sources about one thing meet on its
node; where they differ, each stays in its own graph.
"""

from __future__ import annotations

from msgspec import Struct

from ctgraph.model.legislation import LegislationRecord
from ctgraph.model.official.papers import DossierRecord, NamedSubmitter, PaperRecord, Placement
from ctgraph.model.official.parliament import (
    AgendaItemRecord,
    CaseRecord,
    CaseRef,
    CommitmentRecord,
    DecisionRecord,
    MeetingRecord,
    Vote,
)
from ctgraph.model.official.people import (
    CommitteeRecord,
    ConceptRecord,
    FormerName,
    GroupRecord,
    OrganisationRecord,
    PersonRecord,
    SeatRecord,
)
from ctgraph.model.official.source import RecordSource

__all__ = [
    "AgendaItemRecord",
    "CaseRecord",
    "CaseRef",
    "CommitmentRecord",
    "CommitteeRecord",
    "ConceptRecord",
    "DecisionRecord",
    "DossierRecord",
    "FormerName",
    "GroupRecord",
    "MeetingRecord",
    "NamedSubmitter",
    "OrganisationRecord",
    "PaperRecord",
    "PersonRecord",
    "Placement",
    "Record",
    "RecordSource",
    "SeatRecord",
    "Sourced",
    "Vote",
    "newest",
]

Record = (
    PaperRecord
    | DossierRecord
    | CaseRecord
    | DecisionRecord
    | AgendaItemRecord
    | MeetingRecord
    | CommitmentRecord
    | PersonRecord
    | GroupRecord
    | CommitteeRecord
    | SeatRecord
    | OrganisationRecord
    | ConceptRecord
    | LegislationRecord
)
"""Every kind of record; to add one, add a class here and its writer in `graph/official/`."""


class Sourced(Struct, frozen=True):
    """What one record of a source says; `about` is for people: `Zaak 2022Z14434`, `kst-29754-645`.

    `fields` counts what is told in the form read, because one answer gives more of a row than another.
    """

    source: RecordSource
    records: tuple[Record, ...]
    about: str = ""
    fields: int = 0


def newest(one: Sourced, other: Sourced) -> Sourced:
    """Of two readings of one record (same reader and id), the one that holds: changed last, else the fuller one."""
    return max(one, other, key=lambda each: (each.source.changed, each.fields, each.source.digest))
