"""What a paper tells besides instruments and their answers: its sections, topics, meetings, how bodies hang together.

A phenomenon is named by its notation in the thesaurus `phenomenon`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ctgraph.model.references import Agent, Evidence, Participation, Ref, Time


class Section(Struct, frozen=True):
    """A part of the paper under a heading of its own."""

    ref: Ref
    heading: str
    evidence: tuple[Evidence, ...]


class Topic(Struct, frozen=True):
    """A phenomenon that a thing of the paper, or the paper itself, is about."""

    of: Ref
    notation: str
    evidence: tuple[Evidence, ...]


class BroaderTopic(Struct, frozen=True):
    """The paper says that one phenomenon falls under another."""

    narrower: str
    broader: str
    evidence: tuple[Evidence, ...]


class Meeting(Struct, frozen=True):
    """A visit or talk of a member of the government that the paper tells of; `place` as printed.

    `state` is the state visited, where the place is one.
    """

    ref: Ref
    kind: Literal["visit", "talk"]
    name: str
    evidence: tuple[Evidence, ...]
    participations: tuple[Participation, ...] = ()
    time: Time | None = None
    place: str = ""
    state: Agent | None = None


class UnnamedInstrument(Struct, frozen=True):
    """A motion, promise or question that the paper means without naming it: "de wens van uw Kamer"."""

    ref: Ref
    words: str
    evidence: tuple[Evidence, ...]


class SubOrganisation(Struct, frozen=True):
    """The paper says that one body is part of another."""

    part: Agent
    whole: Agent
    evidence: tuple[Evidence, ...]
