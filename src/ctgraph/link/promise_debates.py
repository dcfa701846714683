"""In which debate a promise was made that the sentence itself does not name: "In dat debat heb ik toegezegd"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ctgraph.link.context import Context
from ctgraph.link.debates import LinkedDebate, at

DESCRIPTION = re.compile(r"Omschrijving(?: van de toezegging)?:\s")
"""What heads an item in a list of promises: "Omschrijving: De Kamer ontvangt X. Vindplaats: Commissiedebat …"."""
# "Bij die gelegenheid heb ik toegezegd", "In dat debat is toegezegd", "Die toezegging betrof": the debate stands in the
# sentence before.
_THERE = re.compile(
    r"(?:Bij die gelegenheid|D(?:ie|eze) toezegging|Daarbij|Daarin|Toen"
    r"|(?:Tijdens|In|Bij) (?:dat|dit|het) (?:debat|overleg|commissiedebat))\b"
)
# The same within the sentence: "heb ik in dat debat toegezegd", "heb ik daar toegezegd".
_THERE_WITHIN = re.compile(
    r"\b(?:in|tijdens|bij) (?:dat|hetzelfde) (?:debat|overleg|commissiedebat)\b|\bdaar (?=toegezegd|beloofd|gezegd)"
)
# "tijdens genoemd commissiedebat": the last debate of that kind.
_NAMED_BEFORE = re.compile(
    r"\b(?:genoemd|voornoemd|bovengenoemd|voormeld)e? (?P<kind>commissiedebat|debat|algemeen overleg|\w*overleg)"
)
_RECENT = 3000
"""How far back "dat debat" may have been named."""


def there(context: Context, debates: Sequence[LinkedDebate], promise: int) -> LinkedDebate | None:
    """The debate of the sentence before one that says "Bij die gelegenheid heb ik toegezegd"."""
    start, end = context.sentences.around(promise)
    if named := _NAMED_BEFORE.search(context.text, start, end):
        recent = _recent(debates, named.start())
        return next(
            (item for item in recent if item.debate.time and named["kind"] in (item.debate.kind, "debat")), None
        )
    index = context.sentences.index(promise)
    if DESCRIPTION.match(context.text, start):
        return at(debates, *context.sentences.at(index + 1))
    points = _THERE.match(context.text, start) or _THERE_WITHIN.search(context.text, start, end)
    if not index or not points:
        return None
    return at(debates, *context.sentences.at(index - 1)) or _last_of_kind(debates, promise, points[0].lower())


def _last_of_kind(debates: Sequence[LinkedDebate], start: int, words: str) -> LinkedDebate | None:
    """The last debate named before, of the kind that "in dat debat" or "in dat overleg" says."""
    recent = _recent(debates, start)
    return next((item for item in recent if "overleg" not in words or "overleg" in item.debate.kind), None)


def _recent(debates: Sequence[LinkedDebate], start: int) -> Sequence[LinkedDebate]:
    """The debates named shortly before a place, the last first."""
    first = bisect_left(debates, start - _RECENT, key=_place)
    return debates[first : bisect_left(debates, start, lo=first, key=_place)][::-1]


def _place(item: LinkedDebate) -> int:
    return item.mention.start
