"""The motions that the mentions of a document mean, each once, with who submitted it and what it asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ctgraph.link.context import Context
from ctgraph.link.knowledge import surnames
from ctgraph.link.motions import LinkedMention
from ctgraph.link.requests import requests
from ctgraph.link.signatures import signatures, submitter
from ctgraph.model.claims import Motion, Participation, Ref
from ctgraph.model.mentions import Mention, MotionReference, PersonReference


def motions(context: Context, linked: Sequence[LinkedMention], suspect: frozenset[str]) -> list[Motion]:
    """The motions that the mentions mean, in the order of their first mention; without who submitted them."""
    return [_motion(context, ref, items, suspect) for ref, items in _grouped(linked).items()]


def submitted(context: Context, linked: Sequence[LinkedMention], named: Sequence[Motion]) -> Iterator[Motion]:
    """The motions with those who submitted them."""
    grouped = _grouped(linked)
    for motion in named:
        first = _first(grouped[motion.ref])
        submitters = tuple(_submitters(context, motion.ref, first))
        unnamed = first.value.others_unnamed and len(submitters) == len(first.value.submitters)
        yield replace(motion, submitters=submitters, others_unnamed=unnamed)


def _grouped(linked: Sequence[LinkedMention]) -> dict[Ref, list[LinkedMention]]:
    grouped: dict[Ref, list[LinkedMention]] = {}
    for item in linked:
        if item.motion is not None and item.value.form == "full":
            grouped.setdefault(item.motion, []).append(item)
    return grouped


def _first(items: Sequence[LinkedMention]) -> LinkedMention:
    """The first mention that names who submitted the motion, else the first."""
    return next((item for item in items if _is_named(item.mention)), items[0])


def _motion(context: Context, ref: Ref, items: Sequence[LinkedMention], suspect: frozenset[str]) -> Motion:
    first = _first(items)
    paper = first.value.paper if first.value.paper not in suspect else ""
    return Motion(
        ref=ref,
        paper=paper,
        submitters=(),
        evidence=tuple(context.of(item.mention) for item in items),
        requests=requests(context, ref, [item.mention for item in items]),
        replaces=next((i.value.replaces for i in items if i.value.replaces), ""),
    )


def _is_named(mention: Mention) -> bool:
    return isinstance(mention.value, MotionReference) and bool(mention.value.submitters)


def _submitters(context: Context, motion: Ref, first: LinkedMention) -> Iterator[Participation]:
    """Those whom the mention names; on the motion's own paper "c.s." stands for the other names under it."""
    value, mention = first.value, first.mention
    for index, person in enumerate(value.submitters):
        inside = context.between(mention.start, mention.end, PersonReference)
        named = next((m for m, v in inside if v.name == person.name), mention)
        yield submitter(context, motion, named, person, first=index == 0)
    if value.others_unnamed and motion.id == context.document.id:
        known = {name for person in value.submitters for name in surnames([person.name])}
        for signature, person in signatures(context):
            if known.isdisjoint(surnames([person.name])):
                yield submitter(context, motion, signature, person, first=False)
