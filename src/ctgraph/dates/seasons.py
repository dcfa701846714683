"""Seasons: "dit najaar", "de zomer van 2023", "voorjaar 2022", "vóór de zomer", "vorig jaar zomer"."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ctgraph.dates.almanac import coming_season, nearly_over, past_season, running_season
from ctgraph.dates.cues import before, tense
from ctgraph.dates.edtf import period, reading
from ctgraph.dates.lexicon import BEFORE, SEASONS, SHIFTS
from ctgraph.dates.lookback import LookBack
from ctgraph.dates.reading import Expression, Form, TimeReading
from ctgraph.dates.yearphrase import SHIFT_WORDS, YearPhrase, year_after

_REACH = 48
_SEASON = re.compile(r"(voorjaar|lente|zomer|najaar|herfst|winter)(reces)?(?!\w)", re.IGNORECASE)

# What stands before a season: "dit ", "de ", "vóór de ", "het afgelopen ", "vorig jaar ".
# Must not match "Arabische " or "een ".
_BEFORE = LookBack(
    r"(?<!\w)(?:(?P<side>v[oó]{2}r|tot|na)\s{1,4})?(?:"
    rf"(?:(?:het|de)\s{{1,4}})?(?P<which>{SHIFT_WORDS})\s{{1,4}}(?P<year>jaar\s{{1,4}})?|(?P<article>de|het)\s{{1,4}})$",
    (*SHIFTS, "jaar", "de", "het"),
)
# A season alone is a time behind one of these: "in de zomer", "rond het voorjaar"; not "de lente van Praag".
_PREPOSITION = LookBack(
    r"(?<!\w)(?:in|tijdens|gedurende|vanaf|sinds|rond|rondom|omstreeks|tot|na|over|v[oó]{2}r|eind|begin|tegen|richting|"
    r"(?:loop|begin|einde?)\s{1,4}van)\s{1,4}$",
    (
        "in", "tijdens", "gedurende", "vanaf", "sinds", "rond", "rondom", "omstreeks", "tot", "na", "over", *BEFORE,
        "eind", "begin", "tegen", "richting", "van",
    ),
)  # fmt: skip
# Every year, so no time: "elk voorjaar", "ieder najaar", "jaarlijks in het voorjaar".
_EVERY = LookBack(
    r"(?<!\w)(?:elke?|iedere?|per|jaarlijkse?(?:\s{1,4}in(?:\s{1,4}(?:het|de))?)?)\s{1,4}$",
    ("elk", "elke", "ieder", "iedere", "per", "jaarlijks", "jaarlijkse", "in", "het", "de"),
)
# "2021/2022", "2021-22" behind a winter, which has the year in which it begins.
_WINTER_END = re.compile(r"\s?[/\-–]\s?(?:20)?\d\d(?!\w)")

# The day until which "vóór" a season lasts at the widest, the day from which "na" it can begin, and the month that
# each is near. Before the summer is before parliament's summer recess, which begins by 10 July.
_UNTIL = {21: (3, 20), 22: (7, 10), 23: (9, 22), 24: (12, 20)}
_FROM = {21: (6, 1), 22: (9, 1), 23: (12, 1), 24: (3, 1)}


class _Season(Struct, frozen=True):
    """A season in a text: `side` is -1 for "vóór", 1 for "na", else 0."""

    text: str
    anchor: date | None
    start: int
    end: int
    number: int
    side: int

    def until(self, year: int) -> date:
        return date(year, *_UNTIL[self.number])

    def since(self, year: int) -> date:
        return date(year + (self.number == 24), *_FROM[self.number])


def read_season(text: str, position: int, anchor: date | None) -> Expression | None:
    """Read the time whose season begins at `position`."""
    name = _SEASON.match(text, position)
    if name is None:
        return None
    left = before(text, position, _REACH)
    cut = _BEFORE.search(left)
    side = _side(cut)
    if (name[2] and not side) or _EVERY.search(left):
        return None
    season = _Season(text, anchor, position, name.end(), SEASONS[name[1].lower()], side)
    phrase = year_after(text, name.end(), anchor)
    if phrase is not None:
        return _with_year(season, phrase, cut)
    if anchor is None:
        return None
    if cut is not None and cut["which"]:
        return _beside(season, anchor, cut) if season.side else _qualified(season, anchor, cut)
    return _alone(season, anchor, cut) if name[0].islower() and _is_time(season, left, cut) else None


def _side(cut: re.Match[str] | None) -> int:
    if cut is None or not cut["side"]:
        return 0
    return 1 if cut["side"].lower() == "na" else -1


def _is_time(season: _Season, left: str, cut: re.Match[str] | None) -> bool:
    """ "najaar" and "voorjaar" are times on their own; the others behind a preposition only."""
    if season.side or (cut is None and season.text[season.start :].startswith(("najaar", "voorjaar"))):
        return True
    return _PREPOSITION.search(left[: cut.start()] if cut else left) is not None


def _with_year(season: _Season, phrase: YearPhrase, cut: re.Match[str] | None) -> Expression | None:
    if phrase.year is None:
        return None
    if cut is not None and season.side and cut["side"].lower() != "tot":
        found = _alone(season, date(phrase.year, 1, 1), cut, phrase.year)
        read = replace(found.reading, relative=phrase.relative)
        return Expression(found.start, phrase.end, read, "relative" if phrase.relative else "season")
    article = cut is not None and (cut["article"] or "").lower() == "de"
    start = season.start - len(cut.string) + cut.start("article") if cut is not None and article else season.start
    end = phrase.end
    if season.number == 24 and (later := _WINTER_END.match(season.text, end)):
        end = later.end()
    form: Form = "relative" if phrase.relative else "season"
    return Expression(start, end, _reading(season, phrase.year, phrase.relative), form)


def _qualified(season: _Season, anchor: date, cut: re.Match[str]) -> Expression:
    word = cut["which"].lower()
    start = season.start - len(cut.string) + cut.start("which")
    if cut["year"]:
        year = anchor.year + SHIFTS[word]
    elif SHIFTS[word] < 0:
        year = past_season(anchor, season.number)
    elif word.startswith("volgend"):
        year = running_season(anchor, season.number) + 1
    else:
        year = (coming_season if SHIFTS[word] else running_season)(anchor, season.number)
    return Expression(start, season.end, _reading(season, year, True), "relative")


def _beside(season: _Season, anchor: date, cut: re.Match[str]) -> Expression:
    """ "vóór het aanstaande zomerreces", "na de afgelopen zomer": the first to come, or the last gone by."""
    word = cut["which"].lower()
    edge = season.until if season.side < 0 else season.since
    coming = anchor.year + (edge(anchor.year) < anchor)
    year = coming + (word.startswith("volgend") and coming == anchor.year) - (SHIFTS[word] < 0)
    found = _alone(season, anchor, cut, year)
    return Expression(season.start - len(cut.string) + cut.start(), found.end, found.reading, found.form)


def _alone(season: _Season, anchor: date, cut: re.Match[str] | None, year: int | None = None) -> Expression:
    year = _likely_year(season, anchor) if year is None else year
    start = season.start
    if cut is not None and (season.side or cut["article"].lower() == "de"):
        start += cut.start() - len(cut.string)
    if not season.side:
        return Expression(start, season.end, _reading(season, year, True), "vague")
    whole = _reading(season, year, True)
    near = date(year, 3 * (season.number - 20), 1) if season.side < 0 else season.since(year)
    return Expression(start, season.end, TimeReading(f"{near:%Y-%m}~", whole.earliest, whole.latest, True), "vague")


def _likely_year(season: _Season, anchor: date) -> int:
    """The running year, unless the clause looks ahead and that season is (nearly) over, or back and it is to come."""
    year = running_season(anchor, season.number)
    first, last = period(f"{year:04}-{season.number}")
    if season.side < 0:
        last = season.until(year)
    if season.side > 0:
        first = season.since(year)
        last = date(first.year, first.month + 2, 28) if first.month <= 10 else date(first.year + 1, 2, 28)
    looks = tense(season.text, season.start, season.end)
    if looks == "past":
        return year - 1 if first is not None and first > anchor else year
    if looks == "future" and not season.side and nearly_over(anchor, season.number):
        return year + 1
    ahead = looks == "future" or season.side != 0
    return year + 1 if ahead and last is not None and last < anchor else year


def _reading(season: _Season, year: int, relative: bool) -> TimeReading:
    edtf = f"{year:04}-{season.number}"
    if season.side < 0:
        return TimeReading(edtf, None, season.until(year), relative)
    if season.side > 0:
        return TimeReading(edtf, season.since(year), None, relative)
    return reading(edtf, relative)
