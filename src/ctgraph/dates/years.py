"""A year on its own, with or without its part: "in 2016", "Eind 2021", "medio 2024", "de periode 2017-2021"."""

from __future__ import annotations

import re
from datetime import date

from ctgraph.dates.almanac import make_day
from ctgraph.dates.cues import before
from ctgraph.dates.edtf import reading
from ctgraph.dates.lexicon import BEFORE, DASHES, MONTHS, NO_DECIMALS, repair_month
from ctgraph.dates.lookback import LookBack
from ctgraph.dates.reading import Expression, TimeReading

_REACH = 32
_EARLIEST, _LATEST = 1945, 2060

# A year that stands free. Must not match in "2021/22", "2022–2026", "1.2016", "20224", "2018D12", "€ 2016", "2016%".
YEAR = re.compile(rf"(?:19|20)\d\d(?![\w%‰])(?!\s?[{DASHES}/]\s?\d){NO_DECIMALS}(?!:\d)")

# "begin 2021", "eind van 2021"; "medio 2024" and "halverwege 2024" keep the bare year as their words.
_PART = LookBack(
    r"(?<!\w)(?:(?P<part>begin|einde?|ultimo)|medio|halverwege|midden|half)\s{1,4}(?:van\s{1,4})?$",
    ("begin", "eind", "einde", "ultimo", "medio", "halverwege", "midden", "half", "van"),
)
# Words that a bare year follows: "in 2016", "sinds 2016", "voor het jaar 2016"; those of `amount` also stand before
# numbers ("tot 2000"). Must not match "Stb. ", "Wiv ", "nr. ", "vergaderjaar " or "Agenda ".
_PREPOSITION = LookBack(
    r"(?<!\w)(?:in|sinds|sedert|uit|vanaf|na|anno|gedurende|heel|t/m|tot en met|(?:later|eerder|vroeger) dan|"
    r"periode|tijdvak|(?P<year>(?:kalender|begrotings|boek|peil)?jaar|jaren)|"
    r"(?P<amount>van|tot|v[oó]{2}r|over|per|rond|omstreeks|circa|ca\.|ongeveer|tussen|tegen|richting|uiterlijk))\s{1,4}$",
    (
        "in", "sinds", "sedert", "uit", "vanaf", "na", "anno", "gedurende", "heel", "t/m", "met", "dan", "periode",
        "tijdvak", "jaar", "jaren", "van", "tot", *BEFORE, "over", "per", "rond", "omstreeks", "circa", "ca.",
        "ongeveer", "tussen", "tegen", "richting", "uiterlijk",
    ),
)  # fmt: skip
# The years before the last of a list: "2015, 2016 en " before "2017", "2016 tot en met " before "2018".
_LIST = LookBack(
    r"(?:(?<!\w)(?:19|20)\d\d(?:,\s{1,2}|\s{1,2}(?:en|of|tot en met|tot|t/m|naar)\s{1,2})){1,6}$",
    (",", "en", "of", "met", "tot", "t/m", "naar"),
)
_LIST_REACH, _LIST_GAP = 96, 16
# A year alone in brackets: "de aanslag in Utrecht (2019)". Must not match in "resolutie 2379 (2017)", "COM(2018)" or
# "COM (2018)".
_BRACKETED = re.compile(r"(?<!\b[CJS]OM)(?<!\bSWD)(?<!\bSEC)(?<!\bJOIN)(?<=[^\W\d]{2})\s{1,2}\($")
# What a number counts: "van 2000 euro", "voor 2016 personen".
_COUNTED = re.compile(
    r"\s{1,2}(?:euro|miljoen|miljard|procent|ton|kilo\w*|km|meter|m2|fte|uur|jaar|keer|maal|stuks|personen|mensen|"
    r"inwoners|gevallen|zaken|plaatsen|agenten|militairen|aangiften|meldingen|leden|gemeenten|woningen|kinderen|"
    r"vrouwen|mannen|burgers|studenten|banen|deelnemers|slachtoffers|verdachten|vluchtelingen|asielzoekers|"
    r"medewerkers|ambtenaren|organisaties|bedrijven|dossiers|documenten|pagina\w*|vragen|signalen)(?!\w)",
    re.IGNORECASE,
)
# "de periode 2017-2021", "in de jaren 2015–2019", "in 2019-2021". Must not match "vergaderjaar 2021–2022"
# or "Strategie 2022–2026".
_RANGE = re.compile(rf"((?:19|20)\d\d)\s?[{DASHES}]\s?((?:19|20)\d\d)(?!\w)(?![{DASHES}/.,:]\d)")
_RANGE_BEFORE = LookBack(
    r"(?<!\w)(?:(?:periode|jaren|tijdvak)\s{1,4}(?:van\s{1,4})?|(?:in|gedurende|over|looptijd)\s{1,4})$",
    ("periode", "jaren", "tijdvak", "van", "in", "gedurende", "over", "looptijd"),
)

# The title of a budget bill: "Vaststelling van de begrotingsstaten van het Ministerie van … (VI) voor het jaar 2022".
_BUDGET = re.compile(r"begrotingssta\w{2,4}\b[^.;:]{0,200}$", re.IGNORECASE)
_TITLE_REACH = 240

# A day and a word that may be a misspelt month before a year: "7 decmber ".
_MISSPELT = re.compile(r"(?<![\w.,/-])(\d{1,2})\s{1,4}([^\W\d_]{4,10})\.?\s{1,4}$")


def read_year(text: str, position: int, anchor: date | None) -> Expression | None:
    """Read the time whose year begins at `position`; `anchor` is not needed, as a year says itself which it is."""
    left = before(text, position, _REACH)
    if left and (left[-1].isalnum() or left[-1] in "-‑–—/.,:#€$§"):
        return None
    # "7 december 2021": the year of a month, which its own reader reads.
    if left[-1:].isspace() and left.split()[-1:] and left.split()[-1].lower() in MONTHS:
        return None
    year = YEAR.match(text, position)
    if year is None:
        return _range(text, position, left)
    if not _EARLIEST <= int(year[0]) <= _LATEST:
        return None
    return _with_part(year, left) or _bare(text, year, left) or _misspelt(year, left)


def part_of_year(year: int, part: str, relative: bool) -> TimeReading:
    """Begin and end are the first and last three months; the middle is approximate: May to August.

    >>> part_of_year(2021, "eind", False).edtf
    '2021-10/2021-12'
    """
    if part == "begin":
        return reading(f"{year:04}-01/{year:04}-03", relative)
    if part in ("eind", "einde", "ultimo"):
        return reading(f"{year:04}-10/{year:04}-12", relative)
    return TimeReading(f"{year:04}~", date(year, 5, 1), date(year, 8, 31), relative)


def _with_part(year: re.Match[str], left: str) -> Expression | None:
    cut = _PART.search(left)
    if cut is None:
        return None
    start = year.start() - len(left) + cut.start() if cut["part"] else year.start()
    return Expression(start, year.end(), part_of_year(int(year[0]), (cut["part"] or "").lower(), False), "vague")


def _bare(text: str, year: re.Match[str], left: str) -> Expression | None:
    if text.startswith(")", year.end()) and _BRACKETED.search(left):
        return Expression(year.start(), year.end(), reading(year[0]), "year")
    cut = _PREPOSITION.search(_before_list(text, year.start(), left))
    if cut is None or _COUNTED.match(text, year.end()) or (cut["amount"] and year[0] == "2000"):
        return None
    if cut["year"] and _BUDGET.search(before(text, year.start(), _TITLE_REACH)):
        return None
    return Expression(year.start(), year.end(), reading(year[0]), "year")


def _before_list(text: str, position: int, left: str) -> str:
    """What stands before a year, or before the list of years that it ends."""
    if not any(character.isdecimal() for character in left[-_LIST_GAP:]):
        return left
    years = _LIST.search(before(text, position, _LIST_REACH))
    return left if years is None else before(text, position - len(years[0]), _REACH)


def _range(text: str, position: int, left: str) -> Expression | None:
    found = _RANGE.match(text, position)
    if found is None or not _RANGE_BEFORE.search(left) or found[1] >= found[2]:
        return None
    return Expression(position, found.end(), reading(f"{found[1]}/{found[2]}"), "interval")


def _misspelt(year: re.Match[str], left: str) -> Expression | None:
    cut = _MISSPELT.search(left)
    word = cut[2].lower() if cut else ""
    month = None if word in MONTHS else repair_month(word)
    day = make_day(int(year[0]), month, int(cut[1])) if cut and month else None
    if cut is None or day is None:
        return None
    return Expression(year.start() - len(left) + cut.start(), year.end(), reading(str(day)), "repaired")
