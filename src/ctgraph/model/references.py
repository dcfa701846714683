"""What every statement of a paper is made of: references, evidence, times, and the parts that agents had.

`Ref` names a thing by kind and reference; `identifiers.iri(ref.kind, ref.id)` is its IRI. Offsets are raw code
points of the document, half-open.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ctgraph.dates.reading import TimeReading
from ctgraph.identifiers import Kind
from ctgraph.model.document import Span

Role = Literal[
    "signer", "addressee", "first-signatory", "co-signatory", "questioner", "commitment-maker",
    "commitment-recipient", "chair", "speaker", "participant", "mentioned",
]  # fmt: skip


class Ref(Struct, frozen=True, order=True):
    """A thing by kind and reference."""

    kind: Kind
    id: str


class Evidence(Struct, frozen=True, order=True):
    """Where the words stand, how they read with line ends undone, and which rule read them."""

    span: Span
    readable: str
    rule: str
    confidence: float


class Time(Struct, frozen=True):
    """A time as worded in the paper; `words` are the readable words."""

    ref: Ref
    reading: TimeReading
    words: str
    evidence: tuple[Evidence, ...]


class Agent(Struct, frozen=True):
    """A person, organisation or post as this paper names it. `name` is the canonical name where known.

    `kind` is the notation of an organisation kind for organisations, `person` or `post` otherwise.
    """

    ref: Ref
    name: str
    kind: str


class Participation(Struct, frozen=True):
    """One part that one agent had in a thing, at one place of the text.

    `group` is the parliamentary group or party printed with the name, `post` the office printed with it.
    `tenure` is the dated role of the register in which a person took part, where register and day decide it.
    """

    ref: Ref
    agent: Agent
    role: Role
    of: Ref
    name_in_source: str
    evidence: tuple[Evidence, ...]
    group: Agent | None = None
    post: Agent | None = None
    tenure: Ref | None = None
