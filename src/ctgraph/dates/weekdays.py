"""Days by the name of their weekday, against the day of the paper: "afgelopen dinsdag", "donderdag jl.", "vrijdag".

A weekday alone is the next or the last one, as its clause looks ahead or back ("daarover stemmen wij dinsdag"); where
the clause tells neither, it may be any ("op zondag geopend") and stays unread.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from ctgraph.dates.almanac import monday
from ctgraph.dates.cues import before, tense
from ctgraph.dates.edtf import reading
from ctgraph.dates.lexicon import BEFORE, SHIFTS, WEEKDAYS
from ctgraph.dates.lookback import LookBack
from ctgraph.dates.reading import Expression
from ctgraph.dates.yearphrase import SHIFT_WORDS

_NAME: Final = re.compile(
    rf"(?P<day>{'|'.join(WEEKDAYS)})(?:ochtend|morgen|middag|avond|nacht)?(?!\w)|(?P<weekend>weekend|weekeinde)(?!\w)",
    re.IGNORECASE,
)
_SHIFTED: Final = LookBack(rf"(?<!\w)(?P<which>{SHIFT_WORDS})\s{{1,4}}$", SHIFTS)
_CLOSING: Final = re.compile(r"\s{1,4}(?:(?P<last>jl\.?|j\.l\.?|jongstleden)|a\.s\.?|aanstaande)(?!\w)", re.IGNORECASE)
# A deadline looks ahead: "voor vrijdag", "uiterlijk maandag".
_UNTIL: Final = LookBack(
    r"(?<!\w)(?:v[oó]{2}r|uiterlijk|tot)\s{1,4}(?:op\s{1,4})?$", (*BEFORE, "uiterlijk", "tot", "op")
)
# What makes it any such day, or one of a row: "elke zondag", "van maandag tot en met vrijdag", "zaterdag en zondag",
# "een dinsdag in mei"; behind it also "donderdag 3 mei", a day by its own name, or "vrijdag de dertiende".
_ANY_BEFORE: Final = LookBack(
    r"(?:(?<!\w)(?:elke|iedere|een|de|per|alle|t/m|met|goede|zwarte|witte)|dag(?:,|,?\sen|\sof))\s{1,4}$",
    ("elke", "iedere", "een", "de", "per", "alle", "en", "of", ",", "t/m", "met", "goede", "zwarte", "witte"),
)
_ANY_BEHIND: Final = re.compile(
    rf"(?:,|\s{{1,2}}(?:en|of|t/m|tot en met|tot))\s{{1,2}}(?:op\s)?(?:{'|'.join(WEEKDAYS)})"
    r"|\s?,?\s{1,4}(?:de\s)?\d|\s{1,4}(?:de\s|over\seen\s|van\sde\s|kwam|week)",
    re.IGNORECASE,
)
# "Nee, dat is maandag." is ahead, though "is" looks back elsewhere ("is maandag gebleken").
_IS: Final = LookBack(r"(?<!\w)(?:is|wordt)\s{1,4}$", ("is", "wordt"))
_CLAUSE_ENDS: Final = re.compile(r"\s?[.,;:!?)]")
# A sentence that opens with the day: "Dinsdag heb ik". Not "Dinsdag", the line of an agenda.
_OPENS: Final = re.compile(r"\s(?:heb|hebben|had|hadden|was|waren|werd|werden|zal|zullen|komt|stemmen|vindt)\s")
_REACH: Final = 24
_SATURDAY: Final = 5


def read_weekday(text: str, position: int, anchor: date | None) -> Expression | None:
    """Read the day or weekend whose name begins at `position`."""
    name = _NAME.match(text, position)
    if name is None or anchor is None:
        return None
    left = before(text, position, _REACH)
    cut, closing = _SHIFTED.search(left), _CLOSING.match(text, name.end())
    if name["weekend"]:
        return _weekend(name, position - len(left), cut, anchor)
    if closing is not None:
        ahead, start, end = not closing["last"], position, closing.end()
    elif cut is not None and SHIFTS[cut["which"].lower()]:
        ahead, start, end = SHIFTS[cut["which"].lower()] > 0, position - len(left) + cut.start(), name.end()
    elif cut is None and (told := _direction(text, name, left)):
        ahead, start, end = told == "future", position, name.end()
    else:
        return None
    days = (WEEKDAYS.index(name["day"].lower()) - anchor.weekday()) % 7 or 7
    day = anchor + timedelta(days=days if ahead else days - 7 or -7)
    return Expression(start, end, reading(str(day), True), "relative")


def _direction(text: str, name: re.Match[str], left: str) -> str:
    """Whether a weekday alone lies ahead or behind; empty where nothing tells."""
    if _ANY_BEFORE.search(left) or _ANY_BEHIND.match(text, name.end()):
        return ""
    if not name[0].islower() and not _OPENS.match(text, name.end()):
        return ""
    if _UNTIL.search(left) or (_IS.search(left) and _CLAUSE_ENDS.match(text, name.end())):
        return "future"
    return tense(text, name.start(), name.end())


def _weekend(name: re.Match[str], offset: int, cut: re.Match[str] | None, anchor: date) -> Expression | None:
    """ "afgelopen weekend", "komend weekend": the last one that is over, or the first to come."""
    if cut is None:
        return None
    shift = SHIFTS[cut["which"].lower()]
    over = anchor.weekday() >= _SATURDAY
    saturday = monday(anchor, shift - 1 if shift > 0 and not over else shift) + timedelta(days=_SATURDAY)
    sunday = saturday + timedelta(days=1)
    return Expression(offset + cut.start(), name.end(), reading(f"{saturday}/{sunday}", True), "relative")
