"""What a paper says in reply to a member's question: the words that follow it, up to the next subject.

The paper tells the question and answers it, but says of no answer how complete it is; so the status is `unclear`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from ctgraph.link.context import Context
from ctgraph.model.claims import Question, Ref, Response
from ctgraph.model.mentions import MotionReference

_LONGEST: Final = 2_000
"""Characters of one reply; a section that goes on for longer has come to something else."""
_SHORTEST: Final = 40
"""Characters; less is the rest of the sentence that told the question."""
_CLOSING: Final = "»”\"'. "


def replies(context: Context, questions: Sequence[Question]) -> Iterator[Response]:
    """A response for each question that the paper tells and then answers in the same section."""
    told = sorted(context.clean(question.evidence[0].span.start) for question in questions)
    motions = sorted(mention.start for mention, value in context.between(0, len(context.text), MotionReference))
    for question in questions:
        start = _behind(context, question)
        ends = (start + _LONGEST, context.section_of(start).end, _next(told, start), _next(motions, start))
        stop = min(end for end in ends if end >= 0)
        if stop < context.section_of(start).end:
            stop = context.sentences.around(stop)[0]
        words = context.text[start:stop].rstrip()
        if len(words) >= _SHORTEST:
            said = context.evidence(start, start + len(words), "response.to-question", 0.6)
            yield Response(Ref("response", question.ref.id), question.ref, "unclear", (said,))


def _behind(context: Context, question: Question) -> int:
    """Where the sentence that tells the question has ended, its closing signs passed."""
    at = context.clean(question.evidence[0].span.end - 1) + 1
    while at < len(context.text) and context.text[at] in _CLOSING:
        at += 1
    return at


def _next(places: Sequence[int], start: int) -> int:
    """The first place behind `start` that begins something else; -1 for none."""
    index = bisect_right(places, start)
    return places[index] if index < len(places) else -1
