"""From the ids and names of official sources to the keys of the register: where records meet what is known already."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from ctgraph.identifiers import slug

# Initials, the call name in brackets, the surname, as publishers write them: "I. (Inge) van Dijk". Not "Jan (VBD)".
_CALLED = re.compile(
    r"(?P<initials>(?:[^\W\d_]{1,3}\.-?){1,8}) ?\((?P<name>[^\W\d_][^()]{0,40})\) ?(?P<surname>[^()]{1,60})"
)


class Holding(Struct, frozen=True):
    """A dated role: the key of the group, and its known bounds (None is not known)."""

    group: str
    since: date | None
    until: date | None

    def covers(self, day: date) -> bool:
        """Whether the day is known to lie within it."""
        return self.since is not None and self.since <= day and (self.until is None or day <= self.until)


class Called(Struct, frozen=True):
    """The name of a person or body, and for a body the notation of its kind."""

    name: str
    kind: str = ""


class Candidate(Struct, frozen=True):
    """A person of the register whom a name may mean."""

    key: str
    holdings: tuple[Holding, ...]


class Crosswalk(Struct, frozen=True, dict=True):
    """What the register knows of official ids and names. Names are folded (`identifiers.slug`).

    `ids` leads from the GUID of a row of the Tweede Kamer to the key of the register's row that names it as its source;
    `motions` are the papers known to be motions; `full_names` are names with initials or a call name, `surnames` those
    that stand alone; `submitters` leads from `{motion}/{name}` to the person whom the register found there. A name that
    several things have leads to none of them. `called` says of a person or body, by kind and key, how it is called, so
    that each graph says what it speaks of: `person/dilan-yesilgoz-zegerius`, `organisation/d66`.
    """

    ids: Mapping[str, str] = field(default_factory=dict)
    motions: frozenset[str] = frozenset()
    full_names: Mapping[str, Candidate] = field(default_factory=dict)
    surnames: Mapping[str, Candidate] = field(default_factory=dict)
    submitters: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, str] = field(default_factory=dict)
    dossiers: Mapping[str, str] = field(default_factory=dict)
    called: Mapping[str, Called] = field(default_factory=dict)

    def key(self, identifier: str) -> str:
        """The key that the register has for a row of the Tweede Kamer; empty for none."""
        return self.ids.get(identifier, "")

    def group(self, identifier: str, name: str) -> str:
        """The key of a group by its id, else by its name; empty for none."""
        return self.key(identifier) or self.groups.get(slug(name), "")

    def submitter(self, motion: str, name: str) -> str:
        """The key of the person of this name among the submitters of a motion; empty for none."""
        return self.submitters.get(f"{motion}/{slug(name)}", "")

    def person(self, name: str, group: str | None, day: str) -> str:
        """The key of a person by name; a surname alone needs a seat on that day, for the group if one is named.

        `group` is the key of the group, None if the source names none. Empty for nobody.
        """
        full = {found.key for form in _forms(name) if (found := self.full_names.get(slug(form)))}
        if full:
            return full.pop() if len(full) == 1 else ""
        alone = self.surnames.get(slug(name))
        if alone is None or len(day) != 10:
            return ""
        when = date.fromisoformat(day)
        held = [holding for holding in alone.holdings if holding.covers(when)]
        return alone.key if any(group is None or holding.group == group for holding in held) else ""


def _forms(name: str) -> tuple[str, ...]:
    """A name as it stands, and for one with a call name in brackets the two names that it tells.

    >>> _forms("I. (Inge) van Dijk")
    ('I. (Inge) van Dijk', 'Inge van Dijk', 'I. van Dijk')
    """
    found = _CALLED.fullmatch(name)
    if found is None:
        return (name,)
    return name, f"{found['name']} {found['surname']}", f"{found['initials']} {found['surname']}"
