"""What all parts of a letter share."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import Struct

from specimens.gazetteer import KNOWN, number_on
from variants.picking import Paper

DOSSIER: Final = "39512"
"""The dossier of the letters, known to the register of the specimens."""


class Frame(Struct, frozen=True):
    """The letter's own number, and the strategy that it builds on with the day on which it was sent."""

    own: Paper
    strategy: Paper
    strategy_day: date


def paper_of(day: date, dossier: str = DOSSIER) -> Paper:
    """A paper of a known dossier with a number that fits the day."""
    return Paper(dossier, str(number_on(dossier, day)))


def own_paper(day: date, dossier: str = DOSSIER) -> Paper:
    """A paper of that day which the register does not have yet."""
    paper = paper_of(day, dossier).following(1)
    return paper.following(1) if paper.id in KNOWN.papers else paper
