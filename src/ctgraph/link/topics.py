"""Which phenomena a paper speaks of, and which it says fall under which.

A phenomenon is a value of the thesaurus, found by its labels as whole words; a hyphen belongs to the word, so that
"rechts-extremisme" is not "extremisme". Names of laws, bodies and policies are names, not topics.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

from ctgraph.link.context import Context
from ctgraph.model.claims import Evidence, Ref
from ctgraph.model.contents import BroaderTopic, Topic
from ctgraph.model.gazetteer import Phenomenon
from ctgraph.model.mentions import LawReference, OrganisationReference, PolicyReference

_NAMES = (LawReference, OrganisationReference, PolicyReference)
# "…, waar ook accelerationisme onder valt", "…, waaronder ook accelerationisme", "X is een vorm van Y".
_UNDER = re.compile(r",?\s(?:waar(?:toe)?|die)\s(?:ook\s)?(?:het\s|de\s)?$")
_AMONG = re.compile(r",?\swaaronder\s(?:(?:ook|begrepen|met\sname|het|de)\s){0,3}$")
_FALLS = re.compile(r"\s(?:ook\s)?(?:onder\s(?:valt|vallen)|toe\s(?:behoort|behoren)|bij\s(?:hoort|horen))\b")
_FORM_OF = re.compile(r"(?:,|\sis|\szijn)\s(?:een\s)?(?:vorm(?:en)?|variant(?:en)?)\svan\s(?:het\s|de\s)?$")
_LIST = re.compile(r"(?:,|\sen|\sof|,\sen|/)?\s?(?:\(\w{1,20}\)\s)?$")


class Phenomena:
    """The labels of the thesaurus in one automaton; made once for all documents."""

    def __init__(self, known: Sequence[Phenomenon]) -> None:
        by_label: dict[str, str] = {}
        for phenomenon in known:
            for name in phenomenon.names:
                by_label.setdefault(name.lower(), phenomenon.notation)
        self._exact = {name.lower(): name for item in known for name in item.names if name.isupper()}
        self._labels = tuple(by_label.items())
        self._automaton = AhoCorasick(list(by_label), matchkind=MatchKind.LeftmostLongest) if by_label else None
        self._broader = {phenomenon.notation: phenomenon.broader for phenomenon in known}

    def find(self, text: str, lowered: str) -> Iterator[tuple[int, int, str]]:
        """Where a text names phenomena; abbreviations only in capitals."""
        if self._automaton is None:
            return
        for index, start, end in self._automaton.find_matches_as_indexes(lowered):
            label, notation = self._labels[index]
            exact = self._exact.get(label)
            if _whole(text, start, end) and exact in (None, text[start:end]):
                yield start, end, notation

    def above(self, notation: str) -> frozenset[str]:
        """Every phenomenon above one in the thesaurus."""
        found: set[str] = set()
        waiting = [notation]
        while waiting:
            for broader in self._broader.get(waiting.pop(), ()):
                if broader not in found:
                    found.add(broader)
                    waiting.append(broader)
        return frozenset(found)


def _whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    return not (before.isalnum() or before == "-") and not (end < len(text) and text[end].isalnum())


@lru_cache(maxsize=8)
def phenomena(known: tuple[Phenomenon, ...]) -> Phenomena:
    """The automaton of a thesaurus, made once."""
    return Phenomena(known)


class Named(Struct, frozen=True):
    """A phenomenon named at `[start, end)` of the body, clean offsets."""

    start: int
    end: int
    notation: str


def named(context: Context) -> list[Named]:
    """The phenomena that the body names, in order."""
    known = phenomena(context.knowledge.gazetteer.phenomena)
    hits = [Named(*hit) for hit in known.find(context.text, context.lowered)]
    return [hit for hit in hits if not _in_name(context, hit)] if hits else hits


def _in_name(context: Context, hit: Named) -> bool:
    """Whether a phenomenon stands inside the name of a law, body or policy."""
    around = (m for kind in _NAMES for m, _ in context.between(max(0, hit.start - 120), hit.end, kind))
    return any(mention.end >= hit.end for mention in around)


def within(found: Sequence[Named], start: int, end: int) -> tuple[str, ...]:
    """The notations named between two clean offsets, each once, in order."""
    first = bisect_left(found, start, key=lambda item: item.start)
    notations: dict[str, None] = {}
    for item in found[first:]:
        if item.end > end:
            break
        notations[item.notation] = None
    return tuple(notations)


class Thing(Protocol):
    """What a paper states of a thing: its reference and the words it rests on."""

    @property
    def ref(self) -> Ref: ...

    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


def topics(context: Context, found: Sequence[Named], things: Iterable[Thing]) -> Iterator[Topic]:
    """What the paper is about, and what each thing is about whose words name a phenomenon."""
    home = Ref("document", context.document.id)
    seen: set[str] = set()
    for item in found:
        if item.notation not in seen:
            seen.add(item.notation)
            evidence = context.evidence(item.start, item.end, "topic.label", 0.9)
            yield Topic(home, item.notation, (evidence,))
    places = [(context.body.origin(item.start), context.body.origin(item.end - 1)) for item in found]
    for thing in things:
        for notation in _inside(found, places, thing.evidence):
            yield Topic(thing.ref, notation, thing.evidence)


def _inside(
    found: Sequence[Named], places: Sequence[tuple[int, int]], evidence: Iterable[Evidence]
) -> Mapping[str, None]:
    """The phenomena named in the words that a thing rests on."""
    notations: dict[str, None] = {}
    for rests in evidence:
        index = bisect_left(places, (rests.span.start, 0))
        while index < len(places) and places[index][1] < rests.span.end:
            notations[found[index].notation] = None
            index += 1
    return notations


def broader(context: Context, found: Sequence[Named]) -> Iterator[BroaderTopic]:
    """Where the paper says that one phenomenon falls under another.

    Under a list of several, the one above it in the thesaurus is meant; if none or several are, nothing is stated.
    """
    known = phenomena(context.knowledge.gazetteer.phenomena)
    for index, item in enumerate(found):
        above = _listed_before(context, found, index, _UNDER) if _FALLS.match(context.text, item.end) else []
        above = above or _listed_before(context, found, index, _AMONG)
        if above:
            yield from _stated(context, known, item, above, item.end)
        under = _listed_before(context, found, index, _FORM_OF)
        if len(under) == 1 and under[0].notation != item.notation:
            evidence = context.evidence(under[0].start, item.end, "topic.broader", 0.7)
            yield BroaderTopic(under[0].notation, item.notation, (evidence,))


def _stated(
    context: Context, known: Phenomena, item: Named, above: Sequence[Named], end: int
) -> Iterator[BroaderTopic]:
    others = list(dict.fromkeys(a.notation for a in above if a.notation != item.notation))
    chosen = [other for other in others if other in known.above(item.notation)] if len(others) > 1 else others
    if len(chosen) == 1:
        falls = _FALLS.match(context.text, end)
        stop = falls.end() if falls else end
        evidence = context.evidence(above[0].start, stop, "topic.broader", 0.7)
        yield BroaderTopic(item.notation, chosen[0], (evidence,))


def _listed_before(context: Context, found: Sequence[Named], index: int, link: re.Pattern[str]) -> list[Named]:
    """The phenomena listed right before the words that lead to one: "A, (B) C en D, waar ook …"."""
    listed: list[Named] = []
    at, pattern = found[index].start, link
    for item in reversed(found[max(0, index - 6) : index]):
        if at - item.end > 60 or not pattern.search(context.text[item.end : at]):
            break
        if pattern is _LIST and not _LIST.fullmatch(context.text[item.end : at]):
            break
        listed.insert(0, item)
        at, pattern = item.start, _LIST
    return listed
