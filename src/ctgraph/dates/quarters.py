"""Parts of a year by number: "het derde kwartaal van dit jaar", "Q3 2023", "eerste helft van 2023"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from ctgraph.dates.almanac import shift_quarter
from ctgraph.dates.cues import before, tense
from ctgraph.dates.edtf import reading
from ctgraph.dates.lexicon import MONTHS, ORDINALS, SHIFTS
from ctgraph.dates.months import read_month
from ctgraph.dates.reading import Expression, Form
from ctgraph.dates.yearphrase import SHIFT_WORDS, YearPhrase, year_after

_REACH = 40
_WORD = re.compile(r"(?:(?P<quarter>kwartaal)|helft|half\s?jaar)(?!\w)", re.IGNORECASE)
_ORDINAL_WORDS = "|".join(sorted(ORDINALS, key=lambda word: (-len(word), word)))

# What stands before "kwartaal" or "helft": "het derde ", "1e ", "in het laatste " (from "het" on), "dit ".
# Must not match "elk " or "een ".
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?:het|de)\s{{1,4}})?(?:(?P<number>{_ORDINAL_WORDS}|laatste)|(?P<which>{SHIFT_WORDS}))\s{{1,4}}$",
    re.IGNORECASE,
)
_THE_YEAR = re.compile(r"\s{1,4}van\s{1,4}het\s{1,4}jaar(?!\w)", re.IGNORECASE)
# "helft van mei": its month. "kwartaal van de looptijd" is a quarter of something else.
_OF_MONTH = re.compile(rf"\s{{1,4}}van\s{{1,4}}(?=(?:{'|'.join(MONTHS)})(?!\w))", re.IGNORECASE)
# "2015 vierde kwartaal", "2016, eerste helft": the year in front. Not "Agenda 2015, het vierde kwartaal".
_YEAR_BEFORE = re.compile(r"(?<![\w/.,–-])((?:19|20)\d\d),?\s{1,2}$")
_OF = re.compile(r"\s{1,4}van\s", re.IGNORECASE)

# "Q3", "Q3-" before a year. Must not match "Q30" or "q3a".
_Q = re.compile(r"q([1-4])(?!\w)", re.IGNORECASE)
_Q_YEAR_AFTER = re.compile(r"(?:\s?[-/]\s?|\s{0,2}van\s|\s{1,4})((?:19|20)\d\d)(?!\w)", re.IGNORECASE)
# "Q3/Q4 2023": the year of the second is that of the first.
_Q_PAIR = re.compile(
    r"\s?(?:[/–-]|en|of)\s?q[1-4](?:\s?[-/]\s?|\s{0,2}van\s|\s{1,4})((?:19|20)\d\d)(?!\w)", re.IGNORECASE
)
_Q_YEAR_BEFORE = re.compile(r"(?<!\w)((?:19|20)\d\d)[\s-]?$")
_Q_PREPOSITION = re.compile(r"(?<!\w)(?:in|eind|begin|na|v[oó]{2}r|vanaf|tot)\s{1,4}$", re.IGNORECASE)


def read_part(text: str, position: int, anchor: date | None) -> Expression | None:
    """Read the time whose word "kwartaal", "helft" or "halfjaar" begins at `position`."""
    word = _WORD.match(text, position)
    left = before(text, position, _REACH)
    cut = _BEFORE.search(left) if word else None
    if word is None or cut is None:
        return None
    start = position - len(left) + cut.start()
    if cut["which"]:
        if anchor is None or not word["quarter"]:
            return None
        start = position - len(left) + cut.start("which")
        edtf = shift_quarter(anchor, SHIFTS[cut["which"].lower()])
        return Expression(start, word.end(), reading(edtf, True), "relative")
    number = ORDINALS.get(cut["number"].lower(), 4 if word["quarter"] else 2)
    phrase = _phrase(text, word.end(), anchor)
    if phrase is None and cut.start() == cut.start("number") and (year := _YEAR_BEFORE.search(left, 0, cut.start())):
        start = position - len(left) + year.start()
        phrase = YearPhrase(word.end(), int(year[1]), False)
    if word["quarter"]:
        return _quarter(text, (start, word.end()), number, phrase, anchor)
    return _half(text, (start, word.end()), number, phrase, anchor)


def read_q(text: str, position: int, anchor: date | None) -> Expression | None:
    """Read "Q3 2023", "2023-Q3" or "in Q3" whose letter stands at `position`."""
    name = _Q.match(text, position)
    if name is None:
        return None
    number = int(name[1])
    left = before(text, position, _REACH)
    if later := _Q_YEAR_AFTER.match(text, name.end()):
        return Expression(position, later.end(), reading(f"{later[1]}-{32 + number}"), "quarter")
    if paired := _Q_PAIR.match(text, name.end()):
        return Expression(position, name.end(), reading(f"{paired[1]}-{32 + number}"), "quarter")
    if earlier := _Q_YEAR_BEFORE.search(left):
        start = position - len(left) + earlier.start()
        return Expression(start, name.end(), reading(f"{earlier[1]}-{32 + number}"), "quarter")
    phrase = _phrase(text, name.end(), anchor)
    if phrase is None and not _Q_PREPOSITION.search(left):
        return None
    return _quarter(text, (position, name.end()), number, phrase, anchor)


def _phrase(text: str, position: int, anchor: date | None) -> YearPhrase | None:
    the_year = _THE_YEAR.match(text, position)
    if the_year is not None:
        return YearPhrase(the_year.end(), anchor.year if anchor else None, True)
    return year_after(text, position, anchor)


def _quarter(
    text: str, place: tuple[int, int], number: int, phrase: YearPhrase | None, anchor: date | None
) -> Expression | None:
    if phrase is not None:
        if phrase.year is None:
            return None
        form: Form = "relative" if phrase.relative else "quarter"
        found = reading(f"{phrase.year:04}-{32 + number}", phrase.relative)
        return Expression(place[0], phrase.end, found, form)
    if anchor is None or _OF.match(text, place[1]):
        return None
    running = (anchor.month + 2) // 3
    looks = tense(text, *place)
    year = anchor.year + (looks == "future" and number < running) - (looks == "past" and number > running)
    return Expression(*place, reading(f"{year:04}-{32 + number}", True), "vague")


def _half(
    text: str, place: tuple[int, int], number: int, phrase: YearPhrase | None, anchor: date | None
) -> Expression | None:
    if phrase is not None and phrase.year is not None:
        year = f"{phrase.year:04}"
        edtf = f"{year}-01/{year}-06" if number == 1 else f"{year}-07/{year}-12"
        form: Form = "relative" if phrase.relative else "interval"
        return Expression(place[0], phrase.end, reading(edtf, phrase.relative), form) if number <= 2 else None
    of_month = _OF_MONTH.match(text, place[1]) if number <= 2 else None
    month = read_month(text, of_month.end(), anchor) if of_month else None
    if month is None:
        return None
    name = month.reading.edtf
    first, last = (1, 15) if number == 1 else (16, monthrange(int(name[:4]), int(name[5:7]))[1])
    found = reading(f"{name[:7]}-{first:02}/{name[:7]}-{last:02}", month.reading.relative)
    return Expression(place[0], month.end, found, "vague")
