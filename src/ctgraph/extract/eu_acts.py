"""Acts of the European Union, read to their CELEX number.

    Verordening (EU) 2021/784          32021R0784      Richtlijn 95/46/EG            31995L0046
    Verordening (EU) nr. 910/2014      32014R0910      Kaderbesluit 2002/475/JBZ     32002F0475
    Besluit (GBVB) 2016/1693           32016D1693      Gemeenschappelijk Standpunt 2001/931/GBVB   32001E0931

CELEX = sector 3, year, letter of the kind, number of four digits. Regulations before 2015, and decisions with
"nr.", print number/year; all other acts year/number. Confidence 0.99; 0.95 for a further act of a list; 0.9
without "(EU)" or "/EG".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from types import MappingProxyType
from typing import Final, NamedTuple

from ctgraph.extract import articles
from ctgraph.extract.scan import Page, Triggers
from ctgraph.model.mentions import EuReference, Mention

TRIGGERS: Triggers = MappingProxyType(
    {
        "eu-act": ("verordening", "richtlijn", "besluit", "gemeenschappelijk", "aanbeveling", "celex"),
        **articles.TRIGGERS,
    }
)

# The year from which every act is numbered year/number.
_ONE_NUMBERING: Final = 2015
_MOST_FURTHER: Final = 20

_LETTERS: Final = MappingProxyType({"verordening": "R", "richtlijn": "L", "besluit": "D", "aanbeveling": "H"})

# Framework decisions that papers also call plain "besluit"; the number alone tells.
_FRAMEWORK: Final = frozenset(
    "2000/383 2001/220 2001/413 2002/465 2002/475 2002/584 2002/629 2002/946 2003/577 2003/80 2004/68 2004/757"
    " 2005/212 2005/214 2005/222 2006/783 2006/960 2008/675 2008/841 2008/909 2008/913 2008/919 2008/947 2008/977"
    " 2008/978 2009/299 2009/315 2009/829 2009/948".split()
)

_ORIGIN: Final = r"(?:EU|EG|EEG|GBVB|JBZ|Euratom|EGKS)"
# Written before 2009, and always with number/year if regulations.
_EARLY: Final = frozenset(("EG", "EEG", "EGKS", "Euratom"))

_KIND: Final = re.compile(
    r"(?P<kind>verordening|richtlijn|besluit|aanbeveling)(?:en)?|gemeenschappelijke?\s(?:optreden|standpunt)",
    re.IGNORECASE,
)
# " (EU) 2021/784", " (EG) nr. 2580/2001", " nr. 1313/2013/EU", " 95/46/EG", " (EU, Euratom) 2018/1046", " EU 2016/679";
# not "2017/18" of a year (see _plausible) or "1/2/2017".
_NUMBER: Final = re.compile(
    rf"\s?(?:\((?P<before>{_ORIGIN})(?:,\s?{_ORIGIN}){{0,2}}\)\s?|(?P<bare>{_ORIGIN})\s)?"
    rf"(?P<nr>nrs?\.?\s?)?(?P<a>\d{{1,4}})\s?/\s?(?P<b>\d{{1,4}})(?:\s?/\s?(?P<behind>{_ORIGIN}))?(?!\w|/\d)"
)
# A title between kind and number: "Verordening terroristische online-inhoud (EU) 2021/784",
# "Kaderbesluit inzake terrorismebestrijding (2002/475/JBZ)".
_TITLE: Final = re.compile(
    rf"[^.;:()]{{1,90}}(?:(?=\({_ORIGIN}\)\s(?:nr\.\s)?\d{{1,4}}/\d)|\((?=\d{{2,4}}/\d{{1,4}}/{_ORIGIN}))"
)
# " en 2006/24/EG", ", (EU) 2018/1861": a further act of the same kind.
_FURTHER: Final = re.compile(rf"(?:\s?,|\sen|\sof)\s(?=(?:\({_ORIGIN}\)\s)?(?:nrs?\.?\s)?\d{{1,4}}/\d)")
_CELEX: Final = re.compile(
    r"celex(?:-?nummer|-?nr\.)?[\s:]{0,2}(?P<celex>3(?:19|20)\d\d[A-Z]\d{4})(?!\w)", re.IGNORECASE
)
_WORD_BACK: Final = 40
# "die richtlijn", "diezelfde verordening"; not "de richtlijn".
_POINTER: Final = re.compile(
    r"(?:die|deze|dit|dat|dezelfde|diezelfde|hetzelfde|genoemde|voornoemde)\s(?P<kind>richtlijn|verordening|kaderbesluit|besluit)(?!\w)",
    re.IGNORECASE,
)
_POINTED: Final = MappingProxyType({"richtlijn": "L", "verordening": "R", "kaderbesluit": "F", "besluit": "D"})
_FURTHEST: Final = 600


class _Act(NamedTuple):
    start: int
    end: int
    celex: str
    rule: str
    confidence: float


def find_eu_acts(page: Page) -> Iterator[Mention]:
    """Find EU acts with the articles cited of them, each act of a list on its own."""
    acts = list(_acts(page))
    cited = articles.read_articles(page) if acts else articles.NONE
    for act in acts:
        at = cited.around(page.flow.text, act.start, act.end)
        value = EuReference(act.celex, at.articles)
        rule = "eu.article" if at.articles else act.rule
        yield page.mention(at.start, at.end, value, rule, act.confidence)
    yield from _pointed(page, acts, cited)


def _pointed(page: Page, acts: Sequence[_Act], cited: articles.Articles) -> Iterator[Mention]:
    """ "artikel 3 van die richtlijn": of the last act of that kind in the paragraph."""
    text = page.flow.text
    for start in cited.leading_to if acts else ():
        pointer = _POINTER.match(text, start)
        before = acts[: bisect_left(acts, start, key=attrgetter("start"))] if pointer else ()
        letter = _POINTED[pointer["kind"].lower()] if pointer else ""
        act = next((act for act in reversed(before) if act.celex[5] == letter), None)
        if pointer and act and start - act.end <= _FURTHEST and "\n" not in text[act.end : start]:
            at = cited.around(text, start, pointer.end())
            yield page.mention(at.start, at.end, EuReference(act.celex, at.articles), "eu.pointer", 0.7)


def _acts(page: Page) -> Iterator[_Act]:
    text, done = page.flow.text, 0
    for start, _ in page.at("eu-act"):
        if start < done:
            continue
        for act in _read(text, start):
            yield act
            done = act.end


def _read(text: str, start: int) -> Iterator[_Act]:
    """Read the act, or the list of acts, that the word at `start` announces."""
    if printed := _CELEX.match(text, start):
        yield _Act(start, printed.end(), printed["celex"].upper(), "eu.celex", 0.99)
    kind = _KIND.match(text, start)
    number = _numbered(text, kind.end()) if kind else None
    if kind is None or number is None:
        return
    begin = _word_start(text, start)
    word = text[begin : kind.end()].lower()
    if celex := _celex(word, number):
        yield _Act(begin, number.end(), celex, "eu.act", 0.99 if _origin(number) else 0.9)
    for _ in range(_MOST_FURTHER):
        further = _FURTHER.match(text, number.end())
        following = _NUMBER.match(text, further.end()) if further else None
        if further is None or following is None:
            return
        number = following
        if celex := _celex(word, number):
            yield _Act(further.end(), number.end(), celex, "eu.further", 0.95)


def _numbered(text: str, position: int) -> re.Match[str] | None:
    """The number behind the kind, at once or behind a short title."""
    if number := _NUMBER.match(text, position):
        return number
    title = _TITLE.match(text, position)
    # "ik besluit op grond van Verordening (EU) 2021/784": the number belongs to the later word.
    if title is None or _KIND.search(text, title.start(), title.end()):
        return None
    return _NUMBER.match(text, title.end())


def _word_start(text: str, start: int) -> int:
    """Where the word begins that the kind closes: "Kaderbesluit", "EU-verordening"."""
    low = max(0, start - _WORD_BACK)
    while start > low and (text[start - 1].isalnum() or text[start - 1] == "-"):
        start -= 1
    return start


def _origin(number: re.Match[str]) -> str:
    return number["before"] or number["bare"] or number["behind"] or ""


def _celex(word: str, number: re.Match[str]) -> str:
    """The CELEX number, or an empty string where kind and number do not make one."""
    origin = _origin(number)
    letter = _letter(word, origin, f"{number['a']}/{number['b']}")
    pair = _year_and_number(letter, number)
    if pair is None or (not origin and (letter not in "RL" or _is_session(number["a"], number["b"]))):
        return ""
    return f"3{pair[0]}{letter}{pair[1]:04}"


def _letter(word: str, origin: str, number: str) -> str:
    if word.startswith("gemeenschappelijk"):
        return "E" if origin == "GBVB" else "F"
    if word.startswith("kaderbesluit") or ("besluit" in word and origin == "JBZ" and number in _FRAMEWORK):
        return "F"
    return next(letter for kind, letter in _LETTERS.items() if kind in word)


def _year_and_number(letter: str, number: re.Match[str]) -> tuple[int, int] | None:
    """Year and number of the act: in the order of its kind and time, or the other if only that makes a year."""
    a, b = number["a"], number["b"]
    if letter == "R" and _origin(number) not in _EARLY:
        year_first = len(a) == 4 and int(a) >= _ONE_NUMBERING and not (number["nr"] and _year(b))
    elif letter == "D" and number["nr"]:
        year_first = not (len(b) == 4 and _year(b)) and bool(_year(a))
    else:
        year_first = letter != "R"
    for year, serial in ((a, b), (b, a)) if year_first else ((b, a), (a, b)):
        if full := _year(year):
            return full, int(serial)
    return None


def _year(printed: str) -> int:
    """A year of the Communities or the Union, of two digits up to 1999; 0 for any other number."""
    value = int(printed)
    if len(printed) == 2 and value >= 52:
        return 1900 + value
    return value if 1952 <= value <= 2100 else 0


def _is_session(a: str, b: str) -> bool:
    """Whether two numbers without "(EU)" are rather a pair of years: richtlijn 2017/18."""
    return len(b) == 2 and int(b) == (int(a) + 1) % 100
