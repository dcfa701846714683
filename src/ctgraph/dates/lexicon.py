"""Dutch words for months, weekdays, seasons, numbers and "this, last, next"."""

from __future__ import annotations

from functools import lru_cache

MONTH_NAMES = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

_MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)} | _MONTH_ABBREVIATIONS | {"october": 10}
MONTH_STEMS = ("jan", "feb", "maart", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec")

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

SEASONS = {"voorjaar": 21, "lente": 21, "zomer": 22, "najaar": 23, "herfst": 23, "winter": 24}

BEFORE = ("voor", "vóór", "vóor", "voór")
"""The spellings of "voor" as a preposition of time."""

DASHES = r"\-‑–—"
"""Hyphens and dashes, for a character class."""

NO_DECIMALS = (
    r"(?!\.\d(?!\d?\s{1,4}[A-ZÀ-ÖØ-Þ«“]))"
    r"(?!,\d(?!\d?\s{1,4}(?!procent|miljoen|miljard|euro|ton\b|kilo|keer|km\b|fte|uur|jaar|maal|gram|meter)[^\W\d_]))"
)
"""Behind a year: no decimals or date, but a sign with the mark of a note: "7 juni 2022.1 Het", "2024,1 dat"."""

ORDINALS = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4,
    "1e": 1, "2e": 2, "3e": 3, "4e": 4, "1ste": 1, "2de": 2, "3de": 3, "4de": 4,
}  # fmt: skip

_TO_NINE = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TO_NINETEENTH = (
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde",
    "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende", "negentiende",
)  # fmt: skip
DAY_ORDINALS = {
    **{word: day for day, word in enumerate(_TO_NINETEENTH, 1)},
    **{f"{one}{'ën' if one.endswith('e') else 'en'}twintigste": 20 + day for day, one in enumerate(_TO_NINE, 1)},
    "twintigste": 20,
    "dertigste": 30,
    "eenendertigste": 31,
}
"""Days of a month spelled out: "eenentwintigste" 21, "drieëntwintigste" 23."""

NUMBERS = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
    "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "vijftien": 15, "twintig": 20,
}  # fmt: skip

_THIS = ("dit", "deze", "lopende", "huidige")
_LAST = ("vorig", "vorige", "verleden", "afgelopen", "voorgaand", "voorgaande", "voorbije")
_NEXT = (
    "volgend", "volgende", "eerstvolgende", "komend", "komende", "aankomend", "aankomende",
    "aanstaand", "aanstaande",
)  # fmt: skip

SHIFTS = dict.fromkeys(_THIS, 0) | dict.fromkeys(_LAST, -1) | dict.fromkeys(_NEXT, 1)
"""How many units from now: "dit" 0, "vorig" -1, "volgend" 1."""

ROLLING = frozenset({"afgelopen", "voorbije", "komend", "komende", "aankomend", "aankomende"})
"""Words that also mean the stretch up to or from now: "het afgelopen jaar"."""


def is_full_month(word: str) -> bool:
    """Whether a lower-case word is the name of a month in full."""
    return word in MONTHS and word not in _MONTH_ABBREVIATIONS


@lru_cache(maxsize=1024)
def repair_month(word: str) -> int | None:
    """The month that a lower-case misspelling stands for ("septmber", "feburari"); None if none or two fit.

    One slip is forgiven from four letters, two from seven. Use it between a day and a year only.
    """
    slips = 2 if len(word) >= 7 else 1
    if len(word) < 4:
        return None
    near = {MONTHS[name]: _distance(word, name) for name in MONTH_NAMES if _similar(word, name, slips)}
    best = min(near.values(), default=slips + 1)
    fitting = [number for number, distance in near.items() if distance == best]
    return fitting[0] if best <= slips and len(fitting) == 1 else None


def _similar(one: str, other: str, slips: int) -> bool:
    """Whether so few slips can make one of the other at all; spares most words the table of distances."""
    return abs(len(one) - len(other)) <= slips and len(set(other) - set(one)) <= slips


def _distance(one: str, other: str) -> int:
    """Letters to insert, delete, replace or swap with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, target in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != target))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == target:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]
