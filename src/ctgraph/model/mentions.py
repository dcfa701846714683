"""What extractors find: a value of some kind at a place in a flow, before anything is linked."""

from __future__ import annotations

from msgspec import Struct

from ctgraph.dates.reading import TimeReading
from ctgraph.model.document import Flow, Span


class PaperReference(Struct, frozen=True):
    """One or more Kamerstukken in one expression; `ids` in the order printed.

    A paper in two dossiers has the id of the first (`ids`), the others stand in `also_dossiers`.
    `replaces` is the number that the words "was nr." name. `partial` marks "op stuk nr. 346" and the like,
    whose dossier must come from the context: its `ids` are the bare sub-numbers until it is linked.
    """

    ids: tuple[str, ...]
    attachment: bool = False
    also_dossiers: tuple[str, ...] = ()
    replaces: str = ""
    partial: bool = False
    own: bool = False
    session_year: str = ""
    chamber: str = ""


class ProceedingsReference(Struct, frozen=True):
    """Handelingen (`h-tk-20212022-31-55`) or Aanhangsel (`ah-tk-20202021-3012`)."""

    ids: tuple[str, ...]


class GazetteReference(Struct, frozen=True):
    """Staatsblad, Staatscourant or Tractatenblad: `stb-2017-51`, `stcrt-2019-12345`, `trb-2016-180`."""

    id: str


class EcliReference(Struct, frozen=True):
    """A court decision by its ECLI, upper case."""

    id: str


class EuReference(Struct, frozen=True):
    """An act of the European Union by its CELEX number, with the articles cited."""

    celex: str
    articles: tuple[str, ...] = ()


class LawReference(Struct, frozen=True):
    """A law by the key of the gazetteer (a BWB id or a slug) and the name it goes by, with what is cited of it."""

    key: str
    name: str
    articles: tuple[str, ...] = ()
    paragraph: str = ""


class PersonReference(Struct, frozen=True):
    """A person named in a public capacity; `name` without title or party, as the source spells it.

    `key` is the person's slug in the register where exactly one fits, else empty.
    `office` is the office printed with the name; `party` the canonical name of the group printed with it.
    """

    name: str
    key: str = ""
    party: str = ""
    office: str = ""
    signs: bool = False


class OrganisationReference(Struct, frozen=True):
    """A named body by its key (slug) and canonical name; `party` for parties and groups."""

    key: str
    name: str
    kind: str = ""


class PostReference(Struct, frozen=True):
    """An office named without its holder: "Turkse Minister van Binnenlandse Zaken", "mijn ambtsvoorganger"."""

    name: str
    country: str = ""


class DateReference(Struct, frozen=True):
    """A day, month, year, season, quarter, period or relative expression."""

    reading: TimeReading


class DebateReference(Struct, frozen=True):
    """A debate: canonical kind, topic as printed, day; `session` is the chamber (`tk` or `ek`) if the kind tells."""

    kind: str
    topic: str = ""
    reading: TimeReading | None = None


class MotionReference(Struct, frozen=True):
    """A motion: its submitters as printed, `others_unnamed` for "c.s.".

    `form` is `full` (names its submitters), `anaphor` ("deze motie"), `heading` or `generic` ("moties").
    `paper` is the official id of the motion itself, `not_papers` the numbers behind it that are another paper's.
    A `doubted` paper is as printed, and nothing follows from it.
    """

    submitters: tuple[PersonReference, ...] = ()
    others_unnamed: bool = False
    form: str = "full"
    amended: bool = False
    paper: str = ""
    replaces: str = ""
    not_papers: tuple[str, ...] = ()
    doubted: bool = False


class PolicyReference(Struct, frozen=True):
    """A strategy, threat assessment or other policy document by name: key `DTN-56`, `NCTS-2022-2026`."""

    key: str
    name: str
    kind: str = ""


Value = (
    PaperReference
    | ProceedingsReference
    | GazetteReference
    | EcliReference
    | EuReference
    | LawReference
    | PersonReference
    | OrganisationReference
    | PostReference
    | DateReference
    | DebateReference
    | MotionReference
    | PolicyReference
)


class Mention(Struct, frozen=True):
    """A value found at `[start, end)` of a flow (clean offsets); `span` is the same stretch of the raw text.

    `rule` names the rule that found it; `confidence` goes by rule class, from 0 to 1.
    `note` is the number of the footnote it stands in, empty in the body.
    """

    value: Value
    flow: Flow
    start: int
    end: int
    span: Span
    rule: str
    confidence: float
    note: str = ""
