"""What states and offices agreed, as cooperation with claims: each thing agreed, and who agreed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ctgraph.link.context import Context
from ctgraph.link.measures import arrangement, cooperations, country_of, state
from ctgraph.link.topics import Named, within
from ctgraph.model.claims import Claim, Cooperation, Participation, Ref
from ctgraph.model.contents import Topic
from ctgraph.model.mentions import Mention, PostReference

# "sprak in 2017 met de Marokkaanse Minister af dat", "is met de Turkse Minister afgesproken dat".
_AGREED = re.compile(
    r"(?:sprak(?:en)?\s(?=[^.;]{0,160}?\saf\sdat\s)|(?:heb|heeft|hebben|is|werd)\s(?=[^.;]{0,160}?\safgesproken,?\sdat\s))"
)
_WITH = re.compile(r"\bmet\s(?:de\s|het\s|mijn\s)?$")
_THAT = re.compile(r"(?:af|afgesproken|afspraak|afspraken)?,?\sdat\s")
# "Een van mijn voorgangers", "mijn ambtsvoorganger": who held the sender's office before.
_PREDECESSOR = re.compile(r"\b(?:[Ee]en\svan\s)?[Mm]ijn\s(?:ambts)?voorgangers?\b")
# What parts two things agreed, where both have a finite verb of their own: "… worden gedaan, tijdig zullen zijn en …".
_AND = re.compile(r",\s|\sen\s")
_FINITE = re.compile(
    r"\b(?:is|zijn|wordt|worden|zal|zullen|heeft|hebben|kan|kunnen|moet|moeten|mag|mogen|gaat|gaan|krijgt|krijgen"
    r"|blijft|blijven|komt|komen)\b"
)
# "Hierin worden … besproken", "Een voorbeeld van een onderwerp waarover met Turkije gesproken wordt zijn …".
_DISCUSSED = re.compile(r"\b(?:besproken|gesproken|onderwerp(?:en)?|gewisseld|aan de orde|op de agenda)\b")
_THEREIN = re.compile(r"(?:Hierin|Daarin|Hierbij|Daarbij|In dit overleg|In deze dialoog|Tijdens dit overleg)\b")
_MOST = 6
"""Things in one agreement; a longer list is no list of clauses."""


def arrangements(context: Context) -> Iterator[Cooperation]:
    """All arrangements between states that the body tells of, with the offices that made them."""
    for item in (*cooperations(context), *_spoken(context)):
        yield _made_by(context, item)


def _spoken(context: Context) -> Iterator[Cooperation]:
    """Agreements told by a verb: "sprak in 2017 met de Marokkaanse Minister van Binnenlandse Zaken af dat …"."""
    for at in context.cues["agreed"]:
        start, end = context.near(at)
        told = _AGREED.search(context.text, start, end)
        if told is None:
            continue
        named = context.between(told.end(), end, PostReference)
        other = next((v for m, v in named if v.country and _is_with(context, start, m)), None)
        if other is not None:
            parties = (state("Nederland"), state(country_of(other.country)))
            yield arrangement(context, "afspraak", parties, told.start(), end, start)


def _is_with(context: Context, start: int, mention: Mention) -> bool:
    return _WITH.search(context.text, start, mention.start) is not None


def _made_by(context: Context, item: Cooperation) -> Cooperation:
    """An arrangement with the offices that made it: the one named in its words, and the sender's, of a predecessor."""
    start, end = _stretch(context, item)
    sentence = context.sentences.around(start)[0]
    parts = [
        _part(context, item.ref, mention)
        for mention, value in context.between(start, min(end, start + 160), PostReference)
        if value.country
    ]
    before = _PREDECESSOR.search(context.text, sentence, end)
    if before is not None and context.sender_post is not None:
        evidence = context.evidence(before.start(), before.end(), "participation.predecessor", 0.75)
        ref = context.ref("participation", f"{item.ref.id} {evidence.readable}")
        parts.append(Participation(ref, context.sender_post, "participant", item.ref, evidence.readable, (evidence,)))
    return replace(item, participations=tuple(parts)) if parts else item


def _part(context: Context, of: Ref, mention: Mention) -> Participation:
    evidence, value = context.of(mention), mention.value
    assert isinstance(value, PostReference)
    ref = context.ref("participation", f"{of.id} {evidence.readable}")
    post = context.post(value.name, value.country)
    return Participation(ref, post, "participant", of, evidence.readable, (evidence,))


def agreed(context: Context, told: Sequence[Cooperation]) -> Iterator[Claim]:
    """What an arrangement says will be done: each clause after its "dat"."""
    for item in told:
        start, end = _stretch(context, item)
        that = _THAT.search(context.text, start, end)
        if that is None:
            continue
        for left, right in _clauses(context.text, that.end(), end):
            evidence = context.evidence(left, right, "claim.agreed", 0.75)
            ref = context.ref("claim", evidence.readable)
            yield Claim(ref, evidence.readable, "intention", (evidence,), (item.ref,))


def discussed(context: Context, told: Sequence[Cooperation], named: Sequence[Named]) -> Iterator[Topic]:
    """What is talked about in an arrangement: the phenomena of a sentence soon after that says so of it."""
    for item in told:
        start = _stretch(context, item)[0]
        index, stop = context.sentences.index(start), context.section_of(start).end
        for later in range(index, min(index + 4, len(context.sentences))):
            begin, end = context.sentences.at(later)
            if begin >= stop or (later > index and not _is_of(context.text[begin:end], item)):
                continue
            evidence = context.evidence(begin, end, "topic.discussed", 0.7)
            for notation in within(named, begin, end) if _DISCUSSED.search(context.text, begin, end) else ():
                yield Topic(item.ref, notation, (evidence,))


def _is_of(said: str, item: Cooperation) -> bool:
    """Whether a sentence goes on about an arrangement, or names the other state of it."""
    return _THEREIN.match(said) is not None or any(p.name in said for p in item.parties if p.name != "Nederland")


def _stretch(context: Context, item: Cooperation) -> tuple[int, int]:
    span = item.evidence[0].span
    return context.clean(span.start), context.clean(span.end - 1) + 1


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a list, each with a finite verb of its own; what has none belongs to the one before."""
    cuts = [start]
    ends = []
    for boundary in _AND.finditer(text, start, end):
        following = _AND.search(text, boundary.end(), end)
        behind = text[boundary.end() : following.start() if following else end]
        if _FINITE.search(text, cuts[-1], boundary.start()) and _FINITE.search(behind):
            ends.append(boundary.start())
            cuts.append(boundary.end() + (4 if text.startswith("dat ", boundary.end()) else 0))
    stretches = list(zip(cuts, [*ends, end], strict=True))
    return stretches if len(stretches) <= _MOST else [(start, end)]
