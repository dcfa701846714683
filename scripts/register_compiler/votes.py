"""decisions.csv: which decision is on which motion.

The saved answers give the cases of an agenda point in no order, and the place of each decision among them. The
chamber votes in the order of the papers' numbers, an amended motion in the place of the one it replaces; so the
decision at place n is taken to be on the n-th motion. That is a step of reasoning (confidence medium), and an agenda
point is taken only if in none of its votes the group of the first submitter, where known, was against.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from ctgraph.identifiers import slug
from ctgraph.readers.tk_subject import read_subject
from register_compiler.motions import Motions
from register_compiler.open_data import AgendaPoint, Ruling, address
from register_compiler.tables import Cells

_RESULTS = MappingProxyType({"aangenomen": "adopted", "verworpen": "rejected"})
_CHOICES = MappingProxyType({"Voor": "in_favour", "Tegen": "against", "Niet deelgenomen": "not_voting"})
_SEATS = 150
_NOTE = "Motion derived from the place of the decision in agenda point {}."


class Votes:
    """Decisions on the motions of the register."""

    def __init__(self, motions: Motions, groups: Mapping[str, str]) -> None:
        self._motions = motions
        self._groups = groups
        self._by_case = {case.id: key for key, case in motions.cases.items()}

    def rows(self, points: Sequence[AgendaPoint]) -> Iterator[Cells]:
        """One row a decision."""
        for point in points:
            keys = [self._by_case[case] for case in point.cases if case in self._by_case]
            if len(keys) < len(point.cases):
                continue
            order = sorted(keys, key=self._place)
            pairs = [(order[ruling.place - 1], ruling) for ruling in point.rulings if ruling.place <= len(order)]
            if len(pairs) == len(point.rulings) and all(self._fits(key, ruling) for key, ruling in pairs):
                yield from (self._row(key, ruling, point.code) for key, ruling in pairs)

    def _place(self, key: str) -> int:
        """The number under which the motion was voted on: that of the one it replaces, if any."""
        replaced = self._motions.replaced(key, read_subject(self._motions.cases[key].subject))
        return int((replaced or key).rpartition("-")[2])

    def _fits(self, key: str, ruling: Ruling) -> bool:
        own = self._motions.group_of_first(key)
        against = {self._groups.get(slug(vote.group)) for vote in ruling.votes if vote.choice == "Tegen"}
        return not own or own not in against

    def _row(self, key: str, ruling: Ruling, point: str) -> Cells:
        day = _day(ruling.recorded)
        row = {
            "key": f"{key}/{day[-10:]}",
            "motion": key,
            "date": day,
            "result": _RESULTS[ruling.kind],
            "source": address("Besluit", ruling.id),
            "confidence": "medium",
            "note": _NOTE.format(point),
        }
        if sum(vote.seats for vote in ruling.votes) < _SEATS:
            row["note"] += " The saved answer lacks votes, so none is given."
            return row
        for vote in ruling.votes:
            ballot = f"{self._groups[slug(vote.group)]} {vote.seats}" + (" mistaken" if vote.mistaken else "")
            cell = _CHOICES[vote.choice]
            row[cell] = f"{row[cell]}; {ballot}" if cell in row else ballot
        return row


def _day(recorded: str) -> str:
    """The day on which the decision was recorded; before six in the morning, that night: both days."""
    day, hour = recorded[:10], int(recorded[11:13])
    if hour >= 6:
        return day
    return f"{date.fromisoformat(day) - timedelta(days=1)}/{day}"
