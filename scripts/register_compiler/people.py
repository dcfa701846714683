"""Who a printed name is. A surname alone is no identity: it counts only where other rows show the person then.

A person is certain where the open data name the submitter by id or with initials. Between the first and the last
such day, the same printed name is taken for the same person, if only one person of the register has it; likewise
for the group. Outside these days a name stays as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ctgraph.identifiers import slug
from register_compiler.open_data import Actor, Case, Member, address
from register_compiler.tables import Cells

_CALL_NAME = re.compile(r" ?\([^)]*\)")
_MEMBER_OF_CHAMBER = "lid Tweede Kamer"


@dataclass(slots=True)
class Known:
    """A person with the days on which rows name him or her, with the group on some of them, and the source of those."""

    key: str
    forms: frozenset[str]
    days: list[str] = field(default_factory=list)
    groups: dict[str, list[str]] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)

    def seen_around(self, day: str) -> bool:
        """Whether rows name the person on or before, and on or after the day."""
        return bool(self.days) and min(self.days) <= day <= max(self.days)

    def group_on(self, day: str) -> str:
        """The group, if rows give the same one on both sides of the day."""
        around = [group for group, days in self.groups.items() if min(days) <= day <= max(days)]
        return around[0] if len(around) == 1 else ""


class People:
    """The persons of the register and those that the open data identify."""

    def __init__(self, rows: Mapping[str, Cells], tenures: Iterable[Cells], members: Mapping[str, Member]) -> None:
        self._members = members
        self._compiled: dict[str, Cells] = {}
        self._known: dict[str, Known] = {key: Known(key, _row_forms(row)) for key, row in rows.items()}
        self._by_initials: dict[str, Member] = {_plain(_initialled(member)): member for member in members.values()}
        for tenure in tenures:
            self._remember(tenure)

    def meet(self, actor: Actor, case: Case, group: str) -> None:
        """Take in that the open data name this person as a submitter of the case."""
        member = self._members.get(actor.person)
        known = self._member(member) if member else self._unlisted(actor)
        known.days.append(case.date)
        if group:
            known.groups.setdefault(group, []).append(case.date)
            known.sources.setdefault(case.date, case.source)

    def meet_name(self, registered: str, day: str) -> None:
        """The same for a name with initials in the metadata of a paper; unknown names are passed over."""
        member = self._by_initials.get(_plain(registered))
        if member:
            self._member(member).days.append(day)

    def find(self, printed: str, day: str) -> Known | None:
        """The one person whom this name can mean on this day."""
        form = slug(printed)
        found = [known for known in self._known.values() if form in known.forms]
        return found[0] if len(found) == 1 and found[0].seen_around(day) else None

    def rows(self, used: Iterable[str]) -> list[Cells]:
        """Rows for the persons used that the table lacks; those that it has stay as they are."""
        return [self._compiled[key] for key in sorted(set(used)) if key in self._compiled]

    def tenures(self, used: Iterable[str], existing: Iterable[Cells]) -> list[Cells]:
        """A tenure, with only the days seen, for each person used and group that the table lacks."""
        held = {(row["person"], row["group"]) for row in existing if row["role"] == _MEMBER_OF_CHAMBER}
        return [
            _tenure(self._known[key], group)
            for key in sorted(set(used))
            for group in sorted(self._known[key].groups)
            if (key, group) not in held
        ]

    def _remember(self, tenure: Cells) -> None:
        """The bounds of a tenure in the chamber and the days seen in it are days on which it names the person."""
        if tenure["role"] != _MEMBER_OF_CHAMBER:
            return
        known = self._known[tenure["person"]]
        days = [tenure[name] for name in ("since", "until", "seen_from", "seen_until") if len(tenure[name]) == 10]
        known.days += days
        if tenure["group"] and days:
            known.groups.setdefault(tenure["group"], []).extend(days)

    def _member(self, member: Member) -> Known:
        name = " ".join(part for part in (member.call_name, member.particle, member.surname) if part)
        key = slug(name)
        if key not in self._known:
            surname = f"{member.particle} {member.surname}".strip()
            surname = surname[:1].upper() + surname[1:]
            self._add(key, name, surname, _initialled(member), address("Persoon", member.id))
        return self._known[key]

    def _unlisted(self, actor: Actor) -> Known:
        name = _CALL_NAME.sub("", actor.name)
        surname = re.sub(r"^(?:[A-Z][a-z]?\.)+ ", "", name)
        key = slug(name)
        if key not in self._known:
            self._add(key, name, surname[:1].upper() + surname[1:], "", address("Persoon", actor.person))
        return self._known[key]

    def _add(self, key: str, name: str, surname: str, alias: str, source: str) -> None:
        row = {"key": key, "name": name, "surname": surname, "aliases": alias, "source": source, "confidence": "high"}
        self._compiled[key] = row
        self._known[key] = Known(key, _row_forms(row))


def _row_forms(row: Cells) -> frozenset[str]:
    names = (row["name"], row["surname"], *row["aliases"].split("; "))
    return frozenset(slug(name) for name in names if name)


def _initialled(member: Member) -> str:
    return " ".join(part for part in (member.initials, member.particle, member.surname) if part)


def _plain(name: str) -> str:
    """One spelling of "D.J.H. (Diederik) van Dijk" and "D.J.H. van Dijk"."""
    return slug(_CALL_NAME.sub("", name))


def _tenure(known: Known, group: str) -> Cells:
    days = sorted(known.groups[group])
    return {
        "key": f"{known.key}/{slug(_MEMBER_OF_CHAMBER)}-{group}-{days[0]}",
        "person": known.key,
        "role": _MEMBER_OF_CHAMBER,
        "organisation": "tweede-kamer",
        "group": group,
        "seen_from": days[0],
        "seen_until": days[-1],
        "source": known.sources[days[0]],
        "confidence": "high",
        "note": "The bounds are not known; the days seen are those of motions that the open data give with the group.",
    }
