"""Debates in the rows of lists and tables: kind and day behind labels, in cells beside each other, or on two lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ctgraph.dates.reading import TimeReading
from ctgraph.extract.scan import Page
from ctgraph.model.mentions import DateReference, Mention

# What stands before a kind in a list: "Bron: ", "Gedaan op: ", "Datum en debat: ", "Toegezegd tijdens: het ". Not
# "Hij zei over het debat: ", nor "een brief over de datum: ".
_WHERE: Final = (
    r"(?:(?:Bron|Herkomst|Vindplaats|Vergadering|Kader|(?:Soort\s|Type\s)?(?:[Dd]ebat|[Oo]verleg|[Aa]ctiviteit)|Soort"
    r"|Datum(?:\s(?:en\s)?(?:debat|overleg|plaats))?|(?:Gedaan|Toegezegd|Ingediend|Uitgesproken)(?:\s(?:op|in|tijdens|bij))?)"
    r"(?:\s(?:toezegging|motie))?:)"
)
_IN: Final = r"(?:(?:[Ii]n|[Tt]ijdens|[Bb]ij)\s)?(?:(?:het|de)\s)?"
_LABEL: Final = re.compile(rf"{_WHERE}\s{_IN}$")
# What stands before the day in such a list: "Datum toezegging: ", "Gedaan op ", "Datum: ", "datum toezegging ".
_WHEN: Final = (
    r"(?:[Dd]atum(?:\s(?:toezegging|motie|debat|overleg|vergadering|indiening|en\stijd))?:|D\.d\.:|Dag:"
    r"|[Dd]atum\s(?:toezegging|motie|indiening)"
    r"|(?:Gedaan|Toegezegd|Ingediend)\sop:?)"
)
_DAY_LABEL: Final = re.compile(rf"{_WHEN}\s(?:\w+dag\s)?$")
# Between that day and the kind: ", ", "; ", " – ", " (", ", tijdens de ", or on the next line "Debat: ". Not ", het
# plenair debat volgt" nor ", brief over het debat".
_FROM_DAY: Final = re.compile(
    rf"(?:[,;]?\s(?:[-–]\s)?|\s\()(?:(?:in|tijdens|bij)\s(?:het|de)\s)?|[,;.]?\s{{1,3}}{_WHERE}\s{_IN}"
)
# On two lines, or in two cells: "Debat: plenaire behandeling", then "Datum toezegging: 7 februari 2017".
_TO_DAY: Final = re.compile(rf"[,;.]?\s{{1,3}}{_WHEN}\s{{1,3}}(?:\w+dag\s)?")
# Behind the kind such an entry ends, or tells its topic.
_CLOSES: Final = re.compile(r"\s?(?:[.,;()|\n]|$|over\s|[-–]\s)")
# The head of an agenda: "Activiteit: Commissiedebat", below it "Datum: donderdag 13 april 2023".
_AGENDA_BEFORE: Final = re.compile(r"(?:Activiteit|Soort(?: activiteit)?|Vergadering):\s{1,3}$")
_AGENDA_DAY: Final = re.compile(r"\s{1,3}Datum(?: en tijd)?:\s{1,3}$")
# How a committee is called together: "houdt een commissiedebat", on the next line "op: woensdag 12 juni 2024".
_CONVOKED: Final = re.compile(r"\s{1,3}op:\s{1,3}")
_SIGNS: Final = ("\t", "|")
_GAP: Final = "   "
"""Signs and spaces that part the cells of a row in print."""
_REACH: Final = 60
_TWO: Final = 2
"""Cells beside each other."""
_DAY: Final = len("2021-03-03")


def labelled(text: str, start: int) -> bool:
    """Whether a kind stands behind the label of a line that tells where something was promised."""
    return _LABEL.search(text, max(0, start - _REACH), start) is not None


def day_below(text: str, start: int, end: int, day: int) -> bool:
    """Whether a kind behind its label is followed by the label of its day: "Debat: plenair debat", "Datum: 3 mei"."""
    return day - end <= _REACH and _TO_DAY.fullmatch(text, end, day) is not None and labelled(text, start)


def heads_agenda(text: str, start: int, end: int, day: int) -> bool:
    """Whether the kind and the day stand on two lines of the head of an agenda."""
    if _CONVOKED.fullmatch(text, end, day):
        return True
    if day - end > _REACH or _AGENDA_DAY.fullmatch(text, end, day) is None:
        return False
    return _AGENDA_BEFORE.search(text, max(0, start - _REACH), start) is not None


def opens_cell(page: Page, start: int) -> bool:
    """Whether a place is where a cell of a printed row begins."""
    printed = page.document.text
    at = page.flow.origin(start)
    before = printed[max(0, at - len(_GAP)) : at]
    return before == _GAP or before.rstrip(" ").endswith(_SIGNS)


def _cells(page: Page, start: int, end: int) -> list[str]:
    """The cells, as printed, that a stretch of the text runs over; one where it stays within its cell."""
    printed = page.document.text[page.flow.origin(start) : page.flow.origin(end)]
    return printed.replace("|", "\t").split("\t")


def day_before(page: Page, start: int, end: int, dates: Sequence[Mention], index: int) -> TimeReading | None:
    """The day behind its label, or in the cell, before a kind: "Datum toezegging: 3 mei 2022, plenair debat"."""
    text = page.flow.text
    before = dates[index - 1] if index else None
    if before is None or not 0 < start - before.end <= _REACH or not isinstance(before.value, DateReference):
        return None
    reading = before.value.reading
    if len(reading.edtf) != _DAY:
        return None
    if _FROM_DAY.fullmatch(text, before.end, start) and _CLOSES.match(text, end):
        told = _DAY_LABEL.search(text, max(0, before.start - _REACH), before.start)
        return reading if told else None
    cells = _cells(page, before.end, start)
    return reading if len(cells) == _TWO and not "".join(cells).strip() else None


def opens_next(page: Page, end: int, day: int) -> bool:
    """Whether a day stands in the cell of its kind, or opens the next one."""
    cells = _cells(page, end, day)
    return len(cells) == 1 or (len(cells) == _TWO and not cells[1].strip())


def parted(page: Page, end: int, day: int) -> bool:
    """Whether a kind and the day behind it stand in other cells: in "datum | debat | termijn" the day before holds."""
    return len(_cells(page, end, day)) > 1
