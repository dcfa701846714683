"""Times counted from the date of the document: "dit jaar", "vorige week", "over twee jaar", "gisteren"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ctgraph.dates.almanac import monday, shift_month, week
from ctgraph.dates.cues import before
from ctgraph.dates.edtf import reading
from ctgraph.dates.lexicon import NUMBERS, ROLLING, SHIFTS, WEEKDAYS
from ctgraph.dates.lookback import LookBack
from ctgraph.dates.reading import Expression, TimeReading
from ctgraph.dates.yearphrase import SHIFT_WORDS
from ctgraph.dates.years import part_of_year

_REACH = 48
_UNIT = re.compile(
    r"(?:(?P<year>(?:kalender)?jaar)|(?P<month>maand)|(?P<week>week)|(?P<months>maanden)|(?P<weeks>weken)|dagen)(?!\w)",
    re.IGNORECASE,
)

# "dit ", "het afgelopen ", "eind van dit ", "begin ", "later dit " before "jaar", "maand" or "week".
# Must not match "vijf ", "elk " or "dat ".
_BEFORE = LookBack(
    r"(?<!\w)(?:(?P<part>begin|einde?|later|eerder|medio|halverwege|midden|half)\s{1,4}(?:(?:van|in)\s{1,4})?)?"
    rf"(?:(?:het|de)\s{{1,4}})?(?P<which>{SHIFT_WORDS})\s{{1,4}}$",
    SHIFTS,
)
# "eind van het jaar", "begin van de maand", "in de loop van het jaar": this one.
_PART_OF_THIS = LookBack(r"(?<!\w)(?P<part>begin|einde?|loop)\s{1,4}van\s{1,4}(?:het|de)\s{1,4}$", ("het", "de"))

_COUNT = (
    rf"(?P<count>{'|'.join(sorted(NUMBERS, key=lambda word: (-len(word), word)))}|\d{{1,2}}|anderhalf|(?:een\s)?half)"
)
_COUNT_ENDS = (*NUMBERS, *"0123456789", "anderhalf", "half")
# "over twee jaar", "twee jaar geleden". Must not match "verspreid over twee jaar" or "over twee jaar celstraf".
_AHEAD = LookBack(
    rf"(?<!verspreid\s)(?<!verdeeld\s)(?<!gespreid\s)(?<!\w)over\s{{1,4}}(?:ongeveer\s{{1,4}})?{_COUNT}\s{{1,4}}$",
    _COUNT_ENDS,
)
_AGO = LookBack(rf"(?<!\w){_COUNT}\s{{1,4}}$", _COUNT_ENDS)
_AGO_AFTER = re.compile(r"\s{1,4}geleden(?!\w)", re.IGNORECASE)
_NO_TIME_AFTER = re.compile(r"\s{1,4}(?:gevangenis|cel|hechtenis|ervaring|extra|jaargeld|tbs)", re.IGNORECASE)

_WEEKDAY_AFTER = re.compile(rf"\s{{1,4}}(?:op\s{{1,4}})?({'|'.join(WEEKDAYS)})(?!\w)", re.IGNORECASE)

_NEAR = {
    "eergisteren": -2, "gisteren": -1, "gisterochtend": -1, "gistermiddag": -1, "gisteravond": -1,
    "vandaag": 0, "vanochtend": 0, "vanmorgen": 0, "vanmiddag": 0, "vanavond": 0,
    "morgenochtend": 1, "morgenmiddag": 1, "morgenavond": 1, "morgen": 1, "overmorgen": 2,
}  # fmt: skip
_NEAR_WORD = re.compile(rf"(?:{'|'.join(_NEAR)})(?!\w)", re.IGNORECASE)
# "vandaag de dag" is nowadays; "goedemorgen", "de morgen", "'s morgens" are no tomorrow.
_NOWADAYS = re.compile(r"\s{1,4}de\s{1,4}dag(?!\w)", re.IGNORECASE)
_MORNING = re.compile(r"(?<!\w)(?:goede|goeie|de|deze|een|elke|iedere|[’']s)\s{1,4}$", re.IGNORECASE)


def read_span(text: str, position: int, anchor: date | None) -> Expression | None:
    """Read the time whose "jaar", "maand" or "week" begins at `position`."""
    unit = _UNIT.match(text, position)
    if unit is None or anchor is None:
        return None
    left = before(text, position, _REACH)
    cut = _BEFORE.search(left)
    if cut is not None:
        return _shifted(text, unit, cut, anchor)
    if (unit["year"] or unit["month"]) and (cut := _PART_OF_THIS.search(left)):
        start, part = position - len(left) + cut.start(), cut["part"].lower()
        this = _year(anchor, anchor.year, part, "dit") if unit["year"] else _part_of_month(shift_month(anchor, 0), part)
        return Expression(start, unit.end(), this, "vague")
    return _counted(text, unit, left, anchor)


def _shifted(text: str, unit: re.Match[str], cut: re.Match[str], anchor: date) -> Expression | None:
    which, part = cut["which"].lower(), (cut["part"] or "").lower()
    included = part in ("begin", "eind", "einde", "later", "eerder")
    start = unit.start() - len(cut.string) + cut.start("part" if included else "which")
    shift = SHIFTS[which]
    if unit["year"]:
        found = _year(anchor, anchor.year + shift, part, which)
        return Expression(start, unit.end(), found, "vague" if part or which in ROLLING else "relative")
    if unit["month"]:
        return Expression(start, unit.end(), _part_of_month(shift_month(anchor, shift), part), "relative")
    if not unit["week"]:
        return None
    weekday = _WEEKDAY_AFTER.match(text, unit.end())
    if weekday is None:
        return Expression(start, unit.end(), reading(week(anchor, shift), True), "relative")
    day = monday(anchor, shift) + timedelta(days=WEEKDAYS.index(weekday[1].lower()))
    return Expression(start, weekday.end(), reading(str(day), True), "relative")


def _year(anchor: date, year: int, part: str, which: str) -> TimeReading:
    """ "later dit jaar" begins now; "het afgelopen jaar" may last until now, "komend jaar" may begin now."""
    if part and part not in ("later", "eerder", "loop"):
        return part_of_year(year, part, True)
    whole = reading(f"{year:04}", True)
    if part in ("later", "loop") or (which in ROLLING and year > anchor.year):
        return TimeReading(whole.edtf, anchor, whole.latest, True)
    if part == "eerder" or which in ROLLING:
        return TimeReading(whole.edtf, whole.earliest, anchor, True)
    return whole


def _part_of_month(month: str, part: str) -> TimeReading:
    """ "begin volgende maand" is its first ten days, "eind deze maand" those from the 21st."""
    whole = reading(month, True)
    if part == "begin":
        return reading(f"{month}-01/{month}-10", True)
    return reading(f"{month}-21/{whole.latest}", True) if part in ("eind", "einde") else whole


def _counted(text: str, unit: re.Match[str], left: str, anchor: date) -> Expression | None:
    ago = _AGO_AFTER.match(text, unit.end())
    cut = (_AGO if ago else _AHEAD).search(left)
    if cut is None or (not ago and _NO_TIME_AFTER.match(text, unit.end())):
        return None
    edtf = _distance(unit, cut["count"].lower(), anchor, -1 if ago else 1)
    if edtf is None:
        return None
    start = unit.start() - len(left) + cut.start()
    return Expression(start, ago.end() if ago else unit.end(), reading(edtf, True), "vague")


def _distance(unit: re.Match[str], word: str, anchor: date, sign: int) -> str | None:
    """The time so many units away, as precise as its unit: a year, a month, a week or a day."""
    halves = {"anderhalf": 18, "half": 6, "een half": 6}.get(word)
    count = sign * (NUMBERS.get(word) or (int(word) if word.isdecimal() else 0))
    if halves:
        return shift_month(anchor, sign * halves) if unit["year"] else None
    if unit["year"]:
        return f"{anchor.year + count:04}"
    if unit["month"] or unit["months"]:
        return shift_month(anchor, count)
    if unit["week"] or unit["weeks"]:
        return week(anchor, count)
    return str(anchor + timedelta(days=count))


def read_near(text: str, position: int, anchor: date | None) -> Expression | None:
    """Read "vandaag", "gisteren", "morgen" and their neighbours."""
    name = _NEAR_WORD.match(text, position)
    if name is None or anchor is None:
        return None
    if _NOWADAYS.match(text, name.end()) or _MORNING.search(before(text, position, 12)):
        return None
    day = anchor + timedelta(days=_NEAR[name[0].lower()])
    return Expression(position, name.end(), reading(str(day), True), "relative")
