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
# "Staatscourant van 24 november 2020, nr. 61234",
# "Staatsblad van het Koninkrijk der Nederlanden, jaargang 2017, nr. 51". Not "Stb. 268" (no year) or
# "Staatscourant 2019, 12 mei".
_ISSUE: Final = re.compile(
    r"[a-z]{3,13}\.?(?:\svan\shet\sKoninkrijk(?:\sder\sNederlanden)?)?[\s,-]{0,3}(?:jaargang\s|van\s(?:\d{1,2}\s[a-z]{3,9}\s)?)?"
    r"(?P<year>1[89]\d\d|20\d\d)\s?[,/–-]?\s?(?:nr(?P<plural>s)?[.,]?\s?|nummers?\s|no\.\s?)?"
    rf"(?P<number>\d{{1,6}})(?!\w|[.–-]\d|\s{_MONTH})",
    re.IGNORECASE,
)
# " en 52": a further issue of the same year; without the plural before it must end there (not " en 3 moties").
_FURTHER: Final = re.compile(
    r"\s?(?:\s(?:en|alsmede)|,)\s(?:nr\.\s)?(?P<number>\d{1,6})(?P<closed>(?=\s?(?:[).,;:]|$)))?(?!\w|[.–-]\d)"
)
_MOST_FURTHER: Final = 20


def find_gazettes(page: Page) -> Iterator[Mention]:
    """Find issues of the official gazettes, one mention each."""
    text = page.flow.text
    for start, end in page.at("gazette"):
        issue = _ISSUE.match(text, start)
        if issue is None or text[start - 1 : start].isalnum() or text[end : end + 1].isalpha():
            continue
        stem = f"{_GAZETTES[text[start:end].lower()]}-{issue['year']}"
        yield page.mention(start, issue.end(), GazetteReference(f"{stem}-{int(issue['number'])}"), "gazette", 0.99)
        for further in _further(text, issue):
            value = GazetteReference(f"{stem}-{int(further['number'])}")
            yield page.mention(further.start("number"), further.end(), value, "gazette.further", 0.9)


def _further(text: str, issue: re.Match[str]) -> Iterator[re.Match[str]]:
    """The further issues of a list, each by its own number."""
    end = issue.end()
    for _ in range(_MOST_FURTHER):
        further = _FURTHER.match(text, end)
        if further is None or not (issue["plural"] or (further["closed"] is not None and "," not in further[0])):
            return
        yield further
        end = further.end()
