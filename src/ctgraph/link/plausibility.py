"""Whether a Kamerstuk number can be right: its day in the register, its neighbours, the day that the text states.

Numbers in a dossier rise with time, with some weeks of disorder (reports are numbered when they are adopted). So a
number fits a day if that day lies between the known neighbours, give or take `_DISORDER`. What fails is suspect: it
is kept as printed and nothing is asserted of it. A number that another dossier fits is proposed, no more.
"""

from __future__ import annotations

from datetime import date, timedelta

from ctgraph.identifiers import PaperNumber, parse_paper
from ctgraph.model.claims import Reason
from ctgraph.model.gazetteer import DossierSeries, Gazetteer

_DISORDER = timedelta(days=90)
_SAME_PAPER = timedelta(days=45)
"""A paper may be registered or printed some weeks after the day it bears."""
_EARLY = timedelta(days=7)


def doubt(identifier: str, gazetteer: Gazetteer, citing: date | None, stated: date | None) -> Reason | None:
    """Why a reference cannot be right, or None.

    `citing` is the day of the paper that refers, `stated` the day that it says the cited paper has.
    """
    number = parse_paper(identifier)
    if number is None:
        return None
    known = gazetteer.papers.get(identifier)
    if known is not None and known.date is not None:
        return _against_day(number, known.date, citing, stated)
    series = gazetteer.dossiers.get(number.dossier_id)
    if series is None or not number.sub.isdigit():
        return None
    return _against_neighbours(number, series, citing, stated)


def _against_day(number: PaperNumber, known: date, citing: date | None, stated: date | None) -> Reason | None:
    if stated is not None and abs(stated - known) > _SAME_PAPER:
        return Reason(
            f"nr. {number.sub} van dossier {number.dossier_id} is van {known}; de tekst noemt {stated}",
            f"no. {number.sub} of dossier {number.dossier_id} is of {known}; the text says {stated}",
        )
    if citing is not None and known > citing + _EARLY:
        return Reason(
            f"nr. {number.sub} van dossier {number.dossier_id} is van {known}, na de verwijzende tekst van {citing}",
            f"no. {number.sub} of dossier {number.dossier_id} is of {known}, after the citing text of {citing}",
        )
    return None


def _against_neighbours(
    number: PaperNumber, series: DossierSeries, citing: date | None, stated: date | None
) -> Reason | None:
    around = series.neighbours(int(number.sub))
    if around.below and stated is not None and stated < around.below[1] - _DISORDER:
        return _neighbour(number, around.below, stated, "na", "after")
    if around.above and stated is not None and stated > around.above[1] + _DISORDER:
        return _neighbour(number, around.above, stated, "voor", "before")
    if around.below and citing is not None and around.below[1] > citing + _DISORDER:
        return _neighbour(number, around.below, citing, "na", "after")
    return None


def _neighbour(number: PaperNumber, near: tuple[int, date], stated: date, nl: str, en: str) -> Reason:
    other, day = near
    return Reason(
        f"nr. {number.sub} van dossier {number.dossier_id} ligt {nl} nr. {other} van {day}; de tekst noemt {stated}",
        f"no. {number.sub} of dossier {number.dossier_id} lies {en} no. {other} of {day}; the text says {stated}",
    )


def suggestion(identifier: str, gazetteer: Gazetteer, stated: date | None) -> str:
    """The one other reading that the evidence gives: the same number in another dossier, or the paper of that day.

    "" if there is none, or more than one.
    """
    number = parse_paper(identifier)
    if number is None or stated is None or not number.sub.isdigit():
        return ""
    of_day = [i for i in gazetteer.papers_of(stated) if i.startswith(f"kst-{number.dossier_id}-")]
    elsewhere = [
        f"kst-{series.id}-{number.sub}"
        for series in gazetteer.dossiers.values()
        if series.id != number.dossier_id and _encloses(series, int(number.sub), stated)
    ]
    found = of_day + elsewhere
    return found[0] if len(found) == 1 else ""


def _encloses(series: DossierSeries, number: int, day: date) -> bool:
    around = series.neighbours(number)
    return bool(around.below and around.above and around.below[1] <= day <= around.above[1])
