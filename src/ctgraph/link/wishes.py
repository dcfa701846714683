"""Answers to a wish of a chamber that the paper does not name: "Daarmee is invulling gegeven aan de wens van uw Kamer".

Which motion, promise or question is meant, a person has to find out; the paper says only that there is one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter

from ctgraph.link.context import Context
from ctgraph.link.statuses import status_of
from ctgraph.link.wording import wording
from ctgraph.model.claims import Ref, Response
from ctgraph.model.contents import UnnamedInstrument
from ctgraph.model.mentions import MotionReference, PaperReference

_WISH = re.compile(
    r"(?:de|het|deze|dit|een|die|dat)\s(?:\w+\s)?(?:wens|verzoek|oproep|vraag|vragen|wensen)\s(?:van|uit|vanuit)\s"
    r"(?:uw|de)\s(?:Tweede\s|Eerste\s)?Kamer\b",
    re.IGNORECASE,
)
_MET = wording(
    r"(?:invulling|uitvoering|gehoor|gevolg|opvolging) (?:\w+ )?(?:gegeven|te geven|geven)\b",
    r"(?:geef|geeft|geven) (?:\w+ ){0,3}(?:invulling|uitvoering|gehoor|gevolg|opvolging)\b",
    r"(?:voldaan|voldoe|voldoet|tegemoet)\b",
    r"tegemoet(?:gekomen| gekomen)\b",
)
_POINTS_BACK = re.compile(r"\b(?:[Dd]aarmee|[Hh]iermee|[Dd]aaraan|[Hh]ieraan|[Dd]it|[Dd]at)\b")


def wishes(context: Context, before: Sequence[tuple[int, Ref]]) -> Iterator[tuple[UnnamedInstrument, Response]]:
    """Each answer to an unnamed wish; `before` are the things that "daarmee" can point back at, by body offset.

    A sentence that names a motion or paper is an answer to that, and read elsewhere.
    """
    for at in context.cues["wish"]:
        start, end = context.near(at)
        wish = _WISH.search(context.text, start, end)
        if wish is None or not wish.start() <= at < wish.end() or not _MET.search(context.text, start, end):
            continue
        if any(True for kind in (MotionReference, PaperReference) for _ in context.between(start, end, kind)):
            continue
        status = status_of(context.text[start:end])
        if status is None:
            continue
        words = context.evidence(wish.start(), wish.end(), "instrument.unnamed", 0.6)
        said = context.evidence(start, end, f"response.{status}", 0.7)
        instrument = UnnamedInstrument(context.ref("instrument", said.readable), words.readable, (words,))
        met = _pointed_at(context, start, before) if _POINTS_BACK.match(context.text, start) else ()
        ref = Ref("response", instrument.ref.id)
        yield instrument, Response(ref, instrument.ref, status, (said,), fulfilled_by=met)


def _pointed_at(context: Context, start: int, before: Sequence[tuple[int, Ref]]) -> tuple[Ref, ...]:
    """The last thing told in the three sentences before, in the same section."""
    index = context.sentences.index(start)
    first = max(context.section_of(start).start, context.sentences.at(max(0, index - 3))[0])
    last = bisect_left(before, start, key=itemgetter(0)) - 1
    return (before[last][1],) if last >= 0 and before[last][0] >= first else ()
