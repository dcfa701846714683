"""Dates in figures: "2022-07-06", "24/11/2022", "24-11-2022", "d.d. 07/03"."""

from __future__ import annotations

import re
from datetime import date

from ctgraph.dates.almanac import last_day, make_day, next_day
from ctgraph.dates.cues import before, tense
from ctgraph.dates.edtf import reading
from ctgraph.dates.reading import Expression

# "2022-07-06", and a time of day behind it is not its business.
# Must not match "2022-07-065" or "1-2022-07-06".
_ISO = re.compile(r"((?:1[89]|20)\d\d)-(\d\d)-(\d\d)(?!\d)(?!-)", re.ASCII)
# "24/11/2022", "24-11-2022", "7.12.2021": one separator throughout, the year in four figures.
_DAY_FIRST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)(?![-/]\d)", re.ASCII)
# "07/03", "24/11/22", "7-3": only behind the words of _TOLD.
_SHORT = re.compile(r"(\d{1,2})([/-])(\d{1,2})(?:\2(\d\d))?(?![\w/-])", re.ASCII)
_TOLD = re.compile(r"(?<!\w)d\.?\s?d\.?:?\s{0,4}$", re.IGNORECASE)
# "(AO 07/03)", "het debat van 07/03", "op 24/11": two figures each or no part of a whole, so that "op 1/3 van" and
# "24/7" are left alone.
_TOLD_IN_FULL = re.compile(r"(?<!\w)(?:op|van|v?ao|vso|wgo|no|cd|debat|overleg|brief)\s{1,4}$", re.IGNORECASE)


def read_figures(text: str, position: int, anchor: date | None) -> Expression | None:
    """Read the date in figures that begins at `position`."""
    if position and (text[position - 1].isalnum() or text[position - 1] in "-/_."):
        return None
    if iso := _ISO.match(text, position):
        return _dated(iso, make_day(int(iso[1]), int(iso[2]), int(iso[3])))
    if full := _DAY_FIRST.match(text, position):
        return _dated(full, make_day(int(full[4]), int(full[3]), int(full[1])))
    return _short(text, position, anchor)


def _dated(found: re.Match[str], day: date | None) -> Expression | None:
    return None if day is None else Expression(found.start(), found.end(), reading(str(day)), "day")


def _short(text: str, position: int, anchor: date | None) -> Expression | None:
    found = _SHORT.match(text, position)
    if found is None:
        return None
    left = before(text, position, 12)
    told = _TOLD.search(left)
    day, month = int(found[1]), int(found[3])
    # "op 13/4" can only be a day, "op 1/3" may be a part.
    plain = found.end() - position == 5 or (12 < day <= 31 and month <= 12 and (day, month) != (24, 7))
    if told is None and (not plain or found[2] != "/" or not _TOLD_IN_FULL.search(left)):
        return None
    if found[4]:
        return _dated(found, make_day(2000 + int(found[4]), month, day))
    if anchor is None:
        return None
    ahead = told is None and tense(text, position, found.end()) == "future"
    exact = (next_day if ahead else last_day)(anchor, month, day)
    return None if exact is None else Expression(position, found.end(), reading(str(exact), True), "relative")
