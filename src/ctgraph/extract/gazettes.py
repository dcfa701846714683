"""References to Staatsblad, Staatscourant and Tractatenblad: "Stb. 2017, 51", "Staatscourant 2019, nr. 12345"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from ctgraph.extract.scan import Page, Triggers
from ctgraph.model.mentions import GazetteReference, Mention

_GAZETTES: Final = MappingProxyType(
    {
        "stb": "stb",
        "staatsblad": "stb",
        "stcrt": "stcrt",
        "staatscourant": "stcrt",
        "trb": "trb",
        "tractatenblad": "trb",
    }
)
TRIGGERS: Triggers = MappingProxyType({"gazette": tuple(_GAZETTES)})

_MONTH: Final = r"(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)"

# "Stb. 2017, 51", "Stb. 2017 nr. 51", "Staatsblad 2022, nr. 67", "Stcrt. 2019/12345", "stb-2017-51",
# "Staatscourant van 24 november 2020, nr. 61234", "Stcrt. 24 november 2020, nr. 61234",
# "Staatsblad van het Koninkrijk der Nederlanden, jaargang 2017, nr. 51". Not "Staatscourant 2019, 12 mei".
_ISSUE: Final = re.compile(
    r"[a-z]{3,13}\.?(?:\svan\shet\sKoninkrijk(?:\sder\sNederlanden)?)?[\s,-]{0,3}(?:jaargang\s|(?:van\s)?(?:\d{1,2}\s[a-z]{3,9}\s)?)"
    r"(?P<year>1[89]\d\d|20\d\d)\s?[,/–-]?\s?(?:\(?nr(?P<plural>s)?[.,]?\s?|nummers?\s|no\.\s?)?"
    rf"(?P<number>\d{{1,6}})(?!\w|[.–-]\d|\s{_MONTH})",
    re.IGNORECASE,
)
# "Stb. 52", "Staatsblad nr. 52", whose year stands behind it ("nr. 52 van 2010", "nr. 52 (2010)") or before it in the
# sentence: "de wet van 12 juni 2009 (Stb. 245)". Not "Stb. 2010", "Staatsblad 52 pagina's" or "Stb. 52-54".
_WITHOUT_YEAR: Final = re.compile(
    r"(?:(?:stb|stcrt|trb)\.?[\s,]{0,2}(?:nr\.?\s?|no\.\s?)?|[a-z]{10,13},?\s(?:nr\.?\s?|nummer\s|no\.\s?))"
    rf"(?!(?:1[89]|20)\d\d(?!\d))(?P<number>\d{{1,6}})(?!\w|[.,/–-]\d|\s\d|\s{_MONTH})"
    r"(?:\s(?:van|uit)\s(?P<of>(?:1[89]|20)\d\d)(?![\w/–-])|\s\((?P<in>(?:1[89]|20)\d\d)\))?",
    re.IGNORECASE,
)
# A year by itself or in a day: not the "2021" of "2021/22", of "nr. 2021" or of "35 2021".
_YEAR: Final = re.compile(r"(?<![\w/–-])(?<!nr\.\s)(?<!nrs\.\s)(?<!\d\s)(?:1[89]|20)\d\d(?![\w/–-]|[.,]\d|\s\d)")
_YEAR_BACK: Final = 150
# The end of a sentence, or of a paragraph; not "nr. 3" or "J. Jansen".
_ENDED: Final = re.compile(r"(?:\w{4}|[)»”\d])[.?!]\s+[A-ZÀ-Ž]|\n")
# " en 52": a further issue of the same year; without the plural before it must end there (not " en 3 moties").
_FURTHER: Final = re.compile(
    r"\s?(?:\s(?:en|alsmede)|,)\s(?:nr\.\s)?(?P<number>\d{1,6})"
    r"(?P<closed>(?=\s?(?:[).,;:]|$)|\s(?:zijn|waren|werden|worden)(?!\w)))?(?!\w|[.–-]\d)"
)
# ", 349 en 350": numbers that an "en" makes a list. Not ", 3 april" or ", 29 754, nr. 5".
_LISTED: Final = re.compile(r"(?:\s?,\s\d{1,6}){1,20}\s(?:en|alsmede)\s\d{1,6}(?=\s?(?:[).;:]|$))")
_MOST_FURTHER: Final = 20


def find_gazettes(page: Page) -> Iterator[Mention]:
    """Find issues of the official gazettes, one mention each."""
    text = page.flow.text
    for start, end in page.at("gazette"):
        if text[start - 1 : start].isalnum() or text[end : end + 1].isalpha():
            continue
        series = _GAZETTES[text[start:end].lower()]
        issue = _ISSUE.match(text, start)
        if issue is None:
            yield from _without_year(page, start, series)
            continue
        stem = f"{series}-{issue['year']}"
        yield page.mention(start, issue.end(), GazetteReference(f"{stem}-{int(issue['number'])}"), "gazette", 0.99)
        for further in _further(text, issue):
            value = GazetteReference(f"{stem}-{int(further['number'])}")
            yield page.mention(further.start("number"), further.end(), value, "gazette.further", 0.9)


def _without_year(page: Page, start: int, series: str) -> Iterator[Mention]:
    """An issue by its number alone, with the year that the words around it give; without one there is no issue."""
    text = page.flow.text
    issue = _WITHOUT_YEAR.match(text, start)
    year = (issue["of"] or issue["in"] or _year_before(text, start)) if issue else ""
    if issue and year:
        value = GazetteReference(f"{series}-{year}-{int(issue['number'])}")
        yield page.mention(start, issue.end(), value, "gazette.year", 0.85)


def _year_before(text: str, start: int) -> str:
    """The last year that the sentence names before a place; empty if it names none."""
    years = list(_YEAR.finditer(text, max(0, start - _YEAR_BACK), start))
    return years[-1][0] if years and not _ENDED.search(text, years[-1].end() - 1, start + 1) else ""


def _further(text: str, issue: re.Match[str]) -> Iterator[re.Match[str]]:
    """The further issues of a list, each by its own number."""
    end = issue.end()
    is_list = bool(issue["plural"] or _LISTED.match(text, end))
    for _ in range(_MOST_FURTHER):
        further = _FURTHER.match(text, end)
        if further is None or not (is_list or (further["closed"] is not None and "," not in further[0])):
            return
        yield further
        end = further.end()
