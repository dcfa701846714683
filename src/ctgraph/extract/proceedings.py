"""References to the Handelingen, to their Aanhangsel (written questions with answers), and to questions.

    Handelingen II 2021/22, nr. 31, item 55           h-tk-20212022-31-55
    Handelingen II 1995/96, nr. 45, blz. 3345         h-tk-19951996-45      (pages are no part of an id)
    Aanhangsel Handelingen II 2020/21, nr. 3012       ah-tk-20202021-3012
    Kamervragen met kenmerk 2020Z13248                kv-tk-2020Z13248

Confidence 0.99; 0.95 if the chamber is not printed and the Tweede Kamer is taken; 0.9 for a misprint read as meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from ctgraph.extract.number_lists import read_numbers
from ctgraph.extract.scan import Page, Triggers
from ctgraph.extract.sessions import CHAMBER, YEAR, is_misprint, read_chamber, read_year
from ctgraph.model.mentions import Mention, ProceedingsReference

TRIGGERS: Triggers = MappingProxyType(
    {
        "proceedings": ("handelingen", "hand. ", "htk ", "hek ", "aanhangsel", "aanh. hand", "h-tk-", "h-ek-"),
        "question": ("kamervragen", "vraagnummer", "schriftelijke vragen"),
        "case": tuple(f"{one}z{other}" for one in "0123456789" for other in "0123456789"),
    }
)

# Reports are cut into items since 2011; before, a second number is a page.
_FIRST_YEAR_OF_ITEMS: Final = 2010

# "Handelingen der Kamer II, vergaderjaar 2021–2022, " is the older form.
# "Handelingen II 2021/22, ", "HTK 2021–2022, ", "Handelingen van de Tweede Kamer, vergaderjaar …";
# the year is demanded: "strafbare handelingen" and "Handelingen II, 7 december 2021" name no report by number.
_REPORT: Final = re.compile(
    rf"(?:handelingen|hand\.|h(?=[te]k\s))(?:\sder\skamer)?(?:[\s,]{{0,3}}(?-i:{CHAMBER}))?[\s,]{{0,3}}(?:{YEAR})[\s,]{{0,3}}",
    re.IGNORECASE,
)
# "Aanhangsel van de Handelingen II 2020/21, ", "Aanhangsel Handelingen, vergaderjaar 2020–2021, ", "Aanh. Hand. II".
_ANNEX: Final = re.compile(
    r"(?:aanhangsel\)?|aanh\.)(?:\s(?:van\sde|bij\sde|tot\sde|der)?\s?(?:handelingen|hand\.))?"
    rf"(?:[\s,]{{0,3}}(?-i:{CHAMBER}))?[\s,]{{0,3}}(?:{YEAR})[\s,]{{0,3}}",
    re.IGNORECASE,
)
# The annex named behind the year: "Handelingen II 2020/21, Aanhangsel van de Handelingen, nr. 3012".
_ANNEX_AFTER: Final = re.compile(r"aanhangsel(?:\svan\sde\shandelingen)?[\s,]{0,3}", re.IGNORECASE)

# "nr. 31, item 55", "nr. 31 items 6 en 9", "31-55", "31, item 6", "5e vergadering, item 8"; pages ("p. 3", "blz. 4")
# end it, but for the oldest form: "blz. 45-3841" is a page of the 45th meeting.
_MEETING: Final = re.compile(
    r"(?:nrs?[.,]?\s?|no\.\s?|(?:vergadering|verg\.)\s(?:nr\.\s)?|(?:blz|pp?)\.\s?(?=\d{1,3}[-–]\d{3,4}(?!\d)))?"
    r"(?P<meeting>\d{1,3})(?:e\svergadering|(?![\w/]))"
)
# The item behind the meeting, perhaps with its day between: "nr. 31-item 55", "nr. 31 (item 55)",
# "nr. 5 (7 oktober 2013), item 8".
_ITEM: Final = re.compile(
    r"(?:\s\(\d{1,2}\s[a-z]{3,9}\s\d{4}\))?(?:[\s,]{1,3}\(?|\s?[-–])(?:item(?P<plural>s)?|onderdeel)\.?\s?(?:nrs?\.?\s)?(?=\d)",
    re.IGNORECASE,
)
_JOINED_ITEM: Final = re.compile(r"\s?[-–‑‐]\s?(?P<item>\d{1,3})(?!\w)")
_PAGES: Final = re.compile(r"(?:p|pp|pag|blz)\.\s?$", re.IGNORECASE)
_GOES_ON: Final = re.compile(r"\s?(?:,|;|\sen)\s(?=nrs?\.?\s?\d{1,3}\s?,?\s(?:items?)\s)")
_ANNEX_NUMBERS: Final = re.compile(r"(?P<word>nrs?[.,]?|nummers?|no\.)\s?(?=\d)|(?=\d)", re.IGNORECASE)

_ID: Final = re.compile(r"(?P<annex>a)?h-(?P<rest>(?:tk|ek)-\d{8}-\d{1,4}(?:-\d{1,4})?)(?!\w)", re.IGNORECASE)

# The number before the year: "Aanhangsel Handelingen nr. 3012, vergaderjaar 2020/21".
_ANNEX_FIRST: Final = re.compile(
    r"(?:aanhangsel|aanh\.)(?:\s(?:van\sde\s|bij\sde\s)?(?:handelingen|hand\.))?"
    rf"(?:[\s,]{{0,3}}(?-i:{CHAMBER}))?[\s,]{{0,3}}nr\.\s?(?P<number>\d{{1,4}}),\s(?:{YEAR})",
    re.IGNORECASE,
)

# "2020Z13248" within the words that announce it: "Kamervragen met kenmerk 2020Z13248 en 2020Z13249".
_CASE: Final = re.compile(r"(?<!\w)(?P<year>(?:19|20)\d\d)\s?Z\s?(?P<number>\d{5})(?!\w)", re.IGNORECASE)
_CASE_AHEAD: Final = 120
_CASE_BACK: Final = 90
# In the clause before a case: not "brief van de minister, 2022Z10092", nor across a sentence.
_OF_QUESTIONS: Final = re.compile(r"(?:\bvragen\b|ingezonden|(?:be)?antwoord(?:ing|en)?\b)(?:(?!\.\s[A-Z])[^\n])*$")
_ANNOUNCED: Final = re.compile(r"(?:\s?\(?(?:met\s)?(?:het\s)?(?:kenmerk|nummers?|nrs?\.?))?:?\s?", re.IGNORECASE)


class _Head(NamedTuple):
    """Chamber and year of a report, and whether they are read as meant."""

    chamber: str
    year: str
    confidence: float


def find_proceedings(page: Page) -> Iterator[Mention]:
    """Find references to reports and questions, from left to right."""
    text, done = page.flow.text, 0
    for start, _ in page.at("proceedings"):
        if start < done or not _begins(text, start):
            continue
        for begin, end, ids, confidence in _read(text, start):
            yield page.mention(begin, end, ProceedingsReference(ids), "handelingen", confidence)
            done = end
    yield from _cases(page, list(_questions(page)))


_Reading = tuple[int, int, tuple[str, ...], float]


def _begins(text: str, start: int) -> bool:
    """Whether a word begins here: "rechtshandelingen" is none, "ah-tk-" is read from its "a"."""
    before = text[start - 1 : start]
    return not before.isalnum() or (before in "aA" and not text[start - 2 : start - 1].isalnum())


def _read(text: str, start: int) -> Iterator[_Reading]:
    if identified := _ID.match(text, max(start - 1, 0)) or _ID.match(text, start):
        yield identified.start(), identified.end(), (identified[0].lower(),), 0.99
    elif annex := _ANNEX.match(text, start):
        yield from _annex(text, start, annex.end(), _head(annex))
    elif first := _ANNEX_FIRST.match(text, start):
        head = _head(first)
        if head.year:
            yield start, first.end(), (f"ah-{head.chamber}-{head.year}-{int(first['number'])}",), head.confidence
    elif report := _REPORT.match(text, start):
        head = _head(report)
        if after := _ANNEX_AFTER.match(text, report.end()):
            yield from _annex(text, start, after.end(), head)
        else:
            yield from _report(text, start, report.end(), head)


def _head(found: re.Match[str]) -> _Head:
    chamber, first, second = found["chamber"], found["first"], found["second"]
    confidence = 0.9 if is_misprint(chamber, first, second) else 0.99 if chamber else 0.95
    return _Head(read_chamber(chamber) or "tk", read_year(first, second), confidence)


def _report(text: str, start: int, position: int, head: _Head) -> Iterator[_Reading]:
    """Read the meetings and items behind the year; none if the year makes no sense."""
    while head.year and (meeting := _MEETING.match(text, position)):
        items, end = _items(text, meeting.end(), head)
        stem = f"h-{head.chamber}-{head.year}-{int(meeting['meeting'])}"
        yield start, end, tuple(f"{stem}-{item}" for item in items) or (stem,), head.confidence
        following = _GOES_ON.match(text, end)
        if following is None:
            return
        start = position = following.end()


def _items(text: str, position: int, head: _Head) -> tuple[tuple[str, ...], int]:
    """The items behind a meeting and where they end."""
    if announced := _ITEM.match(text, position):
        numbers = read_numbers(text, announced.end(), plural=bool(announced["plural"]), word="item")
        return (tuple(map(str, map(int, numbers.items))), numbers.end) if numbers else ((), position)
    joined = _JOINED_ITEM.match(text, position)
    if joined is None or int(head.year[:4]) < _FIRST_YEAR_OF_ITEMS:
        return (), position
    return (str(int(joined["item"])),), joined.end()


def _annex(text: str, start: int, position: int, head: _Head) -> Iterator[_Reading]:
    word = _ANNEX_NUMBERS.match(text, position)
    numbers = word and read_numbers(
        text, word.end(), plural=(word["word"] or "").lower().startswith(("nrs", "nummers"))
    )
    if numbers and head.year and numbers.items[0].isdigit():
        ids = tuple(f"ah-{head.chamber}-{head.year}-{int(number)}" for number in numbers.items)
        yield start, numbers.end, ids, head.confidence


def _cases(page: Page, announced: Sequence[Mention]) -> Iterator[Mention]:
    """The cases announced, and those alone in a clause of questions: "(ingezonden 21 januari; 2025Z00877)"."""
    text = page.flow.text
    yield from announced
    done = {mention.end for mention in announced}
    for start, _ in page.at("case"):
        case = _CASE.match(text, max(0, start - 3))
        if case is None or case.end() in done:
            continue
        before = text[max(0, case.start() - _CASE_BACK) : case.start()]
        if _OF_QUESTIONS.search(before):
            ids = (f"kv-tk-{case['year']}Z{case['number']}",)
            yield page.mention(case.start(), case.end(), ProceedingsReference(ids), "kamervragen", 0.85)


def _questions(page: Page) -> Iterator[Mention]:
    """Case numbers in a sentence that speaks of questions; alone, such a number may be any paper of the chamber."""
    text, done = page.flow.text, 0
    for start, end in page.at("question"):
        limit = min(len(text), start + _CASE_AHEAD)
        stop = text.find(". ", end, limit)
        for case in _CASE.finditer(text, max(end, done), stop if stop >= 0 else limit):
            announced = start >= done and _ANNOUNCED.fullmatch(text, end, case.start())
            ids = (f"kv-tk-{case['year']}Z{case['number']}",)
            begin = start if announced else case.start()
            yield page.mention(begin, case.end(), ProceedingsReference(ids), "kamervragen", 0.95)
            done = case.end()
