"""When a policy document was presented to a chamber, as a paper says of it behind or around its name."""

from __future__ import annotations

import re

from ctgraph.link.context import Context
from ctgraph.model.claims import Time
from ctgraph.model.mentions import DateReference, Mention

_SENT = r"(?:aangeboden|(?:toe)?gezonden|(?:toe|op)?gestuurd|verzonden|verstuurd|voorgelegd|toegekomen)\b"
# From the name to the day: ", welke op ", " (Kamerstuk 29 754, nr. 641), die ik op ", "2 is op ".
# Not ", waarin staat dat op": the day then is of something else.
_TO_THE_DAY = re.compile(
    r"[\d\s]*(?:\([^()]{0,80}\)[\d\s]*)?(?:,\s)?(?:(?:welke|die|dat)\s)?(?:(?:ik|wij|het kabinet)\s)?"
    r"(?:(?:is|zijn|werd|werden|heb|hebben|heeft)\s)?(?:ik\s)?(?:u\s|(?:aan\s)?(?:uw|de)\s(?:Tweede\s)?Kamer\s)?(?:op\s|in\s|eind\s)?"
)
# From the day to what was done: " van dit jaar aan uw Kamer werd aangeboden", " heb gestuurd".
# Not ", is": a new clause may speak of another thing. Not "zal … worden aangeboden": that is still to come.
_DONE = re.compile(rf"(?:(?!\b(?:niet|zal|zullen|wordt|worden)\b)[^.,;:()]){{0,70}}?\b{_SENT}")
# The day first: "Op 20 mei 2022 heb ik uw Kamer de … aangeboden", "Op 3 mei jl. is de … aan u gezonden".
_DAY_FIRST = re.compile(
    r"\s(?:is|zijn|werd|werden|heb|hebben|heeft|bood|boden|zond|zonden|stuurde|stuurden)\s[^.,;:]{0,70}$", re.IGNORECASE
)
_SENT_AT_ONCE = re.compile(r"\s(?:bood|boden|zond|zonden|stuurde|stuurden)\s", re.IGNORECASE)
_BEHIND = 160
_BEFORE = 110


def presented(context: Context, mention: Mention) -> Time | None:
    """The day on which the thing of a mention was sent to a chamber, if the sentence says so of that thing."""
    if mention.note or mention.flow is not context.body:
        return None
    start, end = context.near(mention.start)
    return _behind(context, mention, end) or _around(context, mention, start, end)


def _behind(context: Context, mention: Mention, end: int) -> Time | None:
    for day, _ in context.between(mention.end, min(end, mention.end + _BEHIND), DateReference):
        if not _TO_THE_DAY.fullmatch(context.text, mention.end, day.start):
            return None
        return context.time(day) if _DONE.match(context.text, day.end, end) else None
    return None


def _around(context: Context, mention: Mention, start: int, end: int) -> Time | None:
    for day, _ in context.between(max(start, mention.start - _BEFORE), mention.start, DateReference):
        between = context.text[day.end : mention.start]
        if _DAY_FIRST.match(between):
            at_once = _SENT_AT_ONCE.match(between)
            return context.time(day) if at_once or _DONE.match(context.text, mention.end, end) else None
    return None
