"""Claims: what a paper says is so, can be so, cannot be so or is meant to be so, with who says it.

Only sentences of a few set kinds are read: what a named source says, what a service can or may do, what the government
sets out to do about a named phenomenon or measure, and what is standing practice. A sentence of no kind gives none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from ctgraph.link import claim_words as words
from ctgraph.link.context import Context
from ctgraph.link.modalities import modality_of
from ctgraph.link.sources import NOT_SERVICES
from ctgraph.model.claims import Claim, Modality, Ref, Time
from ctgraph.model.document import Flow
from ctgraph.model.mentions import DateReference, MotionReference, OrganisationReference
from ctgraph.text.sentences import sentences

Placed = Sequence[tuple[int, Ref]]


def named(things: Placed, start: int, end: int) -> tuple[Ref, ...]:
    """The things placed in `[start, end)`, each once; `things` ascend by offset."""
    return tuple(dict.fromkeys(ref for _, ref in placed(things, start, end)))


def placed(things: Placed, start: int, end: int) -> Placed:
    """The part of `things` that is placed in `[start, end)`."""
    first = bisect_left(things, start, key=lambda item: item[0])
    return things[first : bisect_left(things, end, key=lambda item: item[0])]


class Known(Struct, frozen=True):
    """What claims may be about, each kind by body offset, ascending."""

    things: Placed
    """Measures, strategies, laws, bodies, studies."""
    sources: Sequence[tuple[int, int, Ref]]
    """Who may be said to say something, with where the name starts and ends."""
    phenomena: Sequence[int]
    """Where a phenomenon is named."""
    taken: Sequence[tuple[int, int]] = field(default=())
    """What is stated as something else already, ascending, clean offsets."""

    def about(self, start: int, end: int) -> tuple[Ref, ...]:
        """The things named between two offsets."""
        return named(self.things, start, end)

    def is_on_policy(self, start: int, end: int) -> bool:
        """Whether a sentence names a phenomenon, or one of the things."""
        first = bisect_left(self.phenomena, start)
        return (first < len(self.phenomena) and self.phenomena[first] < end) or bool(self.about(start, end))

    def is_taken(self, start: int, end: int) -> bool:
        """Whether a stretch overlaps what is stated already."""
        first = bisect_left(self.taken, start, key=lambda stretch: stretch[0])
        before = first and self.taken[first - 1][1] > start
        return bool(before) or (first < len(self.taken) and self.taken[first][0] < end)


_LONGEST = 1_600
"""Characters of a sentence that is read as one claim; a longer one is a list or table."""


class Found(Struct, frozen=True):
    """A claim as found: clean offsets in the body."""

    start: int
    end: int
    modality: Modality
    rule: str
    confidence: float
    said_by: Ref | None = None
    part_of: Ref | None = None
    valid: Time | None = None


def claims(context: Context, known: Known) -> list[Claim]:
    """The claims of body and notes, in the order of the text; of two that overlap, the surer."""
    found = [*_attributed(context, known), *_abilities(context, known), *_own(context, known)]
    kept: list[Found] = []
    for item in sorted(found, key=lambda f: (-f.confidence, f.start, f.end)):
        clash = any(item.start < other.end and other.start < item.end for other in kept)
        if not clash and not known.is_taken(item.start, item.end):
            kept.append(item)
    stated = [_claim(context, known, item) for item in sorted(kept, key=lambda f: f.start)]
    return [*stated, *_in_notes(context)]


def _claim(context: Context, known: Known, item: Found) -> Claim:
    evidence = context.evidence(item.start, item.end, item.rule, item.confidence)
    about = tuple(ref for ref in known.about(item.start, item.end) if ref != item.said_by)
    if item.rule == "claim.standing" and words.POINTS_BACK.match(context.text, item.start):
        about = (*about, *_before(context, known, item.start))
    return Claim(
        context.ref("claim", evidence.readable),
        evidence.readable,
        item.modality,
        (evidence,),
        about,
        item.said_by,
        item.valid,
        item.part_of,
    )


def _before(context: Context, known: Known, start: int) -> tuple[Ref, ...]:
    """The last arrangement of the two sentences before, in the same section: "Deze wijze van informeren is …"."""
    index = context.sentences.index(start)
    first = max(context.section_of(start).start, context.sentences.at(max(0, index - 2))[0])
    return tuple(ref for ref in known.about(first, start) if ref.kind == "cooperation")[-1:]


def _attributed(context: Context, known: Known) -> Iterator[Found]:
    """What a named source says: "het DTN laat zien dat …, maar dat …", "Uit het onderzoek blijkt dat …"."""
    text = context.text
    for start, end, source in known.sources:
        first, stop = context.near(start)
        if text[first:stop].endswith("?"):
            continue
        before = text[max(first, start - 40) : start]
        pattern = words.source_pattern(before)
        said = pattern.match(text, end, stop) if pattern else None
        if said is None:
            continue
        if said.re is words.ACCORDING:
            right = _without_stop(text, first, stop)
            yield Found(first, right, modality_of(text[first:right]), "claim.attributed", 0.8, said_by=source)
            continue
        ended = text.find(";", said.end(), stop)
        for left, right in _clauses(text, said.end(), stop if ended == -1 else ended):
            modality = modality_of(words.main_clause(text[left:right]))
            yield Found(left, right, modality, "claim.attributed", 0.8, said_by=source)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of what is said: cut at ", maar dat", " en dat"."""
    left = start
    for boundary in words.AND_THAT.finditer(text, start, end):
        yield left, _without_stop(text, left, boundary.start())
        left = boundary.end()
    yield left, _without_stop(text, left, end)


def _without_stop(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " .,;:":
        end -= 1
    return end


def _abilities(context: Context, known: Known) -> Iterator[Found]:
    """What a service can or may do, and cannot: "de NCTV kan gemeenten wijzen op …", "mag de AIVD niet …"."""
    text = context.text
    for mention, value in context.between(0, len(text), OrganisationReference):
        if value.kind in NOT_SERVICES or not value.kind:
            continue
        start, end = context.near(mention.start)
        if text[start:end].endswith("?") or _speaks_of_motion(context, start, end):
            continue
        left, right = _clause(text, start, end, mention.start)
        if not words.is_able(text, left, mention.start, mention.end, right):
            continue
        begin = words.with_article(text, left, mention.start)
        modality = modality_of(text[begin:right])
        if modality in ("possibility", "limitation"):
            yield Found(begin, right, modality, f"claim.{modality}", 0.75)


def _speaks_of_motion(context: Context, start: int, end: int) -> bool:
    """Whether a sentence tells what a motion or question wants, which is no claim of the paper."""
    return any(True for _ in context.between(start, end, MotionReference)) or "«" in context.text[start:end]


def _clause(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    """The clause around a position."""
    left, right = start, end
    for boundary in words.CLAUSE.finditer(text, start, end):
        if boundary.end() <= at:
            left = boundary.end()
        elif boundary.start() > at:
            right = boundary.start()
            break
    return left, _without_stop(text, left, right)


def _own(context: Context, known: Known) -> Iterator[Found]:
    """What the government sets out to do, and what is practice, in whole sentences."""
    text = context.text
    cues = {context.sentences.index(at) for name in ("intention", "practice") for at in context.cues[name]}
    headings = {heading.start for heading in context.document.headings}
    for index in sorted(cues):
        start, end = context.sentences.at(index)
        said = text[start : min(end, start + _LONGEST)]
        if start in headings or not said.endswith(".") or _speaks_of_motion(context, start, end):
            continue
        found = _practice(context, known, start, end) or _conduct(context, known, start, end)
        if found is not None:
            yield found


def _conduct(context: Context, known: Known, start: int, end: int) -> Found | None:
    said = context.text[start:end]
    plan = _framework(context, known, start, end)
    meant = plan is not None and words.WILL.search(said)
    modality = "intention" if meant else words.conduct(said)
    if modality is None or not known.is_on_policy(start, end):
        return None
    stop = _without_stop(context.text, start, end)
    return Found(start, stop, modality, f"claim.{'conduct' if modality == 'fact' else modality}", 0.7, part_of=plan)


def _framework(context: Context, known: Known, start: int, end: int) -> Ref | None:
    """The strategy within which something is said to be done: "Binnen de kaders van de …"."""
    opened = words.FRAMEWORK.search(context.text, start, end)
    if opened is None:
        return None
    near = known.about(opened.end(), min(end, opened.end() + 8))
    return next((ref for ref in near if ref.kind == "strategy"), None)


def _practice(context: Context, known: Known, start: int, end: int) -> Found | None:
    """Standing practice: "is sinds 2016 standaardpraktijk", "Iedere casus heeft …", "wordt informatie gedeeld"."""
    said = context.text[start:end]
    kind = words.practice(said)
    if kind is None or (kind in ("exchange", "shape") and not known.is_on_policy(start, end)):
        return None
    stop = _without_stop(context.text, start, end)
    return Found(start, stop, "fact", f"claim.{kind}", 0.7, valid=_since(context, start, end))


def _since(context: Context, start: int, end: int) -> Time | None:
    """The open period that "sinds 2016" begins."""
    for mention, _ in context.between(start, end, DateReference):
        since = words.SINCE.search(context.text, max(start, mention.start - 8), mention.start)
        if since is not None:
            return context.since(mention, since.start())
    return None


def _in_notes(context: Context) -> Iterator[Claim]:
    """What a footnote says is possible under a condition: "In uitzonderlijke gevallen is … wel mogelijk als …"."""
    for note in context.document.notes:
        flow = note.flow
        if "mogelijk" not in flow.text:
            continue
        cut = sentences(flow.text)
        for index in range(len(cut)):
            start, end = cut.at(index)
            if words.POSSIBLE_IF.search(flow.text, start, end):
                yield _noted(context, flow, start, _without_stop(flow.text, start, end))


def _noted(context: Context, flow: Flow, start: int, end: int) -> Claim:
    evidence = context.evidence(start, end, "claim.conditional", 0.7, flow)
    modality: Modality = "limitation" if modality_of(evidence.readable) == "limitation" else "possibility"
    return Claim(context.ref("claim", evidence.readable), evidence.readable, modality, (evidence,))


def about_note(claim: Claim, things: Iterable[tuple[int, Ref]]) -> Claim:
    """A claim of a note with the things that its words name, by raw offset."""
    span = claim.evidence[0].span
    named = tuple(dict.fromkeys(ref for at, ref in things if span.start <= at < span.end))
    return replace(claim, about=(*claim.about, *(ref for ref in named if ref not in claim.about)))
