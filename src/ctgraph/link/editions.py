"""What a mention of a policy document tells besides its name: edition, period, the paper it came with, how often."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from ctgraph.dates import edtf
from ctgraph.identifiers import time_reference
from ctgraph.link.context import Context
from ctgraph.link.offerings import presented
from ctgraph.link.purposes import recurrence
from ctgraph.model.claims import PolicyMention, Ref, Time
from ctgraph.model.mentions import Mention, PaperReference, PolicyReference

_NUMBER = re.compile(r"-(\d{1,2})$")
_YEARS = re.compile(r"\b(20\d\d)\s?[–-]\s?(20\d\d)\b")
# Between a policy document and the paper that it is attached to: "… 56 (Bijlage bij Kamerstuk 29 754, nr. 640)".
_OPENING = re.compile(r",?\s\(?(?:zie\s)?$", re.IGNORECASE)


def told(
    context: Context,
    mention: Mention,
    item: PolicyMention,
    papers: Mapping[int, PaperReference],
    suspect: frozenset[str],
) -> PolicyMention:
    """The mention with all that its words, and the bracket behind it, tell."""
    value = mention.value
    assert isinstance(value, PolicyReference)
    if item.kind == "series":
        words = mention.flow.text[mention.start : mention.end]
        return replace(item, recurrence=recurrence(words))
    attached = _attached_to(context, mention, papers, suspect)
    item = replace(item, attached_to=attached, presented=presented(context, mention))
    if item.kind == "threat-assessment":
        number = _NUMBER.search(item.ref.id)
        dated = item.ref.id.count("-") > 1
        edition = number[1] if number and not dated else ""
        return replace(item, series=context.knowledge.series_of(item.name), edition=edition)
    known = context.knowledge.gazetteer.set_out.get(item.ref.id)
    if known is not None and item.attached_to is not None and item.attached_to.id != known:
        # The register says another paper; the citation stays, and nothing is asserted of the strategy.
        item = replace(item, attached_to=None)
    return replace(item, valid=_period(context, mention))


def _period(context: Context, mention: Mention) -> Time | None:
    """The period printed in the name of a strategy: "2022–2026"; the same time in every paper and in the register."""
    years = _YEARS.search(mention.flow.text, mention.start, mention.end)
    if years is None or years[1] > years[2]:
        return None
    evidence = context.evidence(years.start(), years.end(), "time.validity", 0.9, mention.flow)
    reading = edtf.reading(f"{years[1]}/{years[2]}")
    return Time(Ref("time", time_reference(reading.edtf)), reading, evidence.readable, (evidence,))


def _attached_to(
    context: Context, mention: Mention, papers: Mapping[int, PaperReference], suspect: frozenset[str]
) -> Ref | None:
    """The paper in the bracket right behind: "(Bijlage bij Kamerstuk 29 754, nr. 640)"."""
    text = mention.flow.text
    for other in context.beside(mention):
        if not isinstance(other.value, PaperReference) or not 0 < other.start - mention.end <= 8:
            continue
        value = papers.get(id(other), other.value)
        if value.attachment and value.ids[0] not in suspect and _OPENING.fullmatch(text[mention.end : other.start]):
            return Ref("document", value.ids[0])
    return None
