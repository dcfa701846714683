"""Choose what stands in the slots of a template: always the first choice for the base text, else by seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from variants.people import FIRST_CAST, MEMBERS, Member

T = TypeVar("T")


class Paper(Struct, frozen=True):
    """The number of a paper: dossier with its suffix, sub-number or letter."""

    dossier: str
    sub: str
    suffix: str = ""

    @property
    def id(self) -> str:
        """The official id."""
        return f"kst-{self.dossier}-{self.suffix}-{self.sub}" if self.suffix else f"kst-{self.dossier}-{self.sub}"

    @property
    def spaced(self) -> str:
        """The dossier as letters print it: "39 874 VI"."""
        number = f"{self.dossier[:2]} {self.dossier[2:]}"
        return f"{number} {self.suffix}" if self.suffix else number

    @property
    def upper_house(self) -> bool:
        """Whether the number is a letter, as the Eerste Kamer gives its papers."""
        return not self.sub.isdigit()

    def following(self, steps: int) -> Paper:
        """The paper so many numbers on."""
        return replace(self, sub=str(int(self.sub) + steps))


_SUFFIXES: Final = ("", "", "", "VI", "XVI", "VII", "V")


class Pick:
    """Fills slots. Without a seed each slot has its first value, and the cast comes in its fixed order."""

    def __init__(self, seed: int | None) -> None:
        self._random = None if seed is None else random.Random(seed)
        self._cast = list(FIRST_CAST)
        if self._random is not None:
            self._cast = self._random.sample(MEMBERS, len(MEMBERS))

    def of(self, *options: T) -> T:
        """One of these."""
        return self._random.choice(options) if self._random else options[0]

    def chance(self, share: float) -> bool:
        """True in this share of the variants, never in the base text."""
        return self._random is not None and self._random.random() < share

    def number(self, base: int, low: int, high: int) -> int:
        """A number within bounds, both included."""
        return self._random.randint(low, high) if self._random else base

    def member(self) -> Member:
        """The next member of the cast; each is used once, and the cast begins anew when all were."""
        member = self._cast.pop(0)
        self._cast.append(member)
        return member

    def members(self, count: int) -> list[Member]:
        """The next members of the cast."""
        return [self.member() for _ in range(count)]

    def day(self, base: date, before: date, nearest: int, farthest: int) -> date:
        """A day so many days before another."""
        return before - timedelta(days=self._random.randint(nearest, farthest)) if self._random else base

    def day_of_year(self, base: date, year: int) -> date:
        """A day from March to November of a year."""
        return date(year, 3, 1) + timedelta(days=self._random.randint(0, 260)) if self._random else base

    def paper(self, base: Paper) -> Paper:
        """A paper of some dossier that the register of the specimens does not have."""
        if self._random is None:
            return base
        dossier = str(self._random.randint(38400, 39499))
        return Paper(dossier, str(self._random.randint(2, 260)), self._random.choice(_SUFFIXES))

    def letter_paper(self, base: Paper) -> Paper:
        """A paper of the Eerste Kamer."""
        if self._random is None:
            return base
        sub = self._random.choice(("A", "B", "K", "T", "AB", "F"))
        return Paper(str(self._random.randint(38400, 39499)), sub, self._random.choice(("", "VI", "V")))

    def shuffled(self, items: Sequence[T], least: int) -> list[T]:
        """At least so many of these in any order; all of them in their order for the base text."""
        if self._random is None:
            return list(items)
        return self._random.sample(items, self._random.randint(least, len(items)))
