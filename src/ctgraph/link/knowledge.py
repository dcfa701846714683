"""What linking looks up in the gazetteer, indexed once."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from ctgraph.dates import dutch
from ctgraph.identifiers import slug
from ctgraph.model.claims import Agent, Ref
from ctgraph.model.gazetteer import Gazetteer, Name, PersonEntry, Tenure

# The period at the end of a key: "ncts-2022-2026". Must not match "dtn-2023-12".
_PERIOD = re.compile(r"-(\d{4})-(\d{4})$")


# "AO van 2 april 2009", "Verslag van een commissiedebat, gehouden op 18 december 2024, over Missie Irak".
_HELD = re.compile(r"(?:\bvan|\bop)\s(?P<day>\d{1,2}\s[a-z]{3,9}\s\d{4})(?:,\sover\s(?P<topic>.+))?")


class Report(NamedTuple):
    """A paper that reports a debate, and what its title says that the debate was about."""

    id: str
    topic: str


class Knowledge:
    """The gazetteer with indexes by surname and by name; immutable, shared by all documents of a run."""

    def __init__(self, gazetteer: Gazetteer, held: Container[str] = ()) -> None:
        self.gazetteer = gazetteer
        self.held = held
        """Ids of documents read in the same run, besides those of the register."""
        self._persons: dict[str, list[PersonEntry]] = {}
        for person in gazetteer.persons:
            for surname in person.surnames:
                entries = self._persons.setdefault(fold(surname), [])
                if person not in entries:
                    entries.append(person)
        self._by_key = {person.key: person for person in gazetteer.persons}
        self._series = tuple({n.canonical: n.key for n in gazetteer.names if n.detail == "series"}.items())
        self._names: dict[str, Name] = {}
        for name in gazetteer.names:
            self._names.setdefault(name.surface.casefold(), name)

    def holds(self, document: str) -> bool:
        """Whether the graph holds this document as a thing of its own, not only as the target of a reference."""
        return document in self.gazetteer.papers or document in self.held

    @cached_property
    def reports(self) -> Mapping[tuple[str, str], tuple[Report, ...]]:
        """The known reports of debates, by kind and day."""
        found: dict[tuple[str, str], tuple[Report, ...]] = {}
        for paper in self.gazetteer.papers.values():
            held = _HELD.search(paper.title) if paper.kind.startswith("verslag-") else None
            day = dutch.read(paper.title, held.start("day"), None) if held else None
            if held and day:
                key = (paper.kind.removeprefix("verslag-").replace("-", " "), day[2].edtf)
                found[key] = (*found.get(key, ()), Report(paper.id, held["topic"] or ""))
        return found

    @cached_property
    def periods(self) -> tuple[tuple[Name, int, int], ...]:
        """The names of policy documents whose key ends in a period, with its first and last year."""
        dated = ((name, _PERIOD.search(name.key)) for name in self.gazetteer.names if name.kind == "policy")
        return tuple((name, int(years[1]), int(years[2])) for name, years in dated if years)

    def series_of(self, edition: str) -> Ref | None:
        """The series of reports whose name begins the name of an edition."""
        return next((Ref("series", key) for name, key in self._series if edition.startswith(name)), None)

    def tenures(self, person: Ref) -> Sequence[Tenure]:
        """The dated roles of a person of the register."""
        known = self._by_key.get(person.id)
        return known.tenures if known is not None else ()

    def organisation(self, surface: str, kind: str = "other") -> Agent:
        """The organisation of that name, known or not."""
        name = self._names.get(surface.casefold())
        if name is not None and name.kind == "organisation":
            return Agent(Ref("organisation", name.key), name.canonical, name.detail or kind)
        return Agent(Ref("organisation", slug(surface)), surface, kind)

    def group(self, canonical: str) -> Agent:
        """A party or parliamentary group by its canonical name."""
        known = self.gazetteer.groups.get(slug(canonical)) or self.gazetteer.groups.get(
            slug(canonical).replace("-", "")
        )
        if known is not None:
            return Agent(Ref("organisation", known.key), known.canonical, known.detail or "parliamentary-group")
        return Agent(Ref("organisation", slug(canonical)), canonical, "parliamentary-group")

    def person(self, name: str, party: str, office: str, when: date | None) -> PersonEntry | None:
        """The one person of the register that a printed name can mean; None if there is none or more than one.

        A group or day that speaks against a person rules them out; what is not known does not.
        """
        fits = [p for p in self._persons.get(fold(surname_of(name)), ()) if _initials_fit(name, p.name)]
        if len(fits) > 1 and party:
            fits = [p for p in fits if any(_same(t.group, party) for t in p.tenures)] or fits
        fits = [p for p in fits if not party or _group_fits(p, party)]
        fits = [p for p in fits if when is None or not _not_yet(p, when)]
        if len(fits) > 1 and when is not None:
            fits = [p for p in fits if any(_covers(t, when) for t in p.tenures)] or fits
        if len(fits) > 1 and office:
            fits = [p for p in fits if any(slug(t.role) == slug(office) for t in p.tenures)] or fits
        return fits[0] if len(fits) == 1 else None


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name without accents, hyphens, spaces and case, so that "Michon Derkzen" meets "Michon-Derkzen"."""
    return slug(name).replace("-", "")


def surname_of(name: str) -> str:
    """The name without initials and titles: "D. Yeşilgöz-Zegerius" -> "Yeşilgöz-Zegerius"."""
    words = name.split()
    while len(words) > 1 and ("." in words[0] or words[0].startswith("(")):
        words = words[1:]
    return " ".join(words)


def _initials_fit(printed: str, full: str) -> bool:
    """Initials in print must begin the full name's first name or initials, where both are given."""
    first, other = printed.split(maxsplit=1)[0], full.split(maxsplit=1)[0]
    return "." not in first or first[0] == other[0] or other.startswith("(")


def _same(one: str, other: str) -> bool:
    return bool(one) and fold(one) == fold(other)


def _group_fits(person: PersonEntry, party: str) -> bool:
    groups = [t.group for t in person.tenures if t.group]
    return not groups or any(_same(group, party) for group in groups)


def _not_yet(person: PersonEntry, when: date) -> bool:
    """Whether all that is known of somebody begins after a day; who has left office may still be named."""
    starts = [t.start for t in person.tenures]
    return bool(starts) and all(start is not None and start > when for start in starts)


def _covers(tenure: Tenure, when: date) -> bool:
    return (tenure.start is None or tenure.start <= when) and (tenure.end is None or when <= tenure.end)


def surnames(names: Sequence[str]) -> tuple[str, ...]:
    """Folded surnames in order, to compare lists of submitters."""
    return tuple(fold(surname_of(name)) for name in names)
