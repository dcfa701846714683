"""What official sources say as data, as statements: one named graph a record, one writer a class."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from pyoxigraph import Quad

from ctgraph.graph.official import legislation, papers, parliament, people
from ctgraph.graph.official.sheet import RecordSheet
from ctgraph.model import official
from ctgraph.model.official import Sourced
from ctgraph.model.official.crosswalk import Crosswalk

_WRITERS: Final[Mapping[type, Callable[[RecordSheet, Any], None]]] = MappingProxyType(
    {
        official.PaperRecord: papers.paper,
        official.DossierRecord: papers.dossier,
        official.CaseRecord: parliament.case,
        official.DecisionRecord: parliament.decision,
        official.AgendaItemRecord: parliament.agenda_item,
        official.MeetingRecord: parliament.meeting,
        official.CommitmentRecord: parliament.commitment,
        official.PersonRecord: people.person,
        official.GroupRecord: people.group,
        official.CommitteeRecord: people.committee,
        official.SeatRecord: people.seat,
        official.OrganisationRecord: people.organisation,
        official.ConceptRecord: people.official_concept,
        **legislation.WRITERS,
    }
)


def state_records(sourced: Sourced, crosswalk: Crosswalk, version: str) -> Iterator[Quad]:
    """State what one record of a source says, in its own graph; `version` is that of the software.

    Nothing comes of a record that says nothing of its own, such as a decision that does not tell what it is on.
    """
    sheet = RecordSheet(sourced, crosswalk, version)
    for record in sourced.records:
        _WRITERS[type(record)](sheet, record)
    yield from sheet.quads()
