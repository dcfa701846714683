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
    below, above = _beside(series, int(number.sub))
    for day in (stated, citing):
        if day is not None and below and all(near > day + _DISORDER for _, near in below):
            return _neighbour(number, below[0], day, "na", "after")
    if stated is not None and above and all(near < stated - _DISORDER for _, near in above):
        return _neighbour(number, above[0], stated, "voor", "before")
    return None


def _beside(series: DossierSeries, number: int) -> tuple[list[tuple[int, date]], list[tuple[int, date]]]:
    """The known papers next below and next above, and the one beyond each where that is of about the same time.

    One paper out of order must not cast doubt on another; a paper beyond a gap of years says nothing.
    """
    below, above = series.neighbours(number).below, series.neighbours(number).above
    further_below = series.neighbours(below[0]).below if below else None
    further_above = series.neighbours(above[0]).above if above else None
    return _close(below, further_below), _close(above, further_above)


def _close(near: tuple[int, date] | None, further: tuple[int, date] | None) -> list[tuple[int, date]]:
    if near is None:
        return []
    return [near, further] if further and abs(further[1] - near[1]) <= 2 * _DISORDER else [near]


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
