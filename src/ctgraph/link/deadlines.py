"""By when a promise is due: the time in its words, or in the sentences that go on about it."""

from __future__ import annotations

import re

from ctgraph.link.context import Context
from ctgraph.link.debates import LinkedDebate
from ctgraph.model.claims import Time
from ctgraph.model.mentions import DateReference, Mention

_CONTINUES = re.compile(r"^(?:Die|Hier|Hierop|Hierin|Hierbij|Daar|Dit|Deze|Dat|Daarbij)\b")


def due(context: Context, at: int, debate: LinkedDebate | None, *, new: bool) -> Time | None:
    """The time in the promise that is not the debate's; else the one in the sentences that go on about it."""
    index = context.sentences.index(at)
    start, end = context.sentences.at(index)
    own = _later_than(context, start, end, debate)
    if own is not None:
        return context.time(own)
    if new:
        return _time_before(context, index)
    for step in (1, 2):
        if index + step >= len(context.sentences):
            return None
        begin, stop = context.sentences.at(index + step)
        if not _CONTINUES.match(context.text[begin:stop]):
            return None
        later = _later_than(context, begin, stop, None)
        if later is not None:
            return context.time(later)
    return None


def _time_before(context: Context, index: int) -> Time | None:
    """ "… worden opgeleverd. Vanzelfsprekend worden de resultaten gedeeld": the time of the sentence before it."""
    if index == 0:
        return None
    words = {w for w in re.findall(r"\w{6,}", context.text[slice(*context.sentences.at(index))].lower())}
    begin, stop = context.sentences.at(index - 1)
    shared = words & set(re.findall(r"\w{6,}", context.text[begin:stop].lower()))
    later = _later_than(context, begin, stop, None) if shared else None
    return context.time(later) if later else None


def _later_than(context: Context, start: int, end: int, debate: LinkedDebate | None) -> Mention | None:
    """The last time of a sentence that lies after the paper's date and is not the debate's day."""
    written = context.day
    for mention, value in reversed(list(context.between(start, end, DateReference))):
        if debate is not None and debate.mention.start <= mention.start < debate.mention.end:
            continue
        latest = value.reading.latest
        if written is None or latest is None or latest > written:
            return mention
    return None
