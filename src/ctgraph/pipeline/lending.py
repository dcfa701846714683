"""What rows of different files tell each other: a vote leads to its decision, that to its case, that to its dossier.

Feeds and tables of the Tweede Kamer give each kind of row in files of its own. Every file says what its rows lend and
what they lead to; from that follows what each file needs of the others, and only that.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from msgspec.structs import replace

from ctgraph.model.loans import Loan

_NEEDED: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "Activiteit": frozenset({"Zaak", "Document"}),
        "Agendapunt": frozenset({"Activiteit", "Zaak"}),
        "Besluit": frozenset({"Zaak", "Agendapunt"}),
        "Document": frozenset({"Kamerstukdossier", "DocumentVersie", "DocumentActor", "Zaak"}),
        "Handelingen": frozenset({"Vergadering"}),
        "Toezegging": frozenset({"Activiteit", "Document", "Persoon", "Fractie"}),
        "Zaak": frozenset({"Kamerstukdossier", "Document", "ZaakActor"}),
    }
)
"""What a row needs, on whichever of the two sides the relation is written."""

_ONWARD: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "Agendapunt": frozenset({"Activiteit"}),
        "Document": frozenset({"Kamerstukdossier", "DocumentVersie"}),
        "Zaak": frozenset({"Kamerstukdossier", "Document"}),
    }
)
"""What is needed of a lent row: its day, or the id of its paper, and nothing beyond."""

_NOTHING: Final[frozenset[str]] = frozenset()


class Ledger:
    """What all files of a build lend. Of two forms of a row the one changed last counts, filled up from the other."""

    def __init__(self, loans: Iterable[Loan]) -> None:
        self._loans: dict[tuple[str, str], Loan] = {}
        for loan in loans:
            known = self._loans.get((loan.entity, loan.id))
            self._loans[loan.entity, loan.id] = loan if known is None or known == loan else _merged(known, loan)
        self._named: dict[str, list[Loan]] = {}
        self._leading: dict[str, list[Loan]] = {}
        for loan in self._loans.values():
            for name in filter(None, (loan.id, loan.name)):
                self._named.setdefault(name, []).append(loan)
            for other in loan.leads:
                self._leading.setdefault(other, []).append(loan)

    def lent(self, own: Iterable[Loan]) -> tuple[Loan, ...]:
        """What a file with these rows needs of others, in a fixed order; what it has itself only where that is more."""
        mine = {(loan.entity, loan.id): loan for loan in own}
        found: dict[tuple[str, str], Loan] = {}
        reached = [(self._loans[key], _NEEDED) for key in mine]
        while reached:
            loan, needs = reached.pop()
            for other in self._next(loan, needs.get(loan.entity, _NOTHING)):
                key = other.entity, other.id
                if key not in found and key not in mine:
                    found[key] = other
                    reached.append((other, _ONWARD))
        twins = {key: self._loans[key] for key, loan in mine.items() if self._loans[key] != loan}
        return tuple(sorted(each for each in {**twins, **found}.values() if each.values))

    def _next(self, loan: Loan, needed: frozenset[str]) -> Iterator[Loan]:
        """The rows that one leads to, and those that lead to it, of the kinds that are needed."""
        if not needed:
            return
        onward = (other for name in loan.leads for other in self._named.get(name, ()))
        back = (other for name in filter(None, (loan.id, loan.name)) for other in self._leading.get(name, ()))
        yield from (other for each in (onward, back) for other in each if other.entity in needed)


def _merged(one: Loan, other: Loan) -> Loan:
    older, newer = sorted((one, other), key=lambda loan: (loan.changed, len(loan.values), loan))
    if not newer.values or not older.values:
        return newer
    values = {**json.loads(older.values), **json.loads(newer.values)}
    leads = tuple(sorted({*older.leads, *newer.leads}))
    return replace(newer, values=json.dumps(values, ensure_ascii=False, sort_keys=True), leads=leads)
