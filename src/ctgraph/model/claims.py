"""What a paper states, after linking: each thing with its reference and the words it rests on.

`Ref` names a thing by kind and reference; `identifiers.iri(ref.kind, ref.id)` is its IRI. A reference is an
official id, a register key, or `{document}/{hash of the quote}` for what only this text holds.
Every object has at least one `Evidence`; what is uncertain says so in `confidence` or in a status.
Times are EDTF readings; offsets are raw code points of the document, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ctgraph.construction import quickly_made
from ctgraph.dates.reading import TimeReading
from ctgraph.identifiers import Kind
from ctgraph.model.document import Document, Span
from ctgraph.model.mentions import Mention

ResolutionStatus = Literal["resolved", "identified", "ambiguous", "suspect"]
FulfilmentStatus = Literal[
    "fulfilled", "in-progress", "addressed", "partly-fulfilled", "not-fully-feasible",
    "not-feasible", "declined", "announced", "lapsed", "unclear",
]  # fmt: skip
Role = Literal[
    "signer", "addressee", "first-signatory", "co-signatory", "questioner", "commitment-maker",
    "commitment-recipient", "chair", "speaker", "mentioned",
]  # fmt: skip
Modality = Literal["fact", "intention", "possibility", "limitation"]


@quickly_made
@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A thing by kind and reference."""

    kind: Kind
    id: str


@quickly_made
@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Where the words stand, how they read with line ends undone, and which rule read them."""

    span: Span
    readable: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Time:
    """A time as worded in the paper; `words` are the readable words."""

    ref: Ref
    reading: TimeReading
    words: str
    evidence: tuple[Evidence, ...]


@quickly_made
@dataclass(frozen=True, slots=True)
class Agent:
    """A person, organisation or post as this paper names it. `name` is the canonical name where known.

    `kind` is the notation of an organisation kind for organisations, `person` or `post` otherwise.
    """

    ref: Ref
    name: str
    kind: str


@quickly_made
@dataclass(frozen=True, slots=True)
class Participation:
    """One part that one agent had in a thing, at one place of the text.

    `group` is the parliamentary group or party printed with the name, `post` the office printed with it.
    """

    ref: Ref
    agent: Agent
    role: Role
    of: Ref
    name_in_source: str
    evidence: tuple[Evidence, ...]
    group: Agent | None = None
    post: Agent | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a reference cannot be right, in words, for readers of Dutch and English."""

    nl: str
    en: str


@quickly_made
@dataclass(frozen=True, slots=True)
class Citation:
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


@dataclass(frozen=True, slots=True)
class LawCitation:
    """One mention of a law, with the articles and paragraph cited of it."""

    ref: Ref
    law: Ref
    name: str
    articles: tuple[str, ...]
    paragraph: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class PolicyMention:
    """One mention of a strategy or of an edition of a series of reports (a threat assessment, say).

    `ref` is the strategy, document or series that it names, `kind` the notation of what it is: `strategy`,
    `threat-assessment`, `series` or `programme`. The mention itself gets its reference when it is stated.
    """

    ref: Ref
    name: str
    kind: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: number, text, and the stretch of the body that it supports."""

    ref: Ref
    number: str
    text: str
    evidence: tuple[Evidence, ...]
    supports: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Something the paper states, kept apart from whether it is so."""

    ref: Ref
    text: str
    modality: Modality
    evidence: tuple[Evidence, ...]
    about: tuple[Ref, ...] = ()
    said_by: Ref | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """One thing that a motion or a member's question asks."""

    ref: Ref
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Motion:
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


@dataclass(frozen=True, slots=True)
class Response:
    """What this paper says of the carrying out of one motion: status, obstacle, what it was met with."""

    ref: Ref
    motion: Ref
    status: FulfilmentStatus
    evidence: tuple[Evidence, ...]
    obstacle: Claim | None = None
    fulfilled_by: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question that a member put in a debate, as the paper tells it; `text` is the quotation where there is one."""

    ref: Ref
    text: str
    asked_by: Participation | None
    debate: Ref | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Debate:
    """A debate that the paper names; `kind` is the canonical Dutch kind, `reports` the papers that record it."""

    ref: Ref
    kind: str
    topic: str
    chamber: str
    time: Time | None
    reports: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
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


@dataclass(frozen=True, slots=True)
class Announcement:
    """A claim that a named thing will come by some time; `about` are the study or series that it is of."""

    ref: Ref
    text: str
    evidence: tuple[Evidence, ...]
    expected: Time | None = None
    commitment: Ref | None = None
    about: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Study:
    """A study or evaluation that the paper tells of."""

    ref: Ref
    name: str
    evidence: tuple[Evidence, ...]
    supervised_by: Agent | None = None
    started: Time | None = None
    due: Time | None = None
    requested_by: Ref | None = None


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill that the paper announces or names, which need not have a paper of its own yet.

    `status` is a notation of the scheme legislative-status, such as `in-preparation`.
    """

    ref: Ref
    name: str
    status: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure, instrument, approach or funding scheme; `kind` is a notation of the scheme measure-kind."""

    ref: Ref
    name: str
    kind: str
    evidence: tuple[Evidence, ...]
    legal_basis: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Cooperation:
    """A standing or one-off arrangement between named parties."""

    ref: Ref
    name: str
    parties: tuple[Agent, ...]
    evidence: tuple[Evidence, ...]
    since: Time | None = None


@dataclass(frozen=True, slots=True)
class OfferedReport:
    """A report that a letter presents, with the period it covers."""

    ref: Ref
    title: str
    evidence: tuple[Evidence, ...]
    period: Time | None = None


@dataclass(frozen=True, slots=True)
class Account:
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
