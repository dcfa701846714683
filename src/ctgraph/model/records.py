"""The rows of the register, one frozen class a table.

The columns of a table are `key`, the fields of its class in their order, then `source`, `confidence` and
`note`: where the fact was read, how sure it is, and what a reader has to know besides. What is of low
confidence is shown and resolves nothing. A time is an EDTF string; what is not known is empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from ctgraph.construction import frozen

Confidence = Literal["high", "medium", "low"]
Choice = Literal["for", "against", "did-not-take-part"]


@frozen
class Row:
    """What every row has; `source` is an address, or the name of a source that has none."""

    key: str
    source: str
    confidence: Confidence
    note: str


@frozen
class DocumentRow(Row):
    """A numbered paper: key is its official id, `number` its number in `dossier`, `kind` a document-kind."""

    dossier: str
    also_dossiers: tuple[str, ...]
    number: str
    date: str
    kind: str
    title: str
    author: str
    session_year: str


@frozen
class DossierRow(Row):
    """A dossier with the title under which its papers are published; key 29754 or 35925-VI."""

    title: str


@frozen
class AssessmentRow(Row):
    """An edition of a threat assessment. `level` is a name on `scale`; the scale is empty where it is not known."""

    name: str
    series: str
    edition: str
    date: str
    letter: str
    level: str
    scale: str


@frozen
class LevelRow(Row):
    """A threat level that no edition of an assessment set, such as one for a part of the country."""

    name: str
    level: str
    scale: str
    area: str
    date: str


@frozen
class SeriesRow(Row):
    """A series of reports, whose editions have a number or a month."""

    name: str
    aliases: tuple[str, ...]


@frozen
class StrategyRow(Row):
    """A strategy or programme; `valid` is the period it is meant for, `letter` the paper that presents it."""

    name: str
    aliases: tuple[str, ...]
    kind: Literal["strategy", "programme"]
    valid: str
    letter: str


@frozen
class LawRow(Row):
    """A law: key is its BWB id or CELEX number, else a slug of its name. `gazette` is a Staatsblad id."""

    name: str
    abbreviation: str
    aliases: tuple[str, ...]
    bwb: str
    gazette: str
    signed: str
    in_force_from: str
    in_force_until: str
    bill: str


@frozen
class BillRow(Row):
    """A bill by the number of its dossier; `status` is a legislative-status."""

    title: str
    status: str


@frozen
class OrganisationRow(Row):
    """A body, by the name that papers go on using (NCTV). `exact` allows its names only in the case written here."""

    name: str
    full_name: str
    aliases: tuple[str, ...]
    kind: str
    parent: str
    since: str
    until: str
    tooi: str
    exact: bool


@frozen
class GroupRow(Row):
    """A party or a parliamentary group; a group need not have a party."""

    name: str
    full_name: str
    aliases: tuple[str, ...]
    kind: Literal["political-party", "parliamentary-group"]
    since: str
    until: str


@frozen
class PersonRow(Row):
    """A person in a public capacity. `surname` as it stands alone in a sentence ("Van der Werf")."""

    name: str
    surname: str
    aliases: tuple[str, ...]


@frozen
class TenureRow(Row):
    """A role of a person. `since` and `until` are its bounds; `seen_from` and `seen_until` only days within it."""

    person: str
    role: str
    organisation: str
    group: str
    since: str
    until: str
    seen_from: str
    seen_until: str


@frozen
class Submitter:
    """A submitter as printed, with the key of the person if certain and the group if the source gives it."""

    name: str
    person: str
    group: str


@frozen
class MotionRow(Row):
    """A motion by the id of its paper. `replaces` is the paper of the motion that it takes the place of."""

    title: str
    date: str
    submitters: tuple[Submitter, ...]
    others_unnamed: bool
    replaces: str
    advice: str


@frozen
class Ballot:
    """How one group voted; `seats` is None if not known, `mistaken` if it said afterwards that it erred."""

    group: str
    seats: int | None
    mistaken: bool


@frozen
class DecisionRow(Row):
    """The decision on a motion. A cell has all its ballots, or none if not all are known."""

    motion: str
    date: str
    result: str
    in_favour: tuple[Ballot, ...]
    against: tuple[Ballot, ...]
    not_voting: tuple[Ballot, ...]


@frozen
class OutcomeRow(Row):
    """What followed on a promise or a motion, as later sources tell; `words` are words such a promise uses."""

    what: str
    kind: Literal["study", "report", "bill"]
    motion: str
    series: str
    words: tuple[str, ...]
    document: str
    bill: str
    date: str


@frozen
class CorrectionRow(Row):
    """A correction of what a document says; `withdrawn` if the statement may not be repeated.

    `about` are the names of whom it is about, `things` what it became, as `claim/dtn-53/1f2e3d4c`.
    """

    document: str
    about: tuple[str, ...]
    withdrawn: bool
    things: tuple[str, ...]
    text_nl: str
    text_en: str


@frozen
class LinkRow(Row):
    """That a thing of ours, `organisation/tweede-kamer`, is somewhere else too; `property` says how the two relate."""

    thing: str
    property: str
    target: str


@frozen
class Register:
    """All tables, each row by its key in the order of the file, and the SHA-256 of each file by table."""

    documents: Mapping[str, DocumentRow] = field(default_factory=dict)
    dossiers: Mapping[str, DossierRow] = field(default_factory=dict)
    threat_assessments: Mapping[str, AssessmentRow] = field(default_factory=dict)
    threat_levels: Mapping[str, LevelRow] = field(default_factory=dict)
    series: Mapping[str, SeriesRow] = field(default_factory=dict)
    strategies: Mapping[str, StrategyRow] = field(default_factory=dict)
    laws: Mapping[str, LawRow] = field(default_factory=dict)
    bills: Mapping[str, BillRow] = field(default_factory=dict)
    organisations: Mapping[str, OrganisationRow] = field(default_factory=dict)
    groups: Mapping[str, GroupRow] = field(default_factory=dict)
    persons: Mapping[str, PersonRow] = field(default_factory=dict)
    tenures: Mapping[str, TenureRow] = field(default_factory=dict)
    motions: Mapping[str, MotionRow] = field(default_factory=dict)
    decisions: Mapping[str, DecisionRow] = field(default_factory=dict)
    outcomes: Mapping[str, OutcomeRow] = field(default_factory=dict)
    corrections: Mapping[str, CorrectionRow] = field(default_factory=dict)
    links: Mapping[str, LinkRow] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
