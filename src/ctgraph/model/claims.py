"""What a paper states, after linking: each thing with its reference and the words it rests on.

A reference is an official id, a register key, or `{document}/{hash of the quote}` for what only this text holds.
Every object has at least one `Evidence`; what is uncertain says so in `confidence` or in a status.
Times are EDTF readings; offsets are raw code points of the document, half-open.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ctgraph.model.contents import (
    BroaderTopic,
    Meeting,
    Section,
    SubOrganisation,
    Topic,
    UnnamedInstrument,
)
from ctgraph.model.document import Document
from ctgraph.model.mentions import Mention
from ctgraph.model.references import Agent, Evidence, Participation, Ref, Role, Time

__all__ = (
    "Account", "Agent", "Announcement", "Bill", "Citation", "Claim", "Commitment", "Cooperation",
    "Debate", "Evidence", "Footnote", "FulfilmentStatus", "LawCitation", "Measure", "Modality",
    "Motion", "OfferedReport", "Participation", "PolicyMention", "Question", "Reason", "Ref",
    "Request", "ResolutionStatus", "Response", "Role", "Study", "Time",
)  # fmt: skip

ResolutionStatus = Literal["resolved", "identified", "ambiguous", "suspect"]
FulfilmentStatus = Literal[
    "fulfilled", "in-progress", "addressed", "partly-fulfilled", "not-fully-feasible",
    "not-feasible", "declined", "announced", "lapsed", "unclear",
]  # fmt: skip
Modality = Literal["fact", "intention", "possibility", "limitation"]


class Reason(Struct, frozen=True):
    """Why a reference cannot be right, in words, for readers of Dutch and English."""

    nl: str
    en: str


class Citation(Struct, frozen=True):
    """One reference to a numbered paper, report of proceedings, gazette, court decision or EU act.

    `printed` are the ids as the source prints them. `targets` is empty unless the status is `resolved` or
    `identified`: nothing is asserted of a suspect or ambiguous reference. `suggestion` is an id, proposed only.
    `supports` is the stretch of the body that a footnote hangs on.
    """

    ref: Ref
    printed: tuple[str, ...]
    targets: tuple[Ref, ...]
    status: ResolutionStatus
    evidence: tuple[Evidence, ...]
    reason: Reason | None = None
    suggestion: str = ""
    note: str = ""
    supports: Evidence | None = None
    attachment: bool = False
    also_dossiers: tuple[str, ...] = ()


class LawCitation(Struct, frozen=True):
    """One mention of a law, with the articles and paragraph cited of it."""

    ref: Ref
    law: Ref
    name: str
    articles: tuple[str, ...]
    paragraph: str
    evidence: tuple[Evidence, ...]


class PolicyMention(Struct, frozen=True):
    """One mention of a strategy or of an edition of a series of reports (a threat assessment, say).

    `ref` is the strategy, document or series that it names, `kind` the notation of what it is: `strategy`,
    `threat-assessment`, `series` or `programme`. The mention itself gets its reference when it is stated.
    `series` and `edition` are those of an edition, `valid` is the period in a strategy's name, `attached_to` the
    paper to which it is said to be attached, `recurrence` how often a series appears (an ISO 8601 duration),
    `presented` when it is said to have been sent to a chamber.
    """

    ref: Ref
    name: str
    kind: str
    evidence: tuple[Evidence, ...]
    series: Ref | None = None
    edition: str = ""
    valid: Time | None = None
    attached_to: Ref | None = None
    recurrence: str = ""
    presented: Time | None = None


class Footnote(Struct, frozen=True):
    """A footnote: number, text, and the stretch of the body that it supports."""

    ref: Ref
    number: str
    text: str
    evidence: tuple[Evidence, ...]
    supports: Evidence | None = None


class Claim(Struct, frozen=True):
    """Something the paper states, kept apart from whether it is so.

    `said_by` is who makes it according to the paper, `valid` the period for which it is said to hold, `part_of` the
    strategy within which it is said to be done.
    """

    ref: Ref
    text: str
    modality: Modality
    evidence: tuple[Evidence, ...]
    about: tuple[Ref, ...] = ()
    said_by: Ref | None = None
    valid: Time | None = None
    part_of: Ref | None = None


class Request(Struct, frozen=True):
    """One thing that a motion or a member's question asks."""

    ref: Ref
    text: str
    evidence: tuple[Evidence, ...]


class Motion(Struct, frozen=True):
    """A motion that the paper names. `paper` is the id of its own paper, empty if the source does not say.

    `advice` is a notation of the scheme government-advice, with the words that give it; empty if none is given.
    """

    ref: Ref
    paper: str
    submitters: tuple[Participation, ...]
    evidence: tuple[Evidence, ...]
    others_unnamed: bool = False
    requests: tuple[Request, ...] = ()
    replaces: str = ""
    advice: str = ""
    advice_evidence: tuple[Evidence, ...] = ()


class Response(Struct, frozen=True):
    """What this paper says of the carrying out of one motion: status, obstacle, what it was met with.

    `motion` may be an instrument that the paper does not name; `requests` are those of its requests that are met.
    """

    ref: Ref
    motion: Ref
    status: FulfilmentStatus
    evidence: tuple[Evidence, ...]
    obstacle: Claim | None = None
    fulfilled_by: tuple[Ref, ...] = ()
    requests: tuple[Ref, ...] = ()


class Question(Struct, frozen=True):
    """A question that a member put in a debate, as the paper tells it; `text` is the quotation where there is one."""

    ref: Ref
    text: str
    asked_by: Participation | None
    debate: Ref | None
    evidence: tuple[Evidence, ...]


class Debate(Struct, frozen=True):
    """A debate that the paper names; `kind` is the canonical Dutch kind, `reports` the papers that record it."""

    ref: Ref
    kind: str
    topic: str
    chamber: str
    time: Time | None
    reports: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


class Commitment(Struct, frozen=True):
    """A promise of a member of the government to a chamber: `reported` (made earlier) or `new` (made here).

    `state` is the notation of the scheme commitment-status: `open` or `fulfilled`.
    """

    ref: Ref
    kind: Literal["reported", "new"]
    text: str
    state: Literal["open", "fulfilled"]
    evidence: tuple[Evidence, ...]
    made_by: Agent | None = None
    made_to: Agent | None = None
    made_in: Ref | None = None
    made_on: Time | None = None
    due: Time | None = None
    fulfilled_by: tuple[Ref, ...] = ()


class Announcement(Struct, frozen=True):
    """A claim that a named thing will come by some time; `about` are the study or series that it is of."""

    ref: Ref
    text: str
    evidence: tuple[Evidence, ...]
    expected: Time | None = None
    commitment: Ref | None = None
    about: tuple[Ref, ...] = ()


class Study(Struct, frozen=True):
    """A study or evaluation that the paper tells of; `matter` is what it is about, in the words of the paper."""

    ref: Ref
    name: str
    evidence: tuple[Evidence, ...]
    supervised_by: Agent | None = None
    started: Time | None = None
    due: Time | None = None
    requested_by: Ref | None = None
    matter: str = ""
    examines: tuple[Ref, ...] = ()


class Bill(Struct, frozen=True):
    """A bill that the paper announces or names, which need not have a paper of its own yet.

    `status` is a notation of the scheme legislative-status, such as `in-preparation`; empty if the paper tells none.
    """

    ref: Ref
    name: str
    status: str
    evidence: tuple[Evidence, ...]
    amends: tuple[Ref, ...] = ()


class Measure(Struct, frozen=True):
    """A measure, instrument, approach or funding scheme; `kind` is a notation of the scheme measure-kind.

    `recipients` are notations of the scheme organisation-kind, `targets` of the thesaurus of phenomena;
    `recurrence` is an ISO 8601 duration.
    """

    ref: Ref
    name: str
    kind: str
    evidence: tuple[Evidence, ...]
    legal_basis: tuple[Ref, ...] = ()
    recipients: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    recurrence: str = ""


class Cooperation(Struct, frozen=True):
    """A standing or one-off arrangement between named parties; `participations` are the offices that made it."""

    ref: Ref
    name: str
    parties: tuple[Agent, ...]
    evidence: tuple[Evidence, ...]
    since: Time | None = None
    participations: tuple[Participation, ...] = ()


class OfferedReport(Struct, frozen=True):
    """A report that a letter presents, with the period it covers."""

    ref: Ref
    title: str
    evidence: tuple[Evidence, ...]
    period: Time | None = None


class Account(Struct, frozen=True):
    """Everything that one reading of one document yields; mentions carry what linking added to them."""

    document: Document
    mentions: tuple[Mention, ...]
    citations: tuple[Citation, ...] = ()
    law_citations: tuple[LawCitation, ...] = ()
    policy_mentions: tuple[PolicyMention, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    participations: tuple[Participation, ...] = ()
    times: tuple[Time, ...] = ()
    motions: tuple[Motion, ...] = ()
    responses: tuple[Response, ...] = ()
    questions: tuple[Question, ...] = ()
    debates: tuple[Debate, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    announcements: tuple[Announcement, ...] = ()
    claims: tuple[Claim, ...] = ()
    studies: tuple[Study, ...] = ()
    bills: tuple[Bill, ...] = ()
    measures: tuple[Measure, ...] = ()
    cooperations: tuple[Cooperation, ...] = ()
    reports: tuple[OfferedReport, ...] = ()
    sections: tuple[Section, ...] = ()
    topics: tuple[Topic, ...] = ()
    broader_topics: tuple[BroaderTopic, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    unnamed_instruments: tuple[UnnamedInstrument, ...] = ()
    sub_organisations: tuple[SubOrganisation, ...] = ()
