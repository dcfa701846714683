"""The document under the hands of the linker: mentions by flow, sentences, evidence, keys."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from operator import itemgetter
from typing import TypeVar, cast

from msgspec import Struct

from ctgraph.dates import edtf
from ctgraph.identifiers import Kind, TextKeys, slug
from ctgraph.link.cues import Cues, find_cues
from ctgraph.link.knowledge import Knowledge
from ctgraph.link.senders import office_of
from ctgraph.model.claims import Agent, Evidence, Ref, Time
from ctgraph.model.document import Document, Flow, Note
from ctgraph.model.mentions import DateReference, Mention, PersonReference, Value
from ctgraph.text.held import day_spoken, is_proceedings
from ctgraph.text.lowering import lower
from ctgraph.text.sentences import Sentences, sentences

V = TypeVar("V", bound=Value)
FlowKey = tuple[str, int]
_BESIDE = 10
_REACH = 800
"""Characters on either side of a place that a clause is looked for in: longer sentences are lists or tables."""
_TITLE = 40
"""Characters of what stands before a name that opens a turn: "De heer ", "Staatssecretaris "."""
_COLON = re.compile(r"\s?(?:\([^()\n]{1,40}\)\s?)?:")
_PLACE = itemgetter(0)


class Section(Struct, frozen=True):
    """A stretch of the body between two headings, clean offsets; `heading` is its heading's text."""

    start: int
    end: int
    heading: str


class Context:
    """One document with its mentions, and what several steps of linking need of it."""

    def __init__(self, document: Document, mentions: Sequence[Mention], knowledge: Knowledge) -> None:
        self.document = document
        self.knowledge = knowledge
        self.mentions = tuple(mentions)
        self.body = document.body
        self.text = document.body.text
        self._keys = TextKeys(document.id)
        self._persons: dict[tuple[str, str, str], Agent] = {}
        self._times: dict[tuple[FlowKey, int, int], Time] = {}
        self.in_body = tuple([m for m in mentions if not m.note])
        self._starts = [m.start for m in self.in_body]
        self.treated: dict[tuple[int, ...], tuple[Sequence[object], Sequence[tuple[Ref, int, int]]]] = {}
        """Where motions are treated, by the identities of their mentions, which are held: several steps ask for it."""

    @cached_property
    def day(self) -> date | None:
        """The day that what the paper says counts from: that of the debate in a report."""
        return day_spoken(self.document)

    @cached_property
    def spoken(self) -> bool:
        """Whether the paper reports what was said in a debate."""
        return self.document.header.kind.startswith("verslag") or is_proceedings(self.document)

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences of the body; a heading is one by itself."""
        ends = (h.end + 1 for h in self.document.headings)
        return sentences(self.text, [end for end in ends if end < len(self.text)])

    @cached_property
    def lowered(self) -> str:
        """The body in lower case, character for character: offsets stay."""
        return lower(self.text)

    def near(self, position: int) -> tuple[int, int]:
        """The sentence around a position, as far as it is near: bounded, so that many looks at one stay linear."""
        start, end = self.sentences.around(position)
        return max(start, position - _REACH), min(end, position + _REACH)

    @cached_property
    def cues(self) -> Cues:
        """Where the body has words at which linking looks closer."""
        return find_cues(self.lowered)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The body cut at its headings."""
        starts = [(0, ""), *((h.start, self.text[h.start : h.end]) for h in self.document.headings)]
        ends = [*(start for start, _ in starts[1:]), len(self.text)]
        return tuple(Section(s, e, name) for (s, name), e in zip(starts, ends, strict=True) if e > s)

    def section_of(self, position: int) -> Section:
        """The section that holds a position of the body."""
        return self.sections[max(0, bisect_right(self._section_starts, position) - 1)]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.start for section in self.sections]

    @cached_property
    def marks(self) -> tuple[tuple[int, Note], ...]:
        """The notes that have a mark in the body, by the clean offset at which it stands."""
        return tuple(sorted(((n.anchor, n) for n in self.document.notes if n.anchor is not None), key=lambda m: m[0]))

    def marks_in(self, start: int, end: int) -> Iterator[tuple[int, Note]]:
        """The marks with `start <= offset <= end`."""
        index = bisect_left(self.marks, start, key=lambda m: m[0])
        while index < len(self.marks) and self.marks[index][0] <= end:
            yield self.marks[index]
            index += 1

    @cached_property
    def note_mentions(self) -> dict[FlowKey, tuple[Mention, ...]]:
        """The mentions inside each note, by its flow's name and place."""
        found: dict[FlowKey, list[Mention]] = {}
        for mention in self.mentions:
            if mention.note:
                found.setdefault(_flow_key(mention.flow), []).append(mention)
        return {key: tuple(values) for key, values in found.items()}

    def of_note(self, note: Note) -> tuple[Mention, ...]:
        """The mentions inside a note."""
        return self.note_mentions.get(_flow_key(note.flow), ())

    @cached_property
    def note_of(self) -> Mapping[int, Note]:
        """The note that a mention stands in, by the identity of the mention."""
        return {id(mention): note for note in self.document.notes for mention in self.of_note(note)}

    def of_kind(self, *kinds: type[Value]) -> list[Mention]:
        """All mentions of some kinds, those in notes too, in order."""
        found = [placed for kind in kinds for placed in self._everywhere.get(kind, ())]
        return [mention for _, mention in (sorted(found, key=_PLACE) if len(kinds) > 1 else found)]

    @cached_property
    def _everywhere(self) -> Mapping[type, Sequence[tuple[int, Mention]]]:
        """All mentions by the class of their value, each with its place among all."""
        kinds: dict[type, list[tuple[int, Mention]]] = {}
        for placed in enumerate(self.mentions):
            kinds.setdefault(type(placed[1].value), []).append(placed)
        return kinds

    def between(self, start: int, end: int, kind: type[V]) -> Iterator[tuple[Mention, V]]:
        """The body's mentions of a kind that start in `[start, end)`, in order, each with its value."""
        placed = self._by_kind.get(kind)
        if placed is None:
            return iter(())
        found, starts = placed
        first = bisect_left(starts, start)
        # Some ask for the first of very many: so none is taken before it is asked for. The lists are kept by exact
        # class, which a type checker cannot see.
        return map(cast(list[tuple[Mention, V]], found).__getitem__, range(first, bisect_left(starts, end, lo=first)))

    @cached_property
    def _by_kind(self) -> Mapping[type, tuple[list[tuple[Mention, Value]], list[int]]]:
        """The body's mentions and their values by the class of these, with where they start."""
        kinds: dict[type, tuple[list[tuple[Mention, Value]], list[int]]] = {}
        for mention in self.in_body:
            found, starts = kinds.setdefault(type(mention.value), ([], []))
            found.append((mention, mention.value))
            starts.append(mention.start)
        return kinds

    def beside(self, mention: Mention) -> Sequence[Mention]:
        """The mentions that start where a mention ends or within ten characters of it, in the same flow."""
        if mention.note:
            notes = self.note_mentions.get(_flow_key(mention.flow), ())
            return [other for other in notes if 0 <= other.start - mention.end <= _BESIDE]
        first = bisect_left(self._starts, mention.end)
        last = bisect_right(self._starts, mention.end + _BESIDE)
        return self.in_body[first:last]

    def inside(self, start: int, end: int) -> list[Mention]:
        """The body's mentions that stand in `[start, end]` whole, in order."""
        found = self.in_body[bisect_left(self._starts, start) : bisect_right(self._starts, end)]
        return [mention for mention in found if mention.end <= end]

    def ref(self, kind: Kind, readable: str) -> Ref:
        """A reference for a thing that only this text holds, from its readable quote."""
        return Ref(kind, self._keys.reference(kind, readable))

    def evidence(self, start: int, end: int, rule: str, confidence: float, flow: Flow | None = None) -> Evidence:
        """Evidence at clean offsets, in the body unless a flow is given."""
        at = flow or self.body
        readable = at.text[start:end].replace("\n", " ").strip()
        return Evidence(self.document.span(at, start, end), readable, rule, confidence)

    def clean(self, raw: int) -> int:
        """The clean offset in the body of a raw offset of it; of one between two pieces, that of the piece before."""
        piece = max(0, bisect_right(self.body.origins, raw) - 1)
        return self.body.starts[piece] + max(0, raw - self.body.origins[piece])

    def of(self, mention: Mention) -> Evidence:
        """The evidence of a mention."""
        readable = mention.flow.text[mention.start : mention.end].replace("\n", " ")
        return Evidence(mention.span, readable, mention.rule, mention.confidence)

    def time(self, mention: Mention) -> Time:
        """The time of a date mention; the same mention always gives the same time."""
        value = mention.value
        if not isinstance(value, DateReference):
            raise TypeError(type(value).__name__)
        key = (_flow_key(mention.flow), mention.start, mention.end)
        time = self._times.get(key)
        if time is None:
            evidence = self.of(mention)
            ref = self.ref("time", evidence.readable)
            time = self._times[key] = Time(ref, value.reading, evidence.readable, (evidence,))
        return time

    def since(self, mention: Mention, start: int) -> Time:
        """The open period that begins with a date mention of the body; `start` is where its words begin ("sinds")."""
        flow, place = _flow_key(mention.flow)
        key = ((f"since {flow}", place), start, mention.end)
        if key not in self._times:
            begun = self.time(mention).reading
            evidence = self.evidence(start, mention.end, "time.since", 0.9)
            reading = edtf.reading(f"{begun.edtf.split('/')[0]}/..", relative=begun.relative)
            self._times[key] = Time(self.ref("time", evidence.readable), reading, evidence.readable, (evidence,))
        return self._times[key]

    @property
    def times(self) -> tuple[Time, ...]:
        """All times that were handed out."""
        return tuple(self._times.values())

    def person(self, value: PersonReference) -> Agent:
        """The person of the register that the name can only mean, or one that only this text knows."""
        printed = (value.name, value.party, value.office)
        agent = self._persons.get(printed)
        if agent is None:
            known = self.knowledge.person(*printed, self.document.date)
            reference = known.key if known else f"{self.document.id}/{slug(value.name)}"
            agent = Agent(Ref("person", reference), known.name if known else value.name, "person")
            self._persons[printed] = agent
        return agent

    def post(self, name: str, country: str = "") -> Agent:
        """An office by its name, with the country that it belongs to if it is not the Netherlands."""
        full = f"{country} {name}".strip()
        return Agent(Ref("post", slug(full)), full, "post")

    @cached_property
    def chamber(self) -> Agent:
        """The chamber that the paper is addressed to."""
        name = "Eerste Kamer" if self.document.header.chamber == "ek" else "Tweede Kamer"
        return self.knowledge.organisation(name, "chamber")

    @cached_property
    def turns(self) -> list[Mention]:
        """Who opens a turn of a report: a name with an office or group, and a colon behind it."""
        return [
            mention
            for mention, person in self.between(0, len(self.text), PersonReference)
            if (person.office or person.party) and self._opens_turn(mention)
        ]

    def _opens_turn(self, mention: Mention) -> bool:
        """Whether a name stands at the beginning of a line, with a colon behind it or behind its group."""
        return self.line_of(mention.start) < mention.start and _COLON.match(self.text, mention.end) is not None

    def line_of(self, position: int) -> int:
        """Where the line of a position begins, or the position itself where that is far: a turn begins with a title."""
        low = max(0, position - _TITLE)
        line = self.text.rfind("\n", low, position) + 1
        return line if line or not low else position

    def speaker(self, position: int) -> Mention | None:
        """Who speaks at a position of a report."""
        index = bisect_right(self.turns, position, key=lambda mention: self.line_of(mention.start))
        return self.turns[index - 1] if index else None

    @cached_property
    def signer(self) -> Mention | None:
        """The mention of the member of the government who signs the paper, if one does."""
        persons = self.between(0, len(self.text), PersonReference)
        signed = [mention for mention, person in persons if person.signs and person.office]
        return signed[-1] if signed else None

    @cached_property
    def sender(self) -> Agent | None:
        """Who speaks in the paper as "ik": its signer, else the one office that its head says it is from."""
        if self.signer is not None and isinstance(self.signer.value, PersonReference):
            return self.person(self.signer.value)
        office = office_of(self.document.header.title)
        return self.post(office) if office else None

    @cached_property
    def sender_post(self) -> Agent | None:
        """The office of who speaks in the paper as "ik"."""
        if self.signer is not None and isinstance(self.signer.value, PersonReference):
            return self.post(self.signer.value.office)
        sender = self.sender
        return sender if sender is not None and sender.ref.kind == "post" else None


def _flow_key(flow: Flow) -> FlowKey:
    return flow.name, flow.origins[0]
