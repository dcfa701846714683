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
# "het debat van 07/03", "op 24/11": two figures each or no part of a whole, so that "op 1/3 van" and "24/7" are left
# alone.
_TOLD_IN_FULL = re.compile(r"(?<!\w)(?:op|van|debat|overleg|brief)\s{1,4}$", re.IGNORECASE)
# "(CD 8/6)", "VAO 07/03", "TMD Extremisme (13/2)": behind the short name of a meeting it is always a day. Not "no 3/4",
# which says no.
_OF_MEETING = re.compile(
    r"(?<!\w)(?:V?AO|VSO|WGO|NO|CD|TMD|RTG)\s{1,4}(?:[A-Z][\w/-]{1,20}(?:\s[\w/-]{1,16}){0,2}\s\()?$"
)
_REACH = 64


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
    left = before(text, position, _REACH)
    told = _TOLD.search(left)
    day, month = int(found[1]), int(found[3])
    # "op 13/4" can only be a day, "op 1/3" may be a part.
    plain = found.end() - position == 5 or (12 < day <= 31 and month <= 12 and (day, month) != (24, 7))
    meeting = found[2] == "/" and _OF_MEETING.search(left) is not None
    if told is None and not meeting and (not plain or found[2] != "/" or not _TOLD_IN_FULL.search(left)):
        return None
    if found[4]:
        return _dated(found, make_day(2000 + int(found[4]), month, day))
    if anchor is None:
        return None
    exact = last_day(anchor, month, day)
    coming = next_day(anchor, month, day) if told is None else None
    if exact and coming:
        ahead = tense(text, position, found.end()) == "future"
        exact = coming if ahead or coming - anchor < anchor - exact else exact
    return None if exact is None else Expression(position, found.end(), reading(str(exact), True), "relative")
