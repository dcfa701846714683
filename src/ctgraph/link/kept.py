"""Whether a promise that a paper tells is kept with that paper: "Met deze brief voldoe ik aan die toezegging"."""

from __future__ import annotations

from ctgraph.link.context import Context
from ctgraph.link.wording import Wording, wording

_KEPT = wording(
    r"(?:voldoe|voldoet|voldoen|voldaan|gestand|tegemoet|hiermee|met deze brief|bij dezen|kom ik|doe ik|nakom"
    r"|bijgaand)\b"
)
# The sentence after it says that it is kept: "Met deze brief voldoe ik aan die toezegging", "Die treft u hierbij aan".
_KEPT_AFTER = wording(
    r"(?:voldoe|voldoet|voldoen|gestand|kom|doe|geef) … (?:deze|die|mijn|de) toezegging\b",
    r"(?:deze|die|de) toezegging … (?:afgedaan|gestand|voldaan|nagekomen|na)\b",
    r"(?:treft|ontvangt) u (?:hierbij|bijgaand)\b",
    r"(?:hiermee|daarmee|met deze brief) … (?:voldaan|afgedaan|gestand)\b",
)


def is_kept(context: Context, start: int, at: int, stop: int, told: Wording) -> bool:
    """Whether the promise's sentence, or one of the two after it, says that it is kept with this paper.

    The promise stands at `[at, stop)` of the sentence that begins at `start`; where another one is `told`, that one may
    be kept.
    """
    if _KEPT.search(context.text, start, stop):
        return True
    index = context.sentences.index(at)
    section_end = context.section_of(at).end
    for step in (1, 2):
        if index + step >= len(context.sentences):
            return False
        begin, end = context.sentences.at(index + step)
        if begin >= section_end or told.search(context.text, begin, end):
            return False
        if _KEPT_AFTER.search(context.text, begin, end):
            return True
    return False
