"""What the register knows, in the shape that reading and linking need it. Made by the pipeline, never changed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Literal

from msgspec import Struct, field

from ctgraph.identifiers import slug

NameKind = Literal["organisation", "law", "policy"]


class Name(Struct, frozen=True):
    """One surface form of a thing. `exact` demands the same case (abbreviations such as IS, OM, Sr).

    `key` is the thing's reference in its IRI, `canonical` its preferred name, `detail` the notation of its
    kind (an organisation kind; `strategy`, `threat-assessment`, `series` or `programme` for policies).
    """

    surface: str
    kind: NameKind
    key: str
    canonical: str
    detail: str = ""
    exact: bool = False


class Tenure(Struct, frozen=True):
    """A dated role of a person: office or membership, and the group at that time. None is open or not known.

    `key` is that of its row; `seen_from` and `seen_until` are days within it, which bound nothing.
    """

    role: str
    organisation: str
    group: str
    start: date | None
    end: date | None
    key: str = ""
    seen_from: date | None = None
    seen_until: date | None = None


class PersonEntry(Struct, frozen=True):
    """A person of the register: slug, full name, surname forms (aliases included), dated roles."""

    key: str
    name: str
    surnames: tuple[str, ...]
    tenures: tuple[Tenure, ...]


class PaperFact(Struct, frozen=True):
    """A paper of the register: date (None if not known), kind and title."""

    id: str
    date: date | None
    kind: str
    title: str


class Neighbours(Struct, frozen=True):
    """The known papers next below and above a sub-number in a dossier, as (number, date)."""

    below: tuple[int, date] | None
    above: tuple[int, date] | None


class DossierSeries(Struct, frozen=True):
    """The known numbers of a dossier with their dates, ascending: what a plausible date for a number is."""

    id: str
    title: str
    numbers: tuple[int, ...]
    dates: tuple[date, ...]

    def neighbours(self, number: int) -> Neighbours:
        """The nearest known papers around a number; the paper itself counts on neither side."""
        left = bisect_left(self.numbers, number)
        right = bisect_right(self.numbers, number)
        below = (self.numbers[left - 1], self.dates[left - 1]) if left else None
        above = (self.numbers[right], self.dates[right]) if right < len(self.numbers) else None
        return Neighbours(below, above)


class Phenomenon(Struct, frozen=True):
    """A value of the thesaurus of phenomena: its notation, Dutch names, and the notations right above it."""

    notation: str
    names: tuple[str, ...]
    broader: tuple[str, ...] = ()


class Gazetteer(Struct, frozen=True, dict=True):
    """Names to find, people to recognise, papers to check numbers against."""

    names: tuple[Name, ...] = ()
    persons: tuple[PersonEntry, ...] = ()
    papers: Mapping[str, PaperFact] = field(default_factory=dict)
    dossiers: Mapping[str, DossierSeries] = field(default_factory=dict)
    groups: Mapping[str, Name] = field(default_factory=dict)
    """Parties and parliamentary groups by folded surface form (`identifiers.slug`)."""
    phenomena: tuple[Phenomenon, ...] = ()
    set_out: Mapping[str, str] = field(default_factory=dict)
    """The papers that present the known strategies, by the key of the strategy."""

    def papers_of(self, day: date) -> Sequence[str]:
        """The ids of the known papers of a day."""
        return self._by_day.get(day, ())

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The surnames of the known people, folded (`identifiers.slug`)."""
        return frozenset(slug(surname) for person in self.persons for surname in person.surnames)

    @cached_property
    def _by_day(self) -> Mapping[date, Sequence[str]]:
        found: dict[date, list[str]] = {}
        for paper in self.papers.values():
            if paper.date is not None:
                found.setdefault(paper.date, []).append(paper.id)
        return found
