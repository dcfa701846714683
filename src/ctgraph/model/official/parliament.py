"""What the Tweede Kamer records of its work: cases, decisions and votes, meetings, commitments.

A case (Zaak) is how the chamber files one matter: a motion, a letter, a bill, a question. Ids are the GUIDs of its open
data; numbers are those people see: 2022Z14434 (case), 2022A00123 (activity), 2023P21530 (agenda point), TZ202301-001.
"""

from __future__ import annotations

from msgspec import Struct

from ctgraph.model.official.papers import NamedSubmitter, Placement


class CaseRef(Struct, frozen=True):
    """A case by id and number; `type` is the chamber's word for its kind, `paper` the official id of its paper."""

    id: str
    number: str = ""
    type: str = ""
    paper: str = ""
    placements: tuple[Placement, ...] = ()


class CaseRecord(Struct, frozen=True):
    """A case. `document` is the number of its first document, `advice` a notation of government-advice.

    `replaces` is the paper that the subject line says it takes the place of. `started` is its first day.
    """

    case: CaseRef
    kind: str = ""
    title: str = ""
    started: str = ""
    session_year: str = ""
    document: str = ""
    submitters: tuple[NamedSubmitter, ...] = ()
    others_unnamed: bool = False
    replaces: str = ""
    advice: str = ""


class Vote(Struct, frozen=True):
    """How a group or, in a roll call, a member voted. `choice` is a notation of vote-choice.

    `seats` are those counted; a mistaken vote is one that the group or member said afterwards to be a mistake.
    """

    group_name: str
    group: str
    choice: str
    seats: int | None = None
    mistaken: bool = False
    member_name: str = ""
    member: str = ""


class DecisionRecord(Struct, frozen=True):
    """A decision by its id. `result` is a notation of decision-result, empty for one that is none of them.

    `subjects` are the cases that it is on, `agenda_item` the number of the agenda point at which it was taken.
    """

    id: str
    result: str = ""
    date: str = ""
    text: str = ""
    by_roll_call: bool | None = None
    subjects: tuple[CaseRef, ...] = ()
    agenda_item: str = ""
    votes: tuple[Vote, ...] = ()


class AgendaItemRecord(Struct, frozen=True):
    """A point on the agenda of a meeting; `activity` is the number of the meeting, empty if the source is silent."""

    number: str
    title: str = ""
    activity: str = ""
    cases: tuple[CaseRef, ...] = ()


class MeetingRecord(Struct, frozen=True):
    """A meeting by the number of the activity. `kind` is a notation of debate-kind, `status` one of debate-status.

    `type` is the chamber's own word. `date` is the day of the meeting, not that of its report. `reports` are the
    official ids of papers that report it; `committee` is the id of the committee that holds it, `holder` its name.
    """

    number: str
    kind: str = ""
    type: str = ""
    title: str = ""
    date: str = ""
    status: str = ""
    chamber: str = ""
    holder: str = ""
    committee: str = ""
    reports: tuple[str, ...] = ()
    cases: tuple[CaseRef, ...] = ()


class CommitmentRecord(Struct, frozen=True):
    """A commitment of the official register by its number. `status` is a notation of commitment-status.

    `maker` is who made it, with the office in `function`; `recipients` are members or groups. `letter` is what the
    register says of the letter that met it, `letter_id` the official id or document number read in it, if there is one.
    """

    number: str
    text: str = ""
    status: str = ""
    made_on: str = ""
    maker: NamedSubmitter | None = None
    recipients: tuple[NamedSubmitter, ...] = ()
    activity: str = ""
    met_on: str = ""
    letter: str = ""
    letter_id: str = ""
    modifies: tuple[str, ...] = ()
