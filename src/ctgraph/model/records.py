"""The rows of the register, one frozen class a table.

The columns of a table are `key`, the fields of its class in their order, then `source`, `confidence` and
`note`: where the fact was read, how sure it is, and what a reader has to know besides. What is of low
confidence is shown and resolves nothing. A time is an EDTF string; what is not known is empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

Confidence = Literal["high", "medium", "low"]
Choice = Literal["for", "against", "did-not-take-part"]


class Row(Struct, frozen=True):
    """What every row has; `source` is an address, or the name of a source that has none."""

    key: str
    source: str
    confidence: Confidence
    note: str


class DocumentRow(Row, frozen=True):
    """A numbered paper: key is its official id, `number` its number in `dossier`, `kind` a document-kind."""

    dossier: str
    also_dossiers: tuple[str, ...]
    number: str
    date: str
    kind: str
    title: str
    author: str
    session_year: str


class DossierRow(Row, frozen=True):
    """A dossier with the title under which its papers are published; key 29754 or 35925-VI."""

    title: str


class AssessmentRow(Row, frozen=True):
    """An edition of a threat assessment. `level` is a name on `scale`; the scale is empty where it is not known."""

    name: str
    series: str
    edition: str
    date: str
    letter: str
    level: str
    scale: str


class LevelRow(Row, frozen=True):
    """A threat level that no edition of an assessment set, such as one for a part of the country."""

    name: str
    level: str
    scale: str
    area: str
    date: str


class SeriesRow(Row, frozen=True):
    """A series of reports, whose editions have a number or a month."""

    name: str
    aliases: tuple[str, ...]


class StrategyRow(Row, frozen=True):
    """A strategy or programme; `valid` is the period it is meant for, `letter` the paper that presents it."""

    name: str
    aliases: tuple[str, ...]
    kind: Literal["strategy", "programme"]
    valid: str
    letter: str


class LawRow(Row, frozen=True):
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


class BillRow(Row, frozen=True):
    """A bill by the number of its dossier; `status` is a legislative-status."""

    title: str
    status: str


class OrganisationRow(Row, frozen=True):
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


class GroupRow(Row, frozen=True):
    """A party or a parliamentary group; a group need not have a party."""

    name: str
    full_name: str
    aliases: tuple[str, ...]
    kind: Literal["political-party", "parliamentary-group"]
    since: str
    until: str


class PersonRow(Row, frozen=True):
    """A person in a public capacity. `surname` as it stands alone in a sentence ("Van der Werf")."""

    name: str
    surname: str
    aliases: tuple[str, ...]


class TenureRow(Row, frozen=True):
    """A role of a person. `since` and `until` are its bounds; `seen_from` and `seen_until` only days within it."""

    person: str
    role: str
    organisation: str
    group: str
    since: str
    until: str
    seen_from: str
    seen_until: str


class Submitter(Struct, frozen=True):
    """A submitter as printed, with the key of the person if certain and the group if the source gives it."""

    name: str
    person: str
    group: str


class MotionRow(Row, frozen=True):
    """A motion by the id of its paper. `replaces` is the paper of the motion that it takes the place of."""

    title: str
    date: str
    submitters: tuple[Submitter, ...]
    others_unnamed: bool
    replaces: str
    advice: str


class Ballot(Struct, frozen=True):
    """How one group voted; `seats` is None if not known, `mistaken` if it said afterwards that it erred."""

    group: str
    seats: int | None
    mistaken: bool


class DecisionRow(Row, frozen=True):
    """The decision on a motion. A cell has all its ballots, or none if not all are known."""

    motion: str
    date: str
    result: str
    in_favour: tuple[Ballot, ...]
    against: tuple[Ballot, ...]
    not_voting: tuple[Ballot, ...]


class OutcomeRow(Row, frozen=True):
    """What followed on a promise or a motion, as later sources tell; `words` are words such a promise uses."""

    what: str
    kind: Literal["study", "report", "bill"]
    motion: str
    series: str
    words: tuple[str, ...]
    document: str
    bill: str
    date: str


class CorrectionRow(Row, frozen=True):
    """A correction of what a document says; `withdrawn` if the statement may not be repeated.

    `about` are the names of whom it is about, `things` what it became, as `claim/dtn-53/1f2e3d4c`.
    """

    document: str
    about: tuple[str, ...]
    withdrawn: bool
    things: tuple[str, ...]
    text_nl: str
    text_en: str


class LinkRow(Row, frozen=True):
    """That a thing of ours, `organisation/tweede-kamer`, is somewhere else too; `property` says how the two relate."""

    thing: str
    property: str
    target: str


class Register(Struct, frozen=True):
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
