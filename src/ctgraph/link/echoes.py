"""Motions that fare as the one before: "evenals de motie-Vos", "Hetzelfde geldt voor de motie-Vos"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from ctgraph.link.context import Context
from ctgraph.link.motions import LinkedMention
from ctgraph.model.claims import FulfilmentStatus, Ref, Response

# "… is uitgevoerd, evenals de motie-Vos". Not "De motie-Bos en de motie-Vos zijn", which are named side by side.
_LIKEWISE: Final = re.compile(
    r",?\s(?:evenals|alsmede|alsook|net\sals|zo\sook|en\sdat\sgeldt\sook\svoor)\s(?:ook\s)?(?:de\s)?$"
)
# "Hetzelfde geldt voor de motie-Vos", "Dat geldt ook voor de motie-Vos".
_SAME: Final = re.compile(
    r"(?:Hetzelfde|Datzelfde|Dit|Dat)\s(?:geldt|is\shet\sgeval)\s(?:(?:ook|tevens|eveneens|evenzeer)\s)?(?:voor|bij)\s(?:de\s)?$"
)
# "…; aan de motie-Vos niet", of what has just been said to be done.
_NOT_SO: Final = re.compile(r"(?:\s?\([^()\n]{1,80}\))?,?\s(?:echter\s|daarentegen\s)?niet[.;]?\s*")
# Nothing is said behind it. Not "…; evenals de motie-Vos vroeg zij iets".
_ENDS: Final = re.compile(r"(?:\s(?:over|inzake)\s[^.;()]{1,120})?(?:\s?\([^()\n]{1,80}\))?[.;]?\s*")
_LONGEST: Final = 80
_DONE: Final[frozenset[FulfilmentStatus]] = frozenset({"fulfilled", "in-progress", "announced"})


def echoed(
    context: Context, full: Sequence[LinkedMention], number: int, made: Mapping[Ref, Response]
) -> tuple[int, int, FulfilmentStatus] | None:
    """The sentence that says of a motion that it fares as the one named before it, or does not, with its status."""
    before = full[number - 1].motion if number else None
    told = made.get(before) if before is not None else None
    if told is None:
        return None
    mention = full[number].mention
    start, end = context.sentences.around(mention.start)
    words = context.text[max(start, mention.start - _LONGEST) : mention.start]
    here = start <= full[number - 1].mention.start
    ends = _ENDS.fullmatch(context.text, mention.end, end) is not None
    if _SAME.fullmatch(words) or (here and ends and _LIKEWISE.search(words)):
        return start, end, told.status
    if here and told.status in _DONE and _NOT_SO.fullmatch(context.text, mention.end, end):
        return mention.start, end, "declined"
    return None
