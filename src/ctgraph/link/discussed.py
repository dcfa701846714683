"""The dossier that "op stuk nr. 12" means: the one under discussion where the words stand.

In a report it is the dossier of the motion last numbered ("Zij krijgt nr. 347 (32847)") or of the bill on the agenda
("Aan de orde is de behandeling van het wetsvoorstel … (35917)"), and in the report of a committee the report's own.
A motion that the paper has already given that number in brackets settles it. Elsewhere it is the dossier last
named, or the document's own where that one cannot have the number yet.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from msgspec.structs import replace

from ctgraph.identifiers import PaperNumber, parse_paper
from ctgraph.link.context import Context
from ctgraph.link.debates import spoken_here
from ctgraph.link.plausibility import doubt
from ctgraph.model.mentions import MotionReference, PaperReference

_NUMBERED = re.compile(r"krijgt\s$")
_ON_AGENDA = re.compile(r"[Aa]an de orde (?:is|zijn|komt|komen)\b")
_BRACKET = re.compile(r"^(?:\s[^()\n]{0,200})?\s?\(\s?$")
_AGENDA_REACH = 600
"""Characters of an agenda point, from "Aan de orde" to the number of its bill."""
_MOTION_REACH = 220
_ASKING = frozenset({"motie", "gewijzigde-motie", "amendement"})


class Discussed:
    """The dossiers of one document by the place from which they are under discussion."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._papers = [
            (mention.start, value)
            for mention, value in context.between(0, len(context.text), PaperReference)
            if not value.partial
        ]

    def paper(self, position: int, sub: str) -> str:
        """The id of the paper that the number alone means at a position of the body; empty where nothing tells."""
        if (position_of := self._motions.get(sub)) is not None:
            return str(self._nearest(position_of, position))
        spoken = self._spoken(position)
        own = parse_paper(self._context.document.id)
        # A motion or an amendment speaks of those of its own dossier.
        asks = self._context.document.header.kind in _ASKING
        numbers = (spoken,) if spoken else (own,) if asks and own else (self._named_before(position), own)
        papers = [str(replace(number, sub=sub)) for number in numbers if number]
        return next((paper for paper in papers if not self._doubtful(paper)), papers[0] if papers else "")

    def _doubtful(self, paper: str) -> bool:
        """Whether the dossier cannot have that number yet, so that the document's own dossier is meant."""
        return doubt(paper, self._context.knowledge.gazetteer, self._context.document.date, None) is not None

    def _spoken(self, position: int) -> PaperNumber | None:
        """The dossier of the agenda point in a report, else the report's own, else that of the next motion."""
        if not spoken_here(self._context):
            return None
        points = self._points
        index = bisect_left(points, position, key=lambda point: point[0])
        own = parse_paper(self._context.document.id)
        following = points[index][1] if index < len(points) else None
        return points[index - 1][1] if index else own or following

    def _named_before(self, position: int) -> PaperNumber | None:
        """The last paper named before, the document's own, or the first named."""
        numbers = self._numbers
        index = bisect_left(numbers, position, key=lambda named: named[0])
        number = numbers[index - 1][1] if index else parse_paper(self._context.document.id)
        return number or next((named for _, named in numbers), None)

    @cached_property
    def _numbers(self) -> list[tuple[int, PaperNumber]]:
        return [(start, number) for start, value in self._papers if (number := parse_paper(value.ids[0]))]

    @cached_property
    def _points(self) -> list[tuple[int, PaperNumber]]:
        """The bills on the agenda and the motions that get their number, with where each stands."""
        found: list[tuple[int, PaperNumber]] = []
        opened = [point.end() for point in _ON_AGENDA.finditer(self._context.text)]
        for start, value in self._papers:
            index = bisect_left(opened, start)
            on_agenda = index and start - opened[index - 1] <= _AGENDA_REACH
            if on_agenda or _NUMBERED.search(self._context.text, max(0, start - 8), start):
                number = parse_paper(value.ids[0]) or parse_paper(f"{value.ids[0]}-0")
                found.extend([(start, number)] if number else [])
        return found

    @cached_property
    def _motions(self) -> dict[str, list[tuple[int, PaperNumber]]]:
        """The numbers that the paper itself gives to motions: in the bracket behind one, or said by the chair."""
        text, found = self._context.text, dict[str, list[tuple[int, PaperNumber]]]()
        for start, number in self._numbers:
            named = list(self._context.between(start - _MOTION_REACH, start, MotionReference))
            behind = bool(named) and _BRACKET.match(text[named[-1][0].end : start]) is not None
            if behind or _NUMBERED.search(text, max(0, start - 8), start):
                found.setdefault(number.sub, []).append((start, number))
        return found

    @staticmethod
    def _nearest(named: list[tuple[int, PaperNumber]], position: int) -> PaperNumber:
        """The last before a position, else the first after it."""
        index = bisect_left(named, position, key=lambda item: item[0])
        return named[max(0, index - 1)][1]
